import Testing

@testable import Extract

struct RadicalsTests {
    @Test func readsRadicalsAsTheCharactersThatTheyLookLike() {
        #expect(Normaliser.normalised("⼀、本年新收政府信息公开申请数量") == Array("一、本年新收政府信息公开申请数量".utf8))
        #expect(Normaliser.normalised("⾏政复议⻅第⼗⼆⻚") == Array("行政复议见第十二页".utf8))
        #expect(Normaliser.normalised("⿕") == Array("龠".utf8))
    }

    @Test func readsCompatibilityIdeographsAsTheCharactersThatTheyAre() {
        #expect(Normaliser.normalised("三、本年度办\u{F9E4}结果") == Array("三、本年度办理结果".utf8))
        #expect(Normaliser.normalised("\u{FA08}政许可\u{F98E}\u{FA01}\u{F900}") == Array("行政许可年度豈".utf8))
        #expect(Normaliser.normalised("\u{FAD9}") == Array("龎".utf8))
    }

    @Test func leavesCompatibilityCodesThatStandForNoOtherCharacter() {
        // The first is a character of its own, the second one of four bytes, the third none.
        for sign in ["\u{FA0E}", "\u{FACF}", "\u{FADF}"] { #expect(Normaliser.normalised(sign) == Array(sign.utf8)) }
    }

    @Test func leavesWhatStandsForNoCharacter() {
        #expect(Normaliser.normalised("⺀⿰甲") == Array("⺀⿰甲".utf8))
    }
}
