import Model
import Pipeline
import Testing

/// The statistics of 2014 as pages print them and converters write them.
struct StatisticsShapeTests {
    private static let rows: [(label: String, unit: String, count: Int)] = [
        ("其中：主动公开规范性文件数", "条", 3), ("制发规范性文件总数", "件", 2), ("1.政府公报公开政府信息数", "条", 0), ("2.政府网站公开政府信息数", "条", 7),
        ("3.政务微博公开政府信息数", "条", 0), ("4.政务微信公开政府信息数", "条", 1), ("5.其他方式公开政府信息数", "条", 0), ("1.参加或举办新闻发布会总次数", "次", 0),
        ("3.政策解读稿件发布数", "篇", 4), ("（一）收到申请数", "件", 5), ("1.当面申请数", "件", 5), ("2.传真申请数", "件", 0), ("3.网络申请数", "件", 0),
        ("4.信函申请数", "件", 0), ("（二）申请办结数", "件", 5),
    ]

    private func count(_ table: String, _ row: String) throws -> Int? {
        let head = "青禾市审计局2015年政府信息公开工作年度报告\n一、概述\n本局重视此项工作。\n附表：政府信息公开情况统计表\n"
        let report = try readReport(head + table, name: "a.md")
        return report.table("statistics")?.row(row)?.cells.last??.number?.whole
    }

    /// A group's line prints dashes where its rows have a unit and a number; they are no values above the labels.
    @Test(arguments: ["——", "—", "/", "\\"], ["\n", " | "]) func theDashesOfAGroupAreNoValues(
        _ mark: String,
        _ gap: String
    ) throws {
        let group = { (label: String) in "\(label)\(gap)\(mark)\(gap)\(mark)\n" }
        let rows = Self.rows.map { "\($0.label)\(gap)\($0.unit)\(gap)\($0.count)\n" }
        let table =
            "统计指标\(gap)单位\(gap)统计数\n" + group("一、主动公开情况")
            + "（一）主动公开政府信息数\n（不同渠道和方式公开相同信息计1条）\(gap)条\(gap)8\n" + rows[..<2].joined()
            + group("（二）通过不同渠道和方式公开政府信息的情况") + rows[2...].joined()
        #expect(try count(table, "disclosed") == 8)
        #expect(try count(table, "channel.gazette") == 0)
        #expect(try count(table, "channel.website") == 7)
    }

    /// A backslash ends a line within a cell, and one that stands alone crosses the cell out.
    @Test func aBackslashThatEndsALineOfItsCellIsNoMark() throws {
        let rule = "+----------------------+------+------+\n"
        let lines = Self.rows.map { "| \($0.label) | \($0.unit)   | \($0.count)    |\n" + rule }
        let table =
            rule + "| 统计指标             | 单位 | 统计数 |\n" + rule
            + "| （一）主动公开政府信息数\\   | 条   | 8    |\n| （不同渠道和方式     |      |      |\n"
            + "| 公开相同信息计1条）  |      |      |\n" + rule + lines.dropLast().joined()
            + "| （二）申请办结数     | 件   | \\    |\n" + rule
        #expect(try count(table, "disclosed") == 8)
        #expect(try count(table, "received") == 5)
        #expect(try count(table, "closed") == nil)
    }
}
