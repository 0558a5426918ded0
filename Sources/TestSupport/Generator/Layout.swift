import Forms
import Model

/// The ways in which scrapers and converters flatten a report's page.
package enum Layout: String, Sendable, CaseIterable {
    /// One cell a line, blank lines between, heads on two lines.
    case cellLines = "cell-lines"
    /// A bar after every cell, one cell a line; bars for the cells that merging took, on a line after the row.
    case barsAtEnd = "bars-at-end"
    /// A line with a bar before every row; bars for the cells that merging took, after the row's last cell.
    case barsBefore = "bars-before"
    case markdown
    /// Tabs between the cells of a row.
    case tabs
    /// HTML with colspan and rowspan.
    case html
    /// HTML as Word leaves it: spans within labels, `&nbsp;` in blanks.
    case word
    /// No separators at all; nothing but the sums tells the cells apart.
    case glued
    /// Carriage returns only, in a steady rhythm.
    case carriageReturns = "carriage-returns"
    /// A row on a line, blanks between its cells.
    case wholeRows = "whole-rows"
    /// A row on a line, blanks between its cells so that the columns stand below each other.
    case alignedRows = "aligned-rows"
    /// The same, with every number up to a character beside its place.
    case driftingRows = "drifting-rows"
    /// Markdown with a small table for every row.
    case miniTables = "mini-tables"
    /// The same, each under a heading with the row's label.
    case headedTables = "headed-tables"
    /// A row on a line, with long labels above and below their values.
    case brokenLabels = "broken-labels"
    /// A row on a line, with page numbers and form feeds between them.
    case pagedRows = "paged-rows"
    /// Markdown that repeats merged cells.
    case repeatedCells = "repeated-cells"
    /// Markdown with `<br>` and escapes in its cells.
    case markedUpCells = "marked-up-cells"
    /// Markdown in which a merged cell is followed by empty ones, and missing from the rows below it.
    case spanlessCells = "spanless-cells"
    /// Markdown with its tables in HTML's spelling.
    case embeddedTables = "embedded-tables"
    /// Text with tables drawn in lines, long labels on two lines, as text browsers print them.
    case drawnTables = "drawn-tables"
    /// HTML in tables for layout, with cells that nobody closed.
    case nestedPage = "nested-page"
    /// HTML whose tables have the form's rows as columns.
    case turnedTables = "turned-tables"
    /// HTML with last year's numbers beside the report year's.
    case besideLastYear = "beside-last-year"
    /// One cell a line, all tables behind the text.
    case tablesAtEnd = "tables-at-end"

    package var fileExtension: String {
        switch self {
        case .markdown, .miniTables, .headedTables, .repeatedCells, .markedUpCells, .spanlessCells, .embeddedTables:
            "md"
        case .html, .word, .nestedPage, .turnedTables, .besideLastYear: "html"
        default: "txt"
        }
    }

    /// Whether a blank cell leaves a trace; where it does not, nobody can tell which cell is blank.
    package var keepsBlanks: Bool {
        switch self {
        case .cellLines, .barsBefore, .glued, .wholeRows, .alignedRows, .driftingRows, .miniTables, .headedTables,
            .brokenLabels, .pagedRows, .repeatedCells,
            .spanlessCells, .drawnTables, .tablesAtEnd:
            false
        case .barsAtEnd, .markdown, .tabs, .html, .word, .carriageReturns, .markedUpCells, .embeddedTables, .nestedPage,
            .turnedTables, .besideLastYear:
            true
        }
    }

    /// Whether the cells are told apart without the help of the table's sums.
    package var keepsCells: Bool { self != .glued }

    /// The words of a report as this layout prints them: scrapers often turn full-width punctuation into ASCII, while
    /// quotation marks and 、 stay.
    func printed(_ text: String) -> String {
        guard [.cellLines, .barsAtEnd, .barsBefore].contains(self) else { return text }
        let pairs: [Character: Character] = ["（": "(", "）": ")", "，": ",", "：": ":", "；": ";"]
        return String(text.map { pairs[$0] ?? $0 })
    }
}

/// A piece of a report, before it is printed.
enum Piece {
    case title(String)
    case heading(String)
    case paragraph(String)
    case table(TableGrid)
    /// The agency and the date under the text.
    case signature(String)
}

