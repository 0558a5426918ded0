import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// The numbers before short labels tell which row they begin, however they are written.
struct RowNumberTests {
    private static let cells = "<td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td>"
    private static let others = ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"]

    /// All rows of the table as a page has them, with other cells for those of （六）.
    private func page(_ rows: [String]) throws -> Report {
        let form = try #require(FormCatalog.form("2021")?.tables.first { $0.id == "applications" })
        let before = form.rows.filter { !$0.id.hasPrefix("other.") }.dropLast(2)
        let text =
            before.map { "<tr><td>\($0.label)</td>\(Self.cells)</tr>" } + rows.map { "<tr>\($0)</tr>" }
            + form.rows.suffix(2).map { "<tr><td>\($0.label)</td>\(Self.cells)</tr>" }
        return try readReport(
            "<h1>青禾市审计局2023年政府信息公开工作年度报告</h1><h2>三、收到和处理政府信息公开申请情况</h2><table>" + text.joined() + "</table>",
            name: "a.html"
        )
    }

    private func rows(of report: Report) -> [String] {
        report.table("applications")?.rows.map(\.id).filter { $0.hasPrefix("other") } ?? []
    }

    @Test(arguments: ["(六)<br /> 其他", "<p>（六）</p><p>其他</p>", "（六） 其他", "（六）其他"])
    func oneRowForAllOthersIsThatOne(_ label: String) throws {
        let report = try page(["<td>\(label)</td><td>3</td>" + Self.cells.dropFirst(10).dropLast(10) + "<td>3</td>"])
        #expect(rows(of: report) == ["other"])
        #expect(CellShapes.counts(try #require(report.table("applications")), "other") == [3, 0, 0, 0, 0, 0, 3])
        #expect(report.findings.contains { $0.rule == "form.incomplete" })
    }

    @Test(arguments: ["③其他", "3.其他", "<p>3.</p><p>其他</p>", "3.<br>其他", "③<br>其他"], [true, false])
    func theThirdOfTheOthersIsThatRow(_ label: String, _ isBlank: Bool) throws {
        let cells = isBlank ? Self.cells.replacing("0", with: "") : Self.cells
        let report = try page((Self.others + [label]).map { "<td>\($0)</td>" + cells })
        #expect(rows(of: report) == ["other.no_correction", "other.fee_unpaid", "other.other"])
        #expect(!report.findings.contains { $0.rule == "form.incomplete" && $0.places.count < 4 })
    }

    /// The digits of the row before run into the number.
    @Test func digitsBeforeANumberAreTheRowsBefore() throws {
        let truth = ReportTruth.make(
            form: try #require(FormCatalog.form("2021")),
            agency: Agency.all[2],
            year: 2022,
            seed: 3
        )
        let text = truth.text(.glued)
        let start = try #require(text.range(of: "（六）其他处理1."))
        let end = try #require(text[start.upperBound...].range(of: "3.其他"))
        let report = try readReport(text[..<start.lowerBound] + "(六) 其他" + text[end.upperBound...])
        let table = try #require(report.table("applications"))
        #expect(table.row("other.other") == nil && table.row("other") != nil)
        #expect(table.cell("not_processed.reconfirmation", "total")?.number != nil)
    }

    @Test func aReviewMayBeSaidToProtectAnAct() throws {
        let rows = StatisticsShapes.labels.enumerated().map { index, label in
            let protects = label.replacing("维持具体行政行为", with: "维护具体行政行为")
            return "\(protects)\t件\t\(StatisticsShapes.number(index))\n"
        }
        let report = try readReport(
            "云台县民政局2016年政府信息公开工作年度报告\n一、概述\n工作平稳。\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n" + rows.joined()
        )
        let table = try #require(report.table("statistics"))
        for row in ["review.upheld", "litigation.upheld"] {
            let index = try #require(Form.form2014.tables[0].rows.firstIndex { $0.id == row })
            #expect(table.cell(row, "count")?.number?.whole == StatisticsShapes.number(index))
        }
    }
}
