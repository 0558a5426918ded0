internal import Forms
internal import Model

/// Relations over sums, each as one sum that must be 0, or 0 at most: what the rows that are set add to it, and what
/// those to come can add at least and at most, tell long before the last row that it is broken.
struct SplitSums {
    /// What the rows with one way add to each sum.
    let base: [Int]
    private let isEquation: [Bool]
    private let isRequired: [Bool]
    /// By depth: what each way adds to each sum, way after way.
    private let added: [[Int]]
    /// By depth and sum: what the rows from there on add at least and at most.
    private let low: [Int]
    private let high: [Int]

    private var count: Int { base.count }

    /// Whether a relation is one of sums, and is judged whichever way is chosen: with a blank total it is not.
    static func canHold(_ relation: SplitSearch.IndexedRelation, _ ways: [[CellSplitter.Way]]) -> Bool {
        switch relation.comparison {
        case .equalSums: return true
        case .atLeastLargest: return false
        case .totalOfParts, .atMost, .atLeastDifference:
            guard let total = relation.left.first else { return false }
            return ways[total.row].allSatisfy { $0[total.column] != nil }
        }
    }

    init(
        _ lines: SplitLines,
        _ open: [Int],
        _ relations: [SplitSearch.IndexedRelation],
        _ indices: [Int],
        holding required: Int?
    ) {
        let isOpen = Set(open)
        let terms = indices.map { Self.terms(relations[$0]) }
        base = terms.map { terms in
            terms.reduce(0) { isOpen.contains($1.row) ? $0 : $0 &+ lines.number($1.row, 0, $1.column) &* $1.factor }
        }
        isEquation = indices.map {
            relations[$0].comparison == .equalSums || relations[$0].comparison == .totalOfParts
        }
        isRequired = indices.map { $0 == required }
        added = open.map { row in
            let own = terms.map { $0.filter { $0.row == row } }
            return (0..<lines.counts[row]).flatMap { way in
                own.map { $0.reduce(0) { $0 &+ lines.number(row, way, $1.column) &* $1.factor } }
            }
        }
        var (low, high) = (Array(repeating: 0, count: terms.count), Array(repeating: 0, count: terms.count))
        for ways in added.reversed() {
            for sum in terms.indices.reversed() {
                let own = stride(from: sum, to: ways.count, by: terms.count).map { ways[$0] }
                low.insert(low[terms.count - 1] &+ (own.min() ?? 0), at: 0)
                high.insert(high[terms.count - 1] &+ (own.max() ?? 0), at: 0)
            }
        }
        self.low = low
        self.high = high
    }

    /// The sum that must be 0, or 0 at most.
    private static func terms(
        _ relation: SplitSearch.IndexedRelation
    ) -> [(row: Int, column: Int, factor: Int)] {
        // Where the total is at least a difference, that difference less the total is 0 at most.
        let isDifference = relation.comparison == .atLeastDifference
        let left = relation.left.map { (row: $0.row, column: $0.column, factor: isDifference ? -1 : 1) }
        let right = relation.right.enumerated().map { index, cell in
            (row: cell.row, column: cell.column, factor: isDifference && index == 0 ? 1 : -1)
        }
        return left + right
    }

    /// Sets the row at a depth to a way.
    func add(_ way: Int, at depth: Int, to partial: inout [Int]) {
        let (from, to) = (depth * count, (depth + 1) * count)
        for sum in 0..<count { partial[to + sum] = partial[from + sum] &+ added[depth][way * count + sum] }
    }

    /// How many are broken whatever the rows with several ways are set to; nil where they are more than the limit, or one
    /// is that must not be.
    func broken(_ partial: [Int], limit: Int) -> Int? { broken(limit: limit, before: 0) { partial[$0] } }

    /// The same where the row at a depth is set to a way, and those above it are set.
    func broken(adding way: Int, at depth: Int, _ partial: [Int], limit: Int) -> Int? {
        let (from, own) = (depth * count, way * count)
        return broken(limit: limit, before: depth + 1) { partial[from + $0] &+ added[depth][own + $0] }
    }

    @inline(__always)
    private func broken(limit: Int, before depth: Int, _ known: (Int) -> Int) -> Int? {
        var broken = 0
        let start = depth * count
        for sum in 0..<count {
            let known = known(sum)
            guard known &+ low[start + sum] > 0 || isEquation[sum] && known &+ high[start + sum] < 0 else { continue }
            broken += 1
            if broken > limit || isRequired[sum] { return nil }
        }
        return broken <= limit ? broken : nil
    }
}
