import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// What other tools make of a report, and the marks that they leave beside its numbers.
struct OtherShapesTests {
    private func truth(_ identifier: String, year: Int) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: Agency.all[3], year: year, seed: 7)
    }

    /// What a text browser makes of a page: the heads of the table on the line of the name above it.
    @Test func headsBesideTheNameAreNoneOfIt() throws {
        let text =
            "政府信息公开情况统计表\n（2017年度）\n填报单位（盖章）：青禾市水务局统计指标        单位   统计数\n一、主动公开情况\n"
            + "（一）主动公开政府信息数   条   12\n"
        #expect(try readReport(text).identity.agency == "青禾市水务局")
    }

    /// The links to the reports beside it are no title of a report that has none.
    @Test func aLinkToAnotherReportIsNoTitle() throws {
        let truth = try truth("2021", year: 2022)
        let untitled = truth.text(.cellLines).split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        let text = untitled.joined(separator: "\n")
        let sound = try readReport(text)
        let links = "\n上一篇：关于印发2021年工作要点的通知\n下一篇：2020年政府信息公开工作年度报告\n"
        let report = try readReport(text + links)
        #expect(sound.identity.agency == truth.agency)
        #expect(report.identity.agency == sound.identity.agency)
        #expect(report.identity.year == 2022)
    }

    /// Mirrors print how a character is pronounced behind it.
    @Test func pronunciationsAreNoPartOfTheirWords() throws {
        let truth = try truth("2021", year: 2023)
        let text = truth.text(.cellLines).replacing("数量", with: "数(shù)量").replacing("情况", with: "情况(kuàng)")
            .replacing("总计", with: "总(zǒng)计(jì)")
        let report = try readReport(text)
        #expect(truth.notRead(in: report) == [])
        #expect(report.sections.compactMap(\.id).count == 6)
        #expect(try readReport("甲(a)、乙(1)、丙(OA)\n" + truth.text(.cellLines)).identity.agency == truth.agency)
    }

    @Test(arguments: ["①", "*", "[1]", "^2^", "【注】", "<sup>3</sup>"])
    func theMarkOfAFootnoteIsNoDigit(_ mark: String) throws {
        var truth = try truth("2014", year: 2016)
        truth.set("statistics", "responses.articles", "count", to: Quantity(4_521))
        let report = try readReport(truth.text(.markdown).replacing("4521", with: "4521" + mark), name: "report.md")
        #expect(report.table("statistics")?.cell("responses.articles", "count")?.number == Quantity(4_521))
        #expect(!report.findings.contains { $0.rule == "number.invalid" })
    }

    @Test func aRaisedDigitInAPageIsNoneOfTheNumber() throws {
        var truth = try truth("2014", year: 2016)
        truth.set("statistics", "responses.articles", "count", to: Quantity(4_521))
        let page = truth.text(.html).replacing("4521", with: "4521<sup>1</sup>")
        let report = try readReport(page, name: "report.html")
        #expect(report.table("statistics")?.cell("responses.articles", "count")?.number == Quantity(4_521))
    }

    @Test func boldNumbersAreNumbers() throws {
        let truth = try truth("2021", year: 2023)
        let lines = truth.text(.markdown).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.hasPrefix("| "), !line.contains("---") else { return String(line) }
            return line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
                let word = cell.trimmed
                return word.isEmpty ? String(cell) : " **\(word)** "
            }.joined(separator: "|")
        }
        #expect(truth.notRead(in: try readReport(lines.joined(separator: "\n"), name: "report.md")) == [])
    }

    @Test(arguments: [false, true])
    func rowsOfLabelUnitAndNumberBetweenCommasAreRows(_ isQuoted: Bool) throws {
        let truth = try truth("2014", year: 2016)
        let quote = isQuoted ? "\"" : ""
        let lines = truth.text(.tabs).split(separator: "\n").map { line in
            guard line.contains("\t") else { return String(line) }
            return line.split(separator: "\t", omittingEmptySubsequences: false).map { quote + $0 + quote }
                .joined(separator: ",")
        }
        #expect(truth.notRead(in: try readReport(lines.joined(separator: "\n"))) == [])
    }

    @Test func theHeadAndFootOfAPrintedPageInterruptNoTable() throws {
        let truth = try truth("2021", year: 2023)
        let print = "1/31/24, 9:00 AM    \(truth.title)\nhttps://example.org/report/2023.html    2/5\n"
        let lines = truth.text(.wholeRows).split(separator: "\n").enumerated().map { index, line in
            index.isMultiple(of: 20) ? print + line : String(line)
        }
        let report = try readReport(lines.joined(separator: "\n"))
        #expect(truth.notRead(in: report) == [])
        #expect(report.identity.agency == truth.agency)
    }

    @Test func whatPandocAddsToWordsIsNoText() throws {
        let truth = try truth("2021", year: 2023)
        let text = truth.text(.markdown).replacing("行政许可", with: #"[行政]{style="font-size:12pt"}[许可]{lang="EN-US"}"#)
            .replacing("## 一、", with: "::: {#zoom .article}\n## [一、]{.mark}")
        let report = try readReport(text, name: "report.md")
        #expect(truth.notRead(in: report) == [])
        #expect(report.sections.contains { $0.id == "overview" })
    }

    @Test func aStatisticsPageOfOneLineTellsBodyAndYear() throws {
        let truth = ReportTruth.makeStatistics(agency: Agency.all[2], year: 2017, seed: 5)
        let rows = truth.text(.tabs).split(separator: "\n").filter { $0.contains("\t") }
        let text = "政府信息公开情况统计表（2017年度）填报单位：\(truth.agency)" + rows.joined().replacing("\t", with: "")
        let report = try readReport(text)
        #expect(report.identity.agency == truth.agency)
        #expect(report.identity.year == 2017)
        #expect(report.identity.kind == .statistics)
    }

    @Test func theHeadsOfALocalTableTellItsFormWhateverItCallsItself() throws {
        let truth = try truth("2008", year: 2017)
        let text = truth.text(.tabs).replacing("指标名称\t", with: "政府信息公开情况统计表（一）\n指标名称\t")
        let report = try readReport(text)
        #expect(report.identity.form == "2008")
        #expect(truth.notRead(in: report) == [])
    }

    @Test func aCaptionThatRepeatsAHeadingIsNoSectionOutOfOrder() throws {
        let truth = try truth("2021", year: 2023)
        let before = truth.text(.tablesAtEnd).split(separator: "第二十条", maxSplits: 1)
        let text = before.joined(separator: "\n主动公开政府信息情况\n第二十条")
        #expect(text.contains("\n主动公开政府信息情况\n"))
        #expect(!(try readReport(text)).findings.contains { $0.rule == "section.order" })
    }

    @Test func aCommentaryOnAReportIsNone() throws {
        let text = "关于2022年度政府信息公开工作年度报告的解读\n一、总体情况\n年报分为六部分。\n二、主动公开\n全年公开信息1000条。\n"
        #expect(throws: Unread.self) { try readReport(text) }
    }

    @Test func theOfficeThatAnswersQuestionsIsNotTheBody() throws {
        let text = """
            本报告中所列数据的统计期限自2023年1月1日起至2023年12月31日止。如有疑问，请与云台县民政局办公室联系。
            一、总体情况
            2023年，云台县民政局依法推进政府信息公开。
            二、主动公开政府信息情况
            主动公开政府信息30条。
            """
        #expect(try readReport(text).identity.agency == "云台县民政局")
    }

    @Test func ofTheYearsBesideEachOtherTheReportYearsIsRead() throws {
        let page = """
            <h1>云台县民政局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>2023年，我局依法公开。</p>
            <p>四、政府信息公开行政复议、行政诉讼情况</p><table>
            <tr><td rowspan=3>年度</td><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
            <tr>\(outcomes("rowspan=2"))<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
            <tr>\(outcomes(""))\(outcomes(""))</tr>
            <tr><td>2022年</td>\(String(repeating: "<td>9</td>", count: 15))</tr>
            <tr><td>2023年</td>\([1, 0, 0, 2, 3, 4, 0, 0, 0, 4, 0, 0, 5, 0, 5].map { "<td>\($0)</td>" }.joined())</tr>
            </table>
            """
        let table = try #require(try readReport(page, name: "report.html").table("disputes"))
        #expect(table.cell("review", "pending")?.number == Quantity(2))
        #expect(table.cell("litigation_after_review", "total")?.number == Quantity(5))
    }

    private func outcomes(_ span: String) -> String {
        ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { "<td \(span)>\($0)</td>" }.joined()
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var word = self
        while word.first == " " { word.removeFirst() }
        while word.last == " " { word.removeLast() }
        return word
    }
}
