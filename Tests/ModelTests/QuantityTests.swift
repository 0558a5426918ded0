import Model
import Testing

struct QuantityTests {
    @Test func equalNumbersAreEqualValues() {
        #expect(Quantity(significand: 2510, scale: 2) == Quantity(significand: 251, scale: 1))
        #expect(Quantity(significand: 500, scale: 2) == Quantity(5))
        #expect(Quantity(5).whole == 5)
        #expect(Quantity(significand: 55, scale: 1).whole == nil)
    }

    @Test func addsAndComparesDecimalsExactly() {
        let tenth = Quantity(significand: 1, scale: 1)
        let fifth = Quantity(significand: 2, scale: 1)
        #expect(tenth + fifth == Quantity(significand: 3, scale: 1))
        #expect(Quantity(3) - tenth == Quantity(significand: 29, scale: 1))
        #expect(tenth < fifth)
        #expect(Quantity(-1) < Quantity(0))
    }

    @Test(arguments: [
        (Quantity(0), "0"), (Quantity(-11), "-11"), (Quantity(significand: 4_068_208, scale: 3), "4068.208"),
        (Quantity(significand: 4, scale: 2), "0.04"), (Quantity(significand: -4, scale: 2), "-0.04"),
    ])
    func isWrittenAsPeopleWriteIt(_ value: Quantity, _ text: String) {
        #expect(value.description == text)
    }

    /// Nonsense input must not trap.
    @Test func survivesNumbersOutOfAllProportion() {
        let huge = Quantity(significand: 999_999_999_999_999, scale: 0)
        let tiny = Quantity(significand: 1, scale: 15)
        _ = huge + tiny
        _ = tiny < huge
    }
}

struct ProseTests {
    @Test func findsWordsAndDigits() {
        let prose: Prose = "全年收到申请3件。没有复议;无诉讼"
        #expect(prose.contains("申请3件"))
        #expect(!prose.contains("申请4件"))
        #expect(prose.hasDigit)
        #expect(prose.sentences.map(\.string) == ["全年收到申请3件", "没有复议", "无诉讼"])
    }

    @Test func anEmptyTextHoldsNothing() {
        let prose: Prose = ""
        #expect(prose.isEmpty)
        #expect(!prose.contains("无"))
        #expect(prose.sentences.isEmpty)
    }
}
