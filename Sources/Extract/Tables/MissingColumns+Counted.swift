internal import Bytes
internal import Forms
internal import Model

/// Tables that lack a column where no grid tells which numbers stand below which heads.
extension MissingColumns {
    /// The rows, where each has just as many numbers as the table has heads for it, one behind the other, and no word among the
    /// heads is unknown: then the numbers are those of the heads, in their order. Blank cells that left no trace would be other
    /// ones in other rows.
    static func countedInputs(of parse: TableParse, _ readings: [Reading], without missing: [Int]) -> [RowFitter.Input]?
    {
        guard hasKnownHeads(parse, readings) else { return nil }
        var filled = 0
        var inputs: [RowFitter.Input] = []
        for reading in readings {
            let own = reading.layout.columns
            let present = own.filter { !missing.contains($0) }
            guard !reading.isLost, !reading.isTorn, let values = values(of: reading), values.count == present.count
            else {
                return nil
            }
            if present.count < own.count { filled += 1 }
            inputs.append(input(reading, parse, values, present))
        }
        return filled >= fewestFilled ? inputs : nil
    }

    /// The numbers of a row that has no other cell between them.
    private static func values(of reading: Reading) -> [Slot]? {
        guard let first = reading.slots.firstIndex(where: \.isValue),
            let last = reading.slots.lastIndex(where: \.isValue)
        else { return nil }
        let values = reading.slots[first...last]
        return values.allSatisfy(\.isNumber) ? Array(values) : nil
    }

    /// Whether the form has each word between the table's first head and its first row: what is left of a head that a page broke
    /// or a reader of pictures misread is none.
    private static func hasKnownHeads(_ parse: TableParse, _ readings: [Reading]) -> Bool {
        guard let first = readings.map(\.piece).min() else { return false }
        return (parse.origin..<max(first, parse.origin)).allSatisfy { index in
            let text = parse.flow.bytes[parse.flow.range(index)]
            return text.isEmpty || text.first == UInt8(ascii: "(") || parse.layout.words.contains(Array(text))
        }
    }
}
