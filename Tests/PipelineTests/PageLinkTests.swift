import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// What pages print around a report: links to other reports, and the numbers of the pages it was printed on.
struct PageLinkTests {
    private static let report = """
        根据《中华人民共和国政府信息公开条例》规定，由云台县财政局编制本年度报告。本报告所列数据的统计期限为2023年1月1日至2023年12月31日。
        一、总体情况
        2023年，我局共收到政府信息公开申请3件，均已答复。

        """ + BareReport.rest

    /// The links stand behind a report whose own title names nobody.
    @Test(arguments: [
        "下一篇：沧源县水务局2015年政府信息公开工作年度报告", "上一篇：没有了\n下一篇：\n沧源县水务局2015年政府信息公开工作年度报告",
        "下一条：沧源县水务局2023年政府信息公开工作年度报告", "相关链接\n沧源县水务局2023年政府信息公开工作年度报告",
        "沧源县水务局2015年政府信息公开工作年度报告\n沧源县民政局2015年政府信息公开工作年度报告",
    ])
    func aLinkNamesNobodysReport(_ links: String) throws {
        let report = try readReport(Self.report + links + "\n")
        #expect(report.identity.agency == "云台县财政局")
        #expect(report.identity.year == 2023)
    }

    /// A text with last year's period is still its body's.
    @Test func aNameOfAnotherYearIsBetterThanNone() throws {
        let text = """
            现将云台县财政局2023年政府信息公开工作年度报告公布如下。统计期限为2022年1月1日至2022年12月31日。
            一、总体情况
            共收到政府信息公开申请3件，均已答复。

            """
        #expect(try readReport(text + BareReport.rest).identity.agency == "云台县财政局")
    }

    @Test(
        arguments: ["— 3 —", "- 3 -", "—\u{A0}3\u{A0}—", "—\u{3000}３\u{3000}—", "－１２－", "第 3 页 共 8 页"],
        ["text", "paragraphs"]
    )
    func theNumberOfAPageIsNoCell(_ number: String, _ kind: String) throws {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: 5)
        var lines = truth.text(.cellLines).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (page, index) in stride(from: 40, to: lines.count, by: 45).enumerated().reversed() {
            lines.insert(number.replacing("3", with: "\(page + 3)"), at: index)
        }
        let isText = kind == "text"
        let text = lines.map { isText ? $0 : "<p>\($0.isEmpty ? "&nbsp;" : $0)</p>" }.joined(separator: "\n")
        let report = try readReport(text, name: isText ? "a.txt" : "a.html")
        #expect(truth.notRead(in: report) == [])
        #expect(!report.findings.contains { $0.severity == .error })
    }

    /// Dashes without a number are cells of nothing, and so is a dash beside one.
    @Test(arguments: ["\u{2003}3\u{2003}", "—　", "3 —", "— 3"])
    func otherLinesAreNoNumbersOfPages(_ line: String) throws {
        let page = "<p>云台县财政局2023年政府信息公开工作年度报告</p><p>\(line)</p><p>一、总体情况</p><p>共收到申请3件。</p>"
        let report = try readReport("<html><body>\(page)</body></html>", name: "a.html")
        #expect(report.sections.first?.id == "overview")
    }
}
