import Testing

@testable import Decode

/// Columns in which all cells are blank, left of the first number, and texts whose letters are spaced.
struct PDFBlankColumnTests {
    private typealias Word = PDFWords.Word

    private let outcomes = ["维持", "纠正", "其他", "未结", "总计"]

    /// The heads of fifteen columns, 33 points apart from 50 on.
    private var disputes: [Word] {
        let groups: [Word] = [(110, 80, "复议"), (300, 64, "诉讼"), (280, 80, "直接起诉"), (440, 80, "复议后")]
        return groups + (0..<15).map { (50 + 33 * Double($0), 100, outcomes[$0 % 5]) }
    }

    private func row(_ top: Double, _ cells: [Int: String]) -> [Word] {
        cells.sorted { $0.key < $1.key }.map { (57 + 33 * Double($0.key), top, $0.value) }
    }

    @Test func headsLeftOfTheFirstNumberAreColumnsWhereNothingIsALabel() throws {
        let found = try PDFWords.pieces(disputes + row(120, [2: "5", 4: "6", 9: "0", 12: "1", 14: "1"]))
        let heads = [outcomes, outcomes, outcomes].flatMap { heads -> [String] in heads }
        #expect(Array(found.suffix(30).prefix(15)) == heads)
        let cells = ["·", "·", "5", "·", "6", "·", "·", "·", "·", "0", "·", "·", "1", "·", "1"]
        #expect(Array(found.suffix(15)) == cells)
    }

    /// A / at the left of its cell, where other rows have their numbers in the middle, stands below the same head.
    @Test func cellsAtTwoSidesOfOneHeadAreOneColumn() throws {
        let heads: [Word] = [
            (60, 80, "项目"), (200, 80, "自然人"), (250, 80, "法律服务机构"), (330, 80, "其他"), (370, 80, "总计"),
        ]
        let rows: [Word] =
            [(60, 100, "1.重复申请"), (212, 100, "5"), (278, 100, "6"), (338, 100, "1"), (378, 100, "12")]
            + [(60, 120, "2.其他"), (212, 120, "2"), (251, 120, "/"), (338, 120, "0"), (378, 120, "2")]
        let found = try PDFWords.pieces(heads + rows)
        #expect(found.suffix(10) == ["1.重复申请", "5", "6", "1", "12", "2.其他", "2", "/", "0", "2"])
    }

    /// The heading of the next table stands below a row with a blank cell, at the foot of a page.
    @Test func aHeadingAboveTheHeadsIsNoneOfThem() throws {
        let first: [Word] = [
            (60, 660, "信息内容"), (200, 660, "本年收费金额"), (60, 680, "行政事业性收费"), (80, 700, "三、收到和处理政府信息公开申请情况"),
        ]
        let second: [Word] =
            [(60, 60, "项目"), (200, 60, "自然人"), (250, 60, "其他"), (330, 60, "总计"), (60, 80, "一、本年新收")]
            + [(212, 80, "5"), (258, 80, "6"), (338, 80, "11"), (60, 100, "二、上年结转"), (212, 100, "1"), (338, 100, "1")]
        let found = try PDFWords.pieces(first, second)
        #expect(found.contains("三、收到和处理政府信息公开申请情况"))
        #expect(found.suffix(8) == ["一、本年新收", "5", "6", "11", "二、上年结转", "1", "·", "1"])
    }

    /// 1329 in a narrow cell: the rest of it stays in its cell, and nobody takes 132 for the total.
    @Test func whatANarrowCellBreaksOffStaysInItWithoutLabels() throws {
        let found = try PDFWords.pieces(
            disputes + row(120, [0: "846", 4: "132", 9: "0", 14: "1"]) + row(133, [4: "9"])
        )
        let cells = ["846", "·", "·", "·", "132", "9", "·", "·", "·", "·", "0", "·", "·", "·", "·", "1"]
        #expect(Array(found.suffix(16)) == cells)
    }

