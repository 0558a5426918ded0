/// One row of a table in text (RFC 4180), but for its end, which is a line feed, as other programs on this system want it.
struct CommaSeparatedRow {
    private(set) var bytes: [UInt8] = []

    init(_ fields: [String?]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let field { append(field) }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]

    private mutating func append(_ field: String) {
        guard field.utf8.contains(where: Self.special.contains) else {
            bytes += Array(field.utf8)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
