internal import Bytes

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
        for range in ranges(between: Array("--\(boundary)".utf8)).prefix(Self.mostParts) {
            if let part = MIMEPart(body[range], depth: depth + 1) { leaves += part.leaves() }
        }
        return leaves
    }

    private var boundary: String? {
        let parameters = (fields["content-type"] ?? "").split(separator: ";").map {
            HeaderFields.trimmed(Array($0.utf8)[...])
        }
        let value = parameters.first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
        return value.map { $0.filter { $0 != "\"" } }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What stands between the lines that are `delimiter`, up to the one that closes them or the end.
    private func ranges(between delimiter: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: ASCII.newline) ?? body.endIndex
            let text = body[line..<end]
            if text.starts(with: delimiter) {
                if let start { ranges.append(start..<line) }
                let isLast = text.dropFirst(delimiter.count).starts(with: Array("--".utf8))
                start = isLast ? nil : min(end + 1, body.endIndex)
                if isLast { break }
            }
            line = end + 1
        }
        if let start { ranges.append(start..<body.endIndex) }
        return ranges
    }

    // MARK: Content

    /// What stands below the fields, its encoding for the way undone.
    var content: [UInt8] {
        switch fields["content-transfer-encoding"]?.lowercased() {
        case "base64": Self.base64(body)
        case "quoted-printable": Self.quotedPrintable(body)
        default: Array(body)
        }
    }

    /// Other characters are passed over (RFC 2045, section 6.8).
    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in text {
            guard let value = sextet(byte) else { continue }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func sextet(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
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
            if index + 1 < text.endIndex, let high = hexadecimal(text[index]), let low = hexadecimal(text[index + 1]) {
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

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
