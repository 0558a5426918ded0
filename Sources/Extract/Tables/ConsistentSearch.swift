internal import Forms
internal import Model

/// Finds what all ways to cut a table agree on that break none of its sums, where there are too many to try one by one.
///
/// It is asked of tables whose blank cells left no trace: a zero in one column or in another makes no difference to a sum,
/// so that ways of a row with the same numbers in the same columns are one choice. A choice is left out when no way of the
/// other rows goes with it; where that was not found out in time, it stays, and its cells stay in doubt.
struct ConsistentSearch {
    private let ways: [[CellSplitter.Way]]
    /// By row: the ways that have the same sums, as indices of its ways.
    private let choices: [[[Int]]]
    private let sums: [Sum]

    /// How many choices are tried before the search gives up.
    private static let budget = 4_000
    /// How many of them for one choice of one row.
    private static let budgetOfOne = 100

    /// Nil where the relations are no sums, or a number is no count.
    init?(ways: [[CellSplitter.Way]], relations: [SplitSearch.IndexedRelation]) {
        guard relations.allSatisfy({ $0.comparison == .totalOfParts || $0.comparison == .equalSums }),
            ways.allSatisfy({ $0.allSatisfy { $0.allSatisfy { $0.map { $0.whole != nil } ?? true } } })
        else { return nil }
        let shared = relations.filter(\.isShared)
        let kept = ways.indices.map { row in
            let own = relations.filter { $0.isWithin(row) }
            return ways[row].indices.filter { index in own.allSatisfy { $0.holds { ways[row][index][$0.column] } } }
        }
        // A row without ways is in none of the relations.
        guard zip(ways, kept).allSatisfy({ !$1.isEmpty || $0.isEmpty }) else { return nil }
        self.ways = ways
        var choices: [[[Int]]] = []
        for row in ways.indices {
            let totals = shared.filter { $0.comparison == .totalOfParts && $0.left.first?.row == row }
                .compactMap { $0.left.first?.column }
            var order: [Choice: Int] = [:]
            var own: [[Int]] = []
            for index in kept[row] {
                let way = ways[row][index]
                let key = Choice(values: way.map { $0?.whole ?? 0 }, lacksTotal: totals.map { way[$0] == nil })
                if let known = order[key] {
                    own[known].append(index)
                } else {
                    order[key] = own.count
                    own.append([index])
                }
            }
            choices.append(own)
        }
        self.choices = choices
        sums = shared.map { relation in Sum(relation, ways: ways, choices: choices) }
    }

    /// Nil where no choice at all breaks no sum, or none was found in time.
    func agreement() -> SplitSearch.Agreement? {
        var state = State(sums: sums, domains: choices.map { Array($0.indices) }, budget: Self.budget)
        guard state.narrow(), let first = state.solution(within: Self.budget) else { return nil }
        var seen = first.map { Set([$0]) }
        for row in choices.indices where choices[row].count > 1 {
            for choice in state.domains[row] where !seen[row].contains(choice) {
                guard state.spent < Self.budget else { break }
                var fixed = state
                fixed.domains[row] = [choice]
                let other = fixed.narrow() ? fixed.solution(within: Self.budgetOfOne) : nil
                state.spent = fixed.spent
                if let other {
                    for index in other.indices where !choices[index].isEmpty { seen[index].insert(other[index]) }
                } else if !fixed.isExhausted {
                    state.domains[row].removeAll { $0 == choice }
                }
            }
        }
        return agreement(over: state.domains)
    }

    private func agreement(over domains: [[Int]]) -> SplitSearch.Agreement {
        var rows: [CellSplitter.Way] = []
        var doubts: Set<SplitSearch.Place> = []
        for (row, domain) in domains.enumerated() {
            let kept = domain.flatMap { choices[row][$0] }
            rows.append(kept.first.map { ways[row][$0] } ?? ways[row].first ?? [])
            for column in rows[row].indices where kept.contains(where: { ways[row][$0][column] != rows[row][column] }) {
                doubts.insert(SplitSearch.Place(row, column))
            }
        }
        return SplitSearch.Agreement(rows: rows, doubts: doubts)
    }

