internal import Bytes
internal import Forms
internal import Model

/// Whether narrow cells broke the numbers of a table into pieces, of which each stands on a line of its own: 2 and 5 for 25.
///
/// Rows that have more numbers than columns show it, and cells with two. A row with as many as it has columns has them by
/// accident then, where its blank cells left no trace or other rows took its pieces; that it adds up all the same is none.
struct BrokenCells {
    private let areThere: Bool
    private let flow: Flow
    /// The lines of digits that stand by themselves, behind the rows that took them.
    private var loose: [Int: ArraySlice<Slot>] = [:]

    /// One such row, or numbers before the first one, may have a page's number in it.
    private static let fewest = 2

    init(_ readings: [TableParse.RowReading], of table: TableForm, flow: Flow, early: Int) {
        self.flow = flow
        let hasTotals = table.columns.last?.id == BrokenTotals.total
        areThere =
            hasTotals
            && (readings.contains(where: Self.hasTwofold)
                || min(early, 1) + readings.count { Self.hasSurplus($0) || $0.slots.contains(where: \.isDivided) }
                    >= Self.fewest)
        guard areThere else { return }
        for reading in readings where Self.hasSurplus(reading) {
            guard let last = reading.slots.last, last.line > reading.slots[0].line else { continue }
            let first = reading.slots.lastIndex { $0.line < last.line } ?? 0
            loose[last.line] = reading.slots[(first + 1)...]
        }
    }

    /// Whether the numbers of a row may be pieces of others.
    func mayBeIn(_ reading: TableParse.RowReading) -> Bool {
        guard areThere, reading.slots.count == reading.layout.columns.count else { return false }
        // A blank total is no piece of one.
        guard let sum = BrokenTotals.sum(of: reading), let total = reading.slots.last?.cell.number else { return false }
        return total != sum || goesOn(in: reading)
    }

    /// Whether each number on the line above may go on in the row's number below it: 1 and 1 over 二、… 2 0 2.
    private func goesOn(in reading: TableParse.RowReading) -> Bool {
        guard reading.place == nil, let line = reading.slots.first?.line, let above = loose[line - 1] else {
            return false
        }
        return above.allSatisfy { part in
            part.isNumber && part.text.first != ASCII.zero
                && reading.slots.contains { rest in
                    rest.isNumber && rest.line == line && rest.text.count <= part.text.count && areNear(part, rest)
                }
        }
    }

    /// Whether two words of aligned lines begin below each other, or nearly so.
    private func areNear(_ one: Slot, _ other: Slot) -> Bool {
        guard let first = column(of: one), let second = column(of: other) else { return false }
        return abs(first.characters - second.characters) <= Self.nearest
            || abs(first.cells - second.cells) <= Self.nearest
    }

    private static let nearest = 2

    private func column(of slot: Slot) -> TextColumn? { slot.piece.flatMap { flow.pieces[$0].textColumn } }

    private static func hasTwofold(_ reading: TableParse.RowReading) -> Bool {
        hasSurplus(reading) && reading.slots.count >= 2 * reading.layout.columns.count
    }

    private static func hasSurplus(_ reading: TableParse.RowReading) -> Bool {
        reading.place == nil && reading.slots.count > reading.layout.columns.count
            && reading.slots.allSatisfy(\.isValue)
    }
}
