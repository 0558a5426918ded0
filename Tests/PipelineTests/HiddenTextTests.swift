import Model
import Testing

/// What a page hides or strikes out: the report, which a script shows, or what no reader of the page sees.
struct HiddenTextTests {
    private static let title = "<h1>青禾市审计局2023年政府信息公开工作年度报告</h1>"
    private static let chapters = [
        "<h2>一、总体情况</h2><p>全年收到政府信息公开申请3件。</p>", "<h2>二、主动公开政府信息情况</h2><p>工作平稳。</p>",
        "<h2>三、收到和处理政府信息公开申请情况</h2>", "<h2>四、政府信息公开行政复议、行政诉讼情况</h2><p>未发生。</p>",
    ]

    private static func table(_ value: Int) -> String {
        let rows = CellShapes.labels.map {
            "<tr><td>\($0)</td>" + String(repeating: "<td>\(value)</td>", count: 7) + "</tr>"
        }
        return "<table>\(rows.joined())</table>"
    }

    private func page(_ hidden: String, tables: String = table(0)) throws -> Report {
        let body = Self.title + Self.chapters[0] + hidden + Self.chapters[1...2].joined() + tables + Self.chapters[3]
        return try readReport("<html><body>\(body)</body></html>", name: "a.html")
    }

    private static let sentence = "全年收到政府信息公开申请99件。"

    @Test(arguments: [
        "<p style=\"display:none\">\(sentence)</p>", "<p hidden>\(sentence)</p>",
        "<div style='VISIBILITY: hidden'><p>\(sentence)</p></div>",
        "<p><span style='mso-hide:all;display:none'>\(sentence)</span></p>",
        "<textarea style=\"display:none\">\(sentence)</textarea>", "<p><del>\(sentence)</del></p>",
        "<p><s>\(sentence)</s></p>", "<p><span style=\"text-decoration:line-through\">\(sentence)</span></p>",
    ])
    func aHiddenSentenceBesideTheReportIsNoneOfIt(_ hidden: String) throws {
        let report = try page(hidden)
        #expect(report.claims.compactMap(\.value) == [Quantity(3)])
        #expect(report.narrative.contains("收到政府信息公开申请3件"))
    }

    /// The chapters of a report may be numbered otherwise than by 一、.
    @Test(arguments: ["一.", "一 、", "一 ", "第一部分 ", "（一）"])
    func theReportMayNumberItsChaptersOtherwise(_ number: String) throws {
        let numerals = ["一", "二", "三", "四", "五", "六"]
        let words = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"]
        let chapters = zip(numerals, words).map { numeral, words in
            "<h2>\(number.replacing("一", with: numeral))\(words)</h2><p>工作平稳。</p>"
        }
        let hidden = "<div hidden>本页面为2019年政府信息公开工作年度报告模板</div><p hidden>\(Self.sentence)</p>"
        let page = "<html><body>\(Self.title)\(hidden)\(chapters.joined())</body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(report.identity.year == 2023)
        #expect(report.claims.isEmpty)
    }

    /// Of three paragraphs with such numbers nothing tells that they are the whole report.
    @Test func fewNumbersInBracketsAreNoReport() throws {
        let parts = ["（一）主动公开。工作平稳。", "（二）依申请公开。工作平稳。", "（三）监督保障。工作平稳。"].map { "<p>\($0)</p>" }
        let page = "<html><body>\(Self.title)\(parts.joined())<p hidden>\(Self.sentence)</p></body></html>"
        #expect(try readReport(page, name: "a.html").claims.compactMap(\.value) == [Quantity(99)])
    }

    @Test func aHiddenCopyOfTheTablesIsNotRead() throws {
        let copy = "<div style=\"display:none\">\(Self.table(7))</div>"
        let table = try #require(try page("", tables: copy + Self.table(0)).table("applications"))
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(0) }, "\(row.id)") }
    }

    /// The copy has 一 where the page has the radical of the same shape.
    @Test func radicalsOfTheSameShapeAreTheSame() throws {
        let copy = "<div style=\"display:none\">\(Self.table(7).replacing("</tr>", with: "<td>⼈</td></tr>"))</div>"
        let shown = (Self.chapters[0...2].joined() + "\n" + Self.table(0)).replacing("一、", with: "⼀、")
            .split(separator: "\n")
        let body = Self.title + shown[0] + copy + shown[1] + Self.chapters[3]
        let report = try readReport("<html><body>\(body)</body></html>", name: "a.html")
        let table = try #require(report.table("applications"))
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(0) }, "\(row.id)") }
    }

    /// What stands nowhere else is what a click unfolds.
    @Test func aHiddenTableThatIsTheOnlyOneIsRead() throws {
        let report = try page("", tables: "<div style=\"display:none\">\(Self.table(7))</div>")
        let table = try #require(report.table("applications"))
        for row in table.rows { #expect(row.cells.allSatisfy { $0?.number == Quantity(7) }, "\(row.id)") }
    }

    @Test func aReportThatAScriptShowsIsRead() throws {
        let body = Self.title + Self.chapters[0...2].joined() + Self.table(7) + Self.chapters[3]
        let page = "<html><body><p>首页、公开、互动</p><div id=\"zoom\" style=\"display:none\">\(body)</div></body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(report.identity.year == 2023)
        #expect(report.table("applications")?.rows.count == CellShapes.labels.count)
    }

    @Test func longParagraphsThatAClickUnfoldsAreRead() throws {
        let more = String(repeating: "我局持续完善信息公开制度，健全审查机制，", count: 12) + "全年更新栏目6个。"
        #expect(try page("<div style=\"display:none\">\(more)</div>").narrative.contains("更新栏目6个"))
    }

    /// What is kept is kept whole, however deep what is hidden in it stands: nothing is asked twice of the same text.
    @Test func whatIsHiddenInWhatIsKeptIsRead() throws {
        let more = String(repeating: "我局持续完善信息公开制度，健全审查机制，", count: 12) + "全年更新栏目6个。"
        let inner = "<p hidden>全年举办培训2次。</p>"
        let hidden =
            String(repeating: "<div hidden>", count: 50) + more + inner + String(repeating: "</div>", count: 50)
        let report = try page(hidden)
        #expect(report.narrative.contains("更新栏目6个"))
        #expect(report.narrative.contains("举办培训2次"))
    }
}
