import Model
import Pipeline
import Testing

/// The table of disputes in a grid whose columns are not all those of the form.
struct SpareCellTests {
    private func table(_ cells: [String], heads: [String]) throws -> Table {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        let text = """
            青禾市审计局2022年政府信息公开工作年度报告
            四、政府信息公开行政复议、行政诉讼情况

            """
        let groups =
            ["行政复议"] + Array(repeating: "", count: 4) + ["未经复议直接起诉"] + Array(repeating: "", count: 4) + ["复议后起诉"]
        let blanks = Array(repeating: "", count: cells.count - groups.count)
        let grid = row(groups + blanks) + row(heads) + row(cells)
        return try #require(try readReport(text + grid, name: "a.txt").table("disputes"))
    }

    private static let heads = Array(repeating: ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], count: 3).flatMap { $0 }

    private func counts(_ table: Table) -> [[Int?]] { table.rows.map { $0.cells.map { $0?.number?.whole } } }

    /// A cell too many in the second row: the blank one before 12 is the first row's.
    @Test func theBlankCellThatBreaksNoTotalIsLeftOut() throws {
        let cells = ["", "12", "8", "2", "22", "7", "2", "3", "8", "", "20", "", "11", "", "", "11"]
        let table = try table(cells, heads: Self.heads + [""])
        #expect(counts(table) == [[nil, 12, 8, 2, 22], [7, 2, 3, 8, 20], [nil, 11, nil, nil, 11]])
    }

    /// As it stands, where nothing else adds up either.
    @Test func aBrokenTotalBesideABlankCellIsStillOne() throws {
        let cells = ["", "1", "0", "0", "0", "2", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"]
        #expect(counts(try table(cells, heads: [""] + Self.heads))[0] == [1, 0, 0, 0, 2])
    }

    /// 总计 stands above the fourth cell, and a blank one more stands in the next row: 110 is no cell of 尚未审结.
    @Test func cellsBelowTheHeadsOfOthersAreDoubts() throws {
        let cells = ["35", "1", "74", "110", "74", "", "4", "37", "", "115", "482", "20", "", "74", "576"]
        var heads = Self.heads
        heads.remove(at: 2)
        heads.insert("", at: 5)
        let table = try table(cells, heads: heads)
        #expect(table.rows.allSatisfy { $0.cells.allSatisfy { $0?.number == nil } })
    }
}
