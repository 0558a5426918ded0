internal import Bytes
internal import Model

/// The numbers that count a table's rows from before their labels: outside of a grid, each is read behind the values of the
/// row before.
enum LeadingCodes {
    /// So many rows in order are no accident.
    private static let fewest = 5
    /// Codes have two digits, or three.
    private static let longest = 3

    /// The rows without the next one's number behind their values, where all of them have one and they count upwards.
    static func removed(from readings: [TableParse.RowReading]) -> [TableParse.RowReading] {
        let counted = readings.indices.filter { hasOneMore(readings[$0]) }
        guard counted.count >= fewest, counted.count + 2 >= readings.count else { return readings }
        var last = 0
        for index in counted {
            guard let code = code(readings[index].slots.last), code > last else { return readings }
            last = code
        }
        var result = readings
        for index in counted { result[index].slots.removeLast() }
        return result
    }

    private static func hasOneMore(_ reading: TableParse.RowReading) -> Bool {
        reading.place == nil && reading.slots.count == reading.layout.columns.count + 1
    }

    private static func code(_ slot: Slot?) -> Int? {
        guard let slot, !slot.text.isEmpty, slot.text.count <= longest, slot.text.allSatisfy(ASCII.isDigit) else {
            return nil
        }
        return slot.text.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
    }
}
