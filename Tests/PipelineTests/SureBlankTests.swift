import Forms
import Model
import TestSupport
import Testing

/// Blank cells that are certain, as each separator is one between two cells.
struct SureBlankTests {
    private static let row = ["3", "", "5", "", "2", "", "10"]
    private static let read: [Int?] = [3, nil, 5, nil, 2, nil, 10]
    private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]

    /// Several tabs of preformatted text, as in a plain text.
    @Test(arguments: ["", "\u{A0}"])
    func tabsOfPreformattedTextAreBetweenCells(_ blank: String) throws {
        let rows = CellShapes.labels.map { ([$0] + Self.row).joined(separator: blank + "\t") + blank + "\n" }
        let text = "<pre>" + (["项目"] + Self.heads).joined(separator: "\t") + "\n" + rows.joined() + "</pre>"
        let table = try CellShapes.table("applications", text, name: "a.html")
        for row in ["received", "granted", "refused.internal_affairs"] {
            #expect(CellShapes.counts(table, row) == Self.read)
        }
        #expect(table.line == 3)
    }

    /// Tabs that only set a paragraph in are none.
    @Test func tabsOfParagraphsAreNoCells() throws {
        let text = "<pre>\t本年新收政府信息公开申请3件。\n\t上年结转1件。\n\t办结4件。\n</pre>"
        let report = try readReport("<h1>青禾市审计局2022年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p>" + text, name: "a.html")
        #expect(report.claims.contains { $0.text.contains("申请3件") })
    }

    /// A row of one column is filled up to the width of the table: that tells nothing of blank totals elsewhere.
    @Test func rowsFilledUpToTheFrameLoseNoBlanks() throws {
        let rule = { (count: Int) in "|" + String(repeating: "---|", count: count) + "\n" }
        let proactive =
            "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n" + rule(4)
            + "| 规章 | 0 | 2 | 59 |\n| 行政规范性文件 | 0 | 0 | 75 |\n| 行政许可 | 12 |  |  |\n| 行政处罚 | 6 |  |  |\n\n"
        let rows = CellShapes.labels.map { label in
            "| 项目 |" + (1...7).map { " 数据\($0) |" }.joined() + "\n" + rule(8)
                + "| \(label) | 2 | 0 | 1 | 0 | 0 | 1 |  |\n\n"
        }
        let table = try CellShapes.table(
            "applications",
            proactive + "三、收到和处理政府信息公开申请情况\n\n" + rows.joined(),
            name: "a.md"
        )
        #expect(CellShapes.counts(table, "granted") == [2, 0, 1, 0, 0, 1, nil])
        #expect(table.cell("granted", "total")?.content == .blank)
    }

    /// The first column counts the lines of the table, as where a table of data was printed.
    @Test func theNumberOfALineIsNoCell() throws {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let lines = [
            [""] + (0..<15).map(String.init),
            ["0"] + Array(repeating: "行政复议", count: 5) + Array(repeating: "行政诉讼", count: 10),
            ["1"] + Array(repeating: "行政复议", count: 5) + Array(repeating: "未经复议直接起诉", count: 5)
                + Array(repeating: "复议后起诉", count: 5),
            ["2"] + heads + heads + heads, ["3"] + ["1", "0", "0", "2", "3"] + Array(repeating: "0", count: 10),
        ]
        let text = lines.map { "| " + $0.joined(separator: " | ") + " |\n" }
        let report = try readReport(
            "青禾市审计局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n\n" + text[0]
                + String(repeating: "|---", count: 16) + "|\n" + text[1...].joined(),
            name: "a.md"
        )
        let table = try #require(report.table("disputes"))
        #expect(CellShapes.counts(table, "review") == [1, 0, 0, 2, 3])
        #expect(CellShapes.counts(table, "litigation_after_review") == [0, 0, 0, 0, 0])
    }

    /// A bar closes each line, that of the heads too.
    @Test(arguments: [true, false])
    func aBarThatClosesALineIsNoCell(_ areHeadsClosed: Bool) throws {
        let close = areHeadsClosed ? " |\n" : "\n"
        let rows = CellShapes.labels.map { ([$0] + ["", "3", "", "", "", "", "3"]).joined(separator: " | ") + " |\n" }
        let odd = "\(CellShapes.labels[0]) |  | 2 | 1 |  |  |  |  |\n"
        let table = try CellShapes.table(
            "applications",
            (["项目"] + Self.heads).joined(separator: " | ") + close + odd + rows[1...].joined()
        )
        let isRead = CellShapes.counts(table, "received") == [nil, 2, 1, nil, nil, nil, nil]
        #expect(isRead == areHeadsClosed)
        #expect((CellShapes.counts(table, "granted") == [nil, 3, nil, nil, nil, nil, 3]) == areHeadsClosed)
    }
}
