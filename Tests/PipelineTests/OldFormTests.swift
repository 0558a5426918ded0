import Model
import Pipeline
import Testing

/// Sentences beside the tables of the forms before 2019: this year's column, the one since the beginning, or one alone.
struct OldFormTests {
    private static let annex = """
        指标名称\t计量单位\t2012年度\t历年累计
        主动公开文件数\t条\t24\t238
        其中：1、政府网站公开数\t条\t24\t238
        2、政府公报公开数\t条\t0\t0
        受理政府信息公开申请总数\t条\t5\t9
        其中：1、当面申请数\t条\t1\t2
        2、网上申请数\t条\t2\t3
        3、信函、传真申请数\t条\t2\t4
        对申请的答复总数\t条\t5\t9
        其中：1、同意公开答复数\t条\t2\t3
        2、同意部分公开答复数\t条\t1\t2
        3、不予公开答复数\t条\t1\t2
        4、其他类型答复数\t条\t1\t2
        接受行政申诉、举报数\t件\t0\t0
        行政复议数\t件\t0\t0
        行政诉讼数\t件\t0\t0
        """

    @Test func aLocalTableOfOneYearLacksNoRows() throws {
        let left = ["公报", "信函", "其他类型"]
        let rows = Self.annex.split(separator: "\n").filter { row in !left.contains(where: row.contains) }
        let local = rows.map { $0.split(separator: "\t").dropLast().joined(separator: "\t") }.joined(separator: "\n")
        let rules = try report("2012年受理政府信息公开申请5件。", 2012, local).findings.map(\.rule)
        #expect(!rules.contains("form.incomplete"))
    }

    /// The statistics of 2014 up to what was disclosed by microblog and WeChat, and otherwise.
    static func disclosed(weibo: Int, wechat: Int) -> String {
        """
        政府信息公开情况统计表
        统计指标\t单位\t统计数
        一、主动公开情况
        （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t445
        其中：主动公开规范性文件数\t条\t0
        制发规范性文件总数\t件\t0
        （二）通过不同渠道和方式公开政府信息的情况
        1.政府公报公开政府信息数\t条\t0
        2.政府网站公开政府信息数\t条\t445
        3.政务微博公开政府信息数\t条\t\(weibo)
        4.政务微信公开政府信息数\t条\t\(wechat)
        5.其他方式公开政府信息数\t条\t0
        """
    }

    private static let statistics =
        disclosed(weibo: 0, wechat: 0) + """

            三、依申请公开情况
            （一）收到申请数\t件\t5
            1.当面申请数\t件\t1
            2.传真申请数\t件\t0
            3.网络申请数\t件\t3
            4.信函申请数\t件\t1
            （二）申请办结数\t件\t5
            """

    func report(
        _ sentence: String,
        _ year: Int,
        _ table: String,
        of body: String = "云台县民政局"
    ) throws -> Report {
        try readReport(
            """
            \(body)\(year)年政府信息公开工作年度报告
            一、概述
            \(year)年，我局依法公开。
            \(sentence.contains("申请") ? "三、依申请公开政府信息的情况" : "二、主动公开政府信息的情况")
            \(sentence)
            七、附表
            \(table)
            """
        )
    }

    /// 累计 beside what this year added, and a span that began in a year before, are of all years.
    @Test(arguments: [
        "截至2012年12月31日，我局累计主动公开政府信息238条，其中2012年新增24条。",
        "我局累计主动公开政府信息238条，其中2012年新增24条。",
        "2008年5月1日至2012年12月31日，我局累计受理申请9件，已答复9件，其中同意公开3件、部分公开2件、不予公开2件。",
        "2008年1月1日至2012年12月31日，受理申请9件，已答复9件。其中同意公开3件、部分公开2件、不予公开2件。",
        "2012年1月1日至2012年12月31日，受理申请5件，同意公开2件。",
        "2012年受理政府信息公开申请5件，其中当面申请1件，网上申请2件，信函申请2件；历年累计9件。",
        "2012年，主动公开政府信息24条，历年累计238条。", "2012年受理政府信息公开申请5件，历年累计9件。",
    ])
    func whatIsOfAllYearsIsNotThisYears(_ sentence: String) throws {
        let findings = try report(sentence, 2012, Self.annex).findings.filter { $0.rule.hasPrefix("claim.") }
        #expect(findings.isEmpty)
    }

    @Test(arguments: [
        "2008年5月1日至2012年12月31日，我局受理申请9件，其中同意公开4件。", "2012年1月1日至2012年12月31日，受理申请7件。",
        "2012年，主动公开政府信息24条，历年累计338条。", "2012年受理政府信息公开申请5件，历年累计19件。",
    ])
    func whatIsOfAllYearsIsHeldToItsColumn(_ sentence: String) throws {
        let rules = try report(sentence, 2012, Self.annex).findings.map(\.rule)
        #expect(rules.contains("claim.contradicts-table"))
    }

    @Test func theStatisticsHaveNoColumnForAllYears() throws {
        let sentence = "截至2016年底，我局累计主动公开政府信息2345条，其中2016年新增445条。"
        let report = try report(sentence, 2016, Self.statistics)
        #expect(report.identity.form == "2014")
        #expect(!report.findings.contains { $0.rule.hasPrefix("claim.") })
        #expect(report.unverified.contains { $0.reason.contains("2345") })
        let wrong = try self.report("2016年，我局主动公开政府信息2345条。", 2016, Self.statistics)
        #expect(wrong.findings.contains { $0.rule == "claim.contradicts-table" })
    }

