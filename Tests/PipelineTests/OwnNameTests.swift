import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Reports without a title, or with less of one: whose they are, and of which year, stands in their sentences.
struct OwnNameTests {
    struct Beginning: Sendable, CustomTestStringConvertible {
        var text: String
        var agency: String?
        var year: Int? = 2023
        var testDescription: String { text }
    }

    private static let period = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"

    static let beginnings: [Beginning] = [
        Beginning(text: "根据条例要求，青禾市河东区桂花街道特编制2023年政府信息公开年度报告。", agency: "青禾市河东区桂花街道"),
        Beginning(text: "我乡编制了云台县松岭乡人民政府2023年政府信息公开工作年度报告。\(period)", agency: "云台县松岭乡人民政府"),
        Beginning(text: "现公布2023年云台县柳塘镇人民政府信息公开工作年度报告。\(period)", agency: "云台县柳塘镇人民政府"),
        Beginning(text: "现向社会公布2023年度云台县民政局信息公开年度报告。", agency: "云台县民政局"),
        Beginning(text: "现特向社会公布松岭乡2023年度政府信息公开年度报告。", agency: "松岭乡"),
        Beginning(text: "特向社会公布2023年度政府信息公开年度报告。", agency: nil),
        Beginning(text: "特向社会公布国家税务总局青禾市税务局（以下简称“市税务局”）2023年政府信息公开工作年度报告。", agency: "国家税务总局青禾市税务局"),
        Beginning(text: "本报告由青禾市人民政府信息公开工作领导小组办公室根据条例要求编制。\(period)", agency: "青禾市人民政府"),
        Beginning(text: "\(period)如有疑问，请联系：青禾市河东区人民政府桂花街道办事处；电话：2663008。", agency: "青禾市河东区人民政府桂花街道办事处"),
        Beginning(text: "\(period)如有疑问，请与柳塘镇党政办公室联系（电话：2663008）。", agency: "柳塘镇"),
        Beginning(text: "\(period)如有疑问，请与青禾市政府办公室政府信息公开领导小组办公室联系。", agency: "青禾市政府办公室"),
        Beginning(text: "\(period)2023年度桂花街道共收到各类来信。", agency: "桂花街道"),
        Beginning(text: "\(period)《云台县人民政府办公厅关于2023年政务公开重点工作安排的通知》已经落实。", agency: nil),
        Beginning(text: "\(period)2023年，在市委、市政府的领导下，青禾市水务局认真贯彻条例。", agency: "青禾市水务局"),
        Beginning(text: "\(period)2023年，松岭乡积极推进公开。松岭乡设公开栏3处。", agency: "松岭乡"),
        Beginning(text: "\(period)2023年，全体干部认真学习条例。", agency: nil),
        Beginning(text: "我局编制了2023年政府信息公开年度报告。统计期限自2022年1月1日起至2022年12月31日止。\n2023年，我局落实条例。", agency: nil),
        Beginning(text: "2023年度信息公开工作年度报告\n云台县司法局\n（2024年1月30日）\n\(period)", agency: "云台县司法局"),
        Beginning(text: "信息来源：柳塘镇人民政府\n\(period)", agency: "柳塘镇人民政府"),
        Beginning(text: "\(period)如有疑问，请与秘书处联系。", agency: nil),
        Beginning(text: "本报告由云台县人民政府办公室汇总编制。\(period)", agency: "云台县人民政府"),
        Beginning(text: "云台县司法局（县行政复议局）根据条例等规定编制本报告。\(period)", agency: "云台县司法局"),
        Beginning(text: "根据条例和上级安排，云台县审计局编制完成本报告。\(period)", agency: "云台县审计局"),
        Beginning(text: "根据条例规定编制本报告。\(period)", agency: nil),
        Beginning(text: "现将2023年我区信息公开情况报告如下：", agency: nil),
        Beginning(text: "\(period)2023年，市水务局认真落实条例。\n单位：青禾市水务局 2023年度", agency: "青禾市水务局"),
        Beginning(text: "\(period)2023年，市水务局认真落实条例。根据市水务局的安排公开信息。", agency: "市水务局"),
        Beginning(text: "\(period)如有疑问，请与青禾市水务局（地址：水东路1号；电话：2663008）联系。", agency: "青禾市水务局"),
        Beginning(text: "\(period)如有疑问，请与青禾市信息公开办公室联系。", agency: "青禾市人民政府"),
        Beginning(text: "\(period)2023年，云台县审计局在网站公开信息12条。", agency: "云台县审计局"),
        Beginning(text: "云台县人民政府信息公开办公室汇总全县情况编制而成本报告。\(period)", agency: "云台县人民政府"),
        Beginning(text: "法定主动公开内容\n政府信息公开年报\n\(period)", agency: nil),
        Beginning(text: "文号：\n2023年政府信息公开工作年度报告\n\(period)", agency: nil),
        Beginning(text: "发布机构 | 市水务局 | 文号 | |\n2023年政府信息公开工作年度报告\n\(period)", agency: "市水务局"),
        Beginning(text: "政府信息公开年报\n发布机构\n市政府办\n现公布青禾市人民政府2023年政府信息公开工作年度报告。", agency: "青禾市人民政府"),
        Beginning(text: "\(period)我镇进一步健全完善柳塘镇信息公开工作机制。", agency: "柳塘镇"),
        Beginning(text: "\(period)我镇指导柳塘镇、松岭乡做好信息公开工作。", agency: nil),
        Beginning(text: "我镇认真落实条例。\n2023年度我镇未收到任何形式的申请。", agency: nil),
        Beginning(text: "根据条例要求，国家税务总局青禾市税务局向社会公布本单位2023年政府信息公开工作年度报告。", agency: "国家税务总局青禾市税务局"),
        Beginning(text: "2023年，青禾高新区管委会城市管理局有序推进公开，现公布2023年度本级政府信息公开年度报告。", agency: "青禾高新区管委会城市管理局"),
        Beginning(text: "2023年，在区政务公开主管部门的引领下，松岭街道办事处按时、保质地完成任务，现将工作情况报告如下：", agency: "松岭街道办事处"),
        Beginning(text: "\(period)2023年，青禾市财政局共主动公开信息48条。", agency: "青禾市财政局"),
    ]

