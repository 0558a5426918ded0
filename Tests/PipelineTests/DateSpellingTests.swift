import Model
import Pipeline
import Testing

/// The ways in which reports and pages write a date, a period, and a heading whose marks were lost.
struct DateSpellingTests {
    private static let title = "云台县教育局2023年政府信息公开工作年度报告"

    private func report(
        title: String = title,
        under: String = "",
        period: String = "统计期限自2023年1月1日起至2023年12月31日止。",
        disputes: String = "四、政府信息公开行政复议、行政诉讼情况",
        end: String = "云台县教育局"
    ) throws -> Report {
        try readReport(
            """
            \(title)
            \(under)本报告\(period)
            一、总体情况
            认真落实条例，公开工作平稳。
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            \(disputes)
            五、存在的主要问题及改进情况
            培训不够，下一步加强培训。
            六、其他需要报告的事项
            没有其他需要报告的事项。
            \(end)

            """
        )
    }

    @Test(arguments: [
        "二〇二四年一月十五日", "二○二四年一月十五日", "二零二四年一月十五日", "二0二四年一月十五日", "二〇二四年元月十五日", "2024年元月15日",
    ])
    func theSignaturesDateIsInNumerals(_ date: String) throws {
        let report = try report(end: "云台县教育局\n\(date)")
        #expect(report.identity.published == "2024-01-15")
        #expect(report.identity.agency == "云台县教育局")
    }

    @Test(arguments: ["二〇二四年", "二〇二四年十三月一日", "二〇二四年一月三十二日", "二、二〇二四年一月十五日"])
    func whatIsNoDateIsNone(_ line: String) throws {
        #expect(try report(end: "云台县教育局\n\(line)").identity.published == nil)
    }

    @Test(arguments: [
        ("发布时间：20240118", "2024-01-18"), ("[ 2024-01-18 ]", "2024-01-18"), ("【2024-01-18】", "2024-01-18"),
        ("[ 2024-01-18 ] 发布", "2024-01-18"),
        ("成文日期：2024-01-08 发布日期：2024-01-18", "2024-01-18"), ("生成日期：2024-01-08\n发布日期：2024-01-18", "2024-01-18"),
        ("成文日期：2024-01-08", "2024-01-08"), ("更新时间：2024-02-08 成文日期：2024-01-08", "2024-01-08"), ("索引号：20240118", nil),
        ("发布时间：20241318", nil), ("发布时间：202401181", nil),
    ])
    func theDateUnderTheTitle(_ line: String, _ date: String?) throws {
        #expect(try report(under: line + "\n").identity.published == date)
    }

    /// Above the text's first sentence or chapter, where the title is lost or on two lines; not in a list of links.
    @Test(arguments: [
        ("", "", "2024-01-18"), ("云台县教育局2023年政府信息公开工作\n年度报告\n", "一、总体情况\n", "2024-01-18"),
        ("首页\n", "县教育局举办讲座\n[ 2024-01-19 ]\n县教育局召开会议\n", nil),
    ])
    func theDateAloneAboveTheText(_ above: String, _ below: String, _ date: String?) throws {
        for line in ["[ 2024-01-18 ]", "（2024年1月18日）", "【2024-01-18】"] {
            let text = "\(above)\(line)\n\(below)2023年，我局落实条例，统计期限为2023年1月1日至12月31日，编制本报告。\n"
            let report = try readReport(
                text + "二、主动公开政府信息情况\n全年公开信息12条。\n三、收到和处理政府信息公开申请情况\n未收到申请。\n"
            )
            #expect(report.identity.published == date)
        }
    }

    @Test(arguments: [
        ("发布日期：二〇二四年一月十八日", "2024-01-18"), ("发表于：2024-01-18", "2024-01-18"), ("发表时间 2024-01-18", "2024-01-18"),
        ("创建时间 2024-01-18", "2024-01-18"), ("创建时间：2024-01-08 发布时间：2024-01-18", "2024-01-18"),
        ("（2024年1月18日）", "2024-01-18"), ("（2024年1月18日修订）", nil), ("发布日期：二〇二四年", nil),
        (
            "索引号：000014349tc0000/2024-00850 发文机关：云台县教育局 主题分类：科技、教育 成文日期：2024-01-08 文 号： 发布日期：2024-01-18",
            "2024-01-18"
        ),
        (
            "县教育局公开工作平稳，主题分类：科技、教育、文化，全年更新栏目的文章都写明了各篇的发布日期：2024-01-18 是最后一篇的，另有说明的除外。",
            nil
        ),
    ])
    func theDateBesideTheTitleInOtherWords(_ line: String, _ date: String?) throws {
        #expect(try report(under: line + "\n").identity.published == date)
    }

