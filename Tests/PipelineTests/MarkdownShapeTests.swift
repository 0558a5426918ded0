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

    private static let labels = CellShapes.labels

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

    /// Readers of scanned pages set numbers as formulas or as code.
    @Test(arguments: [("$", "$"), ("`", "`"), ("*", "*"), ("\\(", "\\)")])
    func aNumberInMarkupIsANumber(_ opening: String, _ closing: String) throws {
        let row = [4, 0, 1, 0, 0, 12, 17].map { "| \(opening)\($0)\(closing) " }.joined() + "|\n"
        let table = Self.heads + Self.labels.map { "| \($0) \(row)" }.joined()
        #expect(try cells(table, "received") == [4, 0, 1, 0, 0, 12, 17])
        #expect(try cells(table, "granted") == [4, 0, 1, 0, 0, 12, 17])
    }

    /// A formula may have blanks at its ends.
    @Test(arguments: ["$ 12 $", "\\( 12 \\)", "$12 $", "$ １２ $"])
    func blanksWithinAFormulaChangeNothing(_ number: String) throws {
        let row = (Array(repeating: "$ 0 $", count: 5) + [number, number]).map { "| \($0) " }.joined() + "|\n"
        let table = Self.heads + Self.labels.map { "| \($0) \(row)" }.joined()
        #expect(try cells(table, "received") == [0, 0, 0, 0, 0, 12, 12])
        #expect(try cells(table, "granted") == [0, 0, 0, 0, 0, 12, 12])
    }

    @Test(arguments: ["$1 2$", "$ 1 2 $", "\\(1 2\\)"])
    func aFormulasBlanksPartNoNumber(_ number: String) throws {
        let row = (Array(repeating: "$0$", count: 5) + [number, number]).map { "| \($0) " }.joined() + "|\n"
        let table = Self.heads + Self.labels.map { "| \($0) \(row)" }.joined()
        #expect(try cells(table, "received") == [0, 0, 0, 0, 0, 12, 12])
    }

    /// Two numbers of a formula, of which each is whole, are not one.
    @Test func numbersOfAFormulaAreNotJoined() throws {
        let row = (Array(repeating: "$0$", count: 5) + ["$12 34$", "$46$"]).map { "| \($0) " }.joined() + "|\n"
        let table = Self.heads + Self.labels.map { "| \($0) \(row)" }.joined()
        #expect(try cells(table, "received") == [0, 0, 0, 0, 0, nil, 46])
    }

    /// Numbers of the text are set so, too; a bracket that is escaped stays one.
    @Test func formulasOfTheTextAreNumbers() throws {
        let text = """
            青禾市审计局2022年政府信息公开工作年度报告

            一、总体情况

            根据国发\\(2019\\)5号文件，全年收到政府信息公开申请$13$件，予以公开 \\(9\\) 件，占$6 9 . 2\\%$。

            \\(2\\) 全年办结政府信息公开申请$1 2$件。
            """
        let report = try readReport(text, name: "a.md")
        #expect(report.claims.map { $0.value?.description } == ["13", "9", "69.2", "12"])
        #expect(report.narrative.contains("国发(2019)5号"))
        #expect(report.narrative.contains("(2)全年办结政府信息公开申请12件"))
    }

    private static let row = ["3", "", "5", "", "2", "", "10"]

    /// A column that counts the rows stands on the next label's line where no bar frames the rows, and 备注 behind the total is
    /// blank in all of them.
    @Test(arguments: [false, true])
    func aCountAndARemarkAreNoCells(_ isFull: Bool) throws {
        let rows = Self.labels.enumerated().map { index, label in
            let values = isFull && index == 0 ? Array(repeating: "1", count: 7) : Self.row
            return "\(index + 4)| \(label)| " + values.joined(separator: "| ") + "|   \n"
        }
        let heads =
            "序号| 申请情况| 自然人| 商业企业| 科研机构| 社会公益组织| 法律服务机构| 其他| 总计| 备注  \n---|---|---|---|---|---|---|---|---|---  \n"
        let table = heads + rows.joined()
        #expect(try cells(table, "carried_in") == [3, nil, 5, nil, 2, nil, 10])
        #expect(try cells(table, "refused.prohibited_by_law") == [3, nil, 5, nil, 2, nil, 10])
    }

    /// A total that is blank in every row is no such column, whatever a word above the table says.
    @Test func aBlankTotalIsNoRemark() throws {
        let rows = Self.labels.map { "| \($0) | 3 | 0 | 5 | 0 | 2 | 0 |  |\n" }
        let table = "说明\n\n" + Self.heads + rows.joined()
        #expect(try cells(table, "carried_in") == [3, 0, 5, 0, 2, 0, nil])
    }

    /// A cell with a row's marks and numbers says that borders were lost: nothing of it is known, and nothing is wrong.
    @Test(arguments: ["— 3 — — — 2 5", "[1]"])
    func aCellOfSeveralOrOfANoteIsADoubt(_ cell: String) throws {
        let others = Self.labels[1...].map { "| \($0) | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n" }.joined()
        let table = Self.heads + "| \(Self.labels[0]) | \(cell) | 0 | 0 | 0 | 0 | 0 | 1 |\n" + others
        let report = try readReport(Self.head + table, name: "a.md")
        #expect(report.table("applications")?.row("received")?.cells.first??.content == .ambiguous)
        #expect(!report.findings.contains { $0.rule == "number.invalid" })
    }

    /// A label's number is none of the row before where blanks stand between its characters.
    @Test func aSpacedLabelsNumberIsItsOwn() throws {
        let rows = Self.labels.map { label in
            let spaced = label.map(String.init).joined(separator: " ")
            return "\(spaced)|  |  | 1|  |  |  | 1  \n"
        }
        #expect(try cells(Self.heads + rows.joined(), "refused.third_party") == [nil, nil, 1, nil, nil, nil, 1])
        #expect(try cells(Self.heads + rows.joined(), "refused.state_secret") == [nil, nil, 1, nil, nil, nil, 1])
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

    private static let disputes = """
        | 行政复议 |          |          |          |          | 行政诉讼         |          |          |          |          |            |          |          |          |          |
        |----------|----------|----------|----------|----------|------------------|----------|----------|----------|----------|------------|----------|----------|----------|----------|
        | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计     | 未经复议直接起诉 |          |          |          |          | 复议后起诉 |          |          |          |          |
        |          |          |          |          |          | 结果维持         | 结果纠正 | 其他结果 | 尚未审结 | 总计     | 结果维持   | 结果纠正 | 其他结果 | 尚未审结 | 总计     |

        """

    /// — is --- in Markdown: a row of nothing else is no line below heads.
    @Test(arguments: ["|", "+"]) func aRowThatIsCrossedOutIsARow(_ corner: String) throws {
        let row = "|" + String(repeating: " ---      |", count: 15)
        var table = Self.disputes + row + "\n"
        if corner == "+" {
            let lines = table.split(separator: "\n").filter { !$0.contains("--|") }
            let rule = "+" + String(repeating: "----------+", count: 15) + "\n"
            table = rule + lines.map { $0 + "\n" + rule }.joined()
        }
        let text = "青禾市审计局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n\n\(table)\n五、存在的主要问题及改进情况\n"
        let report = try readReport(text, name: "a.md")
        let cells = report.table("disputes")?.rows.flatMap { $0.cells.map { $0?.content } }
        #expect(cells == Array(repeating: .mark, count: 15))
    }

    /// The runs of a Word document are bold each by itself; a name that was masked with stars is not.
    @Test func boldRunsSideBySideAreOneText() throws {
        let rows = Self.labels.enumerated().map { index, label in
            index == 4
                ? "| **1.****属于****国家秘密** | **1****2** | 0 | 0 | 0 | 0 | 0 | **1****2** |\n"
                : "| \(label) | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
        }
        let heads = "| 申请情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
        let head = """
            青禾市审计局2022年政府信息公开工作年度报告
            **三、****收到和处理****政府信息公开申请情况**


            """
        let report = try readReport(head + heads + rows.joined() + "\n联系人：张****\n", name: "a.md")
        #expect(report.table("applications")?.row("refused.state_secret")?.label == "1.属于国家秘密")
        #expect(try cells(heads + rows.joined(), "refused.state_secret", head: head) == [12, 0, 0, 0, 0, 0, 12])
        #expect(report.sections.map(\.heading) == ["三、收到和处理政府信息公开申请情况"])
    }
}
