/// Where the cell stands that a path names, as `<table>.<row>.<column>`. Paths are looked up by the hundred for each
/// report, so that they are compared as they are, and never taken apart.
extension Report {
    /// The index of the table to which `path` belongs: a cell's, a row's, or a column's.
    package func tableIndex(ofPath path: String) -> Int? {
        tables.firstIndex { $0.holds(path) }
    }
}

extension Table {
    fileprivate func holds(_ path: String) -> Bool {
        let length = id.utf8.count
        let path = path.utf8.span
        return path.count > length && path[length] == Self.dot && path.holds(id.utf8.span, at: 0)
    }

    /// The row and the column of the cell at a path that belongs to the table; nil where it has no such row or column.
    package func place(ofPath path: String) -> (row: Int, column: Int)? {
        let span = path.utf8.span
        let start = id.utf8.count + 1
        var last = span.count - 1
        while last > start, span[last] != Self.dot { last -= 1 }
        guard last > start else { return nil }
        for row in rows.indices where rows[row].id.utf8.count == last - start {
            guard span.holds(rows[row].id.utf8.span, at: start) else { continue }
            guard let column = column(span, from: last + 1) else { return nil }
            return (row, column)
        }
        return nil
    }

    private func column(_ path: borrowing Span<UInt8>, from start: Int) -> Int? {
        for index in columns.indices where columns[index].utf8.count == path.count - start {
            if path.holds(columns[index].utf8.span, at: start) { return index }
        }
        return nil
    }

    /// The row that a path names which belongs to the table.
    package func row(ofPath path: String) -> Int? {
        let span = path.utf8.span
        let start = id.utf8.count + 1
        return rows.firstIndex { span.count == start + $0.id.utf8.count && span.holds($0.id.utf8.span, at: start) }
    }

    private static var dot: UInt8 { UInt8(ascii: ".") }
}

extension Span<UInt8> {
    fileprivate func holds(_ other: borrowing Span<UInt8>, at start: Int) -> Bool {
        guard start + other.count <= count else { return false }
        for index in other.indices where self[start + index] != other[index] { return false }
        return true
    }
}
