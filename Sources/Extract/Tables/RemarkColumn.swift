internal import Model

/// A column behind the total, 备注, that is blank in every row: where a converter lost cells that reach over several rows,
/// or the borders of a line's cells, it moves the others.
enum RemarkColumn {
    private static let fewest = 5

    private static let heads = ["备注", "说明"].map { Array($0.utf8) }
    /// The heads of a table have no more pieces.
    private static let longestHead = 40

    /// The rows without it, where one of them has all its values before it, or its head stands above.
    static func removed(from readings: [TableParse.RowReading], _ flow: Flow) -> [TableParse.RowReading] {
        guard readings.count >= fewest,
            readings.allSatisfy(hasOneMore), readings.contains(where: isFull) || hasHead(readings, flow)
        else { return readings }
        return readings.map { reading in
            var result = reading
            if !result.slots.isEmpty { result.slots.removeLast() }
            return result
        }
    }

    /// Whether more stands in a row than its columns, and nothing in the last place: a blank total is none of those.
    private static func hasOneMore(_ reading: TableParse.RowReading) -> Bool {
        guard let last = reading.slots.last else { return true }
        return !last.isValue && reading.slots.count > reading.layout.columns.count
    }

    private static func hasHead(_ readings: [TableParse.RowReading], _ flow: Flow) -> Bool {
        guard let first = readings.map(\.piece).min() else { return false }
        return (max(0, first - longestHead)..<first).contains { heads.contains(Array(flow.bytes[flow.range($0)])) }
    }

    private static func isFull(_ reading: TableParse.RowReading) -> Bool {
        let columns = reading.layout.columns.count
        return reading.slots.count > columns && reading.slots.dropLast().suffix(columns).allSatisfy(\.isValue)
    }
}
