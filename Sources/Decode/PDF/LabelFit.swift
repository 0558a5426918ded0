/// Gives the pieces of labels to the rows that they stand beside.
///
/// A label of several lines stands around its row's cells, or begins or ends level with them; which of the three it is
/// is a habit of the whole table. The pieces keep their order, so the best way is found row by row.
struct LabelFit {
    private let fragments: [LabelFragment]
    private let rows: [ValueLine]
    private let window: LabelWindow
    private let pieces: [Place]
    private let cells: [Place]
    /// How many fragments a label has at most.
    private let longest: Int
    /// The pages on which the fragments stand.
    private let pages: [Int]
    private let pageEnds: PageEnds
    /// Which fragments have a number of their own.
    private let isNumbered: [Bool]
    /// Which may go on with the fragment before them.
    private let goesOn: [Bool]
    /// Which of those are as close to it as lines of one cell are.
    private let isClose: [Bool]
    /// Which of those stand below a line that is full.
    private let isWrapped: [Bool]

    /// `rowGap` is the least room between the labels of two rows in this document: lines of one cell are closer. `rowPages`
    /// are the pages of the rows.
    init(
        fragments: [LabelFragment],
        rows: [ValueLine],
        rowPages: [Int],
        rowGap: Double,
        straddled: StraddledRows
    ) {
        self.fragments = fragments
        self.rows = rows
        pieces = fragments.map { Place($0.word.top, $0.word.bottom, height: $0.word.height, line: $0.index) }
        cells = rows.map { Place($0.top, $0.bottom, height: $0.height, line: $0.index, isStack: !$0.isOneLine) }
        pages = fragments.map(\.page)
        pageEnds = PageEnds(fragments: fragments, rows: rows, pages: rowPages)
        isNumbered = fragments.map(\.word.hasNumber)
        goesOn = fragments.indices.map { index in
            guard index > 0 else { return false }
            let (upper, lower) = (fragments[index - 1], fragments[index])
            return lower.goesOn(upper) || straddled.joins(upper, lower)
        }
        longest = Self.longest(of: fragments, goesOn, besides: rows)
        window = LabelWindow(fragments: fragments, rows: rows, reach: Self.farthest, longest: longest)
        isWrapped = FullLines(fragments, goesOn: goesOn, isNumbered: isNumbered).wrapped
        // How far a page's end parts two fragments says nothing.
        isClose = zip(fragments.indices, goesOn).map { index, goesOn in
            goesOn && fragments[index].page == fragments[index - 1].page
                && fragments[index].word.top - fragments[index - 1].word.bottom < 0.75 * rowGap
        }
    }

    /// In a column of two characters, 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 takes 17 lines.
    private static let mostLines = 24
    private static let fewLines = 8
    private static let costOfSkipping = 0.45
    /// Of a fragment that stands as close below another as lines of one cell do.
    private static let costOfBreaking = 0.9
    /// Of a label that begins right below a line that is left out: 2.其 over 他法律行政法规禁止公开.
    private static let costOfTearing = 0.45
    private static let costOfOtherHabit = 0.5
    private static let costOfPageEnd = 0.2
    /// Of a label wholly behind a page's end, which the row's cells stand before, or the other way round.
    private static let costOfOtherPage = 0.8
    private static let costOfNoLabel = 1.0
    /// A label farther from its cells than this many line heights is not theirs.
    private static let farthest = 1.1
    /// A table with more rows and fragments beside each other is none: so many pairs for each row and each fragment, and
    /// so many in any case.
    private static let pairsOfEach = 30
    private static let fewPairs = 10_000

    /// As many as stand between two rows, above and below a row: few in all tables but those with the narrowest columns.
    private static func longest(of fragments: [LabelFragment], _ goesOn: [Bool], besides rows: [ValueLine]) -> Int {
        let lines = Set(rows.map(\.index))
        var run = 0
        var most = 0
        for index in fragments.indices {
            run = goesOn[index] && !lines.contains(fragments[index].index) ? run + 1 : 0
            most = max(most, run)
        }
        return min(mostLines, max(fewLines, 2 * most + 1))
    }

    /// Where a fragment stands, or a row's cells: no more than what is asked again and again.
    private struct Place {
        var top: Double
        var bottom: Double
        var middle: Double
        var height: Double
        var line: Int
        /// Half of what it is higher than its lines, where it has more than one.
        var spare = 0.0

        init(_ top: Double, _ bottom: Double, height: Double, line: Int, isStack: Bool = false) {
            self.top = top
            self.bottom = bottom
            self.height = height
            self.line = line
            middle = (top + bottom) / 2
            if isStack { spare = max(0, bottom - top - height) / 2 }
        }

