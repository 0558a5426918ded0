import Model
import Pipeline
import Testing

/// Tables that are drawn with characters, in a page.
struct DrawnPageTableTests {
    private static let values = ["4", "0", "1", "0", "0", "12", "17"]
    private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

    /// The beginning of the table of applications between the lines that `line` and `bar` draw.
    private static func table(_ line: (Int) -> String, bar: String) -> String {
        let rows = [["申请情况"] + heads] + CellShapes.labels.map { [$0] + values }
        let cells = rows.map { bar + $0.map { " \($0) " }.joined(separator: bar) + bar }
        return zip(cells, cells.indices).map { "\(line($1))\n\($0)" }.joined(separator: "\n")
            + "\n\(line(rows.count))\n"
    }

    private static func drawn(_ corners: [String], _ stroke: String) -> String {
        Array(repeating: String(repeating: stroke, count: 6), count: 8).joined(separator: corners[1])
    }

    private static let ascii = table({ _ in "+\(drawn(["+", "+"], "-"))+" }, bar: "|")
    private static let box = table(
        {
            $0 == 0
                ? "┌\(drawn(["", "┬"], "─"))┐" : $0 == 10 ? "└\(drawn(["", "┴"], "─"))┘" : "├\(drawn(["", "┼"], "─"))┤"
        },
        bar: "│"
    )

    private func report(_ body: String) throws -> Report {
        let head = "<p>青禾市审计局2022年政府信息公开工作年度报告</p>\n<p>三、收到和处理政府信息公开申请情况</p>\n"
        return try readReport("<html><body>\(head)\(body)<p>四、行政复议、行政诉讼情况</p></body></html>", name: "a.html")
    }

    @Test(arguments: [
        ("<pre>", "</pre>", 3), ("<pre>\n", "</pre>", 4), ("<div><pre><b>\n", "</b></pre></div>", 4),
        ("<table><tr><td><pre>", "</pre></td></tr></table>", 3),
    ])
    func aDrawnTableIsReadAsInAText(_ opening: String, _ closing: String, _ line: Int) throws {
        for drawing in [Self.ascii, Self.box] {
            let table = try #require(try report(opening + drawing + closing).table("applications"))
            #expect(table.rows.count == CellShapes.labels.count)
            for (index, row) in table.rows.enumerated() {
                #expect(row.cells.map { $0?.number?.description } == Self.values, "\(row.id)")
                #expect(row.line == line + 3 + 2 * index)
            }
        }
    }

    /// Signs and bars in a text are no table.
    @Test func aTextWithoutRulesKeepsItsLines() throws {
        let report = try report("<pre>甲 + 乙\n本年新收政府信息公开申请3件。\n+ 丙 | 丁</pre>")
        #expect(report.claims.contains { $0.key == "applications.received.total" && $0.line == 4 })
    }
}
