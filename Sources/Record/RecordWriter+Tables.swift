internal import Bytes
internal import Model

extension RecordWriter {
    static func writeTables(_ writer: inout JSONWriter, _ tables: [Table]) {
        writer.object { writer in
            for table in tables.sorted(by: { $0.id < $1.id }) {
                writer.key(table.id)
                write(&writer, table)
            }
        }
    }

    private static func write(_ writer: inout JSONWriter, _ table: Table) {
        let order = table.columns.indices.sorted { table.columns[$0] < table.columns[$1] }
        writer.object { writer in
            writer.key("line")
            writer.int(table.line)
            writer.key("rows")
            writer.object { writer in
                for row in table.rows.sorted(by: { $0.id < $1.id }) {
                    writer.key(row.id)
                    write(&writer, row, columns: table.columns, order: order)
                }
            }
            writer.key("state")
            writer.string(table.state.rawValue)
        }
    }

    private static func write(_ writer: inout JSONWriter, _ row: Row, columns: [String], order: [Int]) {
        writer.object { writer in
            writer.key("cells")
            writer.object { writer in
                for index in order {
                    guard let cell = row.cells[index] else { continue }
                    writer.key(columns[index])
                    if let number = cell.number { writer.number(number.description) } else { writer.null() }
                }
            }
            writer.key("label")
            writer.string(row.label)
            writer.key("line")
            writer.int(row.line)
            writer.key("marks")
            writer.object { writer in
                for index in order {
                    guard let cell = row.cells[index], let mark = mark(cell) else { continue }
                    writer.key(columns[index])
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
        let moved = order.compactMap { index in row.cells[index].map { (columns[index], places(of: $0, beside: row)) } }
            .filter { !$0.1.isEmpty }
        guard !moved.isEmpty else { return }
        writer.key("places")
        writer.object { writer in
            for (column, places) in moved {
                writer.key(column)
                writer.object { writer in
                    for (key, value) in places { writer.member(key, value) }
                }
            }
        }
    }

    private static func places(of cell: Cell, beside row: Row) -> [(String, Int)] {
        guard cell.line > 0 else { return [] }
        let home = row.inDocument
        let grid = cell.inDocument?.cell
        let places: [(key: String, value: Int?, home: Int?)] = [
            ("column", grid.map { $0.column + 1 }, home?.cell.map { $0.column + 1 }),
            ("line", cell.line, row.line),
            ("page", cell.inDocument?.page, home?.page),
            ("row", grid.map { $0.row + 1 }, home?.cell.map { $0.row + 1 }),
            ("table", grid.map { $0.table + 1 }, home?.cell.map { $0.table + 1 }),
        ]
        return places.compactMap { key, value, home in
            value.flatMap { $0 == home ? nil : (key, $0) }
        }
    }

    /// The text that is kept beside the value: a mark, what could not be read, a number printed with its unit.
    private static func mark(_ cell: Cell) -> String? {
        switch cell.content {
        case .mark, .invalid, .ambiguous: cell.text
        case .blank: nil
        case .number: cell.text.utf8.allSatisfy(isPlain) ? nil : cell.text
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
    }
}
