import Model
import Pipeline
import Testing

/// Titles that leave out a body's place, and signatures without a date behind them.
struct ShortTitleTests {
    private static let body = "一、总体情况\n2023年，认真落实条例，公开工作平稳。\n" + BareReport.rest

    private func agency(_ title: String, _ end: String, contact: String = "", hint: String? = nil) throws -> String? {
        let preamble = "本报告的统计期限自2023年1月1日起至2023年12月31日止。\(contact)"
        let text = "\(title)政府信息公开工作年度报告\n\(preamble)\n\(Self.body)\(end)\n"
        var source = Source(name: "report.txt")
        source.hint = hint.map { Source.Hint(agency: $0) }
        let reading = ReportReader.read(Array(text.utf8), source: source, received: "2024-01-31T09:00:00Z")
        guard case .report(let report) = reading else { return nil }
        return report.identity.agency
    }

    @Test(arguments: [
        ("教育局2023年", "云台县教育局\n2024年1月15日", "云台县教育局"),
        ("教育局2023年", "云台县教育局\n二〇二四年一月十五日", "云台县教育局"),
        ("县教育局2023年", "云台县教育局\n2024年1月15日", "云台县教育局"),
        ("柳塘镇2023年", "云台县柳塘镇人民政府\n2024年1月15日", "云台县柳塘镇人民政府"),
        ("柳塘镇人民政府2023年", "云台县柳塘镇人民政府\n2024年1月15日", "云台县柳塘镇人民政府"),
        ("桂花街道2023年", "河东区人民政府桂花街道办事处\n2024年1月15日", "河东区人民政府桂花街道办事处"),
        // Another body, or no place before the name.
        ("教育局2023年", "云台县民政局\n2024年1月15日", "教育局"),
        ("柳塘镇2023年", "柳塘镇人民政府\n2024年1月15日", "柳塘镇"),
        ("柳塘镇2023年", "云台县松岭镇人民政府\n2024年1月15日", "柳塘镇"),
        ("云台县教育局2023年", "青禾市云台县教育局\n2024年1月15日", "云台县教育局"),
    ])
    func theSignatureHasThePlaceOfAShortTitle(_ title: String, _ end: String, _ agency: String) throws {
        #expect(try self.agency(title, end) == agency)
    }

    @Test func thoseWhoAnswerQuestionsHaveThePlace() throws {
        let contact = "如有疑问，请与云台县教育局办公室联系（电话：2663008）。"
        for title in ["教育局2023年", "县教育局2023年"] {
            #expect(try agency(title, "2024年1月15日", contact: contact) == "云台县教育局")
        }
        // Two places: neither is certain.
        let end = "青禾市教育局\n2024年1月15日"
        #expect(try agency("教育局2023年", end, contact: contact) == "教育局")
    }

    @Test func whatIsSaidBesideTheTextCountsWhereItIsSilent() throws {
        #expect(try agency("教育局2023年", "", hint: "云台县教育局") == "云台县教育局")
        #expect(try agency("教育局2023年", "", hint: "云台县民政局") == "教育局")
        #expect(try agency("教育局2023年", "青禾市教育局\n2024年1月15日", hint: "云台县教育局") == "青禾市教育局")
    }

    @Test(arguments: [
        ("云台县教育局", "云台县教育局"), ("（云台县教育局）\n2024年1月15日", "云台县教育局"), ("2024年1月15日\n云台县教育局", "云台县教育局"),
        ("报送单位：云台县教育局", "云台县教育局"), ("云台县柳塘镇人民政府", "云台县柳塘镇人民政府"),
        // Whose site it is, or whom the report goes to.
        ("打印本页\n云台县人民政府办公室", nil), ("报送云台县人民政府办公室", nil), ("主办：云台县人民政府", nil), ("感谢关心我县教育", nil),
    ])
    func aLastLineThatIsABodysNameSigns(_ end: String, _ agency: String?) throws {
        #expect(try self.agency("", end) == agency)
    }

    /// Quoted, with its body behind it in brackets, or with the author's name behind 由.
    @Test(arguments: [
        ("《云台县教育局(考试院)2023年政府信息公开工作年度报告》", "云台县教育局（考试院）"), ("《云台县第一中学2023年政府信息公开工作年度报告》", "云台县第一中学"),
        ("2023年政府信息公开工作年度报告（云台县教育局）", "云台县教育局"),
        ("2023年政府信息公开工作年度报告\n根据条例规定，由云台县教育局编制2023年政府信息公开年度报告。", "云台县教育局"),
    ])
    func aTitleOfAnotherShapeNamesTheBody(_ head: String, _ agency: String) throws {
        let identity = try readReport("\(head)\n\(Self.body)").identity
        #expect(identity.agency?.replacing("(", with: "（").replacing(")", with: "）") == agency)
        #expect(identity.title.map { !$0.contains("《") } == true)
        #expect(identity.year == 2023)
    }

    /// A notice on how the reports were published is none.
    @Test func aNoticeOnReportsIsNoReport() {
        let text = "关于2023年政府信息公开工作年度报告发布情况的通报\n一、总体情况\n已发布57家。\n二、存在的主要问题\n请认真整改。\n云台县政府办公室\n2024年2月20日\n"
        let reading = ReportReader.read(
            Array(text.utf8),
            source: Source(name: "a.txt"),
            received: "2024-03-01T09:00:00Z"
        )
        guard case .rejected(let rejection) = reading else { return #expect(Bool(false), "read") }
        #expect(rejection.code == .notAReport)
    }

    /// The head of an office's paper is no part of the title below it.
    @Test(arguments: ["长岭县人民政府文件\n\n", "长岭县人民政府办公室文件\n长政办〔2024〕3号\n", "中共长岭县委办公室文件\n"])
    func aLetterheadAboveTheTitle(head: String) throws {
        let text = head + "长岭县教育局2023年\n政府信息公开工作年度报告\n" + Self.body
        let report = try readReport(text)
        #expect(report.identity.agency == "长岭县教育局")
        #expect(report.identity.title == "长岭县教育局2023年政府信息公开工作年度报告")
    }
}
