/// The cells of a form, numbered: relations are judged by the numbers, so that judging a report compares no paths.
package struct CellSpace: Sendable {
    /// One table's cells: row by row, those of merged rows after the form's own.
    package struct TablePlace: Sendable {
        package var id: String
        /// The number of its first cell.
        package var first: Int
        package var rows: [String]
        package var columns: [String]
    }

    package let tables: [TablePlace]
    /// How many cells there are, those of a table that the form does not print (a row without that column) included.
    package let count: Int
    /// What each cell holds, by number.
    package let kinds: [ValueKind]
    private let numbers: [CellAddress: Int]

    package init(_ form: Form) {
        var tables: [TablePlace] = []
        var kinds: [ValueKind] = []
        var numbers: [CellAddress: Int] = [:]
        for table in form.tables {
            let rows = table.rows + table.mergedRows.map(\.row)
            let first = kinds.count
            tables.append(
                TablePlace(id: table.id, first: first, rows: rows.map(\.id), columns: table.columns.map(\.id))
            )
            for row in rows {
                for column in table.columns {
                    if row.columns?.contains(column.id) ?? true {
                        numbers[CellAddress(table: table.id, row: row.id, column: column.id)] = kinds.count
                    }
                    kinds.append(row.kind ?? column.kind)
                }
            }
        }
        self.tables = tables
        self.kinds = kinds
        self.numbers = numbers
        count = kinds.count
    }

    /// The number of a cell, or nil where the form has no such cell.
    package func number(of cell: CellAddress) -> Int? { numbers[cell] }

    package func address(of number: Int) -> CellAddress {
        let table = tables.last { $0.first <= number } ?? tables[0]
        let place = number - table.first
        let row = table.rows[place / table.columns.count]
        return CellAddress(table: table.id, row: row, column: table.columns[place % table.columns.count])
    }
}
