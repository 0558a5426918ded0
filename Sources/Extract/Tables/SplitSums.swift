internal import Forms
internal import Model

/// Relations over sums, each as one sum that must be 0, or 0 at most: what the rows that are set add to it, and what
/// those to come can add at least and at most, tell long before the last row that it is broken.
struct SplitSums {
    /// What the rows with one way add to each sum.
    let base: [Int]
    private let isEquation: [Bool]
    private let isRequired: [Bool]
    /// What each way adds to each sum, way after way, depth after depth, and where each depth begins.
    private let added: [Int]
    private let firsts: [Int]
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
        (added, firsts) = Self.added(terms, lines, open)
        (low, high) = Self.bounds(added, firsts, terms.count)
    }

    private static func added(
        _ terms: [[(row: Int, column: Int, factor: Int)]],
        _ lines: SplitLines,
        _ open: [Int]
    ) -> (added: [Int], firsts: [Int]) {
        var added: [Int] = []
        added.reserveCapacity(terms.count * open.reduce(0) { $0 + lines.counts[$1] })
        let firsts = open.map { row in
            let first = added.count
            let own = terms.map { $0.filter { $0.row == row } }
            for way in 0..<lines.counts[row] {
                for terms in own {
                    var sum = 0
                    for term in terms { sum &+= lines.number(row, way, term.column) &* term.factor }
                    added.append(sum)
                }
            }
            return first
        }
        return (added, firsts)
    }

    /// By depth and sum what the rows from there on add at least and at most.
    private static func bounds(_ added: [Int], _ firsts: [Int], _ count: Int) -> (low: [Int], high: [Int]) {
        var low = Array(repeating: 0, count: (firsts.count + 1) * count)
        var high = low
        var end = added.count
        for depth in firsts.indices.reversed() {
            for sum in 0..<count {
                var (least, most) = (Int.max, Int.min)
                for place in stride(from: firsts[depth] + sum, to: end, by: count) {
                    (least, most) = (min(least, added[place]), max(most, added[place]))
                }
                let place = depth * count + sum
                low[place] = low[place + count] &+ least
                high[place] = high[place + count] &+ most
            }
            end = firsts[depth]
        }
        return (low, high)
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
        for sum in 0..<count { partial[to + sum] = partial[from + sum] &+ added[firsts[depth] + way * count + sum] }
    }

    /// How many are broken whatever the rows with several ways are set to; nil where they are more than the limit, or one
    /// is that must not be.
    func broken(_ partial: [Int], limit: Int) -> Int? {
        var suspect = 0
        return broken(limit: limit, before: 0, suspect: &suspect) { partial[$0] }
    }

    /// The first of some ways of the row at a depth with which no more are broken than the limit, and how many are,
    /// whatever the rows below are set to; nil where there is none.
    func fitting(
        _ ways: Range<Int>,
        at depth: Int,
        _ partial: [Int],
        limit: Int
    ) -> (way: Int, broken: Int)? {
        let from = depth * count
        let (partial, added) = (partial.span, added.span)
        // The sum that rules out one way is likely to rule out the next: it is asked first.
        var suspect = 0
        for way in ways {
            let own = firsts[depth] + way * count
            let broken = broken(limit: limit, before: depth + 1, suspect: &suspect) {
                partial[from + $0] &+ added[own + $0]
            }
            if let broken { return (way, broken) }
        }
        return nil
    }

    @inline(__always)
    private func broken(limit: Int, before depth: Int, suspect: inout Int, _ known: (Int) -> Int) -> Int? {
        var broken = 0
        let start = depth * count
        let (low, high) = (low.span, high.span)
        var sum = suspect
        for _ in 0..<count {
            let known = known(sum)
            if known &+ low[start + sum] > 0 || isEquation[sum] && known &+ high[start + sum] < 0 {
                broken += 1
                if broken > limit || isRequired[sum] {
                    suspect = sum
                    return nil
                }
            }
            sum = sum + 1 == count ? 0 : sum + 1
        }
        return broken <= limit ? broken : nil
    }
}
