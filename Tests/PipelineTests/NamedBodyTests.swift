import Model
import Testing

/// Whose a report without a title is, where sentences name a body beside a verb, an office, a unit or a short form of it.
struct NamedBodyTests {
    private static let period = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"

    private func agency(_ preamble: String, _ overview: String = "公开工作平稳。") throws -> String? {
        let text = """
            \(preamble)\(Self.period)
            一、总体情况
            \(overview)
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况
            五、存在的主要问题及改进情况
            培训不够，下一步加强培训。
            六、其他需要报告的事项
            无。
            """
        return try readReport(text).identity.agency
    }

    @Test func aVerbIsNoPartOfTheName() throws {
        #expect(try agency("", "按期完成桂花街道2023年政府信息公开年度报告，并向社会公布。") == "桂花街道")
        #expect(try agency("结合云台县2023年政府信息公开工作情况，编制年度报告。") == "云台县")
        #expect(try agency("及时做好2023年政府信息公开年度报告编制工作。") == nil)
    }

    @Test func theYearMayStandBehindTheMatter() throws {
        #expect(try agency("现公开河东区桂花街道政府信息公开2023年度工作报告。") == "河东区桂花街道")
    }

    @Test(arguments: [
        ("请与云台县财政局信息中心联系", "云台县财政局"),
        ("请与云台县人民政府信息中心联系", "云台县人民政府"),
        ("请与国家税务总局青禾市税务局政务公开办公室联系", "国家税务总局青禾市税务局"),
        ("请与青禾市卫生健康委信息公开领导小组办公室联系", "青禾市卫生健康委"),
        ("请与青禾市卫生健康委员会办公室联系", "青禾市卫生健康委员会"),
        ("请与云台县政务服务中心联系", "云台县政务服务中心"),
        ("请与区政府信息公开联席会议办公室联系", nil),
        ("请与云台县民政局（地址：水东路1号，联系电话：2663008）", "云台县民政局"),
    ])
    func aUnitAnswersForItsBody(_ contact: String, _ agency: String?) throws {
        #expect(try self.agency("如有疑问，\(contact)。") == agency)
    }

    @Test(arguments: [
        ("根据条例要求，云台县松岭乡人民政府编制了本报告。如有疑问，请与松岭乡党政办公室联系。", "云台县松岭乡人民政府"),
        ("本报告由云台县人民政府办公室组织编制。", "云台县人民政府办公室"),
        ("结合国家税务总局青禾市税务局（以下简称“市税务局”）政府信息公开工作有关统计数据撰写。", "国家税务总局青禾市税务局"),
        ("结合区委区政府政务公开工作情况编制。如有疑问，来电2663008。", nil),
        ("结合青禾市财政局政务公开工作要求编制。", nil),
        ("结合青禾市财政局2023年政府信息公开工作实际编制。", "青禾市财政局"),
        ("落实青禾市2023年政府信息公开工作情况通报。", nil),
        ("如有疑问，请与青禾银行云台县支行办公室联系。", "青禾银行云台县支行"),
        ("本报告由青禾市河东区青禾市河东区审计局编制。", "青禾市河东区审计局"),
    ])
    func whoWroteItIsTold(_ sentence: String, _ agency: String?) throws {
        #expect(try self.agency(sentence) == agency)
    }

    /// The short form stands nearest to the year, the name with its place elsewhere.
    @Test(arguments: [
        ("根据条例，云台县教育局编制了县教育局2023年政府信息公开工作年度报告。", "云台县教育局"),
        ("现将区审计局2023年政务公开工作情况报告如下。本报告由青禾市河东区审计局编制，如有疑问，请与青禾市河东区审计局联系。", "青禾市河东区审计局"),
        ("现将县审计局2023年政务公开工作情况报告如下。请与云台县审计局或请与松岭县审计局联系。", "县审计局"),
    ])
    func aShortFormIsMadeWhole(_ sentence: String, _ agency: String) throws {
        #expect(try self.agency(sentence) == agency)
    }

