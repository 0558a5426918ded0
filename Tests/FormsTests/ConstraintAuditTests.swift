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

    private func kind(_ first: Constraint, _ second: Constraint) -> ConstraintAudit.Kind? {
        ConstraintAudit.clash(between: first, and: second)
    }

    @Test func whatIsSaidTwiceIsARepetitionHoweverItIsWritten() throws {
        let parts = ["upheld", "corrected", "other", "pending"].map { "disputes.review." + $0 }
        let sum = try own(["disputes.review.total"], .equal, parts)
        #expect(kind(sum, try own(parts.reversed(), .equal, ["disputes.review.total"])) == .repeats)
        let bound = try own(["proactive.permits.decisions"], .atMost, ["3"])
        #expect(kind(bound, try own(["3"], .atLeast, ["proactive.permits.decisions"])) == .repeats)
        #expect(kind(bound, try own(["proactive.permits.decisions"], .atMost, ["5"])) == nil)
    }

    @Test func whatNoReportKeepsIsAContradiction() throws {
        let permits = ["proactive.permits.decisions"]
        #expect(kind(try own(permits, .atMost, ["3"]), try own(permits, .atLeast, ["5"])) == .contradicts)
        #expect(kind(try own(permits, .equal, ["3"]), try own(permits, .equal, ["4"])) == .contradicts)
        #expect(kind(try own(permits, .atMost, ["5"]), try own(permits, .atLeast, ["3"])) == nil)
        let largest = try own(permits, .atLeastEach, ["proactive.penalties.decisions", "5"])
        #expect(kind(largest, try own(permits, .atMost, ["3"])) == .contradicts)
    }

    @Test func aSumWithAPartLessWouldLeaveOnlyZeros() throws {
        let parts = ["upheld", "corrected", "other", "pending"].map { "disputes.review." + $0 }
        let sum = try own(["disputes.review.total"], .equal, parts)
        let short = try own(["disputes.review.total"], .equal, Array(parts.dropLast()))
        #expect(ConstraintAudit.clashes(among: [sum, short]).map(\.kind) == [.contradicts])
    }
}
