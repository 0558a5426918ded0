import Testing

@testable import Decode

struct WatermarkTests {
    private func word(_ text: String, _ left: Double, _ top: Double, _ width: Double, _ height: Double) -> WordBox {
        WordBox(left: left, right: left + width, top: top, bottom: top + height, text: Array(text.utf8))
    }

    private var rows: [WordBox] {
        (0..<12).flatMap { row in
            let top = 100 + 17 * Double(row)
            return [word("行政规范性文件", 90, top, 56, 8), word("2", 312, top, 5, 8), word("0", 346, top, 5, 8)]
        }
    }

    @Test func charactersAcrossThePageAreLeftOut() {
        let mark = ["内", "部", "20", "24"].enumerated().map { index, text in
            word(text, 107 + 28 * Double(index), 330 - 28 * Double(index), 40, 28)
        }
        #expect(Watermark.removed(from: [mark[2]] + rows + mark) == rows)
        #expect(Watermark.removed(from: mark) == mark)
    }

    /// A title in large type, letter by letter or as a word, one from top to bottom, and two numbers.
    @Test func largeTypeThatStandsUprightStays() {
        let line = ["年", "度", "报", "告"].enumerated().map { word($1, 100 + 60 * Double($0), 60, 22, 22) }
        let column = ["年", "度", "报", "告"].enumerated().map { word($1, 20, 60 + 40 * Double($0), 22, 22) }
        let title = [word("某市司法局2024年政府信息公开工作年度报告", 87, 69, 421, 22)]
        let pair = [word("1", 20, 20, 22, 22), word("2", 60, 60, 22, 22)]
        for large in [line, column, title, pair] { #expect(Watermark.removed(from: large + rows) == large + rows) }
    }

    @Test func aPageWithoutWordsHasNone() {
        #expect(Watermark.removed(from: []).isEmpty)
    }
}
