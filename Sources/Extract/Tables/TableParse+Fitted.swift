internal import Bytes
internal import Forms
internal import Model

/// What stands in a row, where it can be told which column each value is.
extension TableParse {
    /// Whether slots may be a row's: a number that its column cannot hold, as a decimal one among counts, is another column's
    /// where the row has cells that may be none, or the row above lacks its values.
    func mayBe(_ slots: [Slot], _ kinds: [ValueKind], _ reading: RowReading) -> Bool {
        guard zip(slots, kinds).contains(where: { !Self.mayHold($1, $0) }) else { return true }
        if let home = reading.place {
            // Many rows on one line of a grid are no grid of the table's.
            return rows.count { $0?.place?.table == home.table && $0?.place?.row == home.row } <= 1
        }
        let index = rows.firstIndex { $0?.layout === reading.layout } ?? 0
        let isBelowEmpty = index > 0 && rows[index - 1]?.slots.isEmpty == true
        return reading.slots.allSatisfy(\.isCertain) && !isBelowEmpty
    }

    private static func mayHold(_ kind: ValueKind, _ slot: Slot) -> Bool {
        guard case .value(.number(let number)) = slot.kind else { return true }
        switch kind {
        case .count, .change:
            // 1.2万 is a whole number.
            guard let whole = number.whole ?? CellReader.cell(slot, kind: kind).number?.whole else { return false }
            return kind == .change || whole >= 0
        case .money: return true
        }
    }

    /// What stands in the row where it can be told which column each is, by the surest sign first.
    func fitted(_ reading: RowReading, _ columns: [Int], _ rhythm: LazyRhythm) -> [Slot]? {
        if reading.slots.isEmpty {
            return Array(repeating: .blank(line: reading.line, inDocument: reading.inDocument), count: columns.count)
        }
        // A cell that a tool moved out of the grid leaves its row short.
        if strays > 0, reading.place != nil, reading.slots.count < columns.count { return nil }
        if isCutShort(reading, columns)
            || SlotFitter.standBehindSeparators(reading.slots) && !isBesidePlainRows(reading)
            || SlotFitter.breaksBehindBars(reading.slots)
        {
            return nil
        }
        if isReordered(reading, columns), let slots = byHeads(reading, columns) { return slots }
        if let slots = SlotFitter.fit(reading.slots, to: columns.count), !SlotFitter.isInDoubt(slots) { return slots }
        if let slots = byHeads(reading, columns) { return slots }
        let padded: SlotFitter.SpareSide? = reading.slots.last?.kind == .perhapsBlank && areRowsPadded ? .end : nil
        if let side = spareSide(besides: reading.slots.count, columns.count) ?? padded,
            let slots = SlotFitter.fit(reading.slots, to: columns.count, spare: side), !SlotFitter.isInDoubt(slots)
        {
            return slots
        }
        if let slots = SlotFitter.withoutRepeats(reading.slots, to: columns.count) { return slots }
        if let slots = flow.withTypedBlanks(reading.slots, to: columns.count) { return slots }
        guard let rhythm = rhythm.value, let gaps = flow.gaps(of: reading.slots) else { return nil }
        let isLast = reading.slots.last?.piece.map { flow.range($0).upperBound >= region.upperBound } ?? false
        return rhythm.fill(
            reading.slots,
            gaps: gaps.gaps,
            after: gaps.after,
            count: columns.count,
            endsTable: isLast
        )
    }

    /// Whether rows of the grid that a row stands in have values right beside each other: then no cell there has separators of
    /// its own.
    private func isBesidePlainRows(_ reading: RowReading) -> Bool {
        guard let home = reading.place, reading.slots.allSatisfy(\.isCertain) else { return false }
        let plain = rows.indices.count { index in
            guard rows[index]?.place?.table == home.table, let slots = rows[index]?.slots else { return false }
            return zip(slots, slots.dropFirst()).contains { $0.isValue && $1.isValue }
        }
        return plain >= Self.fewestPlain
    }

    private static let fewestPlain = 2

    /// On which side the rows of `wide` slots have those that are none of their columns: other rows of that width show it,
    /// which have a value on one side only. Nil where none does, or both are seen.
    private func spareSide(besides wide: Int, _ count: Int) -> SlotFitter.SpareSide? {
        var found: SlotFitter.SpareSide?
        for index in rows.indices where rows[index]?.slots.count == wide {
            guard let side = rows[index].flatMap({ SlotFitter.spareSide(of: $0.slots, for: count) }) else { continue }
            if let found, found != side { return nil }
            found = side
        }
        return found
    }

    /// Whether a tool filled rows up behind their last cell, one bar for each column that a merged cell took: then a cell
    /// stands on each line, a blank one as a bar alone, and several bars on the row's last line.
    private var areRowsPadded: Bool {
        rows.indices.count { rows[$0]?.slots.last?.kind == .perhapsBlank && Self.isPadded(rows[$0]?.slots ?? []) }
            >= Self.fewestPadded
    }

    private static let fewestPadded = 3

    private static func isPadded(_ slots: [Slot]) -> Bool {
        guard let last = slots.last, last.kind == .perhapsBlank else { return false }
        let padding = slots.reversed().prefix { $0.kind == .perhapsBlank && $0.line == last.line }.count
        guard padding > 1, padding < slots.count else { return false }
        let cells = slots.dropLast(padding)
        return zip(cells, cells.dropFirst()).allSatisfy { $0.line < $1.line } && (cells.last?.line ?? 0) < last.line
    }

    /// Whether a row of a grid has blank cells before the first column, of a label that is merged over them, and ends before
    /// the last column: it lacks a cell, and nobody knows which.
    private func isCutShort(_ reading: RowReading, _ columns: [Int]) -> Bool {
        guard let home = reading.place, let first = reading.slots.first, first.kind == .blank,
            let start = first.place?.column, let end = reading.slots.last?.place?.column
        else { return false }
        let heads = columns.compactMap { reading.heads[$0] }.filter { $0.table == home.table }.map(\.column)
        guard heads.count == columns.count, let firstHead = heads.min(), let lastHead = heads.max() else {
            return false
        }
        return start < firstHead && end < lastHead
    }

    /// The slots that stand under their columns' heads in the document's own table; nil where a head was not seen.
    private func byHeads(_ reading: RowReading, _ columns: [Int]) -> [Slot]? {
        guard let home = reading.place else { return nil }
        // Where a tool dropped the merged cells of the heads, they stand above other columns, and some above one.
        let places = columns.compactMap { reading.heads[$0]?.column }
        guard Set(places).count == columns.count, places.allSatisfy({ $0 > home.column }) else { return nil }
        var slots: [Slot] = []
        for column in columns {
            guard let head = reading.heads[column], head.table == home.table else { return nil }
            let slot = reading.slots.first { $0.place?.column == head.column }
            slots.append(slot ?? .blank(line: reading.line, inDocument: reading.inDocument))
        }
        // A tool that lost the width of a label's cell moved the values by one, and filled the row up behind them.
        let isBlankBefore =
            reading.slots.first { $0.kind == .blank && $0.place?.column ?? 0 < places.min() ?? 0 } != nil
        if isBlankBefore, slots.last?.kind == .blank, slots.contains(where: \.isValue) { return nil }
        let used = slots.count { $0.kind != .blank }
        return used == reading.slots.count { $0.isCertain && $0.kind != .blank } ? slots : nil
    }
}
