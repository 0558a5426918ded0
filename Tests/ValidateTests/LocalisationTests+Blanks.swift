import Forms
import Model
import TestSupport
import Testing
import Validate

/// Rows that nobody filled in, and rows that slid so that their total was left blank.
extension LocalisationTests {
    private static let applicants = [
        "natural_person", "business", "research", "charity", "legal_service", "other_organisation",
    ]

    /// A table of applications of which 57 came in, 54 were dealt with and `left` were carried out, by applicant.
    private func applications(left: [Int]) throws -> ReportTruth {
        var truth = try truth()
        for row in truth.form.tables[1].rows {
            for column in truth.form.tables[1].columns {
                truth.set("applications", row.id, column.id, to: Quantity(0))
            }
        }
        let granted = [31, 4, 1, 0, 6, 12]
        for row in ["granted", "processed_total", "received", "carried_out"] {
            for (index, column) in Self.applicants.enumerated() {
                let value = row == "carried_out" ? 0 : granted[index]
                truth.set(
                    "applications",
                    row,
                    column,
                    to: Quantity(value + (row.hasPrefix("c") || row == "received" ? left[index] : 0))
                )
            }
            let sum =
                (row == "carried_out" ? 0 : 54) + (row.hasPrefix("c") || row == "received" ? left.reduce(0, +) : 0)
            truth.set("applications", row, "total", to: Quantity(sum))
        }
        return truth
    }

    private func blank(_ truth: ReportTruth, _ row: String) -> ReportTruth {
        var truth = truth
        for column in Self.applicants + ["total"] { truth.set("applications", row, column, to: nil) }
        return truth
    }

    @Test func aRowThatNobodyFilledInIsTheFirstToBeNamed() throws {
        let sound = try applications(left: [3, 0, 0, 0, 0, 0])
        #expect(findings(sound.report, "applications.balance").isEmpty)
        let found = findings(blank(sound, "carried_out").report, "applications.balance")
        #expect(found.count == 2)
        #expect(
            repairs(found.first).first
                == "applications.carried_out.natural_person blank>3 applications.carried_out.total blank>3"
        )
        #expect(found.first?.repairs.first?.cause.zh.contains("整行空白") == true)
        #expect(found.flatMap(\.repairs).allSatisfy { !$0.cause.zh.contains("唯一") })
    }

    @Test func ARowOfManyNumbersThatNobodyFilledInIsToldInWords() throws {
        let sound = try applications(left: [3, 1, 2, 0, 0, 0])
        let found = findings(blank(sound, "carried_out").report, "applications.balance")
        #expect(found.count == 4 && found.allSatisfy { $0.repairs.isEmpty })
        #expect(Set(found.map(\.cluster)).count == 1 && found[0].cluster != nil)
        #expect(found[0].message.zh.contains("空白处如应填数，各项关系也都成立："))
        #expect(found[0].message.zh.contains("“结转下年度继续办理”的“总计”填 6"))
    }

    @Test func aBlankThatCannotBeTheCauseIsNotBlamed() throws {
        var truth = blank(try applications(left: [0, 0, 0, 0, 0, 0]), "carried_in")
        truth.set("applications", "granted", "natural_person", to: Quantity(13))
        let found = findings(truth.report, "applications.row-total")
        #expect(repairs(found.first) == ["applications.granted.natural_person 13>31"])
        #expect(found.first?.repairs.first?.cause.zh.contains("唯一") == true)
    }

    @Test func blanksAreNotToldAsZero() throws {
        let found = findings(
            blank(try applications(left: [3, 0, 0, 0, 0, 0]), "carried_out").report,
            "applications.balance"
        )
        #expect(found.first?.message.zh.contains("结转下年度继续办理 空白") == true)
        #expect(found.first?.message.en.contains("carried out to next year blank") == true)
    }

    @Test func aRowThatSlidOutOfItsTotalIsOneSlip() throws {
        var truth = try applications(left: [3, 0, 0, 0, 0, 0])
        for (index, column) in Self.applicants.enumerated() {
            let values = [4, 1, 0, 6, 12, 57]
            truth.set("applications", "received", column, to: Quantity(values[index]))
        }
        truth.set("applications", "received", "total", to: nil)
        let found = findings(truth.report, "applications.balance")
        #expect(found.count > 3 && Set(found.map(\.cluster)).count == 1)
        #expect(found[0].message.zh.contains("“本年新收政府信息公开申请数量”一行的数整体左移了一列，应为 34、4、1、0、6、12、57"))
    }

    @Test func noSlideMakesUpATotal() throws {
        var truth = try applications(left: [0, 0, 0, 0, 0, 0])
        truth.set("applications", "received", "natural_person", to: Quantity(41))
        var report = truth.report
        let table = try #require(report.tables.firstIndex { $0.id == "applications" })
        // Without 总计 of what was dealt with no column is judged, and the row's own sum says nothing of a slide.
        let row = try #require(report.tables[table].rows.firstIndex { $0.id == "processed_total" })
        for cell in report.tables[table].rows[row].cells.indices {
            report.tables[table].rows[row].cells[cell] = Cell(.blank, line: 1)
        }
        let found = findings(report, "applications.row-total")
        #expect(found.count == 1)
        #expect(found[0].message.zh.contains("移了一列") == false)
    }

    @Test(arguments: [true, false]) func aRowThatNobodyFilledInIsNoZeroOfLastYear(_ isTotalThere: Bool) throws {
        var before = blank(try applications(left: [0, 0, 0, 0, 0, 0]), "carried_out")
        if isTotalThere { before.set("applications", "carried_out", "total", to: Quantity(0)) }
        var now = try applications(left: [0, 0, 0, 0, 0, 0])
        now.set("applications", "carried_in", "natural_person", to: Quantity(1))
        now.set("applications", "carried_in", "total", to: Quantity(1))
        var last = before.report
        last.identity.year = 2022
        let found = findings(now.report, "history.carry-over", previous: last)
        #expect(found.count == (isTotalThere ? 2 : 0))
        #expect(found.allSatisfy { !$0.message.zh.contains("natural") })
        if isTotalThere { #expect(found.last?.message.zh.contains("结转下年度空白（按 0 件计）") == true) }
    }
}