    private func read(_ beginning: String) throws -> Report {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2023, seed: 7)
        let body = try #require(truth.text(.cellLines).split(separator: "二、主动公开政府信息情况", maxSplits: 1).last)
        // Neither the first part nor the signature says anything.
        let unsigned = body.split(separator: "六、其他需要报告的事项")[0]
        let text = beginning + "\n一、总体情况\n公开工作平稳。\n二、主动公开政府信息情况" + unsigned + "六、其他需要报告的事项\n无。\n"
        return try readReport(text)
    }

    @Test(arguments: beginnings)
    func theSentencesTellWhoseReportItIs(_ beginning: Beginning) throws {
        let identity = try read(beginning.text).identity
        #expect(identity.agency == beginning.agency)
        #expect(identity.year == beginning.year)
    }

    @Test func aPeriodOfTheYearBeforeIsFound() throws {
        let report = try read(
            "我局编制了2023年政府信息公开年度报告。统计期限自2022年1月1日起至2022年12月31日止。\n2023年，我局落实条例。"
        )
        #expect(report.findings.contains { $0.rule == "identity.year" && $0.severity == .warning })
    }

    private func kind(_ text: String) -> Identity.Kind {
        (try? readReport(text))?.identity.kind ?? .notAReport
    }

    private static let body = """
        一、主动公开情况
        （一）政务微信信息发布情况
        2016年，公开信息12条。
        二、依申请公开和不予公开情况
        2016年，未收到申请。
        三、收费及减免情况
        2016年，未收取费用。
        四、申请行政复议和提起行政诉讼情况
        2016年，未发生。
        """

    /// A heading near the beginning, or a word of a menu, is no title of something else.
    @Test(arguments: ["", "- 政策解读\n- 公开指南\n", "政府信息公开指南\n政府信息公开制度\n"])
    func aHeadingOrAMenuMakesNoNotice(_ menu: String) {
        let preamble = "现公布2016年度政府信息公开年度报告。本报告所列数据的统计期限自2016年1月1日起至12月31日止。\n"
        #expect(kind(menu + preamble + Self.body) == .report)
        #expect(kind("关于编制2016年度政府信息公开年度报告的通知\n" + Self.body) == .notAReport)
    }

    /// Parts that every report has make no report on disclosure, and the word of a menu makes no title of another report's.
    @Test(arguments: ["云台县民政局2014年部门决算\n", "2014年工作情况\n", "政务公开\n云台县人民政府2014年法治政府建设情况报告\n"])
    func partsThatEveryReportHasMakeNoReport(_ title: String) {
        let parts = "一、部门概况\n2014年，我局依法履职。\n二、存在的主要问题\n力量不足，今后加强。\n三、其他需要说明的事项\n无。\n"
        #expect(kind(title + parts) == .notAReport)
        #expect(kind("云台县民政局2014年政府信息公开工作年度报告\n" + parts) == .report)
    }

    @Test(arguments: ["2022年上半年政府信息公开数据统计", "2022年四季度政务公开工作自查报告"])
    func whatIsOfAPartOfTheYearIsNoReport(_ title: String) {
        let body =
            "\n一、主动公开情况\n公开12条。\n二、依申请公开情况\n2022年上半年，受理政府信息公开申请26件，答复26件。\n"
            + "三、政府信息公开相关行政复议、诉讼情况\n2022年上半年，发生行政诉讼2件。\n"
        #expect(kind(title + body) == .notAReport)
    }

    @Test func aLetterThatBringsAReportIsNotItsTitle() throws {
        let letter = "云台县司法局关于报送2023年政府信息公开工作年度报告的函\n县政府办公室：\n现报送我局年度报告。\n"
        let report = try read(letter + "云台县司法局2023年政府信息公开工作年度报告\n" + Self.period)
        #expect(report.identity.agency == "云台县司法局")
        #expect(report.identity.title == "云台县司法局2023年政府信息公开工作年度报告")
    }

    /// What is left of a page that was cut off behind its first part.
    @Test func theBeginningOfAReportIsOne() {
        let preamble = "现公布云台县司法局2016年政府信息公开工作年度报告。本报告所列数据的统计期限自2016年1月1日起至12月31日止。\n"
        #expect(kind(preamble + "一、概述\n2016年，我局认真落实条例。\n") == .report)
        #expect(kind("一、概述\n2016年，我局认真落实条例。\n") == .notAReport)
    }

    @Test func thePartsThatTheFirstSentenceListsAreNoHeadings() throws {
        let parts = "一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况，四、政府信息公开行政复议、行政诉讼情况，五、存在的主要问题及改进措施，六、其他需要报告的事项。"
        let report = try read("云台县司法局2023年政府信息公开工作年度报告\n本报告分为六个部分：" + parts + Self.period)
        #expect(report.sections.compactMap(\.id).count == 6)
        #expect(report.sections.allSatisfy { $0.line > 2 })
        #expect(!report.unverified.contains { $0.rule == "identity.year" })
    }

    @Test func headingsInOtherWordsOfATextWithoutLineEndsAreHeadings() throws {
        let text =
            "云台县柳塘镇2016年政府信息公开年度报告 一、概述 2016年，我镇落实条例。 二、政府信息主动公开情况 (一)公开信息25条。 "
            + "三、回应解读情况 回应热点2次。 四、依申请公开受理情况 未收到申请。 五、复议和诉讼情况 2016年未发生。"
        let report = try readReport(text)
        #expect(report.sections.map(\.id) == ["overview", "proactive", nil, "applications", "disputes"])
    }

    /// A table of a content system above the report has labels of its own.
    @Test func theLabelOfATableIsNoBody() throws {
        let table = "索引号 | 0144/2024 | 分类 | 政府信息公开年报 综合政务 其他 |\n发布机构 | 市政府办 |\n"
        let report = try read(table + "现公布青禾市人民政府2023年政府信息公开工作年度报告。" + Self.period)
        #expect(report.identity.agency == "青禾市人民政府")
    }

    /// The year after the report's is the only one that such a text names.
    @Test func theYearOfAPlanIsNotTheReports() throws {
        let text = """
            青禾县水务局政府信息公开工作年度报告
            一、总体情况
            我局主动公开信息30条。
            三、收到和处理政府信息公开申请情况
            全年未收到政府信息公开申请。
            五、存在的主要问题及改进情况
            培训不足。2024年，我局将进一步加强培训。
            """
        #expect(try readReport(text).identity.year == nil)
        let told = text.replacing("我局主动公开", with: "2023年我局主动公开").replacing("2024年，我局将", with: "我局将")
        #expect(try readReport(told).identity.year == 2023)
    }
}
