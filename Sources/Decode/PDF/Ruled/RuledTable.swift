internal import Bytes

/// A table that is drawn with lines, over as many pages as it takes.
struct RuledTable {
    struct Cell {
        var row: Int
        var height: Int
        var columns: Range<Int>
        var text: CellText
        /// In points.
        var width: Double
        var page: Int
    }

    private(set) var cells: [Cell] = []
    private(set) var rowCount = 0
    /// Whether the last row was not closed.
    private var isOpenBelow = false
    /// The parts, the first of which says where it stands.
    let parts: [RuledPart]

    init(_ parts: [RuledPart]) {
        self.parts = parts
        for part in parts { add(part) }
    }

    /// The cells that begin in a row, from the left.
    func cells(of row: Int) -> [Cell] {
        cells.filter { $0.row == row }.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    }

    /// The cells that begin in each row.
    func rows() -> [[Cell]] {
        var rows: [[Cell]] = Array(repeating: [], count: rowCount)
        for cell in cells { rows[cell.row].append(cell) }
        return rows.map { $0.sorted { $0.columns.lowerBound < $1.columns.lowerBound } }
    }

    private mutating func add(_ part: RuledPart) {
        let heads = rowCount > 0 ? repeatedHeads(of: part) : 0
        let grid = part.grid
        let added = grid.cells.indices.filter { grid.cells[$0].rows.lowerBound >= heads }.map { index -> Cell in
            let cell = grid.cells[index]
            return Cell(
                row: rowCount + cell.rows.lowerBound - heads,
                height: cell.rows.count,
                columns: cell.columns,
                text: part.texts[index],
                width: grid.right(cell) - grid.left(cell),
                page: part.page
            )
        }
        let first = added.filter { $0.row == rowCount }
        let isOpen = isOpenBelow || grid.isOpenAbove && heads == 0
        isOpenBelow = grid.isOpenBelow
        let isCut = rowCount > 0 && CutRow(upper: cells(of: rowCount - 1), lower: first, isOpen: isOpen).isCut
        let shift = isCut ? 1 : 0
        for var cell in added {
            let isFirst = cell.row == rowCount
            cell.row -= shift
            if rowCount == 0 || !isFirst || !merge(cell, isCut: isCut, isOpen: isOpen) { cells.append(cell) }
        }
        rowCount += grid.rowCount - heads - shift
    }

    /// Puts a cell of a page's first row into the one above it, where the page's end only cut that.
    private mutating func merge(_ cell: Cell, isCut: Bool, isOpen: Bool) -> Bool {
        let last = cells.lastIndex { above in
            above.columns == cell.columns && above.row + above.height >= rowCount && above.page < cell.page
        }
        guard let last else { return false }
        if isCut, cells[last].row == rowCount - 1, cell.height == 1 {
            cells[last].text.append(cell.text, mayBeSame: isOpen)
            return true
        }
        // The name of a group over rows of both pages.
        guard cell.text.isEmpty, !cells[last].text.isEmpty, !cells[last].text.isValue,
            cells[last].height > 1 || cell.height > 1
        else { return false }
        cells[last].height = cell.row + cell.height - cells[last].row
        return true
    }

    private static let mostHeads = 20

    /// How many of a page's first rows only say the table's heads again.
    private func repeatedHeads(of part: RuledPart) -> Int {
        var count = 0
        while count < min(part.grid.rowCount - 1, Self.mostHeads) {
            let own = part.grid.cells.indices.filter { part.grid.cells[$0].rows.lowerBound == count }
            let heads = cells(of: count)
            let isSame =
                own.count == heads.count
                && zip(own, heads).allSatisfy { index, head in
                    part.grid.cells[index].columns == head.columns && part.texts[index].bytes == head.text.bytes
                        && !head.text.isValue
                }
            guard isSame, heads.contains(where: { !$0.text.isEmpty }) else { break }
            count += 1
        }
        return count
    }
}
