internal import Forms
internal import Model

/// Tables whose first column is 总计, before 自然人, as their heads say: outside of a grid nothing else tells which number is which.
///
/// The form's heads may come in that order too, where a tool writes those that are merged over two lines first. So the rows
/// must bear it out: the first number is the sum of the others, and the last is not.
enum TotalsFirst {
    typealias Reading = TableParse.RowReading

    /// The rows with their totals behind the others, as the form has them; where the rows do not tell, those that would differ
    /// are in doubt.
    static func read(_ readings: [Reading], of parse: TableParse) -> [Reading] {
        guard let total = parse.table.columns.indices.last, parse.table.columns[total].id == BrokenTotals.total,
            isBehindTotal(parse, total)
        else { return readings }
        var inFront = 0
        var behind = 0
        for reading in readings {
            guard let numbers = numbers(of: reading, count: total + 1) else { continue }
            let isInFront = isSum(numbers[0], of: numbers)
            let isBehind = isSum(numbers[total], of: numbers)
            if isInFront, !isBehind { inFront += 1 }
            if isBehind, !isInFront { behind += 1 }
        }
        if inFront == 0, behind > 0 { return readings }
        let isCertain = inFront > behind * certainty
        return readings.map { moved($0, total, isCertain: isCertain, parse) }
    }

    /// Whether 总计 stands right before the first column's head above the rows, and not behind it.
    private static func isBehindTotal(_ parse: TableParse, _ total: Int) -> Bool {
        let flow = parse.flow
        let end = parse.rows.compactMap { $0.map { flow.starts[$0.piece] } }.min() ?? parse.region.lowerBound
        let (first, last) = (parse.table.columns[0].label, parse.table.columns[total].label)
        let (head, word) = (Normaliser.normalised(first), Normaliser.normalised(last))
        guard let place = flow.lastIndex(of: head, in: max(0, end - farthest)..<end), place > word.count,
            !flow.holds(word, in: place..<end)
        else { return false }
        // A comma or a bar may stand between them.
        return flow.hasPrefix(word, at: place - word.count)
            || flow.bytes[place - 1] < 0x80 && flow.hasPrefix(word, at: place - 1 - word.count)
    }

    /// 130 Chinese characters: all heads, and the note in their corner.
    private static let farthest = 400

    /// Whether the row's cells are told by the heads above them in its grid.
    private static func isHeaded(_ reading: Reading, _ columns: [Int], _ parse: TableParse) -> Bool {
        guard let home = reading.place, parse.isReordered(reading, columns) else { return false }
        return columns.allSatisfy { reading.heads[$0].map { $0.column > home.column } ?? false }
    }

    /// A slip in one total is no sign of another order.
    private static let certainty = 3

    private static func moved(_ reading: Reading, _ total: Int, isCertain: Bool, _ parse: TableParse) -> Reading {
        let columns = reading.layout.columns
        guard !reading.slots.isEmpty, columns.count == total + 1, !isHeaded(reading, columns, parse) else {
            return reading
        }
        var reading = reading
        if isCertain, reading.slots.count == columns.count, reading.slots.allSatisfy(\.isCertain) {
            reading.slots.append(reading.slots.removeFirst())
            return reading
        }
        let isUniform =
            reading.slots.count == columns.count && reading.slots.allSatisfy { $0.kind == reading.slots[0].kind }
        if !isUniform { reading.isLost = true }
        return reading
    }

    /// The numbers of a row that has one in each column, and not only zeros.
    private static func numbers(of reading: Reading, count: Int) -> [Quantity]? {
        guard reading.slots.count == count else { return nil }
        let numbers = reading.slots.compactMap { slot in
            if case .value(.number(let number)) = slot.kind { number } else { nil }
        }
        return numbers.count == count && numbers.contains { $0 != Quantity(0) } ? numbers : nil
    }

    private static func isSum(_ number: Quantity, of numbers: [Quantity]) -> Bool {
        number + number == numbers.reduce(Quantity(0), +)
    }
}
