package import Model

/// A relation at one place: in one column, or in one row.
package struct RelationInstance: Sendable {
    package let relation: Relation
    /// The column or the row in which it is checked, by identifier.
    package let place: String
    package let left: [CellAddress]
    package let right: [CellAddress]

    /// The instances of a relation in a table.
    ///
    /// A row that stands for several rows of the form takes their place among the parts.
    package static func all(of relation: Relation, in table: Table, form: TableForm) -> [RelationInstance] {
        switch relation.shape {
        case .eachColumn(let columns, let left, let right):
            let parts = substituted(right, in: table, form: form)
            return columns.map { column in
                RelationInstance(
                    relation: relation,
                    place: column,
                    left: left.map { CellAddress(table: form.id, row: $0, column: column) },
                    right: parts.map { CellAddress(table: form.id, row: $0, column: column) }
                )
            }
        case .eachRow(let rows, let left, let right):
            return substituted(rows, in: table, form: form).map { row in
                RelationInstance(
                    relation: relation,
                    place: row,
                    left: left.map { CellAddress(table: form.id, row: row, column: $0) },
                    right: right.map { CellAddress(table: form.id, row: row, column: $0) }
                )
            }
        }
    }

    private static func substituted(_ rows: [String], in table: Table, form: TableForm) -> [String] {
        var rows = rows
        for merged in form.mergedRows where table.row(merged.row.id) != nil {
            guard let first = rows.firstIndex(where: { merged.replaces.contains($0) }) else { continue }
            rows.removeAll { merged.replaces.contains($0) && table.row($0) == nil }
            rows.insert(merged.row.id, at: min(first, rows.count))
        }
        return rows
    }
}

/// A cell by its identifiers.
package struct CellAddress: Hashable, Sendable {
    package var table: String
    package var row: String
    package var column: String

    package init(table: String, row: String, column: String) {
        self.table = table
        self.row = row
        self.column = column
    }

    package var path: String { "\(table).\(row).\(column)" }
}
