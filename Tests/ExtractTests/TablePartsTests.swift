import Forms
import Model
import Testing

@testable import Extract

/// The small parts that tell one cell from another.
struct TablePartsTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [
        ("一、概述", 1, 6), ("(二)依申请", 2, 5), ("3.其他", 3, 2), ("4、无", 4, 4), ("十二、事项", 12, 9), ("(3)甲", 3, 3),
    ])
    func readsTheNumberBeforeAHeading(_ text: String, _ number: Int, _ length: Int) throws {
        let text = bytes(text)
        let found = try #require(Enumerator(text, at: 0, end: text.count))
        #expect(found.number == number)
        #expect(found.length == length)
    }

    @Test(arguments: ["2023年", "3.5万", "一是加强", "概述", "1057篇"])
    func takesNoNumberForOneOfAHeading(_ text: String) {
        let text = bytes(text)
        #expect(Enumerator(text, at: 0, end: text.count) == nil)
    }

    @Test func behindAValueOneDigitIsTheLabelsNumber() {
        let text = bytes("00000002.")
        #expect(Lead.start(text, from: 0, to: text.count, beginsPiece: false) == 7)
        let zero = bytes("02.")
        #expect(Lead.start(zero, from: 0, to: zero.count, beginsPiece: false) == 1)
        let twelve = bytes("12.")
        #expect(Lead.start(twelve, from: 0, to: twelve.count, beginsPiece: true) == 0)
    }

    @Test(arguments: [
        ("0", Cell.Content.number(Quantity(0))), ("1,234", .number(Quantity(1234))), ("-59", .number(Quantity(-59))),
        ("22(其中修订16件)", .number(Quantity(22))), ("251000元", .number(Quantity(251_000))), ("/", .mark), ("无", .mark),
        ("007", .ambiguous),
    ])
    func readsACell(_ text: String, _ content: Cell.Content) {
        let text = bytes(text)
        #expect(CellReader.content(text, 0..<text.count) == content)
    }

    @Test(arguments: ["约10", "3.5.6", "十件", "12/13"])
    func takesNothingElseForANumber(_ text: String) {
        let text = bytes(text)
        #expect(CellReader.content(text, 0..<text.count) == nil)
    }

    @Test func convertsMoneyToTheColumnsUnit() {
        let slot = Slot(kind: .value(.number(Quantity(251_000))), text: bytes("251000元"), line: 1)
        let cell = CellReader.cell(slot, kind: .money(unit: "万元"))
        #expect(cell.number == Quantity(significand: 251, scale: 1))
        #expect(CellReader.cell(slot, kind: .money(unit: nil)).number == Quantity(251_000))
    }

    /// A count in 万 is one of so many ones; a sum of money is no count.
    @Test(arguments: [
        ("18万", Quantity(180_000)), ("1.2万", Quantity(12_000)), ("1.2万人次", Quantity(12_000)),
        ("3.05万条", Quantity(30_500)),
        ("18条", Quantity(18)), ("5万元", nil), ("5元", nil),
    ])
    func countsTenThousands(_ text: String, _ count: Quantity?) throws {
        let text = bytes(text)
        let slot = Slot(kind: .value(try #require(CellReader.content(text, 0..<text.count))), text: text, line: 1)
        let cell = CellReader.cell(slot, kind: .count)
        #expect(cell.number == count)
        if count == nil { #expect(cell.content == .ambiguous) }
    }

    private func slots(_ text: String) -> [Slot] {
        text.map { character in
            switch character {
            case "_": Slot(kind: .blank, text: [], line: 1)
            case "?": Slot(kind: .perhapsBlank, text: [], line: 1)
            default: Slot(kind: .value(.number(Quantity(1))), text: [UInt8(ascii: "1")], line: 1)
            }
        }
    }

    @Test(arguments: [("111", "111"), ("1?1?", "1?1"), ("1?1", "1?1"), ("11??", "11?"), ("1_1__", "1_1")])
    func keepsTheBlanksThatMakeARowFull(_ given: String, _ kept: String) {
        #expect(SlotFitter.fit(slots(given), to: 3) == slots(kept))
    }

    @Test(arguments: ["1", "1111", "?1?1?1?1"])
    func doesNotGuessWhichCellIsWhich(_ given: String) {
        #expect(SlotFitter.fit(slots(given), to: 3) == nil)
    }

    @Test func listsEveryWayToCutDigits() {
        let splitter = CellSplitter(kinds: [.count, .count, .count], isSeparated: false, allowsBlanks: false)
        let ways = splitter.ways([bytes("5426")])?.map { $0.map { $0?.whole } }
        #expect(ways == [[5, 4, 26], [5, 42, 6], [54, 2, 6]])
        #expect(splitter.ways([bytes("000")])?.count == 1)
    }

    @Test func neverCutsWhatSeparatorsDivide() {
        let splitter = CellSplitter(kinds: [.count, .count, .count], isSeparated: true, allowsBlanks: true)
        let ways = splitter.ways([bytes("10"), bytes("5")]) ?? []
        #expect(ways.count == 3)
        #expect(ways.allSatisfy { $0.compactMap { $0?.whole } == [10, 5] })
    }

    @Test func aSignBeginsACellOfAColumnWithSigns() {
        let kinds: [ValueKind] = [.count, .change, .count]
        let ways = CellSplitter(kinds: kinds, isSeparated: false, allowsBlanks: false).ways([bytes("156-5997")]) ?? []
        #expect(ways.count == 3)
        #expect(ways.allSatisfy { $0[0] == Quantity(156) })
    }

    @Test func tellsBlanksByTheRhythmOfLineEnds() throws {
        let full = [(gaps: [3, 3, 3], after: 5), (gaps: [3, 3, 3], after: 5)]
        let rhythm = try #require(LineRhythm(fullRows: full))
        let two = slots("11")
        #expect(rhythm.fill(two, gaps: [3, 3], after: 8, count: 3) == slots("11_"))
        #expect(rhythm.fill(two, gaps: [3, 6], after: 5, count: 3) == slots("1_1"))
        #expect(rhythm.fill(two, gaps: [3, 3], after: 5, count: 3) == nil)
        #expect(LineRhythm(fullRows: [(gaps: [3, 4, 3], after: 5), (gaps: [3, 3, 3], after: 5)]) == nil)
    }

    @Test func findsTheLongestOfLabelsThatBeginAlike() {
        let matcher = LabelMatcher(["其他", "其他处理", "总计"].map { Array($0.utf8) })
        let text = bytes("A其他处理0其他总计")
        let found = matcher.matches(in: text, at: text.indices)
        #expect(found.map(\.label) == [1, 0, 2])
    }
}
