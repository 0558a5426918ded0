import Foundation
import Model
import TestSupport
import Testing

/// Where a table ends and the text goes on.
struct TableEndTests {
    /// Below a grid whose last row is full, a sentence that begins with a row's name is no row.
    @Test(arguments: ["予以公开9999件、不予公开1件。", "办结情况：予以公开9999件，无法提供2件。"])
    func textBelowAGridIsRead(sentence: String) throws {
        let fixture = try #require(Fixture.all.first { $0.description.hasSuffix("2021-tabs-sound") })
        var lines = try #require(fixture.text("input.txt")).components(separatedBy: "\n")
        let last = try #require(lines.firstIndex { $0.hasPrefix("四、结转下年度") })
        lines.insert(sentence, at: last + 1)
        let report = try readReport(lines.joined(separator: "\n"))
        #expect(report.claims.contains { $0.value == Quantity(9999) && $0.line == last + 2 })
        #expect(report.tables.allSatisfy { $0.state == .read })
    }

    /// A chapter's number behind which a blank stands ends the table before it, be its last cells blank, and what it heads
    /// is no value: 无.
    @Test(arguments: ["五 、存在的主要问题", "五、 存在的主要问题", "第五部分 存在的主要问题", "第五部分存在的主要问题", "第五章 存在的主要问题"])
    func aHeadingEndsATableOfBlanks(heading: String) throws {
        let report = try readReport(
            """
            云台县水利局2023年政府信息公开工作年度报告
            一、总体情况
            2023年，我局认真落实条例。
            二、主动公开政府信息情况
            全年公开信息12条。
            三、收到和处理政府信息公开申请情况
            全年未收到申请。
            四、政府信息公开行政复议、行政诉讼情况
            行政复议 |
            行政诉讼 |
            未经复议直接起诉 |
            复议后起诉 |
            ||
            \(String(repeating: "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n", count: 3))||
            \(String(repeating: "|\n|\n|\n|\n0 |\n", count: 3))||
            \(heading)
            无
            六、其他需要报告的事项
            无。
            """
        )
        #expect(report.sections.compactMap(\.id).contains("problems"))
        #expect(!report.findings.contains { $0.rule == "section.missing" })
        let empty = report.findings.first { $0.rule == "section.empty" }
        #expect(empty?.severity == .error && empty?.places.first?.path == "sections.problems")
    }
}
