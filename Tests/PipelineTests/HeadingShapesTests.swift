import Forms
import Model
import Pipeline
import Testing

/// How reports number and word their headings, and where their titles and dates stand.
struct HeadingShapesTests {
    private static let parts: [(heading: String, id: String)] = [
        ("概述", "overview"), ("主动公开政府信息情况", "proactive"), ("依申请公开情况", "applications"),
        ("收费及减免情况", "fees"), ("行政复议和行政诉讼情况", "disputes"), ("不足与打算", "problems"),
    ]

    private static let sentence = "一年来认真落实各项要求，没有收到公众申请，没有收取费用，没有发生行政复议、行政诉讼，工作平稳有序。"

    private static func report(_ heading: (Int, String) -> String, title: String = "青禾市水务局2016年政府信息公开工作年度报告") -> String
    {
        let body = parts.indices.map { "　　\(heading($0, parts[$0].heading))\n　　\(sentence)\n" }
        return title + "\n\n　　2016年，我局认真落实条例。\n" + body.joined()
    }

    private static let chinese = Array("一二三四五六")

    @Test(
        arguments: [
            { "\(chinese[$0])、\($1)" }, { "（\(chinese[$0])）\($1)" }, { "\($0 + 1).\($1)" }, { "\($0 + 1)、\($1)" },
            { $1 }, { "\(chinese[$0])丶\($1)" }, { "\(chinese[$0])·\($1)" }, { "\(chinese[$0])：\($1)" },
            { "0\($0 + 1) \($1)" }, { "\(chinese[$0])　\($1)" }, { "\(chinese[$0]) \($1)" },
            { "第\(chinese[$0])部分 \($1)" },
        ] as [@Sendable (Int, String) -> String]
    )
    func anyNumberingShowsTheParts(_ numbering: @Sendable (Int, String) -> String) throws {
        let report = try readReport(Self.report(numbering))
        #expect(report.sections.compactMap(\.id) == Self.parts.map(\.id))
        #expect(!report.findings.contains { $0.rule == "section.missing" })
    }

    /// 无。 behind a heading without a mark is no value of the table above it.
    @Test(arguments: [
        "五 政府信息公开工作存在的主要问题及改进情况", "五　政府信息公开工作存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况", "**五、存在的主要问题及整改措施**",
    ])
    func aHeadingBelowATableIsNoRowOfIt(_ heading: String) throws {
        let heads = Array(repeating: "结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n", count: 3).joined()
        let values = Array(repeating: "1 |\n1 |\n|\n|\n2 |\n", count: 3).joined()
        let text = """
            青禾市水务局2023年政府信息公开工作年度报告
            四 政府信息公开行政复议、行政诉讼情况

            行政复议 |
            行政诉讼 |
            ||
            未经复议直接起诉 |
            复议后起诉 |
            \(heads)\(values)||

                \(heading)

                无。

                六 其他需要报告的事项

                2023年，我局未收取信息处理费。
            """
        let report = try readReport(text)
        #expect(report.sections.compactMap(\.id) == ["disputes", "problems", "other"])
        #expect(report.table("disputes")?.cell("litigation_after_review", "total")?.number == Quantity(2))
    }

    /// A program that took the page's text without its line ends put each heading behind the paragraph before it.
    @Test(arguments: ["、", ".", "．"])
    func aHeadingBehindAParagraphIsOne(_ mark: String) throws {
        let sections = try #require(FormCatalog.form("2021")).sections.filter(\.isRequired)
        let body = zip(Self.chinese, sections).map { "\($0)\(mark)\($1.heading)\n　　\(Self.sentence)" }
        let text = "青禾市水务局2022年政府信息公开工作年度报告\n　　2022年，我局认真落实条例。" + body.joined() + "\n"
        #expect(try readReport(text).sections.compactMap(\.id) == sections.map(\.id))
    }

    /// Of a text without any separators.
    @Test(arguments: ["收费及减免情况", "依申请收费及减免情况", "依申请公开收费及减免情况"])
    func aChapterOnFeesIsOneInsideALine(_ heading: String) throws {
        let parts = [
            ("概述", "落实各项要求。"), ("主动公开政府信息情况", "主动公开信息8条。"), ("依申请公开政府信息情况", "没有收到申请。"),
            (heading, "全年未收取任何费用。"), ("因政府信息公开申请行政复议、提起行政诉讼的情况", "没有发生。"),
            ("存在的主要问题及改进情况", "队伍建设有待加强。"),
        ]
        let body = zip(Self.chinese, parts).map { "\($0)、\($1.0)\($1.1)" }.joined()
        let report = try readReport("青禾市水务局2016年政府信息公开工作年度报告2016年，我局认真落实条例。" + body)
        #expect(report.sections.compactMap(\.id).contains("fees"))
    }