    @Test(arguments: [
        ("2023年柳塘镇政府严格落实条例。", "柳塘镇政府"),
        ("2023年，各乡镇政府严格落实条例。", nil),
        ("2023年，桂花街道在区委的领导下落实条例。桂花街道设公开栏3处。", "桂花街道"),
        ("2023年，桂花街道在区委的领导下落实条例。", nil),
        ("2023年，桂花街道在区委的领导下落实条例。我街道设公开栏3处。", "桂花街道"),
        ("2023年柳塘镇严格落实条例，由镇党政办具体负责。", "柳塘镇"),
        ("2023年柳塘镇严格落实条例，各镇党政办具体负责。", nil),
        ("2023年度柳塘镇严格落实条例，我镇设公开栏3处。", "柳塘镇"),
        ("2023年，青禾银行云台县支行主动公开信息3条。", "青禾银行云台县支行"),
    ])
    func aSentenceHasItsActor(_ sentence: String, _ agency: String?) throws {
        #expect(try self.agency("", sentence) == agency)
    }

    private static let gathered = "综合2023年度青禾市各县（市、区）政府和市级各部门的政府信息公开年度报告编制而成。"

    /// The office only puts together what all bodies of the place reported.
    @Test(arguments: [
        ("\(gathered)请与青禾市政府办公室联系。", "青禾市政府"),
        ("青禾市人民政府\n\(gathered)请与青禾市政府办公室联系。", "青禾市人民政府"),
        ("本报告由青禾市人民政府办公厅\(gathered)", "青禾市人民政府"),
        ("请与青禾市政府办公室联系。", "青禾市政府办公室"),
        ("\(gathered)请与青禾市民政局联系。", "青禾市民政局"),
    ])
    func theReportOfAllBodiesIsTheGovernments(_ preamble: String, _ agency: String) throws {
        #expect(try self.agency(preamble, "我市公开工作平稳。") == agency)
    }

    /// Whoever wrote it, it tells what the county did.
    @Test func anOfficeThatTellsOfItsPlaceWritesForTheGovernment() throws {
        let contact = "本报告由云台县人民政府办公室组织编制。"
        #expect(try agency(contact, "2023年，云台县通过网站公开信息9条。") == "云台县人民政府")
        #expect(try agency(contact, "2023年，云台县政府办公室坚持公开。") == "云台县人民政府办公室")
        #expect(try agency(contact, "2023年，云台县人民政府办公室自觉履行职责。") == "云台县人民政府办公室")
    }

    @Test func anOfficeWithoutAPlaceIsThatOfTheGovernmentThatActs() throws {
        let contact = "请与区政府办公室联系。"
        #expect(try agency(contact, "2023年，河东区人民政府认真落实条例。") == "河东区人民政府")
        #expect(try agency(contact, "2023年，云台县人民政府认真落实条例。") == nil)
    }

    /// A bureau for services to the public keeps the matter for the whole place.
    @Test(arguments: [
        ("请与青禾市政务服务和大数据管理局联系。", "2023年，我市公开工作平稳。", "青禾市人民政府"),
        ("请与市政务服务和大数据管理局联系。", "2023年，青禾市坚持公开。数据来自全市各单位。", "青禾市人民政府"),
        ("请与青禾市政务服务局联系。", "2023年，青禾市政务服务局推进全市公开。", "青禾市政务服务局"),
        ("请与青禾市政务服务局联系。", "2023年，推进全市公开。", "青禾市政务服务局"),
        ("请与青禾市政务服务和大数据管理局联系。", "2023年，我局公开工作平稳，全市第一。", "青禾市政务服务和大数据管理局"),
    ])
    func aBureauForServicesAnswersForItsPlace(_ contact: String, _ overview: String, _ agency: String) throws {
        #expect(try self.agency(contact, overview) == agency)
    }
}
