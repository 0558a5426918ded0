import Model
import Pipeline
import Testing

/// What pages print around a report: their menus, and the signature and the table behind its text.
struct PageFrameTests {
    private static let parts: [(heading: String, body: String)] = [
        ("总体情况", "2018年，我局落实各项公开要求，工作平稳有序。"),
        ("主动公开政府信息的情况", "全年主动公开政府信息76条，内容涵盖水利工程、河道管理和防汛抗旱。"),
        ("依申请公开政府信息的情况", "全年收到政府信息公开申请3件，均按期答复。"),
        ("政府信息公开的收费及减免情况", "全年未收取费用。"),
        ("因政府信息公开申请行政复议、提起行政诉讼的情况", "全年没有发生行政复议、行政诉讼。"),
        ("存在的主要问题及改进措施", "公开的内容还不够丰富。下一步，将加强培训。"),
    ]

    private static let menu = [
        "首页", "政务公开", "走进青禾市", "政府信息公开指南", "政府信息公开制度", "政府信息公开年报", "依申请公开",
    ]

    /// The report's text, without the part at `missing`.
    private static func text(without missing: Int? = nil) -> [String] {
        parts.indices.filter { $0 != missing }.flatMap {
            ["\(Array("一二三四五六")[$0])、\(parts[$0].heading)", parts[$0].body]
        }
    }

    private static func page(_ title: String, _ lines: [String], heading: String = "h3") -> String {
        let entries = menu.map { "<li><a href=\"/\">\($0)</a></li>" }.joined()
        let body = lines.map { "<p>\($0)</p>\n" }.joined()
        return "<html><body><div class=\"left\"><\(heading)>政府信息公开</\(heading)><ul>\(entries)</ul></div>"
            + "<div><h1>\(title)</h1>\n\(body)</div></body></html>"
    }

    @Test(arguments: ["h3", "h2", "p"])
    func anEntryOfAMenuIsNoSection(_ heading: String) throws {
        let page = Self.page("青禾市水务局2018年政府信息公开工作年度报告", Self.text(without: 2), heading: heading)
        let report = try readReport(page, name: "a.html")
        #expect(report.sections.map(\.id) == ["overview", "proactive", "fees", "disputes", "problems"])
        let missing = report.findings.filter { $0.rule == "section.missing" }
        #expect(missing.map { $0.places.map(\.path) } == [["sections.applications"]])
    }

    @Test(arguments: [
        "政府信息公开工作年度报告（2018年度）", "政府信息公开工作年度报告", "2018年政府信息公开年度工作报告",
    ])
    func aReportBehindAMenuIsAReport(_ title: String) throws {
        let report = try readReport(Self.page(title, Self.text()), name: "a.html")
        #expect(report.identity.kind == .report)
        #expect(report.identity.title == title)
        #expect(report.identity.year == 2018)
        #expect(report.identity.agency == nil)
        #expect(report.sections.allSatisfy { $0.id != nil })
    }

    /// A page with no title but the year in its text: its menu's words do not say what it is.
    @Test(arguments: ["政府信息公开制度", "政府信息公开规定"])
    func aWordOfAMenuMakesNoOtherDocumentOfAReport(_ word: String) throws {
        let body = ["2018年，我局认真落实条例，工作平稳有序，由青禾市水务局编制本报告。"] + Self.text()
        let lines = (["<ul><li><a href=\"/\">\(word)</a></li></ul>"] + body.map { "<p>\($0)</p>" }).joined(
            separator: "\n"
        )
        let report = try readReport("<html><body>\(lines)</body></html>", name: "a.html")
        #expect(report.identity.kind == .report)
        #expect(report.identity.year == 2018)
    }

    /// A guide's parts have the names of a report's, and its title may be as short as a menu's word.
    @Test func aGuideWithAShortTitleIsNoReport() {
        let parts = Self.text().dropLast(2)
        let guide = ["政府信息公开指南", "本指南的统计期限自2018年1月1日至2018年12月31日，由青禾市水务局编制。"] + parts
        #expect(throws: Unread.self) { try readReport(guide.joined(separator: "\n") + "\n") }
    }

    /// A guide stays one, whatever the menu above it links to.
    @Test func aGuideBehindAMenuIsNoReport() {
        let guide = ["青禾市水务局政府信息公开指南", "2018年修订。"] + Self.text()
        #expect(throws: Unread.self) { try readReport(Self.page("政府信息公开年度报告", guide), name: "a.html") }
    }

    @Test(arguments: ["走进青禾市", "依申请公开", "办事大厅", "互动交流\n走进青禾市"])
    func aWordOfAMenuAboveTheTitleIsNoBody(_ word: String) throws {
        let text = [word, "2018年政府信息公开工作年度报告"] + Self.text()
        #expect(try readReport(text.joined(separator: "\n")).identity.agency == nil)
        let signed = text + ["青禾市水务局", "2019年1月12日"]
        #expect(try readReport(signed.joined(separator: "\n")).identity.agency == "青禾市水务局")
    }

    @Test func aNameAboveTheTitleIsTheBodys() throws {
        let text = ["青禾市水务局", "2018年政府信息公开工作年度报告"] + Self.text()
        #expect(try readReport(text.joined(separator: "\n")).identity.agency == "青禾市水务局")
    }

    /// So long a table that the signature before it is not among the last lines.
    private static let annex = (1...60).flatMap { ["（\($0)）公开信息数", "条", "0"] }

    @Test(arguments: [["政府信息公开情况统计表"], ["附件1", "2018年政府信息公开情况统计表"]])
    func theSignatureBeforeAnAnnexTellsTheBody(_ caption: [String]) throws {
        let text = ["政府信息公开工作年度报告", "（2018年）"] + Self.text() + ["青禾市水务局", "2019年2月11日"]
        let report = try readReport((text + caption + Self.annex).joined(separator: "\n"))
        #expect(report.identity.agency == "青禾市水务局")
        #expect(report.identity.year == 2018)
        #expect(report.identity.title == "政府信息公开工作年度报告（2018年）")
        #expect(report.identity.published == "2019-02-11")
        #expect(!report.findings.contains { $0.rule.hasPrefix("identity.") })
    }

    /// The parts count （一） here: no chapter ends what may be a title.
    @Test func aDateIsNoPartOfTheTitleBehindIt() throws {
        let parts = Self.text().map { $0.replacing(/^(.)、/) { "（\($0.output.1)）" } }
        let text = parts + ["青禾市水务局", "2019年2月11日", "2018年政府信息公开情况统计表"]
        let report = try readReport(text.joined(separator: "\n"))
        #expect(report.identity.year == 2018)
        #expect(report.identity.agency == "青禾市水务局")
        #expect(!report.findings.contains { $0.rule == "identity.year" })
    }

    /// Whose office answers questions is told; a name without a place is nobody's.
    @Test(arguments: [
        ("青禾县柳塘镇人民政府办公室", "青禾县柳塘镇人民政府"), ("青禾县人民政府办公室办公室", "青禾县人民政府办公室"),
        ("青禾县柳塘街道办事处办公室", "青禾县柳塘街道办事处"), ("人民政府办公室", nil), ("办公室办公室", nil),
    ])
    func theContactLineNamesABodyWithItsPlace(_ contact: String, _ agency: String?) throws {
        let text = ["2018年政府信息公开工作年度报告", "如对本报告有疑问，请与\(contact)联系。"] + Self.text()
        #expect(try readReport(text.joined(separator: "\n")).identity.agency == agency)
    }
}
