internal import Forms

/// The other relations, each judged when the last of its rows is set.
struct SplitComparisons {
    /// One relation: its cells by their places in the line, as parts of `cells`.
    private struct Sides {
        var comparison: Relation.Comparison
        var left: Range<Int>
        var right: Range<Int>
        var isRequired: Bool
    }

    private var sides: [Sides] = []
    private var cells: [Int] = []
    /// By depth those whose last open row is set above it.
    private var due: [Range<Int>] = []

    init(
        _ lines: SplitLines,
        _ open: [Int],
        _ relations: [SplitSearch.IndexedRelation],
        _ indices: [Int],
        holding required: Int?
    ) {
        var sorted: [[Int]] = Array(repeating: [], count: open.count + 1)
        for index in indices {
            let depth = open.lastIndex { row in relations[index].cells.contains { $0.row == row } }
            sorted[depth.map { $0 + 1 } ?? 0].append(index)
        }
        for indices in sorted {
            let first = sides.count
            for index in indices {
                let relation = relations[index]
                let middle = cells.count + relation.left.count
                cells += relation.cells.map { lines.starts[$0.row] + $0.column }
                sides.append(
                    Sides(
                        comparison: relation.comparison,
                        left: (middle - relation.left.count)..<middle,
                        right: middle..<cells.count,
                        isRequired: index == required
                    )
                )
            }
            due.append(first..<sides.count)
        }
    }

    /// How many of those that can be judged first at `depth` are broken; nil where they are more than the limit, or one
    /// is that must not be.
    func broken(at depth: Int, _ line: [Int], limit: Int) -> Int? {
        var broken = 0
        for index in due[depth] where !holds(sides[index], line) {
            broken += 1
            if broken > limit || sides[index].isRequired { return nil }
        }
        return broken <= limit ? broken : nil
    }

    /// As `RelationArithmetic` has it; with a blank total a relation is not judged, and so not broken.
    private func holds(_ sides: Sides, _ line: [Int]) -> Bool {
        if sides.comparison != .equalSums, line[cells[sides.left.lowerBound]] == SplitLines.blank { return true }
        let sum = sum(sides.left, line)
        switch sides.comparison {
        case .totalOfParts, .equalSums: return sum == self.sum(sides.right, line)
        case .atMost: return sum <= self.sum(sides.right, line)
        case .atLeastDifference:
            // The first less the others.
            return sum >= self.sum(sides.right.prefix(1), line) &* 2 &- self.sum(sides.right, line)
        case .atLeastLargest:
            for place in sides.right where sum < number(place, line) { return false }
            return true
        }
    }

    private func sum(_ places: Range<Int>, _ line: [Int]) -> Int {
        var sum = 0
        for place in places { sum &+= number(place, line) }
        return sum
    }

    private func number(_ place: Int, _ line: [Int]) -> Int {
        let value = line[cells[place]]
        return value == SplitLines.blank ? 0 : value
    }
}