    /// The blanks before its paragraphs are all that is left of a text's lines.
    @Test func aHeadingInOtherWordsBetweenAFullStopAndABlankIsOne() throws {
        let words = ["概述", "主动公开情况", "依申请公开情况", "咨询情况", "复议、诉讼和申诉情况", "存在问题及下一步打算"]
        let body = zip(Self.chinese, words).map { "\($0)、\($1)　　\(Self.sentence)" }.joined()
        let sections = try readReport("青禾市水务局2010年政府信息公开工作年度报告　　2010年，我局认真落实条例。" + body).sections
        #expect(sections.map(\.id) == ["overview", "proactive", "applications", nil, "disputes", "problems"])
        #expect(sections.map(\.heading) == zip(Self.chinese, words).map { "\($0)、\($1)" })
    }

    /// A text without any separators: …没有收到申请。二、主动公开政府信息工作情况第二十条第（一）项….
    @Test func aHeadingInOtherWordsBeforeATableThatFollowsItInItsLineIsOne() throws {
        let headings = ["总体情况", "主动公开政府信息工作情况", "收到和处理政府信息公开申请工作情况"]
        let text =
            "青禾市水务局2022年政府信息公开工作年度报告一、\(headings[0])　　2022年，没有收到政府信息公开申请。二、\(headings[1])"
            + "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件000第二十条第（五）项信息内容"
            + "本年处理决定数量行政许可3第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费0三、\(headings[2])"
            + "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）申请人情况自然人法人或其他组织总计商业企业科研机构"
            + "社会公益组织法律服务机构其他一、本年新收政府信息公开申请数量0000000二、上年结转政府信息公开申请数量0000000"
            + "三、本年度办理结果（一）予以公开0000000（七）总计0000000四、结转下年度继续办理0000000"
            + "四、政府信息公开行政复议、行政诉讼情况　　没有发生。五、存在的主要问题及改进情况　　队伍建设有待加强。"
        let report = try readReport(text)
        #expect(report.sections.prefix(3).map(\.id) == ["overview", "proactive", "applications"])
        #expect(report.sections.prefix(3).map(\.heading) == zip(Self.chinese, headings).map { "\($0)、\($1)" })
    }

    @Test func aFirstChapterOfFreeWordsIsTheOverview() throws {
        let text = Self.report { "\(Self.chinese[$0])、" + ($0 == 0 ? "围绕中心工作全面推进政务公开" : $1) }
        #expect(try readReport(text).sections.first?.id == "overview")
    }

    @Test func aChapterThatATableHasForALineIsAHeadingBeforeASentence() throws {
        let text =
            Self.report { "\(Self.chinese[$0])、\($1)" }
            + "政府信息公开情况统计表\n一、主动公开情况\n（一）主动公开政府信息数\n条\n5\n三、依申请公开情况\n（一）收到申请数\n件\n0\n"
        #expect(try readReport(text).sections.contains { $0.id == "applications" && !$0.isNested })
    }

    @Test(arguments: ["", "\t1", " 1", "……………1"])
    func aListOfContentsIsNoReportOfItsOwn(_ page: String) throws {
        let whole = Self.report { "\(Self.chinese[$0])、\($1)" }
        let contents = Self.parts.indices.map { "\(Self.chinese[$0])、\(Self.parts[$0].heading)\(page)\n" }.joined()
        let text = whole.replacing("\n\n", with: "\n\n目  录\n\(contents)\n", maxReplacements: 1)
        let report = try readReport(text)
        #expect(report.unverified.isEmpty)
        #expect(report.sections.compactMap(\.id) == Self.parts.map(\.id))
        #expect(report.sections.allSatisfy { $0.line > Self.parts.count && !$0.body.isEmpty })
    }

    @Test func aFoldedHeadingIsOne() throws {
        let text = Self.report { "\(Self.chinese[$0])、" + ($0 == 4 ? "因政府信息公开申请行政复议、提起行政诉\n讼的情况" : $1) }
        #expect(try readReport(text).sections.contains { $0.id == "disputes" })
    }

    @Test func aSentenceThatANarrowPageFoldsIsNoTitleOfALaw() throws {
        let lead = "为了保障公众的知情权，依据《中华人民共和国政府信息公开条例》等规定\n，公布本局2016年度的工作情况。"
        let report = try readReport(Self.report({ "\(Self.chinese[$0])、\($1)" }, title: lead))
        #expect(report.sections.count == Self.parts.count)
    }

