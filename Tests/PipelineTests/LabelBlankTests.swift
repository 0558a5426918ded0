import Forms
import Model
import Testing

/// A blank between a row's numeral and its label: 二、 上年结转政府信息公开申请数量 begins no section.
struct LabelBlankTests {
    private static let numbers = "5\n1\n0\n0\n0\n0\n6\n"
    private static let titles = [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "1.属于国家秘密",
    ]

    private func table(_ blank: String, _ cells: (String) -> String) throws -> Table {
        let rows = Self.titles.map { cells($0.replacing("、", with: "、" + blank)) }
        return try CellShapes.table("applications", rows.joined() + "五、存在的主要问题及改进情况\n无。\n")
    }

    @Test(arguments: [" ", "　", "\u{A0}", "    "]) func aCellALineIsRead(_ blank: String) throws {
        let table = try table(blank) { $0 + "\n" + Self.numbers }
        for row in ["received", "carried_in", "granted", "partly_granted", "refused.state_secret"] {
            #expect(CellShapes.counts(table, row) == [5, 1, 0, 0, 0, 0, 6], "\(row)")
        }
        #expect(table.row("carried_in")?.label == "二、上年结转政府信息公开申请数量")
    }

    @Test(arguments: [" ", "　"]) func aRowALineIsRead(_ blank: String) throws {
        let table = try table(blank) { $0 + " 5 1 0 0 0 0 6\n" }
        #expect(CellShapes.counts(table, "carried_in") == [5, 1, 0, 0, 0, 0, 6])
        #expect(CellShapes.counts(table, "refused.state_secret") == [5, 1, 0, 0, 0, 0, 6])
    }

    /// The digits of the row before run into the numeral.
    @Test func gluedDigitsBeforeTheNumeralAreRead() throws {
        let table = try CellShapes.table(
            "applications",
            "自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他一、 本年新收政府信息公开申请数量5100006二、 上年结转政府信息公开申请数量0000000"
                + "三、 本年度办理结果（一）予以公开5100006（二）部分公开0000000（三）不予公开1.属于国家秘密00000002.其他法律行政法规禁止公开0000000"
                + "3.危及“三安全一稳定”00000004.保护第三方合法权益0000000\n五、存在的主要问题及改进情况\n无。\n"
        )
        #expect(CellShapes.counts(table, "received") == [5, 1, 0, 0, 0, 0, 6])
        #expect(CellShapes.counts(table, "carried_in") == [0, 0, 0, 0, 0, 0, 0])
    }

    @Test func theGroupsOfStatisticsAreRead() throws {
        let groups = [0: "一、 主动公开情况", 8: "二、 回应解读情况", 16: "三、 依申请公开情况"]
        let lines = StatisticsShapes.labels.enumerated().flatMap { row, label in
            let group: [String] = groups[row].map { [$0] } ?? []
            return group + [label.replacing("、", with: "、 ", maxReplacements: 1), "\(StatisticsShapes.number(row))"]
        }
        let text = "青禾市统计局2016年政府信息公开情况统计表\n统计指标\n统计数\n" + lines.joined(separator: "\n")
        let table = try #require(try readReport(text + "\n").table("statistics"))
        for (row, id) in Form.form2014.tables[0].rows.map(\.id).enumerated() {
            #expect(CellShapes.counts(table, id) == [StatisticsShapes.number(row)], "\(id)")
        }
    }

    /// A section's heading with a blank ends the table all the same.
    @Test func aHeadingWithABlankEndsTheTable() throws {
        let rows = Self.titles.map { $0 + "\n" + Self.numbers }.joined()
        let text =
            "青禾市审计局2022年政府信息公开工作年度报告\n三、 收到和处理政府信息公开申请情况\n" + rows
            + "五、 存在的主要问题及改进情况\n公开不够及时，今后加强。\n"
        let report = try readReport(text)
        #expect(report.sections.contains { $0.id == "problems" })
    }
}
