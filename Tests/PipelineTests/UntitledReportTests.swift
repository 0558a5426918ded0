import Model
import Pipeline
import Testing

/// Reports of whose title and body little is printed, and what stands in their place.
struct UntitledReportTests {
    private static let period = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"

    private func report(_ head: String, end: String = "") throws -> Report {
        try readReport("\(head)\n一、总体情况\n认真落实条例，公开工作平稳。\n\(BareReport.rest)\(end)\n")
    }

    /// A signature with its date in numerals stands above the annexed table, and is no part of its caption.
    @Test func aSignatureIsNoPartOfACaption() throws {
        let report = try readReport(
            """
            根据条例规定，现公布本年度报告。现将2018年度政府信息公开工作情况报告如下。
            （一）概述
            公开工作平稳。
            （二）主动公开政府信息的情况
            全年公开信息38条。
            （三）依申请公开政府信息情况
            全年受理申请2件。
            （四）收费及减免情况
            没有收费。
            （五）因政府信息公开申请行政复议、提起行政诉讼的情况
            没有发生。
            （六）存在的主要问题和改进措施
            公开不够及时，下一步加强培训。
            云台县税务局
            二〇一九年三月十九日
            政府信息公开情况统计表
            """
        )
        #expect(report.identity.year == 2018)
        #expect(report.identity.agency == "云台县税务局")
        #expect(report.identity.published == "2019-03-19")
        #expect(!report.findings.contains { $0.rule == "identity.year" || $0.rule == "identity.date" })
    }

    /// The foot of a page stands below a signature that has no date.
    @Test(arguments: [
        ("云台县司法局\n附件下载\n扫一扫在手机上查看当前页面\n相关解读\n文字解读", true),
        ("云台县司法局\n\n主办单位：办公室 网站标识码：3213220037 备案号：苏ICP备05016013号", true),
        ("云台县司法局\n二〇二四年一月\n打印本页\n关闭窗口", true),
        // The caption of an annexed table, too.
        ("云台县司法局\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况", true),
        ("云台县司法局\n二〇二四年一月\n附表\n指标名称\t计量单位\t2023年度\t历年累计", true),
        ("相关链接\n云台县司法局\n附表\n指标名称\t计量单位\t2023年度\t历年累计", false),
        // Links of the page, behind which no name signs.
        ("打印本页\n云台县司法局\n青禾市司法局", false), ("回到顶部\n云台县司法局", false), ("政府网站\n云台县司法局\n联系我们", false),
    ])
    func aNameAboveTheFootOfAPageSigns(_ end: String, _ isSigned: Bool) throws {
        #expect(try report(Self.period, end: end).identity.agency == (isSigned ? "云台县司法局" : nil))
    }

    /// The words of a menu above a report that has no title do not make it something else.
    @Test(arguments: ["政府信息公开制度", "政府信息公开指南\n政府信息公开制度\n政府信息公开年报"])
    func aMenuAboveAReportWithoutATitleIsNoTitle(_ menu: String) throws {
        let report = try readReport(
            """
            \(menu)
            根据条例规定，现公布本年度报告。如有疑问，请与云台县柳塘镇人民政府联系。现将2010年度政府信息公开工作情况报告如下。
            第二部分 主动公开政府信息的情况
            第三部分 依申请公开政府信息情况
            第四部分 依申请收费及减免情况
            本年度没有因政府信息公开引起的行政复议、行政诉讼。
            第六部分 其他需要报告的事项
            """
        )
        #expect(report.identity.kind == .report)
        #expect(report.identity.year == 2010)
    }

    @Test(arguments: ["附件1：", "附件：", "附件一：", "附件 2："])
    func aTitleMayBeThatOfAnAnnex(_ label: String) throws {
        let title = "云台县司法局2024年政府信息公开工作年度报告"
        let report = try report("\(label)\(title)\n根据条例要求，编制本报告。")
        #expect(report.identity.title == title)
        #expect(report.identity.agency == "云台县司法局")
        #expect(report.identity.year == 2024)
    }

    @Test(arguments: ["云台县司法局(2024)政府", "云台县司法局（2024）政府", "(2024)云台县司法局政府", "云台县司法局〔2024〕政府"])
    func bracketsAroundTheYearAreNoPartOfAName(_ words: String) throws {
        let report = try report("\(words)信息公开工作年度报告\n根据条例要求，编制本报告。")
        #expect(report.identity.agency == "云台县司法局")
        #expect(report.identity.year == 2024)
    }
}
