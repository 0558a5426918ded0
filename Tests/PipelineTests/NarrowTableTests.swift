import Model
import Pipeline
import Testing

/// Tables of narrow columns, and those whose cells only follow each other: what must stay a doubt.
struct NarrowTableTests {
    /// 1 over 6 is 16, and no row of its own, where the column has no room for more than a digit.
    @Test func digitsThatANarrowColumnBreaksAreNoRows() throws {
        let rule = "+" + String(repeating: "---+", count: 15) + "\n"
        let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let text = """
            青禾市审计局2022年政府信息公开工作年度报告
            四、政府信息公开行政复议、行政诉讼情况


            """
        let groups =
            ["行政复议"] + Array(repeating: "", count: 4) + ["未经复议直接起诉"] + Array(repeating: "", count: 4) + ["复议后起诉"]
        let numbers = ["2", "1", "0", "0", "3", "0", "1", "3", "0", "4", "1", "1", "1", "0", "1"]
        let rest = [" ", " ", " ", " ", " ", " ", "0", "7", " ", "7", " ", " ", "4", " ", "6"]
        let table =
            rule + line(groups + Array(repeating: "", count: 4)) + rule + line(heads + heads + heads) + rule
            + line(numbers) + line(rest) + rule
        let disputes = try #require(try readReport(text + table, name: "a.txt").table("disputes"))
        #expect(disputes.rows.allSatisfy { $0.cells.allSatisfy { $0?.number == nil } })
    }

    /// Heads that only follow each other stand above no numbers, though some seem to be below them.
    @Test func numbersBelowHeadsThatFollowEachOtherAreNotTold() throws {
        let heads = "自然人    法人或其他组织    总计\n商业企业    科研机构    社会公益组织    法律服务机构    其他\n"
        let gap = String(repeating: " ", count: 30)
        let rows = CellShapes.labels.map { "\($0.prefix(8))\n\($0.dropFirst(8))          15\(gap)15\n" }
        let table = try CellShapes.table("applications", heads + rows.joined())
        for row in table.rows {
            #expect(row.cells[1...5].allSatisfy { $0?.number == nil }, "\(row.id)")
        }
    }

    /// Where blank cells vanish, the lines between the last row and the next heading are none of its cells.
    @Test func theLinesBehindATableAreNoCells() throws {
        let rows = CellShapes.labels.dropLast().map { "\($0)\n5\n1\n0\n0\n0\n0\n6\n" }
        let last = "\(CellShapes.labels[8])\n29\n6\n1\n\u{A0}\n36\n\n\n四、政府信息公开行政复议、行政诉讼情况\n无。\n"
        let table = try CellShapes.table("applications", rows.joined() + last)
        #expect(CellShapes.counts(table, "refused.internal_affairs")[4] == nil)
        #expect(CellShapes.counts(table, "refused.third_party") == [5, 1, 0, 0, 0, 0, 6])
    }

    /// Each text ends with a tab, and blank cells left nothing: the tab at the line's end is no cell.
    @Test func theTabAtTheEndOfALineOfRowsIsNoCell() throws {
        let rows = CellShapes.labels.dropLast().map { "\($0)\t5\t1\t0\t0\t0\t0\t6\t" }
        let table = try CellShapes.table("applications", rows.joined() + "\(CellShapes.labels[8])\t1\t\t\t\t6\t7\t\n")
        #expect(CellShapes.counts(table, "refused.third_party") == [5, 1, 0, 0, 0, 0, 6])
        let last = CellShapes.counts(table, "refused.internal_affairs")
        #expect(last[5] != 7 && last[4] != 6)
    }

    /// 341 over .18: nobody knows where the number ends.
    @Test func aNumberCutAtItsPointIsNone() throws {
        let table = """
            二、主动公开政府信息情况
            信息内容
            采购项目数量
            采购总金额
            政府集中采购
            3
            341
            .1
            8万元
            三、收到和处理政府信息公开申请情况
            """
        let head = "规章\n0\n0\n0\n规范性文件\n0\n0\n0\n行政许可\n0\n0\n0\n"
        let text = table.replacing("信息内容\n采", with: "信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n\(head)信息内容\n采")
        let cell = try CellShapes.table("proactive", text, year: 2020).cell("procurement", "amount")
        #expect(cell != nil && cell?.number == nil)
    }

    /// Labels above and below their values on one page: between a row with twice its values and one without any, each row may
    /// have its neighbour's.
    @Test func rowsBetweenTooManyValuesAndNoneAreDoubts() throws {
        var values = Array(repeating: "5\n1\n0\n0\n0\n0\n6\n", count: 9)
        values[4] += values[4]
        values[7] = ""
        let rows = zip(CellShapes.labels, values).map { "\($0)\n\($1)" }
        let table = try CellShapes.table("applications", rows.joined())
        #expect(CellShapes.counts(table, "partly_granted") == [5, 1, 0, 0, 0, 0, 6])
        for row in ["refused.prohibited_by_law", "refused.security_stability", "refused.third_party"] {
            #expect(table.row(row)?.cells.allSatisfy { $0?.content == .ambiguous } == true, "\(row)")
        }
    }

    /// A row with a number in each column, on a page with other columns than the one of the heads, says that those tell nothing.
    @Test func headsOfAnotherPageTellNoColumns() throws {
        func line(_ parts: [(Int, String)]) -> String {
            var line = ""
            for (start, word) in parts { line += String(repeating: " ", count: max(1, start - line.count)) + word }
            return line + "\n"
        }
        let heads = line([
            (40, "自然人"), (48, "商业企业"), (56, "科研机构"), (63, "社会公益组织"), (72, "法律服务机构"), (82, "其他"), (90, "总计"),
        ])
        let labels = CellShapes.labels
        let first = labels[..<2].map { line([(0, $0), (41, "3"), (91, "3")]) }.joined()
        let second = labels[2..<8].map { line([(0, $0), (75, "4")]) }.joined()
        let full = line([(0, labels[8]), (41, "5"), (50, "0"), (54, "0"), (60, "0"), (66, "0"), (70, "1"), (75, "6")])
        let table = try CellShapes.table("applications", heads + first + "\n\n\n\n\n\n\n" + second + full)
        for row in table.rows where row.id != "refused.internal_affairs" {
            #expect(row.cells[4]?.number == nil, "\(row.id)")
        }
        #expect(CellShapes.counts(table, "refused.internal_affairs") == [5, 0, 0, 0, 0, 1, 6])
    }
}
