import Forms
import Model
import Testing

struct ConstraintAuditTests {
    @Test(arguments: FormCatalog.all) func noTwoRelationsOfAFormRepeatOrContradictEachOther(_ form: Form) {
        #expect(ConstraintAudit.clashes(in: form) == [])
    }

    private func own(_ left: [String], _ comparison: Constraint.Comparison, _ right: [String]) throws -> Constraint {
        let terms = { (paths: [String]) in
            try paths.map { path in
                if let number = Int(path) { return Constraint.Term(.constant(Quantity(number))) }
                return Constraint.Term(.cell(try #require(CellAddress(path: path))))
            }
        }
        return Constraint(
            rule: "own.rule",
            severity: .error,
            left: try terms(left),
            comparison: comparison,
            right: try terms(right)
        )
    }

    private func kinds(_ own: Constraint...) -> [ConstraintAudit.Kind] {
        ConstraintAudit.clashes(in: .form2021, with: own).map(\.kind)
    }

    @Test func aRuleThatTheFormHasAlreadyIsARepetition() throws {
        let again = try own(
            [
                "disputes.review.upheld", "disputes.review.corrected", "disputes.review.other",
                "disputes.review.pending",
            ],
            .equal,
            ["disputes.review.total"]
        )
        #expect(kinds(again) == [.repeats])
        let bound = try own(["proactive.permits.decisions"], .atMost, ["3"])
        #expect(kinds(bound) == [])
        #expect(kinds(bound, bound) == [.repeats])
    }

    @Test func rulesThatNoReportKeepsContradictEachOther() throws {
        let permits = ["proactive.permits.decisions"]
        #expect(kinds(try own(permits, .atMost, ["3"]), try own(permits, .atLeast, ["5"])) == [.contradicts])
        #expect(kinds(try own(permits, .equal, ["3"]), try own(permits, .equal, ["4"])) == [.contradicts])
        #expect(kinds(try own(permits, .atMost, ["5"]), try own(permits, .atLeast, ["3"])) == [])
        // The total without 尚未审结 would leave nothing pending.
        let short = try own(
            ["disputes.review.total"],
            .equal,
            ["disputes.review.upheld", "disputes.review.corrected", "disputes.review.other"]
        )
        #expect(kinds(short) == [.contradicts])
    }

    @Test func aRuleOnTheTextOrOnAnotherFormClashesWithNothing() throws {
        var claim = try own(["1"], .equal, ["2"])
        claim.left = [Constraint.Term(.claim(key: "培训"))]
        #expect(kinds(claim) == [])
        #expect(kinds(try own(["statistics.received.count"], .equal, ["3"])) == [])
    }
}
