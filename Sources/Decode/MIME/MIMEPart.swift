internal import Bytes
internal import Platform

/// A part of a mail (RFC 2045, 2046): its fields, and what stands below them.
struct MIMEPart {
    let fields: HeaderFields
    let mediaType: String
    let charset: String?
    private let body: ArraySlice<UInt8>
    private let depth: Int

    /// Nil where no line ends the fields.
    init?(_ bytes: [UInt8]) { self.init(bytes[...], depth: 0) }

    private init?(_ bytes: ArraySlice<UInt8>, depth: Int) {
        var fields = HeaderFields()
        var last = ""
        var rest = bytes
        while true {
            guard let end = rest.firstIndex(of: ASCII.newline) else { return nil }
            var line = rest[rest.startIndex..<end]
            rest = rest[(end + 1)...]
            if line.last == ASCII.carriageReturn { line.removeLast() }
            if line.isEmpty { break }
            fields.add(line, after: &last)
        }
        self.fields = fields
        let type = fields.contentType
        mediaType = type.mediaType ?? "text/plain"
        charset = type.charset
        body = rest
        self.depth = depth
    }

    // MARK: Parts

    /// A mail within a mail, alternatives within what is related.
    private static let deepest = 5
    private static let mostParts = 500

    /// The part itself, or those that it is made of; in their order.
    func leaves() -> [MIMEPart] {
        guard mediaType.hasPrefix("multipart/") else { return [self] }
        guard depth < Self.deepest, let boundary else { return [] }
        var leaves: [MIMEPart] = []
        for range in parts(between: Array("--\(boundary)".utf8)).ranges.prefix(Self.mostParts) {
            if let part = MIMEPart(body[range], depth: depth + 1) { leaves += part.leaves() }
        }
        return leaves
    }

    /// Whether the line is missing that closes its parts (RFC 2046, section 5.1.1): the file is cut off.
    var isCutOff: Bool {
        guard mediaType.hasPrefix("multipart/"), let boundary else { return false }
        return !parts(between: Array("--\(boundary)".utf8)).isClosed
    }

    private var boundary: String? {
        let parameters = (fields["content-type"] ?? "").split(separator: ";").map {
            HeaderFields.trimmed(Array($0.utf8)[...])
        }
        let value = parameters.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
        return value.map { $0.filter { $0 != "\"" } }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What stands between the lines that are `delimiter`, up to the one that closes them or the end.
    private func parts(between delimiter: [UInt8]) -> (ranges: [Range<Int>], isClosed: Bool) {
        var ranges: [Range<Int>] = []
        var start: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: ASCII.newline) ?? body.endIndex
            let text = body[line..<end]
            if text.starts(with: delimiter) {
                if let start { ranges.append(start..<line) }
                let isLast = text.dropFirst(delimiter.count).starts(with: Array("--".utf8))
                if isLast { return (ranges, true) }
                start = min(end + 1, body.endIndex)
            }
            line = end + 1
        }
        if let start { ranges.append(start..<body.endIndex) }
        return (ranges, false)
    }

    // MARK: Content

    /// What stands below the fields, its encoding for the way undone.
    var content: [UInt8] {
        switch fields["content-transfer-encoding"]?.lowercased() {
        case "base64": Base64.decode(lines: body)
        case "quoted-printable": Self.quotedPrintable(body)
        default: Array(body)
        }
    }

    /// `=E5` is a byte, and `=` at a line's end takes that end away (section 6.7).
    private static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            if index + 1 < text.endIndex, let high = Hex.value(text[index]), let low = Hex.value(text[index + 1]) {
                bytes.append(high << 4 | low)
                index += 2
                continue
            }
            var end = index
            while end < text.endIndex, text[end] == ASCII.space || text[end] == ASCII.tab || text[end] == 0x0D {
                end += 1
            }
            if end == text.endIndex || text[end] == ASCII.newline {
                index = min(end + 1, text.endIndex)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
