import Testing

@testable import Decode

/// Rows that a page's end cuts, beside the names of groups and beside other rows.
struct PDFPageEndTests {
    private typealias Word = PDFWords.Word

    /// The numbers of （二） are the last of their page, beside a group's name that began above; its label begins the next.
    @Test func aLabelWhollyBehindAPagesEndIsThatOfTheLastNumbers() throws {
        let first =
            [(60.0, 700.0, "二、上年结转")] + PDFWords.numbers(240, 700, "6", "0", "6") + [
                (40, 724, "三、本"), (90, 724, "（一）予以公开"),
            ]
            + PDFWords.numbers(240, 724, "0", "1", "1") + [(40, 738, "年度办")] + PDFWords.numbers(240, 746, "2", "3", "5")
            + [(40, 752, "理结果")]
        let second =
            [(90.0, 60.0, "（二）部分公开"), (90, 72, "不计其他情形")] + [(90, 96, "1.国家秘密")]
            + PDFWords.numbers(240, 96, "7", "0", "7") + [(90, 120, "2.法律禁止")]
            + PDFWords.numbers(240, 120, "0", "8", "8")
        let found = try PDFWords.pieces(first, second)
        let label = try #require(found.firstIndex(of: "（二）部分公开不计其他情形"))
        #expect(found[label...].prefix(4) == ["（二）部分公开不计其他情形", "2", "3", "5"])
        #expect(found.suffix(8) == ["1.国家秘密", "7", "0", "7", "2.法律禁止", "0", "8", "8"])
    }

    @Test func aLabelWhollyBeforeAPagesEndIsThatOfTheFirstNumbers() throws {
        let first =
            [(60.0, 700.0, "1.国家秘密")] + PDFWords.numbers(240, 700, "7", "0", "7")
            + [(60, 724, "2.其他法律行政法规"), (60, 736, "禁止公开")]
        let second =
            PDFWords.numbers(240, 66, "0", "8", "8") + [(60, 90, "3.危及安全")] + PDFWords.numbers(240, 90, "1", "2", "3")
        let found = try PDFWords.pieces(first, second)
        #expect(found.dropFirst(4) == ["2.其他法律行政法规禁止公开", "0", "8", "8", "3.危及安全", "1", "2", "3"])
    }

    /// What begins the next page is the label of a row with blank cells, where the last numbers have theirs.
    @Test func aRowBesideItsLabelTakesNoneFromTheNextPage() throws {
        let first =
            [(60.0, 676.0, "4.大量申请")] + PDFWords.numbers(240, 676, "1", "2", "3") + [(60, 700, "5.重新出具")]
            + PDFWords.numbers(240, 700, "9", "0", "9")
        let second =
            [(60.0, 60.0, "1.逾期不补正、行政机关"), (60, 72, "不再处理其申请"), (60, 96, "2.未缴纳费用")]
            + PDFWords.numbers(240, 96, "5", "1", "6")
        let found = try PDFWords.pieces(first, second)
        let label = try #require(found.firstIndex(of: "5.重新出具"))
        #expect(found[label...].prefix(4) == ["5.重新出具", "9", "0", "9"])
        #expect(found.suffix(4) == ["2.未缴纳费用", "5", "1", "6"])
    }

    /// The same before a page's end: 9 stands between 3.危 and 安全, which begin the page.
    @Test func aRowWithinItsLabelTakesNoneFromThePageBefore() throws {
        let lines = { (top: Double, texts: [String]) in
            texts.enumerated().map { (60.0, top + 16 * Double($0), $1) as Word }
        }
        let first =
            lines(600, ["1.属", "国家", "秘密"]) + PDFWords.numbers(240, 616, "7", "1", "8")
            + lines(660, ["2.其他", "法律", "禁止"])
        let second =
            lines(60, ["3.危", "及三", "安全", "稳定"]) + PDFWords.numbers(240, 84, "9", "0", "9")
            + lines(136, ["4.保", "第三", "方权"]) + PDFWords.numbers(240, 152, "1", "2", "3")
        let found = try PDFWords.pieces(first, second)
        let label = try #require(found.firstIndex(of: "3.危及三安全稳定"))
        #expect(found[label...].prefix(4) == ["3.危及三安全稳定", "9", "0", "9"])
        #expect(found.suffix(4) == ["4.保第三方权", "1", "2", "3"])
    }

