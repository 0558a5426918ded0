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
    /// At most `limit` characters, the last of them `…` where something was left out; line breaks become spaces.
    ///
    /// What stands in a report is not ours, and may be of any length.
    func clipped(_ limit: Int) -> String {
        let flat = String(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
        guard flat.count > limit else { return flat }
        return flat.prefix(limit - 1) + "…"
    }
}
