internal import Forms
internal import Model

/// One table of the document as cells with their places, apart from what they mean.
struct CellGrid {
    /// A cell: the pieces that stand in it, and its place.
    struct Cell {
        var pieces: Range<Int>
        var row: Int
        var columns: Range<Int>
        /// As `GridPlace` counts it.
        var height: Int
    }

    /// The document's number of the table.
    let table: Int
    /// The pieces that it takes.
    let pieces: Range<Int>
    /// In the document's order.
    let cells: [Cell]

    /// The tables of a document that stand in one run of pieces each; those that another one interrupts are left out.
    static func all(in flow: Flow) -> [CellGrid] {
        var grids: [CellGrid] = []
        var seen: Set<Int> = []
        var doubtful: Set<Int> = []
        var index = 0
        while index < flow.pieces.count {
            guard let table = flow.pieces[index].place?.table else {
                index += 1
                continue
            }
            let grid = CellGrid(table, from: index, in: flow)
            if !seen.insert(table).inserted { doubtful.insert(table) }
            grids.append(grid)
            index = grid.pieces.upperBound
        }
        return grids.filter { !doubtful.contains($0.table) }
    }

    private init(_ table: Int, from first: Int, in flow: Flow) {
        var cells: [Cell] = []
        var index = first
        while index < flow.pieces.count, let place = flow.pieces[index].place, place.table == table {
            let start = index
            repeat { index += 1 } while index < flow.pieces.count && flow.pieces[index].place == place
            let columns = place.column..<(place.column + max(1, place.width))
            cells.append(Cell(pieces: start..<index, row: place.row, columns: columns, height: place.height))
        }
        self.table = table
        self.cells = cells
        pieces = first..<index
    }

    /// The largest table that is looked at as a grid.
    private static let mostPlaces = 20_000

    /// Whether the cells cover the grid wholly and nowhere twice. Where they do not, a span is damaged or wrong, and
    /// cells may stand beside the columns that they belong to.
    var isTiled: Bool {
        let width = cells.map(\.columns.upperBound).max() ?? 0
        let height = (cells.map(\.row).max() ?? -1) + 1
        guard width * height > 0, width * height <= Self.mostPlaces else { return false }
        var covered = Array(repeating: Array(repeating: false, count: width), count: height)
        var reaches = Array(repeating: false, count: width)
        var next = cells.startIndex
        for row in 0..<height {
            while next < cells.endIndex, cells[next].row == row {
                let cell = cells[next]
                for line in row..<min(height, row + max(1, cell.height)) {
                    for column in cell.columns {
                        if covered[line][column] { return false }
                        covered[line][column] = true
                    }
                }
                for column in cell.columns { reaches[column] = cell.height == 0 }
                next += 1
            }
            if (0..<width).contains(where: { !covered[row][$0] && !reaches[$0] }) { return false }
        }
        return next == cells.endIndex
    }

    /// The normalised text of a cell.
    func text(_ cell: Cell, _ flow: Flow) -> ArraySlice<UInt8> { flow.bytes[range(cell, flow)] }

    /// Where it stands in the flow.
    func range(_ cell: Cell, _ flow: Flow) -> Range<Int> {
        flow.starts[cell.pieces.lowerBound]..<flow.starts[cell.pieces.upperBound]
    }
}
