import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Reports that are printed as PDF, with the truth beside them.
@Suite(.enabled(if: PDFProgram.isInstalled, "pdftotext (poppler-utils) is not installed"))
struct GeneratedPDFTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var form: String
        var style: PDFStyle
        var testDescription: String { "form \(form), \(style)" }
        static let all = ["2008", "2014", "2019", "2021"].flatMap { form in
            PDFStyle.all.map { Case(form: form, style: $0) }
        }
    }

    @Test(arguments: Case.all)
    func readsEveryCell(_ item: Case) throws {
        for seed in 1...4 {
            let truth = try make(item.form, seed: UInt64(seed))
            let report = try read(truth, item.style)
            #expect(report.identity.agency == truth.agency)
            #expect(report.identity.year == truth.year)
            #expect(report.sections.compactMap(\.id) == truth.sections.map(\.id))
            #expect(differences(report, truth) == [], "seed \(seed)")
            let errors = report.findings.filter { $0.severity == .error }
            #expect(errors.isEmpty, "seed \(seed): \(errors.map(\.message.en))")
        }
    }

    /// A blank cell is one that no word stands in: the columns tell which.
    @Test(arguments: Case.all)
    func readsBlankCellsAsBlanks(_ item: Case) throws {
        for seed in 1...4 {
            let truth = try make(item.form, seed: UInt64(seed)).withBlanks(40, seed: UInt64(seed))
            #expect(differences(try read(truth, item.style), truth) == [], "seed \(seed)")
        }
    }

    private func make(_ identifier: String, seed: UInt64) throws -> ReportTruth {
        let years = ["2008": 2012, "2014": 2016, "2019": 2019, "2021": 2023]
        let agency = Agency.all[Int(seed * 3) % Agency.all.count]
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: agency, year: years[identifier] ?? 2023, seed: seed + 500)
    }

    private func read(_ truth: ReportTruth, _ style: PDFStyle) throws -> Report {
        let source = Source(name: "generated.pdf")
        let reading = ReportReader.read(truth.pdf(style), source: source, received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread(reading: reading) }
        return report
    }

    private struct Unread: Error { var reading: Reading }

    private func differences(_ report: Report, _ truth: ReportTruth) -> [String] {
        truth.tables.flatMap { table in
            table.form.rows.flatMap { row in
                table.columns(of: row).compactMap { column in
                    let value = table[row.id, column]
                    let read = report.table(table.form.id)?.cell(row.id, column)?.number
                    if read == value { return nil }
                    return
                        "\(table.form.id).\(row.id).\(column): \(read?.description ?? "nothing") for \(value?.description ?? "blank")"
                }
            }
        }
    }
}
