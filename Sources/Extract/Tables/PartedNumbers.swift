internal import Bytes
internal import Model

/// Numbers whose thousands a blank parts within a cell of a grid: 1 234, 256 146.
enum PartedNumbers {
    /// A row with its parted numbers, where it has one value for each column: else such a cell may be that of two numbers, whose
    /// neighbour was lost.
    static func read(in reading: TableParse.RowReading) -> TableParse.RowReading {
        guard reading.slots.contains(where: { $0.parted != nil }),
            reading.slots.count(where: \.isValue) == reading.layout.columns.count
        else { return reading }
        var result = reading
        for index in result.slots.indices {
            guard let number = result.slots[index].parted else { continue }
            result.slots[index].kind = .value(.number(number))
            result.slots[index].holdsSeveral = false
        }
        return result
    }
}

extension TableParse {
    private static let group = 3

    /// Whether a piece is the next three digits of the number that a slot begins with, on its line and behind one blank.
    func goesOn(_ slot: Slot, with text: [UInt8], of index: Int) -> Bool {
        guard flow.pieces[index].gap == .space, flow.pieces[index].line == slot.line, text.count == Self.group,
            text.allSatisfy(ASCII.isDigit), slot.text.allSatisfy(ASCII.isDigit), slot.text.first != ASCII.zero
        else { return false }
        return slot.parted != nil || !slot.holdsSeveral && slot.isNumber && slot.text.count <= Self.group
    }
}
