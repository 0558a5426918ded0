internal import Bytes
internal import Model

/// Numbers of pages that stand among a table's values, each on a line of its own.
///
/// A bare number looks like any other. It is told by the rows that are whole: where they all keep their values on one line,
/// or behind their units, a number that stands apart from its row's is none of them.
struct PageNumberSlots {
    typealias Reading = TableParse.RowReading

    let flow: Flow
    /// Whether the last column of the table has what the others sum up to.
    let hasTotals: Bool

    /// So many whole rows tell how the others are written, and one in so many may be another way.
    private static let fewest = 3
    private static let share = 4
    /// 2 / 9.
    private static let longest = 3

    /// The rows without such numbers; where it is not known which of a row's values is one, all of them are in doubt.
    func removed(from readings: [Reading]) -> [Reading] {
        keptOnOneLine(inDoubtApart(keptBehindUnits(readings))).map(inDoubtAtPageEnd)
    }

    /// A row of values on a line each that is full with the last number of a page, where this is the page's own number: it may
    /// have a blank cell, which leaves no trace. 2 70 over the foot's 1.
    private func inDoubtAtPageEnd(_ reading: Reading) -> Reading {
        let count = reading.layout.columns.count
        guard count > 1, reading.place == nil, reading.slots.count == count, let last = reading.slots.last,
            let piece = last.piece, piece + 1 < flow.pieces.count, flow.pieces[piece + 1].beginsPage,
            case .value(.number(let number)) = last.kind, lines(of: reading).count == count,
            number == Quantity(1 + flow.pieces[...piece].count(where: \.beginsPage))
        else { return reading }
        var result = reading
        result.slots = reading.slots.map(\.inDoubt)
        return result
    }

    private func keptOnOneLine(_ readings: [Reading]) -> [Reading] {
        let wide = readings.filter { $0.layout.columns.count > 1 && !$0.slots.isEmpty }
        let divided = wide.count { $0.place == nil && lineCount(of: $0) > 1 }
        guard divided > 0, divided * Self.share <= wide.count, wide.count(where: isOnOneLine) >= Self.fewest else {
            return readings
        }
        return readings.map { reading in
            guard reading.place == nil, reading.layout.columns.count > 1 else { return reading }
            guard lineCount(of: reading) > 1 else { return reading }
            let lines = lines(of: reading)
            var result = reading
            if let own = withoutPageNumber(lines, of: reading) {
                result.slots = own
            } else if lines.contains(where: isPageNumber),
                reading.slots.count != reading.layout.columns.count || !needsAll(reading)
            {
                result.slots = reading.slots.map { $0.isValue ? $0.inDoubt : $0 }
            }
            return result
        }
    }

    /// Whether a row has its values on one line, which is its label's where it has but one.
    private func isOnOneLine(_ reading: Reading) -> Bool {
        guard reading.place == nil else { return true }
        return lineCount(of: reading) == 1 && (reading.slots.count > 1 || reading.slots[0].line == reading.line)
    }

    /// The row's own values, where they stand on one line and a page's number on another: of two that may be one, those on
    /// the line of the label. Nil where that cannot be told, or as many stand there as the row has cells: then one of them
    /// may have come to a line of its own.
    private func withoutPageNumber(_ lines: [ArraySlice<Slot>], of reading: Reading) -> [Slot]? {
        guard lines.count == 2 else { return nil }
        let own = lines.filter { !isPageNumber($0) }
        if own.isEmpty { return lines.first { $0.first?.line == reading.line }.map(Array.init) }
        // Cells that ran together may go on below: 1220001 over 15.
        guard own.count == 1, own[0].count > 1, reading.slots.count != reading.layout.columns.count else { return nil }
        return own.first.map(Array.init)
    }

