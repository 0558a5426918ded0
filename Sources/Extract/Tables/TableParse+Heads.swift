internal import Forms
internal import Model

/// Heads that stand above the columns in another order than the form's.
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
}