    /// 结 over 果, 纠 and 正 in columns of one character, some left of the first number.
    @Test func headsFromTopToBottomAreColumns() throws {
        let letters = ["结果纠正", "其他结果", "尚未审结"].map(Array.init)
        var words: [Word] = [(110, 60, "行政复议"), (50, 92, "维持"), (190, 92, "总计")]
        for (column, head) in letters.enumerated() {
            words += head.enumerated().map { (90 + 30 * Double(column), 76 + 12 * Double($0), String($1)) }
        }
        let found = try PDFWords.pieces(words + [(152, 130, "2"), (198, 130, "无")])
        #expect(
            found.suffix(10) == ["维持", "结果纠正", "其他结果", "尚未审结", "总计", "·", "·", "·", "2", "无"]
        )
    }

    /// 无 at the head of a group's name is no mark in a cell.
    @Test func aGroupsNameFromTopToBottomMayBeginWithAMark() throws {
        let name = ["无", "法", "提", "供"].enumerated().map { (40, 106 + 12 * Double($0), $1) as Word }
        let labels: [Word] = [
            (80, 100, "1.不掌"), (80, 112, "握信息"), (80, 130, "2.没有"), (80, 142, "现成的"), (80, 160, "3.补正"),
            (80, 172, "不明确"),
        ]
        let numbers = [106.0, 136, 166].flatMap { PDFWords.numbers(160, $0, "1", "2") }
        let found = try PDFWords.pieces(name + labels + numbers)
        #expect(
            found.filter { $0 != "无法提供" && $0 != "·" } == [
                "1.不掌握信息", "1", "2", "2.没有现成的", "1", "2", "3.补正不明确", "1", "2",
            ]
        )
    }

    /// 信息内容 is the labels' head; 制发件数 right of it has a column, though all its cells are blank.
    @Test func aHeadBehindThatOfTheLabelsIsAColumns() throws {
        let heads: [Word] = [(60, 100, "信息内容"), (160, 100, "制发件数"), (260, 100, "废止件数"), (360, 100, "有效件数")]
        let rows: [Word] = [(50, 120, "规范性文件"), (278, 120, "4"), (378, 120, "9"), (50, 140, "规章"), (378, 140, "1")]
        #expect(
            try PDFWords.pieces(heads + rows) == [
                "信息内容", "制发件数", "废止件数", "有效件数", "规范性文件", "·", "4", "9", "规章", "·", "·", "1",
            ]
        )
    }

    /// Short labels at the left of their cells, beside a head in its cell's middle: it is not known to be a column's.
    @Test func aHeadThatStandsOverNoLabelIsNoColumns() throws {
        let heads: [Word] = [(130, 100, "信息内容"), (260, 100, "决定数量")]
        let rows: [Word] = [(50, 120, "许可"), (278, 120, "4"), (50, 140, "处罚"), (278, 140, "1")]
        #expect(try PDFWords.pieces(heads + rows).suffix(4) == ["许可", "4", "处罚", "1"])
    }

    /// Each letter with room behind it, as words of one letter.
    private func spaced(_ left: Double, _ top: Double, _ text: String) -> [Word] {
        var place = left
        return text.map { letter in
            defer { place += (letter.isASCII ? 5 : 10) + 1.5 }
            return (place, top, String(letter))
        }
    }

    @Test func spacedLettersAreWordsAndNumbers() throws {
        let words: [Word] = [
            (50, 60, "主动公开政府信息情况"), (60, 100, "信息内容"), (160, 100, "制发件数"), (260, 100, "废止件数"), (360, 100, "有效件数"),
            (50, 120, "规范性文件"),
            (270, 120, "82"), (370, 120, "109"), (50, 140, "规章"), (370, 140, "1"),
        ]
        #expect(
            try PDFWords.pieces(words.flatMap(spaced)) == [
                "主动公开政府信息情况", "信息内容", "制发件数", "废止件数", "有效件数", "规范性文件", "·", "82", "109", "规章", "·", "·", "1",
            ]
        )
    }

    /// Words that stand at many distances are not spaced, and neither are few.
    @Test func roomOfManyWidthsIsNoSpacing() throws {
        var place = 50.0
        let words = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十".enumerated().map { index, letter in
            defer { place += 11 + Double(index % 3) }
            return (place, 100.0, String(letter))
        }
        let boxes = try #require(WordBoxReader.pages(Array(PDFWords.table(words).utf8)))[0].words
        #expect(LetterSpacing.joined(boxes) == boxes)
        let few = Array(boxes.prefix(12))
        #expect(LetterSpacing.joined(few) == few)
    }
}
