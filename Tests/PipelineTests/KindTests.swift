import Model
import Pipeline
import Testing

/// What is a report, and what only has the words of one.
struct KindTests {
    private func isReport(_ text: String) -> Bool { (try? readReport(text)) != nil }

    private static let paragraphs = """
        2018年，我局认真落实条例，做好政府信息公开工作，成效明显。
        一、围绕重点，着力公开。惠民活动信息公开及时，回应群众关切。
        二、加强查阅场所建设。依托文化馆设立查阅点，利用多种形式公开信息。
        下一年，我局要加大力度，完善制度，开展检查。
        云台县文化局
        2019年3月8日
        """

    /// The worst reports have none of the parts, and are judged as what they call themselves.
    @Test func aTextThatIsTitledAsAReportIsOneWithoutAnyPart() throws {
        let report = try readReport("云台县文化局2018年度政府信息公开工作报告\n来源： 发布时间：2019-03-08\n\(Self.paragraphs)")
        #expect(report.identity.kind == .report)
        #expect(report.findings.count { $0.rule == "section.missing" && $0.severity == .error } == 5)
    }

    /// Words of news and notices that stand in reports, too.
    @Test func aDayBeforeWhichSomethingIsDoneIsNoNews() throws {
        let text = "云台县文化局2018年度政府信息公开工作报告\n\(Self.paragraphs)"
            .replacing("开展检查。", with: "于3月31日前组织各科室开展检查，做好答记者问。")
        #expect(isReport(text))
    }

