import Forms
import Model
import TestSupport
import Testing

/// Markdown whose rows of numbers are whole and in order, while the labels of some stand outside of the grid or in pieces.
struct RowsInOrderTests {
    private static let torn: Set<String> = ["partly_granted", "not_processed.reconfirmation", "other.no_correction"]

    private func report(adding more: Int = 0) throws -> (ReportTruth, Report) {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[0], year: 2023, seed: 31)
        let table = try #require(truth.tables.first { $0.form.id == "applications" })
        var lines = ["# \(Agency.all[0].name)2023年政府信息公开工作年度报告", "", "## 三、收到和处理政府信息公开申请情况", ""]
        lines += ["5.要求行政机关确认或重新出具", "已获取信息", "1.申请人无正当理由逾期不补正、"]
        lines += ["| 等于第三项加第四项之和） | 自然人 | 商业 | 科研 | 总计 |", "|---|---|---|---|---|"]
        for row in table.form.rows {
            let printed = table.columns(of: row).map { table[row.id, $0].map(\.description) ?? "0" }
            var values = printed
            if row.id == "other.other", let last = values.last.flatMap({ Int($0) }) {
                values[values.count - 1] = "\(last + more)"
            }
            let cells = values.map { " \($0) |" }.joined()
            if row.id == "partly_granted" {
                lines += ["", "（二）部分公开（区分处理的，只计这一情", "形，不计其他情形）", "|" + cells, "|---|---|---|---|---|---|---|"]
            } else if row.id == "other.no_correction" {
                lines.append("| 行政机关不再处理其政府信息公 |" + cells)
            } else {
                lines.append((Self.torn.contains(row.id) ? "|" : "| \(row.label) |") + cells)
            }
        }
        return (truth, try readReport(lines.joined(separator: "\n"), name: "report.md"))
    }

    @Test func rowsWithoutLabelsAreThoseBetweenTheirNeighbours() throws {
        let (truth, report) = try report()
        #expect(report.table("applications")?.state == .read)
        #expect(truth.notRead(in: report).filter { $0.hasPrefix("applications.") } == [])
    }

    /// Where a sum does not hold, it may be because the rows are others.
    @Test func aSumThatDoesNotHoldLeavesADoubt() throws {
        let table = try #require(try report(adding: 1).1.table("applications"))
        for row in Self.torn {
            #expect(table.row(row)?.cells.allSatisfy { $0?.number == nil } ?? true, "\(row)")
        }
        #expect(CellShapes.counts(table, "received").allSatisfy { $0 != nil })
    }
}
