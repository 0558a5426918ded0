import Bytes
import TestSupport
import Testing

struct TextSketchTests {
    /// A text of `count` characters, the same for the same seed.
    private func text(_ seed: UInt64, _ count: Int) -> [Character] {
        var dice = SplitMix64(seed: seed)
        return (0..<count).compactMap { _ in Unicode.Scalar(0x4E00 + dice.number(0...3000)).map(Character.init) }
    }

    private func sketch(_ text: [Character]) throws -> TextSketch {
        try #require(TextSketch(of: Array(String(text).utf8)[...]))
    }

    /// The text with one run of `count` characters replaced.
    private func changed(_ text: [Character], _ count: Int) -> [Character] {
        text.prefix(100) + self.text(99, count) + text.dropFirst(100 + count)
    }

    @Test func theSameTextIsTheSame() throws {
        let one = try sketch(text(1, 2000))
        #expect(one.similarity(to: one) == 1)
        #expect(Set(one.bands) == Set(try sketch(text(1, 2000)).bands))
    }

    @Test func othersAreNot() throws {
        #expect(try sketch(text(1, 2000)).similarity(to: sketch(text(2, 2000))) < 0.05)
    }

    @Test(arguments: [(100, 0.95), (200, 0.90), (600, 0.70)])
    func tellsHowMuchIsShared(_ replaced: Int, _ share: Double) throws {
        // Twenty texts, so that the chance of one sketch does not matter.
        let figures = try (1...20).map { seed in
            let text = text(UInt64(seed), 2000)
            return try sketch(text).similarity(to: sketch(changed(text, replaced)))
        }
        #expect(abs(figures.reduce(0, +) / 20 - share) < 0.02)
    }

    @Test func textsThatAreNearlyAlikeShareABand() throws {
        for seed in 1...50 {
            let text = text(UInt64(seed), 2000)
            let bands = try Set(sketch(text).bands)
            #expect(!bands.isDisjoint(with: try sketch(changed(text, 80)).bands))
            #expect(bands.isDisjoint(with: try sketch(self.text(UInt64(seed + 100), 2000)).bands))
        }
    }

    @Test func numbersDoNotCount() throws {
        let text = text(3, 1000)
        let one = try sketch(text + Array("收到12件" + String(text.reversed())))
        let other = try sketch(text + Array("收到3,456件" + String(text.reversed())))
        #expect(one.similarity(to: other) > 0.98)
    }

    @Test func aShortTextHasNone() {
        #expect(TextSketch(of: Array("全年无申请。".utf8)[...]) == nil)
    }
}
