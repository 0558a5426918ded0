import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Reports whose line ends were lost, as scrapers of some sites leave them.
struct RunningTextTests {
    private func truth() throws -> ReportTruth {
        let form = try #require(FormCatalog.form("2021"))
        return ReportTruth.make(form: form, agency: Agency.all[3], year: 2022, seed: 7)
    }

    @Test func aRowKeepsItsOwnLabelAndNoneOfItsNeighbours() throws {
        let truth = try truth()
        let report = try readReport(truth.text(.glued))
        let table = try #require(report.table("applications"))
        let form = try #require(truth.form.tables.first { $0.id == "applications" })
        for row in table.rows {
            let label = try #require(form.rows.first { $0.id == row.id }?.label)
            #expect(row.label.count <= label.count + 4, "\(row.label)")
        }
    }

    /// The total is told by the digits of its row; three relations say that it is the one that is wrong.
    @Test func aTotalThatTheSumsToldIsNamedWhereSeveralRelationsSaySo() throws {
        var truth = try truth()
        let right = try #require(truth.table("applications")?["processed_total", "natural_person"])
        truth.set("applications", "processed_total", "natural_person", to: Quantity(2))
        let report = try readReport(truth.text(.glued))
        let finding = try #require(report.findings.first { $0.rule == "applications.balance" })
        let change = try #require(finding.repairs.first?.changes.first)
        #expect(finding.repairs.count == 1)
        #expect(change.path == "applications.processed_total.natural_person")
        #expect(change.to == right)
        #expect(report.findings.allSatisfy { $0.group == finding.group || $0.rule.hasPrefix("claim.") })
    }

    private static let old =
        "　　一、总体情况　　2019年以来，青禾市水务局认真落实条例。2019年，主动公开各类信息316条。"
        + "　　二、主动公开政府信息情况三、收到和处理政府信息公开申请情况　　2019年未收到政府信息公开申请。"
        + "　　四、政府信息公开行政复议、行政诉讼情况　　2019年未发生行政复议、行政诉讼案件。"
        + "　　五、存在的主要问题及改进情况　　公开的范围还不够全面，今后继续改进。"
        + "　　六、其他需要报告的事项　　无。"

    @Test func twoHeadingsWithNothingBetweenThemAreTwo() throws {
        let report = try readReport(Self.old)
        #expect(
            report.sections.compactMap(\.id) == [
                "overview", "proactive", "applications", "disputes", "problems", "other",
            ]
        )
        #expect(!report.findings.contains { $0.rule == "section.missing" })
        #expect(report.unverified.contains { $0.rule == "section.empty" })
    }

    /// Without numbers the headings are told by what stands around them: a title, sentences and tables' ends before, blanks
    /// and tables behind; the same words inside of sentences are none.
    @Test func headingsWithoutNumbersAreFoundBetweenTheirParts() throws {
        let text =
            "青禾市水务局2022年政府信息公开工作年度报告总体情况　　2022年，我局报告总体情况如下。　　一、主动公开。公开信息316条。"
            + "主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件000"
            + "第二十条第（八）项信息内容本年收费金额（单位：万元）行政事业性收费0收到和处理政府信息公开申请情况　　没有收到申请。"
            + "政府信息公开行政复议、行政诉讼情况　　没有发生行政复议、行政诉讼。存在的主要问题及改进情况　　公开不够及时，今后改进。"
            + "其他需要报告的事项　　按国务院办公厅要求，没有收取费用。"
        let report = try readReport(text)
        #expect(
            report.sections.map(\.id) == ["overview", "proactive", "applications", "disputes", "problems", "other"]
        )
        #expect(!report.findings.contains { $0.rule == "section.missing" })
    }

    @Test func aSignatureInsideALineTellsBodyAndDate() throws {
        let text = Self.old.replacing("青禾市水务局认真", with: "我局认真") + "云南省青禾市水务局2020年1月20日更多信息请关注微信“青禾水务”"
        let report = try readReport(text)
        #expect(report.identity.agency == "云南省青禾市水务局")
        #expect(report.identity.published == "2020-01-20")
        #expect(
            try readReport(text.replacing("2020年1月20日", with: "2019年1月20日")).findings.map(\.rule) == ["identity.date"]
        )
    }

    /// The headings of two parts were pictures, as the tables were.
    @Test func aGapInTheNumberingBesideLostTablesIsADoubt() throws {
        let text = Self.old.replacing("四、政府信息公开行政复议、行政诉讼情况　　2019年未发生行政复议、行政诉讼案件。　　五、存在的主要问题及改进情况", with: "")
        #expect(text.count < Self.old.count)
        let report = try readReport(text)
        #expect(!report.findings.contains { $0.rule == "section.missing" })
        #expect(report.unverified.count { $0.rule == "section.missing" } == 2)
    }

    /// Whoever says that this is the year's report has written one, though none of its parts is there.
    @Test func aReportUnderHeadingsOfItsOwnIsOne() throws {
        let text =
            "2018年，青禾市水务局深入推进政务公开工作。现将我局政务公开工作报告如下：一、围绕中心工作全面推进公开公开各类文件128件。"
            + "二、依法实施依申请公开2018年受理政府信息依申请公开98件，均已答复。青禾市水务局2019年1月30日"
        let report = try readReport(text)
        #expect(report.identity.year == 2018)
        #expect(report.identity.form == "2008")
        #expect(report.findings.contains { $0.places.map(\.path) == ["sections.disputes"] })
    }

    /// Behind the last value of a table, or before the table that is annexed.
    @Test(arguments: [true, false]) func aSignatureBesideATableIsOne(_ isBehind: Bool) throws {
        let table = "八、附表 政府信息公开情况统计表 " + StatisticsShapes.labels.prefix(40).map { "\($0) 件 12" }.joined(separator: " ")
        let signature = "青禾市水务局 2017年1月8日"
        let text =
            "青禾市水务局2016年政府信息公开工作年度报告 一、概述 2016年公开工作平稳。 七、其他需要报告的事项 无其他需要报告的事项。 "
            + (isBehind ? "\(table) \(signature)" : "\(signature) \(table)")
        #expect(try readReport(text).identity.published == "2017-01-08")
    }

    /// A date that a sentence has far above a table is no signature.
    @Test func aDateFarBeforeAnAnnexSignsNothing() throws {
        let text =
            "青禾市水务局2016年政府信息公开工作年度报告 一、概述 公开工作平稳。青禾市人民政府2016年3月1日印发了公开工作要点，我局逐条落实，统计数据详见附表。 "
            + String(repeating: "七、其他需要报告的事项 无其他需要报告的事项。 ", count: 12)
        #expect(try readReport(text).identity.published == nil)
    }

    @Test func whoeverActedSinceTheYearBeganIsTheAgency() throws {
        #expect(try readReport(Self.old).identity.agency == "青禾市水务局")
    }

    /// The office that answers the telephone is a part of the bureau; that of a government reports for itself.
    @Test(arguments: [("青禾市水务局", "青禾市水务局"), ("青禾县人民政府", "青禾县人民政府办公室")])
    func theContactLineNamesTheBody(_ body: String, _ agency: String) throws {
        let text = Self.old.replacing("青禾市水务局认真", with: "我局认真")
        let contact = "　　如对本报告有疑问，请与\(body)办公室联系（电话：0555-1234567）。"
        #expect(try readReport(contact + text).identity.agency == agency)
    }
}
