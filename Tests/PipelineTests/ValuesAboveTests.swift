import Model
import Pipeline
import Testing

/// The statistics of 2014 as tools write them that put a row's number on a line of its own, above its label or below it.
struct ValuesAboveTests {
    private static let groups: [(heading: String, rows: [(label: String, count: Int)])] = [
        (
            "一、主动公开情况",
            [("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）条", 445), ("其中：主动公开规范性文件数条", 7), ("制发规范性文件总数件", 9)]
        ),
        (
            "（二）通过不同渠道和方式公开政府信息的情况",
            [
                ("1.政府公报公开政府信息数条", 0), ("2.政府网站公开政府信息数条", 445), ("3.政务微博公开政府信息数条", 3),
                ("4.政务微信公开政府信息数条", 4), ("5.其他方式公开政府信息数条", 0),
            ]
        ),
        (
            "三、依申请公开情况",
            [("（一）收到申请数件", 4), ("1.当面申请数件", 1), ("2.传真申请数件", 0), ("3.网络申请数件", 3), ("4.信函申请数件", 0)]
        ),
    ]

    private func table(isAbove: Bool, last: Bool = true, before: String = "") throws -> Table {
        var lines = Self.groups.flatMap { group in
            [group.heading] + group.rows.flatMap { isAbove ? ["\($0.count)", $0.label] : [$0.label, "\($0.count)"] }
        }
        if !last { lines.removeLast() }
        let text = "云台县民政局2016年政府信息公开工作年度报告\n一、概述\n工作平稳。\n政府信息公开情况统计表\n统计指标 单位 统计数\n"
        let report = try readReport(text + before + lines.joined(separator: "\n") + "\n")
        #expect(!report.findings.contains { $0.rule == "statistics.sum" })
        return try #require(report.table("statistics"))
    }

    private func counts(_ table: Table, _ rows: [String]) -> [Int?] {
        rows.map { table.cell($0, "count")?.number?.whole }
    }

    private static let rows = [
        "disclosed", "normative_issued", "channel.gazette", "channel.website", "channel.other", "received",
        "received.letter",
    ]

    @Test func numbersAboveTheirLabelsAreTheirs() throws {
        #expect(counts(try table(isAbove: true), Self.rows) == [445, 9, 0, 445, 0, 4, 0])
    }

    @Test func numbersBelowTheirLabelsStayTheirs() throws {
        #expect(counts(try table(isAbove: false), Self.rows) == [445, 9, 0, 445, 0, 4, 0])
    }

    /// The number of a page, and a last row that nobody filled in.
    @Test func aNumberBeforeTheTableMovesNothing() throws {
        let table = try table(isAbove: false, last: false, before: "1\n")
        #expect(counts(table, Self.rows.dropLast()) == [445, 9, 0, 445, 0, 4])
        #expect(counts(table, ["received.letter"]) == [nil])
    }
}
