import Forms
import Model
import Testing

@testable import Validate

struct OwnRuleTests {
    private func rule(
        _ relation: String,
        id: String = "local.rule",
        severity: Finding.Severity = .error,
        forms: [String]? = nil
    ) throws(RelationError) -> OwnRule {
        try OwnRule(
            identifier: id,
            severity: severity,
            statement: Finding.Message(zh: "自定规则", en: "a rule of one's own"),
            basis: "",
            relation: relation,
            forms: forms,
            source: "a.toml:1"
        )
    }

    private func judgement(_ rule: OwnRule, _ report: Report, _ settings: [RuleSetting] = []) -> Judgement {
        let context = JudgementContext(constraints: rule.constraints, settings: settings)
        let all = RuleCatalog.judgement(of: report, context: context)
        return Judgement(
            findings: all.findings.filter { $0.rule == rule.identifier },
            unverified: all.unverified.filter { $0.rule == rule.identifier }
        )
    }

    @Test(arguments: [
        ("applications.received.total = 5", true), ("applications.received.total=4", false),
        ("applications.received.total + applications.carried_in.total <= 5 + 2", true),
        ("6 >= applications.received.total + applications.carried_in.total", false),
        ("2 * (applications.received.total - applications.carried_in.total) = 6", true),
        ("sum(applications.received.*) = applications.received.total", true),
        ("sum(applications.received.total, 1, applications.carried_in.total) = 8", true),
        ("0.5 * applications.received.total >= 2.5", true), ("applications.received.total * 1.5 ≤ 7.4", false),
        ("-applications.received.total >= -5", true),
    ])
    func holdsOrIsBroken(_ relation: String, _ holds: Bool) throws {
        let report = Report.example(applications: [
            "received": ["natural_person": 3, "business": 2, "total": 5], "carried_in": ["total": 2],
        ])
        let judgement = judgement(try rule(relation, forms: ["2021"]), report)
        #expect(judgement.findings.isEmpty == holds)
        #expect(judgement.unverified.isEmpty)
    }

    @Test func aFindingSaysWhatStandsOnBothSides() throws {
        let report = Report.example(applications: ["received": ["total": 5], "carried_in": ["total": 2]])
        let own = try rule("applications.received.total + applications.carried_in.total <= 6", severity: .info)
        let finding = try #require(judgement(own, report).findings.first)
        #expect(finding.severity == .info)
        #expect(finding.places.map(\.path) == ["applications.received.total", "applications.carried_in.total"])
        #expect(finding.message.zh.hasPrefix("自定规则："))
        #expect(finding.message.en.contains("= 7 > 6"))
    }

    /// Without the rule the six could also be carried on: two repairs.
    @Test func factorsAreToldAsTheyWereWritten() throws {
        let report = Report.example(applications: [
            "received": ["natural_person": 3, "business": 2, "total": 5], "granted": ["total": 2],
        ])
        let share = try rule("applications.granted.total >= 0.9 * applications.received.total", forms: ["2021"])
        let finding = try #require(judgement(share, report).findings.first)
        #expect(finding.message.zh.contains("“予以公开”的“总计” 2 < 4.5 = 0.9 × “本年新收政府信息公开申请数量”的“总计” 5"))
        #expect(finding.actual == .number(Quantity(2)) && !finding.message.zh.contains("三格以内"))
        let difference = try rule("applications.received.total - applications.granted.total >= 10", forms: ["2021"])
        let told = try #require(judgement(difference, report).findings.first)
        #expect(told.message.zh.contains("5 − “予以公开”的“总计” 2 = 3 < 10"))
    }

