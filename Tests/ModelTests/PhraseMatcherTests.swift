import Bytes
import Testing

struct PhraseMatcherTests {
    private func found(_ phrases: [String], in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return PhraseMatcher(phrases.map { Array($0.utf8) }).matches(in: bytes[...]).map {
            "\(phrases[$0.phrase])@\($0.start)"
        }
    }

    @Test func findsEveryPhraseInTheTextsOrder() {
        #expect(found(["申请", "复议"], in: "收到申请,没有复议,申请2件") == ["申请@6", "复议@19", "申请@26"])
    }

    @Test func findsPhrasesWithinOthers() {
        #expect(found(["行政复议", "复议", "行政"], in: "行政复议") == ["行政复议@0", "行政@0", "复议@6"])
    }

    @Test func findsAsciiAndSignsOfTwoBytes() {
        #expect(found(["XX", "××"], in: "20XX年,××县") == ["XX@2", "××@8"])
    }

    @Test func findsNothingInPiecesOfCharacters() {
        let bytes = Array("申请".utf8)
        let matcher = PhraseMatcher([Array("申请".utf8)])
        #expect(matcher.matches(in: bytes[..<5]).isEmpty)
        #expect(matcher.matches(in: [0xFF, 0xE7, 0x94]).isEmpty)
        #expect(matcher.matches(in: []).isEmpty)
    }
}
