import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// The rules on the text, through the whole reader: what they find stands on the line that they name.
struct TextRuleTests {
    private let truth: ReportTruth

    init() throws {
        let form = try #require(FormCatalog.form("2021"))
        truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: 5)
    }

    private func report(_ text: String) throws -> Report {
        let reading = ReportReader.read(
            Array(text.utf8),
            source: Source(name: "a.md"),
            received: "2024-01-31T09:00:00Z"
        )
        guard case .report(let report) = reading else {
            Issue.record("no report")
            return Report()
        }
        return report
    }

    private func line(of words: String, in text: String) -> Int? {
        text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains(words) }.map { $0 + 1 }
    }

    private func findings(_ rule: String, _ text: String) throws -> [Finding] {
        try report(text).findings.filter { $0.rule == rule }
    }

    @Test(arguments: [Layout.markdown, .cellLines, .html, .tabs])
    func aSoundReportHasNone(_ layout: Layout) throws {
        let rules = ["identity.", "text.", "fee.", "deadline."]
        let found = try report(truth.text(layout)).findings.filter { finding in
            rules.contains { finding.rule.hasPrefix($0) }
        }
        #expect(found.isEmpty, "\(found.map(\.message.en))")
    }

    @Test func aYearThatIsLeftOverIsNamedWithItsLine() throws {
        var truth = truth
        let index = try #require(truth.sections.firstIndex { $0.id == "disputes" })
        truth.sections[index].paragraphs = ["2022年，我局被申请行政复议3件，行政诉讼1件。"]
        let text = truth.text(.markdown)
        let found = try findings("identity.year", text)
        #expect(found.map(\.places.first?.path) == ["sections.disputes"])
        #expect(found.first?.places.first?.line == line(of: "2022年，我局被", in: text))
        #expect(found.first?.expected == .number(Quantity(2023)))
        #expect(found.first?.actual == .number(Quantity(2022)))
    }

    @Test func aPlanForTheYearThatIsOverIsNamedWithItsLine() throws {
        var truth = truth
        let index = try #require(truth.sections.firstIndex { $0.id == "problems" })
        truth.sections[index].paragraphs = ["公开不够及时。2023年，我局将进一步加强培训。"]
        let text = truth.text(.markdown)
        let found = try findings("identity.year", text)
        #expect(found.first?.places.first?.line == line(of: "2023年，我局将", in: text))
        #expect(found.first?.expected == .number(Quantity(2024)))
        truth.sections[index].paragraphs = ["2023年，我局将公开工作纳入考核。2024年，我局将进一步加强培训。"]
        #expect(try findings("identity.year", truth.text(.markdown)).isEmpty)
    }

    @Test func anEmptyPhraseIsAWarningAndAnAttachmentIsNotJudged() throws {
        var truth = truth
        let index = try #require(truth.sections.firstIndex { $0.id == "problems" })
        for (words, severity) in [("按要求整改。", Finding.Severity.warning), ("（略）", .warning), ("无。", .error)] {
            truth.sections[index].paragraphs = [words]
            #expect(try findings("section.empty", truth.text(.markdown)).map(\.severity) == [severity], "\(words)")
        }
        truth.sections[index].paragraphs = ["详见附件。"]
        let report = try report(truth.text(.markdown))
        #expect(!report.findings.contains { $0.rule == "section.empty" })
        #expect(report.unverified.contains { $0.rule == "section.empty" })
    }

    @Test func aPlaceholderIsNamedWithItsLine() throws {
        var truth = truth
        let index = try #require(truth.sections.firstIndex { $0.id == "problems" })
        truth.sections[index].paragraphs.append("下一步，由××局牵头改进。")
        let text = truth.text(.markdown)
        let found = try findings("text.residue", text)
        #expect(found.map(\.places.first?.path) == ["sections.problems"])
        #expect(found.first?.places.first?.line == line(of: "××局", in: text))
    }

    @Test(arguments: [("2024-01-31", 0), ("2024-02-01", 1)])
    func theLimitIsTheLastDayOfJanuary(_ date: String, _ count: Int) throws {
        var truth = truth
        truth.published = date
        let found = try findings("deadline.missed", truth.text(.markdown))
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.severity == .error && $0.places.first?.line ?? 0 > 0 })
    }

    @Test func aSignatureInChineseNumeralsIsRead() throws {
        var truth = truth
        truth.published = "2023-01-29"
        let text = truth.text(.markdown).replacing("2023年1月29日", with: "二〇二三年一月二十九日")
        #expect(try report(text).imprint.signed == "2023-01-29")
        #expect(try findings("identity.date", text).count == 1)
    }

    @Test func theDayOfACrawlIsNoSignature() throws {
        let text = truth.text(.markdown) + "\n扫一扫在手机打开当前页\n2025-12-30\n"
        #expect(try report(text).imprint.signed == truth.published)
        #expect(try findings("deadline.missed", text).isEmpty)
    }

    @Test func anotherSignatureIsAnotherBody() throws {
        let text = truth.text(.markdown)
        let signature = "\n" + truth.agency + "\n"
        let last = try #require(text.ranges(of: signature).last)
        let other = text.replacingSubrange(last, with: "\n云台县民政局\n")
        #expect(try findings("identity.agency", text).isEmpty)
        #expect(try findings("identity.agency", other).map(\.places.first?.text) == ["云台县民政局"])
    }

    /// The rules that a sentence breaks in a section of a report of 2023.
    private func rules(_ sentence: String, in section: String) throws -> Set<String> {
        var truth = truth
        let index = try #require(truth.sections.firstIndex { $0.id == section })
        truth.sections[index].paragraphs = [sentence]
        let wanted: Set = ["identity.year", "identity.agency", "text.residue"]
        return Set(try report(truth.text(.markdown)).findings.map(\.rule)).intersection(wanted)
    }

    @Test(arguments: [
        ("identity.year", "other", "2022年度我局未收取政府信息公开信息处理费。"),
        ("identity.year", "problems", "2022年我局公开工作存在以下不足：内容不够丰富。2023年将加强培训。"),
        ("identity.year", "problems", "一是内容不够丰富。2023年将健全制度、细化标准。"),
        ("text.residue", "problems", "一是内容不够丰富；二是＿＿＿＿。"),
        ("text.residue", "overview", "2023年，（单位名称）公开信息386条。"),
        ("text.residue", "overview", "公开信息386条。（待补充）"),
        ("text.residue", "overview", "截至2023年X月X日，公开信息386条。"),
    ])
    func whatWasLeftOverIsFound(_ rule: String, _ section: String, _ sentence: String) throws {
        #expect(try rules(sentence, in: section) == [rule])
    }

    @Test(arguments: [
        ("overview", "大厅备有《政府信息公开申请表（样表）》供群众取阅。"),
        ("problems", "2022年考核指出公开工作存在4个问题，已全部整改。下一步将加强培训。"),
        ("other", "2023年我局没有收取信息处理费。"),
        ("problems", "2022年存在的公开数量不多的问题已得到改进。2023年的不足是解读形式单一。"),
        ("problems", "一是内容不够丰富。2023年将健全制度放在首位，成效明显。"),
    ])
    func whatIsNoLeftoverIsSilent(_ section: String, _ sentence: String) throws {
        #expect(try rules(sentence, in: section) == [])
    }
}

extension String {
    fileprivate func replacingSubrange(_ range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + self[range.upperBound...]
    }
}
