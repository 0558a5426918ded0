internal import Forms

/// What the reading of every report's tables asks of a form's table, worked out once: columns as indices, not as
/// identifiers to look for.
struct TableLayout: Sendable {
    /// The cells of one row.
    struct Row: Sendable {
        var id: String
        /// The indices of its columns in the table.
        var columns: [Int]
        var kinds: [ValueKind]
        /// The kind of all its cells, where it is not the columns'.
        var kind: ValueKind?
    }

    /// The rows by the form's index; merged rows stand behind them.
    let rows: [Row]
    /// The relations over the table.
    let relations: [Relation]
    /// Whether a column may be left out.
    let hasOptionalColumns: Bool

    init(_ table: TableForm, _ form: Form) {
        hasOptionalColumns = table.columns.contains(where: \.isOptional)
        relations = form.relations.filter { $0.table == table.id }
        rows = (table.rows + table.mergedRows.map(\.row)).map { row in
            let ids = row.columns ?? table.columns.map(\.id)
            let columns = ids.compactMap { id in table.columns.firstIndex { $0.id == id } }
            let kinds = columns.map { row.kind ?? table.columns[$0].kind }
            return Row(id: row.id, columns: columns, kinds: kinds, kind: row.kind)
        }
    }
}
