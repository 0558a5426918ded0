internal import Forms
internal import Model

/// Rows of a report's table, set in columns under their heads, with marks below the cells that matter.
struct TableExcerpt {
    let table: Table
    /// The table of the form, for the names of the columns.
    let form: TableForm?
    let language: OutputLanguage
    /// What is to be said of cells, by path.
    let marks: [String: Mark]
    /// What is put behind the notes: that there are other explanations.
    var rank = ""

    /// Why a cell is marked.
    enum Mark: Equatable {
        /// It is likely the wrong one; the note says what would fit.
        case wrong(note: String)
        /// It is the one that the finding names first.
        case first
        /// It takes part.
        case part
    }

    /// A line of the excerpt.
    struct Line: Equatable {
        /// The number of the source's line, where it shows one.
        var number: Int?
        var text: String
        /// Whether it holds marks and no text of the report.
        var isMark = false
    }

    /// The most rows that are shown; a table has up to 25.
    private static let mostRows = 12
    /// The widest that a label is shown, in columns of the terminal.
    private static let labelWidth = 40

    /// The rows that hold marked cells; if there are too many, those that matter most.
    func lines() -> [Line] {
        let marked = table.rows.filter { row in paths(of: row).contains { marks[$0] != nil } }
        let ranked = marked.indices.sorted { (rank(marked[$0]), $0) < (rank(marked[$1]), $1) }
        let rows = ranked.prefix(Self.mostRows).sorted().map { marked[$0] }
        guard !rows.isEmpty else { return [] }
        let layout = Layout(rows: rows, columns: usedColumns(rows), names: table.columns.map(name))
        let left = marked.count - rows.count
        let rest = left > 0 ? [Line(text: language.words(zh: "……另有 \(left) 行", en: "… and \(left) more rows"))] : []
        return layout.head.map { Line(text: $0) } + lines(of: rows, layout) + rest
    }

    /// 0: holds a wrong cell. 1: holds the first place that the finding names. 2: any other.
    private func rank(_ row: Row) -> Int {
        let own = paths(of: row).compactMap { marks[$0] }
        if own.contains(where: { if case .wrong = $0 { true } else { false } }) { return 0 }
        return own.contains(.first) ? 1 : 2
    }

    /// The rows, and marks below each of them; rows in a run whose marks are the same have them once, below the last.
    private func lines(of rows: [Row], _ layout: Layout) -> [Line] {
        let signs = rows.map { marks(below: $0, layout) }
        return rows.indices.flatMap { index in
            let row = Line(number: rows[index].line > 0 ? rows[index].line : nil, text: layout.text(of: rows[index]))
            let isRepeated = index + 1 < rows.count && signs[index + 1] == signs[index]
            return isRepeated ? [row] : [row, Line(text: signs[index], isMark: true)]
        }
    }

    private func paths(of row: Row) -> [String] { table.columns.map { "\(table.id).\(row.id).\($0)" } }

    private func usedColumns(_ rows: [Row]) -> [Int] {
        table.columns.indices.filter { index in rows.contains { $0.cells[index] != nil } }
    }

    private func name(_ column: String) -> String {
        guard let column = form?.columns.first(where: { $0.id == column }) else { return column }
        return language.words(zh: column.label, en: column.english)
    }

    private func marks(below row: Row, _ layout: Layout) -> String {
        var line = DisplayWidth.spaces(layout.labelWidth)
        var notes: [String] = []
        for (column, path) in zip(table.columns.indices, paths(of: row)) {
            guard let width = layout.widths[column] else { continue }
            let length = max(1, DisplayWidth.of(Layout.text(row.cells[column])))
            var sign = ""
            switch marks[path] {
            case .wrong(let note):
                sign = String(repeating: "^", count: length)
                if !note.isEmpty { notes.append(note) }
            case .first, .part: sign = String(repeating: "~", count: length)
            case nil: break
            }
            line += "  " + DisplayWidth.right(sign, width)
        }
        line = DisplayWidth.trimmed(line)
        return notes.isEmpty ? line : "\(line) \(language.clauses(notes))\(rank)"
    }

    /// How wide labels and columns are.
    private struct Layout {
        var labelWidth: Int
        /// By the column's position; none for columns that the rows have no cell in.
        var widths: [Int: Int] = [:]
        /// The names of the columns, one word a line.
        var head: [String] = []

        init(rows: [Row], columns: [Int], names: [String]) {
            let labels = rows.map { DisplayWidth.of(DisplayWidth.clipped($0.label, to: TableExcerpt.labelWidth)) }
            labelWidth = labels.max() ?? 0
            let words = names.map { $0.split(separator: " ").map(String.init) }
            for column in columns {
                let texts = rows.map { Self.text($0.cells[column]) } + words[column]
                widths[column] = texts.map(DisplayWidth.of).max()
            }
            let height = columns.map { words[$0].count }.max() ?? 0
            for line in 0..<height {
                let texts = columns.map { column in
                    let word = line - (height - words[column].count)
                    return "  " + DisplayWidth.right(word < 0 ? "" : words[column][word], widths[column] ?? 0)
                }
                head.append(DisplayWidth.spaces(labelWidth) + texts.joined())
            }
        }

        /// The label and the cells of a row.
        func text(of row: Row) -> String {
            let label = Column.printable(DisplayWidth.clipped(row.label, to: TableExcerpt.labelWidth))
            let cells = row.cells.indices.compactMap { column in
                widths[column].map { "  " + DisplayWidth.right(Self.text(row.cells[column]), $0) }
            }
            return DisplayWidth.left(label, labelWidth) + cells.joined()
        }

        /// What is printed for a cell; a doubt is a question mark.
        static func text(_ cell: Cell?) -> String {
            guard let cell else { return "" }
            return cell.content == .ambiguous ? "?" : Column.printable(cell.text)
        }
    }
}