    /// 计划 within a body's name, or 按计划, says nothing of what is to come.
    @Test(arguments: ["云台县卫生和计划生育局共", "我局按计划推进工作，共", "我局"])
    func aPlanIsNoneInABodysName(_ body: String) throws {
        let wrong = try report("2016年，\(body)收到政府信息公开申请20件，均已答复。", 2016, Self.statistics, of: "云台县卫生和计划生育局")
        #expect(wrong.findings.contains { $0.rule == "claim.contradicts-table" })
        let sound = try report("2017年计划将收到的政府信息公开申请控制在20件以内。", 2016, Self.statistics)
        #expect(!sound.findings.contains { $0.rule.hasPrefix("claim.") })
    }

    /// A page that was put on one line names its body and year between wide blanks.
    @Test(arguments: [
        "当前位置：首页 > 信息公开 > 信息公开年报　　2016年度云台县民政局政府信息公开情况统计表　　",
        "首页 政务公开 办事服务　　2016年度云台县民政局政府信息公开情况统计表　　发布日期：2017年1月26日　　",
        "政府信息公开情况统计表　　发布日期：2017年2月6日　　（2016年度）　　填报单位：云台县民政局　　",
    ])
    func theHeadOfAStatisticsPageMayStandOnOneLine(_ head: String) throws {
        let rows = Self.statistics.split(separator: "\n").dropFirst().joined(separator: "\n")
        let report = try readReport(head + "\n" + rows)
        #expect(report.identity.kind == .statistics)
        #expect(report.identity.agency == "云台县民政局")
        #expect(report.identity.year == 2016)
    }

    /// The Regulation came into force on 1 May 2008.
    @Test func aPeriodMayBeginInMay() throws {
        let sentence = "本报告所列数据的统计期限自%年5月1日起至%年12月31日止。"
        let sound = try report(sentence.replacing("%", with: "2008"), 2008, Self.annex.replacing("2012", with: "2008"))
        #expect(!sound.findings.contains { $0.rule == "identity.year" })
        let wrong = try report(sentence.replacing("%", with: "2009"), 2008, Self.annex.replacing("2012", with: "2008"))
        #expect(wrong.findings.contains { $0.rule == "identity.year" && $0.severity == .error })
    }

    @Test(arguments: ["附表", "附表：", "说明与附表", "说明与附表："])
    func theHeadingOfTheAnnexMayEndInAColon(_ heading: String) throws {
        let text = "云台县民政局2012年政府信息公开工作年度报告\n一、概述\n2012年，我局依法公开。\n\(heading)\n" + Self.annex
        #expect(try readReport(text).sections.compactMap(\.id) == ["overview", "annex"])
    }

    /// The national table tells its form, also under headings as the Regulation of 2019 has them.
    @Test func theNationalTableTellsItsFormWhateverTheHeadingsAreCalled() throws {
        let text = """
            云台县民政局2015年政府信息公开工作年度报告
            一、总体情况
            2015年，我局依法公开。
            二、主动公开政府信息情况
            2015年，主动公开政府信息445条。
            三、收到和处理政府信息公开申请情况
            2015年，收到政府信息公开申请5件。
            四、政府信息公开行政复议、行政诉讼情况
            2015年，没有发生行政复议、行政诉讼。
            附件：
            \(Self.statistics)
            （三）申请答复数\t件\t5
            """
        #expect(try readReport(text).identity.form == "2014")
        let later = text.replacing("2015", with: "2019").replacing("\n" + Self.statistics, with: "")
        #expect(try readReport(later).identity.form != "2014")
    }

    /// A site may write the headings of its day over a report of years before.
    @Test func headingsOfALaterFormMakeNoReportOfIt() throws {
        let text = """
            云台县民政局%年政府信息公开工作年度报告
            本报告由概述，主动公开政府信息情况，依申请公开情况，政府信息公开的收费及减免情况，存在的主要问题及改进情况组成。
            一、总体情况
            %年，我局依法公开。
            二、主动公开政府信息情况
            %年，主动公开政府信息45条。
            三、收到和处理政府信息公开申请情况
            %年，未收到政府信息公开申请。
            四、政府信息公开行政复议、行政诉讼情况
            %年，没有发生行政复议、行政诉讼。
            五、存在的主要问题及改进情况
            培训不够，下一步加强培训。
            """
        let report = try readReport(text.replacing("%", with: "2012"))
        #expect(report.identity.form == "2008")
        #expect(report.findings.contains { $0.places.first?.path == "sections.fees" })
        #expect(try readReport(text.replacing("%", with: "2020")).identity.form == "2019")
    }

    /// Where the cells ran together, 00 shows that the table has two columns of values, whatever their heads are called.
    @Test(arguments: ["2012年历年累计", "2012年累计", "2012年2008年以来"])
    func cellsThatRanTogetherAreOfBothColumns(_ heads: String) throws {
        let rows = Self.annex.split(separator: "\n").dropFirst().map { $0.replacing("\t", with: "") }
        let glued = "指标名称计量单位" + heads + "\n" + rows.joined(separator: "\n")
        let report = try report("2012年，我局主动公开政府信息24条。", 2012, glued)
        let table = try #require(report.table("annex"))
        #expect(!report.findings.contains { $0.severity == .error && !$0.rule.hasPrefix("section.") })
        #expect(table.cell("disclosed", "year")?.number.map { $0 < Quantity(239) } ?? true)
        #expect(table.cell("received", "year")?.number == Quantity(5))
        #expect(table.cell("received", "cumulative")?.number == Quantity(9))
    }
}
