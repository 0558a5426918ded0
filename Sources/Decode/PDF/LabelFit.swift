/// Gives the pieces of labels to the rows that they stand beside.
///
/// A label of several lines stands around its row's cells, or begins or ends level with them; which of the three it is
/// is a habit of the whole table. The pieces keep their order, so the best way is found row by row.
struct LabelFit {
    let fragments: [LabelFragment]
    let rows: [ValueLine]
    /// The least room between the labels of two rows in this document: lines of one cell are closer.
    let rowGap: Double

    private static let longest = 8
    private static let costOfSkipping = 0.45
    /// Of a fragment that stands as close below another as lines of one cell do.
    private static let costOfBreaking = 0.9
    private static let costOfOtherHabit = 0.5
    private static let costOfNoLabel = 1.0
    /// A label farther from its cells than this many line heights is not theirs.
    private static let farthest = 1.1
    /// A table with more pairs than these is none.
    private static let maximumPairs = 2_000_000

    private enum Habit: CaseIterable {
        case around
        case fromTop
        case toBottom
    }

    /// The indices of the fragments of each row's label.
    func best() -> [Range<Int>] {
        guard fragments.count * rows.count < Self.maximumPairs else {
            return Array(repeating: 0..<0, count: rows.count)
        }
        let ways = Habit.allCases.map { fit($0) }
        return ways.min { $0.cost < $1.cost }?.groups ?? []
    }

    private struct Step {
        var cost = Double.infinity
        /// Where the row's group begins, or nil where the fragment before was skipped.
        var group: Range<Int>?
    }

    private func fit(_ habit: Habit) -> (cost: Double, groups: [Range<Int>]) {
        let width = fragments.count + 1
        var steps = Array(repeating: Step(), count: (rows.count + 1) * width)
        steps[0].cost = 0
        let skipping = fragments.indices.map { isClose($0) ? Self.costOfBreaking : Self.costOfSkipping }
        for row in 0...rows.count {
            for index in 0..<width {
                let cost = steps[row * width + index].cost
                guard cost < .infinity else { continue }
                if index + 1 < width {
                    improve(&steps[row * width + index + 1], Step(cost: cost + skipping[index]))
                }
                guard row < rows.count else { continue }
                improve(&steps[(row + 1) * width + index], Step(cost: cost + Self.costOfNoLabel, group: index..<index))
                for length in 1...Self.longest where index + length < width {
                    let group = index..<(index + length)
                    guard let price = price(of: group, for: rows[row], habit) else { break }
                    let step = Step(cost: cost + price, group: group)
                    if price < Self.farthest { improve(&steps[(row + 1) * width + index + length], step) }
                }
            }
        }
        return (steps[steps.count - 1].cost, trace(steps, width))
    }

    private func isClose(_ index: Int) -> Bool {
        guard index > 0, fragments[index].goesOn(fragments[index - 1]) else { return false }
        return isClose(fragments[index], fragments[index - 1])
    }

    /// Whether two fragments are closer than rows are; how far a page's end parts them says nothing.
    private func isClose(_ fragment: LabelFragment, _ before: LabelFragment) -> Bool {
        fragment.page == before.page && fragment.word.top - before.word.bottom < 0.75 * rowGap
    }

    private func improve(_ step: inout Step, _ other: Step) {
        if other.cost < step.cost { step = other }
    }

    private func trace(_ steps: [Step], _ width: Int) -> [Range<Int>] {
        var groups = Array(repeating: 0..<0, count: rows.count)
        var row = rows.count
        var index = width - 1
        while row > 0 || index > 0 {
            if let group = steps[row * width + index].group, row > 0 {
                row -= 1
                groups[row] = group
                index = group.lowerBound
            } else if index > 0 {
                index -= 1
            } else {
                break
            }
        }
        return groups
    }

    /// Whether the last fragment of a group goes on with the one before.
    ///
    /// A label with a number of its own, or one with no line level with the cells, is known to have several lines; else
    /// its lines must be closer to each other than rows are.
    private func joins(_ group: Range<Int>, _ row: ValueLine) -> Bool {
        let last = fragments[group.upperBound - 1]
        let before = fragments[group.upperBound - 2]
        guard last.goesOn(before) else { return false }
        if isClose(last, before) { return true }
        if fragments[group.lowerBound].word.hasEnumerator { return true }
        return !group.contains { fragments[$0].index == row.index }
    }

    /// How far a label of these fragments would stand from its row's cells, in line heights; nil where they are no label.
    private func price(of group: Range<Int>, for row: ValueLine, _ habit: Habit) -> Double? {
        let first = fragments[group.lowerBound].word
        let last = fragments[group.upperBound - 1]
        // Far away already: no longer group will do.
        guard first.top < row.bottom + row.height else { return nil }
        if group.count > 1, !joins(group, row) { return nil }
        func distance(_ middle: Double) -> Double { abs(middle - row.middle) / max(1, min(row.height, first.height)) }
        let fromTop = distance(first.middle)
        switch habit {
        case .around:
            let around = distance((first.top + last.word.bottom) / 2)
            // Where a page ends inside a row, its cells stand level with the first line of its label.
            return group.count > 1 && first.hasEnumerator ? min(around, fromTop + Self.costOfOtherHabit) : around
        case .fromTop: return fromTop
        case .toBottom: return distance(last.word.middle)
        }
    }
}
