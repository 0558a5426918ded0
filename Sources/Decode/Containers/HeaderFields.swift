internal import Bytes

/// Named fields as WARC and HTTP write them: `Name: value`, folded lines joined.
struct HeaderFields {
    private var values: [String: String] = [:]

    /// Adds a line without its line end; one that is no field is passed over.
    mutating func add(_ line: ArraySlice<UInt8>, after last: inout String) {
        if let first = line.first, first == ASCII.space || first == ASCII.tab {
            values[last]? += " " + Self.trimmed(line)
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        last = Self.trimmed(line[..<colon]).lowercased()
        // The first of two counts.
        if values[last] == nil { values[last] = Self.trimmed(line[(colon + 1)...]) }
    }

    /// The value of a field whose name is given in lower case.
    subscript(_ name: String) -> String? { values[name] }

    /// The media type of `content-type`, in lower case, and its charset.
    var contentType: (mediaType: String?, charset: String?) {
        guard let value = self["content-type"] else { return (nil, nil) }
        let parts = value.split(separator: ";").map { Self.trimmed(Array($0.utf8)[...]) }
        let charset = parts.dropFirst().first { $0.lowercased().hasPrefix("charset=") }?.dropFirst(8)
        return (parts.first?.lowercased(), charset.map { String($0.filter { $0 != "\"" && $0 != "'" }) })
    }

    static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let rest = bytes.drop { $0 <= ASCII.space }
        let end = rest.lastIndex { $0 > ASCII.space }.map { $0 + 1 } ?? rest.startIndex
        return String(decoding: rest[..<end], as: UTF8.self)
    }
}
