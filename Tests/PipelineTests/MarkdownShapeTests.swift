import Model
import Pipeline
import Testing

/// What converters of pages and of Word documents leave in Markdown, beside tables as people write them.
struct MarkdownShapeTests {
    private static let head = """
        青禾市审计局2022年政府信息公开工作年度报告
        三、收到和处理政府信息公开申请情况


        """

    private func cells(_ table: String, _ row: String, head: String = head) throws -> [Int?] {
        let report = try readReport(head + table, name: "a.md")
        return report.table("applications")?.row(row)?.cells.map { $0?.number.map(\.significand) } ?? []
    }

    private static let labels = [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
    ]

    private static let heads = "申请情况| 自然人| 商业企业| 科研机构| 社会公益组织| 法律服务机构| 其他| 总计  \n---|---|---|---|---|---|---|---  \n"

    /// A line's end in a blank cell breaks the row, whose bars stand between cells alone.
    @Test(arguments: [
        ("|  | 14|  |  | 20|   \n| 34  \n", [nil, 14, nil, nil, 20, nil, 34]),
        ("|   \n| 14|   \n|   \n| 20|   \n| 34  \n", [nil, 14, nil, nil, 20, nil, 34]),
        ("| 3  \n|  | 5  \n| \u{200B}| 2| 0| 10  \n", [3, nil, 5, nil, 2, 0, 10]),
        ("| 3| 4|  |  |  |  |   \n  \n", [3, 4, nil, nil, nil, nil, nil]),
    ])
    func rowsThatBlankCellsBrokeAreOneRow(_ row: String, _ expected: [Int?]) throws {
        let others = Self.labels[2...].map { "\($0)| 1| 0| 0| 0| 0| 0| 1  \n" }.joined()
        let table = Self.heads + "\(Self.labels[0])\(row)\(Self.labels[1])\(row)" + others
        #expect(try cells(table, "received") == expected)
        #expect(try cells(table, "carried_in") == expected)
        #expect(try cells(table, "granted") == [1, 0, 0, 0, 0, 0, 1])
    }

    /// Without the line of dashes nothing says whether the bar that begins a line is a cell's border.
    @Test func aBrokenRowIsADoubtWhereItsBarsMayBeBorders() throws {
        let row = "|  | 14|  |  | 20|   \n| 34  \n"
        let others = Self.labels[2...].map { "\($0)| 1| 0| 0| 0| 0| 0| 1  \n" }.joined()
        let table = "\(Self.labels[0])\(row)\(Self.labels[1])\(row)" + others
        #expect(try cells(table, "received") == Array(repeating: nil, count: 7))
    }

    /// A row whose label a tool wrote outside of the table, or in a line of the grid above its values, is not blank.
    @Test(arguments: [
        "2 1 0 0 0 0 3\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n", "- 2 -\n（二）部分公开（区分处理的，\n只计这一情形，不计其他情形）\n",
        "|  | （二）部分公开（区分处理的，只计这一情形，不计其他情形） |  |  |  |  |  |  |  |\n|  |  | 2 | 1 | 0 | 0 | 0 | 0 | 3 |\n",
    ])
    func aRowWithoutACellIsADoubt(_ lines: String) throws {
        let rows = Self.labels.enumerated().map { index, label in
            index == 3 ? lines : "| \(index < 2 ? label + " | " : " | " + label) | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        }
        let heads =
            "|  | 申请情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|---|\n"
        let report = try readReport(Self.head + heads + rows.joined(), name: "a.md")
        let row = report.table("applications")?.row("partly_granted")
        #expect(row?.cells.map { $0?.content } == Array(repeating: .ambiguous, count: 7))
        #expect(try cells(heads + rows.joined(), "refused.state_secret") == [1, 0, 0, 0, 0, 0, 1])
    }
}
