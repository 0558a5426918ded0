import Model
import Testing

/// Thousands that a blank parts within a cell.
struct PartedNumberTests {
    private func table(_ cells: [String]) throws -> Table {
        let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let rows = [["申请人情况"] + heads] + CellShapes.labels.map { [$0] + cells }
        let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        let page = "<html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p><table>\(lines)</table></body></html>"
        return try #require(try readReport(page, name: "a.html").table("applications"))
    }

    @Test func aBlankPartsThousands() throws {
        let table = try table(["1 234", "256 146", "0", "1 000 000", "0", "0", "1 257 380"])
        #expect(CellShapes.counts(table, "granted") == [1234, 256_146, 0, 1_000_000, 0, 0, 1_257_380])
        #expect(table.cell("granted", "natural_person")?.text == "1 234")
    }

    /// Digits that are no groups of three are several numbers, and so may be any in a row that lacks a value.
    @Test(arguments: [
        ["1 23", "1", "0", "0", "0", "0", "1"], ["0 234", "1", "0", "0", "0", "0", "1"],
        ["1234 567", "1", "0", "0", "0", "0", "1"], ["1<br>234", "1", "0", "0", "0", "0", "1"],
        ["1 234", "", "0", "0", "0", "0", "1"],
    ])
    func otherDigitsAreADoubt(_ cells: [String]) throws {
        #expect(try table(cells).cell("granted", "natural_person")?.number == nil)
    }
}
