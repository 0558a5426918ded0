import Model
import Testing

/// Texts of tools that leave blank cells out: what is left of a row may be any column's.
struct DroppedCellTests {
    private static let numbers = [[5, 2, 7], [], [3, 1, 4], [1, 1], [], [], [1, 1], [], []]

    /// The table with bars behind each row that fill it up; `full` says that one row has all its cells.
    private func table(full: Bool, _ row: (String, [String]) -> String) throws -> Table {
        let rows = zip(CellShapes.labels, Self.numbers).enumerated().map { index, pair in
            let cells = full && index == 7 ? ["1", "0", "0", "0", "0", "0", "1"] : pair.1.map(String.init)
            return row(pair.0, cells)
        }
        return try CellShapes.table("applications", rows.joined())
    }

    private func check(_ table: Table) {
        for row in ["received", "granted", "partly_granted", "refused.security_stability"] {
            #expect(table.row(row)?.cells.allSatisfy { $0?.number == nil } == true, "\(row)")
        }
    }

    private func padding(_ cells: [String]) -> String { String(repeating: "|", count: 9 - cells.count) }

    @Test(arguments: [true, false])
    func barsAtTheEndOfTheLine(full: Bool) throws {
        let table = try table(full: full) { "\($0) | " + $1.map { "\($0) | " }.joined() + self.padding($1) + "\n" }
        check(table)
        if full { #expect(CellShapes.counts(table, "refused.third_party") == [1, 0, 0, 0, 0, 0, 1]) }
        #expect(table.row("carried_in")?.cells.allSatisfy { $0?.content == .blank } == true)
    }

    @Test(arguments: [true, false])
    func barsBehindCellsOnLinesOfTheirOwn(full: Bool) throws {
        let table = try table(full: full) { "\($0) |\n" + $1.map { "\($0) |\n" }.joined() + self.padding($1) + "\n" }
        check(table)
        if full { #expect(CellShapes.counts(table, "refused.third_party") == [1, 0, 0, 0, 0, 0, 1]) }
    }

    /// Each cell closed, and no bar for those that were left out.
    @Test(arguments: [true, false])
    func closingBarsAreNoCells(full: Bool) throws {
        check(try table(full: full) { "\($0) | " + $1.map { "\($0) | " }.joined() + "\n" })
    }

    /// Each cell in bars of its own.
    @Test func barsOfNeighboursAreNoCells() throws {
        check(try table(full: false) { "|\n\($0)\n|\n" + $1.map { "|\n\($0)\n|\n" }.joined() })
    }

    /// Two separators between each two cells, and none for those that were left out.
    @Test(arguments: ["\t\t", "||"])
    func secondSeparatorsAreNoCells(between: String) throws {
        let edge = between == "||" ? "|" : ""
        check(try table(full: false) { edge + ([$0] + $1).joined(separator: between) + edge + "\n" })
    }

    /// The bars behind the heads of the table of one line are no cells of its row.
    @Test func barsBehindHeadsAreNoCells() throws {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let titles = ["行政复议", "行政诉讼"] + heads + ["未经复议直接起诉", "复议后起诉"] + heads + heads
        let cells = ["3", "2", "5", "3", "2", "5", "2", "1", "1", "4"]
        let text = titles.map { "\($0) |\n" }.joined() + "|||||\n" + cells.map { "\($0) |\n" }.joined()
        let head = "青禾市审计局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
        let report = try readReport(head + text + "五、存在的主要问题及改进情况\n无。\n", name: "a.txt")
        let rows = report.table("disputes")?.rows ?? []
        #expect(rows.allSatisfy { $0.cells.allSatisfy { $0?.number == nil } })
        #expect(!report.findings.contains { $0.rule == "disputes.total" })
    }

    /// All fifteen numbers stand there: a wrong total is a fault, whatever bars stand around.
    @Test func aFullLineIsJudged() throws {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let rows = [["行政复议", "行政诉讼"], heads + ["未经复议直接起诉", "复议后起诉"], heads + heads]
        let bars = rows.map { $0.map { "\($0) | " }.joined() + String(repeating: "|", count: 15 - $0.count) + "\n" }
            .joined()
        let cells = "0 | 12 | 4 | 12 | 28 | 0 | 4 | 12 | 0 | 16 | 12 | 12 | 4 | 12 | 41 |\n"
        let head = "青禾市审计局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
        let report = try readReport(head + bars + cells + "五、存在的主要问题及改进情况\n无。\n", name: "a.txt")
        #expect(report.table("disputes")?.cell("litigation_after_review", "total")?.number?.whole == 41)
        #expect(report.findings.contains { $0.rule == "disputes.total" })
    }
}
