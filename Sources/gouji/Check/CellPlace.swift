internal import Model

/// A cell of a report's table, with the row and the table around it.
struct CellPlace {
    let table: Table
    let row: Row
    /// The position of the cell in its row.
    let index: Int
}

extension Report {
    /// The cell at `<table>.<row>.<column>`; nil where the path names none. A row's identifier may hold points.
    func cellPlace(at path: String) -> CellPlace? {
        guard let first = path.firstIndex(of: "."), let last = path.lastIndex(of: "."), first < last,
            let table = table(String(path[..<first])),
            let row = table.row(String(path[path.index(after: first)..<last])),
            let index = table.columns.firstIndex(of: String(path[path.index(after: last)...])),
            row.cells.indices.contains(index), row.cells[index] != nil
        else { return nil }
        return CellPlace(table: table, row: row, index: index)
    }
}
