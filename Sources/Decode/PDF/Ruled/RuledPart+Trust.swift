/// Whether lines are those around the cells, and not only some of them: then a cell of the drawing holds what several cells of the
/// table have, and the words alone tell more.
extension RuledPart {
    /// So many cells with several rows' numbers are no accident.
    private static let telling = 2

    var isTrusted: Bool {
        texts.allSatisfy(\.isOneCells) && !hasSeveralRows && !hasOpenLabels
    }

    /// Whether numbers of several rows stand right beside one cell of words: no lines part the labels.
    private var hasOpenLabels: Bool {
        grid.cells.indices.contains { index in
            let cell = grid.cells[index]
            guard cell.rows.count > 1, !texts[index].isEmpty, !texts[index].isValue else { return false }
            let beside = grid.cells.indices.filter { other in
                grid.cells[other].columns.lowerBound == cell.columns.upperBound
                    && cell.rows.contains(grid.cells[other].rows.lowerBound) && texts[other].isValue
            }
            return beside.count > 1
        }
    }

    /// Whether the lines between rows are missing: numbers stand below each other that are none broken by a narrow cell, or
    /// rows' numbers begin the lines of a label.
    private var hasSeveralRows: Bool {
        if texts.contains(where: \.hasSeveralLabels) { return true }
        // No number of the forms is merged over rows: whose it is nobody knows.
        if grid.cells.indices.contains(where: { grid.cells[$0].rows.count > 1 && texts[$0].isValue }) { return true }
        let stacked = grid.cells.indices.filter { index in
            let cell = grid.cells[index]
            return texts[index].isStacked(width: grid.right(cell) - grid.left(cell))
        }
        let rows = Dictionary(grouping: stacked) { grid.cells[$0].rows.lowerBound }
        return rows.values.contains { $0.count >= Self.telling }
    }

    /// Whether a number stands right below the last line, or right above the first: a row that has no lines, or that the page's
    /// end cut; or several further below, where the lines stand around heads alone, none of whose cells is blank.
    func goesOnWithoutLines(_ words: [WordBox]) -> Bool {
        if countBeside(words, Self.room) > 0 { return true }
        return texts.allSatisfy { !$0.isEmpty && !$0.isValue } && countBeside(words, Self.headRoom) > 1
    }

    /// How many numbers, other than the page's, stand nearer to the first or the last line than `room`, in heights of a word.
    private func countBeside(_ words: [WordBox], _ room: Double) -> Int {
        words.count { word in
            guard word.isDigits, word.left > left, word.right < right, !word.text.elementsEqual("\(page + 1)".utf8)
            else {
                return false
            }
            return word.middle > bottom && word.top < bottom + room * word.height
                || word.middle < top && word.bottom > top - room * word.height
        }
    }

    private static let room = 0.6
    private static let headRoom = 3.0

    /// Whether words stand beside the table, level with its rows: cells that have no lines.
    static func hasNeighbours(_ grid: RuledGrid, _ words: [WordBox]) -> Bool {
        let rows = grid.ys[0]...grid.ys[grid.rowCount]
        return words.contains { rows.contains($0.middle) && grid.cell(at: $0.center, $0.middle) == nil }
    }

    /// Whether most words of a page stand on their side: their lines go from top to bottom.
    static func isSideways(_ words: [WordBox]) -> Bool {
        let long = words.filter { $0.length > 1 }
        return long.count { $0.height > 1.3 * ($0.right - $0.left) } > long.count / 2
    }
}

extension CellText {
    /// Whether no line of it has numbers, units or heads that stand apart, as those of neighbouring cells do. Characters that are
    /// set wide, 总 计, are one word.
    fileprivate var isOneCells: Bool {
        lines.allSatisfy { line in
            zip(line, line.dropFirst()).allSatisfy { left, right in
                let isText = left.kind == .text && right.kind == .text
                if isText, min(left.length, right.length) < Self.shortestHead { return true }
                return right.left - left.right < Self.farApart * max(left.em, right.em)
            }
        }
    }

    /// In the width of a character.
    private static let farApart = 1.6
    private static let shortestHead = 3

    /// Whether a row's number begins a line behind the first: 1.属于国家秘密 over 2.其他法律行政法规禁止公开.
    fileprivate var hasSeveralLabels: Bool {
        lines.dropFirst().contains { line in line.first.map { $0.hasNumber && $0.length > 2 } ?? false }
    }

    /// Whether a number stands below another that is not full.
    fileprivate func isStacked(width: Double) -> Bool {
        lines.count > 1 && isValue && parts(width: width).count > 1
    }
}
