internal import Bytes

/// Where the cell stands that a path names, as `<table>.<row>.<column>`. Paths are looked up by the hundred for each
/// report, so that they are compared as they are, and never taken apart.
///
/// Only the fields that are asked for are taken out of a table: a copy of it would count as many references as it has
/// fields, which cost more than the comparison.
extension Report {
    /// The index of the table to which `path` belongs: a cell's, a row's, or a column's.
    package func tableIndex(ofPath path: String) -> Int? {
        let span = path.utf8.span
        return tables.indices.first { table in
            let length = tables[table].id.utf8.count
            return span.count > length && span[length] == dot
                && ByteSearch.stands(tables[table].id.utf8.span, in: span, at: 0)
        }
    }

    /// The row and the column of the cell at a path that belongs to the table of this index; nil where the table has no
    /// such row or column.
    package func place(ofPath path: String, inTable table: Int) -> (row: Int, column: Int)? {
        let span = path.utf8.span
        let start = tables[table].id.utf8.count + 1
        var last = span.count - 1
        while last > start, span[last] != dot { last -= 1 }
        guard last > start, let row = row(span, from: start, to: last, inTable: table) else { return nil }
        let columns = tables[table].columns
        for column in columns.indices where columns[column].utf8.count == span.count - last - 1 {
            if ByteSearch.stands(columns[column].utf8.span, in: span, at: last + 1) { return (row, column) }
        }
        return nil
    }

    /// The row that a path names which belongs to the table of this index.
    package func row(ofPath path: String, inTable table: Int) -> Int? {
        let span = path.utf8.span
        return row(span, from: tables[table].id.utf8.count + 1, to: span.count, inTable: table)
    }

    private func row(_ path: borrowing Span<UInt8>, from start: Int, to end: Int, inTable table: Int) -> Int? {
        let rows = tables[table].rows
        for row in rows.indices where rows[row].id.utf8.count == end - start {
            if ByteSearch.stands(rows[row].id.utf8.span, in: path, at: start) { return row }
        }
        return nil
    }

    private var dot: UInt8 { UInt8(ascii: ".") }
}
