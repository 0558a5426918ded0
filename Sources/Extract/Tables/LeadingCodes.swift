internal import Bytes
internal import Model

/// The numbers that count a table's rows from before their labels: outside of a grid, each is read behind the values of the
/// row before.
enum LeadingCodes {
    /// So many rows in order are no accident.
    private static let fewest = 5
    /// Codes have two digits, or three.
    private static let longest = 3

    /// The rows without the next one's number behind their values, where nearly all of them have one more than columns, or of
    /// many rows half of them, and the numbers count upwards. In a row that lacks a value the number stands as if it were
    /// one: it is told by those of the rows around it.
    static func removed(from readings: [TableParse.RowReading]) -> [TableParse.RowReading] {
        let counted = readings.indices.filter { hasOneMore(readings[$0]) }
        guard counted.count >= fewest,
            counted.count + 2 >= readings.count || counted.count >= 2 * fewest && counted.count * 2 >= readings.count
        else { return readings }
        var last = 0
        for index in counted {
            guard let code = code(readings[index].slots.last(where: \.isValue)), code > last else { return readings }
            last = code
        }
        var result = readings
        last = 0
        var next = counted[...]
        for index in readings.indices.dropLast() {
            let isCounted = next.first == index
            if isCounted { next.removeFirst() }
            // Behind the number of a group's line stand that line's blank cells.
            guard let place = result[index].slots.lastIndex(where: \.isValue),
                let code = code(result[index].slots[place])
            else { continue }
            let bound = next.first.flatMap { self.code(readings[$0].slots.last(where: \.isValue)) } ?? Int.max
            guard isCounted || code > last && code < bound && code - last <= mostBetween else { continue }
            last = code
            result[index].slots.removeSubrange(place...)
        }
        return result
    }

    /// A row and the lines of groups above the next one.
    private static let mostBetween = 4

    /// The rows without the next one's number where some are blank, so that the number stands as if it were their value: each
    /// number right before a label is that row's place among the rows. Full rows have one number too many, or the line of
    /// the label shows whose it is, or most of many rows have one.
    static func counted(_ readings: [TableParse.RowReading], _ flow: Flow) -> [TableParse.RowReading] {
        var codes: [(reading: Int, slot: Int)] = []
        var first: Int?
        var full = 0
        var beside = 0
        for index in readings.indices.dropLast() {
            let reading = readings[index]
            guard let place = reading.slots.lastIndex(where: \.isValue), reading.place == nil,
                isRight(before: readings[index + 1], reading.slots[place], flow)
            else { continue }
            guard let code = code(reading.slots[place]), first ?? (code - index) == code - index else {
                return readings
            }
            first = code - index
            codes.append((index, place))
            if reading.slots.count(where: \.isValue) > reading.layout.columns.count { full += 1 }
            // On the line of the next label, and all else of the row on its own line.
            let line = reading.slots[place].line
            let isBeside = line == readings[index + 1].line && line != reading.line
            if isBeside, reading.slots[..<place].allSatisfy({ $0.line == reading.line }) { beside += 1 }
        }
        // The numbers of a table's only column may count upwards.
        let isOfAll =
            codes.count >= 2 * fewest && codes.count * 3 >= readings.count * 2
            && readings.allSatisfy { $0.layout.columns.count > 1 }
        let isCertain = full >= fewest || beside >= fewest && beside == codes.count || isOfAll
        guard isCertain, codes.count * 2 >= readings.count else { return readings }
        var result = readings
        for code in codes { result[code.reading].slots.removeSubrange(code.slot...) }
        return result
    }

    /// Whether nothing stands between a value and the label of the next row but borders.
    private static func isRight(before next: TableParse.RowReading, _ slot: Slot, _ flow: Flow) -> Bool {
        guard let piece = slot.piece, piece < next.piece else { return false }
        return flow.pieces[(piece + 1)..<next.piece].allSatisfy { $0.kind != .text }
    }

    private static func hasOneMore(_ reading: TableParse.RowReading) -> Bool {
        reading.place == nil && reading.slots.count(where: \.isValue) == reading.layout.columns.count + 1
    }

    private static func code(_ slot: Slot?) -> Int? {
        guard let slot, !slot.text.isEmpty, slot.text.count <= longest, slot.text.allSatisfy(ASCII.isDigit) else {
            return nil
        }
        return slot.text.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
    }
}