    private struct Choice: Hashable {
        var values: [Int]
        var lacksTotal: [Bool]
    }
}

extension ConsistentSearch {
    /// A sum over several rows: what each choice of each of them adds to it, which is nothing in all.
    private struct Sum {
        var rows: [Int]
        /// By row and choice.
        var parts: [[Int]]
        /// The row of its total, and the choices that leave that blank: then the sum is not judged.
        var total: (row: Int, isBlank: [Bool])?

        init(_ relation: SplitSearch.IndexedRelation, ways: [[CellSplitter.Way]], choices: [[[Int]]]) {
            rows = relation.rows.sorted()
            func value(_ row: Int, _ choice: [Int], _ column: Int) -> Quantity? { ways[row][choice[0]][column] }
            parts = rows.map { row in
                choices[row].map { choice in
                    let left = relation.left.filter { $0.row == row }.map { value(row, choice, $0.column)?.whole ?? 0 }
                    let right = relation.right.filter { $0.row == row }.map {
                        value(row, choice, $0.column)?.whole ?? 0
                    }
                    return left.reduce(0, +) - right.reduce(0, +)
                }
            }
            if relation.comparison == .totalOfParts, let cell = relation.left.first {
                total = (cell.row, choices[cell.row].map { value(cell.row, $0, cell.column) == nil })
            }
        }
    }

    private struct State {
        let sums: [Sum]
        /// The choices of each row that are left.
        var domains: [[Int]]
        var budget: Int
        var spent = 0
        /// Whether the last search ended before it knew.
        private(set) var isExhausted = false

        init(sums: [Sum], domains: [[Int]], budget: Int) {
            self.sums = sums
            self.domains = domains
            self.budget = budget
        }

        /// Leaves out the choices that no choices of the other rows can make up for; false where a row has none left.
        mutating func narrow() -> Bool {
            var isChanged = true
            while isChanged {
                isChanged = false
                for sum in sums {
                    if let total = sum.total, domains[total.row].contains(where: { total.isBlank[$0] }) { continue }
                    let least = sum.rows.indices.map { index in
                        domains[sum.rows[index]].reduce(Int.max) { min($0, sum.parts[index][$1]) }
                    }
                    let most = sum.rows.indices.map { index in
                        domains[sum.rows[index]].reduce(Int.min) { max($0, sum.parts[index][$1]) }
                    }
                    let (low, high) = (least.reduce(0, +), most.reduce(0, +))
                    for (index, row) in sum.rows.enumerated() {
                        let others = (low - least[index])...(high - most[index])
                        let kept = domains[row].filter { others.contains(-sum.parts[index][$0]) }
                        guard !kept.isEmpty else { return false }
                        guard kept.count < domains[row].count else { continue }
                        domains[row] = kept
                        isChanged = true
                        // The bounds of this sum are no longer these.
                        break
                    }
                }
            }
            return true
        }

        /// One choice for each row that breaks no sum; nil where there is none, or none was found within `limit` trials.
        mutating func solution(within limit: Int) -> [Int]? {
            isExhausted = false
            var left = limit
            return descend(&left)
        }

        private mutating func descend(_ left: inout Int) -> [Int]? {
            guard
                let row = domains.indices.filter({ domains[$0].count > 1 }).min(by: {
                    domains[$0].count < domains[$1].count
                })
            else { return domains.map { $0.first ?? 0 } }
            for choice in domains[row] {
                guard left > 0, spent < budget else {
                    isExhausted = true
                    return nil
                }
                left -= 1
                spent += 1
                var next = self
                next.domains[row] = [choice]
                let found = next.narrow() ? next.descend(&left) : nil
                spent = next.spent
                if let found { return found }
                if next.isExhausted {
                    isExhausted = true
                    return nil
                }
            }
            return nil
        }
    }
}
