/// A piece of a message's text, before it is plain text or HTML: each is worded once and shown in both.
enum Block: Sendable, Equatable {
    /// The sentence that says it all.
    case lead(String)
    case heading(String)
    case paragraph(String)
    /// Names and what they are.
    case facts([Fact])
    case list([String])
    case table(CellTable)
    /// The line between two languages.
    case rule

    struct Fact: Sendable, Equatable {
        /// With its colon.
        var name: String
        var value: String
    }
}

/// The cells that take part in a broken relation: a line of heads and a line a cell.
struct CellTable: Sendable, Equatable {
    var heads: [String]
    var rows: [[String]]
}

extension String {
    /// At most `limit` characters, the last of them `…` where something was left out, on one line.
    ///
    /// What stands in a report is not ours: it may be of any length, break lines or turn the direction of writing.
    func clipped(_ limit: Int) -> String {
        let flat = String(String.UnicodeScalarView(unicodeScalars.map { $0.steers ? " " : $0 }))
        guard flat.count > limit else { return flat }
        return flat.prefix(limit - 1) + "…"
    }
}

extension Unicode.Scalar {
    /// Whether it is a control, a line break or a mark of direction, which would change the text around it.
    var steers: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
