import Forms
import Model
import TestSupport
import Testing
import Validate

/// Rules of the configuration that are relations: judged like those of the forms.
struct ConstraintTests {
    private func truth(_ form: String = "2021") throws -> ReportTruth {
        try ReportTruth.make(form: #require(FormCatalog.form(form)), agency: Agency.all[0], year: 2023, seed: 7)
    }

    private func term(_ path: String, times coefficient: Int = 1) throws -> Constraint.Term {
        Constraint.Term(.cell(try #require(CellAddress(path: path))), times: coefficient)
    }

    private func judge(_ report: Report, _ constraint: Constraint) -> Judgement {
        let all = RuleCatalog.judgement(of: report, context: JudgementContext(constraints: [constraint]))
        return Judgement(
            findings: all.findings.filter { $0.rule == constraint.rule },
            unverified: all.unverified.filter { $0.rule == constraint.rule }
        )
    }

    private func permitsAtMost(_ most: Quantity) throws -> Constraint {
        Constraint(
            rule: "own.permits",
            severity: .warning,
            basis: "本地要求",
            left: [try term("proactive.permits.decisions")],
            comparison: .atMost,
            right: [Constraint.Term(.constant(most))],
            statement: Finding.Message(zh: "许可不多于", en: "permits are at most")
        )
    }

    @Test func pathsOfCellsAreTakenApartAtTheirEnds() throws {
        let cell = try #require(CellAddress(path: "applications.refused.state_secret.total"))
        #expect(cell == CellAddress(table: "applications", row: "refused.state_secret", column: "total"))
        #expect(cell.path == "applications.refused.state_secret.total")
        #expect(CellAddress(path: "applications.total") == nil)
        #expect(CellAddress(path: "applications..total") == nil)
        for path in ["", ".", "..", "a.b.", ".a.b", "a.b..c", "a..b.c", "a.b", "a"] {
            #expect(CellAddress(path: path) == nil, "\(path)")
        }
    }

    @Test func comparesACellWithAConstant() throws {
        var truth = try truth()
        truth.set("proactive", "permits", "decisions", to: Quantity(12))
        #expect(judge(truth.report, try permitsAtMost(Quantity(12))) == .clean)
        #expect(judge(truth.report, try permitsAtMost(Quantity(significand: 125, scale: 1))) == .clean)
        let finding = try #require(judge(truth.report, try permitsAtMost(Quantity(11))).findings.first)
        #expect(finding.severity == .warning)
        #expect(finding.places.map(\.path) == ["proactive.permits.decisions"])
        #expect(finding.message.zh.contains("许可不多于"))
        #expect(finding.message.en.contains("12 > 11"))
        #expect(finding.basis == "本地要求")
    }

    @Test func addsWithFactorsOverSeveralTables() throws {
        var truth = try truth()
        truth.set("proactive", "permits", "decisions", to: Quantity(12))
        truth.set("proactive", "penalties", "decisions", to: Quantity(30))
        truth.set("disputes", "review", "total", to: Quantity(3))
        let constraint = Constraint(
            rule: "own.sum",
            severity: .error,
            left: [try term("proactive.penalties.decisions")],
            comparison: .equal,
            right: [try term("proactive.permits.decisions", times: 2), try term("disputes.review.total", times: 2)]
        )
        #expect(judge(truth.report, constraint) == .clean)
        truth.set("disputes", "review", "total", to: Quantity(2))
        let finding = try #require(judge(truth.report, constraint).findings.first)
        #expect(finding.expected == .number(Quantity(28)))
        #expect(finding.actual == .number(Quantity(30)))
    }

    @Test func aBlankTotalIsNotJudgedAndABlankPartIsNothing() throws {
        var truth = try truth()
        let constraint = Constraint(
            rule: "own.sum",
            severity: .error,
            left: [try term("proactive.permits.decisions")],
            comparison: .equal,
            right: [try term("proactive.penalties.decisions"), try term("proactive.coercive_measures.decisions")]
        )
        truth.set("proactive", "permits", "decisions", to: Quantity(4))
        truth.set("proactive", "penalties", "decisions", to: Quantity(4))
        truth.set("proactive", "coercive_measures", "decisions", to: nil)
        #expect(judge(truth.report, constraint) == .clean)
        truth.set("proactive", "permits", "decisions", to: nil)
        #expect(judge(truth.report, constraint).findings.isEmpty)
        #expect(judge(truth.report, constraint).unverified.map(\.reason).first?.contains("blank") == true)
    }

    @Test func doesNotApplyToAFormWithoutItsCells() throws {
        let report = try truth("2014").report
        #expect(judge(report, try permitsAtMost(Quantity(0))) == .clean)
        var other = try permitsAtMost(Quantity(-1))
        other.forms = ["2019"]
        #expect(judge(try truth().report, other) == .clean)
    }

    @Test func theTextsFiguresTakePart() throws {
        var report = try truth().report
        let constraint = Constraint(
            rule: "own.claim",
            severity: .warning,
            left: [Constraint.Term(.claim(key: "信息公开专栏"))],
            comparison: .atLeast,
            right: [Constraint.Term(.constant(Quantity(5)))]
        )
        #expect(judge(report, constraint).unverified.map(\.reason) == ["the text does not state it: the text"])
        let claim = Claim(
            key: "信息公开专栏",
            value: Quantity(3),
            low: nil,
            high: nil,
            unit: "个",
            line: 9,
            text: "专栏3个"
        )
        report.claims = [claim]
        let finding = try #require(judge(report, constraint).findings.first)
        #expect(finding.places.map(\.path) == ["claims.0"])
        report.claims[0].value = Quantity(5)
        #expect(judge(report, constraint) == .clean)
    }
}
