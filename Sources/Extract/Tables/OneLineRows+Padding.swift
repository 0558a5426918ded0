internal import Forms
internal import Model

/// The table of one line in a text of a tool that writes each cell with its bar on a line, and one line of bars behind a row for
/// the columns of its merged cells.
extension OneLineRows {
    /// The cells of the line without those bars; nil where cells share lines otherwise, or are not as many as `count`.
    ///
    ///     总计 |
    ///     |||||
    ///     2 |
    ///     |
    ///     1 |
    static func withoutPadding(_ run: [Slot], _ count: Int, _ parse: TableParse) -> [Slot]? {
        let flow = parse.flow
        guard run.allSatisfy({ $0.place == nil }), let first = run.first else { return nil }
        // A bar on a line of its own closes the last head.
        if first.kind == .perhapsBlank, let piece = first.piece, flow.pieces[piece].gap == .line {
            let rest = run[(1 + paddingEnd(run.dropFirst()))...]
            let closed = withoutClosingBars(rest.dropLast(paddingEnd(rest.reversed())), flow)
            if closed.count == count { return closed }
        }
        let padding = paddingEnd(run)
        let end = run.count - paddingEnd(run[padding...].reversed())
        let cells = run[padding..<end]
        guard zip(cells, cells.dropFirst()).allSatisfy({ $0.line < $1.line }) else { return nil }
        if padding > 0 || end < run.count, cells.count == count { return Array(cells) }
        guard cells.count == count + 1, cells.first?.kind == .perhapsBlank, beginsRowsWithBars(parse),
            !hasSeparators(run, parse)
        else { return nil }
        return Array(cells.dropFirst())
    }

    /// Whether a bar on a line of its own stands before the table's first head, as before each of its rows.
    private static func beginsRowsWithBars(_ parse: TableParse) -> Bool {
        guard parse.origin > 0, case let bar = parse.flow.pieces[parse.origin - 1] else { return false }
        return bar.kind == .perhapsBlank && bar.line < parse.flow.pieces[parse.origin].line
    }

    /// Whether what stands between the values is no blank cell: a bar on a line of its own that closes each, or a second separator.
    static func hasSeparators(_ run: [Slot], _ parse: TableParse) -> Bool {
        if SlotFitter.standBehindSeparators(run) || parse.hasDoubledHeads(before: parse.piece(of: run)) { return true }
        let values = run.filter(\.isValue)
        return values.count > 1 && run.allSatisfy { $0.place == nil }
            && values.dropLast().allSatisfy(parse.flow.hasClosingBar)
    }

    /// Whether several bars stand on a line before that of the first cell.
    static func beginsWithPadding(_ run: [Slot]) -> Bool {
        let padding = paddingEnd(run)
        return padding > 0 && padding < run.count && run[padding].line > run[0].line && run[0].place == nil
    }

    /// How many bars stand on the line of the first slot, where they are several.
    private static func paddingEnd(_ slots: some Sequence<Slot>) -> Int {
        var line: Int?
        let count = slots.prefix { slot in
            defer { line = line ?? slot.line }
            return slot.kind == .perhapsBlank && slot.line == line ?? slot.line
        }.count
        return count > 1 ? count : 0
    }

    /// The cells, where a bar on a line of its own closes each value.
    private static func withoutClosingBars(_ slots: ArraySlice<Slot>, _ flow: Flow) -> [Slot] {
        guard zip(slots, slots.dropFirst()).allSatisfy({ $0.line < $1.line }) else { return [] }
        var cells: [Slot] = []
        var index = slots.startIndex
        while index < slots.endIndex {
            let slot = slots[index]
            cells.append(slot)
            index += 1
            guard slot.isValue, index < slots.endIndex else { continue }
            guard flow.hasClosingBar(behind: slot) else { return [] }
            index += 1
        }
        return cells
    }
}
