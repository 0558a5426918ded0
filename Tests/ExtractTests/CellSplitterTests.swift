import Forms
import Model
import Testing

@testable import Extract

struct CellSplitterTests {
    private func ways(_ tokens: String..., columns: Int, allowsBlanks: Bool = false) -> [[Int?]]? {
        CellSplitter(kinds: Array(repeating: .count, count: columns), isSeparated: false, allowsBlanks: allowsBlanks)
            .ways(tokens.map { Array($0.utf8) })?.map { way in way.map { $0?.whole } }
    }

    @Test func listsEveryWayToCutANumber() {
        #expect(ways("123", columns: 2) == [[1, 23], [12, 3]])
        #expect(ways("100", "7", columns: 3) == [[10, 0, 7]])
        #expect(ways("12", columns: 3, allowsBlanks: true)?.count == 6)
    }

    @Test func saysNothingOfTooManyWays() {
        #expect(ways(String(repeating: "1", count: 60), columns: 20) == nil)
    }

    /// A text that ends in what is no number can be cut in no way, however many there are to its last byte.
    @Test(.timeLimit(.minutes(10)))
    func findsAtOnceThatThereIsNoWay() {
        #expect(ways(String(repeating: "1", count: 200) + "x", columns: 30, allowsBlanks: true) == [])
    }
}
