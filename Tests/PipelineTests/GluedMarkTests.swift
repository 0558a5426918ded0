import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Marks for nothing among digits that ran together: each is a cell, and divides those beside it.
struct GluedMarkTests {
    private func truth(_ identifier: String, year: Int) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: Agency.all[3], year: year, seed: 7)
    }

    /// The report of the truth with another text behind a label, up to the next that is no digit.
    private func report(_ truth: ReportTruth, _ label: String, _ cells: String) throws -> Report {
        let text = truth.text(.glued)
        let start = try #require(text.range(of: label)).upperBound
        let digits = text[start...].prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
        return try readReport(text[..<start] + cells + text[start...].dropFirst(digits.count))
    }

    /// One way alone makes seven cells of them.
    @Test(arguments: ["/", "—", "——", "无"])
    func marksAndANumberAreTheCellsOfARow(_ mark: String) throws {
        let label = "四、结转下年度继续办理"
        let cells = String(repeating: mark, count: 6) + "0"
        let row = try #require(try report(truth("2021", year: 2022), label, cells).table("applications")?.rows.last)
        #expect(row.id == "carried_out")
        #expect(row.cells.map { $0?.number?.whole } == [nil, nil, nil, nil, nil, nil, 0])
        #expect(row.cells.dropLast().allSatisfy { $0?.content == .mark && $0?.text == mark })
    }

    @Test func aMarkDividesTheNumbersBesideIt() throws {
        let row = try permits("14/917")
        #expect(row == [14, nil, 917])
    }

    /// A hyphen may be the sign of the number behind it.
    @Test func aHyphenIsNoMarkAmongDigits() throws {
        #expect(try permits("--3") == [nil, nil, nil])
    }

    private func permits(_ cells: String) throws -> [Int?] {
        let table = try report(truth("2019", year: 2020), "处理决定数量行政许可", cells).table("proactive")
        return ["items_last_year", "change", "decisions"].map { table?.cell("permits", $0)?.number?.whole }
    }

    @Test func aLineOfDisputesMayBeMarksAndTotals() throws {
        let heads = String(repeating: "结果维持结果纠正其他结果尚未审结总计", count: 2)
        let table = try report(truth("2021", year: 2022), heads, "////0////0////0").table("disputes")
        for row in ["review", "litigation_direct", "litigation_after_review"] {
            #expect(table?.row(row)?.cells.map { $0?.number?.whole } == [nil, nil, nil, nil, 0])
        }
    }

    /// A short label is one where marks stand behind it as cells do.
    @Test func aShortLabelStandsBeforeMarks() throws {
        let table = try report(truth("2021", year: 2022), "现行有效件数规章", "///").table("proactive")
        #expect(table?.row("regulations")?.cells.filter { $0?.content == .mark }.count == 3)
    }

    @Test(arguments: ["—", "无", "/"])
    func aShortLabelStandsBeforeANumberBetweenMarks(_ mark: String) throws {
        let table = try report(truth("2021", year: 2022), "现行有效件数规章", mark + "2" + mark).table("proactive")
        #expect(table?.row("regulations")?.cells.compactMap { $0 }.map { $0.number?.whole } == [nil, 2, nil])
        #expect(table?.cell("regulations", "issued")?.text == mark)
    }

    /// Blank cells that leave no trace: a line of disputes that has a digit for each cell has it by accident.
    @Test func noNumberIsWrongWhereBlanksVanish() throws {
        let form = try #require(FormCatalog.form("2021"))
        for seed in 1...12 as ClosedRange<UInt64> {
            let truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: seed)
                .withBlanks(40, seed: seed)
            let report = try readReport(truth.text(.glued))
            let table = try #require(truth.table("disputes"))
            for row in table.form.rows {
                for column in table.columns(of: row) {
                    guard let read = report.table("disputes")?.cell(row.id, column)?.number else { continue }
                    #expect(read == table[row.id, column], "seed \(seed): \(row.id).\(column)")
                }
            }
        }
    }
}
