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

    /// The national table's name above a local table, and a word of it in a sentence, make no national table of it.
    @Test(arguments: [
        "指标名称\t计量单位\t2012年度\t累计", "指标名称\t计量单位\t2012年度\t历年累计", "指标名称\t计量单位\t2012年度",
    ])
    func aLocalTableUnderTheNationalOnesName(_ head: String) throws {
        let isOneColumn = !head.contains("累计")
        let rows = [
            ("主动公开文件数", "24", "238"), ("其中：1、政府网站公开数", "24", "238"), ("2、政府公报公开数", "0", "0"),
            ("受理政府信息公开申请总数", "5", "9"), ("其中：1、当面申请数", "1", "2"), ("2、网上申请数", "2", "3"),
            ("3、信函、传真申请数", "2", "4"), ("对申请的答复总数", "5", "9"), ("行政复议数", "0", "0"),
        ].map { isOneColumn ? "\($0.0)\t条\t\($0.1)" : "\($0.0)\t条\t\($0.1)\t\($0.2)" }
        let text = """
            云台县民政局2012年政府信息公开工作年度报告
            一、概述
            2012年，我局依法公开。
            三、依申请公开政府信息的情况
            2012年，我局收到政府信息公开申请5件，申请办结数5件。
            七、附表
            政府信息公开情况统计表
            \(head)
            \(rows.joined(separator: "\n"))
            """
        let report = try read(Array(text.utf8), "a.txt")
        #expect(report.identity.form == "2008")
        let table = try #require(report.table("annex"))
        #expect(table.cell("disclosed", "year")?.number == Quantity(24))
        #expect(table.cell("answered", "year")?.number == Quantity(5))
        #expect(table.cell("answered", "cumulative")?.number == (isOneColumn ? nil : Quantity(9)))
        #expect(report.claims.contains { $0.key == "annex.received.year" })
    }

    /// The cells of the units may be blank: they make no column of the values behind them.
    @Test func blankUnitsAreNoColumn() throws {
        let rows = [
            "主动公开文件数", "其中：1、政府网站公开数", "2、政府公报公开数", "受理政府信息公开申请总数", "其中：1、当面申请数", "2、网上申请数",
        ]
        let text =
            "云台县民政局2013年政府信息公开工作年度报告\n一、概述\n2013年，我局依法公开。\n二、主动公开政府信息的情况\n"
            + "2013年，主动公开政府信息24条。\n七、附表\n指标名称\t计量单位\t本年度\n"
            + rows.enumerated().map { "\($1)\t\t\($0 + 24)" }.joined(separator: "\n")
        let table = try #require(try read(Array(text.utf8), "a.txt").table("annex"))
        #expect(table.cell("disclosed", "year")?.number == Quantity(24))
        #expect(table.cell("received", "year")?.number == Quantity(27))
        #expect(table.rows.allSatisfy { table.cell($0.id, "cumulative") == nil })
    }

    private static let statisticsRows = [
        "（一）主动公开政府信息数", "其中：主动公开规范性文件数", "制发规范性文件总数", "1.政府公报公开政府信息数", "2.政府网站公开政府信息数",
        "3.政务微博公开政府信息数", "4.政务微信公开政府信息数", "5.其他方式公开政府信息数", "（一）收到申请数", "1.当面申请数", "2.传真申请数",
        "3.网络申请数", "4.信函申请数", "（二）申请办结数", "1.按时办结数", "2.延期办结数",
    ]

    /// The numbers that count the rows stand before their labels; a blank value leaves one where the value would be.
    @Test(arguments: ["\n", " |\n", "\t"], ["统计指标", "项目"])
    func theNumbersOfRowsAreNoValues(_ separator: String, _ head: String) throws {
        let cells =
            [["序号", head, "单位", "统计数"]]
            + Self.statisticsRows.enumerated().map { index, label in
                ["\(index + 1)", label, "条", index % 3 == 1 ? "" : "\(index + 30)"]
            }
        let text =
            "云台县民政局2016年政府信息公开工作年度报告\n一、概述\n2016年，我局依法公开。\n二、主动公开政府信息的情况\n"
            + "2016年，我局依法公开。\n七、附表\n政府信息公开情况统计表\n"
            + cells.map { $0.joined(separator: separator) }.joined(separator: separator == "\t" ? "\n" : separator)
        let table = try #require(try read(Array(text.utf8), "a.txt").table("statistics"))
        let numbers = table.rows.map { $0.cells[0]?.number }
        let wanted = Self.statisticsRows.indices.map { $0 % 3 == 1 ? nil : Quantity($0 + 30) }
        #expect(numbers == wanted)
    }

    /// The unit in brackets and a colon may stand between a label and its value, with nothing else.
    @Test(arguments: ["（条）%", "：%条", "（条）：%", "（条）%条", "：%"])
    func unitsAndColonsBehindLabels(_ shape: String) throws {
        let rows = Self.statisticsRows.enumerated().map { $1 + shape.replacing("%", with: "\($0 + 30)") }
        let money = ["七、依申请公开信息收取的费用（元）5000", "七、依申请公开信息收取的费用（万元）0.5"]
        for fees in money {
            let text =
                "云台县民政局2016年政府信息公开工作年度报告\n一、概述\n2016年，我局依法公开。\n七、附表\n政府信息公开情况统计表\n"
                + (rows + [fees]).joined(separator: "\n")
            let table = try #require(try read(Array(text.utf8), "a.txt").table("statistics"))
            let numbers = table.rows.prefix(rows.count).map { $0.cells[0]?.number }
            #expect(numbers == rows.indices.map { Quantity($0 + 30) })
            #expect(table.cell("fees_charged", "count")?.number != Quantity(5000))
        }
    }

    /// The name of a group is merged over its rows, and the first of them is only called 总数.
    @Test func theNameOfAGroupBesideItsTotalIsTheRow() throws {
        let plain = Self.statisticsRows.map { "<tr><td></td><td>\($0)</td><td>件</td><td>7</td></tr>" }.joined()
        let groups = """
            <tr><td rowspan="4">四、行政复议数量</td><td>总数</td><td>件</td><td>6</td></tr>
            <tr><td>（一）维持具体行政行为数</td><td>件</td><td>3</td></tr><tr><td>（二）被依法纠错数</td><td>件</td><td>2</td></tr>
            <tr><td>（三）其他情形数</td><td>件</td><td>1</td></tr>
            <tr><td>六、举报投诉数量</td><td>总数</td><td>件</td><td>9</td></tr>
            """
        let page = """
            <h1>云台县民政局2016年政府信息公开工作年度报告</h1><p>一、概述</p><p>2016年，我局依法公开。</p><p>七、附表</p>
            <p>政府信息公开情况统计表</p><table><tr><td></td><td>统计指标</td><td>单位</td><td>统计数</td></tr>\(plain)\(groups)</table>
            """
        let table = try #require(try read(Array(page.utf8), "a.html").table("statistics"))
        #expect(table.cell("review", "count")?.number == Quantity(6))
        #expect(table.cell("review.corrected", "count")?.number == Quantity(2))
        #expect(table.cell("complaints", "count")?.number == Quantity(9))
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
