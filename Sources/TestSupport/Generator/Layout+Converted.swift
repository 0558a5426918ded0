// What converters and content systems make of a report: text of a PDF, Markdown of a page, pages within pages.
extension ReportTruth {
    /// A row on a line; labels that a narrow column breaks stand above and below their values, as in the text of a PDF.
    func brokenLabels() -> String {
        rowsOnLines { row in
            let label = row.lastIndex { !$0.text.isEmpty && !Self.isValue($0.text) } ?? 0
            let words = row[label].text
            let values = row[(label + 1)...].map(\.text).filter { !$0.isEmpty }
            guard words.count >= Self.brokenFrom, !values.isEmpty else {
                return row.map(\.text).filter { !$0.isEmpty }.joined(separator: "    ") + "\n"
            }
            let groups = row[..<label].map { $0.text + "\n" }.joined()
            let half = words.index(words.startIndex, offsetBy: words.count / 2)
            let numbers = "                  " + values.joined(separator: "    ")
            return groups + words[..<half] + "\n" + numbers + "\n" + words[half...] + "\n"
        }
    }

    /// A row on a line; after every ninth the page ends, with its number and a form feed.
    func pagedRows() -> String {
        var rows = 0
        return rowsOnLines { row in
            rows += 1
            let line = row.map(\.text).filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
            guard rows.isMultiple(of: 9) else { return line }
            let page = rows / 9
            let number = page.isMultiple(of: 2) ? "— \(page) —" : "                    - \(page) -"
            return line + "\n" + number + "\n\u{0C}"
        }
    }

    /// Markdown in which a merged cell is repeated in every column and row that it covers.
    func repeatedCells() -> String {
        markdownDocument { grid in
            Self.markdownTable(grid.filledPlaces.map { $0.map { $0?.text ?? "" } }, width: grid.width)
        }
    }

    /// Markdown with `<br>` in the heads that break, and numbers escaped as converters escape them.
    func markedUpCells() -> String {
        markdownDocument { grid in
            let rows = grid.places.map { row in
                row.map { cell -> String in
                    guard let cell else { return "" }
                    if cell.breaks { return cell.text.prefix(2) + "<br>" + cell.text.dropFirst(2) }
                    return cell.text.replacing(".", with: #"\."#)
                }
            }
            return Self.markdownTable(rows, width: grid.width)
        }
    }

    /// Markdown of converters that know no merged cells.
    func spanlessCells() -> String {
        markdownDocument { grid in
            let rows = grid.rows.map { row in
                row.flatMap { [$0.text] + Array(repeating: "", count: $0.columns - 1) }
            }
            return Self.markdownTable(rows, width: grid.width)
        }
    }

    /// Markdown of converters that fall back to HTML for merged cells.
    func embeddedTables() -> String {
        markdownDocument { Self.openTable($0).replacing("&nbsp", with: "") }
    }

    /// Text whose tables are drawn in lines.
    func drawnTables() -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words), .paragraph(let words), .signature(let words), .heading(let words): words + "\n\n"
            case .table(let grid): Self.drawn(grid) + "\n"
            }
        }.joined()
    }

    private static func drawn(_ grid: TableGrid) -> String {
        let rule = "├" + Array(repeating: "──────", count: grid.width).joined(separator: "┼") + "┤\n"
        let rows = grid.places.map { row in
            let cells = row.map { cell -> [String] in
                guard let text = cell?.text, text.count > brokenFrom else { return [cell?.text ?? "", ""] }
                return [String(text.prefix(brokenFrom)), String(text.dropFirst(brokenFrom))]
            }
            let lines = (0..<2).map { line in cells.map { $0[line] } }.filter { $0.contains { !$0.isEmpty } }
            return lines.map { "│" + $0.joined(separator: " │ ") + "│\n" }.joined()
        }
        return rule + rows.map { $0 + rule }.joined()
    }

    /// A page whose text stands in a table for layout, with cells that nobody closed and blanks without semicolon.
    func nestedPage(charset: String) -> String {
        let links = ["首页", "政务公开", "依申请公开"].map { "<td><a href=\"/\">\($0)</a>" }.joined()
        let body = pieces.map { piece in
            switch piece {
            case .title(let words): "<h2>\(words)</h2>\n"
            case .heading(let words): "<div><b>\(words)</b></div>\n"
            case .paragraph(let words), .signature(let words): "<div>\u{3000}\u{3000}\(words)</div>\n"
            case .table(let grid): Self.openTable(grid)
            }
        }.joined()
        return """
            <html><head><meta http-equiv="Content-Type" content="text/html; charset=\(charset)"></head><body>
            <table width="1000"><tr>\(links)</table>
            <table><tr><td width="200"><ul><li><a href="/old">\(agency)\(year - 1)年政府信息公开工作年度报告</a></li></ul></td>
            <td><table><tr><td>
            \(body)
            </td></tr></table></td></tr></table>
            <div>主办：青禾市人民政府办公室</div></body></html>

            """
    }

    private static func openTable(_ grid: TableGrid) -> String {
        let rows = grid.rows.map { row in
            let cells = row.map { cell in
                let wide = cell.columns > 1 ? " colspan=\(cell.columns)" : ""
                let tall = cell.rows > 1 ? " rowspan=\(cell.rows)" : ""
                return "<td\(wide)\(tall)>" + (cell.text.isEmpty ? "&nbsp" : cell.text)
            }
            return "<tr>" + cells.joined() + "\n"
        }
        return "<table border=1>\n" + rows.joined() + "</table>\n"
    }

    /// Shorter labels fit into any column.
    private static let brokenFrom = 12

    private static func isValue(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { "0123456789+-.,/—０１２３４５６７８９".unicodeScalars.contains($0) }
    }

    private func rowsOnLines(_ row: ([TableGrid.Cell]) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words), .paragraph(let words), .signature(let words), .heading(let words): words + "\n"
            case .table(let grid): grid.rows.map(row).joined()
            }
        }.joined()
    }

    private func markdownDocument(_ table: (TableGrid) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .title(let words): "# \(words)\n\n"
            case .heading(let words): "## \(words)\n\n"
            case .paragraph(let words), .signature(let words): words + "\n\n"
            case .table(let grid): table(grid) + "\n"
            }
        }.joined()
    }

    private static func markdownTable(_ rows: [[String]], width: Int) -> String {
        var lines = rows.map { "| " + $0.joined(separator: " | ") + " |\n" }
        lines.insert("|" + String(repeating: " --- |", count: width) + "\n", at: 1)
        return lines.joined()
    }
}
