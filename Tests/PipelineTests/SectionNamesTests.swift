import Model
import Pipeline
import Testing

/// Which headings are a section's, by their words and by where they stand.
struct SectionNamesTests {
    private func report(_ parts: [(String, String)], year: Int = 2014) throws -> Report {
        let numbers = Array("一二三四五六七")
        let body = parts.indices.map { "\(numbers[$0])、\(parts[$0].0)\n　　\(parts[$0].1)\n" }.joined()
        return try readReport("云台县松岭乡\(year)年政府信息公开工作年度报告\n　　\(year)年，我乡落实条例。\n" + body)
    }

    private static let rest = [
        ("政府信息依申请公开情况", "全年没有收到公开申请。"), ("收费及减免情况", "全年没有收费。"),
        ("复议、诉讼和申诉情况", "全年没有发生复议、诉讼。"), ("存在的主要问题及改进措施", "内容还不够丰富，下一步加强培训。"),
    ]

    private static func missing(_ report: Report) -> [String] {
        report.findings.filter { $0.rule == "section.missing" && $0.severity == .error }
            .flatMap { $0.places.map(\.path) }
    }

    @Test(arguments: ["政府信息公开情况", "信息公开情况：", "公开政府信息的情况"])
    func whatWasPublishedIsToldByItsPlace(_ heading: String) throws {
        let overview = ("概述", "我乡设有信息公开办公室。")
        let report = try report([overview, (heading, "通过网站公布各类信息38条。")] + Self.rest)
        #expect(report.sections.map(\.id) == ["overview", "proactive", "applications", "fees", "disputes", "problems"])
        #expect(Self.missing(report) == [])
        let first = try self.report([(heading, "通过网站公布各类信息38条。")] + Self.rest)
        #expect(first.sections.first?.id == "proactive")
    }

    /// Its own part on 主动公开 stands: the other heading is on something else.
    @Test func anotherPartOnDisclosureKeepsNoName() throws {
        let parts = [("概述", "我乡设有信息公开办公室。"), ("政府信息公开情况", "工作有序。"), ("主动公开情况", "公布信息38条。")]
        let sections = try report(parts + Self.rest).sections
        #expect(sections.prefix(3).map(\.id) == ["overview", nil, "proactive"])
    }

    @Test(arguments: ["（二）继续做好政府信息主动公开工作。", "（二）进一步加强主动公开工作情况的检查。"])
    func aPlanIsNotThePartOnWhatWasDone(_ plan: String) throws {
        let problems = ("存在问题及改进措施", "时效还要提高。为此将采取以下措施：\n（一）加强学习。\n\(plan)\n（三）做好答复。")
        let report = try report([("概述", "我乡设有信息公开办公室。")] + Self.rest.dropLast() + [problems])
        #expect(!report.sections.contains { $0.id == "proactive" })
        #expect(Self.missing(report) == ["sections.proactive"])
    }

    @Test func aCaptionThatRepeatsItsHeadingIsOfTheTable() throws {
        let text = """
            云台县松岭乡2023年政府信息公开工作年度报告
            一、总体情况
            2023年公布信息38条。
            二、主动公开政府信息情况
            主动公开政府信息情况 | |||
            第二十条第（一）项 | |||
            信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            规章 | 0 | 0 | 0 |
            行政规范性文件 | 0 | 1 | 4 |
            """
        let report = try readReport(text)
        #expect(report.sections.map(\.id) == ["overview", "proactive"])
        #expect(report.sections.last?.hasTable == true)
        #expect(!report.unverified.contains { $0.rule == "section.empty" })
    }
}
