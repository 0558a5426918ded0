import Forms
import Model
import TestSupport
import Testing

/// Tables of which each row stands in one of its own, under heads that a reader of pictures made up.
struct TableForEachRowTests {
    private static let headings = [
        "statistics": "附件：政府信息公开情况统计表", "proactive": "二、主动公开政府信息情况", "applications": "三、收到和处理政府信息公开申请情况",
    ]

    @Test(arguments: [("2014", 2016), ("2021", 2023)])
    func eachRowUnderHeadsOfItsOwn(form: String, year: Int) throws {
        let form = try #require(FormCatalog.form(form))
        let truth = ReportTruth.make(form: form, agency: Agency.all[0], year: year, seed: 20)
        var lines = ["# \(Agency.all[0].name)\(year)年政府信息公开工作年度报告", "", "## 一、总体情况", "", "工作按年初的安排进行。", ""]
        var ids: Set<String> = []
        for table in truth.tables {
            guard let heading = Self.headings[table.form.id] else { continue }
            ids.insert(table.form.id)
            lines += ["## " + heading, ""]
            for row in table.form.rows {
                let values = table.columns(of: row).map { table[row.id, $0].map(\.description) ?? "" }
                lines.append("| 项目 |" + values.indices.map { " 数据\($0 + 1) |" }.joined())
                lines.append("|---|" + values.map { _ in "---|" }.joined())
                lines += ["| \(row.label) |" + values.map { " \($0) |" }.joined(), ""]
            }
        }
        let report = try readReport(lines.joined(separator: "\n"), name: "report.md")
        #expect(!ids.isEmpty)
        #expect(truth.notRead(in: report).filter { cell in ids.contains { cell.hasPrefix($0 + ".") } } == [])
    }

    /// Heads that name rows of the table above seven of its columns are no rows.
    @Test func headsThatNameRowsAreNone() throws {
        let heads =
            "| 项目 | 本年新收件数 | 上年结转件数 | 予以公开 | 部分公开 | 不予公开 | 结转下年度 | 总计 |\n" + String(repeating: "|---", count: 8) + "|\n"
        let first = CellShapes.labels[..<2].map { "| \($0) | 5 | 1 | 0 | 0 | 0 | 0 | 6 |\n" }.joined()
        let last = "| （七）总计 | 8 | 1 | 0 | 0 | 0 | 0 | 9 |\n| 四、结转下年度继续办理 | 2 | 1 | 0 | 0 | 0 | 0 | 3 |\n"
        let table = try CellShapes.table("applications", first + "\n" + heads + last, name: "a.md")
        #expect(CellShapes.counts(table, "carried_out") == [2, 1, 0, 0, 0, 0, 3])
        #expect(CellShapes.counts(table, "processed_total") == [8, 1, 0, 0, 0, 0, 9])
    }
}
