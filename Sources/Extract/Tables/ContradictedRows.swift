internal import Forms
internal import Model

/// Finds the rows that were cut so that they add up, and yet do not fit the sums over several rows, where another way to cut
/// them breaks no more relations: 20966254061021 is 20, 966, 25, 4, 0, 6 and their sum 1021, but with 186 applications of businesses
/// in all it may as well be 209, 66, 2, 5, 40, 6 and 1021, of which the first is misprinted.
///
/// It is asked where not all rows are weighed against each other, because some have too many ways.
struct ContradictedRows {
    private let ways: [[CellSplitter.Way]]
    private let relations: [SplitSearch.IndexedRelation]
    /// By row and column the least and the most that may stand there; none in rows of which nothing is known.
    private let bounds: [[ClosedRange<Int>]]
    private let agreement: SplitSearch.Agreement

    /// - Parameters:
    ///   - agreement: what the rows tell by themselves.
    ///   - ways: all ways of each row.
    ///   - kept: those of them that are as good as any; of partial rows all that add up.
    ///   - relations: the sums, over all rows.
    init?(
        _ agreement: SplitSearch.Agreement,
        ways: [[CellSplitter.Way]],
        kept: [[CellSplitter.Way]],
        relations: [SplitSearch.IndexedRelation]
    ) {
        self.agreement = agreement
        self.ways = ways
        self.relations = relations.filter { relation in
            // With a blank total a sum is not judged.
            guard relation.comparison == .equalSums || relation.comparison == .totalOfParts,
                relation.cells.allSatisfy({ !kept[$0.row].isEmpty })
            else { return false }
            guard relation.comparison == .totalOfParts, let total = relation.left.first else { return true }
            return (kept[total.row] + ways[total.row]).allSatisfy { $0[total.column] != nil }
        }
        guard (ways + kept).allSatisfy({ $0.allSatisfy { $0.allSatisfy { $0?.whole != nil || $0 == nil } } }) else {
            return nil
        }
        bounds = kept.map { ways in
            guard let first = ways.first else { return [] }
            return first.indices.map { column in
                let values = ways.map { $0[column]?.whole ?? 0 }
                return (values.min() ?? 0)...(values.max() ?? 0)
            }
        }
    }

    /// The agreement, with doubts where a row's numbers contradict those of others.
    func agreementWithDoubts() -> SplitSearch.Agreement {
        guard relations.contains(where: { $0.rows.count > 1 && !Self.canBeZero(slack(of: $0)) }) else {
            return agreement
        }
        var result = agreement
        for row in ways.indices where ways[row].count > 1 && !agreement.rows[row].isEmpty {
            let own = relations.filter { $0.holds(row: row) }.map { Terms($0, row, slack(of: $0, without: row)) }
            let costs = ways[row].map { way in own.count { !$0.mayHold(way) } }
            let chosen = own.count { !$0.mayHold(agreement.rows[row]) }
            guard chosen > 0 else { continue }
            for (way, cost) in zip(ways[row], costs) where cost <= chosen {
                for column in way.indices where way[column] != agreement.rows[row][column] {
                    result.doubts.insert(SplitSearch.Place(row, column))
                }
            }
        }
        return result
    }

    /// What the left side of a relation may be more than the right one, without the cells of a row.
    private func slack(of relation: SplitSearch.IndexedRelation, without row: Int? = nil) -> ClosedRange<Int> {
        var (least, most) = (0, 0)
        for cell in relation.left where cell.row != row {
            least += bounds[cell.row][cell.column].lowerBound
            most += bounds[cell.row][cell.column].upperBound
        }
        for cell in relation.right where cell.row != row {
            least -= bounds[cell.row][cell.column].upperBound
            most -= bounds[cell.row][cell.column].lowerBound
        }
        return least...most
    }

    private static func canBeZero(_ slack: ClosedRange<Int>) -> Bool { slack.contains(0) }

    /// What a relation asks of one row.
    private struct Terms {
        private let plus: [Int]
        private let minus: [Int]
        private let slack: ClosedRange<Int>

        init(_ relation: SplitSearch.IndexedRelation, _ row: Int, _ slack: ClosedRange<Int>) {
            plus = relation.left.filter { $0.row == row }.map(\.column)
            minus = relation.right.filter { $0.row == row }.map(\.column)
            self.slack = slack
        }

        func mayHold(_ way: CellSplitter.Way) -> Bool {
            var own = 0
            for column in plus { own += way[column]?.whole ?? 0 }
            for column in minus { own -= way[column]?.whole ?? 0 }
            return slack.contains(-own)
        }
    }
}
