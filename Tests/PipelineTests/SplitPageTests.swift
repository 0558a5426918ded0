import Model
import Pipeline
import Testing

/// A text that its site splits into pages has its other sections on another of them.
struct SplitPageTests {
    private static let head = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
    private static let rest = ["四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]

    private func report(_ headings: [String], pager: String, end: String = "") throws -> Report {
        let sections = headings.map { "<p>\($0)</p><p>平稳有序，没有需要说明的情况。</p>" }.joined(separator: "\n")
        return try readReport(
            "<html><body><h1>云台县教育局2023年政府信息公开工作年度报告</h1>\n\(sections)\n<p>\(end)</p>\n<div>\(pager)</div></body></html>",
            name: "a.html"
        )
    }

    private func missing(_ report: Report) -> [String] {
        report.findings.filter { $0.rule == "section.missing" }.map { $0.places[0].path }
    }

    @Test(arguments: [
        "上一页 <b>1</b> <a href='t_2.html'>2</a> 下一页", "<ul><li>1</li><li><a>2</a></li><li><a>下一页</a></li></ul>",
        "<a>首页</a><a>上一页</a><b>1</b><a>2</a><a>下一页</a><a>尾页</a>", "第1页 / 共2页", "共 2 页 第 1 页",
    ])
    func whatIsNotOnThisPageIsUnverified(_ pager: String) throws {
        for part in [Self.head, Self.rest] {
            let report = try report(part, pager: pager)
            #expect(missing(report).isEmpty)
            #expect(report.unverified.count { $0.rule == "section.missing" } == 3)
            #expect(report.unverified.contains { $0.reason.contains("may stand on another page of the text (line 6)") })
        }
    }

    /// The only page, the pages of a list, links to other texts, the numbers of printed pages.
    @Test(arguments: [
        "", "上一页 1 下一页", "第1页 / 共1页", "共35条 上一页 1 2 3 下一页", "上一篇：2022年报 下一篇：2021年报", "2", "见第2页",
        "<p>第1页 共2页</p><p>第2页 共2页</p>",
    ])
    func whatIsMissingFromTheOnlyPageIsMissing(_ pager: String) throws {
        #expect(missing(try report(Self.head, pager: pager)).count == 3)
    }

    @Test func aGapOrASignedEndIsNoOtherPages() throws {
        let pager = "上一页 1 2 下一页"
        let gap = Self.head + [Self.rest[1], Self.rest[2]]
        #expect(try !report(gap, pager: pager).unverified.contains { $0.reason.contains("another page") })
        #expect(missing(try report(Self.head, pager: pager, end: "云台县教育局 2024年1月9日")).count == 3)
    }
}
