import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Tables that no form of the catalogue prints so.
struct LocalTableTests {
    /// The codes 01, 10, 11 … beside the indicators are no values; the table has one column of values.
    @Test func theCodesOfRowsAreNoValues() throws {
        let report = try read("0401-local-table-with-codes")
        let table = try #require(report.table("annex"))
        let wanted = [
            "disclosed": 1011, "received": 18, "received.in_person": 0, "received.online": 5, "answered": 35,
            "answered.granted": 8, "answered.partly": 1, "answered.refused": 26, "review": 1, "litigation": 2,
            "appeals": 9,
        ]
        #expect(Set(table.rows.map(\.id)) == Set(wanted.keys))
        for (row, value) in wanted { #expect(table.cell(row, "year")?.number == Quantity(value), "\(row)") }
        #expect(table.rows.allSatisfy { table.cell($0.id, "cumulative") == nil })
        #expect(table.state == .partial, "what other tables of the kind have is not missing here")
    }

    @Test func ofTwoYearsBesideEachOtherNoNumberIsTold() throws {
        let report = try read("0402-two-years-beside")
        let cells = report.tables.flatMap(\.rows).flatMap(\.cells).compactMap(\.self)
        #expect(!cells.isEmpty && cells.allSatisfy { $0.number == nil })
        #expect(report.unverified.contains { $0.reason.contains("beside each other") })
    }

    @Test(arguments: ["3", "12", "—"])
    func columnsInAnotherOrderAreReadByTheirHeads(_ business: String) throws {
        let page = """
            <h1>云台县民政局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>2023年，我局依法公开。</p>
            <p>三、收到和处理政府信息公开申请情况</p><table>
            <tr><td>项目</td><td>总计</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td>
            <td>法律服务机构</td><td>其他</td></tr>
            <tr><td>一、本年新收政府信息公开申请数量</td><td>19</td><td>7</td><td>\(business)</td><td>0</td><td>0</td>
            <td>0</td><td>0</td></tr>
            <tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td>
            <td>0</td></tr>
            <tr><td>（一）予以公开</td><td>2</td><td>2</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>（二）部分公开</td><td>2</td><td>2</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>（七）总计</td><td>4</td><td>4</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>四、结转下年度继续办理</td><td>16</td><td>4</td><td>12</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
            </table>
            """
        let report = try read(Array(page.utf8), "a.html")
        let table = try #require(report.table("applications"))
        #expect(table.cell("received", "total")?.number == Quantity(19))
        #expect(table.cell("received", "natural_person")?.number == Quantity(7))
        #expect(table.cell("received", "business")?.number == Int(business).map { Quantity($0) })
    }

    private func read(_ name: String) throws -> Report {
        let fixture = try #require(Fixture.all.first { $0.description == name })
        let input = try #require(fixture.input)
        return try read(Array(try Data(contentsOf: input)), input.lastPathComponent)
    }

    private func read(_ bytes: [UInt8], _ name: String) throws -> Report {
        let reading = ReportReader.read(bytes, source: Source(name: name), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        return report
    }

    private struct Unread: Error {}
}