    /// Whether a row that is full with a number on a line of its own surely needs it: its values sum up to its last one. Else it
    /// may be a page's beside a blank cell, as 3 below the only value of 同意公开答复数 | | 1.
    private func needsAll(_ reading: Reading) -> Bool {
        guard hasTotals, let sum = BrokenTotals.sum(of: reading) else { return false }
        return reading.slots.last?.cell.number == sum
    }

    private func isPageNumber(_ slots: ArraySlice<Slot>) -> Bool {
        let isFraction = slots.count == Self.longest && slots[slots.startIndex + 1].text == [UInt8(ascii: "/")]
        guard slots.count == 1 || isFraction, let first = slots.first else { return false }
        return first.isNumber && first.text.count <= Self.longest && first.text.allSatisfy(ASCII.isDigit)
            && slots.last?.isNumber == true
    }

    private func lineCount(of reading: Reading) -> Int {
        reading.slots.indices.count { $0 == 0 || reading.slots[$0].line != reading.slots[$0 - 1].line }
    }

    private func lines(of reading: Reading) -> [ArraySlice<Slot>] {
        var lines: [ArraySlice<Slot>] = []
        var start = 0
        let slots = reading.slots
        for index in slots.indices where index + 1 == slots.count || slots[index + 1].line != slots[index].line {
            lines.append(slots[start...index])
            start = index + 1
        }
        return lines
    }

    /// In a table of one column: a row whose number stands before its unit, and another one behind it.
    private func keptBehindUnits(_ readings: [Reading]) -> [Reading] {
        let single = readings.filter { $0.place == nil && $0.layout.columns.count == 1 && $0.slots.count == 1 }
        let regular = single.count { isBehindUnit($0.slots[0]) }
        guard regular >= Self.fewest, (single.count - regular) * Self.share <= single.count else { return readings }
        return readings.map { reading in
            guard reading.place == nil, reading.slots.count == 1, reading.layout.columns.count == 1,
                !isBehindUnit(reading.slots[0]), reading.strays.contains(where: isBehindUnit)
            else { return reading }
            var result = reading
            result.slots = reading.strays.count == 1 ? reading.strays : [reading.slots[0].inDoubt]
            return result
        }
    }

    /// In a table of one column whose rows have their numbers on the lines of their labels: a number alone on a line may be the
    /// page's, and the row's cell a blank one, unless it stands below the other rows' numbers.
    private func inDoubtApart(_ readings: [Reading]) -> [Reading] {
        let single = readings.indices.filter {
            readings[$0].place == nil && readings[$0].layout.columns.count == 1
                && readings[$0].slots.count == 1
        }
        let apart = single.filter { isAlone(readings[$0].slots[0]) }
        guard !apart.isEmpty, apart.count * Self.share <= single.count,
            single.count >= apart.count + Self.fewest
        else { return readings }
        let ends = Set(single.filter { !apart.contains($0) }.flatMap { sides(of: readings[$0].slots[0]) })
        var result = readings
        for index in apart where isPageNumber(readings[index].slots[...]) {
            guard !sides(of: readings[index].slots[0]).contains(where: ends.contains) else { continue }
            result[index].slots = [readings[index].slots[0].inDoubt]
        }
        return result
    }

    /// Whether nothing else stands on the line of a number.
    private func isAlone(_ slot: Slot) -> Bool {
        guard let piece = slot.piece, piece > 0, piece + 1 < flow.pieces.count else { return false }
        return flow.pieces[piece].gap == .line && flow.pieces[piece + 1].gap == .line
            && flow.range(piece).count == slot.text.count
    }

    /// Where a number begins on its line, and where it ends, as a negative number.
    private func sides(of slot: Slot) -> [Int] {
        guard let column = slot.piece.flatMap({ flow.pieces[$0].textColumn })?.cells, column > 0 else {
            return []
        }
        return [column, -column - slot.text.count]
    }

    private func isBehindUnit(_ slot: Slot) -> Bool {
        guard let piece = slot.piece, piece > 0 else { return false }
        return NumberReader.isUnit(flow.bytes[flow.range(piece - 1)])
    }
}
