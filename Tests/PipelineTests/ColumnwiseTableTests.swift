import Model
import Pipeline
import Testing

/// A local table that a tool printed column by column.
struct ColumnwiseTableTests {
    private static let labels = [
        "主动公开文件数", "其中：1、政府网站公开数", "2、政府公报公开数", "受理政府信息公开申请总数", "其中：1、当面申请数", "2、网上申请数", "3、信函、传真申请数",
        "对申请的答复总数", "其中：1、同意公开答复数", "2、同意部分公开答复数", "3、不予公开答复数", "4、其他类型答复数", "接受行政申诉、举报数", "行政复议数", "行政诉讼数",
    ]
    private static let year = [46, 40, 2, 3, 0, 1, 2, 3, 2, 0, 1, 0, 0, 0, 0]
    private static let cumulative = [287, 260, 9, 9, 3, 4, 2, 9, 7, 1, 1, 0, 0, 1, 0]

    private func table(_ year: [Int], _ cumulative: [Int]) throws -> Table {
        let head = ["青禾市林业局2013年度政府信息公开工作年度报告", "一、概述", "2013年，我局公开政府信息46条。", "七、附表", "指标名称"]
        let units = ["", "计量单位"] + Array(repeating: "条", count: 12) + Array(repeating: "件", count: 3)
        let signed = ["", "青禾市林业局", "2014年1月10日", ""]
        let lines =
            head + Self.labels + units + signed + ["2013年度"] + year.map(String.init) + ["", "历年累计"]
            + cumulative.map(String.init)
        return try #require(try readReport(lines.joined(separator: "\n") + "\n").table("annex"))
    }

    @Test func asManyNumbersAsLabelsUnderEachHeadAreRead() throws {
        let table = try table(Self.year, Self.cumulative)
        #expect(table.state == .read)
        #expect(table.rows.map { $0.cells[0]?.number?.whole } == Self.year)
        #expect(table.rows.map { $0.cells[1]?.number?.whole } == Self.cumulative)
        #expect(table.cell("review", "cumulative")?.text == "1")
    }

    /// A number less, or a sum that does not hold: nobody knows whose each one is.
    @Test func otherNumbersAreLost() throws {
        var short = Self.year
        short.remove(at: 4)
        #expect(try table(short, Self.cumulative).state == .lost)
        var moved = Self.year
        moved.swapAt(3, 4)
        let lost = try table(moved, Self.cumulative)
        #expect(lost.state == .lost && lost.rows.isEmpty)
    }
}
