import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Cells that a converter moved from under their heads, quoted, or gave names of its own.
struct MovedCellTests {
    /// A converter that knows nothing of merged cells counts its columns from a line's first word.
    @Test func aRowThatItsGroupsLabelPushedIsNotReadByItsPlace() throws {
        let text = """
              一、本年新收政府信息公开申请数量      12              3       1       0   0  2  18
              二、上年结转政府信息公开申请数量      0               0       0       0   0  0  0
              三、本年度办理结果               （一）予以公开         12      3       1   0  0  2
              （二）部分公开                 0               0       0       0   0  0
              （三）不予公开                 1.属于国家秘密        0       0       0   0  0  0
              2.其他法律行政法规禁止公开         0               0       0       0   0  0
              （七）总计                   12              3       1       0   0  2  18
              四、结转下年度继续办理            0               0       0       0   0  0  0
            """
        let table = try CellShapes.table("applications", text)
        let granted = [12, 3, 1, 0, 0, 2, nil]
        #expect(zip(CellShapes.counts(table, "granted"), granted).allSatisfy { $0 == nil || $0 == $1 })
        #expect(CellShapes.counts(table, "received") == [12, 3, 1, 0, 0, 2, 18])
    }

    /// Two blanks before each cell, whatever the label's length: the numbers stand below each other by accident.
    @Test func cellsThatBlanksJoinHaveNoPlaces() throws {
        let text = """
            二、主动公开政府信息情况
            信息内容  上一年项目数量  本年增/减  处理决定数量
            行政许可  182  +3  2205
            其他对外管理服务事项  305    164
            """
        let row = try CellShapes.table("proactive", text, year: 2019).row("other_services")
        #expect(row?.cells.allSatisfy { $0?.number == nil } == true)
    }

    @Test func aNumberBesideABlankBelowARepeatedHeadStaysInItsColumn() throws {
        let text = """
            二、主动公开政府信息情况
            |信息内容|上一年项目数量|本年增/减|本年增/减|
            |---|---|---|---|
            |行政事业性收费||4|4|
            |信息内容|采购项目数量|采购总金额|采购总金额|
            |政府集中采购|11|703.2|703.2|
            """
        let table = try CellShapes.table("proactive", text, year: 2019, name: "a.md")
        #expect(table.cell("fees", "items_last_year")?.content == .blank)
        #expect(table.cell("fees", "change")?.number == Quantity(4))
        #expect(table.cell("procurement", "items")?.number == Quantity(11))
    }

    /// The tool filled the cell below 总计 with its neighbour's head: that column has a head of its own.
    @Test func aHeadRepeatedOverAnothersColumnMovesNoValue() throws {
        var text = "|申请人情况|申请人情况|自然人|法人|法人|法人|法人|法人|总计|\n|---|---|---|---|---|---|---|---|---|\n"
        text += "|申请人情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|其他|\n"
        text += CellShapes.labels.map { "|\($0)|6|0|0|0|0|0|6|\n" }.joined()
        text += "\n|三、本年度办理结果|（七）总计||6|0|0|0|0|0|6|\n"
        let table = try CellShapes.table("applications", text, name: "a.md")
        #expect(CellShapes.counts(table, "granted") == [6, 0, 0, 0, 0, 0, 6])
        #expect(CellShapes.counts(table, "processed_total") == [6, 0, 0, 0, 0, 0, 6])
    }

    /// Where a table goes on on the next page its first row is taken for heads, and blank ones are given names.
    @Test func theNamesOfBlankHeadsAreNoValues() throws {
        var text = CellShapes.labels.prefix(4).map { "|\($0)|3|||||1|4|\n" }.joined()
        text += "\n|\(CellShapes.labels[4])|2|Col3|Col4|Col5|Col6|Col7|2|\n|---|---|---|---|---|---|---|---|\n"
        text += CellShapes.labels[5...].map { "|\($0)|3|||||1|4|\n" }.joined()
        let report = try readReport("青禾市审计局2022年政府信息公开工作年度报告\n" + text, name: "a.md")
        let table = try #require(report.table("applications"))
        #expect(CellShapes.counts(table, "refused.state_secret") == [2, nil, nil, nil, nil, nil, 2])
        #expect(!report.findings.contains { $0.rule == "number.invalid" })
    }

