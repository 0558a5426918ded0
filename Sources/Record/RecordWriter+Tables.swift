internal import Bytes
internal import Model

extension RecordWriter {
    static func writeTables(_ writer: inout JSONWriter, _ tables: [Table]) {
        writer.object { writer in
            for table in tables.sorted(by: { $0.id < $1.id }) {
                writer.key(named: table.id)
                write(&writer, table)
            }
        }
    }

    private static func write(_ writer: inout JSONWriter, _ table: Table) {
        let order = table.columns.indices.sorted { table.columns[$0] < table.columns[$1] }
        writer.object { writer in
            writer.member("line", table.line)
            writer.key("rows")
            writer.object { writer in
                // By index: a sort that moves whole rows costs more than what it sorts by.
                for row in table.rows.indices.sorted(by: { table.rows[$0].id < table.rows[$1].id }) {
                    writer.key(named: table.rows[row].id)
                    write(&writer, table.rows[row], columns: table.columns, order: order)
                }
            }
            writer.member("state", table.state.rawValue)
            guard !table.unsatisfied.isEmpty else { return }
            writer.key("unsatisfied")
            writer.array(table.unsatisfied) { writer, relation in
                writer.object { writer in
                    writer.key("cells")
                    writer.array(relation.cells) { $0.string($1) }
                    writer.member("rule", relation.rule)
                }
            }
        }
    }

    private static func write(_ writer: inout JSONWriter, _ row: Row, columns: [String], order: [Int]) {
        writer.object { writer in
            writer.key("cells")
            writer.object { writer in
                for index in order {
                    guard let content = row.cells[index]?.content else { continue }
                    writer.key(named: columns[index])
                    if case .number(let value) = content { write(&writer, value) } else { writer.null() }
                }
            }
            let inferred = order.filter { row.cells[$0]?.isInferred ?? false }
            if !inferred.isEmpty {
                writer.key("inferred")
                writer.array(inferred) { $0.string(columns[$1]) }
            }
            writer.member("label", row.label)
            writer.member("line", row.line)
            writer.key("marks")
            writer.object { writer in
                for index in order {
                    guard let mark = mark(of: index, in: row) else { continue }
                    writer.key(named: columns[index])
                    writer.string(mark)
                }
            }
            writePlaces(&writer, row, columns: columns, order: order)
        }
    }

    /// Where each cell stands, where that is not where the row's label does; what a place leaves out is the row's.
    private static func writePlaces(_ writer: inout JSONWriter, _ row: Row, columns: [String], order: [Int]) {
        if let place = row.inDocument {
            writer.key("place")
            write(&writer, place)
        }
        let places = order.compactMap { index in CellPlace(of: index, in: row).map { (index, $0) } }
        guard !places.isEmpty else { return }
        writer.key("places")
        writer.object { writer in
            for (index, place) in places {
                writer.key(named: columns[index])
                writer.object { place.write(&$0) }
            }
        }
    }

    /// In what the place of a cell differs from its row's; each is nil where it does not.
    private struct CellPlace {
        var column: Int?
        var line: Int?
        var page: Int?
        var row: Int?
        var table: Int?

        /// Nil where the cell stands where its row does, or its place is not known. It is asked for in place: a copy of
        /// each cell would cost more than all that is written of it.
        init?(of index: Int, in row: Row) {
            guard let line = row.cells[index]?.line, line > 0 else { return nil }
            let place = row.cells[index]?.inDocument
            let home = row.inDocument
            guard line != row.line || place != home else { return nil }
            if line != row.line { self.line = line }
            if let page = place?.page, page != home?.page { self.page = page }
            if let grid = place?.cell {
                if grid.column != home?.cell?.column { column = grid.column + 1 }
                if grid.row != home?.cell?.row { self.row = grid.row + 1 }
                if grid.table != home?.cell?.table { table = grid.table + 1 }
            }
            if isEmpty { return nil }
        }

        private var isEmpty: Bool { column == nil && line == nil && page == nil && row == nil && table == nil }

        func write(_ writer: inout JSONWriter) {
            if let column { writer.member("column", column) }
            if let line { writer.member("line", line) }
            if let page { writer.member("page", page) }
            if let row { writer.member("row", row) }
            if let table { writer.member("table", table) }
        }
    }

    /// The text that is kept beside the value: a mark, what could not be read, a number printed with its unit.
    private static func mark(of index: Int, in row: Row) -> String? {
        guard let content = row.cells[index]?.content, content != .blank, let text = row.cells[index]?.text else {
            return nil
        }
        if case .number = content, text.utf8.allSatisfy(isPlain) { return nil }
        return text
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }
}
