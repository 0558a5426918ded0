import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Every fixture through the whole reader.
struct FixtureTests {
    private func reading(_ fixture: Fixture) throws -> Reading {
        let input = try #require(fixture.input)
        let source = Source(name: input.lastPathComponent)
        return ReportReader.read(Array(try Data(contentsOf: input)), source: source, received: "2026-01-31T09:00:00Z")
    }

    @Test(arguments: Fixture.all)
    func readsTheIdentityAndTheSections(_ fixture: Fixture) throws {
        let wanted = try fixture.expectation()
        switch try reading(fixture) {
        case .rejected(let rejection):
            #expect(wanted.kind == .notAReport)
            #expect(rejection.code == .notAReport)
        case .report(let report):
            #expect(report.identity.kind == wanted.kind)
            #expect(report.identity.agency == wanted.agency)
            #expect(report.identity.year == wanted.year)
            #expect(report.identity.form == wanted.form)
            #expect(report.identity.published == wanted.published)
            #expect(report.identity.title == wanted.title?.filter { $0 != " " })
            #expect(report.sections.compactMap(\.id) == wanted.sections)
        }
    }

    @Test(arguments: Fixture.all)
    func readsEveryCell(_ fixture: Fixture) throws {
        let wanted = try fixture.cells()
        guard case .report(let report) = try reading(fixture) else { return }
        for (table, rows) in wanted {
            let read = try #require(report.table(table), "table \(table)")
            #expect(read.state == .read)
            #expect(Set(read.rows.map(\.id)) == Set(rows.keys))
            for (row, columns) in rows {
                for (column, value) in columns {
                    #expect(read.cell(row, column)?.number == value, "\(table).\(row).\(column)")
                }
            }
        }
    }

    @Test(arguments: Fixture.all)
    func findsWhatIsWrongAndNothingElse(_ fixture: Fixture) throws {
        let wanted = try fixture.expectation()
        guard case .report(let report) = try reading(fixture) else { return }
        let found = report.findings.filter { $0.severity != .info }
        for expected in wanted.findings {
            #expect(found.contains { expected.matches($0) }, "\(expected) is not found")
        }
        for finding in found {
            #expect(wanted.findings.contains { $0.matches(finding) }, "\(finding.rule): \(finding.message.en)")
        }
        #expect(report.verdict == wanted.verdict)
    }
}
