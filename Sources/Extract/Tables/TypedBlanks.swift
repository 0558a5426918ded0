internal import Model

/// The blank cells of a row that a text keeps as lines of blanks which a page's author typed, `&nbsp;`, between the lines of
/// its numbers:
///
///     四、结转下年度继续办理⏎␣⏎␣⏎0⏎0⏎0⏎␣⏎␣
///
/// They are trusted only where they and the numbers are as many as the row has columns.
extension Flow {
    /// The slots with those blanks; nil where they do not come out right.
    func withTypedBlanks(_ slots: [Slot], to count: Int) -> [Slot]? {
        guard !outline.typedBlanks.isEmpty, slots.count < count, let last = slots.last?.piece else { return nil }
        var cells: [Slot] = []
        for slot in slots {
            guard slot.place == nil, slot.isValue, let piece = slot.piece, pieces[piece].lineEnds > 0 else {
                return nil
            }
            append(typedBlanks(before: piece), slot.line, to: &cells)
            cells.append(slot)
        }
        if cells.count < count { append(typedBlanks(before: last + 1), slots[slots.count - 1].line, to: &cells) }
        return cells.count == count ? cells : nil
    }

    private func append(_ blanks: Int, _ line: Int, to cells: inout [Slot]) {
        cells += Array(repeating: .blank(line: line), count: blanks)
    }

    /// How many lines of typed blanks stand before a piece.
    func typedBlanks(before piece: Int) -> Int {
        guard piece < pieces.count else { return 0 }
        let start = pieces[piece].start
        let all = outline.typedBlanks
        guard let last = all.last, last >= start else { return 0 }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < start { low = middle + 1 } else { high = middle }
        }
        return all[low...].prefix { $0 == start }.count
    }
}
