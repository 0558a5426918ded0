import Forms
import Model
import TestSupport
import Testing

@testable import Extract

@Suite("Search for the cuts that break the fewest relations")
struct SplitSearchTests {
    private typealias Relation = SplitSearch.IndexedRelation

    /// Small tables of chance, and what trying every choice finds.
    @Test(arguments: 0..<200)
    func findsWhatTryingEveryChoiceFinds(seed: Int) throws {
        let (ways, relations) = Self.table(seed)
        let found = try #require(SplitSearch(ways: ways, relations: relations).agreement())
        let best = Self.best(of: ways, relations)
        #expect(best.contains(found.rows))
        for row in ways.indices {
            for column in 0..<3 {
                let isDoubtful = Set(best.map { $0[row][column] }).count > 1
                let isFound = found.doubts.contains(SplitSearch.Place(row, column))
                #expect(isFound == isDoubtful, "row \(row), column \(column)")
            }
        }
    }

    /// The bound only leaves out what is worse than the best.
    @Test(arguments: 0..<100)
    func aBoundLeavesTheBest(seed: Int) throws {
        let (ways, relations) = Self.table(seed)
        let search = SplitSearch(ways: ways, relations: relations)
        let found = try #require(search.agreement())
        for slack in 0...2 {
            let bound = try #require(search.agreement(atMost: found.broken + slack))
            #expect(bound.broken == found.broken)
            #expect(bound.doubts == found.doubts)
        }
        #expect(found.broken == 0 || search.agreement(atMost: found.broken - 1) == nil)
    }

    @Test(arguments: 0..<200)
    func tellsWhatIsBrokenWhateverIsChosen(seed: Int) {
        let (ways, relations) = Self.table(seed)
        let best = Self.best(of: ways, relations)
        let broken = relations.indices.filter { index in
            best.allSatisfy { choice in !relations[index].holds { choice[$0.row][$0.column] } }
        }
        #expect(SplitSearch(ways: ways, relations: relations).broken(among: Array(relations.indices)) == broken)
    }

    private static func table(_ seed: Int) -> (ways: [[CellSplitter.Way]], relations: [Relation]) {
        var random = SplitMix64(seed: UInt64(seed))
        let ways = (0..<3).map { _ in
            (0..<random.number(1...5)).map { _ in (0..<3).map { _ in number(&random) } }
        }
        return (ways, (0..<random.number(1...5)).map { _ in relation(&random) })
    }

    private static func number(_ random: inout SplitMix64) -> Quantity? {
        switch random.number(0...7) {
        case 0, 1: nil
        case 2: Quantity(significand: random.number(1...30), scale: 1)
        default: Quantity(random.number(-1...3))
        }
    }

    private static func relation(_ random: inout SplitMix64) -> Relation {
        let comparison: Forms.Relation.Comparison = random.pick([
            .totalOfParts, .equalSums, .atMost, .atLeastDifference, .atLeastLargest,
        ])
        return Relation(comparison: comparison, left: cells(&random, 1...2), right: cells(&random, 1...3))
    }

    private static func cells(_ random: inout SplitMix64, _ count: ClosedRange<Int>) -> [(row: Int, column: Int)] {
        (0..<random.number(count)).map { _ in (random.number(0...2), random.number(0...2)) }
    }

    /// All choices that break the fewest relations.
    private static func best(of ways: [[CellSplitter.Way]], _ relations: [Relation]) -> [[CellSplitter.Way]] {
        var choices: [[CellSplitter.Way]] = [[]]
        for row in ways { choices = choices.flatMap { begun in row.map { begun + [$0] } } }
        let costs = choices.map { choice in relations.count { !$0.holds { choice[$0.row][$0.column] } } }
        return zip(choices, costs).filter { $0.1 == costs.min() }.map(\.0)
    }
}