    @Test func aFigureThatTheTextLacksIsNamed() throws {
        let own = try rule("claims.applications.received.total = applications.received.total", forms: ["2021"])
        let report = Report.example(applications: ["received": ["total": 5]])
        #expect(
            judgement(own, report).unverified.map(\.reason)
                == ["the text does not state it: applications.received.total"]
        )
    }

    @Test func aHintOfOnesOwnTakesNoRepairFromAnError() throws {
        let report = Report.example(applications: [
            "received": ["natural_person": 31, "total": 13], "processed_total": ["natural_person": 13, "total": 13],
            "granted": ["natural_person": 13, "total": 13],
        ])
        func repairs(_ own: [Constraint]) -> [Finding.Repair] {
            let context = JudgementContext(constraints: own)
            return RuleCatalog.judgement(of: report, context: context).findings.first {
                $0.rule == "applications.balance"
            }?.repairs ?? []
        }
        let own = try rule("applications.received.total = 88", severity: .info, forms: ["2021"])
        #expect(!repairs([]).isEmpty && repairs(own.constraints) == repairs([]))
    }

    @Test(arguments: [("applications.received.total >= 0", 2), ("applications.carried_out.total = 0", 1)])
    func takesPartInFindingTheWrongCell(_ relation: String, _ count: Int) throws {
        let context = JudgementContext(constraints: try rule(relation, forms: ["2021"]).constraints)
        let judgement = RuleCatalog.judgement(of: Self.unbalanced, context: context)
        let repairs = try #require(judgement.findings.first { $0.rule == "applications.balance" }?.repairs)
        #expect(repairs.count == count)
        #expect(repairs.contains { $0.changes.map(\.path).contains("applications.carried_in.total") })
    }

    @Test func whatIsNotThereLeavesItUnverified() throws {
        let own = try rule("applications.carried_in.total <= 6")
        let report = Report.example(applications: [:]).dropping(["carried_in"], from: "applications")
        let judgement = judgement(own, report)
        #expect(judgement.findings.isEmpty)
        #expect(judgement.unverified.count == 1)
    }

    @Test func aFigureOfTheTextIsComparedWithACell() throws {
        var report = Report.example(applications: ["received": ["total": 5]])
        let key = "applications.received.total"
        report.claims = [Claim(key: key, value: Quantity(6), low: nil, high: nil, unit: "件", line: 7, text: "收到6件")]
        let own = try rule("claims.applications.received.total = applications.received.total")
        #expect(judgement(own, report).findings.first?.places.map(\.path) == ["claims.0", key])
        report.claims = []
        #expect(judgement(own, report).findings.isEmpty)
    }

    @Test func itIsForTheFormsThatHaveItsCells() throws {
        #expect(try rule("applications.granted.total <= 9").forms == ["2019", "2021"])
        #expect(try rule("applications.granted.total <= 9", forms: ["2021"]).forms == ["2021"])
        #expect(try rule("applications.other.total <= 9").forms == ["2019"])
        #expect(try rule("sum(applications.other.*.total) <= 9").forms == ["2021"])
        #expect(try rule("statistics.received.count <= 9").forms == ["2014"])
    }

    @Test func aStarLeavesTotalsOut() throws {
        let columns = try #require(try rule("sum(applications.granted.*) <= 9", forms: ["2021"]).constraints.first)
        #expect(columns.left.count == 6)
        let rows = try #require(try rule("sum(applications.refused.*.total) <= 9", forms: ["2021"]).constraints.first)
        #expect(rows.left.count == 8)
    }

    @Test func factorsAreMadeWhole() throws {
        let own = try rule("applications.granted.total <= 0.75 * applications.received.total + 1.5", forms: ["2021"])
        let constraint = try #require(own.constraints.first)
        #expect(constraint.left.map(\.coefficient) == [4])
        #expect(constraint.right.first?.coefficient == 3)
        #expect(constraint.right.last?.operand == .constant(Quantity(6)))
    }

    @Test(arguments: [
        ("", "character 1: expected a cell, a number or sum(…), found the end"),
        ("applications.recieved.total = 5", "did you mean applications.received.total?"),
        ("applications.received = 5", "no form has a cell applications.received"),
        ("applications.received.total < 5", "character 29: expected =, <= or >=, found <, which is not known"),
        ("applications.received.total = 5 = 6", "character 33: expected +, - or the end of the relation, found ="),
        ("sum(applications.received.total = 5", "expected a comma or a closing parenthesis"),
        ("applications.received.total = 5 %", "% has no meaning in a relation"),
        ("5 <= 6", "it says nothing of a report"),
        ("applications.received.total - applications.received.total = 0", "it says nothing of a report"),
        ("applications.received.total * applications.granted.total = 0", "is no linear relation"),
        ("proactive.fees.amount <= applications.received.total", "is money and"),
        ("claims.applications.recieved.total = 5", "did you mean applications.received.total?"),
        ("statistics.received.count = applications.received.total", "no form has all of its cells"),
        ("applications.received.total = 1234567890123456", "a number of too many digits"),
        (String(repeating: "(", count: 99) + "1", "too many parentheses"),
    ])
    func refuses(_ relation: String, _ reason: String) {
        let error = #expect(throws: RelationError.self) { try rule(relation) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test func aFormWithoutTheCellIsRefusedByName() {
        let error = #expect(throws: RelationError.self) { try rule("applications.other.total <= 9", forms: ["2021"]) }
        #expect(error?.message.hasPrefix("form 2021 has no cell applications.other.total") == true)
    }

    @Test func objectsToWhatRepeatsOrContradicts() throws {
        let first = try rule("applications.carried_in.total <= 5")
        func objection(_ relation: String, id: String = "local.other") throws -> String? {
            OwnRuleCheck.objection(to: try rule(relation, id: id), beside: [first])
        }
        #expect(try objection("applications.received.total <= 5") == nil)
        #expect(try objection("applications.carried_in.total <= 6") == nil)
        #expect(try objection("5 >= applications.carried_in.total")?.hasPrefix("it repeats local.rule") == true)
        #expect(try objection("applications.carried_in.total >= 6")?.hasPrefix("it contradicts local.rule") == true)
        let balance = """
            applications.processed_total.total + applications.carried_out.total
                = applications.received.total + applications.carried_in.total
            """
        #expect(try objection(balance)?.hasPrefix("it repeats applications.balance") == true)
        #expect(try objection("applications.received.total = 5", id: "section.order")?.contains("itself") == true)
        #expect(try objection("applications.received.total = 5", id: "local.rule")?.contains("twice") == true)
    }

    // MARK: Settings of rules

    private static let unbalanced = Report.example(applications: ["carried_in": ["natural_person": 6, "total": 6]])

    private func severities(_ settings: [RuleSetting]) -> Set<Finding.Severity> {
        let judgement = RuleCatalog.judgement(of: Self.unbalanced, context: JudgementContext(settings: settings))
        return Set(judgement.findings.filter { $0.rule == "applications.balance" }.map(\.severity))
    }

    @Test func aSeverityIsChangedForAllOrForOneAgency() {
        let rule = "applications.balance"
        #expect(severities([]) == [.error])
        #expect(severities([RuleSetting(rule: rule, severity: .info)]) == [.info])
        #expect(severities([RuleSetting(rule: rule, severity: nil)]) == [])
        #expect(severities([RuleSetting(rule: rule, severity: .info, agency: Glob("青禾市*"))]) == [.info])
        #expect(severities([RuleSetting(rule: rule, severity: .info, agency: Glob("云台县*"))]) == [.error])
        let both = [RuleSetting(rule: rule, severity: nil), RuleSetting(rule: rule, severity: .warning)]
        #expect(severities(both) == [.warning])
    }

    @Test func aRuleThatIsOffLeavesNothingUnverified() {
        let lost = Report.example(applications: [:]).losing("disputes")
        func unverified(_ settings: [RuleSetting]) -> [String] {
            RuleCatalog.judgement(of: lost, context: JudgementContext(settings: settings)).unverified.map(\.rule)
        }
        #expect(unverified([]).contains("disputes.total"))
        #expect(!unverified([RuleSetting(rule: "disputes.total", severity: nil)]).contains("disputes.total"))
    }

    // MARK: Explanation

    @Test func everyRelationIsExplainedWithItsNumbers() throws {
        var report = Self.unbalanced
        report.claims = [
            Claim(
                key: "applications.carried_in.total",
                value: Quantity(5),
                low: nil,
                high: nil,
                unit: "件",
                line: 3,
                text: "结转5件",
                readings: [["applications.carried_in.total"]]
            )
        ]
        let context = JudgementContext()
        report.findings = RuleCatalog.judgement(of: report, context: context).findings
        let explanation = Explanation(report, context: context, own: [])
        let balance = try #require(explanation.rules.first { $0.description.identifier == "applications.balance" })
        #expect(balance.outcome == .broken(2))
        #expect(balance.steps.count == 7)
        let total = try #require(balance.steps.last)
        #expect(!total.holds && total.doubt == nil)
        #expect(total.left.sum == Quantity(6) && total.right.sum == Quantity(0))
        #expect(total.left.addends.map(\.text) == ["0", "6"])
        #expect(explanation.rules.first { $0.description.identifier == "statistics.sum" }?.outcome == .otherForm)
        #expect(explanation.claims.first?.readings.map(\.agrees) == [false])
    }
}
