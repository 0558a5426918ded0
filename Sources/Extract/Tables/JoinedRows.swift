internal import Model

/// Tells which cells of a row are blank where a tool joined the cells of each row by as many blanks: an empty cell then
/// leaves twice as many.
///
/// Columns that stand below each other have no such measure, as the number that is missing was wide itself. It is trusted
/// only where every gap of the table is so many blanks or a multiple, no row comes out too wide, and some rows that have
/// blank cells between others come out as wide as they should.
struct JoinedRows {
    /// The slots of each row, with its blank cells, by the piece of its first number: rows may share a line.
    private let rows: [Int: [Slot]]

    private static let fewest = 3
    /// Blanks in the dozens are no cells.
    private static let widest = 12

    init(_ readings: [TableParse.RowReading], flow: Flow) {
        rows = Self.rows(readings, flow)
    }

    func fill(_ slots: [Slot]) -> [Slot]? { slots.first?.piece.flatMap { rows[$0] } }

    private static func rows(_ readings: [TableParse.RowReading], _ flow: Flow) -> [Int: [Slot]] {
        var lines: [(slots: [Slot], gaps: [Int], width: Int)] = []
        for reading in readings where !reading.slots.isEmpty {
            // Every row counts: one that does not stand on a line says that the table was made another way.
            guard let words = AlignedWord.line(of: reading.slots, flow), words.allSatisfy(\.isBehindWord) else {
                return [:]
            }
            lines.append((reading.slots, words.map(\.blanks), reading.layout.columns.count))
        }
        guard let base = lines.lazy.flatMap(\.gaps).min(), base > 0, base <= widest else { return [:] }
        var rows: [Int: [Slot]] = [:]
        var telling = 0
        for line in lines {
            guard line.gaps.allSatisfy({ $0 % base == 0 }) else { return [:] }
            let count = line.gaps.reduce(0) { $0 + $1 / base }
            // One blank divides words that no tool joined, too.
            guard base > 1 ? count <= line.width : count == line.width else { return [:] }
            if count == line.width, count > line.slots.count, line.gaps.dropFirst().contains(where: { $0 > base }) {
                telling += 1
            }
            if let piece = line.slots[0].piece { rows[piece] = filled(line.slots, line.gaps, base, line.width) }
        }
        return telling >= fewest ? rows : [:]
    }

    private static func filled(_ slots: [Slot], _ gaps: [Int], _ base: Int, _ width: Int) -> [Slot] {
        var result: [Slot] = []
        result.reserveCapacity(width)
        let blank = Slot.blank(line: slots[0].line, inDocument: slots[0].inDocument)
        for (slot, gap) in zip(slots, gaps) {
            for _ in 1..<(gap / base) { result.append(blank) }
            result.append(slot)
        }
        while result.count < width { result.append(blank) }
        return result
    }
}
