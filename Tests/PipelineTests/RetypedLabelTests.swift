import Model
import Pipeline
import TestSupport
import Testing

/// Rows whose labels somebody typed anew, in a word more or less than the form's, with numbers beside them or none.
struct RetypedLabelTests {
    private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    private static let rows: [(label: String, id: String)] = [
        ("一、本年新收政府信息公开申请数量", "received"), ("二、上年结转政府信息公开申请数量", "carried_in"),
        ("（一）予以公开", "granted"), ("（二）部分公开", "partly_granted"),
        ("1.属于国家秘密", "refused.state_secret"), ("2.其他法律行政法规禁止公开", "refused.prohibited_by_law"),
        ("3.危及“三安全一稳定”", "refused.security_stability"), ("4.保护第三方合法权益", "refused.third_party"),
        ("5.属于三类内部事务信息", "refused.internal_affairs"), ("6.属于四类过程性信息", "refused.process_information"),
    ]

    private func table(_ rows: [[String]], _ head: String? = nil) throws -> Table? {
        let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        let head = head ?? "<tr>" + (["申请人情况"] + Self.heads).map { "<td>\($0)</td>" }.joined() + "</tr>"
        let page = """
            <html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>
            <table>\(head)\(lines)</table><p>五、存在的主要问题及改进情况</p></body></html>
            """
        return try readReport(page, name: "a.html").table("applications")
    }

    @Test(
        arguments: [
            ("2.其他法律、行政法规禁止公开", 5), ("2.其它法律行政法规禁止公开的", 5), ("3.危及三安全一稳定", 6), ("4.保护第三方权益", 7),
            ("1.国家秘密", 4), ("1.涉及国家秘密", 4), ("5.三类内部事务信息", 8), ("（一）同意公开", 2), ("二、上年度结转政府信息公开申请", 1),
        ],
        [["1", "", "", "", "", "", "1"], ["", "", "", "", "", "", ""], ["", "", "", "", "", "", "2"]]
    )
    func theRowIsRead(_ label: (text: String, row: Int), _ cells: [String]) throws {
        let numbers = ["3", "1", "0", "0", "0", "0", "4"]
        let rows = Self.rows.enumerated().map { index, row in
            index == label.row ? [label.text] + cells : [row.label] + numbers
        }
        let table = try #require(try table(rows))
        #expect(CellShapes.counts(table, Self.rows[label.row].id) == cells.map { Int($0) }, "\(label.text)")
        for (index, row) in Self.rows.enumerated() where index != label.row {
            #expect(CellShapes.counts(table, row.id) == numbers.map { Int($0) }, "\(row.id)")
        }
    }

    /// Words beside a blank cell that are no label, and a row of another number.
    @Test(arguments: ["备注", "以上数据由办公室汇总", "6.涉及国家秘密", "涉及国家秘密的除外情形说明"])
    func otherWordsAreNoRow(_ words: String) throws {
        let numbers = ["3", "1", "0", "0", "0", "0", "4"]
        var rows = Self.rows.map { [$0.label] + numbers }
        rows[4] = [words, "", "", "", "", "", "", ""]
        #expect(try table(rows)?.row("refused.state_secret") == nil)
    }

    /// 法人或其他组织 over one column too few: 总计, which hangs down from the line above, takes the place of 其他.
    @Test func headsMergedOverTooFewColumnsMoveNoValues() throws {
        let head = """
            <tr><td rowspan="3">本列数据的勾稽关系</td><td colspan="6">申请人情况</td></tr>
            <tr><td rowspan="2">自然人</td><td colspan="4">法人或其他组织</td><td rowspan="2">总计</td></tr>
            <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
            """
        let table = try #require(try table(Self.rows.map { [$0.label, "3", "1", "0", "0", "0", "2", "6"] }, head))
        #expect(CellShapes.counts(table, "received") == [3, 1, 0, 0, 0, 2, 6])
        // Where the numbers do not say so, the heads do.
        let turned = try self.table(Self.rows.map { [$0.label, "3", "1", "0", "0", "0", "6", "2"] }, head)
        #expect(CellShapes.counts(try #require(turned), "received") == [3, 1, 0, 0, 0, 2, 6])
    }
}
