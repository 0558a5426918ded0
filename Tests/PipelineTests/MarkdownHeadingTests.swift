import Model
import Pipeline
import Testing

/// Headings as converters write them in Markdown: as links, with a line below, between lines across the page, in lists.
struct MarkdownHeadingTests {
    private static let title = "青禾市审计局2010年政府信息公开工作年度报告"
    private static let parts = [
        ("概述", "2010年，我局编制了政府信息公开指南和目录。"), ("主动公开政府信息的情况", "2010年，我局主动公开政府信息43条。"),
        ("依申请公开政府信息和不予公开政府信息的情况", "2010年，我局没有收到政府信息公开申请。"),
        ("政府信息公开的收费及减免情况", "2010年，我局没有收取费用。"),
        ("因政府信息公开申请行政复议、提起行政诉讼的情况", "2010年，我局未发生行政复议和行政诉讼。"),
        ("政府信息公开工作存在的主要问题及改进情况", "无。"), ("其他需要报告的事项", "无。"),
    ]

    private static let ids: [String?] = [
        "overview", "proactive", "applications", "fees", "disputes", "problems", "other",
    ]

    private static let numbers = ["一", "二", "三", "四", "五", "六", "七"]

    /// The report with its headings as `heading` writes them.
    private static func body(leavingOut missing: Int? = nil, _ heading: (String) -> String) -> String {
        let preamble = "根据《中华人民共和国政府信息公开条例》的要求，由青禾市审计局编制本报告，包括概述、主动公开政府信息的情况等。"
        let written = zip(numbers, parts).enumerated().filter { $0.offset != missing }.map { _, part in
            heading("\(part.0)、\(part.1.0)") + "\n\n" + part.1.1
        }
        return ([preamble] + written).joined(separator: "\n\n")
    }

    private static let contents = zip(numbers, parts).map { "- [\($0)、\($1.0)](#\($0))\n" }.joined()

    private func rules(_ report: Report) -> [String] { report.findings.map(\.rule) }

    /// Each way of a heading; the sixth part says nothing, which only a reader sees that takes no mark for its text.
    @Test(
        arguments: [
            { "## \($0)" }, { "### [\($0)](#a)" }, { "## [](#a)\($0)" }, { "\($0)\n-----" }, { "\($0)\n======" },
            { "\($0)\n---" },
            { "---\n\n## \($0)" }, { "* * *\n## \($0)" }, { "- \($0)" }, { "- **\($0)**" }, { "* \($0)" },
        ] as [@Sendable (String) -> String]
    )
    func aHeadingIsOneInEverySpelling(_ heading: @Sendable (String) -> String) throws {
        let report = try readReport(Self.title + "\n\n" + Self.body(heading), name: "a.md")
        #expect(report.identity.year == 2010)
        #expect(report.sections.map(\.id) == Self.ids)
        #expect(rules(report) == ["section.empty"])
    }

    /// A list of links to the parts is none of the report, before its title and behind it.
    @Test(arguments: [true, false])
    func aListOfContentsIsNoPart(_ isBeforeTitle: Bool) throws {
        let head = isBeforeTitle ? [Self.contents, Self.title] : [Self.title, Self.contents]
        let body = Self.body(leavingOut: 3) { "## \($0)" }
        let report = try readReport((head + [body]).joined(separator: "\n\n"), name: "a.md")
        #expect(report.identity.agency == "青禾市审计局")
        #expect(report.sections.map(\.id) == Self.ids.filter { $0 != "fees" })
        #expect(rules(report).sorted() == ["section.empty", "section.missing"])
    }

    /// Dashes are the sign for nothing in a table with a cell on each line.
    @Test(arguments: ["\n", "\n\n"])
    func dashesOfATableAreCells(_ lineEnd: String) throws {
        let cells = CellShapes.labels.flatMap { [$0, "1", "---", "---", "---", "---", "---", "1"] }
        let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let text = (heads + cells).joined(separator: lineEnd) + "\n四、政府信息公开行政复议、行政诉讼情况\n"
        let row = try CellShapes.table("applications", text).row("received")
        #expect(row?.cells.map { $0?.number?.significand } == [1, nil, nil, nil, nil, nil, 1])
        #expect(row?.cells.contains { $0?.content == .ambiguous } == false)
    }

    /// The stars around the next heading are none of what a section says, in a text with a table of HTML.
    @Test(arguments: ["第五部分 存在的主要问题", "**第五部分 存在的主要问题**"])
    func starsAreNoPartOfASectionsText(_ heading: String) throws {
        let report = try readReport(
            """
            # 青禾市审计局2023年政府信息公开工作年度报告

            **第一部分 总体情况**

            2023年，我局认真落实条例。

            **第二部分 主动公开政府信息情况**

            <table><tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>规章</td><td>0</td></tr></table>

            **第三部分 收到和处理政府信息公开申请情况**

            全年未收到申请。

            **第四部分 政府信息公开行政复议、行政诉讼情况**

            没有发生。

            \(heading)

            不存在问题。

            **第六部分 其他需要报告的事项**

            无。
            """,
            name: "a.md"
        )
        #expect(report.sections.compactMap(\.id).count == 6)
        #expect(report.findings.first { $0.rule == "section.empty" }?.severity == .error)
    }
}
