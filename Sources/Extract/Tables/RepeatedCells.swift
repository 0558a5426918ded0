internal import Model

/// What a tool repeats of a merged cell in each column that it covers, as the head above it is repeated.
enum RepeatedCells {
    typealias Reading = TableParse.RowReading

    /// The rows without the slots below repeated heads; a row in which others stand there keeps them.
    static func removed(from readings: [Reading]) -> [Reading] {
        guard readings.contains(where: { !$0.repeatedHeads.isEmpty }) else { return readings }
        return readings.map { reading in
            guard reading.slots.count > reading.layout.columns.count else { return reading }
            if reading.place == nil { return withoutRepeats(reading) }
            guard let repeated = repeatedColumns(of: reading) else { return reading }
            var result = reading
            result.slots.removeAll { $0.place.map { repeated.contains($0.column) } ?? false }
            return result.slots.count == reading.layout.columns.count ? result : reading
        }
    }

    /// A row outside of a grid whose last value stands there as often again as the last column's head does: 行政许可 2 2 2 below
    /// 本年处理决定数量 three times.
    private static func withoutRepeats(_ reading: Reading) -> Reading {
        let count = reading.layout.columns.count
        guard let column = reading.layout.columns.last, let repeated = reading.repeatedHeads[column],
            reading.slots.count == count + repeated,
            reading.slots.allSatisfy({ $0.place == nil && $0.isValue && $0.kind != .value(.ambiguous) })
        else { return reading }
        let last = reading.slots[count - 1]
        guard reading.slots[count...].allSatisfy({ $0.kind == last.kind && $0.text == last.text }) else {
            return reading
        }
        var result = reading
        result.slots.removeLast(repeated)
        return result
    }

    /// The columns of a row below the repeated head of its last column; nil where one of them holds another value than the
    /// first, or has a head of its own.
    private static func repeatedColumns(of reading: Reading) -> Set<Int>? {
        guard let column = reading.layout.columns.last, let count = reading.repeatedHeads[column],
            let head = reading.heads[column], head.table == reading.place?.table
        else { return nil }
        let repeated = (head.column + 1)...(head.column + count)
        let others = reading.layout.columns.dropLast().compactMap { reading.heads[$0]?.column }
        guard !others.contains(where: repeated.contains) else { return nil }
        let first = reading.slots.first { $0.place?.column == head.column }
        for next in repeated {
            let slot = reading.slots.first { $0.place?.column == next }
            guard slot?.kind == first?.kind, slot?.text == first?.text else { return nil }
        }
        return Set(repeated)
    }
}
