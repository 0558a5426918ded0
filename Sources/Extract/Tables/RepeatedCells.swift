internal import Model

/// What a tool repeats of a merged cell in each column that it covers, as the head above it is repeated.
enum RepeatedCells {
    typealias Reading = TableParse.RowReading

    /// The rows without the slots below repeated heads; a row in which others stand there keeps them.
    static func removed(from readings: [Reading]) -> [Reading] {
        guard readings.contains(where: { !$0.repeatedHeads.isEmpty }) else { return readings }
        return readings.map { reading in
            guard reading.slots.count > reading.layout.columns.count, let repeated = repeatedColumns(of: reading) else {
                return reading
            }
            var result = reading
            result.slots.removeAll { $0.place.map { repeated.contains($0.column) } ?? false }
            return result.slots.count == reading.layout.columns.count ? result : reading
        }
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
