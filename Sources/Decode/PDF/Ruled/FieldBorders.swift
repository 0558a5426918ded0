/// Tells the cells of a grid by the borders between its fields: fields without one between them are one cell.
struct FieldBorders {
    let xs: [Double]
    let ys: [Double]
    private let above: [Bool]
    private let before: [Bool]

    private var rows: Int { ys.count - 1 }
    private var columns: Int { xs.count - 1 }

    init(xs: [Double], ys: [Double], across: [RuledLine], down: [RuledLine]) {
        self.xs = xs
        self.ys = ys
        above = Self.borders(across, places: ys, along: xs)
        // Column by column.
        before = Self.borders(down, places: xs, along: ys)
    }

    /// For each inner place and each field along it, whether a line stands there over most of the field.
    private static func borders(_ lines: [RuledLine], places: [Double], along: [Double]) -> [Bool] {
        let fields = along.count - 1
        var result = Array(repeating: false, count: places.count * fields)
        for line in lines {
            guard let place = places.indices.min(by: { abs(places[$0] - line.place) < abs(places[$1] - line.place) }),
                abs(places[place] - line.place) <= RuledLine.thickest
            else { continue }
            for field in 0..<fields {
                let shared = min(line.range.upperBound, along[field + 1]) - max(line.range.lowerBound, along[field])
                if shared > 0.6 * (along[field + 1] - along[field]) { result[place * fields + field] = true }
            }
        }
        return result
    }

    /// The cells, and which of them each field is a part of; nil where one is no rectangle.
    func cells() -> (owners: [Int], cells: [RuledGrid.Cell])? {
        var owners = Array(repeating: -1, count: rows * columns)
        var cells: [RuledGrid.Cell] = []
        for row in 0..<rows {
            for column in 0..<columns where owners[row * columns + column] < 0 {
                guard let cell = rectangle(row, column, owners) else { return nil }
                for field in fields(of: cell) { owners[field] = cells.count }
                cells.append(cell)
            }
        }
        return (owners, cells)
    }

    private func fields(of cell: RuledGrid.Cell) -> [Int] {
        cell.rows.flatMap { row in cell.columns.map { row * columns + $0 } }
    }

    /// The largest cell with a field in its upper left corner: as wide as no border ends it, and as high.
    private func rectangle(_ row: Int, _ column: Int, _ owners: [Int]) -> RuledGrid.Cell? {
        var right = column + 1
        while right < columns, !before[right * rows + row] { right += 1 }
        var bottom = row + 1
        while bottom < rows, !(column..<right).contains(where: { above[bottom * columns + $0] }) { bottom += 1 }
        let cell = RuledGrid.Cell(rows: row..<bottom, columns: column..<right)
        let isFree = fields(of: cell).allSatisfy { owners[$0] < 0 }
        // No border may stand in it, and its sides must be closed all along.
        let isWhole = (row..<bottom).allSatisfy { row in
            ((column + 1)..<right).allSatisfy { !before[$0 * rows + row] }
                && (right == columns || before[right * rows + row])
        }
        let isClosed = bottom == rows || (column..<right).allSatisfy { above[bottom * columns + $0] }
        return isFree && isWhole && isClosed ? cell : nil
    }
}
