import Forms
import Model
import TestSupport
import Testing
import Validate

/// What an explanation says of the relations between two years.
struct YearStepsTests {
    private func truth(_ form: String, _ year: Int, _ seed: UInt64) throws -> ReportTruth {
        try .make(form: #require(FormCatalog.form(form)), agency: Agency.all[1], year: year, seed: seed)
    }

    private func steps(_ rule: String, _ report: Report, _ previous: Report?) -> [RelationStep] {
        let context = JudgementContext(neighbours: Neighbours(previous: previous))
        return Explanation(report, context: context, own: []).rules.first { $0.description.identifier == rule }?.steps
            ?? []
    }

    @Test func whatWasCarriedOverIsSetBesideLastYears() throws {
        var now = try truth("2021", 2023, 5)
        var before = try truth("2021", 2022, 6)
        now.set("applications", "carried_in", "total", to: Quantity(4))
        before.set("applications", "carried_out", "total", to: Quantity(6))
        let steps = steps("history.carry-over", now.report, before.report)
        #expect(steps.count == 7)
        let total = try #require(steps.last)
        #expect(!total.holds && total.doubt == nil)
        #expect(total.left.sum == Quantity(4) && total.right.sum == Quantity(6))
        #expect(total.right.addends.map(\.name.en) == ["carried out to next year of 2022"])
        #expect(self.steps("history.carry-over", now.report, nil).isEmpty)
    }

    @Test func aBlankTotalIsNotJudged() throws {
        var now = try truth("2021", 2023, 5)
        now.set("applications", "carried_in", "total", to: nil)
        let before = try truth("2021", 2022, 6)
        #expect(steps("history.carry-over", now.report, before.report).last?.doubt == "a cell is blank")
    }

    @Test func documentsInForceFollowFromTheYearBefore() throws {
        var now = try truth("2021", 2023, 5)
        var before = try truth("2021", 2022, 6)
        let row = "normative_documents"
        for (column, value) in [("issued", 3), ("repealed", 5), ("in_force", 156)] {
            now.set("proactive", row, column, to: Quantity(value))
        }
        before.set("proactive", row, "in_force", to: Quantity(159))
        let step = try #require(steps("history.in-force", now.report, before.report).last)
        #expect(step.right.addends.map(\.factor) == [1, 1, -1])
        #expect(step.right.sum == Quantity(157) && !step.holds)
    }

    @Test func cumulativeNumbersFollowFromTheYearBefore() throws {
        let steps = steps("history.cumulative", try truth("2008", 2012, 5).report, try truth("2008", 2011, 6).report)
        #expect(!steps.isEmpty)
        #expect(steps.allSatisfy { $0.right.addends.count == 2 && $0.doubt == nil })
    }
}
