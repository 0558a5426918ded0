/// Whether a page's end cut a row in two: its label goes on behind it, or stands on one page and the numbers on the other.
struct CutRow {
    /// The last cells of a page, and the first of the next.
    let upper: [RuledTable.Cell]
    let lower: [RuledTable.Cell]
    /// Whether no line is drawn between them.
    let isOpen: Bool

    var isCut: Bool {
        guard !upper.isEmpty, upper.allSatisfy({ $0.height == 1 }) || lower.allSatisfy({ $0.height == 1 }) else {
            return false
        }
        let below = lower.filter { cell in upper.contains { $0.columns == cell.columns } }
        guard below.count > 1 else { return false }
        // The end of a page that takes no more than a row's border.
        if isOpen, upper.allSatisfy(\.text.isEmpty) || lower.allSatisfy(\.text.isEmpty) { return true }
        guard let edge = edge(below), edge > 0 else { return false }
        let (above, behind) = (label(of: upper, edge), label(of: lower, edge))
        // No row is without a label: digits below those of the page before are the last of theirs.
        guard let behind else { return above != nil && (hasValues(lower) || isOpen) }
        guard let above else { return hasValues(upper) && !hasValues(lower) }
        // Some tools draw a row that the page's end cuts on both pages.
        if isOpen, above.bytes.reversed().starts(with: behind.bytes.reversed()), !contradicts(below) { return true }
        guard !behind.beginsRow, above.beginsRow || isBroken(above, edge) else { return false }
        return isOpen ? !contradicts(below) : !isInBoth(below, edge)
    }

    /// Whether a label without a number fills its cell, and only words are behind it: 其他对外管理服务 over 事项.
    private func isBroken(_ label: CellText, _ edge: Int) -> Bool {
        guard hasValues(upper), !hasValues(lower), let cell = upper.last(where: { $0.columns.upperBound == edge })
        else {
            return false
        }
        return label.fillsLastLine(width: cell.width)
    }

    /// The first column with a number or a unit, or that behind the last word.
    private func edge(_ below: [RuledTable.Cell]) -> Int? {
        (upper + below).filter { $0.text.isValue || $0.text.isUnit }.map(\.columns.lowerBound).min()
            ?? below.last { !$0.text.isEmpty }?.columns.upperBound
    }

    /// Whether a column of numbers has something on both pages, be it heads on one, that is not the rest of a full line's digits.
    private func isInBoth(_ below: [RuledTable.Cell], _ edge: Int) -> Bool {
        below.contains { cell in
            cell.columns.lowerBound >= edge
                && pairs(cell).contains { !$0.text.goesOn(in: cell.text, width: cell.width) }
        }
    }

    /// Whether it has something else on the one than on the other.
    private func contradicts(_ below: [RuledTable.Cell]) -> Bool {
        below.contains { cell in
            pairs(cell).contains { ($0.text.isValue || cell.text.isValue) && $0.text.bytes != cell.text.bytes }
        }
    }

    private func pairs(_ cell: RuledTable.Cell) -> [RuledTable.Cell] {
        guard !cell.text.isEmpty else { return [] }
        return upper.filter { $0.columns == cell.columns && !$0.text.isEmpty }
    }

    private func hasValues(_ cells: [RuledTable.Cell]) -> Bool { cells.contains { $0.text.isValue } }

    /// What stands in the cell before the numbers; nil where it is blank.
    private func label(of cells: [RuledTable.Cell], _ edge: Int) -> CellText? {
        cells.last { $0.columns.upperBound == edge && !$0.text.isEmpty }?.text
    }
}
