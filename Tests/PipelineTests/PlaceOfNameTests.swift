import Model
import Testing

/// Names that a text gives without their place, or with what stands before them on the page.
struct PlaceOfNameTests {
    private static let body = "一、总体情况\n2023年，认真落实条例，公开工作平稳。\n" + BareReport.rest

    private func identity(_ text: String) throws -> Identity { try readReport(text + "\n" + Self.body).identity }

    @Test func theTextNamesThePlaceOfADepartment() throws {
        let title = "公安局2023年政府信息公开工作年度报告\n"
        #expect(try identity(title + "2023年，云台县公安局认真落实条例。").agency == "云台县公安局")
        #expect(try identity(title + "2023年云台县公安局在县公安局党委的领导下工作。").agency == "云台县公安局")
        // The body above it, and two places.
        #expect(try identity(title + "2023年，青禾市公安局对我局进行考核。").agency == "公安局")
        #expect(try identity(title + "2023年，云台县公安局、松岭县公安局认真落实条例。").agency == "公安局")
    }

    @Test func aCommissionIsCalledForShort() throws {
        let text = "2023年卫生健康委员会政府信息公开工作年度报告\n如有疑问，请与青禾市卫生健康委办公室联系（电话：2663008）。"
        #expect(try identity(text).agency == "青禾市卫生健康委员会")
    }

    /// 内容涵盖…2023年1月1日至12月31日: the period, and no signature.
    @Test func aPeriodSignsNothing() throws {
        let period = "内容涵盖县农业农村局2023年1月1日至12月31日期间的政府信息公开工作情况。"
        let identity = try identity("本报告由云台县农业农村局编制的2023年政府信息公开年度报告。\(period)")
        #expect(identity.agency == "云台县农业农村局")
        #expect(identity.published == nil)
    }

    @Test func whatStandsBeforeTheNameInALineIsNoPartOfIt() throws {
        let start = "当前位置：首页> 政务公开> 最新文件青禾市审计局2023年政府信息公开工作年度报告发布日期: 2024-01-30"
        let text = start + "来源：青禾市审计局　本年度报告由总体情况等六部分组成，统计期限自2023年1月1日起至12月31日止。"
        #expect(try identity(text).agency == "青禾市审计局")
    }

    @Test func aDateStandsBehindItsBracketedLabel() throws {
        let head = "[ 成文日期 ] 2024-01-18 [ 发布日期 ] 2024-01-20\n云台县司法局2023年政府信息公开工作年度报告"
        #expect(try identity(head).published == "2024-01-20")
    }

    @Test func theYearMayStandBehindTheMatter() throws {
        #expect(try identity("现公布青禾市水务局政府信息公开工作2023年度报告。").agency == "青禾市水务局")
    }

    /// 政府資訊公開, as gates in traditional characters have it.
    @Test func otherWordsForInformation() throws {
        let text = """
            海南海事局2023年政府資訊公開工作年度報告
            一、總體情況
            2023年，我局主動公開政府資訊1740條。
            二、主動公開政府資訊情況
            三、收到和處理政府資訊公開申請情況
            四、政府資訊公開行政復議、行政訴訟情況
            五、存在的主要問題及改進情況
            """
        let report = try readReport(text)
        #expect(report.identity.title == "海南海事局2023年政府資訊公開工作年度報告")
        #expect(report.claims.contains { $0.key == "disclosed" && $0.value == Quantity(1740) })
    }

    @Test(arguments: [
        "青禾市人民政府外事办公室编制形成本年度报告。统计时段为2023年1月1日至2023年12月31日。",
        "2023年政府信息公开工作年度报告\n——青禾市人民政府外事办公室",
    ])
    func whoWroteTheReport(_ start: String) throws {
        #expect(try identity(start).agency == "青禾市人民政府外事办公室")
    }

    /// What stood where a byte was lost is not known: the signature has the whole name.
    @Test func aDamagedNameIsNoName() throws {
        let title = "青禾\u{FFFD}审计局2023年政府信息公开工作年度报告\n"
        #expect(try readReport(title + Self.body + "\n青禾市审计局\n2024年1月20日\n").identity.agency == "青禾市审计局")
        #expect(try identity(title).agency == nil)
    }
}