    /// What may be the rest of the numbers above has no label, whatever stands on the next page.
    @Test func aLineOfFewerNumbersTakesNoLabelFromTheNextPage() throws {
        let first =
            [(60.0, 700.0, "1.国家秘密")] + PDFWords.numbers(240, 700, "7", "1", "8") + [(60, 724, "2.法律禁止")]
            + PDFWords.numbers(240, 724, "10", "22", "32") + PDFWords.numbers(280, 745, "5", "6")
        let second = [(60.0, 60.0, "3.危及安全"), (60, 90, "4.第三方")] + PDFWords.numbers(240, 90, "1", "2", "3")
        let found = try PDFWords.pieces(first, second)
        let label = try #require(found.firstIndex(of: "3.危及安全"))
        #expect(found[label + 1] != "5")
    }

    /// A row that is higher than its label, as the last before a page's end: its number is not left out.
    @Test func aLabelsFirstLineIsNotLeftOut() throws {
        let lines = { (top: Double, texts: [String]) in
            texts.enumerated().map { (60.0, top + 13 * Double($0), $1) as Word }
        }
        let words =
            lines(100, ["1.属", "于国", "家秘", "密"]) + PDFWords.numbers(240, 119.5, "1", "2")
            + lines(160, ["2.其", "他法", "律行", "政法", "规禁", "止公", "开"]) + PDFWords.numbers(240, 205, "3", "4")
            + lines(266, ["3.危", "及三", "安全", "稳定"]) + PDFWords.numbers(240, 285.5, "5", "6")
        #expect(
            try PDFWords.pieces(words) == [
                "1.属于国家秘密", "1", "2", "2.其他法律行政法规禁止公开", "3", "4", "3.危及三安全稳定", "5", "6",
            ]
        )
    }

    /// A dozen rows without numbers between two of one table, over a page's end: the columns are those of the heads.
    @Test func rowsBehindManyBlankOnesHaveTheColumnsOfTheHeads() throws {
        let heads = zip(["自然人", "商业企业", "总计"], [230.0, 280, 340]).map { ($1, 600.0, $0) as Word }
        let first =
            heads + [(60, 624, "一、本年新收")] + [(240, 624, "7"), (350, 624, "7")] + [(60, 648, "二、上年结转")]
            + [(240, 648, "2"), (350, 648, "2")]
        let labels = (1...9).map { (60.0, 60 + 14 * Double($0), "\($0).属于某一类情形") as Word }
        func found(_ left: Double) throws -> [String] {
            let last: [Word] = [(60, 220, "（七）总计"), (left, 220, "9"), (350, 220, "9")]
            return try PDFWords.pieces(first, labels + last)
        }
        #expect(try found(240).suffix(4) == ["（七）总计", "9", "·", "9"])
        // Below no other number it may be another table's.
        #expect(try found(262).suffix(3) == ["（七）总计", "9", "9"])
    }

    /// The head of the labels ends a page, and the upright heads of the columns begin the next: it is not the label of the
    /// first row, whose broken numbers stand level with it.
    @Test func theHeadOfThePageBeforeIsNoLabel() throws {
        let upright = { (left: Double, top: Double, text: String) in
            text.enumerated().map { (left, top + 12 * Double($0), String($1)) as Word }
        }
        let first =
            [(60.0, 700.0, "（本列数据的勾稽关系为："), (60, 712, "第一项加第二项之和）")] + upright(240, 690, "自然人")
        let second =
            upright(280, 60, "商业企业") + upright(320, 60, "总计") + [(60.0, 126.0, "一、本年新收申请数量")]
            + PDFWords.numbers(240, 120, "55") + PDFWords.numbers(280, 126, "18", "73")
            + PDFWords.numbers(240, 132, "2") + [(60, 156, "二、上年结转申请数量")]
            + PDFWords.numbers(240, 156, "33", "0", "33") + [(60, 180, "（一）予以公开")]
            + PDFWords.numbers(240, 180, "10", "0", "10")
        let found = try PDFWords.pieces(first, second)
        let label = try #require(found.firstIndex(of: "一、本年新收申请数量"))
        let next = try #require(found.firstIndex(of: "二、上年结转申请数量"))
        #expect(found[label..<next].contains("73") && !found[label..<next].contains("·"))
        #expect(found.suffix(4) == ["（一）予以公开", "10", "0", "10"])
    }
}