        /// How far what stands in the middle at `level` is from it: nothing beside any of its lines.
        func distance(to level: Double) -> Double { max(0, abs(level - middle) - spare) }
    }

    private enum Habit: CaseIterable {
        case around
        case fromTop
        case toBottom
    }

    /// The indices of the fragments of each row's label.
    func best() -> [Range<Int>] {
        guard window.count <= Self.fewPairs + Self.pairsOfEach * (rows.count + fragments.count) else {
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

    /// The cheapest way to each fragment in each row's window: what lies before the window has been skipped.
    private func fit(_ habit: Habit) -> (cost: Double, groups: [Range<Int>]) {
        var steps = Array(repeating: Step(), count: window.count)
        steps[0].cost = 0
        for row in 0...rows.count {
            for index in window[row] {
                let cost = steps[window.place(row, index)].cost
                guard cost < .infinity else { continue }
                if index < window[row].upperBound {
                    let skipping = isClose[index] ? Self.costOfBreaking : Self.costOfSkipping
                    improve(&steps[window.place(row, index + 1)], Step(cost: cost + skipping))
                }
                guard row < rows.count else { continue }
                if window[row + 1].contains(index) {
                    let step = Step(cost: cost + Self.costOfNoLabel, group: index..<index)
                    improve(&steps[window.place(row + 1, index)], step)
                }
                for length in 1...longest where index + length <= fragments.count {
                    let group = index..<(index + length)
                    guard let price = price(of: group, for: row, habit) else { break }
                    guard price < Self.farthest, window[row + 1].contains(group.upperBound) else { continue }
                    improve(&steps[window.place(row + 1, group.upperBound)], Step(cost: cost + price, group: group))
                }
            }
        }
        return (steps[steps.count - 1].cost, trace(steps))
    }

    private func improve(_ step: inout Step, _ other: Step) {
        if other.cost < step.cost { step = other }
    }

    private func trace(_ steps: [Step]) -> [Range<Int>] {
        var groups = Array(repeating: 0..<0, count: rows.count)
        var row = rows.count
        var index = fragments.count
        while row > 0 || index > 0 {
            if let group = steps[window.place(row, index)].group, row > 0 {
                row -= 1
                groups[row] = group
                index = group.lowerBound
            } else if index > window[row].lowerBound {
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
    /// its lines must be closer to each other than rows are, or the line before be full.
    private func joins(_ group: Range<Int>, _ row: Place) -> Bool {
        let last = group.upperBound - 1
        guard goesOn[last] else { return false }
        if isClose[last] || isWrapped[last] || isNumbered[group.lowerBound] { return true }
        return !group.contains { pieces[$0].line == row.line }
    }

    /// How far a label of these fragments would stand from its row's cells, in line heights; nil where they are no label.
    private func price(of group: Range<Int>, for index: Int, _ habit: Habit) -> Double? {
        let first = pieces[group.lowerBound]
        let row = cells[index]
        // Far away already: no longer group will do.
        guard first.top < row.bottom + row.height else { return nil }
        if group.count > 1, !joins(group, row) { return nil }
        let whole = distance(from: group, to: row, habit) + (isClose[group.lowerBound] ? Self.costOfTearing : 0)
        if whole > Self.costOfOtherPage, pageEnds.part(group, from: index) { return Self.costOfOtherPage }
        // Where a page's end cuts a row, its cells stand beside what is before the cut or behind it.
        guard let cut = group.dropFirst().first(where: { pages[$0] != pages[group.lowerBound] }) else { return whole }
        let parts = [group.lowerBound..<cut, cut..<group.upperBound].map { distance(from: $0, to: row, habit) }
        return min(whole, (parts.min() ?? whole) + Self.costOfPageEnd)
    }

    /// How far a row's cells are from where they would stand beside a label, in line heights.
    private func distance(from group: Range<Int>, to row: Place, _ habit: Habit) -> Double {
        let first = pieces[group.lowerBound]
        let last = pieces[group.upperBound - 1]
        let height = max(1, min(row.height, first.height))
        let fromTop = row.distance(to: first.middle) / height
        switch habit {
        case .around:
            let around = row.distance(to: (first.top + last.bottom) / 2) / height
            // A row may stand level with the first line of its label for other reasons, too.
            return group.count > 1 && isNumbered[group.lowerBound]
                ? min(around, fromTop + Self.costOfOtherHabit) : around
        case .fromTop: return fromTop
        case .toBottom: return row.distance(to: last.middle) / height
        }
    }
}
