/// Tells the columns of a table from the places of its cells, and finds their heads.
struct ColumnFinder {
    /// A table with more columns, or more words above its cells, is none: its cells have no columns.
    private static let maximumColumns = 40
    private static let maximumHeads = 500
    /// A table of applicants or of outcomes has as many.
    private static let manyColumns = 5

    let rows: [ValueLine]
    /// The words above the first row that stand over the cells.
    let heads: [WordBox]
    /// Left of it stands no column: where the cells begin, or the labels end.
    let edge: Double
    private(set) var columns: [ClosedRange<Double>] = []
    private(set) var stacks: [Int: BoxTable.Stack] = [:]
    private(set) var upper: [WordBox] = []

    init(rows: [ValueLine], heads: [WordBox], edge: Double) {
        self.rows = rows
        self.heads = heads
        self.edge = edge
    }

    mutating func find() {
        guard heads.count <= Self.maximumHeads, addColumns() else {
            columns = []
            upper = heads
            return
        }
        joinSides()
        addBlankColumns()
        assignHeads()
    }

    /// Adds the columns of the cells; false where there are too many.
    private mutating func addColumns() -> Bool {
        for word in rows.flatMap(\.values) {
            add(word.left...max(word.left, word.right))
            if columns.count > Self.maximumColumns { return false }
        }
        sortColumns()
        return true
    }

    /// Cells that overlap across are of one column.
    private mutating func add(_ stretch: ClosedRange<Double>) {
        var merged = stretch
        columns.removeAll { column in
            guard min(column.upperBound, stretch.upperBound) - max(column.lowerBound, stretch.lowerBound) > 0.3 else {
                return false
            }
            merged = min(merged.lowerBound, column.lowerBound)...max(merged.upperBound, column.upperBound)
            return true
        }
        columns.append(merged)
    }

    /// Joins what seems to be columns below one head, where some cells stand at the left and others in the middle: below
    /// 法律服务机构 a / stands left of the numbers of other rows. No row has both, and no other head stands over one of them.
    private mutating func joinSides() {
        // With fewer columns, the tables of several heads one below the other may be one.
        guard columns.count >= Self.manyColumns else { return }
        for head in heads where !isOverSeveral(head) {
            let under = columns(under: head)
            guard under.count > 1, let first = under.first, let last = under.last else { continue }
            let isAlone = heads.allSatisfy { other in
                let own = columns(under: other)
                return own.allSatisfy { !under.contains($0) } || isOverSeveral(other)
                    || own.allSatisfy(under.contains)
                        && other.overlapsAcross(head)
            }
            let together = columns[first].lowerBound...columns[last].upperBound
            let isShared = rows.contains { row in
                row.values.count { $0.left >= together.lowerBound && $0.right <= together.upperBound } > 1
            }
            guard isAlone, !isShared else { continue }
            columns.replaceSubrange(first...last, with: [together])
        }
    }

    private func columns(under word: WordBox) -> [Int] {
        columns.indices.filter { columns[$0].lowerBound < word.right - 0.3 && word.left + 0.3 < columns[$0].upperBound }
    }

    /// A column whose cells are all blank shows by its head alone: a head that stands on the others' level, over no cell
    /// and over no other head.
    ///
    /// Over numbers that stand at one side of their cells a head stands beside its column, and is no blank one's.
    ///
    /// The level goes from head to head: where all five columns between 自然人 and 总计 are blank, 其他 is level with 社会公
    /// over 益组织 beside it, and that one with 自然人; or it is below 法人或其他组织, which is level with 自然人.
    private mutating func addBlankColumns() {
        // The head of the labels stands left of the cells.
        var orphans = heads.filter { word in
            word.center > edge && columns(under: word).isEmpty
                && !heads.contains { $0.top > word.top + 1 && $0.overlapsAcross(word) && !columns(under: $0).isEmpty }
                && !isOverSeveral(word) && !goesOnWithHead(word)
        }
        var level = heads.filter { columns(under: $0).count == 1 }
        level += belowGroups(beside: level, among: orphans)
        var isChanged = true
        while isChanged {
            isChanged = false
            for word in orphans
            where level.contains(where: { $0 == word || $0.sharesHeight(word) && !$0.overlapsAcross(word) }) {
                guard columns.count < Self.maximumColumns else { return sortColumns() }
                if !isBesideHeadless(word) { add(word.left...max(word.left, word.right)) }
                level.append(word)
                orphans.removeAll { $0 == word }
                isChanged = true
            }
        }
        sortColumns()
    }