    @Test func aLabelThatGoesOnBelowItsLineOfTabsIsOne() throws {
        let row = "\t5\t1\t0\t0\t0\t0\t6\n"
        let text = CellShapes.labels.enumerated().map { index, label in
            switch index {
            case 1: "二、上年结转政府\(row)信息公开申请数量\n"
            case 5: "2.其他法律行政\(row)法规禁止公开\n"
            default: label + row
            }
        }.joined()
        let table = try CellShapes.table("applications", text)
        for id in ["carried_in", "granted", "refused.prohibited_by_law", "refused.security_stability"] {
            #expect(CellShapes.counts(table, id) == [5, 1, 0, 0, 0, 0, 6], "\(id)")
        }
    }

    @Test func quotedCellsBetweenTabsAreCells() throws {
        let rows = CellShapes.labels.map {
            (["\"\($0)\""] + [5, 1, 0, 0, 0, 0, 6].map { "\"\($0)\"" }).joined(separator: "\t")
        }
        #expect(
            CellShapes.counts(try CellShapes.table("applications", rows.joined(separator: "\n")), "granted") == [
                5, 1, 0, 0, 0, 0, 6,
            ]
        )
    }

    /// A quote within a cell that nobody doubled ends no cell.
    @Test(arguments: ["\"", "\"\""], ["\t", ","])
    func aQuoteInAQuotedCellIsText(_ quote: String, _ separator: String) throws {
        let labels = CellShapes.labels.map { $0.replacing("“", with: quote).replacing("”", with: quote) }
        let rows = labels.map { label in
            (["", "", label] + ["", "", "", "", "", "", "4"]).map { "\"\($0)\"" }.joined(separator: separator)
        }
        let table = try CellShapes.table("applications", rows.joined(separator: "\n"))
        #expect(CellShapes.counts(table, "refused.security_stability") == [nil, nil, nil, nil, nil, nil, 4])
    }

    @Test func numbersQuotedForTheirCommasAreCells() throws {
        let rows = CellShapes.labels.map { $0 + ",\"2,304\",16,0,0,0,0,\"2,320\"" }
        #expect(
            CellShapes.counts(try CellShapes.table("applications", rows.joined(separator: "\n")), "granted") == [
                2304, 16, 0, 0, 0, 0, 2320,
            ]
        )
    }

    /// A comma with one digit behind it is no number's end: the rest stands on the cell's next line.
    @Test(arguments: [("2,3<br>04", 2304), ("23<br>04", nil), ("2,304<br>1", nil)])
    func aNumberThatBreaksBehindItsCommaIsOne(_ cell: String, _ value: Int?) throws {
        let text = CellShapes.labels.map { "|\($0)|\($0 == CellShapes.labels[2] ? cell : "5")|1|0|0|0|0||\n" }.joined()
        let table = try CellShapes.table("applications", text, name: "a.md")
        #expect(table.cell("granted", "natural_person")?.number?.whole == value)
    }

    /// Three dashes between bars draw a line and are no marks, also where no bar stands around them.
    @Test func theRuleOfATableWithoutOuterBarsIsNoRow() throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况
            行政复议 | 行政诉讼
            ---|---
            结果维持 | 结果
            纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉
            结果维持 | 结果纠正 | 其他
            结果 | 尚未审结 | 总计 | 结果
            维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
            2 | 0 | 1 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1
            """
        let table = try CellShapes.table("disputes", text, name: "a.md")
        #expect(CellShapes.counts(table, "review") == [2, 0, 1, 0, 3])
        #expect(CellShapes.counts(table, "litigation_after_review") == [1, 0, 0, 0, 1])
    }

    @Test(arguments: ["，", ""])
    func theCommaInALabelIsNoEndOfIt(_ comma: String) throws {
        let last = ["1.申请人无正当理由逾期不补正\(comma)行政机关不再处理其政府信息公开申请"]
        let text = (CellShapes.labels + last).map { $0 + "\n5\n1\n0\n0\n0\n0\n6\n" }.joined()
        #expect(
            CellShapes.counts(try CellShapes.table("applications", text), "other.no_correction") == [
                5, 1, 0, 0, 0, 0, 6,
            ]
        )
    }
}
