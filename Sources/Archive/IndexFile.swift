internal import Glibc
internal import Platform

/// The file that spares the reading of every record at start: one line a record, appended when the record is written.
///
/// It is never the only copy of anything: a line counts only while the record's size and time of change are those that
/// it names, and what has no line is read from the record itself.
enum IndexFile {
    /// In the archive; the leading dot keeps it out of every listing.
    static let name = ".index"
    private static let header = "gouji/index/1"
    private static let fieldCount = 17

    /// A line, and the record that it speaks of as it was then.
    struct Line: Hashable {
        var entry: ArchiveEntry
        var size: Int
        var modified: Int

        /// Whether the record is still the one that the line was written for.
        func fits(_ status: FileStatus) -> Bool { status.size == size && status.modified == modified }
    }

    /// The lines by path, later ones over earlier ones; lines that are damaged or cut off are left out.
    static func read(_ path: String) -> [String: Line] {
        guard let bytes = try? FileSystem.read(path) else { return [:] }
        var lines: [String: Line] = [:]
        var rest = bytes[...]
        guard nextLine(&rest) == Array(header.utf8)[...] else { return [:] }
        while let bytes = nextLine(&rest) {
            if let line = parse(bytes) { lines[line.entry.path] = line }
        }
        return lines
    }

    /// All of the file.
    static func bytes(of lines: [Line]) -> [UInt8] {
        lines.reduce(into: Array((header + "\n").utf8)) { $0 += bytes(of: $1) }
    }

    /// Appends, without waiting for the disk: what a power cut takes is read again from the records.
    static func append(_ line: Line, to path: String) throws(PlatformError) {
        let file = try OwnedDescriptor.open(path, O_WRONLY | O_APPEND | O_NOFOLLOW)
        try file.write(bytes(of: line))
    }

    private static func bytes(of line: Line) -> [UInt8] {
        let entry = line.entry
        let fields = [
            entry.path, String(line.size), String(line.modified), entry.id, entry.received, field(entry.agency),
            field(entry.year.map { String($0) }), field(entry.title), field(entry.form), entry.kind,
            String(entry.revision), entry.verdict, String(entry.errors), String(entry.warnings),
            entry.errorFingerprints.joined(separator: ","), entry.sourceName, "end",
        ]
        return Array((fields.map(escape).joined(separator: "\t") + "\n").utf8)
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) -> Line? {
        let fields = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(unescape)
        guard fields.count == fieldCount, fields[fieldCount - 1] == "end" else { return nil }
        guard let size = Int(fields[1]), let modified = Int(fields[2]), let revision = Int(fields[10]),
            let errors = Int(fields[12]), let warnings = Int(fields[13])
        else { return nil }
        let entry = ArchiveEntry(
            path: fields[0],
            id: fields[3],
            received: fields[4],
            agency: optional(fields[5]),
            year: optional(fields[6]).flatMap { Int($0) },
            title: optional(fields[7]),
            form: optional(fields[8]),
            kind: fields[9],
            revision: revision,
            verdict: fields[11],
            errors: errors,
            warnings: warnings,
            errorFingerprints: fields[14].split(separator: ",").map(String.init),
            sourceName: fields[15]
        )
        return Line(entry: entry, size: size, modified: modified)
    }

    /// Absence is the empty field; a value has a mark before it, so that an empty one differs.
    private static func field(_ value: String?) -> String { value.map { "=" + $0 } ?? "" }

    private static func optional(_ field: String) -> String? { field.isEmpty ? nil : String(field.dropFirst()) }

    private static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x5C }) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\\": result += "\\\\"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private static func unescape(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                result.append(byte == UInt8(ascii: "t") ? 0x09 : byte == UInt8(ascii: "n") ? 0x0A : byte)
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Takes a line with its end off `rest`; what has no end was cut off and is none.
    private static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }
}
