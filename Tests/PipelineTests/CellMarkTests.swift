import Forms
import Model
import Pipeline
import Testing

/// What stands in cells in the place of a number.
struct CellMarkTests {
    private func page(_ mark: String) throws -> Report {
        let rows = CellShapes.labels.map { label in
            "<tr><td>\(label)</td><td>3</td>" + String(repeating: "<td>\(mark)</td>", count: 5) + "<td>3</td></tr>"
        }
        let head = "<p>青禾市审计局2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>"
        return try readReport("<html><body>\(head)<table>\(rows.joined())</table></body></html>", name: "a.html")
    }

    @Test(arguments: ["―", "﹣", "\\\\", "------", "──", "·", "×", "暂无", "无数据", "_"])
    func whatCrossesACellOutIsAMark(mark: String) throws {
        let report = try page(mark)
        let cell = try #require(report.table("applications")?.cell("received", "business"))
        #expect(cell.content == .mark)
        #expect(cell.text == mark)
        #expect(!report.findings.contains { $0.rule == "number.invalid" })
    }

    @Test(arguments: ["※※", "？", "√"])
    func aSignThatNobodyKnowsIsADoubt(sign: String) throws {
        let report = try page(sign)
        #expect(report.table("applications")?.cell("received", "business")?.content == .ambiguous)
        #expect(!report.findings.contains { $0.rule == "number.invalid" })
    }

    @Test func wordsAreNoNumber() throws {
        #expect(try page("若干").findings.contains { $0.rule == "number.invalid" })
    }

    /// （六）其他处理 with what its rows come to.
    @Test func aSubtotalOfAGroupIsNoRowBesideItsRows() throws {
        let form = try #require(FormCatalog.form("2021")?.tables.first { $0.id == "applications" })
        let filled: Set<String> = ["received", "other.no_correction", "processed_total"]
        var rows = form.rows.map { (label: $0.label, count: filled.contains($0.id) ? 6 : 0) }
        let first = try #require(form.rows.firstIndex { $0.id == "other.no_correction" })
        rows.insert(("（六）其他处理", 6), at: first)
        let lines = rows.map {
            "<tr><td>\($0.label)</td><td>\($0.count)</td>" + Self.zeros + "<td>\($0.count)</td></tr>"
        }
        let head = "<p>青禾市审计局2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>"
        let report = try readReport("<html><body>\(head)<table>\(lines.joined())</table></body></html>", name: "a.html")
        #expect(report.table("applications")?.row("other") == nil)
        #expect(!report.findings.contains { $0.severity == .error && $0.rule.hasPrefix("applications.") })
    }

    private static let zeros = String(repeating: "<td>0</td>", count: 5)

    /// A footnote at a mark for nothing leaves it one.
    @Test(arguments: ["—①", "—[1]", "—（注1）", "/（注1）", "/①", "——*"])
    func aMarkWithAFootnoteIsOne(_ cell: String) throws {
        let rows = CellShapes.labels.flatMap { ["1", cell, "0", "0", "0", "0", "1"].reduce([$0]) { $0 + [$1] } }
        let row = try CellShapes.table("applications", rows.joined(separator: "\n")).row("received")
        #expect(row?.cells.map { $0?.content }.dropFirst().first == .mark)
        #expect(row?.cells.last??.number == Quantity(1))
    }
}
