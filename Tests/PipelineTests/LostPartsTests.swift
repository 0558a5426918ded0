import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Reports that lost the heads of a table, the heading of a part, or that nobody filled in.
struct LostPartsTests {
    private func truth(_ form: String = "2021") throws -> ReportTruth {
        ReportTruth.make(form: try #require(FormCatalog.form(form)), agency: Agency.all[2], year: 2023, seed: 5)
    }

    private static let disputes = ["0", "1", "0", "3", "4", "0", "0", "0", "0", "0", "1", "0", "0", "1", "2"]

    private func headless(_ words: String, _ values: [String] = disputes) -> String {
        """
        青禾市桂花街道办事处2023年政府信息公开工作年度报告
        一、总体情况
        2023年，街道认真落实条例。
        四、政府信息公开行政复议、行政诉讼情况
        \(words)| \(values.joined(separator: " | ")) |
        五、存在的主要问题及改进情况
        公开的内容还不够丰富，下一步将加强培训。
        六、其他需要报告的事项
        无。
        """
    }

    @Test(arguments: ["", "行政复议行政诉讼\n"])
    func allValuesOfALineBehindTheHeadingNeedNoHeads(_ words: String) throws {
        let report = try readReport(headless(words))
        let table = try #require(report.table("disputes"))
        #expect(table.cell("review", "total")?.number == Quantity(4))
        #expect(table.cell("litigation_after_review", "pending")?.number == Quantity(1))
        #expect(report.sections.contains { $0.heading == "四、政府信息公开行政复议、行政诉讼情况" && $0.hasTable })
    }

    @Test func aLineThatLacksAValueIsNoTableWithoutItsHeads() throws {
        let table = try readReport(headless("", Array(Self.disputes.dropLast()))).table("disputes")
        #expect(table?.state == .lost)
    }

    @Test func aSumThatIsBrokenInALineWithoutHeadsIsFound() throws {
        var values = Self.disputes
        values[4] = "5"
        let report = try readReport(headless("", values))
        #expect(report.findings.contains { $0.rule == "disputes.total" })
    }

    @Test func theOneRowThatIsLeftOfATableIsRead() throws {
        let row = "| 一、本年新收政府信息公开申请数量 | 36 | 3 | 0 | 0 | 1 | 0 | 40 |"
        let text = headless("").replacing("四、政府信息", with: "三、收到和处理政府信息公开申请情况\n\(row)\n四、政府信息")
        let table = try #require(try readReport(text).table("applications"))
        #expect(table.state == .partial)
        #expect(table.cell("received", "total")?.number == Quantity(40))
    }

    /// The third part left out: what the overview says under a sub-heading, or in a sentence, is the overview's.
    @Test(arguments: ["（一）主动公开。发布信息。\n（二）依申请公开。收到政府信息公开申请4件。", "收到政府信息公开申请4件。"])
    func theOverviewIsNotTheSectionOfATable(_ overview: String) throws {
        let text = headless("").replacing("2023年，街道认真落实条例。", with: overview)
        let missing = try readReport(text).findings.filter { $0.rule == "section.missing" }
        #expect(missing.map(\.severity) == [.error, .error])
        #expect(missing.flatMap { $0.places.map(\.path) } == ["sections.proactive", "sections.applications"])
    }

    /// No table was read: all of them may be pictures, and their headings with them.
    @Test func aSubHeadingOfTheOverviewStandsWhereNoTableWasRead() throws {
        let text = headless("", []).replacing("2023年，街道认真落实条例。", with: "（二）依申请公开。\n收到政府信息公开申请4件。")
        let report = try readReport(text)
        #expect(!report.findings.contains { $0.places.contains { $0.path == "sections.applications" } })
    }

    @Test(arguments: ["2019", "2021"])
    func aTableThatNobodyFilledInIsBlank(_ form: String) throws {
        let truth = try truth(form)
        // One cell a line, and nothing left of the blank ones.
        let isValue = { (line: Substring) in
            let text = line.replacing("万元", with: "").replacing("元", with: "").replacing(" ", with: "")
            return !text.isEmpty && text.allSatisfy { $0.isNumber || "+-.,".contains($0) }
        }
        let lines = truth.text(.cellLines).split(separator: "\n", omittingEmptySubsequences: false)
        let report = try readReport(lines.filter { !isValue($0) }.joined(separator: "\n"))
        #expect(report.tables.map(\.state) == [.partial, .partial, .partial])
        #expect(report.tables.flatMap(\.rows).filter { $0.cells.contains { $0?.number != nil } }.map(\.id) == [])
        let rules = Set(report.findings.filter { $0.severity != .info }.map(\.rule))
        #expect(rules.isDisjoint(with: ["form.incomplete", "applications.balance", "section.silent"]))
    }

    @Test func digitsOfATotalThatAreTooManyForOneNumberAreItsRow() throws {
        let text = """
            青禾市2023年政府信息公开工作年度报告
            一、本年新收政府信息公开申请数量13612252045128321406九
            （七）总计133642520441212913810四、结转下年度继续办理783602253819
            """
        let rows = try readReport(text.replacing("406九", with: "4069二、上年结转政府信息公开申请数量5356011805603.其他2000002"))
            .table("applications")?.rows.map(\.id)
        #expect(rows?.contains("processed_total") == true)
    }

    // MARK: Headings

    private func without(_ heading: String, _ change: (String) -> String = { $0 }) throws -> Report {
        let text = change(try truth().text(.tabs)).split(separator: "\n", omittingEmptySubsequences: false)
        let kept = text.filter { !$0.contains(heading) }
        #expect(kept.count < text.count)
        return try readReport(kept.joined(separator: "\n"))
    }

    private func severity(_ report: Report, _ section: String) -> Finding.Severity? {
        report.findings.first { $0.rule == "section.missing" && $0.places[0].path == "sections.\(section)" }?.severity
    }

    @Test func whatTheLastPartReportsStandsBehindTheProblems() throws {
        let fee = "本年度没有收取信息处理费。"
        let lost = try without("其他需要报告的事项") { $0 + "\n（二）收取信息处理费情况\n\(fee)\n" }
        #expect(severity(lost, "other") == .warning)
        let whole = String(try truth().text(.tabs).split(separator: "六、其他需要报告的事项")[0])
        let early = whole.replacing("二、主动公开政府信息情况", with: fee + "\n二、主动公开政府信息情况")
        let elsewhere = try readReport(early)
        #expect(severity(elsewhere, "other") == .error)
    }

    @Test func anOverviewBeforeTheFirstPartLacksOnlyItsHeading() throws {
        let text = """
            青禾市水务局2023年政府信息公开工作年度报告
            （一）主动公开
            围绕中心工作公开信息。
            （二）政府信息公开平台建设
            办好网站。
            二、主动公开政府信息情况
            """
        let tables = String(try truth().text(.tabs).split(separator: "二、主动公开政府信息情况", maxSplits: 1)[1])
        #expect(severity(try readReport(text + tables), "overview") == .warning)
        let title = "青禾市水务局2023年政府信息公开工作年度报告\n二、主动公开政府信息情况"
        #expect(severity(try readReport(title + tables), "overview") == .error)
    }

    @Test func aHeadingWithoutItsNumberAmongNumberedOnesIsOne() throws {
        let text = """
            青禾市邮政管理局2017年政府信息公开年度报告
            一、概述
            2017年，我局认真落实条例。
            二、主动公开政府信息情况
            2017年，主动公开政府信息876条。
            三、依申请公开信息情况
            2017年，没有收到政府信息公开申请。
            四、收费及减免情况
            没有收取费用。
            五、行政复议和行政诉讼情况
            没有发生行政复议和行政诉讼。
            主要问题和改进措施
            2017年的工作虽然取得成效，但与要求还有差距。
            """
        let report = try readReport(text)
        #expect(report.sections.contains { $0.id == "problems" })
        #expect(!report.findings.contains { $0.severity == .error })
    }

    @Test func aSchoolThatReportsOnASchoolYearIsNotJudgedByTheParts() throws {
        let text = """
            青禾职业学院2023-2024学年信息公开工作年度报告
            一、概述
            学院重视信息公开。
            二、主动公开情况
            全年发布信息1200条。
            三、依申请公开情况
            本学年没有收到信息公开申请。
            """
        let report = try readReport(text)
        #expect(report.identity.agency == "青禾职业学院")
        #expect(!report.findings.contains { $0.rule == "section.missing" })
        #expect(report.unverified.contains { $0.rule == "section.missing" })
    }
}
