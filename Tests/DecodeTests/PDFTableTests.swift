import Testing

@testable import Decode

/// Rows whose labels go over lines and pages, and columns that are blank or stand beside their heads.
struct PDFTableTests {
    private typealias Word = PDFWords.Word

    /// Lines of a label one below the other.
    private func lines(_ left: Double, _ top: Double, _ text: String...) -> [Word] {
        text.enumerated().map { (left, top + 12 * Double($0), $1) }
    }

    /// In a column of two characters the label of one row takes 18 lines, level with its numbers from the first.
    @Test func aLabelOfManyLinesPartsNoTable() throws {
        let rest = [
            "请人", "逾期", "未按", "收费", "通知", "要求", "缴纳", "费用", "、行", "政机", "关不", "再处", "理其", "政府", "信息", "公开", "申请",
        ]
        var words = lines(60, 100, "1、重", "复申", "请") + PDFWords.numbers(120, 100, "1", "2")
        words += [(60, 136, "2、申")] + PDFWords.numbers(120, 136, "3", "4")
        words += rest.enumerated().map { (60, 148 + 12 * Double($0), $1) }
        words += lines(60, 352, "3、其", "他") + PDFWords.numbers(120, 352, "5", "6")
        words += [(40, 376, "（七）总计")] + PDFWords.numbers(120, 376, "9", "12")
        let label = "2、申" + rest.joined()
        let read = ["1、重复申请", "1", "2", label, "3", "4", "3、其他", "5", "6", "（七）总计", "9", "12"]
        #expect(try PDFWords.pieces(words) == read)
    }

