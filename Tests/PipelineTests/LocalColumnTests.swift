import Model
import Testing

/// What stands in lines of cells that no form has, and values that a converter moved.
struct LocalColumnTests {
    private static let head = "青禾市审计局2023年政府信息公开工作年度报告\n"

    /// The shares of a table of the body's own, a cell a line, are no figures of a sentence.
    @Test func numbersBelowEachOtherAreNoSentence() throws {
        let rows = ["一、本年新收政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "（七）总计"]
        let numbers = [["23", "23"], ["10", "10"], ["13", "13"], ["23", "23"]]
        let table = zip(rows, numbers).map { "\($0)\t\($1[0])\t0\t0\t0\t0\t0\t\($1[1])\n" }.joined()
        let own = "办理结果\n予以公开\n部分公开\n合计\n件数\n10\n13\n23\n占比\n43.5%\n56.5%\n100%\n"
        let text = Self.head + "一、总体情况\n\(own)二、主动公开政府信息情况\n无。\n三、收到和处理政府信息公开申请情况\n" + table
        #expect(try readReport(text, name: "a.txt").findings.filter { $0.rule.hasPrefix("claim.") }.isEmpty)
    }

    /// A blank cell was lost: the values behind it seem to be those of the columns before.
    @Test func aLostBlankCellIsADoubt() throws {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let titles = ["行政复议", "行政诉讼", "", ""] + heads + ["未经复议直接起诉", "复议后起诉", "", ""] + heads + heads
        let cells = [" ", "1", "1", "3", "5", " ", " ", "2", "2", "2", " ", " ", " ", "2"]
        let applications = CellShapes.labels.map { "\($0)\n" + (1...6).map { "\($0)\n" }.joined() + "21\n\n" }.joined()
        let text =
            Self.head + "三、收到和处理政府信息公开申请情况\n" + applications + "四、政府信息公开行政复议、行政诉讼情况\n"
            + (titles + ["", ""] + cells + [""]).joined(separator: "\n") + "\n五、存在的主要问题及改进情况\n无。\n"
        let report = try readReport(text, name: "a.txt")
        #expect(!report.findings.contains { $0.rule == "disputes.total" })
    }
}
