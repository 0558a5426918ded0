internal import Bytes
internal import Forms
internal import Model

/// Whether narrow cells broke the numbers of a table into pieces, of which each stands on a line of its own: 2 and 5 for 25.
///
/// Rows that have more numbers than columns show it, and cells with two. A row with as many as it has columns has them by
/// accident then, where its blank cells left no trace or other rows took its pieces; that it adds up all the same is none.
struct BrokenCells {
    private let areThere: Bool

    /// One such row may have a page's number in it.
    private static let fewest = 2

    init(_ readings: [TableParse.RowReading], of table: TableForm) {
        let hasTotals = table.columns.last?.id == BrokenTotals.total
        areThere =
            hasTotals
            && (readings.contains(where: Self.hasTwofold)
                || readings.count { Self.hasSurplus($0) || $0.slots.contains(where: \.isDivided) } >= Self.fewest)
    }

    /// Whether the numbers of a row may be pieces of others.
    func mayBeIn(_ reading: TableParse.RowReading) -> Bool {
        guard areThere, reading.slots.count == reading.layout.columns.count,
            let sum = BrokenTotals.sum(of: reading)
        else { return false }
        return reading.slots.last?.cell.addend != sum
    }

    private static func hasTwofold(_ reading: TableParse.RowReading) -> Bool {
        hasSurplus(reading) && reading.slots.count >= 2 * reading.layout.columns.count
    }

    private static func hasSurplus(_ reading: TableParse.RowReading) -> Bool {
        reading.place == nil && reading.slots.count > reading.layout.columns.count
            && reading.slots.allSatisfy(\.isValue)
    }
}