    @Test(arguments: [
        ("2024-01-18 10:11:12", "2024-01-18"), ("[ 2024-01-18 ]", "2024-01-18"), ("2024.01.18 来源：县教育局", "2024-01-18"),
    ])
    func theDateAboveTheTitleBeginsTheText(_ line: String, _ date: String?) throws {
        #expect(try report(title: line + "\n" + Self.title).identity.published == date)
    }

    @Test func openGraphTellsWhenAPageWasPublished() throws {
        let meta = #"<meta property="article:published_time" content="2024-01-18T10:20:00+08:00">"#
        let page = { (head: String) in
            "<html><head>\(head)</head><body><h1>\(Self.title)</h1><p>一、总体情况</p><p>认真落实条例。</p>"
                + "<p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>未收到。</p></body></html>"
        }
        #expect(try readReport(page(meta), name: "a.html").identity.published == "2024-01-18")
        let both = meta + #"<meta name="PubDate" content="2024-01-20 09:00">"#
        #expect(try readReport(page(both), name: "a.html").identity.published == "2024-01-20")
    }

    /// Where content systems, search engines' data and WeChat's pages have the day.
    @Test(arguments: [
        (#"<meta name="publishdate" content="2024-01-18">"#, "2024-01-18"),
        (#"<meta name="PublishTime" content="2024年1月18日 10:20">"#, "2024-01-18"),
        (#"<meta itemprop="datePublished" content="2024-01-17T18:00:00Z">"#, "2024-01-18"),
        (#"<meta name="PubDate" content="本页"><meta name="publishdate" content="2024-01-18">"#, "2024-01-18"),
        (
            #"<script type="application/ld+json">{"@type":"Article","datePublished":"2024-01-18"}</script>"#,
            "2024-01-18"
        ),
        (#"<script type="application/ld+json">{"pubDate": "2024-01-18T10:00:00"}</script>"#, "2024-01-18"),
        (#"<script>var ct = "1705545000";</script>"#, "2024-01-18"),
        (#"</head><body><em id="publish_time" class="meta">2024-01-18 17:30</em>"#, "2024-01-18"),
        (#"</head><body><time datetime="2024-01-18">一月十八日</time>"#, "2024-01-18"),
        (#"</head><body><time datetime="2024-01-18">1</time><time datetime="2024-01-19">2</time>"#, nil),
        (
            #"<script type="application/ld+json">[{"datePublished":"2024-01-18"},{"datePublished":"2023-01-18"}]</script>"#,
            nil
        ),
        (#"<meta name="lastmodified" content="2024-01-18"><script>{"datePublished":"2024-01-18"}</script>"#, nil),
    ])
    func aPageTellsWhenItWasPublished(_ head: String, _ date: String?) throws {
        let page =
            "<html><head>\(head)</head><body><h1>\(Self.title)</h1><p>一、总体情况</p><p>认真落实条例。</p>"
            + "<p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p><p>未收到。</p></body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(report.identity.published == date)
        #expect(report.identity.year == 2023)
    }

    @Test(arguments: [
        ("2024-01-18", "", "2024-01-18"), ("1705545000", "", "2024-01-18"), ("1705545000000", "", "2024-01-18"),
        ("2024-01-18", "\n2024年1月9日", "2024-01-09"), ("去年", "", nil),
    ])
    func aScraperTellsItWhereTheTextIsSilent(_ date: String, _ end: String, _ published: String?) throws {
        let text = "\(Self.title)\n一、总体情况\n认真落实条例。\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n云台县教育局\(end)"
        let line = #"{"publish_date":"\#(date)","content":"\#(text.replacing("\n", with: "\\n"))"}"#
        let read = try ReportReader.readAll(Array(line.utf8), source: Source(name: "a.json"), received: "")
        guard case .report(let report) = try #require(read.first).reading else { throw Unread() }
        #expect(report.identity.published == published)
        #expect(report.identity.year == 2023)
    }

    @Test(arguments: [("2024-03-18", true), ("2024-01-18", false), ("2022-03-18", false)])
    func aScrapersDateIsHeldAgainstTheDeadline(_ date: String, _ isLate: Bool) throws {
        let text = "\(Self.title)\\n一、总体情况\\n认真落实条例。\\n二、主动公开政府信息情况\\n五、存在的主要问题及改进情况\\n云台县教育局"
        let line = #"{"发布日期":"\#(date)","正文":"\#(text)"}"#
        let read = try ReportReader.readAll(Array(line.utf8), source: Source(name: "a.json"), received: "")
        guard case .report(let report) = try #require(read.first).reading else { throw Unread() }
        let findings = report.findings.filter { $0.rule == "deadline.missed" || $0.rule == "identity.date" }
        #expect(findings.map(\.rule) == (isLate ? ["deadline.missed"] : []))
        #expect(findings.allSatisfy { $0.severity == .warning })
    }

    @Test(arguments: [
        ("统计期限201911日起至20191231日止。", 2019), ("统计期限20190101日起至20191231日止。", 2019),
        ("统计期限201811日起至20191231日止。", nil), ("编号201911日，共1231日。", nil),
        ("统计期限为全年，同比数据为2018年1月1日至2018年12月31日。", nil),
        ("统计期限为2023.1.1—2023.12.31。", 2023), ("统计期限为2023.01.01-12.31。", 2023),
        ("统计期限：2023-01-01至2023-12-31", 2023), ("统计期限：2023/1/1-2023/12/31", 2023),
        ("统计期限2019.1.1—2023.12.31。", nil), ("统计期限为2023.1.15—2023.12.31。", nil),
        ("统计期限自二〇二三年一月一日起至二〇二三年十二月三十一日止。", 2023),
        ("统计期限自二〇一九年一月一日起至二〇二三年十二月三十一日止。", nil),
        ("统计数据时限由20201月1日至202012月31日。", 2020), ("统计数据时限由20191月1日至202012月31日。", nil),
    ])
    func thePeriodTellsTheYearHoweverItIsWritten(_ period: String, _ year: Int?) throws {
        #expect(try report(title: "云台县教育局政府信息公开工作年度报告", period: period).identity.year == year)
    }

    @Test(arguments: ["四、政府信息公开行政复议行政诉讼情况", "四政府信息公开行政复议行政诉讼情况"])
    func aHeadingThatLostItsMarkIsTheSections(_ heading: String) throws {
        let table = """
            \(heading)
            行政复议\t行政诉讼
            结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉
            结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
            3\t1\t0\t1\t5\t1\t0\t0\t0\t1\t2\t0\t1\t0\t3
            """
        let report = try report(disputes: table)
        #expect(report.sections.contains { $0.id == "disputes" })
        #expect(!report.findings.contains { $0.rule == "section.missing" && $0.places[0].path == "sections.disputes" })
    }

    @Test func aFindingOnTheTitleHasItsLine() throws {
        let report = try report(period: "统计期限自2022年1月1日起至2022年12月31日止。")
        let finding = try #require(report.findings.first { $0.rule == "identity.year" })
        #expect(finding.places.first { $0.path == "identity.title" }?.line == 1)
    }

    /// Another year's period is seen beside the title's year, however both are written.
    @Test(arguments: [
        ("2023.1.1-2023.12.31", true), ("2023.01.01—12.31", true), ("2023-01-01至2023-12-31", true),
        ("2023/1/1-2023/12/31", true), ("202311日起至20231231日止", true), ("二〇二三年一月一日至二〇二三年十二月三十一日", true),
        ("二〇二三年一月一日起至十二月三十一日止", true), ("2024.1.1-2024.12.31", false), ("2019.1.1-2023.12.31", false),
        ("2024年全年，同比数据为2023.1.1-2023.12.31", false), ("2023.1.15-2023.12.31", false), ("20241.1-2024.12.31", false),
    ])
    func aPeriodOfAnotherYearIsSeen(_ period: String, _ isOther: Bool) throws {
        for year in ["2024年", "二〇二四年"] {
            let report = try report(title: "云台县教育局\(year)政府信息公开工作年度报告", period: "所列数据的统计期限为\(period)。")
            #expect(report.identity.year == 2024)
            let findings = report.findings.filter { $0.rule == "identity.year" }
            #expect(findings.map(\.severity) == (isOther ? [.error] : []), "\(year) \(period)")
        }
    }
}
