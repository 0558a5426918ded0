internal import Forms
internal import Model

/// The search through the ways to cut a table's rows, over plain integers: it tries thousands of choices in a table.
///
/// All cells stand in one line, row after row, and all numbers are brought to the same count of decimals. The rows that
/// have several ways are set one after the other; see `SplitSums` for how early a choice is known to break a relation.
struct SplitState {
    private let lines: SplitLines
    /// The rows that have several ways, the most first: their numbers are the largest, and bound what the others add.
    private let open: [Int]
    private let sums: SplitSums
    private let others: SplitComparisons
    private var line: [Int]
    /// By row: the way that is tried.
    private var chosen: [Int]
    /// By depth, what the rows that are set add to each sum.
    private var partial: [Int]
    /// The choices that are of interest break fewer relations.
    private var least = Int.max
    /// The most that the best choices may break.
    private let most: Int
    private var first: [Int] = []
    private var firstLine: [Int] = []
    /// The places in which the best choices so far do not differ, though the ways of their row do.
    private var settled: [Int] = []
    /// Those in which the ways of a row differ, and by place the depth at which its row is set.
    private let loose: [Int]
    private let depths: [Int]
    /// The trials that are left; less than 0 where the search was given up.
    private(set) var left = 0
    /// Whether only the number of broken relations is asked, and not which choices are as good as the best.
    private var isCounting = false

    /// - Parameters:
    ///   - ways: the ways of each row.
    ///   - relations: what is asked of them.
    ///   - required: the index of a relation that no choice may break.
    ///   - limit: choices that break more relations than so many are not of interest.
    init(
        ways: [[CellSplitter.Way]],
        relations: [SplitSearch.IndexedRelation],
        holding required: Int? = nil,
        atMost limit: Int? = nil
    ) {
        lines = SplitLines(ways)
        open = ways.indices.filter { ways[$0].count > 1 }.sorted { (ways[$1].count, $0) < (ways[$0].count, $1) }
        var (linear, rest): ([Int], [Int]) = ([], [])
        for (index, relation) in relations.enumerated() {
            if SplitSums.canHold(relation, ways) { linear.append(index) } else { rest.append(index) }
        }
        sums = SplitSums(lines, open, relations, linear, holding: required)
        others = SplitComparisons(lines, open, relations, rest, holding: required)
        line = lines.first
        chosen = Array(repeating: 0, count: ways.count)
        partial = sums.base + Array(repeating: 0, count: sums.base.count * open.count)
        depths = lines.depths(of: open)
        loose = lines.loosePlaces(of: open)
        most = limit ?? relations.count
    }

    /// How many relations the best choices break, or one more than the limit where they break more than it; nil where
    /// that is not known within so many trials.
    mutating func fewestBroken(within budget: Int) -> Int? {
        isCounting = true
        deepen(within: budget)
        return left >= 0 ? least : nil
    }

    /// The first of the best choices, as the way of each row, and the cells in which they differ; nil where that is not
    /// known within so many trials.
    mutating func best(within budget: Int) -> (first: [Int], doubts: Set<SplitSearch.Place>, broken: Int)? {
        deepen(within: budget)
        guard left >= 0, !first.isEmpty else { return nil }
        let known = Set(settled)
        let doubts = loose.filter { !known.contains($0) }.map { place in
            let row = open[depths[place]]
            return SplitSearch.Place(row, place - lines.starts[row])
        }
        return (first, Set(doubts), least)
    }

    /// Looks for choices that break nothing, then for those that break one relation, and so on: nearly all tables are
    /// sound, and where nothing may be broken, the first row that does not fit ends a branch.
    private mutating func deepen(within budget: Int) {
        left = budget
        for limit in Set([0, 1, 2, 3, most]).sorted() where limit <= most {
            least = limit + 1
            if let short = sums.broken(partial, limit: least) { descend(0, broken: 0, short: short) }
            if left < 0 || least <= limit { return }
        }
    }

    /// Goes on where the rows above `depth` are set, and break so many of the sums and of the relations that are none.
    private mutating func descend(_ depth: Int, broken: Int, short: Int) {
        guard let more = others.broken(at: depth, line, limit: least - broken - short) else { return }
        let (broken, all) = (broken + more, broken + more + short)
        guard all < least || !isCounting && canUnsettle(from: depth) else { return }
        guard depth < open.count else { return keep(all) }
        let row = open[depth]
        let count = lines.counts[row]
        var way = 0
        while way < count, left >= 0 {
            // The sums are told at a fraction of the cost, and rule out most.
            let end = min(count, way + left)
            guard let fit = sums.fitting(way..<end, at: depth, partial, limit: least - broken) else {
                left = end < count ? -1 : left - (end - way)
                return
            }
            left -= fit.way + 1 - way
            sums.add(fit.way, at: depth, to: &partial)
            choose(fit.way, row)
            descend(depth + 1, broken: broken, short: fit.broken)
            way = fit.way + 1
        }
    }

    private mutating func choose(_ way: Int, _ row: Int) {
        chosen[row] = way
        let (start, width) = (lines.starts[row], lines.widths[row])
        for column in 0..<width { line[start + column] = lines.numbers[row][way * width + column] }
    }

    /// Whether choices that go on from here, all as good as the best at most, may differ from it where none did so far.
    private func canUnsettle(from depth: Int) -> Bool {
        for place in settled where depths[place] >= depth || line[place] != firstLine[place] { return true }
        return false
    }

    private mutating func keep(_ broken: Int) {
        if broken < least {
            least = broken
            first = chosen
            firstLine = line
            settled = loose
        } else {
            settled.removeAll { line[$0] != firstLine[$0] }
        }
    }
}
