/// One row of a table in text (RFC 4180), but for its end, which is a line feed, as other programs on this system want it.
///
/// Its words come from pages that anybody may have written, and spreadsheets run what begins like a formula: that is made
/// text by an apostrophe before it. Numbers and lone signs stay as they are.
struct CommaSeparatedRow {
    /// Without its end.
    private(set) var line: [UInt8] = []

    var bytes: [UInt8] { line + [UInt8(ascii: "\n")] }

    init(_ fields: [String?]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            if let field { append(field) }
        }
    }

    private static let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]

    private mutating func append(_ field: String) {
        let text = Self.isFormula(field) ? "'" + field : field
        guard text.utf8.contains(where: Self.special.contains) else {
            line += text.utf8
            return
        }
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { line.append(byte) }
            line.append(byte)
        }
        line.append(UInt8(ascii: "\""))
    }

    private static func isFormula(_ field: String) -> Bool {
        switch field.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): field.utf8.count > 1 && Double(field) == nil
        default: false
        }
    }
}
