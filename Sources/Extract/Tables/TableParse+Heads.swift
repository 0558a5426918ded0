internal import Bytes
internal import Forms
internal import Model

/// Heads that stand above the columns in another order than the form's, or are another form's, and words among them.
extension TableParse {
    /// Whether the heads of all columns stand above the row in another order than the form's, and say so rightly.
    func isReordered(_ reading: RowReading, _ columns: [Int]) -> Bool {
        standsReordered(reading, columns) && !isMisheaded
    }

    private func standsReordered(_ reading: RowReading, _ columns: [Int]) -> Bool {
        guard let home = reading.place else { return false }
        var isSorted = true
        var last = -1
        for column in columns {
            guard let head = reading.heads[column], head.table == home.table else { return false }
            if head.column <= last { isSorted = false }
            last = head.column
        }
        return !isSorted && Set(columns.map { reading.heads[$0]?.column }).count == columns.count
    }

    /// Whether the heads' order is only a slip of their merged cells: 法人或其他组织 over one column too few moves 总计 before
    /// 其他. The rows tell, which are full: their totals are right in the form's order, and none is in the heads'.
    private var isMisheaded: Bool {
        guard let total = table.columns.indices.last, table.columns[total].id == "total" else { return false }
        var inOrder = false
        for reading in rows {
            guard let reading, case let columns = reading.layout.columns, columns.last == total,
                standsReordered(reading, columns), let numbers = numbers(of: reading, columns),
                let head = reading.heads[total],
                let place = reading.slots.firstIndex(where: { $0.place?.column == head.column })
            else { continue }
            let all = numbers.reduce(Quantity(0), +)
            let isRight = numbers[columns.count - 1] + numbers[columns.count - 1] == all
            let isRightByHeads = numbers[place] + numbers[place] == all
            if isRightByHeads, !isRight { return false }
            inOrder = inOrder || isRight && !isRightByHeads
        }
        return inOrder
    }

    /// The numbers of a row that has one for each column; nil for any other.
    private func numbers(of reading: RowReading, _ columns: [Int]) -> [Quantity]? {
        guard reading.slots.count == columns.count else { return nil }
        let numbers = reading.slots.compactMap { slot in
            if case .value(.number(let number)) = slot.kind { number } else { nil }
        }
        return numbers.count == columns.count ? numbers : nil
    }

    /// So far before a row's label its heads may stand: 200 Chinese characters.
    private static let farthestHead = 600

    /// Whether the row whose label begins at `start` stands below heads of another year's form, and none of its own: 规章 below
    /// 本年新制作数量, 本年新公开数量 and 对外公开总数量 in the form that asks for 本年废止件数.
    func isBelowOtherHeads(_ columns: [Int], at start: Int) -> Bool {
        guard !layout.otherHeads.isEmpty, columns.count > 1, heads.isDisjoint(with: columns) else { return false }
        let before = max(0, start - Self.farthestHead)..<start
        return layout.otherHeads.contains { flow.firstIndex(of: $0, in: before) != nil }
    }

    /// Whether a label stands among the heads of a small table: the next cell of its line is another word.
    func isInHeads(_ label: TableLabel) -> Bool {
        guard !label.rows.isEmpty, label.column == nil else { return false }
        let index = label.lastPiece
        guard let place = flow.pieces[index].place, index + 1 < flow.pieces.count,
            let beside = flow.pieces[index + 1].place, beside.table == place.table, beside.row == place.row,
            beside.column != place.column
        else { return false }
        let range = flow.range(index + 1)
        return range.count >= 6 && !startsValue(range) && !NumberReader.isMark(flow.bytes, range)
            && !NumberReader.isUnit(flow.bytes[range]) && !(isTotalOfGroup(range) && isInLine(index + 2, of: place))
    }

    private func isInLine(_ index: Int, of place: GridPlace) -> Bool {
        guard index < flow.pieces.count, let other = flow.pieces[index].place else { return false }
        return other.table == place.table && other.row == place.row
    }

    private static let totals = ["总数", "总计", "合计", "小计", "数量"].map { Array($0.utf8) }

    /// Whether a cell says that the row is what its group comes to, whose name is merged over all rows of the group:
    /// 四、行政复议数量 | 总数 | 件 | 2.
    func isTotalOfGroup(_ range: Range<Int>) -> Bool {
        Self.totals.contains { flow.bytes[range].elementsEqual($0) }
    }
}
