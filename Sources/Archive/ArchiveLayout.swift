package import Model
internal import Platform

/// Where things stand in the archive. Paths are relative to it.
package enum ArchiveLayout {
    /// The folder of reports whose agency or year is unknown.
    package static let unknown = "unknown"
    /// The folder of containers, each under its id.
    static let containers = "containers"
    /// The longest name of a folder that is made of an agency's name, in bytes.
    private static let longestComponent = 200

    /// The folder for reports like `report`: `<year>/<agency>`, or `unknown/<first 16 hex of the id>`.
    package static func folder(for report: Report) -> String {
        folder(id: report.id, agency: report.identity.agency, year: report.identity.year)
    }

    /// The folder for the record that a report was kept as.
    package static func folder(for record: RecordProvenance) -> String {
        folder(id: record.id, agency: record.agency, year: record.year)
    }

    static func folder(id: String, agency: String?, year: Int?) -> String {
        guard let agency, !agency.isEmpty, let year, (1000...9999).contains(year) else {
            return unknownFolder(id: id)
        }
        return "\(year)/\(component(agency))"
    }

    /// The folder of the report of these bytes as long as its agency or year is unknown.
    static func unknownFolder(id: String) -> String { unknown + "/" + hex(ofID: id).prefix(16) }

    /// Whether a record stands among those whose agency or year is unknown.
    static func isUnknown(_ path: String) -> Bool { path.hasPrefix(unknown + "/") }

    /// `report-1.json`
    package static func recordName(kind: String, revision: Int) -> String { "\(kind)-\(revision).json" }

    /// `report-1.source.html`
    package static func sourceName(kind: String, revision: Int, extension suffix: String) -> String {
        "\(kind)-\(revision).source.\(suffix)"
    }

    /// The kind and the revision that the name of a record tells; nil for other names.
    package static func record(named name: String) -> (kind: String, revision: Int)? {
        guard name.hasSuffix(".json") else { return nil }
        return stem(String(name.dropLast(5)))
    }

    /// The kind and the revision that the name of a source tells; nil for other names.
    package static func source(named name: String) -> (kind: String, revision: Int)? {
        guard let dot = name.firstIndex(of: "."), name[dot...].hasPrefix(".source.") else { return nil }
        return stem(String(name[..<dot]))
    }

    /// The digits of an id without `sha256:`.
    package static func hex(ofID id: String) -> String {
        id.hasPrefix("sha256:") ? String(id.dropFirst(7)) : id
    }

    private static func stem(_ text: String) -> (kind: String, revision: Int)? {
        guard let dash = text.lastIndex(of: "-"), !text.contains(".") else { return nil }
        guard let revision = Int(text[text.index(after: dash)...]), revision > 0, dash > text.startIndex else {
            return nil
        }
        return (String(text[..<dash]), revision)
    }

    /// A name of a folder that is `name` as far as that is safe: without `/`, control characters, a leading dot, and not
    /// too long. One that had to be changed gets a piece of its digest, so that two agencies never share a folder.
    package static func component(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars { scalars.append(isSafe(scalar) ? scalar : "_") }
        var text = String(scalars)
        if text.hasPrefix(".") { text = "_" + text.dropFirst() }
        if text == name, text.utf8.count <= longestComponent { return text }
        return cut(text, to: longestComponent - 9) + "-" + SHA256.hex(of: Array(name.utf8)).prefix(8)
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format, .privateUse, .unassigned: false
        default: scalar != "/" && scalar != "\\"
        }
    }

    private static func cut(_ text: String, to limit: Int) -> String {
        var result = ""
        var count = 0
        for character in text {
            count += character.utf8.count
            if count > limit { break }
            result.append(character)
        }
        return result
    }

    /// The ending of a source's name: by its media type, else the ending of the name that it came under.
    package static func sourceExtension(of source: Source) -> String {
        if let mediaType = source.mediaType, let known = extensions[mediaType] {
            // Packed as it came: the media type is that of the page in it.
            return source.name.lowercased().hasSuffix(".gz") ? known + ".gz" : known
        }
        guard let dot = source.name.lastIndex(of: ".") else { return "bin" }
        let ending = source.name[source.name.index(after: dot)...].lowercased()
        let isPlain = ending.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        return isPlain && (1...8).contains(ending.utf8.count) ? ending : "bin"
    }

    private static let extensions = [
        "text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt", "text/markdown": "md",
        "text/csv": "csv", "text/tab-separated-values": "tsv", "application/pdf": "pdf", "application/json": "json",
        "application/msword": "doc", "message/rfc822": "mht",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    ]
}
