internal import Bytes
internal import Model

/// The numbers that count a table's rows where nothing divides them from the next label, nor perhaps from the cells before:
/// 121010014 over 2二、上年结转…, or 1210100142二、上年结转… on one line, as text that lost all borders has them.
enum GluedCodes {
    typealias Reading = TableParse.RowReading

    /// So many rows in order are no accident.
    private static let fewest = 5
    /// (一): what stands of a label before its words. The line of a group between two rows is longer.
    private static let longestLead = 10

    /// The rows without the next one's number behind their digits, where all have it whose digits end right before a label.
    static func removed(from readings: [Reading], of parse: TableParse) -> [Reading] {
        guard readings.count > fewest, readings.count == parse.rowCount else { return readings }
        var coded: [Int] = []
        for index in readings.indices.dropLast() {
            guard let slot = readings[index].slots.last,
                isRight(slot, of: readings[index], before: readings[index + 1], parse)
            else { continue }
            guard slot.text.ends(with: code(behind: index)) else { return readings }
            coded.append(index)
        }
        guard coded.count >= fewest else { return readings }
        var result = readings
        for index in coded { result[index].slots.removeLast(code(behind: index)) }
        // Behind the line of a group it is no row's.
        for index in readings.indices where result[index].strays.map(\.text) == [code(behind: index)] {
            result[index].strays = []
        }
        return result
    }

    private static func code(behind index: Int) -> [UInt8] { Array(String(index + 2).utf8) }

    /// Whether nothing stands between a row's digits and the label of the next but what that one begins with.
    private static func isRight(_ slot: Slot, of row: Reading, before next: Reading, _ parse: TableParse) -> Bool {
        guard let piece = slot.piece, piece == next.piece, next.place == nil, slot.text.allSatisfy(ASCII.isDigit) else {
            return false
        }
        // On the line of the next label, behind a row of its own line.
        if row.piece < piece { return parse.flow.hasPrefix(slot.text, at: parse.flow.starts[piece]) }
        let end = row.labelEnd + slot.text.count
        return parse.flow.hasPrefix(slot.text, at: row.labelEnd)
            && next.labelEnd - end <= next.label.utf8.count + longestLead
    }
}

extension [Slot] {
    /// Removes the digits from the end of the last one, which is none without them.
    fileprivate mutating func removeLast(_ code: [UInt8]) {
        var slot = removeLast()
        slot.text.removeLast(code.count)
        guard !slot.text.isEmpty else { return }
        let range = 0..<slot.text.count
        let content = CellReader.content(slot.text, range) ?? CellReader.runTogether(slot.text, range) ?? .ambiguous
        slot.kind = .value(content)
        append(slot)
    }
}
