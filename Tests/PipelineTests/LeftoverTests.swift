import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// What was left over of another year's report or of a template, through the whole reader, and what only looks so.
struct LeftoverTests {
    private func found(
        _ rule: String,
        in section: String,
        _ paragraphs: [String],
        preamble: [String]? = nil,
        title: String? = nil
    ) throws -> [Finding] {
        let form = try #require(FormCatalog.form("2021"))
        var truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: 5)
        let index = try #require(truth.sections.firstIndex { $0.id == section })
        truth.sections[index].paragraphs = paragraphs
        if let preamble { truth.preamble = preamble }
        if let title { truth.title = title }
        let source = Source(name: "a.md")
        let bytes = Array(truth.text(.markdown).utf8)
        guard case .report(let report) = ReportReader.read(bytes, source: source, received: "2024-01-31T09:00:00Z")
        else {
            Issue.record("no report")
            return []
        }
        return report.findings.filter { $0.rule == rule }
    }

    private func overview(_ rule: String, _ paragraphs: [String]) throws -> [String?] {
        try found(rule, in: "overview", paragraphs).map(\.places.first?.path)
    }

    // MARK: Another year

    @Test(arguments: ["2023年1月1日至2022年12月31日", "2022年1月1日起至2023年12月31日止", "2023年1月1日至2024年12月31日"])
    func aPeriodThatIsNoYear(_ period: String) throws {
        let preamble = ["本报告根据条例编制。本报告所列数据的统计期限为\(period)。"]
        let found = try found("identity.year", in: "other", ["无。"], preamble: preamble)
        #expect(found.map(\.places.first?.path) == ["identity.year"])
        #expect(found.first?.severity == .error)
    }

    @Test(arguments: [
        "统计期限为2023年1月1日至12月31日。",
        "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。2022年1月1日至2023年12月31日，统计数据有两处调整。",
        "本报告统计数据自2023年1月1日至2023年12月31日。规划的期限为2021年1月1日至2025年12月31日。",
        "本报告所列数据除累计数自2022年1月1日至2023年12月31日外，均为2023年数据。",
    ])
    func aPeriodBesideTheReports(_ sentence: String) throws {
        #expect(try found("identity.year", in: "other", ["无。"], preamble: [sentence]).isEmpty)
    }

    @Test(arguments: [
        ["2022年，我局认真贯彻落实条例，扎实推进各项工作。", "（一）主动公开。规范栏目设置。", "（二）依申请公开。2023年，我局共收到申请若干件。"],
        ["2022年，县教育局坚持以人民为中心，不断提高透明度。", "（一）主动公开。2023年更新栏目6个。"],
        ["2023年，我局把公开放在前面。", "（一）主动公开。2022年，我局制发行政规范性文件6件，废止2件。"],
        ["2023年，我局把公开放在前面。", "（一）主动公开。2022年，我局作出行政处罚决定87件。"],
        ["2023年，我局把公开放在前面。", "（一）主动公开。2022年度共办理行政许可1234件。"],
    ])
    func aStatementOfAnotherYear(_ paragraphs: [String]) throws {
        #expect(try overview("identity.year", paragraphs) == ["sections.overview"])
    }

    @Test(arguments: [
        "2022年，我局制发行政规范性文件5件，2023年制发6件。", "2022年，我局制发行政规范性文件8件。今年制发6件。", "同比减少25%。2022年，我局制发行政规范性文件8件。",
        "2022年制发的行政规范性文件6件已经清理。", "2022年12月，我局印发行政规范性文件2件。", "截至2022年底，现行有效行政规范性文件30件。",
        "2024年，我局将制发行政规范性文件8件。", "2022年度部门决算已公开。", "自2008年条例施行以来，制发规范性文件60件。",
        "2022年，我局作出行政处罚决定90件。全年作出行政处罚决定87件。", "2021年以来，我局作出行政处罚决定16件。",
        "2022年度考核结果为优秀。", "与2022年相比，行政许可增加6件。",
    ])
    func anotherYearWithAReason(_ sentence: String) throws {
        #expect(try overview("identity.year", ["2023年，我局把公开放在前面。", "（一）主动公开。" + sentence]) == [])
    }

    @Test(arguments: [
        "2022年，我局认真贯彻条例，位列第一。2023年，我局继续加强公开。", "2022年度政务公开考核指出问题，我局认真整改。2023年更新栏目。",
        "2022年10月以来，我局认真贯彻条例。2023年更新栏目。",
    ])
    func anOpeningWithTheYearBefore(_ sentence: String) throws {
        #expect(try overview("identity.year", [sentence]) == [])
    }

    @Test(arguments: [
        "2022年度年报显示，当年收到政府信息公开申请40件。", "2021年共收到政府信息公开申请35件，2022年共收到40件。", "2022年年度报告载明，收到申请40件，办结38件。",
    ])
    func aLookBack(_ sentence: String) throws {
        #expect(try found("identity.year", in: "applications", [sentence]).isEmpty)
    }

    @Test func anotherYearsStatementOfApplications() throws {
        #expect(try found("identity.year", in: "applications", ["2022年，我局共收到政府信息公开申请40件，办结38件。"]).count == 1)
    }

    // MARK: A template

    @Test(arguments: [
        "通过网站公开信息X条。", "全年培训X次，参训约X人次。", "如有疑问，请与局办公室联系（电话：××××-×××××××）。", "（请根据实际情况填写）",
        "202×年，公开信息12条。", "201X年，公开信息12条。", "规范栏目设置。（按本单位实际情况描述）", "【填写说明：与表格一致】",
    ])
    func aBlankOfATemplate(_ sentence: String) throws {
        #expect(try overview("text.residue", ["2023年，我局把公开放在前面。", sentence]) == ["sections.overview"])
    }

    @Test func aTitleThatIsStillTheTemplates() throws {
        let title = "云台县教育局2023年政府信息公开工作年度报告（参考模板）"
        #expect(try found("text.residue", in: "other", ["无。"], title: title).count == 1)
    }

    @Test(arguments: [
        "张××诉县政府一案已审结。", "李某某申请公开信息2条，身份证号3207××××××××1234。", "判决书为（2023）×行初×号。", "采购X光机2台，公开X射线装置许可3件。",
        "大厅备有申请表（请申请人根据实际情况填写）。", "印发《年度报告（参考模板）》。", "申请人（电话：××××××）已经撤回。", "《条例》第X条。",
        "建成“1+X”平台6个。", "某公司申请X件。", "申请表（请如实填写）已经上网。", "面积为3×5件。", "X次方程。",
    ])
    func aSignThatIsNoBlank(_ sentence: String) throws {
        #expect(try overview("text.residue", ["2023年，我局把公开放在前面。", sentence]) == [])
    }
}
