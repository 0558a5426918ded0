import Model
import Testing

/// A table in which one block has the heads of another year's form.
struct OtherHeadTests {
    private func table(_ heads: String) throws -> Table {
        let text = """
            青禾市水务局2021年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（一）项 | |||
            信息内容 | \(heads) |
            规章 | 0 | 0 | 0 |
            行政规范性文件 | 5 | 4 | 19 |
            第二十条第（五）项 | |||
            信息内容 | 本年处理决定数量 | ||
            行政许可 | 2 | ||
            第二十条第（八）项 | |||
            信息内容 | 本年收费金额（单位：万元） | ||
            行政事业性收费 | 1.5 | ||

            """
        return try #require(try readReport(text, name: "a.txt").table("proactive"))
    }

    @Test func whatStandsBelowThemIsAnotherCount() throws {
        let table = try table("本年新 | 本年新 | 对外公开总数量")
        for row in ["regulations", "normative_documents"] {
            #expect(table.row(row)?.cells.allSatisfy { $0?.number == nil } == true, "\(row)")
        }
        #expect(table.cell("permits", "decisions")?.number?.whole == 2)
        #expect(table.cell("fees", "amount")?.number != nil)
    }

    @Test func itsOwnHeadsCount() throws {
        let table = try table("本年制发件数 | 本年废止件数 | 现行有效件数")
        #expect(table.cell("normative_documents", "repealed")?.number?.whole == 4)
    }
}
