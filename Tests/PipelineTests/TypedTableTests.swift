import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Tables with bars between their cells that are the text of a page: its elements tell no cell from another.
struct TypedTableTests {
    private func truth(_ identifier: String, _ year: Int) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: Agency.all[2], year: year, seed: 23)
    }

    private static let wrappings: [@Sendable (String) -> String] = [
        { text in "<div>" + text.replacing("\n", with: "<br>\n") + "</div>" },
        { text in text.split(separator: "\n").map { "<p>\($0)</p>" }.joined(separator: "\n") },
        { text in text.split(separator: "\n").map { "<p><span>\($0)</span></p>" }.joined() },
        { text in "<pre>" + text + "</pre>" },
        { text in "<div style=\"white-space: pre-wrap\">" + text + "</div>" },
    ]

    @Test(arguments: [("2008", 2012), ("2014", 2016), ("2019", 2020), ("2021", 2023)], wrappings.indices)
    func theirCellsAreRead(_ form: (String, Int), _ wrapping: Int) throws {
        let truth = try truth(form.0, form.1)
        for layout in [Layout.markdown, .barsAtEnd, .barsBefore] {
            let text = truth.text(layout).replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            let page = "<html><head><title></title></head><body>" + Self.wrappings[wrapping](text) + "</body></html>"
            let report = try readReport(page, name: "a.html")
            let plain = try readReport(truth.text(layout))
            #expect(truth.notRead(in: report) == truth.notRead(in: plain), "\(layout)")
            #expect(report.identity.agency == plain.identity.agency && report.identity.year == plain.identity.year)
            #expect(report.sections.map(\.id) == plain.sections.map(\.id))
            #expect(report.findings.map(\.rule) == plain.findings.map(\.rule))
        }
    }

    /// Each row has the line of the source that it stands on, and a table of the page's own keeps its cells.
    @Test func aTableOfThePageStandsBesideThem() throws {
        let typed = """
            <p>| 第二十条第（一）项 |  |  |  |</p>
            <p>| --- | --- | --- | --- |</p>
            <p>| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |</p>
            <p>| 规章 | 0 | 0 | 0 |</p>
            <p>| 行政规范性文件 | 8 | 2 | 20 |</p>
            <p>| 第二十条第（五）项 |  |  |  |</p>
            <p>| 信息内容 | 本年处理决定数量 |  |  |</p>
            <p>| 行政许可 | 715 |  |  |</p>
            <p>| 第二十条第（六）项 |  |  |  |</p>
            <p>| 信息内容 | 本年处理决定数量 |  |  |</p>
            <p>| 行政处罚 | 61 |  |  |</p>
            <p>| 行政强制 | 4 |  |  |</p>
            """
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { "<td>\($0)</td>" }.joined()
        let own = """
            <table><tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
            <tr>\(heads.replacing("<td>", with: "<td rowspan=2>"))
            <td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr><tr>\(heads)\(heads)</tr>
            <tr>\([3, 1, 0, 2, 6, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1].map { "<td>\($0)</td>" }.joined())</tr></table>
            """
        let page = """
            <html><body><p>云台县水务局2022年政府信息公开工作年度报告</p>
            <h2>二、主动公开政府信息情况</h2>
            \(typed)
            <p>四、政府信息公开行政复议、行政诉讼情况</p>
            \(own)
            </body></html>
            """
        let report = try readReport(page, name: "a.html")
        let proactive = try #require(report.table("proactive"))
        #expect(proactive.cell("normative_documents", "in_force")?.number?.description == "20")
        #expect(proactive.cell("permits", "decisions")?.number?.description == "715")
        #expect(proactive.row("normative_documents")?.line == 7)
        let review = try #require(report.table("disputes")?.row("review"))
        #expect(review.cells.map { $0?.number?.description } == ["3", "1", "0", "2", "6"])
        #expect(report.sections.map(\.id).contains("proactive"))
    }

    /// Tabs stand between the cells, in an element whose line ends a style sheet shows.
    @Test func tabsAreBordersWhereTheSourceHasLines() throws {
        let truth = try truth("2021", 2023)
        let page = "<html><body><div class=pre>" + truth.text(.tabs) + "</div></body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(truth.notRead(in: report) == [])
        let row = try #require(report.table("applications")?.row("received"))
        let line = try #require(
            page.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("本年新收") }
        )
        #expect(row.line == line + 1)
    }

    /// A converter wrote &nbsp; for the blanks of its lines of dashes, which are no cells.
    @Test func noBreakBlanksStandBesideDashes() throws {
        let truth = try truth("2021", 2023)
        let text = truth.text(.markdown).replacing(" ", with: "\u{A0}")
        for text in [text, text.replacing("|\n", with: "|\u{A0}\u{3000}\n")] {
            let report = try readReport(text, name: "a.md")
            #expect(truth.notRead(in: report) == [])
            #expect(!report.findings.contains { $0.severity == .error })
        }
    }

    /// A menu and a list are no tables: the page is read by its elements.
    @Test func barsOfMenusAreNoTables() throws {
        let menu = "<p>首页 | 政务公开 | 办事服务 | 互动交流</p>"
        let list = (1...9).map { "<li>关于第\($0)号通告 | 2023-01-1\($0 % 10)</li>" }.joined()
        let page = """
            <html><body>\(menu)<ul>\(list)</ul><h1>云台县水务局2022年政府信息公开工作年度报告</h1>
            <p>一、总体情况</p><p>全年收到政府信息公开申请3件，\n均已答复。</p></body></html>
            """
        let report = try readReport(page, name: "a.html")
        #expect(report.claims.contains { $0.key == "applications.received.total" && $0.text.hasPrefix("全年收到") })
        #expect(report.identity.agency == "云台县水务局")
    }
}
