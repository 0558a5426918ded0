/// Tells the columns of a table from the places of its cells, and finds their heads.
struct ColumnFinder {
    /// A table with more columns, or more words above its cells, is none: its cells have no columns.
    private static let maximumColumns = 40
    private static let maximumHeads = 500

    let rows: [ValueLine]
    /// The words above the first row that stand over the cells.
    let heads: [WordBox]
    private(set) var columns: [ClosedRange<Double>] = []
    private(set) var stacks: [Int: BoxTable.Stack] = [:]
    private(set) var upper: [WordBox] = []

    init(rows: [ValueLine], heads: [WordBox]) {
        self.rows = rows
        self.heads = heads
    }

    mutating func find() {
        guard heads.count <= Self.maximumHeads, addColumns() else {
            columns = []
            upper = heads
            return
        }
        addBlankColumns()
        assignHeads()
    }

    /// Adds the columns of the cells; false where there are too many.
    private mutating func addColumns() -> Bool {
        for word in rows.flatMap(\.values) {
            add(word.left...max(word.left, word.right))
            if columns.count > Self.maximumColumns { return false }
        }
        columns.sort { $0.lowerBound < $1.lowerBound }
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

    private func columns(under word: WordBox) -> [Int] {
        columns.indices.filter { columns[$0].lowerBound < word.right - 0.3 && word.left + 0.3 < columns[$0].upperBound }
    }

    /// A column whose cells are all blank shows by its head alone: a head that stands on the others' level, over no cell
    /// and over no other head.
    private mutating func addBlankColumns() {
        let owned = heads.filter { columns(under: $0).count == 1 }
        let orphans = heads.filter { word in
            columns(under: word).isEmpty
                && !heads.contains { $0.top > word.top + 1 && $0.overlapsAcross(word) && !columns(under: $0).isEmpty }
        }
        for word in orphans where owned.contains(where: { $0.sharesHeight(word) && !$0.overlapsAcross(word) }) {
            // Only beside the table's cells: the head of the labels stands left of them.
            guard columns.count < Self.maximumColumns else { break }
            if let first = rows.map(\.left).min(), word.center > first { add(word.left...max(word.left, word.right)) }
        }
        columns.sort { $0.lowerBound < $1.lowerBound }
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
