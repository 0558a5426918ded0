internal import Forms

/// The cells of a form by path, as a relation of the configuration may name them.
struct CellPaths {
    private let cells: [CellAddress]
    private let kinds: [CellAddress: ValueKind]

    /// Rows that only some reports print in place of others are no cells of the form.
    init(_ form: Form) {
        var cells: [CellAddress] = []
        var kinds: [CellAddress: ValueKind] = [:]
        for table in form.tables {
            for row in table.rows {
                for column in table.columns where row.columns?.contains(column.id) ?? true {
                    let cell = CellAddress(table: table.id, row: row.id, column: column.id)
                    cells.append(cell)
                    kinds[cell] = row.kind ?? column.kind
                }
            }
        }
        self.cells = cells
        self.kinds = kinds
    }

    func kind(of cell: CellAddress) -> ValueKind? { kinds[cell] }

    /// The cells that `path` names; a `*` stands for any one part of the path that is no total.
    func cells(at path: String) -> [CellAddress] {
        guard path.contains("*") else {
            return CellAddress(path: path).map { cell in kinds[cell] == nil ? [] : [cell] } ?? []
        }
        let pattern = path.split(separator: ".", omittingEmptySubsequences: false)
        return cells.filter { cell in
            let parts = cell.path.split(separator: ".")
            return parts.count == pattern.count
                && zip(parts, pattern).allSatisfy { $0 == $1 || ($1 == "*" && !Self.isTotal($0)) }
        }
    }

    private static func isTotal(_ part: Substring) -> Bool { part == "total" || part.hasSuffix("_total") }

    /// The path of a cell that somebody who wrote `path` may have meant.
    func nearest(to path: String) -> (path: String, distance: Int)? {
        cells.lazy.map { ($0.path, Self.distance($0.path, path)) }.min { $0.1 < $1.1 }
    }

    /// How many letters must be put in, left out or changed (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right.utf8)
        var row = Array(0...right.count)
        for (index, letter) in left.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                let change = diagonal + (letter == right[column] ? 0 : 1)
                row[column + 1] = min(change, above + 1, row[column] + 1)
                diagonal = above
            }
        }
        return row[right.count]
    }
}
