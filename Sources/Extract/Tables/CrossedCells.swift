internal import Forms
internal import Model

/// Labels that were printed over the borders of several cells, and were cut by them line for line.
///
/// A label that reaches over the columns of the groups beside it (一、本年新收政府信息公开申请数量 in two lines) is cut where a
/// converter draws the borders: `一、本 开申请 | 年新收政府信息公 数量`. Read line by line over the cells it is whole again.
struct CrossedCells {
    let flow: Flow
    let lexicon: Lexicon

    /// 4 Chinese characters: what is shorter may be the end of one cell and the beginning of another.
    private static let shortest = 12
    /// The official table has three columns of labels.
    private static let mostCells = 3
    /// More lines than any label is printed in.
    private static let mostLines = 12

    /// The order of the pieces in which the labels are whole; nil where none is cut so.
    func order() -> [Int]? {
        var order = Array(flow.pieces.indices)
        var isChanged = false
        var cells: [Range<Int>] = []
        var index = 0
        while index < flow.pieces.count {
            let cell = cell(at: index)
            if flow.pieces[index].gap > .cell { cells.removeAll(keepingCapacity: true) }
            cells.append(cell)
            index = cell.upperBound
            for count in 2...Self.mostCells where cells.count >= count {
                guard let lines = lines(of: cells.suffix(count)) else { continue }
                order.replaceSubrange(cells[cells.count - count].lowerBound..<cell.upperBound, with: lines)
                isChanged = true
                cells.removeAll(keepingCapacity: true)
                break
            }
        }
        return isChanged ? order : nil
    }

    /// The pieces of the cell that begins with the piece.
    private func cell(at first: Int) -> Range<Int> {
        var end = first + 1
        while end < flow.pieces.count, flow.pieces[end].gap < .cell { end += 1 }
        return first..<end
    }

    /// The pieces of the cells line by line, where these make a row's label that the cells one by one do not.
    private func lines(of cells: ArraySlice<Range<Int>>) -> [Int]? {
        guard let most = cells.map(\.count).max(), most > 1, most <= Self.mostLines,
            cells.allSatisfy({ !isBlank($0) && $0.count + 1 >= most })
        else { return nil }
        var lines: [Int] = []
        for line in 0..<most {
            for cell in cells where line < cell.count { lines.append(cell.lowerBound + line) }
        }
        return endsInLabel(lines) && !endsInLabel(cells.flatMap(\.self)) ? lines : nil
    }

    private func isBlank(_ cell: Range<Int>) -> Bool { flow.range(cell.lowerBound).isEmpty }

    /// Whether the pieces are a row's label, its number apart, and nothing else.
    private func endsInLabel(_ pieces: [Int]) -> Bool {
        let text = pieces.flatMap { flow.bytes[flow.range($0)] }
        let start = Enumerator(text, at: 0, end: text.count)?.length ?? 0
        return lexicon.matcher.matches(in: text, at: WordLists.labels.places(in: text)).contains { match in
            match.start == start && match.end == text.count && match.end - match.start >= Self.shortest
                && lexicon.entries[match.label].contains(where: \.isRow)
        }
    }
}
