import Foundation
import Model
import TestSupport
import Testing

/// Where a table ends and the text goes on.
struct TableEndTests {
    /// Below a grid whose last row is full, a sentence that begins with a row's name is no row.
    @Test(arguments: ["予以公开9999件、不予公开1件。", "办结情况：予以公开9999件，无法提供2件。"])
    func textBelowAGridIsRead(sentence: String) throws {
        let fixture = try #require(Fixture.all.first { $0.description.hasSuffix("2021-tabs-sound") })
        var lines = try #require(fixture.text("input.txt")).components(separatedBy: "\n")
        let last = try #require(lines.firstIndex { $0.hasPrefix("四、结转下年度") })
        lines.insert(sentence, at: last + 1)
        let report = try readReport(lines.joined(separator: "\n"))
        #expect(report.claims.contains { $0.value == Quantity(9999) && $0.line == last + 2 })
        #expect(report.tables.allSatisfy { $0.state == .read })
    }
}
