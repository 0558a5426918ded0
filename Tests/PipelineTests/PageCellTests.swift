import Model
import Pipeline
import Testing

/// What stands in the cells of a page's tables and is not shown, and headings within tables.
struct PageCellTests {
    private static let heading = "三、收到和处理政府信息公开申请情况"

    private func page(_ tables: String, type: String = "a.html") throws -> Report {
        let head = "<p>青禾市审计局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>工作平稳。</p>"
        return try readReport("<html><body>\(head)\(tables)</body></html>", name: type)
    }

    private func table(_ cell: String, label: (String) -> String = { $0 }) throws -> Table {
        let rows = CellShapes.labels.map { "<tr><td>\(label($0))</td>" + String(repeating: cell, count: 7) + "</tr>" }
        return try #require(try page("<p>\(Self.heading)</p><table>\(rows.joined())</table>").table("applications"))
    }

    @Test(arguments: [
        "0&shy;", "0<span style=\"display:none\">x</span>",
        "0<span style=\"color:red; DISPLAY : none;\"><b>7</b></span>",
        "0<i hidden>7</i>", "<p>0</p><p style='visibility:hidden'>7</p>", "0<font\nstyle=display:none>年</font>",
        "<span style=\"text-decoration:none;overflow:hidden\">0</span>", "0\u{FE0F}", "0\u{2063}",
    ])
    func whatIsNotShownIsNoPartOfANumber(_ cell: String) throws {
        let table = try table("<td>\(cell)</td>")
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(0) }, "\(row.id)") }
        #expect(table.rows.count == CellShapes.labels.count)
    }

    /// Forms of reporting systems, saved as pages, show their numbers in fields.
    @Test(arguments: [
        "<input value=\"0\">", "<input type=\"text\" readonly=\"readonly\" value=\"0\" style=\"border:0\">",
        "<input type=number value=0>件", "<input type=\"hidden\" value=\"7\">0", "<input type=checkbox value=7>0",
        "0<input type=button value=\"7\">", "<span><input value=' 0 '></span>",
        "<input value=\"填报\" placeholder=\"7\">0",
        "<input value=\"7\" style=\"display:none\">0",
    ])
    func aFieldsValueIsItsCells(_ cell: String) throws {
        let table = try table("<td>\(cell)</td>")
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(0) }, "\(row.id)") }
        #expect(table.rows.count == CellShapes.labels.count)
    }

    @Test(arguments: ["12（其中网上申请10件，当面申请2件）", "１２", "12件", " １２ ", "1２（其中修订２件）"])
    func aFieldsValueIsReadAsACells(_ value: String) throws {
        let table = try table("<td><input type=\"text\" value=\"\(value)\"></td>")
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(12) }, "\(row.id)") }
        #expect(table.rows.count == CellShapes.labels.count)
    }

    /// A number of no size is not shown; one in an element that has another size is.
    @Test(arguments: [
        ("1<span style=\"font-size:0\">9</span>", 1), ("1<font style='color:#fff;FONT-SIZE: 0px'>9</font>", 1),
        ("<p>1</p><p><b style=\"font-size:0pt;\">9</b></p>", 1), ("<span style=\"font-size:0.8em\">1</span>9", 19),
        ("<span style=\"font-size: 09px\">1</span>9", 19),
        ("<div style=\"font-size:0\"><span style=\"font-size:12px\">1</span></div>", 1),
        ("<span style=\"font-size:0\"><span style=\"font-size:12px\">1</span></span>", 1),
    ])
    func aNumberOfNoSizeIsNotRead(_ cell: String, _ number: Int) throws {
        for row in try table("<td>\(cell)</td>").rows {
            #expect(row.cells.allSatisfy { $0?.number == Quantity(number) }, "\(row.id)")
        }
    }

    @Test(arguments: ["<input value=\"\">", "<input>", "<input type=hidden value=7>"])
    func anEmptyFieldIsABlank(_ cell: String) throws {
        for row in try table("<td>\(cell)</td>").rows {
            #expect(row.cells.allSatisfy { $0?.number == nil }, "\(row.id)")
        }
    }

    /// One table from the title to the signature: its paragraphs are rows of one cell.
    @Test func aReportThatIsOneTableIsRead() throws {
        let values = String(repeating: "<td>1</td>", count: 7)
        let rows = CellShapes.labels.map { "<tr><td colspan=3>\($0)</td>\(values)</tr>" }.joined()
        let wide = { (text: String) in "<tr><td colspan=10>\(text)</td></tr>" }
        let said = "本年新收政府信息公开申请1件，办结1件，结转下年度继续办理1件。"
        let report = try page(
            "<table>" + wide("一、总体情况") + wide(said) + wide(Self.heading) + wide("情况见下表，其中予以公开1件。") + rows
                + wide("五、存在的主要问题及改进情况") + wide("主要问题是培训2次不够多。") + wide("六、其他需要报告的事项") + wide("无。") + "</table>"
        )
        let table = try #require(report.table("applications"))
        #expect(table.rows.count == CellShapes.labels.count)
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(1) }, "\(row.id)") }
        #expect(report.sections.compactMap(\.id) == ["overview", "applications", "problems", "other"])
        #expect(report.claims.contains { $0.key == "applications.received.total" })
    }

    /// Tables are made of other elements, too.
    @Test(arguments: ["0<span style=\"display:none\">9</span>", "<i hidden>9</i>0", "0<b style='display: none'>件</b>"])
    func whatIsHiddenBesideADigitIsNotRead(_ cell: String) throws {
        let rows = CellShapes.labels.map { label in
            "<div>\(label)</div>" + String(repeating: "<div>\(cell)</div>", count: 7)
        }
        let table = try #require(try page("<p>\(Self.heading)</p>\(rows.joined())").table("applications"))
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(0) }, "\(row.id)") }
    }

    @Test(arguments: ["<table><tr><td></td></tr><tr><td>0</td></tr></table>", "<table><tr><td>0</td></tr></table>"])
    func aTableOfOneColumnInACellIsItsText(_ cell: String) throws {
        let table = try table("<td>\(cell)</td>")
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(0) }, "\(row.id)") }
    }

    private static let article =
        "<p>一、总体情况</p><p>公开政府信息平稳。</p><p>二、主动公开政府信息情况</p><p>公开3条。</p><p>\(heading)</p><p>未收到申请。</p>"
        + "<p>四、政府信息公开行政复议、行政诉讼情况</p><p>未发生。</p><p>五、存在的主要问题及改进情况</p><p>培训不够。</p>"
        + "<p>六、其他需要报告的事项</p><p>无。</p>" + String(repeating: "<p>附注。</p>", count: 20)

    private func scripted(_ articles: [String], body: String = "") throws -> Report {
        let scripts = articles.map {
            "<script>\nvar data={\"content\":\"\($0.replacing("/", with: "\\/"))\"};</script>"
        }
        let title = "青禾市审计局2022年政府信息公开工作年度报告"
        let head = "<head><title>\(title)</title></head>"
        return try readReport(
            "<html>\(head)<body><h1>\(title)</h1>\(body)\(scripts.joined())</body></html>",
            name: "a.html"
        )
    }

    @Test func theReportInAScriptsStringIsRead() throws {
        let report = try scripted([Self.article, Self.article])
        #expect(report.sections.compactMap(\.id).count == 6)
        #expect(report.sections.allSatisfy { $0.line == 2 })
        #expect(report.identity.year == 2022)
    }

    /// The title that stands in the page's head alone is that of the report in its script, or in its frame.
    @Test func aPageWithinThePageHasItsTitle() throws {
        let title = "<head><title>青禾市审计局2022年政府信息公开工作年度报告</title></head>"
        let script = "<script>var data={\"content\":\"\(Self.article.replacing("/", with: "\\/"))\"};</script>"
        let frame = "<iframe srcdoc=\"\(Self.article)\"></iframe>"
        for body in [script, frame] {
            let report = try readReport("<html>\(title)<body>\(body)</body></html>", name: "a.html")
            #expect(report.identity.agency == "青禾市审计局")
        }
    }

    @Test func ofTwoReportsInScriptsNoneIsRead() throws {
        #expect(throws: Unread.self) { try scripted([Self.article, Self.article.replacing("3条", with: "4条")]) }
        let report = try scripted([Self.article], body: Self.article.replacing("3条", with: "5条"))
        #expect(report.sections.compactMap(\.id).count == 6)
    }

    @Test(arguments: [
        "<del>7</del>0", "<s>7</s><ins>0</ins>", "0<strike> 7 </strike>",
        "<span style=\"mso-bidi-font-size:10.5pt;text-decoration:line-through\">7</span>0",
        "<span style='text-decoration-line: line-through'>7</span>0",
    ])
    func aNumberStruckOutIsNoneOfItsCell(_ cell: String) throws {
        let table = try table("<td>\(cell)</td>")
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(0) }, "\(row.id)") }
        #expect(table.rows.count == CellShapes.labels.count)
    }

    /// A number that is struck out, one that a font or a reader of pictures lost: nobody knows what should stand there.
    @Test(arguments: ["<del>7</del>", "□", "■", "？", "O？", "1□"])
    func aNumberThatWasLostIsADoubt(_ cell: String) throws {
        let table = try table("<td>\(cell)</td>")
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.content == .ambiguous }, "\(row.id)") }
    }

    /// Lines in one cell are no number.
    @Test func aColumnInOneCellIsNoNumber() throws {
        let labels = CellShapes.labels.joined(separator: "<br>")
        let cell = "<td>5<br>0<br>3" + String(repeating: "<br>0", count: CellShapes.labels.count - 3) + "</td>"
        let row = "<tr><td>\(labels)</td>" + String(repeating: cell, count: 7) + "</tr>"
        let report = try page("<p>\(Self.heading)</p><table>\(row)</table>")
        #expect(!report.findings.contains { $0.rule == "number.invalid" })
        let numbers = report.table("applications")?.rows.flatMap { $0.cells.compactMap { $0?.number } } ?? []
        #expect(numbers.allSatisfy { $0.whole.map { $0 < 10 } ?? false })
    }

    @Test func aLineThatEndsWithinALabelsNumberIsNone() throws {
        let table = try table("<td>0</td>") {
            $0.replacing("一、本年新收", with: "一<br>、本年新收").replacing("5.", with: "5<br>.")
        }
        #expect(table.rows.count == CellShapes.labels.count)
        let rest = ["（七<br>）总计", "四、结转下年度继续办理"].map {
            "<tr><td>\($0)</td>" + String(repeating: "<td>0</td>", count: 7) + "</tr>"
        }
        let first = CellShapes.labels.map { "<tr><td>\($0)</td>" + String(repeating: "<td>0</td>", count: 7) + "</tr>" }
        let whole = try page("<p>\(Self.heading)</p><table>\((first + rest).joined())</table>")
        #expect(whole.table("applications")?.row("processed_total")?.cells.last??.number == Quantity(0))
    }

    /// A script may show it: it may be the report.
    @Test func whatIsHiddenOutsideOfACellIsRead() throws {
        let report = try page("<div style=\"display:none\"><p>\(Self.heading)</p><p>未收到申请。</p></div>")
        #expect(report.sections.contains { $0.id == "applications" })
    }

    /// What is short, and says of itself that it is a template with nothing filled in, is none.
    @Test(arguments: [
        ("<p>模板：本年新收申请 ××件</p>", false), ("<div><p>样表</p><p>公开信息XX条</p></div>", false), ("<p>公开信息××条</p>", true),
        ("<p>模板：见附件</p>", true),
    ])
    func aHiddenTemplateIsNoPartOfTheReport(_ hidden: String, _ isRead: Bool) throws {
        let report = try page("<div style=\"display:none\">\(hidden)</div><p>\(Self.heading)</p><p>未收到申请。</p>")
        #expect(report.narrative.contains(hidden.contains("公开") ? "公开信息" : "模板") == isRead)
        #expect(report.sections.contains { $0.id == "applications" })
    }

    @Test func cornerQuotesAreQuotes() throws {
        let table = try table("<td></td>") { $0.replacing("“", with: "「").replacing("”", with: "」") }
        #expect(table.row("refused.security_stability") != nil)
        #expect(table.rows.count == CellShapes.labels.count)
    }

    private static let disputes = """
        <tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
        <tr><td rowspan="2">结果维持</td><td rowspan="2">结果纠正</td><td rowspan="2">其他结果</td><td rowspan="2">尚未审结</td>
        <td rowspan="2">总计</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
        <tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>
        <td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr>
        """
    private static let numbers = [1, 0, 2, 0, 3, 0, 4, 0, 0, 4, 0, 0, 0, 1, 1]

    @Test(arguments: ["四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "四、政府信息公开行政复议、行政诉讼情况"])
    func theHeadingInATablesFirstRowIsOne(_ heading: String) throws {
        let row = "<tr>" + Self.numbers.map { "<td>\($0)</td>" }.joined() + "</tr>"
        let table = "<table><tr><td colspan=\"15\">\(heading)</td></tr>\(Self.disputes)\(row)</table>"
        let report = try page("<p>\(Self.heading)</p><p>未收到申请。</p>" + table)
        #expect(report.sections.contains { $0.id == "disputes" && $0.heading == heading })
        let found = try #require(report.table("disputes"))
        #expect(CellShapes.counts(found, "review") == [1, 0, 2, 0, 3])
        #expect(CellShapes.counts(found, "litigation_after_review") == [0, 0, 0, 1, 1])
    }

    private static func row(_ cells: some Sequence<Int>) -> String {
        "<tr>" + cells.map { $0 == 0 ? "<td></td>" : "<td>\($0)</td>" }.joined() + "</tr>"
    }

    private static let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { "<td>\($0)</td>" }.joined()

    /// A table too wide for a page of paper: one for 行政复议, one for 行政诉讼.
    @Test func theDisputesInTwoTablesAreRead() throws {
        let review =
            "<table><tr><td colspan=5>行政复议</td></tr><tr>\(Self.outcomes)</tr>\(Self.row(Self.numbers[..<5]))</table>"
        let suits =
            "<table><tr><td colspan=10>行政诉讼</td></tr><tr><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>"
            + "<tr>\(Self.outcomes)\(Self.outcomes)</tr>\(Self.row(Self.numbers[5...]))</table>"
        let report = try page("<p>四、政府信息公开行政复议、行政诉讼情况</p>" + review + suits)
        let found = try #require(report.table("disputes"))
        #expect(CellShapes.counts(found, "review") == [1, nil, 2, nil, 3])
        #expect(CellShapes.counts(found, "litigation_direct") == [nil, 4, nil, nil, 4])
        #expect(CellShapes.counts(found, "litigation_after_review") == [nil, nil, nil, 1, 1])
    }

    @Test func theDisputesInThreeLinesAreReadWhereOneIsBlank() throws {
        let names = ["行政复议", "未经复议直接起诉", "复议后起诉"]
        let lines = names.enumerated().map { index, name in
            let numbers = index == 1 ? [0, 0, 0, 0, 0] : Array(Self.numbers[(5 * index)..<(5 * index + 5)])
            return Self.row(numbers).replacing("<tr>", with: "<tr><td>\(name)</td>")
        }
        let table = "<table><tr><td></td>\(Self.outcomes)</tr>\(lines.joined())</table>"
        let report = try page("<p>四、政府信息公开行政复议、行政诉讼情况</p>" + table)
        let found = try #require(report.table("disputes"))
        #expect(CellShapes.counts(found, "review") == [1, nil, 2, nil, 3])
        #expect(CellShapes.counts(found, "litigation_direct") == [nil, nil, nil, nil, nil])
        #expect(CellShapes.counts(found, "litigation_after_review") == [nil, nil, nil, 1, 1])
    }

    /// A tool that lost the width of a label's cell fills its row up behind the values.
    @Test func valuesThatMovedByOneCellStandUnderTheirOwnHeads() throws {
        let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"].map { "<td>\($0)</td>" }.joined()
        var rows = "<tr><td></td><td></td>\(heads)</tr>"
        for (index, label) in CellShapes.labels.enumerated() {
            let isGroup = index < 4
            let cells = isGroup ? [0, 0, 0, 0, 3, 0, 3, 0] : [0, 0, 0, 0, 3, 0, 3]
            rows += Self.row(cells).replacing(
                "<tr>",
                with: isGroup ? "<tr><td>\(label)</td>" : "<tr><td></td><td>\(label)</td>"
            )
        }
        let table = try #require(try page("<p>\(Self.heading)</p><table>\(rows)</table>").table("applications"))
        for row in table.rows {
            let counts = CellShapes.counts(table, row.id)
            #expect(counts == [nil, nil, nil, nil, 3, nil, 3] || counts.allSatisfy { $0 == nil }, "\(row.id)")
        }
    }

    /// A script copies the article to where it is shown.
    @Test func anArticleInATextAreaIsRead() throws {
        let rows = CellShapes.labels.map { "<tr><td>\($0)</td>" + String(repeating: "<td>2</td>", count: 7) + "</tr>" }
        let article = "<p>\(Self.heading)</p><table>\(rows.joined())</table><p>五、存在的主要问题及改进情况</p><p>培训不够。</p>"
        let escaped = article.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        let report = try page("<textarea style=\"display:none\">\(escaped)</textarea>")
        #expect(report.table("applications")?.rows.count == CellShapes.labels.count)
        #expect(report.sections.map(\.id) == ["overview", "applications", "problems"])
    }

    /// A converter writes each table as a page of its own: the lines between them are lines of text.
    @Test func textBetweenTablesThatArePagesIsText() throws {
        let rows = CellShapes.labels.map { "<tr><td>\($0)</td>" + String(repeating: "<td>0</td>", count: 7) + "</tr>" }
        let text = """
            # 青禾市审计局2022年政府信息公开工作年度报告

            一、总体情况

            工作平稳。

            \(Self.heading)

            <html><body><table>\(rows.joined())</table></body></html>

            五、存在的主要问题及改进措施

            培训不够，下一步加强培训。

            六、其他需要报告的事项情况

            无。
            """
        let report = try readReport(text, name: "a.md")
        #expect(report.sections.map(\.id) == ["overview", "applications", "problems", "other"])
        #expect(report.sections.last?.heading == "六、其他需要报告的事项情况")
        #expect(report.table("applications")?.rows.count == CellShapes.labels.count)
    }

    /// A spreadsheet writes its hidden columns out as cells that no reader of the page sees.
    @Test(arguments: [
        "<td style=\"display:none\" x:num=\"9\">9</td>", "<td hidden>9</td>", "<td style='display: none'></td>",
    ])
    func aHiddenCellHasNoPlaceInItsRow(_ hidden: String) throws {
        let rows = CellShapes.labels.map { label in
            "<tr><td>\(label)</td>\(hidden)<td>3</td><td></td><td></td><td>1</td><td></td><td></td><td>4</td>\(hidden)</tr>"
        }
        let table = try page("<p>\(Self.heading)</p><table>\(rows.joined())</table>").table("applications")
        let cells = table?.row("received")?.cells.map { $0?.number?.whole }
        #expect(cells == [3, nil, nil, 1, nil, nil, 4])
    }

    /// What a script shows may be the report.
    @Test(arguments: [
        "<p>\(heading)</p><p>全年没有收到申请。</p><p>一</p><p>二</p><p>三</p>",
        "<div><table><tr><td>\(heading)</td></tr><tr><td>全年没有收到申请。</td></tr></table></div>",
    ])
    func aHiddenCellWithTheReportIsRead(_ text: String) throws {
        let report = try page("<table><tr><td>栏目</td><td style=\"display:none\">\(text)</td></tr></table>")
        #expect(report.sections.contains { $0.id == "applications" })
    }
}
