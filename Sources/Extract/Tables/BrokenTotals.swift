internal import Bytes
internal import Forms
internal import Model

/// Totals whose last digits a narrow cell broke off: 1202 over 7.
///
/// In a text without a grid the digits look like a page's number, and in a cell nobody knows whether two numbers are one.
/// They are the total's where its parts sum up to both together.
enum BrokenTotals {
    typealias Reading = TableParse.RowReading

    static let total = "total"

    static func mended(_ readings: [Reading], of table: TableForm) -> [Reading] {
        guard table.columns.last?.id == total else { return readings }
        return readings.map { reading in
            guard let slot = whole(reading) ?? wholeInCell(reading) else { return reading }
            var result = reading
            result.slots.removeLast(reading.slots.count - reading.layout.columns.count + 1)
            result.slots.append(slot)
            return result
        }
    }

    /// The whole total of a row that has one value too many, on a line of its own.
    private static func whole(_ reading: Reading) -> Slot? {
        let count = reading.layout.columns.count
        guard reading.place == nil, count > 2, reading.slots.count == count + 1 else { return nil }
        let (total, rest) = (reading.slots[count - 1], reading.slots[count])
        guard rest.line > total.line, reading.slots[0].line == total.line, isDigits(total), isDigits(rest) else {
            return nil
        }
        guard let sum = sum(of: reading), total.cell.number != sum else { return nil }
        return joined(total, with: rest.text, to: sum)
    }

    /// The same of a row whose total stands in two pieces in its cell.
    private static func wholeInCell(_ reading: Reading) -> Slot? {
        let count = reading.layout.columns.count
        guard reading.place != nil, count > 2, reading.slots.count == count, let total = reading.slots.last,
            total.kind == .value(.ambiguous), !total.mayBeOthers, total.text.allSatisfy(ASCII.isDigit),
            let sum = sum(of: reading)
        else { return nil }
        return joined(total, with: [], to: sum)
    }

    /// The sum of a row's parts; nil where one is no number.
    static func sum(of reading: Reading) -> Quantity? {
        var sum = Quantity(0)
        for slot in reading.slots[..<(reading.layout.columns.count - 1)] {
            guard let addend = slot.cell.addend else { return nil }
            sum = sum + addend
        }
        return sum
    }

    private static func joined(_ total: Slot, with rest: [UInt8], to sum: Quantity) -> Slot? {
        var slot = total
        slot.text += rest
        guard NumberReader.plain(slot.text, 0..<slot.text.count) == sum else { return nil }
        slot.kind = .value(.number(sum))
        slot.isInferred = true
        return slot
    }

    private static func isDigits(_ slot: Slot) -> Bool { slot.isNumber && slot.text.allSatisfy(ASCII.isDigit) }
}
