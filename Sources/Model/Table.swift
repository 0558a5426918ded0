/// One table of a form as it stands in a report.
package struct Table: Sendable, Equatable {
    package var id: String
    package var state: State
    /// The line where the table begins, from 1.
    package var line: Int
    /// The column identifiers; the cells of every row are aligned with them.
    package var columns: [String]
    /// The rows that were found, in the form's order.
    package var rows: [Row]
    /// The relations that no way to read its ambiguous cells satisfies.
    package var unsatisfied: [UnsatisfiedRelation] = []
    /// The columns of the form that the document's table certainly does not have.
    package var missingColumns: [String] = []

    package init(id: String, state: State, line: Int, columns: [String], rows: [Row]) {
        self.id = id
        self.state = state
        self.line = line
        self.columns = columns
        self.rows = rows
    }

    /// How much of a table could be read.
    package enum State: String, Sendable, Codable {
        case read
        /// Rows or cells could not be told apart, or are missing.
        case partial
        /// The heading is there but the table is not: an image, an attachment.
        case lost
    }

    package func row(_ id: String) -> Row? { rows.first { isSame($0.id, id) } }

    /// The cell, or nil where the form has no such cell or the row was not found.
    package func cell(_ row: String, _ column: String) -> Cell? {
        guard let index = columns.firstIndex(where: { isSame($0, column) }),
            let row = rows.firstIndex(where: { isSame($0.id, row) })
        else { return nil }
        return rows[row].cells[index]
    }

    /// Whether two identifiers are one. They are looked up by the thousand, and comparing strings of different lengths
    /// costs the standard library a call each.
    private func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && one == other
    }
}

/// A relation that is broken however the digits of its cells that ran together are cut.
package struct UnsatisfiedRelation: Sendable, Equatable, Codable {
    /// The rule that the relation is one of.
    package var rule: String
    /// The cells that take part, as `<table>.<row>.<column>`, the total first.
    package var cells: [String]

    package init(rule: String, cells: [String]) {
        self.rule = rule
        self.cells = cells
    }
}

/// One row of a table.
package struct Row: Sendable, Equatable {
    package var id: String
    /// The label as printed.
    package var label: String
    /// The line of the label, from 1.
    package var line: Int
    /// Where in the document the label stands, where its format has pages or tables.
    package var inDocument: DocumentPlace?
    /// One cell a column of the table, nil where the form has no cell in this row.
    package var cells: [Cell?]

    package init(id: String, label: String, line: Int, inDocument: DocumentPlace? = nil, cells: [Cell?]) {
        self.id = id
        self.label = label
        self.line = line
        self.inDocument = inDocument
        self.cells = cells
    }
}

/// One cell: what stands in it, and where.
package struct Cell: Sendable, Equatable {
    package var content: Content
    /// What is printed, without the white space around it; empty for a blank.
    package var text: String
    /// The line in the decoded source, from 1.
    package var line: Int
    /// Where in the document it stands, where its format has pages or tables.
    package var inDocument: DocumentPlace?
    /// Whether the number was told from its neighbours only by the relations of the table.
    package var isInferred: Bool

    package init(
        _ content: Content,
        text: String = "",
        line: Int = 0,
        inDocument: DocumentPlace? = nil,
        isInferred: Bool = false
    ) {
        self.content = content
        self.text = text
        self.line = line
        self.inDocument = inDocument
        self.isInferred = isInferred
    }

    /// What a cell holds. A blank, a mark, a thing that is no number and a doubt are four things, and none of them is 0.
    package enum Content: Sendable, Equatable {
        case number(Quantity)
        case blank
        /// A sign for "not applicable": `/`, `—`, `无`.
        case mark
        /// Text that is neither a number nor a mark.
        case invalid
        /// The digits of several cells run together and cannot be told apart.
        case ambiguous
    }

    /// The texts that mean "nothing" or "not applicable" in a cell.
    package static let marks: Set<String> = [
        "/", "\\", "\\/", "-", "--", "---", "－", "–", "—", "——", "———", "无", "无。", "*", "○", "N/A", "n/a", "零", "△",
        "()",
        "（）", "不涉及", "不适用", "空", "〇", "暂无", "暂无数据", "无数据", "没有", "无内容", "未涉及", "未发生", "无此项", "·", "•", "~",
        "～", "×", "✕",
    ]

    package var number: Quantity? {
        guard case .number(let value) = content else { return nil }
        return value
    }

    /// What the cell adds to a sum: its number, 0 for a blank or a mark, nil where that is not known.
    package var addend: Quantity? {
        switch content {
        case .number(let value): value
        case .blank, .mark: Quantity(0)
        case .invalid, .ambiguous: nil
        }
    }
}
