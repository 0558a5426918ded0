import Model
import Testing

/// Texts whose separators are not one between two cells: which of them are blank cells is told by other signs, or by none.
struct SeparatorTests {
    private static let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    private static let head = "青禾市审计局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
    private static let foot = "\n五、存在的主要问题及改进情况\n无。\n"

    private func disputes(_ line: String, between: String) throws -> Report {
        let rows = [
            ["行政复议", "行政诉讼"], Self.heads + ["未经复议直接起诉", "复议后起诉"], Self.heads + Self.heads,
        ]
        let text = rows.map { $0.joined(separator: between) + "\n" }.joined()
        return try readReport(Self.head + text + line + Self.foot, name: "a.txt")
    }

    /// Two tabs stand between each two heads, and between each two cells.
    @Test func headsTellOfTwoSeparators() throws {
        let line = ["1", "1", "", "12", "14", "12", "4", "1", "", "17", "4", "12", "4", "1", "22"]
        let report = try disputes(line.joined(separator: "\t\t"), between: "\t\t")
        #expect(report.table("disputes")?.cell("review", "other")?.content == .blank)
        #expect(report.table("disputes")?.cell("litigation_direct", "total")?.number?.whole == 17)
        #expect(report.findings.filter { $0.rule == "disputes.total" }.count == 1)
    }

    /// A line broken in blank cells has as many slots as the table has columns by accident.
    @Test(arguments: [
        "\t\t12\t\t12\t\t4\n\t\t4\t\t4\t\t12\t\t12\t\t4\t\t4\t\t1\t\t21",
        "1\t\t1\t\t12\n\t\t14\t\t12\n\t\t1\n\t\t13\n\t\t12\t\t12\t\t12\t\t37",
    ])
    func brokenLinesAreInDoubt(line: String) throws {
        let report = try disputes(line, between: "\t\t")
        let rows = report.table("disputes")?.rows ?? []
        #expect(rows.allSatisfy { $0.cells.allSatisfy { $0?.number == nil } })
        #expect(!report.findings.contains { $0.rule == "disputes.total" })
    }

    /// Eight numbers and the seven bars between them are fifteen, as the table's columns are.
    @Test func barsBetweenNumbersAreNoBlanks() throws {
        let report = try disputes("\n|\n3\n|\n2\n|\n5\n|\n2\n|\n2\n|\n4\n|\n1\n|\n1", between: "\n|\n")
        let rows = report.table("disputes")?.rows ?? []
        #expect(rows.allSatisfy { $0.cells.allSatisfy { $0?.number == nil } })
    }

    /// No row is full, and the heads stand between two tabs each.
    @Test func rowsGoByTheirHeadsSeparators() throws {
        let heads = "自然人\t\t法人或其他组织\t\t总计\n商业企业\t\t科研机构\t\t社会公益组织\t\t法律服务机构\t\t其他\n"
        let numbers = [
            ["3", "", "", "", "1", "", "4"], ["", "", "", "", "2", "", "2"], ["1", "", "", "", "", "1", "2"],
        ]
        let lines = zip(CellShapes.labels, numbers + numbers + numbers).map { [$0] + $1 }
        let text = heads + lines.map { $0.joined(separator: "\t\t") + "\n" }.joined()
        let table = try CellShapes.table("applications", text)
        #expect(table.cell("received", "legal_service")?.number?.whole == 1)
        #expect(table.cell("carried_in", "legal_service")?.number?.whole == 2)
    }

    /// Lines of blanks that the author typed are the row's blank cells where they make it full.
    @Test func typedBlanksAreCells() throws {
        let blank = "\n\u{A0}\n\n"
        let row = "\(CellShapes.labels[0])\n\(blank)\(blank)0\n1\n0\n\(blank)1\n"
        let full = "\(CellShapes.labels[1])\n1\n0\n0\n0\n0\n0\n1\n"
        let table = try CellShapes.table("applications", row + full)
        #expect(CellShapes.counts(table, "received").suffix(5) == [0, 1, 0, nil, 1])
        #expect(table.cell("received", "business")?.content == .blank)
    }

    /// Two on a line between tabs are two cells; with too few of them nothing is told.
    @Test(arguments: ["\t\t\u{A0}\t\t\u{A0}\n", "\t\t\u{A0}\n"])
    func typedBlanksBetweenTabs(blanks: String) throws {
        let row = "\(CellShapes.labels[0])\n2\n\(blanks)0\n0\n0\n2\n"
        let full = [2, 3, 4].map { "\(CellShapes.labels[$0])\n1\n0\n0\n0\n0\n0\n1\n" }.joined()
        let table = try CellShapes.table("applications", row + full)
        let isWhole = blanks.count > 5
        #expect(table.cell("received", "charity")?.number?.whole == (isWhole ? 0 : nil))
        #expect(table.cell("received", "total")?.number?.whole == (isWhole ? 2 : nil))
    }

    /// A line that ends in two bars within a row: how many cells they are nobody knows.
    @Test func barsBeforeALineEndWithinARow() throws {
        let full = " | 175 | 1 | 2 | 2 | 2 | 1 | 183 | ||\n"
        let broken = " | |\n/ | 1 | |\n/ | 0 | 1 | ||\n"
        let rows = CellShapes.labels.enumerated().map { $1 + ($0 == 1 ? broken : full) }
        let table = try CellShapes.table("applications", rows.joined())
        #expect(CellShapes.counts(table, "received") == [175, 1, 2, 2, 2, 1, 183])
        #expect(table.row("carried_in")?.cells.allSatisfy { $0?.number == nil } == true)
    }
}