    /// The heads right below one of several columns that is level with a column's: where heads stand at the top of their
    /// cells, 商业企业 is below 法人或其他组织, which is level with 自然人.
    private func belowGroups(beside level: [WordBox], among orphans: [WordBox]) -> [WordBox] {
        let groups = heads.filter { group in
            columns(under: group).isEmpty && isOverSeveral(group)
                && level.contains { $0.sharesHeight(group) && !$0.overlapsAcross(group) }
        }
        return orphans.filter { word in
            groups.contains { group in
                let gap = word.top - group.bottom
                return group.overlapsAcross(word) && gap > -0.3 * word.em && gap < 1.2 * word.em
            }
        }
    }

    private mutating func sortColumns() { columns.sort { $0.lowerBound < $1.lowerBound } }

    /// Whether a word is the next line of the head of a column with cells: 自然 over 人.
    private func goesOnWithHead(_ word: WordBox) -> Bool {
        heads.contains { other in
            other.overlapsAcross(word) && other.top < word.top && word.top - other.bottom < 0.7 * word.em
                && columns(under: other).count == 1
        }
    }

    /// Whether the cells beside a word, at its left or its right, have no head: then it may be theirs.
    private func isBesideHeadless(_ word: WordBox) -> Bool {
        let before = columns.filter { $0.upperBound <= word.left + 0.3 }.max { $0.upperBound < $1.upperBound }
        let behind = columns.filter { $0.lowerBound >= word.right - 0.3 }.min { $0.lowerBound < $1.lowerBound }
        return [before, behind].compactMap(\.self).contains { column in
            !heads.contains { $0.left + 0.3 < column.upperBound && column.lowerBound < $0.right - 0.3 }
        }
    }

    /// Whether two heads that stand beside each other are below a word: it is a head of several columns.
    private func isOverSeveral(_ word: WordBox) -> Bool {
        let below = heads.filter { $0.top > word.top + 1 && $0.overlapsAcross(word) }
        return Self.standBeside(below) || isInTheMiddle(of: word)
    }

    private static func standBeside(_ words: [WordBox]) -> Bool {
        guard let left = words.map(\.right).min(), let right = words.map(\.left).max() else { return false }
        return left <= right + 0.5
    }

    /// Whether a word stands over the middle of heads beside each other, between its neighbours on its line: of the five
    /// below 法人或其他组织 only the middle one reaches under it.
    private func isInTheMiddle(of word: WordBox) -> Bool {
        let beside = heads.filter { $0.sharesHeight(word) && !$0.overlapsAcross(word) }
        let first = beside.filter { $0.right <= word.left }.map(\.right).max() ?? -.infinity
        let last = beside.filter { $0.left >= word.right }.map(\.left).min() ?? .infinity
        let below = heads.filter { head in
            head.top > word.top + 1 && head.top - word.bottom < 1.2 * word.em && head.left > first && head.right < last
        }
        guard Self.standBeside(below), let left = below.map(\.left).min(), let right = below.map(\.right).max() else {
            return false
        }
        return abs((left + right) / 2 - word.center) < word.em
    }

    /// From below upwards: what stands over one column alone, closely above what is already its head.
    private mutating func assignHeads() {
        for word in heads.sorted(by: { $0.top > $1.top }) {
            let under = columns(under: word)
            guard under.count == 1, let column = under.first else {
                upper.append(word)
                continue
            }
            if let stack = stacks[column] {
                let isClose = stack.top - word.bottom < 0.7 * word.em && !blocked(word, stack.top)
                if isClose { stacks[column]?.words.insert(word, at: 0) } else { upper.append(word) }
            } else {
                stacks[column] = BoxTable.Stack(words: [word])
            }
        }
        upper.sort { ($0.top, $0.left) < ($1.top, $1.left) }
        for column in stacks.keys { stacks[column]?.words.sort { ($0.middle, $0.left) < ($1.middle, $1.left) } }
    }

    /// Whether a word stands over other heads besides those of its own column: it is a head of several columns.
    private func blocked(_ word: WordBox, _ top: Double) -> Bool {
        heads.count { $0.top >= word.bottom - 1 && $0.top < word.bottom + 1.5 * word.height && $0.overlapsAcross(word) }
            > 1
    }
}