extension ReportTruth {
    /// The report as text in `layout`; `charset` is named in HTML.
    package func text(_ layout: Layout, charset: String = "utf-8") -> String {
        switch layout {
        case .cellLines: layout.printed(lines(indent: "      ", gap: "\n") { Self.cellLines($0) })
        case .barsAtEnd: layout.printed(lines { Self.barsAtEnd($0) })
        case .barsBefore: layout.printed(lines { Self.barsBefore($0) })
        case .markdown: markdown()
        case .tabs: lines { Self.tabs($0) }
        case .html: html(isWord: false, charset: charset)
        case .word: html(isWord: true, charset: charset)
        case .glued: glued()
        case .carriageReturns: carriageReturns()
        case .wholeRows: wholeRows()
        case .alignedRows: alignedRows()
        case .driftingRows: alignedRows(isDrifting: true)
        case .miniTables: miniTables()
        case .headedTables: headedTables()
        case .brokenLabels: brokenLabels()
        case .pagedRows: pagedRows()
        case .repeatedCells: repeatedCells()
        case .markedUpCells: markedUpCells()
        case .spanlessCells: spanlessCells()
        case .embeddedTables: embeddedTables()
        case .drawnTables: drawnTables()
        case .nestedPage: nestedPage(charset: charset)
        case .turnedTables: turnedTables(charset: charset)
        case .besideLastYear: besideLastYear(charset: charset)
        case .tablesAtEnd: tablesAtEnd()
        }
    }

    var pieces: [Piece] {
        var pieces: [Piece] = [.title(title)] + preamble.map { .paragraph($0) }
        let signature: [Piece] = [.signature(agency), .signature(Self.chineseDate(published))]
        var isSigned = kind == .statistics
        if isSigned { pieces += tables.map { .table(grid($0)) } }
        for (index, section) in sections.enumerated() {
            if section.id == "annex" {
                pieces += signature
                isSigned = true
            }
            pieces.append(.heading(Self.numbers[index] + "、" + section.heading))
            pieces += section.paragraphs.map { .paragraph($0) }
            for table in tables where table.form.section == section.id {
                if table.form.id == "statistics" {
                    pieces += [.paragraph(table.form.title), .paragraph("（\(year)年度）")]
                }
                pieces.append(.table(grid(table)))
            }
        }
        return isSigned ? pieces : pieces + signature
    }

    private func grid(_ table: TableTruth) -> TableGrid {
        noise.reduce(TableGrid(table, year: year)) { $1.changed($0) }
    }

    private static let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private static func chineseDate(_ date: String) -> String {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return date }
        return "\(parts[0])年\(parts[1])月\(parts[2])日"
    }

    private func lines(indent: String = "", gap: String = "", table: (TableGrid) -> [String]) -> String {
        var text = ""
        for piece in pieces {
            let lines: [String]
            switch piece {
            case .title(let words), .heading(let words), .paragraph(let words), .signature(let words): lines = [words]
            case .table(let grid): lines = table(grid)
            }
            for line in lines { text += indent + line + "\n" + gap }
        }
        return text
    }

    private static func cellLines(_ grid: TableGrid) -> [String] {
        grid.rows.joined().flatMap { cell in
            cell.breaks ? [String(cell.text.prefix(2)), String(cell.text.dropFirst(2))] : [cell.text]
        }
    }

    private static func barsAtEnd(_ grid: TableGrid) -> [String] {
        grid.rows.flatMap { row in
            let lines = row.map { $0.text.isEmpty ? "|" : $0.text + " |" }
            return row.count < grid.width ? lines + [String(repeating: "|", count: grid.width - row.count)] : lines
        }
    }

    private static func barsBefore(_ grid: TableGrid) -> [String] {
        grid.rows.flatMap { row in
            var lines = row.map { cell in
                let text = cell.breaks ? cell.text.prefix(2) + " " + cell.text.dropFirst(2) : cell.text
                return text.isEmpty ? "|" : text + " |"
            }
            if let last = lines.indices.last, row.count < grid.width {
                lines[last] += " " + String(repeating: "|", count: grid.width - row.count)
            }
            return ["|"] + lines
        }
    }

    private static func tabs(_ grid: TableGrid) -> [String] {
        grid.places.map { row in row.map { $0?.text ?? "" }.joined(separator: "\t") }
    }

    private func markdown() -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .title(let words): text += "# \(words)\n\n"
            case .heading(let words): text += "## \(words)\n\n"
            case .paragraph(let words), .signature(let words): text += words + "\n\n"
            case .table(let grid): text += Self.markdown(grid) + "\n"
            }
        }
        return text
    }

    private static func markdown(_ grid: TableGrid) -> String {
        var lines = grid.places.map { "| " + $0.map { $0?.text ?? "" }.joined(separator: " | ") + " |" }
        lines.insert("|" + String(repeating: " --- |", count: grid.width), at: 1)
        return lines.map { $0 + "\n" }.joined()
    }
}