    @Test(arguments: [" ", "\u{2028}", "\u{85}", "\u{0B}"])
    func aTextWithoutLineEndsKeepsItsTitleItsPartsAndItsSignature(_ mark: String) throws {
        let long = Self.report { "\(Self.chinese[$0])、\($1)\n　　\(String(repeating: Self.sentence, count: 9))" }
        let lines = (long + "　　青禾市水务局\n2017年3月2日\n").replacing("\n", with: mark)
        let report = try readReport(lines)
        #expect(report.identity.agency == "青禾市水务局")
        #expect(report.identity.year == 2016)
        #expect(report.sections.compactMap(\.id) == Self.parts.map(\.id))
        #expect(report.sections.allSatisfy { $0.line == 1 })
        let untitled = String(lines.drop { $0 != "　" })
        #expect(try readReport(untitled).identity.agency == "青禾市水务局")
    }

    @Test func aTextThatWasQuotedWholeIsReadAsItself() throws {
        let text = Self.report { "\(Self.chinese[$0])、\($1)" }
        let quoted = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
        #expect(try readReport(quoted.joined(separator: "\n")).sections == readReport(text).sections)
    }

    /// Above the title stand dates, below the text links: neither is the report's year.
    @Test func theYearIsTheReportsOwn() throws {
        let head = "首页 互动交流\n发布时间：2017-01-19 来源：青禾市水务局\n更新时间：2019-05-06\n青禾市水务局政府信息公开工作年度报告\n"
        let lead = "本报告所列数据的统计期限为20161月1日至12月31日。\n下一篇：2014年政府信息公开工作年度报告\n"
        let report = try readReport(head + lead + Self.report({ "\(Self.chinese[$0])、\($1)" }, title: ""))
        #expect(report.identity.agency == "青禾市水务局")
        #expect(report.identity.year == 2016)
        #expect(report.identity.published == "2017-01-19")
        #expect(!report.findings.contains { $0.rule == "identity.year" })
    }

    @Test(arguments: [
        "特向社会公布2015年度我局信息公开工作年度报告。", "现向社会公布2015年度工作情况。",
    ])
    func aSentenceNamesTheYear(_ sentence: String) throws {
        let body = Self.report({ "\(Self.chinese[$0])、\($1)" }, title: "信息公开年报\n" + sentence)
            .replacing("2016年，", with: "")
        #expect(try readReport(body).identity.year == 2015)
    }

    @Test func aTitleThatAListCutOffNamesTheBody() throws {
        let title = "服务导航\n青禾市水务局2016年政府信息公开工作年度报..."
        let report = try readReport(Self.report({ "\(Self.chinese[$0])、\($1)" }, title: title))
        #expect(report.identity.agency == "青禾市水务局")
        #expect(report.identity.year == 2016)
    }

