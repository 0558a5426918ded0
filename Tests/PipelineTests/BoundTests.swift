import Model
import Pipeline
import TestSupport
import Testing

/// What exceeds a bound has no one number that would fit: to expect the very number that is wrong would be no help.
struct BoundTests {
    @Test func aBoundExpectsNoNumber() throws {
        let text = try #require(Fixture.all.first { $0.description.hasPrefix("0022") }?.text("input.txt"))
        let finding = try #require(try readReport(text).findings.first { $0.rule == "statistics.sum" })
        #expect(finding.places.first?.path == "statistics.responses.press.leader.count")
        #expect(finding.expected == nil)
        #expect(finding.actual == .number(Quantity(5)))
    }
}
