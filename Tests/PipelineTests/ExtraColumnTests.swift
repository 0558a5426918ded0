import Model
import Testing

/// Columns that the form does not have beside its own.
struct ExtraColumnTests {
    private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "小计", "总计"]
    private static let numbers = ["3", "1", "0", "2", "0", "4", "7", "10"]
    private static let own: [Int?] = [3, 1, 0, 2, 0, 4, 10]

    /// In the three ways in which cells stand in a text: cells of a line, of a grid, and a line each.
    static let layouts = ["tabs", "grid", "lines"]

    private func text(_ rows: [[String]], _ layout: String) -> String {
        switch layout {
        case "tabs": rows.map { $0.joined(separator: "\t") + "\n" }.joined()
        case "lines": rows.map { $0.joined(separator: "\n") + "\n" }.joined()
        default: "<table>" + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
        }
    }

    private func statistics(_ heads: [String], _ layout: String, _ cells: (Int) -> [String]) throws -> Table {
        let title = "云台县统计局2016年政府信息公开情况统计表"
        let rows = [["统计指标"] + heads] + StatisticsShapes.labels.enumerated().map { [$1] + cells($0) }
        let text = text(rows, layout)
        let page = layout == "grid" ? "<html><body><p>\(title)</p>\(text)</body></html>" : title + "\n" + text
        return try #require(try readReport(page, name: layout == "grid" ? "a.html" : "a.txt").table("statistics"))
    }

    private func applications(_ heads: [String], _ layout: String, _ cells: [String]) throws -> Table {
        let rows = [["申请人情况"] + heads] + CellShapes.labels.map { [$0] + cells }
        let text = text(rows, layout)
        let page = layout == "grid" ? "<html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p>\(text)</body></html>" : text
        return layout == "grid"
            ? try #require(try readReport(page, name: "a.html").table("applications"))
            : try CellShapes.table("applications", page + "五、存在的主要问题及改进情况\n无。\n")
    }

    @Test(arguments: layouts) func theSubtotalOfTheOrganisationsIsLeftOut(_ layout: String) throws {
        let table = try applications(Self.heads, layout, Self.numbers)
        for row in ["received", "granted", "refused.internal_affairs"] {
            #expect(CellShapes.counts(table, row) == Self.own, "\(row)")
        }
    }

    /// A number below 小计 that is none is a doubt: it may be any column's.
    @Test func aSubtotalThatIsNoneIsADoubt() throws {
        var cells = Self.numbers
        cells[6] = "9"
        let table = try applications(Self.heads, "lines", cells)
        #expect(table.row("granted")?.cells.allSatisfy { $0?.number == nil } == true)
    }

    @Test(arguments: layouts) func remarksAreLeftOut(_ layout: String) throws {
        let table = try statistics(["统计数", "备注"], layout) { ["\(StatisticsShapes.number($0))", "无"] }
        #expect(CellShapes.counts(table, "disclosed") == [20])
        #expect(CellShapes.counts(table, "trainees") == [StatisticsShapes.number(57)])
        let other = try applications(
            Self.heads.filter { $0 != "小计" } + ["备注"],
            layout,
            ["3", "1", "0", "2", "0", "4", "10", "无"]
        )
        #expect(CellShapes.counts(other, "granted") == Self.own)
    }

    @Test(
        arguments: layouts,
        [["统计数", "上年数"], ["上年", "本年"], ["本年", "上年"], ["2015年", "2016年"], ["2016年度", "2015年度"]]
    )
    func lastYearsNumbersAreLeftOut(_ layout: String, _ heads: [String]) throws {
        let isFirst = ["统计数", "本年", "2016年度"].contains(heads[0])
        let table = try statistics(heads, layout) { row in
            let (own, other) = ("\(StatisticsShapes.number(row))", "\(row + 700)")
            return isFirst ? [own, other] : [other, own]
        }
        #expect(CellShapes.counts(table, "disclosed") == [20])
        #expect(CellShapes.counts(table, "trainees") == [StatisticsShapes.number(57)])
    }
}
