// The layouts of texts that lost most of what told their cells apart.
extension ReportTruth {
    /// No separators at all: paragraphs are marked by ideographic blanks, cells run together.
    func glued() -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words), .paragraph(let words), .signature(let words), .heading(let words): "　　" + words
            case .table(let grid): grid.rows.joined().map(\.text).joined()
            }
        }.joined()
    }

    /// Carriage returns only: three between cells, five between rows, three more for every blank cell.
    func carriageReturns() -> String {
        let cell = "\r\r\r"
        let row = "\r\r\r\r\r"
        return pieces.map { piece in
            switch piece {
            case .title(let words), .paragraph(let words), .signature(let words), .heading(let words): words + "\r"
            case .table(let grid):
                grid.rows.map { $0.map(Self.broken).joined(separator: cell) }.joined(separator: row) + row + "\r\r"
            }
        }.joined()
    }

    private static func broken(_ cell: TableGrid.Cell) -> String {
        cell.breaks ? cell.text.prefix(2) + "\r" + cell.text.dropFirst(2) : cell.text
    }

    /// A row on a line, blanks between the cells, as converters print a page; a blank cell leaves no trace.
    func wholeRows() -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words), .paragraph(let words), .signature(let words), .heading(let words): words + "\n"
            case .table(let grid):
                grid.rows.map { row in
                    row.map(\.text).filter { !$0.isEmpty }.joined(separator: "    ") + "\n"
                }.joined()
            }
        }.joined(separator: "\n")
    }

    /// A row on a line, its numbers at the right below those of the other rows, as `pdftotext -layout` prints a page: a
    /// blank cell leaves a blank as wide as its column.
    func alignedRows(isDrifting: Bool = false) -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words), .paragraph(let words), .signature(let words), .heading(let words): words + "\n"
            case .table(let grid): Self.alignedRows(grid, isDrifting: isDrifting)
            }
        }.joined(separator: "\n")
    }

    /// Numbers that end below each other; where they drift, up to a character to the left or to the right.
    private static func alignedRows(_ grid: TableGrid, isDrifting: Bool) -> String {
        let rows = grid.rows.map { row in
            let numbers = row.reversed().prefix { $0.text.allSatisfy(\.isNumber) }.reversed().map(\.text)
            return (label: row.dropLast(numbers.count).map(\.text).joined(separator: " "), numbers: Array(numbers))
        }
        let label = 2 + (rows.map(\.label.count).max() ?? 0)
        let pitch = (isDrifting ? 6 : 3) + (rows.flatMap(\.numbers).map(\.count).max() ?? 0)
        return rows.enumerated().map { index, row in
            var line = row.label + String(repeating: " ", count: label - row.label.count)
            for (column, number) in row.numbers.enumerated() {
                let drift = isDrifting ? (index * 5 + column * 7) % 3 - 1 : 0
                let end = label + (column + 1) * pitch + drift
                line += String(repeating: " ", count: end - line.count - number.count) + number
            }
            return line + "\n"
        }.joined()
    }

    /// Markdown that a reader of pictures made: one small table a row, with heads of its own invention.
    func miniTables() -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words): "# \(words)\n\n"
            case .heading(let words): "## \(words)\n\n"
            case .paragraph(let words), .signature(let words): words + "\n\n"
            case .table(let grid): Self.miniTables(grid)
            }
        }.joined()
    }

    private static func miniTables(_ grid: TableGrid) -> String {
        smallTables(grid, firstHead: "项目", lastHead: nil) { lead, _ in lead }
    }

    /// The same with the label as a heading above, and the last head as the form has it.
    func headedTables() -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words): "# \(words)\n\n"
            case .heading(let words): "## \(words)\n\n"
            case .paragraph(let words), .signature(let words): words + "\n\n"
            case .table(let grid):
                Self.smallTables(grid, firstHead: "类别", lastHead: "总计") { lead, label in
                    lead.isEmpty ? "### " + label : "### " + lead + "\n\n#### " + label
                }
            }
        }.joined()
    }

    private static func smallTables(
        _ grid: TableGrid,
        firstHead: String,
        lastHead: String?,
        above: (_ lead: String, _ label: String) -> String
    ) -> String {
        grid.rows.map { row in
            guard let first = row.firstIndex(where: { isNumber($0.text) }), first > 0 else {
                return row.map(\.text).joined(separator: "　") + "\n\n"
            }
            // The unit stands between the label and the number; the label begins the row.
            let label = first > 1 && row[first - 1].text.count <= 2 ? first - 2 : first - 1
            let cells = row[label...].map(\.text)
            var heads = [firstHead] + cells.indices.dropFirst().map { "数据\($0)" }
            if let lastHead, heads.count > 3 { heads[heads.count - 1] = lastHead }
            let lines = [heads, heads.map { _ in "---" }, cells].map { "| " + $0.joined(separator: " | ") + " |\n" }
            let words = above(row[..<label].map(\.text).joined(), row[label].text)
            return (words.isEmpty ? "" : words + "\n\n") + lines.joined() + "\n"
        }.joined()
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
    }
}
