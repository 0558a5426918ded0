internal import Model

/// The tables that are open, the innermost last, and where in them the text stands.
///
/// Word names no rows and columns: they are counted.
struct WordTables {
    struct Grid {
        fileprivate let table: Int
        fileprivate var row = -1
        /// Where the cell in hand begins.
        var column = 0
        /// How many columns the cell in hand takes.
        var width = 1
        /// Whether the cell in hand is merged with one before or above it.
        var isCovered = false
        /// Whether a tracked change took the row out, or it is hidden.
        fileprivate(set) var isDeleted = false
        var isInRowProperties = false
        /// Whether something stands in the cell in hand.
        var hasText = false
        fileprivate(set) var isInCell = false
        /// How many cells it has.
        fileprivate(set) var cells = 0
        /// The first piece of the text in it.
        fileprivate let firstPiece: Int
    }

    private var grids: [Grid] = []
    private var count = 0

    var isEmpty: Bool { grids.isEmpty }

    /// Whether no table stands around the innermost one.
    var isOutermost: Bool { grids.count == 1 }

    /// Whether what stands here is in a cell or a row that is not shown.
    var isUnseen: Bool { grids.contains { $0.isCovered || $0.isDeleted } }

    /// The innermost table; what is set where there is none is lost.
    var last: Grid? {
        get { grids.last }
        set { if let newValue, !grids.isEmpty { grids[grids.count - 1] = newValue } }
    }

    var place: GridPlace? {
        guard let grid = grids.last, grid.isInCell else { return nil }
        // What a cell is merged with below it is known only when those cells are read.
        return GridPlace(
            table: grid.table,
            row: max(0, grid.row),
            column: grid.column,
            width: grid.width,
            height: 0
        )
    }

    mutating func beginTable(firstPiece: Int) {
        grids.append(Grid(table: count, firstPiece: firstPiece))
        count += 1
    }

    mutating func beginRow() {
        guard let grid = grids.popLast() else { return }
        var next = Grid(table: grid.table, firstPiece: grid.firstPiece)
        next.row = grid.row + 1
        next.cells = grid.cells
        grids.append(next)
    }

    mutating func beginCell() {
        last?.width = 1
        last?.isCovered = false
        last?.hasText = false
        last?.isInCell = true
        last?.cells += 1
    }

    /// Inside of a row's properties the mark of a deleted or a hidden row stands.
    mutating func deleteRow() {
        if last?.isInRowProperties == true { last?.isDeleted = true }
    }

    mutating func endCell() {
        guard let grid = last else { return }
        last?.column += grid.width
        last?.isInCell = false
        last?.isCovered = false
    }

    mutating func endRow() {
        // The row behind it takes its place.
        if last?.isDeleted == true { last?.row -= 1 }
        last?.isDeleted = false
    }

    /// Gives the place of the cell around it, where the table has no more than one cell itself: that is none of its own.
    mutating func endTable() -> (firstPiece: Int, place: GridPlace, isFirst: Bool)? {
        let inner = grids.popLast()
        guard let outer = last, outer.isInCell else { return nil }
        // A table in a cell is something in it.
        last?.hasText = true
        guard let inner, inner.cells == 1, let place else { return nil }
        return (inner.firstPiece, place, !outer.hasText)
    }
}
