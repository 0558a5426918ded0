internal import Forms
internal import Model

/// The search through the ways to cut a table's rows, over plain integers: it tries thousands of choices in a table.
///
/// All cells stand in one line, row after row, and all numbers are brought to the same count of decimals.
struct SplitState {
    /// One relation: its cells by their places in the line, as parts of `cells`.
    private struct Sides {
        var comparison: Relation.Comparison
        var left: Range<Int>
        var right: Range<Int>
    }

    private static let blank = Int.min

    /// By row: its ways one behind the other, each with a number for each cell.
    private let numbers: [[Int]]
    private let counts: [Int]
    /// Where each row begins in the line, and how many cells it has.
    private let starts: [Int]
    private let widths: [Int]
    /// The rows that have several ways, the fewest first.
    private let open: [Int]
    /// The relations, in the order in which they can be judged, and their cells.
    private let sides: [Sides]
    private let cells: [Int]
    /// For each depth those of them whose last open row is set there.
    private let due: [Range<Int>]
    private var line: [Int]
    /// By row: the way that is tried.
    private var chosen: [Int]
    private var least = Int.max
    private var first: [Int] = []
    private var firstLine: [Int] = []
    /// The places in which the best choices so far do not differ, though the ways of their row do.
    private var settled: [Int] = []
    /// Those in which the ways of a row differ, and by place the depth at which its row is set.
    private let loose: [Int]
    private let depths: [Int]
    private var left = 0

    init(ways: [[CellSplitter.Way]], relations: [SplitSearch.IndexedRelation]) {
        let scale = ways.reduce(0) { $1.reduce($0) { $1.reduce($0) { max($0, $1?.scale ?? 0) } } }
        numbers = ways.map { $0.flatMap { $0.map { $0.map { $0.significand(at: scale) } ?? Self.blank } } }
        counts = ways.map(\.count)
        let widths = ways.map { $0.first?.count ?? 0 }
        var starts: [Int] = []
        var length = 0
        for width in widths {
            starts.append(length)
            length += width
        }
        let open = ways.indices.filter { ways[$0].count > 1 }.sorted { (ways[$0].count, $0) < (ways[$1].count, $1) }
        var sorted: [[SplitSearch.IndexedRelation]] = Array(repeating: [], count: open.count + 1)
        for relation in relations {
            sorted[open.lastIndex { row in relation.cells.contains { $0.row == row } }.map { $0 + 1 } ?? 0].append(
                relation
            )
        }
        var (sides, cells, due): ([Sides], [Int], [Range<Int>]) = ([], [], [])
        for relations in sorted {
            let first = sides.count
            for relation in relations {
                let middle = cells.count + relation.left.count
                cells += relation.cells.map { starts[$0.row] + $0.column }
                let left = (middle - relation.left.count)..<middle
                sides.append(Sides(comparison: relation.comparison, left: left, right: middle..<cells.count))
            }
            due.append(first..<sides.count)
        }
        self.sides = sides
        self.cells = cells
        self.widths = widths
        self.starts = starts
        self.open = open
        self.due = due
        line = zip(numbers, widths).flatMap { $0.prefix($1) }
        chosen = Array(repeating: 0, count: ways.count)
        var (loose, depths): ([Int], [Int]) = ([], Array(repeating: 0, count: length))
        for (depth, row) in open.enumerated() {
            for column in 0..<widths[row] {
                depths[starts[row] + column] = depth
                if ways[row].contains(where: { $0[column] != ways[row][0][column] }) {
                    loose.append(starts[row] + column)
                }
            }
        }
        self.loose = loose
        self.depths = depths
    }

    /// The first of the best choices, as the way of each row, and the cells in which they differ; nil where that is not
    /// known within so many trials.
    mutating func best(within budget: Int) -> (first: [Int], doubts: Set<[Int]>)? {
        left = budget
        descend(0, broken: 0)
        guard left >= 0 else { return nil }
        let known = Set(settled)
        let doubts = loose.filter { !known.contains($0) }.map { place in
            let row = open[depths[place]]
            return [row, place - starts[row]]
        }
        return (first, Set(doubts))
    }

    private mutating func descend(_ depth: Int, broken: Int) {
        left -= 1
        guard left >= 0 else { return }
        var broken = broken
        for index in due[depth] where !holds(sides[index]) {
            broken += 1
            if broken > least { return }
        }
        guard broken <= least, broken < least || canUnsettle(from: depth) else { return }
        guard depth < open.count else { return keep(broken) }
        let row = open[depth]
        let (start, width) = (starts[row], widths[row])
        for way in 0..<counts[row] {
            for column in 0..<width { line[start + column] = numbers[row][way * width + column] }
            chosen[row] = way
            descend(depth + 1, broken: broken)
        }
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

    /// As `RelationArithmetic` has it; with a blank total a relation is not judged, and so not broken.
    private func holds(_ sides: Sides) -> Bool {
        if sides.comparison != .equalSums, line[cells[sides.left.lowerBound]] == Self.blank { return true }
        let sum = sum(sides.left)
        switch sides.comparison {
        case .totalOfParts, .equalSums: return sum == self.sum(sides.right)
        case .atMost: return sum <= self.sum(sides.right)
        case .atLeastDifference:
            // The first less the others.
            return sum >= self.sum(sides.right.prefix(1)) &* 2 &- self.sum(sides.right)
        case .atLeastLargest:
            for place in sides.right where sum < number(place) { return false }
            return true
        }
    }

    private func sum(_ places: Range<Int>) -> Int {
        var sum = 0
        for place in places { sum &+= number(place) }
        return sum
    }

    private func number(_ place: Int) -> Int {
        let value = line[cells[place]]
        return value == Self.blank ? 0 : value
    }
}