    /// In a text without line ends the title ends where the first part begins.
    @Test(
        arguments: [
            { "\(chinese[$0])、\($1)" }, { "（\(chinese[$0])）\($1)" }, { "第\(chinese[$0])部分 \($1)" },
            { "第\(chinese[$0])部分：\($1)" },
            { "\($0 + 1).\($1)" },
        ] as [@Sendable (Int, String) -> String]
    )
    func anyNumberingShowsThePartsOfALine(_ numbering: @Sendable (Int, String) -> String) throws {
        let parts = [
            "总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项",
        ]
        let title = "青禾市水务局2023年政府信息公开工作年度报告"
        let text = title + parts.indices.map { numbering($0, parts[$0]) + Self.sentence }.joined()
        let report = try readReport(text)
        #expect(
            report.sections.map(\.id) == ["overview", "proactive", "applications", "disputes", "problems", "other"]
        )
        #expect(report.identity.title == title)
    }

    @Test func partsInOtherWordsOfATextOfBlanksAreParts() throws {
        let text = Self.report { "第\(Self.chinese[$0])部分 \($1)" }.replacing("\n", with: " ").replacing("　", with: "")
        #expect(try readReport(text).sections.map(\.id) == Self.parts.map(\.id))
    }

    /// A converter puts every piece of a heading on a line of its own.
    @Test(arguments: [
        "三\n、\n依申\n请\n公开\n政府\n信息\n的情况", "三\n、依申请\n公开\n政府信息的情况", "三、\n依申请公开\n政府信息\n的情况", "三\n、\n依申请公\n开政府信息的情况",
        "三、依申请公开政府信息\n的情况",
    ])
    func aHeadingCutIntoPiecesIsOne(_ heading: String) throws {
        let text = Self.report { "\(Self.chinese[$0])、\($1)" }.replacing("三、依申请公开情况", with: heading)
        let sections = try readReport(text).sections
        #expect(sections.map(\.id) == Self.parts.map(\.id))
        #expect(sections[2].heading == "三、依申请公开政府信息的情况")
    }

    @Test func aHeadingThatTheCaptionOfItsTableRepeatsIsNoOverview() throws {
        let text = Self.report { "\(Self.chinese[$0])、" + ($0 == 0 ? "主动公开政府信息情况" : $1) }
        #expect(try !readReport(text).sections.contains { $0.id == "overview" })
    }

    /// Bold that was painted by setting each character twice comes out of a page twice.
    @Test func aHeadingWhoseCharactersStandTwiceIsOne() throws {
        let twice = { (text: String) in text.map { "\($0)\($0)" }.joined() }
        let title = "青禾市水务局2016年政府信息公开工作年度报告"
        let report = try readReport(Self.report({ twice("\(Self.chinese[$0])、\($1)") }, title: twice(title)))
        #expect(report.sections.map(\.id) == Self.parts.map(\.id))
        #expect(report.sections[2].heading == "三、依申请公开情况")
        #expect(report.identity.title == title)
    }

    private static let spans = zip(numbers, parts).map { (number: "\($0)、", heading: $1.heading) }
    private static let numbers = ["一", "二", "三", "四", "五", "六"]
    private static let title = "青禾市水务局2016年政府信息公开工作年度报告"

    /// A page may have a list of its parts before its title.
    @Test func aListOfContentsBeforeTheTitleHidesNothing() throws {
        let contents = Self.spans.map { "<li><a href=\"#a\">\($0.number)\($0.heading)</a></li>" }.joined()
        let body = Self.spans.map { "<h2>\($0.number)\($0.heading)</h2><p>\(Self.sentence)</p>" }.joined()
        let page = "<html><body><ul>\(contents)</ul><h1>\(Self.title)</h1>\(body)</body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(report.identity.agency == "青禾市水务局")
        #expect(report.identity.year == 2016)
        #expect(report.sections.compactMap(\.id) == Self.parts.map(\.id))
    }

    /// A heading's number may be a paragraph of its own, in a page without line ends.
    @Test func aNumberOfItsOwnParagraphIsOfItsHeading() throws {
        let parts = Self.spans + [("七、", "因政府信息公开申请行政复议、提起行政诉讼的情况")]
        let body = parts.map { "<p>\($0.number)</p><p><b>\($0.heading)</b></p><p>\(Self.sentence)</p>" }.joined()
        let report = try readReport("<html><body><h1>\(Self.title)</h1>\(body)</body></html>", name: "a.html")
        #expect(report.identity.year == 2016)
        #expect(report.sections.map(\.heading) == parts.map { $0.number + $0.heading })
    }

    /// The year may stand before the words of a heading without a number.
    @Test(arguments: ["2016年", "2016年度", "全年工作", "年度"])
    func aYearIsNoPartOfAHeadingsWords(_ year: String) throws {
        let report = try readReport(Self.report { $0 == 0 ? year + "总体情况" : $1 })
        #expect(report.sections.compactMap(\.id) == Self.parts.map(\.id))
    }

    /// A numbered paragraph's first line is no heading where the next goes on with its number, its list, or fills the page.
    @Test(arguments: [
        ("（二）梳理权责清单5\n80项，其中行政许可7项、行政处罚553项、行政强制12项、其他行政权力8项。", 580),
        ("（二）各平台发布信息情况为：网站1708条、微信\n154条、微博62条、抖音52条，总计1976条。", 154),
        ("1.收到12345热线工单2118件，其中咨询类1306件、投诉类655件、\n建议类157件，按期办结率99.8%。", 157),
        ("　　（五）受理12345热线工单2118件，其中咨询类1306件、投诉类655件、建议\n类157件，按期办结率99.8%。", 157),
    ])
    func aWrappedParagraphIsNoHeading(_ paragraph: String, _ figure: Int) throws {
        let report = try readReport(
            Self.report { "\(Self.chinese[$0])、\($1)" }.replacing("　　二、", with: paragraph + "\n　　二、")
        )
        #expect(report.sections.compactMap(\.id) == Self.parts.map(\.id))
        #expect(report.claims.contains { $0.value == Quantity(figure) })
        #expect(!report.findings.contains { $0.rule == "claim.list-sum" })
    }

    /// A sentence goes on behind the number of a page.
    @Test(arguments: ["- 2 -", "— 3 —", "第 2 页 共 9 页", "第 2 \u{2EDA} 共 9 \u{2EDA}", "第2頁/共9頁"], ["", "次，", "次"])
    func aPagesNumberEndsNoSentence(_ number: String, _ end: String) throws {
        let text = Self.report { "\(Self.chinese[$0])、\($1)" }
        let sentence =
            "　　全年共收到各类来信和电话咨询\(end.isEmpty ? "5" : "521人" + end)\n\n\(number)\n\n"
            + "\(end.isEmpty ? "21人次，" : end == "次" ? "，" : "")均已当场解答，其中电话咨询500人次、来信21人次。"
        let report = try readReport(text.replacing("　　二、", with: sentence + "\n　　二、"))
        #expect(report.claims.contains { $0.value == Quantity(521) })
        #expect(!report.findings.contains { $0.rule.hasPrefix("claim.") })
    }
}
