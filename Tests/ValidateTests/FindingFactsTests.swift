import Model
import Testing
import Validate

/// What findings say of the text beside their words: the place, what is expected and what stands there.
struct FindingFactsTests {
    /// The finding of a rule in its example of this title.
    private func finding(_ id: String, _ title: String) throws -> Finding {
        let rule = try #require(RuleCatalog.all.first { $0.identifier == id })
        let example = try #require(rule.examples.first { $0.name.en == title })
        let context = JudgementContext(neighbours: example.neighbours)
        let subject = try #require(Subject(example.report, context: context))
        return try #require(rule.init().judgement(of: subject).findings.first)
    }

    @Test func aGrowthIsSetBesideTheOneThatFollows() throws {
        let growth = try finding("history.growth", "another growth")
        #expect(growth.expected == .number(Quantity(significand: 200, scale: 1)))
        #expect(growth.actual == .number(Quantity(significand: 355, scale: 1)))
        let count = try finding("history.growth", "another number of last year")
        #expect(count.expected == .number(Quantity(50)))
        #expect(count.actual == .number(Quantity(55)))
    }

    @Test func aCitationStandsOnItsLine() throws {
        var report = Report(identity: Identity(agency: "青禾市档案局", year: 2023, form: "2021"))
        report.narrative = "青禾市档案局年度报告根据国办公开办函〔2019〕60号编制。"
        report.narrativeLines.note(1, at: 0)
        report.narrativeLines.note(3, at: "青禾市档案局年度报告".utf8.count)
        let findings = RuleCatalog.judgement(of: report).findings
        #expect(findings.first { $0.rule == "form.citation" }?.places.first?.line == 3)
    }

    @Test func examplesTellWhatStandsInThem() throws {
        let rule = try #require(RuleCatalog.all.first { $0.identifier == "history.carry-over" })
        let example = try #require(rule.examples.first { $0.name.en == "two are lost" })
        #expect(
            example.matter.map(\.zh) == [
                "“收到和处理政府信息公开申请情况”表：上年结转政府信息公开申请数量 总计 2",
                "上年报告：“收到和处理政府信息公开申请情况”表：结转下年度继续办理 总计 4",
            ]
        )
        for rule in RuleCatalog.all {
            for example in rule.examples {
                #expect(!example.matter.isEmpty)
                let words = example.matter.map(\.zh).joined() + example.name.zh
                #expect(!["applications", "disputes", "overview"].contains(where: words.contains), "\(words)")
            }
        }
    }
}
