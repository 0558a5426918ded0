/// A piece of a message's text, before it is plain text or HTML: each is worded once and shown in both.
enum Block: Sendable, Equatable {
    /// The sentence that says it all.
    case lead(String)
    case heading(String)
    case paragraph(String)
    /// Names and what they are.
    case facts([Fact])
    case list([String])
    /// A table that both show.
    case table(CellTable)
    /// The places as lines, for plain text; for HTML too where no table shows them.
    case places([String], isInGrid: Bool)
    /// The report's own table, for HTML.
    case grid(ReportGrid)
    /// What a program or a specialist needs, and a reader at first does not.
    case note(String)
    /// The line between two languages.
    case rule

    struct Fact: Sendable, Equatable {
        /// With its colon.
        var name: String
        var value: String
    }
}

/// A table of a digest, for HTML: a line of heads, and a line for each thing that it tells of.
struct CellTable: Sendable, Equatable {
    var heads: [String]
    var rows: [[String]]
    /// The same as lines, for plain text and for chats, which show no tables: an item may have several.
    var items: [[String]]
}

/// A table of the report, as it stands there, with the cells of a finding marked.
struct ReportGrid: Sendable, Equatable {
    var title: String
    /// The columns' heads; above the labels of the rows stands nothing.
    var heads: [String]
    var rows: [Row]
    /// What the marks mean.
    var legend: String

    enum Row: Sendable, Equatable {
        case cells(label: String, [Cell])
        /// Rows that are left out, in words.
        case gap(String)
    }

    struct Cell: Sendable, Equatable {
        var text: String
        var mark: Mark = .none
        /// What would fit in its place, where it is or may be wrong; of several ways, with the sign of each.
        var fits: String?
    }

    enum Mark: Sendable, Equatable {
        case none
        /// It takes part in what does not hold.
        case involved
        /// It is one of several that may be wrong: each way to mend the figures changes others.
        case possible
        /// It is what most likely is wrong.
        case wrong
    }
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
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