    /// All numbers of a row are broken, 15 | 23 | 11 over two lines, beside a label of one line or of two.
    @Test func aWholeLineOfRestsIsNoRow() throws {
        let columns = 5
        let row = { (top: Double, numbers: [String]) in
            numbers.enumerated().map { (160 + 20 * Double($0), top, $1) as Word }
        }
        var words =
            [(60.0, 100.0, "一、新收数量")] + row(100, ["1", "2", "1", "3", "4"]) + row(112, ["5", "3", "1", "0", "2"])
        words += lines(60, 140, "1.申请人无正当理由", "再处理其申请") + row(140, ["6", "7", "8", "9", "1"])
        words += row(152, ["1", "1", "0", "2", "5"])
        words += [(60, 180, "2.重复申请")] + row(180, ["0", "1", "0", "0", "1"])
        let found = try PDFWords.pieces(words)
        let first = ["1", "5", "2", "3", "1", "1", "3", "0", "4", "2"]
        let second = ["6", "1", "7", "1", "8", "0", "9", "2", "1", "5"]
        #expect(
            found == ["一、新收数量"] + first + ["1.申请人无正当理由再处理其申请"] + second + ["2.重复申请", "0", "1", "0", "0", "1"]
        )
        #expect(first.count == 2 * columns)
    }

    /// Rows stand as close to each other as the lines of their labels, and a page ends inside one.
    @Test func aLineBelowAFullOneGoesOnWithIt() throws {
        let first =
            [(60, 700, "主动公开文件数")] + PDFWords.numbers(180, 700, "8", "9") + lines(60, 712, "其中：1、政府网站", "公开数")
            + PDFWords.numbers(180, 712, "7", "7") + lines(60, 736, "2、同意部分公开答", "复数")
            + PDFWords.numbers(180, 736, "1", "2") + lines(60, 760, "3、信函、传真申请", "数")
            + PDFWords.numbers(180, 760, "3", "5") + [(60, 784, "受理政府信息公开")] + PDFWords.numbers(180, 784, "23", "54")
        let second =
            [(60, 60, "申请总数"), (60, 72, "行政复议数")] + PDFWords.numbers(180, 72, "0", "1") + [(60, 84, "行政诉讼数")]
            + PDFWords.numbers(180, 84, "2", "2")
        let found = try PDFWords.pieces(first, second)
        #expect(
            found == [
                "主动公开文件数", "8", "9", "其中：1、政府网站公开数", "7", "7", "2、同意部分公开答复数", "1", "2", "3、信函、传真申请数", "3", "5",
                "受理政府信息公开申请总数", "23", "54", "行政复议数", "0", "1", "行政诉讼数", "2", "2",
            ]
        )
    }

    /// Below a line that is not full stands another row, which nobody filled in.
    @Test func aLineBelowAShortOneIsAnother() throws {
        let words =
            lines(60, 100, "2、同意部分公开答", "复数") + PDFWords.numbers(180, 100, "1", "2") + lines(60, 124, "3、信函、传真申请", "数")
            + PDFWords.numbers(180, 124, "3", "5") + lines(60, 148, "涉及国家秘密", "涉及商业秘密")
            + PDFWords.numbers(180, 148, "6", "7") + [(60, 172, "涉及个人隐私")] + PDFWords.numbers(180, 172, "8", "9")
            + [(60, 184, "其他情形")] + PDFWords.numbers(180, 184, "0", "1")
        let found = try PDFWords.pieces(words)
        #expect(found.contains("涉及国家秘密") && found.contains("涉及商业秘密"))
        #expect(found.suffix(6) == ["涉及个人隐私", "8", "9", "其他情形", "0", "1"])
    }

    /// The second line of 二 is that of 一 as well, which stands on the page before: it is no repeated head.
    @Test func theRestOfALabelIsNoRepeatedHead() throws {
        let first =
            lines(60, 700, "一、本年新收政府信息", "公开申请数量") + PDFWords.numbers(220, 700, "4", "5")
            + [(60, 730, "二、上年结转政府信息")] + PDFWords.numbers(220, 730, "0", "1")
        let second = [(60.0, 60.0, "公开申请数量"), (90, 80, "（一）予以公开")] + PDFWords.numbers(220, 80, "2", "3")
        let found = try PDFWords.pieces(first, second)
        #expect(found.suffix(6) == ["二、上年结转政府信息公开申请数量", "0", "1", "（一）予以公开", "2", "3"])
    }

    /// A head that two pages repeat, the second of them before the rest of a label.
    @Test func everyRepeatedHeadIsDropped() throws {
        let head: [Word] = [(200, 60, "申请人情况"), (60, 66, "（勾稽关系）"), (180, 78, "自然人"), (240, 78, "总计")]
        let first = head + [(60, 110, "1.重复申请")] + PDFWords.numbers(190, 110, "1", "2")
        let second = head + [(60, 110, "2.要求行政机关确认")] + PDFWords.numbers(190, 110, "3", "4")
        let third =
            head + [(60, 90, "或重新出具"), (60, 108, "3.无正当理由大量"), (60, 120, "反复申请")]
            + PDFWords.numbers(190, 114, "5", "6")
        let found = try PDFWords.pieces(first, second, third)
        #expect(found.suffix(6) == ["2.要求行政机关确认或重新出具", "3", "4", "3.无正当理由大量反复申请", "5", "6"])
        #expect(found.count { $0 == "自然人" } == 1)
    }

    /// All columns between the first and the last are blank, and only 自然人 and 总计 stand over cells.
    @Test func aHeadLevelWithABlankColumnsHeadHasOneToo() throws {
        let heads: [Word] = [
            (200, 86, "法人或其他组织"), (156, 100, "自然人"), (190, 104, "商业企"), (200, 116, "业"), (232, 110, "其他"),
            (270, 100, "总计"),
        ]
        let rows = (0..<3).flatMap { row -> [Word] in
            let top = 140 + 20 * Double(row)
            return [(60, top, "\(row + 1).重复申请"), (168, top, "1"), (278, top, "1")]
        }
        let found = try PDFWords.pieces(heads + rows)
        #expect(found.suffix(10) == ["2.重复申请", "1", "·", "·", "1", "3.重复申请", "1", "·", "·", "1"])
        #expect(found.contains("商业企业"))
    }

    /// Numbers at the right of their cells stand beside the heads in the cells' middle.
    @Test func aHeadBesideItsColumnIsNoBlankColumns() throws {
        let words: [Word] = [
            (70, 100, "信息内容"), (150, 100, "本年制发件数"), (250, 100, "本年废止件数"), (350, 100, "现行有效件数"), (80, 116, "规章"),
            (220, 116, "1"), (320, 116, "2"), (420, 116, "3"), (60, 132, "规范性文件"), (220, 132, "4"), (320, 132, "5"),
            (420, 132, "6"),
        ]
        #expect(try PDFWords.pieces(words).suffix(8) == ["规章", "1", "2", "3", "规范性文件", "4", "5", "6"])
    }

    /// 统计指标 | 条 | 22: units and numbers beside long labels are no column of text.
    @Test func cellsBesideLongLabelsAreNoColumnOfThePage() throws {
        let labels = ["通过不同渠道和方式公开", "参加或举办新闻发布会的", "政府网站在线访谈的次数", "政策解读稿件发布的总数"]
        let words = (0..<24).flatMap { row -> [Word] in
            let top = 100 + 14 * Double(row)
            return [(60, top, "\(row % 9 + 1)." + labels[row % 4]), (234, top, "条"), (378, top, "\(row)")]
        }
        let found = try PDFWords.pieces(words)
        #expect(found == (0..<24).flatMap { ["\($0 % 9 + 1)." + labels[$0 % 4], "条", "\($0)"] })
    }

    /// 1332 in a narrow cell whose last line is level with the row: the row's number is not 32.
    @Test func whatANarrowCellBreaksOffStaysInIt() throws {
        let words =
            [(60.0, 100.0, "1.重复申请")] + PDFWords.numbers(180, 100, "5", "6", "7") + PDFWords.numbers(180, 122, "13")
            + [(60, 137, "2.其他")] + PDFWords.numbers(180, 137, "32", "0", "1")
        #expect(try PDFWords.pieces(words) == ["1.重复申请", "5", "6", "7", "2.其他", "13", "32", "0", "1"])
    }

    /// 无 behind a row's number is not a mark in a cell: 无正当理由大量 | 反复申请.
    @Test func aLabelsNumberAndAMarkBehindItAreNoCells() throws {
        let words: [Word] =
            [(60, 94, "3."), (72, 94, "重复"), (60, 112, "4."), (72, 112, "无"), (60, 124, "正当理由")]
            + PDFWords.numbers(180, 94, "1", "2") + PDFWords.numbers(180, 112, "3", "4") + [
                (60, 142, "5."), (72, 142, "其他"),
            ]
            + PDFWords.numbers(180, 142, "5", "6")
        #expect(try PDFWords.pieces(words) == ["3.重复", "1", "2", "4.无正当理由", "3", "4", "5.其他", "5", "6"])
    }

    /// Between the two lines of the label of the row in the middle, its group's name stands level with the numbers.
    @Test func aGroupsNameBetweenALabelsLinesIsNoLabel() throws {
        let words =
            [(140, 100, "1.逾期不补正")] + PDFWords.numbers(360, 100, "0", "0")
            + [(140, 117, "2.申请人逾期未按收费通知要求缴纳费用、"), (60, 125, "（六）其他")]
            + PDFWords.numbers(360, 125, "2", "2") + [(140, 133, "机关不再处理其申请")]
            + [(140, 150, "3.其他")] + PDFWords.numbers(360, 150, "1", "1")
        let found = try PDFWords.pieces(words)
        #expect(
            found == [
                "1.逾期不补正", "0", "0", "2.申请人逾期未按收费通知要求缴纳费用、机关不再处理其申请", "2", "2", "（六）其他", "·", "·", "3.其他", "1", "1",
            ]
        )
    }

    /// Lines that are set twenty points apart belong together as well, where the numbers stand between them.
    @Test func linesFarFromEachOtherGoOnAroundTheirNumbers() throws {
        let words =
            [(60, 100, "1.重复申请")] + PDFWords.numbers(360, 100, "0", "0") + [(60, 120, "2.要求行政机关确认或重新出具已获取")]
            + PDFWords.numbers(360, 130, "2", "2") + [(60, 140, "信息"), (60, 160, "3.其他")]
            + PDFWords.numbers(360, 160, "1", "1")
        let found = try PDFWords.pieces(words)
        #expect(
            found == ["1.重复申请", "0", "0", "2.要求行政机关确认或重新出具已获取信息", "2", "2", "3.其他", "1", "1"]
        )
    }

    /// 法人或其他组织 is level with 自然人, and stands over the middle of blank columns.
    @Test func headsBelowALevelHeadAreBlankColumns() throws {
        let words =
            [(160, 80, "自然人"), (245, 80, "法人组织"), (360, 80, "总计")]
            + [(200, 92, "商业企"), (250, 92, "科研机"), (300, 92, "其他机"), (200, 104, "业")]
            + [(20, 120, "1.重复申请")] + PDFWords.numbers(170, 120, "5") + [(365, 120, "5"), (20, 140, "2.其他")]
            + PDFWords.numbers(170, 140, "0") + [(365, 140, "0")]
        let found = try PDFWords.pieces(words)
        #expect(found.suffix(12) == ["1.重复申请", "5", "·", "·", "·", "5", "2.其他", "0", "·", "·", "·", "0"])
    }
}
