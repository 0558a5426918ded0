import Model
import Testing

@testable import Validate

struct LinesWordingTests {
    private func words(_ lines: [Int]) -> Finding.Message {
        Finding.Message(linesOf: lines.map { Finding.Place(path: "a.b.c", line: $0, text: "") })
    }

    @Test func eachLineIsNamedOnceAndInOrder() {
        #expect(words([9, 7, 9]) == Finding.Message(zh: "（第 7、9 行）", en: " (lines 7, 9)"))
        #expect(words([7, 7]) == Finding.Message(zh: "（第 7 行）", en: " (line 7)"))
        #expect(words([1, 2, 3, 4, 5, 6, 7]).en == " (lines 1, 2, 3, 4, 5, 6…)")
    }

    @Test func aPlaceThatIsNotThereHasNoLine() {
        #expect(words([0]) == Finding.Message(zh: "", en: ""))
    }
}
