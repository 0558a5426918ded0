import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Every cell, heading and finding tells where it stands, by what a person can look for in the document.
struct ProvenanceTests {
    @Test func aCellOfAPageHasItsTableRowAndColumn() throws {
        let report = try read(Array(Self.page.utf8), "a.html")
        let row = try #require(report.table("applications")?.row("carried_in"))
        #expect(row.inDocument?.cell == GridPlace(table: 1, row: 4, column: 0, width: 3))
        let total = try #require(report.table("applications")?.cell("carried_in", "total"))
        #expect(total.inDocument?.cell == GridPlace(table: 1, row: 4, column: 9))
        #expect(total.inDocument?.page == nil)
        #expect(total.inDocument?.words.en == "table 2, row 5, column 10")
        #expect(total.inDocument?.words.zh == "表 2 第 5 行第 10 列")
    }

    @Test func aFindingHasThePlaceOfItsCell() throws {
        let report = try read(Array(Self.page.utf8), "a.html")
        let finding = try #require(report.findings.first { $0.rule == "applications.balance" })
        let place = try #require(finding.places.first { $0.path == "applications.received.natural_person" })
        #expect(place.inDocument == report.table("applications")?.cell("received", "natural_person")?.inDocument)
        #expect(place.inDocument != nil)
    }

    @Test func plainTextHasItsLinesAlone() throws {
        let truth = ReportTruth.make(form: .form2021, agency: Agency.all[0], year: 2023, seed: 7)
        let report = try read(Array(truth.text(.tabs).utf8), "a.txt")
        let rows = report.tables.flatMap(\.rows)
        #expect(rows.allSatisfy { row in row.inDocument == nil && row.line > 0 })
        #expect(rows.flatMap(\.cells).allSatisfy { $0?.inDocument == nil })
    }

    @Test(.enabled(if: PDFProgram.isInstalled, "pdftotext (poppler-utils) is not installed"))
    func whatStandsInAPDFHasItsPage() throws {
        let truth = ReportTruth.make(form: .form2021, agency: Agency.all[0], year: 2023, seed: 7)
        let report = try read(truth.pdf(try #require(PDFStyle.all.first)), "a.pdf")
        let pages = report.sections.map { $0.inDocument?.page }
        #expect(pages.first == 1)
        #expect(pages.allSatisfy { $0 != nil })
        #expect(pages.compactMap(\.self) == pages.compactMap(\.self).sorted())
        let rows = try #require(report.table("applications")?.rows)
        #expect(rows.allSatisfy { $0.inDocument?.page != nil && $0.inDocument?.cell != nil })
        #expect((rows.last?.inDocument?.page ?? 0) > (rows.first?.inDocument?.page ?? 0), "the table takes two pages")
    }

    private func read(_ bytes: [UInt8], _ name: String) throws -> Report {
        let reading = ReportReader.read(bytes, source: Source(name: name), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        return report
    }

    private struct Unread: Error {}

    /// A report whose second table breaks its balance: one more was received than processed or carried out.
    private static var page: String {
        var truth = ReportTruth.make(form: .form2021, agency: Agency.all[0], year: 2023, seed: 7)
        for column in ["natural_person", "total"] {
            let value = truth.table("applications")?["received", column]?.whole ?? 0
            truth.set("applications", "received", column, to: Quantity(value + 1))
        }
        return truth.text(.html)
    }
}
