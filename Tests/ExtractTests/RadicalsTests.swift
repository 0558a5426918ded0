import Testing

@testable import Extract

struct RadicalsTests {
    @Test func readsRadicalsAsTheCharactersThatTheyLookLike() {
        #expect(Normaliser.normalised("⼀、本年新收政府信息公开申请数量") == Array("一、本年新收政府信息公开申请数量".utf8))
        #expect(Normaliser.normalised("⾏政复议⻅第⼗⼆⻚") == Array("行政复议见第十二页".utf8))
        #expect(Normaliser.normalised("⿕") == Array("龠".utf8))
    }

    @Test func leavesWhatStandsForNoCharacter() {
        #expect(Normaliser.normalised("⺀⿰甲") == Array("⺀⿰甲".utf8))
    }
}
