internal import Forms
internal import Model

/// Puts tables upright that a document prints otherwise than the form does: with its rows as columns, or with another
/// year's numbers beside those of the report year.
///
/// Only what the words of the table say beyond doubt is changed: labels of many rows that stand on one line, heads that
/// name the report year and another one. It is asked where a table was not read whole.
struct TableTurner {
    let flow: Flow
    let lexicon: Lexicon
    /// The report year.
    let year: Int?

    /// The document with its tables upright; nil where each of them is so already.
    func upright() -> Outline? {
        let grids = CellGrid.all(in: flow)
        guard !grids.isEmpty else { return nil }
        let labels = LabelTeller(lexicon)
        var outline = flow.outline
        var pieces: [Piece] = []
        var next = 0
        var isChanged = false
        for grid in grids {
            let kept = YearColumns(grid: grid, flow: flow, year: year).ofReportYear()
            let isTurned = labels.isTurned(kept ?? grid.cells, of: grid, in: flow)
            guard isTurned || kept != nil, grid.isTiled else { continue }
            isChanged = true
            pieces += flow.pieces[next..<grid.pieces.lowerBound]
            pieces += isTurned ? turned(kept ?? grid.cells) : (kept ?? grid.cells).flatMap { flow.pieces[$0.pieces] }
            if isTurned { outline.turnedTables.insert(grid.table) }
            next = grid.pieces.upperBound
        }
        guard isChanged else { return nil }
        outline.pieces = pieces + flow.pieces[next...]
        return outline
    }

    /// The pieces of the cells column by column, each column as a row.
    private func turned(_ cells: [CellGrid.Cell]) -> [Piece] {
        var result: [Piece] = []
        var last: Int?
        for cell in cells.sorted(by: { ($0.columns.lowerBound, $0.row) < ($1.columns.lowerBound, $1.row) }) {
            let column = cell.columns.lowerBound
            for index in cell.pieces {
                var piece = flow.pieces[index]
                let table = piece.place?.table ?? 0
                piece.place = GridPlace(table: table, row: column, column: cell.row)
                if index == cell.pieces.lowerBound { piece.gap = column == last ? .cell : .row }
                result.append(piece)
            }
            last = column
        }
        return result
    }
}

/// Tells what the labels of a form's tables are in cells.
private struct LabelTeller {
    private let form: Form
    private let known: [[UInt8]: [Lexicon.Entry]]

    /// Fewer labels on one line may be the heads of an upright table.
    private static let fewest = 4

    init(_ lexicon: Lexicon) {
        form = lexicon.form
        known = Dictionary(zip(lexicon.labels, lexicon.entries)) { first, _ in first }
    }

    /// Whether what the form prints one below the other stands side by side.
    func isTurned(_ cells: [CellGrid.Cell], of grid: CellGrid, in flow: Flow) -> Bool {
        let entries = cells.map { known[Lexicon.core(String(decoding: grid.text($0, flow), as: UTF8.self))] ?? [] }
        // A line of labels has no numbers: a text that is one line between tabs is no table that was turned.
        let numbers = cells.filter { CellReader.content(flow.bytes, grid.range($0, flow)) != nil }
        let rowsOfNumbers = Set(numbers.map(\.row))
        let columnsOfNumbers = Set(numbers.map(\.columns.lowerBound))
        return form.tables.indices.contains { table in
            var across: [Int: Set<Int>] = [:]
            var down: [Int: Set<Int>] = [:]
            for (cell, entries) in zip(cells, entries) {
                for entry in entries where entry.table == table {
                    guard let label = label(entry, isOneLine: form.tables[table].isOneLine) else { continue }
                    across[cell.row, default: []].insert(label)
                    down[cell.columns.lowerBound, default: []].insert(label)
                }
            }
            // The heads of a table that is one line stand side by side, where others have their rows' labels.
            let isOneLine = form.tables[table].isOneLine
            let (lines, others) = isOneLine ? (down, across) : (across, down)
            let bare = lines.filter { !(isOneLine ? columnsOfNumbers : rowsOfNumbers).contains($0.key) }
            let turned = bare.values.map(\.count).max() ?? 0
            let upright = others.values.map(\.count).max() ?? 0
            return turned >= Self.fewest && turned > 2 * upright
        }
    }

    /// The number of what the form prints in one direction: its rows, or the columns of a table that is one line.
    private func label(_ entry: Lexicon.Entry, isOneLine: Bool) -> Int? {
        switch entry.meaning {
        case .row(let row) where !isOneLine: row
        case .column(let column) where isOneLine: column
        case .row, .mergedRow, .column, .furniture, .code: nil
        }
    }
}
