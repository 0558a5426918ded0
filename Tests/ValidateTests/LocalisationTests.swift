import Forms
import Model
import TestSupport
import Testing
import Validate

/// Which cells explain a relation that does not hold, in which order, and why.
struct LocalisationTests {
    func truth(_ form: String = "2021") throws -> ReportTruth {
        try ReportTruth.make(form: #require(FormCatalog.form(form)), agency: Agency.all[0], year: 2023, seed: 11)
    }

    func findings(
        _ report: Report,
        _ rule: String,
        previous: Report? = nil,
        own: [Constraint] = []
    ) -> [Finding] {
        let context = JudgementContext(neighbours: Neighbours(previous: previous), constraints: own)
        return RuleCatalog.judgement(of: report, context: context).findings.filter { $0.rule == rule }
    }

    /// The repairs in one line each: `path from>to`.
    func repairs(_ finding: Finding?) -> [String] {
        (finding?.repairs ?? []).map { repair in
            repair.changes.map { "\($0.path) \($0.from?.description ?? "blank")>\($0.to)" }.joined(separator: " ")
        }
    }

    /// The block of reviews: 结果维持, 结果纠正, 其他结果, 尚未审结, 总计; nil is a blank.
    func disputes(_ values: [Int?]) throws -> ReportTruth {
        var truth = try truth()
        for (column, value) in zip(["upheld", "corrected", "other", "pending", "total"], values) {
            truth.set("disputes", "review", column, to: value.map { Quantity($0) })
        }
        return truth
    }

    @Test func aTotalOfZeroBesideItsPartsIsTheTotalsFault() throws {
        let found = findings(try disputes([10, 1, 0, 0, 0]).report, "disputes.total")
        #expect(repairs(found.first) == ["disputes.review.total 0>11"])
        #expect(found.first?.repairs.first?.cause.en.contains("a total that was left at 0") == true)
        #expect(found.first?.repairs.first?.cause.en.contains("the only change") == true)
    }

    @Test func everyCellOfASumThatCouldBeWrongIsListed() throws {
        let found = findings(try disputes([2, 21, 0, 0, 14]).report, "disputes.total")
        // 21 for 12 is a transposition; the others could be anything.
        #expect(repairs(found.first).first == "disputes.review.corrected 21>12")
        #expect(Set(repairs(found.first)) == ["disputes.review.corrected 21>12", "disputes.review.total 14>23"])
        #expect(found.first?.repairs.first?.cause.zh.contains("颠倒") == true)
    }

    @Test func theTextSpeaksForARepairOrAgainstIt() throws {
        var report = try disputes([2, 21, 0, 0, 14]).report
        let claim = Claim(
            key: "disputes.review.total",
            value: Quantity(23),
            low: nil,
            high: nil,
            unit: "件",
            line: 7,
            text: "行政复议23件",
            readings: [["disputes.review.total"]]
        )
        report.claims = [claim]
        let found = findings(report, "disputes.total")
        #expect(repairs(found.first).first == "disputes.review.total 14>23")
        #expect(found.first?.repairs.first?.cause.zh.contains("行政复议23件") == true)
        report.claims[0].value = Quantity(14)
        #expect(repairs(findings(report, "disputes.total").first).first == "disputes.review.corrected 21>12")
    }

    @Test func aNumberOfLastYearIsRecognised() throws {
        let now = try disputes([3, 17, 5, 6, 20])
        let before = try disputes([1, 17, 1, 1, 20])
        // Both 17 and 20 stood there last year; totals are wrong more often than their parts.
        let found = findings(now.report, "disputes.total", previous: before.report)
        #expect(repairs(found.first).first == "disputes.review.total 20>31")
        #expect(found.first?.repairs.first?.cause.en.contains("left over from last year") == true)
    }

    @Test func whatLastYearCarriedOnSpeaksForACarryIn() throws {
        var truth = try truth()
        for column in ["natural_person", "total"] {
            for row in truth.form.tables[1].rows.map(\.id) { truth.set("applications", row, column, to: Quantity(0)) }
        }
        for column in ["business", "research", "charity", "legal_service", "other_organisation"] {
            for row in truth.form.tables[1].rows.map(\.id) { truth.set("applications", row, column, to: Quantity(0)) }
        }
        let before = truth
        for column in ["natural_person", "total"] { truth.set("applications", "carried_in", column, to: Quantity(6)) }
        let carriedOut = "applications.carried_out.natural_person 0>6 applications.carried_out.total 0>6"
        let carriedIn = "applications.carried_in.natural_person 6>0 applications.carried_in.total 6>0"
        let alone = findings(truth.report, "applications.balance")
        #expect(alone.count == 2)
        #expect(repairs(alone.first) == [carriedOut, carriedIn])
        let known = findings(truth.report, "applications.balance", previous: before.report)
        #expect(repairs(known.first) == [carriedIn, carriedOut])
        #expect(known.first?.repairs.first?.cause.zh.contains("上年报告") == true)
    }

    @Test func aBlankLeafMayBeTheCauseAndABlankTotalIsNotJudged() throws {
        let found = findings(try disputes([10, 1, nil, 0, 13]).report, "disputes.total")
        #expect(repairs(found.first).contains("disputes.review.other blank>2"))
        #expect(findings(try disputes([10, 1, 0, 0, nil]).report, "disputes.total").isEmpty)
    }

    @Test func aMarkIsNeverGivenANumber() throws {
        var report = try disputes([10, 1, 0, 0, 13]).report
        let table = try #require(report.tables.firstIndex { $0.id == "disputes" })
        report.tables[table].rows[0].cells[2] = Cell(.mark, text: "/", line: 1)
        let found = findings(report, "disputes.total")
        #expect(repairs(found.first).count == 4)
        #expect(!repairs(found.first).contains { $0.contains("disputes.review.other") })
    }

    @Test func numbersThatTheRelationsHadToTellGiveNoRepairs() throws {
        var report = try disputes([10, 1, 0, 0, 13]).report
        let table = try #require(report.tables.firstIndex { $0.id == "disputes" })
        report.tables[table].rows[0].cells[0]?.isInferred = true
        let found = findings(report, "disputes.total")
        #expect(found.count == 1)
        #expect(repairs(found.first).isEmpty)
    }

    @Test func aRepairMayNotBreakABound() throws {
        var truth = try truth("2008")
        for row in ["in_person", "online", "letter"] {
            truth.set("annex", "received." + row, "year", to: Quantity(2))
            truth.set("annex", "received." + row, "cumulative", to: Quantity(row == "letter" ? 40 : 2))
        }
        truth.set("annex", "received", "year", to: Quantity(9))
        truth.set("annex", "received", "cumulative", to: Quantity(44))
        // Only the letters of all years leave room for three more.
        let expected: Set = ["annex.received.year 9>6", "annex.received.letter.year 2>5"]
        #expect(Set(repairs(findings(truth.report, "annex.sum").first)) == expected)
    }

    @Test func theRulesOfTheConfigurationPinCellsToo() throws {
        var truth = try disputes([2, 2, 2, 2, 9])
        truth.set("proactive", "permits", "decisions", to: Quantity(4))
        let cell = { (path: String) in Constraint.Term(.cell(try #require(CellAddress(path: path)))) }
        let own = Constraint(
            rule: "own.sum",
            severity: .error,
            left: [try cell("proactive.permits.decisions")],
            comparison: .equal,
            right: [try cell("disputes.review.upheld"), try cell("disputes.review.corrected")]
        )
        #expect(repairs(findings(truth.report, "disputes.total").first).count == 5)
        // With both leaves pinned by a rule that holds, one change of them would break it.
        let pinned = repairs(findings(truth.report, "disputes.total", own: [own]).first)
        #expect(pinned.count == 3)
        #expect(!pinned.contains { $0.contains("upheld") || $0.contains("corrected") })
    }

    @Test func moneyIsCountedInItsSmallestUnit() throws {
        var truth = try truth()
        truth.set("proactive", "fees", "amount", to: Quantity(significand: 12_345, scale: 2))
        truth.set("proactive", "permits", "decisions", to: Quantity(120))
        let cell = { (path: String) in Constraint.Term(.cell(try #require(CellAddress(path: path)))) }
        let own = Constraint(
            rule: "own.sum",
            severity: .error,
            left: [try cell("proactive.fees.amount")],
            comparison: .equal,
            right: [
                try cell("proactive.permits.decisions"),
                Constraint.Term(.constant(Quantity(significand: 55, scale: 2))),
            ]
        )
        let found = findings(truth.report, "own.sum", own: [own])
        // 122.90 decisions there are none: only the money can be made to fit.
        #expect(repairs(found.first) == ["proactive.fees.amount 123.45>120.55"])
    }

    @Test func moreThanThreeWrongCellsAreNotExplained() throws {
        var truth = try truth()
        for (row, column) in [
            ("granted", "natural_person"), ("received", "business"), ("carried_out", "research"),
            ("refused.third_party", "charity"), ("other.other", "legal_service"),
        ] {
            truth.set("applications", row, column, to: Quantity(777))
        }
        let judgement = RuleCatalog.judgement(of: truth.report)
        let found = judgement.findings.filter { $0.rule.hasPrefix("applications.") }
        #expect(found.count > 5)
        #expect(found.allSatisfy { $0.repairs.isEmpty && $0.cluster == nil })
        #expect(found.first?.message.en.contains("no change of up to three cells") == true)
    }

    private func fee(_ value: Quantity, _ unit: String) throws -> Report {
        var truth = try truth()
        truth.set("proactive", "fees", "amount", to: Quantity(35200))
        var report = truth.report
        report.claims = [
            Claim(
                key: "proactive.fees.amount",
                value: value,
                low: value,
                high: value,
                unit: unit,
                line: 7,
                text: "行政事业性收费",
                readings: [["proactive.fees.amount"]]
            )
        ]
        return report
    }

    @Test func moneyInAnotherUnitThanTheTablesIsRecognisedByTheText() throws {
        let found = findings(try fee(Quantity(significand: 352, scale: 2), "万元"), "claim.contradicts-table")
        #expect(repairs(found.first) == ["proactive.fees.amount 35200>3.52"])
        #expect(found.first?.repairs.first?.cause.zh.contains("元误作万元") == true)
        let plain = findings(try fee(Quantity(35200), "元"), "claim.contradicts-table")
        #expect(repairs(plain.first) == ["proactive.fees.amount 35200>3.52"])
        // Neither is the likelier where nothing but the difference tells.
        let other = findings(try fee(Quantity(17), "万元"), "claim.contradicts-table")
        #expect(other.count == 1 && repairs(other.first).isEmpty)
    }

    @Test func aBoundOfTheConfigurationNamesTheCellsThatCanMeetIt() throws {
        let truth = try disputes([2, 1, 0, 0, 3])
        let cell = { (path: String) in Constraint.Term(.cell(try #require(CellAddress(path: path)))) }
        var own = Constraint(
            rule: "own.bound",
            severity: .warning,
            left: [try cell("proactive.permits.decisions")],
            comparison: .atMost,
            right: [try cell("disputes.review.total")]
        )
        var changed = truth
        changed.set("proactive", "permits", "decisions", to: Quantity(5))
        // The total cannot rise by itself: its row would no longer add up.
        let found = findings(changed.report, "own.bound", own: [own])
        #expect(repairs(found.first) == ["proactive.permits.decisions 5>3"])
        #expect(found.first?.repairs.first?.cause.en.contains("at most 3 meets the rule") == true)
        own.comparison = .atLeast
        changed.set("proactive", "permits", "decisions", to: Quantity(2))
        #expect(repairs(findings(changed.report, "own.bound", own: [own]).first) == ["proactive.permits.decisions 2>3"])
    }

    @Test func aBoundThatTheRepairOfASumMeetsIsExplainedWithIt() throws {
        var truth = try disputes([12, 0, 0, 0, 12])
        truth.set("disputes", "review", "upheld", to: Quantity(21))
        let cell = { (path: String) in Constraint.Term(.cell(try #require(CellAddress(path: path)))) }
        let own = Constraint(
            rule: "own.bound",
            severity: .warning,
            left: [try cell("disputes.review.upheld")],
            comparison: .atMost,
            right: [Constraint.Term(.constant(Quantity(20)))]
        )
        let context = JudgementContext(constraints: [own])
        let found = RuleCatalog.judgement(of: truth.report, context: context).findings
        let bound = try #require(found.first { $0.rule == "own.bound" })
        #expect(repairs(bound).first == "disputes.review.upheld 21>12")
        #expect(bound.cluster != nil && bound.cluster == found.first { $0.rule == "disputes.total" }?.cluster)
    }

    @Test func whatTheSameRepairExplainsBesideTheRelationsIsJoined() throws {
        var truth = try truth()
        truth.set("applications", "received", "business", to: Quantity(-4))
        let judgement = RuleCatalog.judgement(of: truth.report)
        let invalid = try #require(judgement.findings.first { $0.rule == "number.invalid" })
        let balance = try #require(judgement.findings.first { $0.rule == "applications.balance" })
        #expect(invalid.cluster == balance.cluster && invalid.cluster != nil)
        #expect(invalid.repairs == balance.repairs)
    }
}
