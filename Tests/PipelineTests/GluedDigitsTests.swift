import Forms
import Model
import Foundation
@testable import Pipeline
import Record
import TestSupport
import Testing

/// Digits that ran together and that no cut makes add up.
struct GluedDigitsTests {
    private static let label = "2.其他法律行政法规禁止公开"
    private static let heads = "未经复议直接起诉复议后起诉" + String(repeating: "结果维持结果纠正其他结果尚未审结总计", count: 2)

    /// A report without applications, but for the row with that label, which has these digits.
    private func report(row digits: String) throws -> Report {
        let form = try #require(FormCatalog.form("2021"))
        var truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2022, seed: 7)
        let table = try #require(truth.form.tables.first { $0.id == "applications" })
        for row in table.rows {
            for column in table.columns { truth.set("applications", row.id, column.id, to: Quantity(0)) }
        }
        let text = truth.text(.glued)
        let start = try #require(text.range(of: Self.label)).upperBound
        // The next label begins with its number.
        #expect(text[start...].hasPrefix("00000003."))
        return try readReport(text[..<start] + digits + text[start...].dropFirst(7))
    }

    @Test func aRowThatNoCutMakesAddUpIsAFinding() throws {
        let report = try report(row: "2121000021")
        let finding = try #require(report.findings.first { $0.rule == "applications.row-total" })
        #expect(finding.severity == .error)
        #expect(finding.places.first?.path == "applications.refused.prohibited_by_law.total")
        #expect(finding.message.zh.contains("2121000021"))
        #expect(finding.expected == nil && finding.actual == nil)
        #expect(!report.unverified.contains { $0.reason.contains("prohibited_by_law") })
        let cells = try #require(report.table("applications")?.row("refused.prohibited_by_law")?.cells)
        #expect(cells.contains { $0?.content == .ambiguous })
    }

    /// 15, a blank, four zeros and 15: a blank cell that left no trace is no fault.
    @Test func aRowThatABlankMakesAddUpIsADoubt() throws {
        let report = try report(row: "15000015")
        #expect(!report.findings.contains { $0.rule == "applications.row-total" })
        #expect(report.unverified.contains { $0.rule == "applications.row-total" })
    }

    @Test func theLineOfDisputesThatNoCutMakesAddUpIsAFinding() throws {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2022, seed: 7)
        let text = truth.text(.glued)
        let start = try #require(text.range(of: Self.heads)).upperBound
        let end = try #require(text[start...].firstIndex { !$0.isASCII || !$0.isNumber })
        let report = try readReport(String(text[..<start]) + "0001212000000121113" + String(text[end...]))
        let finding = try #require(report.findings.first { $0.rule == "disputes.total" })
        #expect(finding.places.first?.path == "disputes.litigation_after_review.total")
        #expect(report.findings.count { $0.rule == "disputes.total" } == 1)
    }

    private func report(disputes line: String) throws -> Report {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2022, seed: 7)
        let text = truth.text(.glued)
        let start = try #require(text.range(of: Self.heads)).upperBound
        let end = try #require(text[start...].firstIndex { !$0.isASCII || !$0.isNumber })
        return try readReport(String(text[..<start]) + line + String(text[end...]))
    }

    /// 1, 18, 7, 0 and 26, or 11, 8, 7, 0 and 26: what both ways have is read.
    @Test func onlyTheCellsOfDisputesInWhichTheWaysDifferAreInDoubt() throws {
        let table = try #require(try report(disputes: "143293491187026407920").table("disputes"))
        #expect(table.row("review")?.cells.map { $0?.number?.whole } == [14, 3, 29, 3, 49])
        #expect(table.row("litigation_direct")?.cells.map { $0?.number?.whole } == [nil, nil, 7, 0, 26])
        #expect(table.cell("litigation_direct", "upheld")?.content == .ambiguous)
        #expect(table.row("litigation_after_review")?.cells.map { $0?.number?.whole } == [4, 0, 7, 9, 20])
    }

    /// Numbers of four digits make thousands of ways to cut a row, of which nearly none adds up.
    private func large(row digits: String) throws -> Report {
        let form = try #require(FormCatalog.form("2021"))
        var truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2022, seed: 7)
        let table = try #require(truth.form.tables.first { $0.id == "applications" })
        let granted = [1000, 14, 32, 11, 20, 6, 1083]
        let received = [1203, 14, 32, 11, 21, 6, 1287]
        let numbers = [
            "received": received, "granted": granted, "processed_total": received,
            "not_processed.petition": [203, 0, 0, 0, 1, 0, 204],
        ]
        for row in table.rows {
            for (index, column) in table.columns.enumerated() {
                truth.set("applications", row.id, column.id, to: Quantity(numbers[row.id]?[index] ?? 0))
            }
        }
        let text = truth.text(.glued)
        let start = try #require(text.range(of: Self.label)).upperBound
        return try readReport(text[..<start] + digits + text[start...].dropFirst(7))
    }

    @Test func rowsOfLargeNumbersAreCutByAllSumsTogether() throws {
        let table = try #require(try large(row: "0000000").table("applications"))
        #expect(table.row("received")?.cells.map { $0?.number?.whole } == [1203, 14, 32, 11, 21, 6, 1287])
        #expect(table.row("granted")?.cells.map { $0?.number?.whole } == [1000, 14, 32, 11, 20, 6, 1083])
        #expect(table.row("processed_total")?.cells.map { $0?.number?.whole } == [1203, 14, 32, 11, 21, 6, 1287])
        #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0?.number != nil } })
    }

    /// 1 and 10, or 11 and 0: either breaks the row's total, whatever the others are.
    @Test func aRowThatNoCutMakesAddUpIsAFindingAmongLargeNumbersToo() throws {
        let report = try large(row: "00000110")
        let broken = report.findings.filter { $0.rule == "applications.row-total" }
        #expect(broken.compactMap(\.places.first?.path) == ["applications.refused.prohibited_by_law.total"])
    }

    /// 902, 66, 2, 5, 40, 6 and 1021 with these digits for 90266: 209 and 66, or 20 and 966, as the row adds up by accident.
    private func granted(_ digits: String) throws -> Table {
        let form = try #require(FormCatalog.form("2021"))
        var truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2022, seed: 7)
        let table = try #require(truth.form.tables.first { $0.id == "applications" })
        let received = [2410, 186, 51, 21, 121, 22, 2811]
        let numbers = [
            "received": received, "granted": [902, 66, 2, 5, 40, 6, 1021], "processed_total": received,
            "not_processed.petition": [1508, 120, 49, 16, 81, 16, 1790],
        ]
        for row in table.rows {
            for (index, column) in table.columns.enumerated() {
                truth.set("applications", row.id, column.id, to: Quantity(numbers[row.id]?[index] ?? 0))
            }
        }
        let text = truth.text(.glued)
        #expect(text.contains("予以公开90266254061021"))
        let misread = text.replacing("予以公开90266254061021", with: "予以公开\(digits)254061021")
        return try #require(try readReport(misread).table("applications"))
    }

    @Test func aRowThatAddsUpAgainstTheColumnsIsADoubt() throws {
        let table = try granted("20966")
        #expect(table.row("granted")?.cells[..<6].allSatisfy { $0?.number == nil } == true)
        #expect(table.row("refused.state_secret")?.cells.allSatisfy { $0?.number == Quantity(0) } == true)
        let sound = try granted("90266")
        #expect(sound.row("granted")?.cells.map { $0?.number?.whole } == [902, 66, 2, 5, 40, 6, 1021])
    }

    /// What is kept of it is judged like the report itself.
    @Test func theRecordKeepsIt() throws {
        let report = try report(row: "2121000021")
        let record = try JSONDecoder().decode(ArchivedRecord.self, from: Data(RecordWriter.bytes(of: report)))
        let kept = Report(record)
        #expect(kept.table("applications")?.unsatisfied == report.table("applications")?.unsatisfied)
        let inferred = try #require(record.tables["applications"]?.rows["refused.prohibited_by_law"]?.inferred)
        #expect(inferred.contains("charity"))
        #expect(kept.table("applications")?.cell("refused.prohibited_by_law", "charity")?.isInferred == true)
    }

    /// Where all of the table agrees, the digits were cut right.
    @Test func aFigureOfTheTextIsHeldAgainstCellsThatTheSumsTold() throws {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2022, seed: 7)
        let received = try #require(truth.table("applications")?["received", "total"]?.whole)
        let other = "全年制发行政规范性文件"
        func report(_ said: Int) throws -> Report {
            let text = truth.text(.glued)
            #expect(text.contains(other))
            return try readReport(text.replacing(other, with: "全年共收到政府信息公开申请\(said)件，" + other))
        }
        let right = try report(received)
        #expect(right.table("applications")?.cell("received", "total")?.isInferred == true)
        #expect(!right.findings.contains { $0.rule.hasPrefix("claim.") })
        let wrong = try report(received + 5)
        #expect(wrong.findings.contains { $0.rule == "claim.contradicts-table" })
    }

    /// Of what is printed for permits and penalties no sum tells: the cells are named as not read.
    @Test func cellsThatNoRelationAsksForAreNamed() throws {
        let form = try #require(FormCatalog.form("2019"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2020, seed: 7)
        let report = try readReport(truth.text(.glued))
        let row = try #require(report.table("proactive")?.row("permits"))
        #expect(row.cells.contains { $0?.content == .ambiguous })
        let item = try #require(report.unverified.first { $0.rule == "number.invalid" })
        #expect(item.reason.contains("proactive permits"))
    }
}
