import Forms
import Model
import TestSupport
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

    /// Digits of chance: of all ways those whose last number is the sum of the others.
    @Test(arguments: 0..<200)
    func listsTheWaysThatAddUp(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let columns = random.number(2...5)
        let parts = (1..<columns).map { _ in random.number(0...2) == 0 ? 0 : random.number(0...120) }
        var digits = (parts + [parts.reduce(0, +)]).map(String.init).joined()
        if random.number(0...3) == 0 { digits += "7" }
        let middle = random.number(1...3) == 1 ? random.number(1...(digits.count - 1)) : digits.count
        let tokens = [digits.prefix(middle), digits.dropFirst(middle)].filter { !$0.isEmpty }.map { Array($0.utf8) }
        let kinds = Array(repeating: ValueKind.count, count: columns)
        let splitter = CellSplitter(kinds: kinds, isSeparated: false, allowsBlanks: false, limit: 100_000)
        let sound = try #require(splitter.ways(tokens)).filter { way in
            way.dropLast().reduce(0) { $0 + ($1?.whole ?? 0) } == way.last??.whole
        }
        let found = try #require(SummingWays.all(tokens, splitter))
        #expect(Set(found) == Set(sound), "\(digits) in \(columns)")
        #expect(found.count == sound.count)
    }

    @Test func aMarkIsACellOfItsOwn() {
        #expect(ways("1/917", columns: 3) == [[1, nil, 917]])
        #expect(ways("—12", columns: 3) == [[nil, 1, 2]])
        #expect(ways("——12", columns: 3) == [[nil, nil, 12], [nil, 1, 2]])
    }
}
