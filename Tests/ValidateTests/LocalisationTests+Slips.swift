import Forms
import Model
import TestSupport
import Testing
import Validate

/// Rows that were exchanged, and lines that slid.
extension LocalisationTests {
    private static let applicants = [
        "natural_person", "business", "research", "charity", "legal_service", "other_organisation",
    ]

    /// The table of applications with all its numbers 0 but for two rows of outcomes, and what they add up to.
    private func applications() throws -> ReportTruth {
        var truth = try truth()
        let form = truth.form.tables[1]
        for row in form.rows {
            for column in form.columns { truth.set("applications", row.id, column.id, to: Quantity(0)) }
        }
        let granted = [31, 4, 1, 0, 6, 2]
        let refused = [7, 0, 2, 0, 1, 3]
        for (index, column) in Self.applicants.enumerated() {
            truth.set("applications", "granted", column, to: Quantity(granted[index]))
            truth.set("applications", "not_processed.petition", column, to: Quantity(refused[index]))
            for row in ["processed_total", "received"] {
                truth.set("applications", row, column, to: Quantity(granted[index] + refused[index]))
            }
        }
        for (row, sum) in [("granted", 44), ("not_processed.petition", 13), ("processed_total", 57), ("received", 57)] {
            truth.set("applications", row, "total", to: Quantity(sum))
        }
        return truth
    }

    private func applicationsFindings(_ truth: ReportTruth) -> [Finding] {
        RuleCatalog.judgement(of: truth.report).findings.filter { $0.rule.hasPrefix("applications.") }
    }

    private func count(_ truth: ReportTruth, _ row: String, _ column: String) -> Int {
        truth.report.table("applications")?.cell(row, column)?.number?.whole ?? 0
    }

    @Test func rowsThatWereExchangedAreOneSlip() throws {
        var truth = try applications()
        #expect(applicationsFindings(truth).isEmpty)
        for column in Self.applicants + ["total"] {
            let values = ["carried_out", "granted"].map { count(truth, $0, column) }
            truth.set("applications", "carried_out", column, to: Quantity(values[1]))
            truth.set("applications", "granted", column, to: Quantity(values[0]))
        }
        let found = applicationsFindings(truth)
        #expect(found.count > 5 && found.allSatisfy { $0.repairs.isEmpty })
        #expect(Set(found.map(\.cluster)).count == 1 && found[0].cluster != nil)
        #expect(found[0].message.zh.contains("两行的数互换了"))
        #expect(found[0].message.en.contains("stand in each other's place"))
    }

    @Test(arguments: [true, false]) func aColumnThatSlidIsOneSlip(_ isDown: Bool) throws {
        var truth = try applications()
        let rows = truth.form.tables[1].rows.map(\.id)
        let values = rows.map { count(truth, $0, "natural_person") }
        let slid = isDown ? [0] + values.dropLast() : Array(values.dropFirst()) + [0]
        for (row, value) in zip(rows, slid) {
            truth.set("applications", row, "natural_person", to: Quantity(value))
        }
        let found = applicationsFindings(truth)
        #expect(Set(found.map(\.cluster)).count == 1 && found[0].cluster != nil)
        #expect(found[0].message.en.contains("column natural persons"))
        #expect(found[0].message.en.contains(isDown ? "slid one row down" : "slid one row up"))
    }

    @Test func aLineThatSlidAcrossItsBlocksIsToldBesideWhatEachSumAllows() throws {
        var truth = try truth()
        let rows = ["review", "litigation_direct", "litigation_after_review"]
        let columns = ["upheld", "corrected", "other", "pending", "total"]
        let cells = rows.flatMap { row in columns.map { (row, $0) } }
        let values = [4, 1, 0, 2, 7, 3, 0, 0, 1, 4, 2, 0, 0, 0, 2]
        for (cell, value) in zip(cells, [0] + values.dropLast()) {
            truth.set("disputes", cell.0, cell.1, to: Quantity(value))
        }
        let found = findings(truth.report, "disputes.total")
        #expect(found.count > 1)
        #expect(found[0].message.en.contains("slid one column to the right and should be 4, 1, 0, 2, 7, 3, 0, 0, 1, 4"))
        #expect(found.allSatisfy { !$0.repairs.isEmpty })
    }

    /// A report whose text states a fee and whose table has 35200 for it.
}
