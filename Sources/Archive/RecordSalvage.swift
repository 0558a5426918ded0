internal import FoundationEssentials
package import Model
internal import Platform
internal import Record

/// What can still be told of a record that is damaged or gone: what its source was, and when it came.
package struct RecordSalvage: Sendable {
    /// Nil where nothing is left that tells it.
    package let id: String?
    package let received: String?
    package let source: Source
    package let beside: Beside

    /// Takes what is whole: the members of `record`, the damaged bytes, else what the index file knows of it, and at last
    /// what its folder says: `path` is where it stands, or should stand, in the archive.
    package init(of record: [UInt8], at path: String, known: ArchiveEntry?) {
        let members = Self.members(of: record)
        id = Self.decode(String.self, members["id"]) ?? known?.id
        received = Self.decode(String.self, members["received"]) ?? known?.received
        beside = Beside(Self.decode(ArchivedRecord.Beside.self, members["beside"]))
        let identity = Self.decode(ArchivedRecord.Identity.self, members["identity"])
        var source =
            Self.decode(ArchivedRecord.Source.self, members["source"]).map { Source($0) }
            ?? Source(name: known?.sourceName ?? FileSystem.name(of: path))
        if source.container == nil {
            source.mediaType = nil
            source.charset = nil
        }
        let folders = path.split(separator: "/").map(String.init)
        let place = folders.count == 3 && folders[0] != ArchiveLayout.unknown ? folders : nil
        source.hint = Source.Hint(
            agency: identity?.agency ?? known?.agency ?? place?[1],
            year: identity?.year ?? known?.year ?? place.flatMap { Int($0[0]) },
            title: identity?.title ?? known?.title,
            published: identity?.published
        )
        self.source = source
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: ArraySlice<UInt8>?) -> Value? {
        guard let bytes else { return nil }
        // A fragment alone is no document for the decoder; an array of one is.
        let document = Array("[".utf8) + bytes + Array("]".utf8)
        return (try? JSONDecoder().decode([Value].self, from: Data(document)))?.first
    }

    /// The outermost members of a record as it is written: each begins on a line of its own, two blanks from the margin.
    /// What is damaged decodes to nothing, and spoils no other.
    private static func members(of bytes: [UInt8]) -> [String: ArraySlice<UInt8>] {
        var members: [String: ArraySlice<UInt8>] = [:]
        var name: String?
        var start = 0
        func end(at index: Int) {
            guard let name else { return }
            let value = bytes[start..<index]
            let trimmed = value.last == UInt8(ascii: ",") ? value.dropLast() : value
            members[name] = trimmed
        }
        var line = 0
        while line < bytes.count {
            let next = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            if let (found, value) = memberStart(bytes[line..<next]) {
                if line > 0 { end(at: line - 1) }
                (name, start) = (found, value)
            } else if bytes[line] == UInt8(ascii: "}"), line > 0 {
                end(at: line - 1)
                name = nil
            }
            line = next + 1
        }
        end(at: bytes.count)
        return members
    }

    /// The name of the member that a line begins, and where its value starts.
    private static func memberStart(_ line: ArraySlice<UInt8>) -> (name: String, value: Int)? {
        let mark = Array("  \"".utf8)
        guard line.starts(with: mark), let close = line.dropFirst(mark.count).firstIndex(of: UInt8(ascii: "\"")),
            line[(close + 1)...].first == UInt8(ascii: ":")
        else { return nil }
        return (String(decoding: line[(line.startIndex + mark.count)..<close], as: UTF8.self), close + 2)
    }
}
