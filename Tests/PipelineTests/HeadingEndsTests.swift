import Model
import Pipeline
import Testing

/// Headings that share a line with what they head, and lines that have their words.
struct HeadingEndsTests {
    private static let title = "云台县水务局2024年政府信息公开工作年度报告\n"

    @Test func aColonEndsAHeadingBeforeItsSentence() throws {
        let long = String(repeating: "认真落实各项要求，", count: 9)
        let report = try readReport(
            """
            \(Self.title)一、总体情况
            （一）主动公开情况：2024年，通过网站等渠道，主动公开政府信息38条。
            （二）依申请公开情况：2024年，\(long)收到政府信息公开申请1件，予以公开1件。
            （三）管理情况：全年推进规范管理。
            """
        )
        #expect(report.sections.map(\.heading) == ["一、总体情况", "(一)主动公开情况", "(二)依申请公开情况"])
        #expect(report.sections.map(\.id) == ["overview", "proactive", "applications"])
        #expect(report.sections[1].body.contains("38条"))
        #expect(!report.unverified.contains { $0.rule == "section.empty" })
        #expect(report.claims.contains { $0.key == "applications.received.total" && $0.value == Quantity(1) })
    }

    @Test func aChaptersColonDoesToo() throws {
        let report = try readReport(
            """
            云台县水务局2012年政府信息公开工作年度报告
            一、概述：2012年，我局认真落实条例。设有专人负责。
            二、公开政府信息主动公开情况：通过网站公开信息38条。其中通知20条、公告18条。
            三、政府信息依申请公开工作情况：没有收到公开申请。窗口运行正常。
            四、收费及减免工作情况：没有收费。
            五、复议、诉讼和申诉情况：没有发生。
            六、工作中存在的主要问题：时效不够。下一步加强培训。
            """
        )
        #expect(
            report.sections.map(\.id) == ["overview", "proactive", "applications", "fees", "disputes", "problems"]
        )
        #expect(report.sections[5].heading == "六、工作中存在的主要问题")
    }

    @Test func theFirstPartsNumberEndsAHeading() throws {
        let text = "\(Self.title)一、基本情况（一）信息发布数量增加，全年公开信息38条。\n（二）渠道更多。\n二、存在的主要问题及改进情况\n不足。\n"
        #expect(try readReport(text).sections.first?.heading == "一、基本情况")
    }

    @Test func aLineThatListsThePartsIsNone() throws {
        let text = """
            一、概述，（一）注重重点推进，深化内容。，二、主动公开政府信息情况，（一）范围，三、依申请公开政府信息情况，（一）申请情况，四、复议、诉讼情况，五、主要问题和改进措施，
            一、概述
            2012年度报告由云台县人民政府编制。本年度报告中所列数据的统计期限从2012年1月1日到12月31日止。
            二、主动公开政府信息情况
            2012年，全县主动公开政府信息450条。
            三、依申请公开政府信息情况
            没有收到申请。
            """
        let sections = try readReport(text).sections
        #expect(sections.map(\.id) == ["overview", "proactive", "applications"])
        #expect(sections.map(\.line) == [2, 4, 6])
    }

    @Test func theNumberOfAnAnnexIsNoChapters() throws {
        let text = """
            云台县水务局2012年政府信息公开工作年度报告
            一、主动公开政府信息情况
            2012年，主动公开政府信息39条。
            二、依申请公开政府信息情况
            2012年，收到政府信息公开申请19件。
            三、附表
            附表一：主动公开情况统计
            指标 | 单位 | 2012年度 |
            主动公开信息数 | 条 | 39 |
            """
        let sections = try readReport(text).sections
        #expect(sections.map(\.heading) == ["一、主动公开政府信息情况", "二、依申请公开政府信息情况", "三、附表"])
        #expect(sections.map(\.id) == ["proactive", "applications", "annex"])
    }

    @Test func aRowAtThePagesTopIsNoHeading() throws {
        let text = """
            \(Self.title)四、结转下年度继续办理 0 0 0 0 0 0 0
            四、政府信息公开行政复议、行政诉讼情况
            没有发生行政复议、行政诉讼。
            五、存在的主要问题及改进情况
            更新不及时。下一步加强培训。
            """
        #expect(try readReport(text).sections.map(\.id) == ["disputes", "problems"])
    }

    /// 五、复议诉讼情况。未发生。: short texts run their headings in with a full stop.
    @Test func aFullStopEndsARunInHeading() throws {
        let report = try readReport(
            """
            云台县水务局2012年政府信息公开工作年度报告
            　　一、概述。2012年，我局认真落实条例。
            　　二、主动公开情况。2012年共主动公开政府信息126条。
            　　三、依申请公开情况。未收到申请。
            　　四、收费及减免情况。未收费。
            　　五、复议诉讼情况。未发生。
            　　六、存在问题及改进措施。公开不够全面，下一步加强培训。
            """
        )
        #expect(
            report.sections.map(\.id) == ["overview", "proactive", "applications", "fees", "disputes", "problems"]
        )
        #expect(!report.findings.contains { $0.rule.hasPrefix("section.") })
    }
}
