internal import Forms
internal import Model

/// Tables whose rows stand above their labels, each on a line of its own, as tools write them that put a row's cells in the
/// order of their baselines:
///
///     5 1 0 0 0 0 6
///     一、本年新收政府信息公开申请数量
///     0 0 0 0 0 0 0
///     二、上年结转政府信息公开申请数量
///
/// Read from each label on, every row would have the next one's values.
enum ValuesAbove {
    typealias Reading = TableParse.RowReading

    /// The rows with the values above their labels; where it is not certain that they stand so, the rows whose values may be
    /// their neighbours' are marked as lost. Nil where nothing hints at that.
    static func rows(_ readings: [Reading], of parse: TableParse) -> [Reading]? {
        guard let first = readings.first, readings.count > 1, isBelowLabels(readings, parse.flow) else { return nil }
        let above = line(before: first.piece, of: parse)
        if parse.table.columns.count == 1 { return single(readings, above, parse) }
        guard isRow(above, of: first), !numbersColumns(above), addsUp(above, parse) else { return nil }
        return moved(readings, above)
            ?? readings.map { reading in
                var reading = reading
                reading.isLost = true
                return reading
            }
    }

    /// The numbers that stand right before a piece, on a line by themselves.
    private static func line(before piece: Int, of parse: TableParse) -> [Slot] {
        let flow = parse.flow
        var slots: [Slot] = []
        var index = piece - 1
        while index >= 0, flow.pieces[index].kind == .text, flow.pieces[index].place == nil,
            slots.count <= parse.table.columns.count, let number = NumberReader.plain(flow.bytes, flow.range(index))
        {
            slots.append(parse.slot(.value(.number(number)), flow.range(index), flow.pieces[index], at: index))
            index -= 1
        }
        return slots.reversed()
    }

    /// Whether slots are as many numbers as the row has columns, more than one, on one line.
    private static func isRow(_ slots: [Slot], of reading: Reading) -> Bool {
        slots.count > 1 && slots.count == reading.layout.columns.count
            && slots.allSatisfy { $0.isNumber && $0.line == slots[0].line && $0.place == nil }
    }

    /// Whether the line only numbers the columns: 1 2 3 4 5 6 7.
    private static func numbersColumns(_ slots: [Slot]) -> Bool {
        slots.indices.allSatisfy { slots[$0].kind == .value(.number(Quantity($0 + 1))) }
    }

    /// Whether the last of the values is the sum of the others, where the table has such a column.
    private static func addsUp(_ slots: [Slot], _ parse: TableParse) -> Bool {
        guard parse.table.columns.last?.id == BrokenTotals.total else { return true }
        let numbers = slots.compactMap { $0.cell.number }
        guard numbers.count == slots.count, let total = numbers.last else { return false }
        return numbers.reduce(Quantity(0), +) == total + total
    }

    /// Whether the values of all rows that have some begin below their labels.
    private static func isBelowLabels(_ readings: [Reading], _ flow: Flow) -> Bool {
        readings.allSatisfy { reading in
            guard reading.place == nil else { return false }
            guard let index = reading.slots.first?.piece, index > 0 else { return reading.slots.isEmpty }
            return flow.pieces[index - 1].line < flow.pieces[index].line
        }
    }

    /// Each row with the values of the one before, where all then have as many as columns and the last one had none.
    private static func moved(_ readings: [Reading], _ above: [Slot]) -> [Reading]? {
        guard let last = readings.last, last.slots.isEmpty, last.strays.isEmpty else { return nil }
        var result = readings
        var slots = above
        for index in readings.indices {
            guard slots.count == readings[index].layout.columns.count, slots.allSatisfy(\.isNumber) else { return nil }
            result[index].slots = slots
            result[index].words = []
            result[index].hasOrphans = false
            slots = readings[index].slots
        }
        return result
    }

    // MARK: Tables of one column

    /// The same for rows of one number, which might be a page's: what tells it is that the last row has none, and that some
    /// stand between a heading and its first row, 三、依申请公开情况 / 102 / （一）收到申请数, where no row has its own.
    private static func single(_ readings: [Reading], _ above: [Slot], _ parse: TableParse) -> [Reading]? {
        guard let last = readings.last, last.slots.isEmpty, above.count == 1,
            readings.allSatisfy({ $0.slots.count <= 1 }),
            readings.count(where: { isBehindHeading($0, parse) }) >= fewestHeadings
        else { return nil }
        let rows = readings.map { reading in
            var row = reading
            row.slots = line(before: reading.piece, of: parse)
            row.isLost = row.slots.count != 1
            if row.isLost { row.slots = [] }
            row.words = []
            row.strays = []
            row.hasOrphans = false
            return row
        }
        return rows.count(where: \.isLost) * 4 <= rows.count
            ? rows
            : readings.map { reading in
                var reading = reading
                reading.isLost = true
                return reading
            }
    }

    private static let fewestHeadings = 2

    /// Whether the number above a row stands behind a line that is no row's.
    private static func isBehindHeading(_ reading: Reading, _ parse: TableParse) -> Bool {
        let (flow, index) = (parse.flow, reading.piece - 2)
        guard index > 0, line(before: reading.piece, of: parse).count == 1, flow.pieces[index].gap >= .line else {
            return false
        }
        return Enumerator(flow.bytes, at: flow.range(index).lowerBound, end: flow.range(index).upperBound)?.style
            == .chapter
    }
}
