import Testing

@testable import Decode

/// Drawings whose lines are not those around all cells: the words alone tell then, as without any line.
struct RuledTrustTests {
    private static let xs = [50.0, 150, 190, 230]
    private static let ys = [100.0, 120, 140]
    private static let words: [PDFWords.Word] = [
        (60, 103, "1.重复申请"), (160, 103, "1"), (200, 103, "2"), (60, 123, "2.国家秘密"), (160, 123, "3"), (200, 123, "4"),
    ]

    private func read(_ words: [PDFWords.Word], _ drawing: String) throws -> [String] {
        try PDFDrawing.read([words], [drawing])
    }

    private func across(_ y: Double, _ from: Double = 50, _ to: Double = 230) -> String {
        PDFDrawing.line(from, y, to, y)
    }

    private func down(_ x: Double, _ from: Double = 100, _ to: Double = 140) -> String {
        PDFDrawing.line(x, from, x, to)
    }

    private static let whole = ["1.重复申请", "1", "2", "2.国家秘密", "3", "4"]

    @Test func someLinesOnly() throws {
        let rows = Self.ys.map { across($0) }.joined()
        let frame = across(100) + across(140)
        let columns = Self.xs.map { down($0) }.joined()
        let drawings = [
            // No line between the last two columns, none between the rows, none around the labels.
            rows + [50.0, 150, 230].map { down($0) }.joined(),
            frame + columns,
            Self.ys.map { across($0, 150) }.joined() + [150.0, 190, 230].map { down($0) }.joined(),
            frame + across(120, 150) + columns,
            // Lines between the labels alone.
            frame + across(120, 50, 150) + columns,
        ]
        for drawing in drawings {
            #expect(try read(Self.words, drawing) == read(Self.words, ""))
            #expect(try read(Self.words, drawing) == Self.whole)
        }
    }

    /// 1 over 3 in a narrow column is no 13, where lines part the labels alone.
    @Test func linesBetweenLabelsAlone() throws {
        let words: [PDFWords.Word] = [
            (60, 103, "规章"), (156, 103, "1"), (174, 103, "2"), (60, 123, "行政许可"), (156, 123, "3"), (174, 123, "4"),
        ]
        let columns = [50.0, 150, 168, 186].map { down($0) }.joined()
        let drawing = across(100, 50, 186) + across(120, 50, 150) + across(140, 50, 186) + columns
        #expect(try read(words, drawing) == ["规章", "1", "2", "行政许可", "3", "4"])
    }

    /// A line between two columns is missing, and one of them is blank: its head tells.
    @Test func aMissingLineBetweenHeads() throws {
        let xs = [50.0, 150, 250, 450]
        let words: [PDFWords.Word] = [
            (60, 103, "信息内容"), (170, 103, "本年制发数"), (270, 103, "本年废止数"), (370, 103, "现行有效数"), (60, 123, "规章"),
            (190, 123, "3"), (390, 123, "53"),
        ]
        let drawing = Self.ys.map { across($0, 50, 450) }.joined() + xs.map { down($0) }.joined()
        #expect(try read(words, drawing) == read(words, ""))
    }

    /// Lines that run through most words are those of other rows.
    @Test func linesThroughWords() throws {
        let words = Self.words.map { ($0.0, $0.1 + 11, $0.2) as PDFWords.Word }
        let drawing = [100.0, 120, 140, 160].map { across($0) }.joined() + Self.xs.map { down($0, 100, 160) }.joined()
        #expect(try read(words, drawing) == read(words, ""))
    }

    /// A number with a line below it has one cell, as others have.
    @Test func underlinedNumbers() throws {
        let lines = Self.ys.map { across($0) }.joined() + Self.xs.map { down($0) }.joined()
        #expect(try read(Self.words, lines + across(114, 158, 167) + across(114, 188.6, 206)) == Self.whole)
    }

    /// A title over several columns whose lines go through it is not cut by them.
    @Test func aTitleOverColumns() throws {
        let words = Self.words + [(100, 85, "政府信息公开统计")]
        let lines = [80.0, 120, 140].map { across($0) }.joined() + Self.xs.map { down($0, 80) }.joined()
        #expect(try read(words, lines) == read(words, ""))
    }
}
