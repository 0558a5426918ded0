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
}
