import Testing

@testable import Decode

/// Tables whose cells a page draws with lines around them.
struct RuledTableTests {
    private static let xs = [50.0, 150, 190, 230]

    private func read(_ words: [PDFWords.Word], drawn: [String]) throws -> [String] {
        try PDFDrawing.read([words], drawn)
    }

    private func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> String {
        PDFDrawing.line(x, y, toX, toY)
    }

    private func grid(_ ys: [Double], _ xs: [Double] = Self.xs) -> String { PDFDrawing.grid(xs, ys) }

    @Test func blankCellsAndMergedOnes() throws {
        let words = [(60.0, 103.0, "规章"), (160, 103, "1"), (200, 103, "2"), (60, 123, "行政许可"), (200, 123, "7")]
        let lines =
            [100.0, 120, 140].map { line(50, $0, 230, $0) }.joined() + line(50, 100, 50, 140) + line(150, 100, 150, 140)
            + line(190, 100, 190, 120) + line(230, 100, 230, 140)
        #expect(try read(words, drawn: [lines]) == ["规章", "1", "2", "行政许可", "7"])
        #expect(try read(words, drawn: [grid([100, 120, 140])]) == ["规章", "1", "2", "行政许可", "·", "7"])
    }

    /// The borders of cells as thin rectangles, in a drawing that is moved and turned upside down.
    @Test func bordersMayBeFilled() throws {
        let bar = { (x: Double, y: Double, width: Double, height: Double) in
            "<path style=\"stroke:none;fill:rgb(0%,0%,0%);\" d=\"M \(x) \(y) L \(x + width) \(y) L \(x + width) "
                + "\(y + height) L \(x) \(y + height) Z M \(x) \(y) \" transform=\"matrix(1,0,0,-1,10,800)\"/>"
        }
        let lines =
            [700.0, 680, 660].map { bar(40, $0, 180, 0.5) }.joined()
            + [40.0, 140, 180, 220].map { bar($0, 660, 0.5, 40) }.joined()
        let words = [(60.0, 103.0, "规章"), (160, 103, "1"), (60, 123, "行政许可"), (200, 123, "7")]
        #expect(try read(words, drawn: [lines]) == ["规章", "1", "·", "行政许可", "·", "7"])
    }

    /// 13869 in a narrow cell; 12 and 5 in a wide one may be two numbers.
    @Test func brokenNumbersAreJoinedWhereTheLineIsFull() throws {
        let words = [
            (60.0, 108.0, "总计"), (155, 103, "13869"), (155, 115, "21"), (200, 103, "1"), (200, 115, "5"),
            (60, 133, "其他"),
            (155, 133, "0"),
        ]
        let found = try read(words, drawn: [grid([100, 130, 150])])
        #expect(found == ["总计", "1386921", "1", "5", "其他", "0", "·"])
    }

    /// Heads that stand close together are one word on the page.
    @Test func wordsAreCutAtBorders() throws {
        let words = [(50.0, 103.0, "信息内容和其他的其他结果总计"), (60, 123, "规章"), (160, 123, "1"), (200, 123, "0")]
        let found = try read(words, drawn: [grid([100, 120, 140])])
        #expect(found == ["信息内容和其他的其他", "结果总计", "·", "规章", "1", "0"])
    }

    /// Digits on a border belong to neither cell: the words alone tell what stands where.
    @Test func linesThatDoNotFitTheWordsAreNone() throws {
        let words = [(60.0, 103.0, "规章"), (183, 103, "123"), (60, 123, "行政许可"), (200, 123, "7")]
        #expect(try read(words, drawn: [grid([100, 120, 140])]) == read(words, drawn: [""]))
    }

    /// White lines and curves are none, nor is a frame a table.
    @Test func otherDrawings() throws {
        let words = [(60.0, 103.0, "规章"), (160, 103, "1"), (60, 123, "行政许可"), (160, 123, "7")]
        let white = grid([100, 120, 140]).replacing("stroke:rgb(0%,0%,0%)", with: "stroke:rgb(100%,100%,100%)")
        let curved = grid([100, 120, 140]).replacing(" \"/>", with: " C 1 2 3 4 5 6 \"/>")
        let frame = grid([90, 150], [40, 240])
        let plain = try read(words, drawn: [""])
        for drawing in [white, curved, frame, "<path d=\"", "<path d=\"L 3 M\"/>"] {
            #expect(try read(words, drawn: [drawing]) == plain)
        }
    }

    /// A table between paragraphs stays between them, and what stands alone in a row and is a sentence is no cell.
    @Test func tablesStayInTheirPlace() throws {
        let words = [
            (60.0, 80.0, "二、主动公开情况"), (60, 103, "规章"), (160, 103, "1"), (60, 123, "本年无收费。"), (60, 160, "三、依申请公开"),
        ]
        let lines =
            [100.0, 120, 140].map { line(50, $0, 230, $0) }.joined() + line(50, 100, 50, 140) + line(150, 100, 150, 120)
            + line(190, 100, 190, 120) + line(230, 100, 230, 140)
        #expect(try read(words, drawn: [lines]) == ["二、主动公开情况", "规章", "1", "·", "本年无收费。", "三、依申请公开"])
    }

    /// What a document writes as the marks are that stand for its tables.
    @Test func aWordLikeAMark() throws {
        let words = [
            (60.0, 80.0, "。⬚zzzzzzzzzzzzzzzzzzzzz"), (300, 80, "。⬚!"), (60, 103, "规章"), (160, 103, "1"),
            (60, 123, "行政许可"),
        ]
        let found = try read(words, drawn: [grid([100, 120, 140])])
        #expect(found.suffix(6) == ["规章", "1", "·", "行政许可", "·", "·"])
    }
}
