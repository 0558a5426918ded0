import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Word documents and PDF through the whole reader.
struct DocumentFixtureTests {
    static let words = Fixture.documents.filter { $0.input?.pathExtension == "docx" }
    static let prints = Fixture.documents.filter { $0.input?.pathExtension == "pdf" }

    @Test func everyFixtureHasAKnownFormat() {
        #expect(!Self.words.isEmpty && !Self.prints.isEmpty)
        #expect(Self.words.count + Self.prints.count == Fixture.documents.count)
    }

    @Test(arguments: words)
    func readsWordDocuments(_ fixture: Fixture) throws { try check(fixture) }

    @Test(.enabled(if: PDFProgram.isInstalled, "pdftotext (poppler-utils) is not installed"), arguments: prints)
    func readsPDF(_ fixture: Fixture) throws { try check(fixture) }

    private func check(_ fixture: Fixture) throws {
        let input = try #require(fixture.input)
        let bytes = Array(try Data(contentsOf: input))
        let source = Source(name: input.lastPathComponent)
        let wanted = try fixture.expectation()
        guard case .report(let report) = ReportReader.read(bytes, source: source, received: "2026-01-31T09:00:00Z")
        else {
            Issue.record("\(fixture) is no report")
            return
        }
        #expect(report.identity.agency == wanted.agency)
        #expect(report.identity.year == wanted.year)
        #expect(report.identity.form == wanted.form)
        #expect(report.sections.compactMap(\.id) == wanted.sections)
        #expect(report.verdict == wanted.verdict)
        for (table, rows) in try fixture.cells() {
            for (row, columns) in rows {
                for (column, value) in columns {
                    #expect(report.table(table)?.cell(row, column)?.number == value, "\(table).\(row).\(column)")
                }
            }
        }
    }
}
