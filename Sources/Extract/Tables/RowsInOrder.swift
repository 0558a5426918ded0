internal import Bytes
internal import Forms
internal import Model

/// Reads a table whose rows of numbers stand whole and in the form's order in grids, while some of their labels were torn off:
/// a tool that makes Markdown of a PDF writes labels of several lines before the grid, or half of them into its cells.
///
///     （二）部分公开（区分处理的，只计这一情
///     形，不计其他情形）
///     | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
///     |---|---|---|---|---|---|---|
///     | 1.属于国家秘密 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
///
/// It is read where there are as many full rows as the form has, most of them are labelled, each of those stands at its own
/// place among them, and every sum over the table holds; else nobody knows whose a row is.
struct RowsInOrder {
    private let parse: TableParse
    private let table: TableForm
    private let flow: Flow
    /// The pieces of the numbers of each row.
    private var rows: [Range<Int>] = []

    /// A table with fewer columns has not so many sums.
    private static let fewestColumns = 5

    /// Nil where `table`, as it was read from labels, needs no more, or no row of it stands in a grid.
    init?(_ parse: TableParse, _ read: Table) {
        self.parse = parse
        table = parse.table
        flow = parse.flow
        guard !table.isOneLine, table.columns.count >= Self.fewestColumns, parse.codes == nil,
            !read.rows.contains(where: { row in table.mergedRows.contains { $0.row.id == row.id } }),
            read.rows.count < table.rows.count || read.rows.contains(where: Self.isInDoubt),
            let first = parse.rows.first(where: { $0?.place != nil }).flatMap(\.self),
            let last = parse.rows.last(where: { $0?.place != nil }).flatMap(\.self)
        else { return nil }
        rows = fullRows(from: first.piece, to: last)
        guard rows.count == table.rows.count, areAtTheirPlaces else { return nil }
    }

    private static func isInDoubt(_ row: Row) -> Bool { row.cells.contains { $0?.content == .ambiguous } }

    /// The rows of grids between two labelled ones that hold as many numbers as the form has columns, one behind the other.
    private func fullRows(from start: Int, to last: TableParse.RowReading) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = start
        while index < flow.pieces.count {
            guard let place = flow.pieces[index].place else {
                index += 1
                continue
            }
            var end = index
            while end < flow.pieces.count, flow.pieces[end].place.map({ isOnLine($0, of: place) }) ?? false { end += 1 }
            if let numbers = numbers(in: index..<end) { found.append(numbers) }
            if last.place.map({ isOnLine($0, of: place) }) ?? false { break }
            index = end
        }
        return found
    }

    private func isOnLine(_ other: GridPlace, of place: GridPlace) -> Bool {
        other.table == place.table && other.row == place.row
    }

    /// The numbers of a grid's row, where it has one for each column and no other.
    private func numbers(in line: Range<Int>) -> Range<Int>? {
        guard let first = line.first(where: isNumber) else { return nil }
        let end = line[first...].first { !isNumber($0) } ?? line.upperBound
        guard end - first == table.columns.count, !line[end...].contains(where: { flow.pieces[$0].kind == .text })
        else {
            return nil
        }
        return first..<end
    }

    private func isNumber(_ index: Int) -> Bool { PlainTable.isNumber(index, in: flow) }

    /// Whether most rows have their label beside them, and each of those is the form's row at that place.
    private var areAtTheirPlaces: Bool {
        var labelled = 0
        for (index, reading) in parse.rows[..<table.rows.count].enumerated() {
            guard let values = reading?.slots.filter(\.isValue), values.count == table.columns.count,
                let piece = values.first?.piece
            else {
                guard isLabelled(rows[index], index) else { return false }
                continue
            }
            guard piece == rows[index].lowerBound else { return false }
            labelled += 1
        }
        return labelled * 3 >= table.rows.count * 2
    }

    /// Whether all words of a row that was not read are of the label that its place asks for; other words are another row's.
    private func isLabelled(_ numbers: Range<Int>, _ row: Int) -> Bool {
        guard let place = flow.pieces[numbers.lowerBound].place else { return false }
        let label = Lexicon.core(table.rows[row].label)
        var index = numbers.lowerBound - 1
        while index >= 0, flow.pieces[index].place.map({ isOnLine($0, of: place) }) ?? false {
            let words = Lexicon.core(String(decoding: flow.bytes[flow.range(index)], as: UTF8.self))
            let isPart = ByteSearch.index(of: words, in: label.span, from: 0, to: label.count) != nil
            guard words.isEmpty || isPart else { return false }
            index -= 1
        }
        return true
    }

    /// The table with all its rows; nil where a sum does not hold.
    func table(like read: Table) -> Table? {
        let all = rows.enumerated().map { index, pieces in row(index, pieces, read) }
        guard PlainTable.hold(parse.layout.relations, over: all, in: table) else { return nil }
        return Table(id: read.id, state: .read, line: read.line, columns: read.columns, rows: all)
    }

    private func row(_ index: Int, _ pieces: Range<Int>, _ read: Table) -> Row {
        let form = table.rows[index]
        return Row(
            id: form.id,
            label: read.rows.first { $0.id == form.id }?.label ?? form.label,
            line: flow.pieces[pieces.lowerBound].line,
            inDocument: flow.outline.documentPlace(of: flow.pieces[pieces.lowerBound]),
            cells: pieces.map { PlainTable.cell($0, in: flow) }
        )
    }
}
