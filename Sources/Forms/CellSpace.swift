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
    /// By number, whether the form prints the cell.
    private let isPrinted: [Bool]
    /// By table: the indices of its rows by their identifiers.
    private let rowsByID: [[String: Int]]

    package init(_ form: Form) {
        var tables: [TablePlace] = []
        var kinds: [ValueKind] = []
        var isPrinted: [Bool] = []
        for table in form.tables {
            let rows = table.rows + table.mergedRows.map(\.row)
            let first = kinds.count
            tables.append(
                TablePlace(id: table.id, first: first, rows: rows.map(\.id), columns: table.columns.map(\.id))
            )
            for row in rows {
                for column in table.columns {
                    isPrinted.append(row.columns?.contains(column.id) ?? true)
                    kinds.append(row.kind ?? column.kind)
                }
            }
        }
        self.tables = tables
        self.kinds = kinds
        self.isPrinted = isPrinted
        rowsByID = tables.map { Dictionary(uniqueKeysWithValues: $0.rows.enumerated().map { ($1, $0) }) }
        count = kinds.count
    }

    /// The number of a cell, or nil where the form has no such cell.
    package func number(of cell: CellAddress) -> Int? {
        guard let table = tables.firstIndex(where: { $0.id == cell.table }), let row = rowsByID[table][cell.row],
            let column = tables[table].columns.firstIndex(of: cell.column)
        else { return nil }
        let number = tables[table].first + row * tables[table].columns.count + column
        return isPrinted[number] ? number : nil
    }

    /// The numbers of a row's cells, or nil where the form has no such row, or leaves out one of its cells.
    package func numbers(ofRow row: String, in table: String) -> Range<Int>? {
        guard let table = tables.firstIndex(where: { $0.id == table }), let row = rowsByID[table][row] else {
            return nil
        }
        let width = tables[table].columns.count
        let first = tables[table].first + row * width
        return isPrinted[first..<(first + width)].contains(false) ? nil : first..<(first + width)
    }

    package func address(of number: Int) -> CellAddress {
        let table = tables.last { $0.first <= number } ?? tables[0]
        let place = number - table.first
        let row = table.rows[place / table.columns.count]
        return CellAddress(table: table.id, row: row, column: table.columns[place % table.columns.count])
    }
}
