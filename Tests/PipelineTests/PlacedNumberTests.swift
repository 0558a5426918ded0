import Forms
import Model
import Pipeline
import Testing

/// Numbers that stand where they may be another cell's: read where that is certain, else in doubt, and never moved.
struct PlacedNumberTests {
    private func isUnread(_ table: Table, _ row: String) -> Bool {
        table.row(row)?.cells.allSatisfy { $0?.number == nil } ?? false
    }

    /// Rows whose label is merged over three columns, as converters write them.
    private func grid(_ odd: String) throws -> Table {
        var text = "| | | | 自然人 | 法人或其他组织 | | | | | 总计 |\n|---|---|---|---|---|---|---|---|---|---|\n"
        text += "| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n"
        for (index, label) in CellShapes.labels.enumerated() {
            text += "| \(label) | | | \(index == 0 ? odd : "4 | 0 | 1 | 0 | 0 | 0 | 5") |\n"
        }
        return try CellShapes.table("applications", text, name: "a.md")
    }

    @Test(arguments: ["O", "√", "3Q"])
    func aCellThatIsNoNumberMovesNoOther(sign: String) throws {
        let table = try grid("39 | 0 | 0 | 8 | 0 | \(sign) | 47")
        #expect(CellShapes.counts(table, "received") == [39, 0, 0, 8, 0, nil, 47])
        #expect(CellShapes.counts(table, "granted") == [4, 0, 1, 0, 0, 0, 5])
    }

    @Test func aRowThatLacksACellIsInDoubt() throws {
        let table = try grid("39 | 0 | 0 | 8 | 0 | 0")
        #expect(isUnread(table, "received"))
        #expect(CellShapes.counts(table, "carried_in") == [4, 0, 1, 0, 0, 0, 5])
    }

    /// All rows of the table, one cell a line; `values` gives what stands behind each label.
    private func lines(_ values: (String) -> [String]) throws -> Table {
        let form = try #require(FormCatalog.form("2021")?.tables.first { $0.id == "applications" })
        let text = form.rows.map { ([$0.label] + values($0.id)).joined(separator: "\n") + "\n" }.joined()
        return try CellShapes.table("applications", text)
    }

    private static let row = ["3", "0", "0", "0", "0", "0", "3"]

    /// Blank cells vanished, as the short rows show; the empty lines below the table are none.
    @Test func emptyLinesBelowATableAreNoBlanksWhereOthersLeftNone() throws {
        let table = try lines { id in
            switch id {
            case "carried_out": ["29", "6", "1", "", "36", "", ""]
            case "granted", "refused.state_secret": ["3", "2", "5"]
            default: Self.row
            }
        }
        #expect(table.cell("carried_out", "legal_service")?.number == nil)
    }

    /// Of a label of two lines the numbers stand before it: the row would take those of the next one.
    @Test func numbersBeforeALabelAreNotThoseBehindIt() throws {
        let table = try lines { id in
            switch id {
            case "refused.third_party": Self.row + ["0", "1", "0", "0", "0", "0", "1"]
            case "refused.internal_affairs": ["0", "0", "0", "5", "0", "0", "5"]
            case "refused.process_information": []
            default: Self.row
            }
        }
        #expect(isUnread(table, "refused.internal_affairs"))
        #expect(CellShapes.counts(table, "granted") == [3, 0, 0, 0, 0, 0, 3])
    }

    private func proactive(_ rows: String) throws -> Report {
        try readReport("青禾市审计局2020年政府信息公开工作年度报告\n一、总体情况\n工作平稳。\n二、主动公开政府信息情况\n" + rows)
    }

    @Test func aNumberIsNotGivenToAColumnThatCannotHoldIt() throws {
        let heads = "信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n"
        let permits = "第二十条第（五）项\n\(heads)行政许可\n31\n0\n14\n其他对外管理服务事项\n1\n0\n225\n"
        let behindTwo = try proactive(permits + "第二十条第（六）项\n\(heads)行政处罚\n行政强制\n1\n464\n-12\n")
        let table = try #require(behindTwo.table("proactive"))
        #expect(isUnread(table, "coercive_measures"))
        let oneOfTwo = try proactive(
            "行政处罚\t2\t0\t115\t行政强制\t8\t1\t3\t行政事业性收费\t4\t1\t政府集中采购\t2256.685\t\n三、收到和处理政府信息公开申请情况\n"
        )
        #expect(oneOfTwo.table("proactive")?.cell("procurement", "items")?.number == nil)
        for report in [behindTwo, oneOfTwo] { #expect(!report.findings.contains { $0.rule == "number.invalid" }) }
    }

    @Test func aNumberThatALineEndBrokeAtItsPointIsInDoubt() throws {
        let report = try proactive("行政许可\n31\n0\n14\n政府集中采购\n3\n341\n.1\n8万元\n三、收到和处理政府信息公开申请情况\n")
        #expect(report.table("proactive")?.cell("procurement", "amount")?.number == nil)
    }

    /// Cells so narrow that a tool broke the numbers in them.
    @Test func digitsBelowEachOtherInARuledCellAreInDoubt() throws {
        let rule = "+" + String(repeating: "---+", count: 15) + "\n"
        let heads =
            (["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] + ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] + [
                "结果维持", "结果纠正", "其他结果", "尚未审结", "总计",
            ])
        var text = rule + "|" + heads.map { " \($0) |" }.joined() + "\n" + rule
        text += "| 2 | 1 | / | / | 3 | / | 1 | 3 | / | 4 | 1 | 1 | 1 | / | 1 |\n"
        text += "|   |   |   |   |   |   | 0 | 7 |   | 7 |   |   | 4 |   | 6 |\n" + rule
        let report = try readReport("青禾市审计局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n" + text)
        #expect(!report.findings.contains { $0.rule == "disputes.total" })
        #expect(report.table("disputes")?.cell("litigation_after_review", "total")?.number != Quantity(1))
    }
}
