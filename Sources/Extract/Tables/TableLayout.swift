internal import Bytes
internal import Forms

/// What the reading of every report's tables asks of a form's table, worked out once: columns as indices, not as
/// identifiers to look for.
final class TableLayout: Sendable {
    /// The cells of one row; one object for all reports, as each row that is read refers to it.
    final class Row: Sendable {
        let id: String
        /// The indices of its columns in the table.
        let columns: [Int]
        let kinds: [ValueKind]
        /// The kind of all its cells, where it is not the columns'.
        let kind: ValueKind?

        init(id: String, columns: [Int], kinds: [ValueKind], kind: ValueKind?) {
            self.id = id
            self.columns = columns
            self.kinds = kinds
            self.kind = kind
        }
    }

    let table: TableForm
    /// The rows by the form's index; merged rows stand behind them.
    let rows: [Row]
    /// The relations over the table.
    let relations: [Relation]
    /// Whether a column may be left out.
    let hasOptionalColumns: Bool
    /// Heads of other years' forms, normalised.
    let otherHeads: [[UInt8]]
    /// The heads of the columns, normalised.
    let headWords: [[UInt8]]
    /// All that may stand above the rows, normalised.
    let words: Set<[UInt8]>
    /// The characters of the heads, where the table prints its rows beside each other, as `UTF8Character` has them.
    let headCharacters: Set<UInt32>

    init(_ table: TableForm, _ form: Form) {
        self.table = table
        hasOptionalColumns = table.columns.contains(where: \.isOptional)
        headCharacters = table.isOneLine ? Self.headCharacters(of: table) : []
        headWords = table.columns.flatMap { [$0.label] + $0.variants }.map { Normaliser.normalised($0) }
        words = Set(headWords + table.furniture.map { Normaliser.normalised($0) })
        otherHeads = table.otherHeads.map { Array($0.utf8) }
        relations = form.relations.filter { $0.table == table.id }
        rows = (table.rows + table.mergedRows.map(\.row)).map { row in
            let ids = row.columns ?? table.columns.map(\.id)
            let columns = ids.compactMap { id in table.columns.firstIndex { $0.id == id } }
            let kinds = columns.map { row.kind ?? table.columns[$0].kind }
            return Row(id: row.id, columns: columns, kinds: kinds, kind: row.kind)
        }
    }

    private static func headCharacters(of table: TableForm) -> Set<UInt32> {
        let heads = Array((table.columns.map(\.label) + table.rows.map(\.label)).joined().utf8)
        return Set(heads.indices.map { UTF8Character.at($0, in: heads.span).character })
    }
}