    @Test(arguments: [
        // A page that links to its report, a news item, and a notice.
        "云台县文化局2018年度政府信息公开工作报告\n发布时间：2019-03-08\n附件：云台县文化局2018年度政府信息公开工作报告.doc",
        "云台县文化局2018年度政府信息公开工作报告\n近日，云台县文化局公布了报告。\n\(paragraphs)",
        "云台县文化局2018年度政府信息公开工作报告发布\n\(paragraphs)",
        "关于编制云台县2018年度政府信息公开工作报告的通知\n\(paragraphs)",
        "云台县文化局2018年文化工作报告\n\(paragraphs)",
        // A collection that somebody sells.
        "2018年政务公开工作总结汇编（12篇）\n2018年云台县文化局政务公开工作总结\n一、主动公开政府信息情况\n全年公开信息38条。\n\(paragraphs)",
    ])
    func whatIsNoReportIsRefused(_ text: String) { #expect(!isReport(text)) }

    private static let explanation = """
        《云台县石桥镇人民政府2023年政府信息公开工作年度报告》已经编制完成并公开，为方便群众看懂，现就年报内容进行如下解读。
        一、编制背景
        政府信息公开工作年度报告是条例确立的制度。石桥镇编制了《云台县石桥镇人民政府2023年政府信息公开工作年度报告》。
        二、编制依据
        《中华人民共和国政府信息公开条例》。
        三、主要内容
        报告全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议、提起行政诉讼情况、存在的主要问题及改进情况。
        四、统计期限
        本年度报告中所列数据统计期限从2023年1月1日到2023年12月31日止。
        """

    @Test func anExplanationOfAReportIsNone() throws {
        #expect(!isReport(Self.explanation))
        // The report itself, with an explanation of one of its figures.
        let report = "云台县石桥镇人民政府2023年政府信息公开工作年度报告\n\(Self.sixParts)\n现就年报内容进行如下解读。"
        #expect(try readReport(report).identity.kind == .report)
    }

    /// Where a page's headings are pictures, the parts are told by their matter.
    @Test func aReportWithoutHeadingsIsOneByWhatItSaysOfItself() throws {
        let text = """
            根据条例规定，特编制2017年松岭乡信息公开工作年度报告，并向社会公布。本报告由概述、主动公开政府信息情况、依申请公开情况、收费情况、行政复议和行政诉讼情况、存在的主要问题及改进情况等组成。统计期限从2017年1月1日至2017年12月31日止。
            2017年，松岭乡政府重视政府信息公开工作，按照要求进行公开。
            2017年，主动公开政府信息累计38条，其中网站公开20条、公开栏18条。
            2017年度，我乡未收到政府信息公开申请。
            2017年度，我乡未因政府信息公开被申请行政复议、提起行政诉讼。
            2017年度，我乡依申请提供信息未收取费用。
            存在的主要问题：一是公开内容不够全面；二是公开不够及时。
            """
        let report = try readReport(text)
        #expect(report.identity.year == 2017)
        #expect(!report.findings.contains { $0.severity == .error })
    }

    private static let sixParts = """
        一、总体情况
        全年主动公开信息38条，收到政府信息公开申请2件，均按时答复。
        二、主动公开政府信息情况
        三、收到和处理政府信息公开申请情况
        四、政府信息公开行政复议、行政诉讼情况
        五、存在的主要问题及改进情况
        一是更新不及时。
        六、其他需要报告的事项
        无。
        """

    @Test func allSixPartsWithoutBodyYearAndTablesAreAReport() throws {
        let report = try readReport("依据条例第五十条规定，编制本报告。\n\(Self.sixParts)")
        #expect(report.identity.kind == .report)
        #expect(report.identity.year == nil)
    }

    @Test(arguments: ["", "发布时间：2024-01-31\n", "时间：2023-01-31\n"])
    func aDateLineSaysNothingAgainstAReport(_ line: String) throws {
        let text = """
            一、总体情况
            2023年，我委切实履行各项职责。
            （一）主动公开政府信息情况。全年更新公开目录462条，其中解读27条。
            （二）依申请公开办理情况。全年共受理政府信息公开申请8件，办结8件。
            （三）提升质量。制发文件6个。
            """
        #expect(try readReport(line + text).identity.kind == .report)
    }

    @Test func aRuleOnReportsIsNone() {
        let text = """
            第一条 各科室应于每年12月底前报送政府信息公开年度报告。
            第二条 报告的内容：
            （一）主动公开政府信息的情况
            1.本科室全年主动公开的工作、措施等；
            2.主动公开信息总数，各分类信息数。
            （二）政府信息依申请公开情况
            1.年度内受理政府信息公开申请件数；
            2.年度内不予受理政府信息公开申请的件数。
            （三）依申请公开收费及减免情况
            1.年度内收取的费用总数；
            2.年度内是否存在违规收费情况。
            （四）申请复议、提起行政诉讼情况
            1.年度内被行政复议的件数，其中包括：
            """
        #expect(!isReport(text))
    }

    @Test func aBooksContentsAreNoReport() {
        let text = """
            一 评估概况 2
            2.依申请公开 27
            2.注重政策主动解读工作，及时回应关切 34
            （二）政府信息公开存在的主要问题 36
            4.应公开尽公开、应上网尽上网工作落实不到位 38
            7.答复申请的随意性仍较大，复议诉讼隐患多 39
            三 各板块的评估结果 40
            """
        #expect(!isReport(text))
    }

    /// Its own parts and its own year: nothing of the Regulation's form is asked of it.
    @Test(arguments: [
        "青禾职业学院2020-2021学年信息公开工作年度报告\n根据《关于做好2021年高校信息公开年度报告工作的通知》编制本报告。",
        "根据《高等学校信息公开办法》编制2021年信息公开年度报告，统计期限为2020-2021学年。",
    ])
    func aSchoolYearIsNotJudgedByTheForm(_ head: String) throws {
        let text = head + "\n一、概述\n学院重视信息公开。\n二、主动公开情况\n全年发布信息1200条。\n三、依申请公开情况\n没有收到申请。\n"
        let rules = Set(try readReport(text).findings.map(\.rule))
        #expect(rules.isDisjoint(with: ["section.missing", "form.outdated", "identity.year"]))
    }

    /// A title of two lines is all of the text, or its end.
    @Test(arguments: ["", "首页\n", "政务公开\n首页\n"])
    func aTitleOfTwoLinesAtTheEnd(before: String) {
        let report = try? readReport(before + "青禾市审计局2023年政府信息公开\n工作年度报告")
        #expect(report == nil || report?.identity.kind == .notAReport)
    }

    /// A heading that stands within another, and a table that begins within one.
    @Test func headingsThatOverlap() {
        let report = try? readReport("# 一、概述\n## 概述 一、\t\t\t附表\n", name: "a.md")
        #expect(report == nil || report?.identity.kind == .notAReport)
    }
}
