import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Cells and rows that a tool lost, moved or repeated: they are read where that is certain, and else in doubt, but never
/// taken for printed blanks.
struct LostCellTests {
    private func isInDoubt(_ table: Table, _ row: String) -> Bool {
        table.row(row)?.cells.compactMap { $0 }.allSatisfy { $0.content == .ambiguous } ?? false
    }

    private func lines(_ cells: [String], between gap: String) -> String {
        CellShapes.labels.map { ([$0] + cells).joined(separator: gap) + "\n" }.joined()
    }

    /// A page that set each run of a label in an element of its own: the label's number is no value of the row before.
    @Test func aLabelsNumberOnALineOfItsOwnIsNoValue() throws {
        let form = try #require(FormCatalog.form("2014"))
        let text = ReportTruth.make(form: form, agency: Agency.all[3], year: 2016, seed: 7).text(.cellLines)
        let broken = text.replacing("2.同意公开答复数", with: "2\n.同意\n公开答复数")
        #expect(broken != text)
        let (whole, table) = (try readReport(text).table("statistics"), try readReport(broken).table("statistics"))
        for row in ["answered.already_public", "answered.granted"] {
            let number = try #require(whole?.cell(row, "count")?.number)
            #expect(table?.cell(row, "count")?.number == number)
        }
    }

    /// The same where a value may be missing: the form's number of the next label may be it, and any other is a value.
    @Test(arguments: [("2", nil), ("7", 7)])
    func aNumberBeforeALabelsPointIsAValueUnlessItIsItsNumber(_ printed: String, _ count: Int?) throws {
        let form = try #require(FormCatalog.form("2014"))
        let text = ReportTruth.make(form: form, agency: Agency.all[3], year: 2016, seed: 7).text(.cellLines)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let next = try #require(lines.firstIndex { $0.contains("2.同意公开答复数") })
        let value = try #require(lines[..<next].lastIndex { $0.contains { $0.isNumber } })
        lines[value] = printed
        lines[next] = ".同意公开答复数"
        let table = try #require(try readReport(lines.joined(separator: "\n")).table("statistics"))
        #expect(CellShapes.counts(table, "answered.already_public") == [count])
        if count == nil { #expect(isInDoubt(table, "answered.already_public")) }
    }

    /// A program that joins cells by bars writes merged ones once for each column, and nothing around a row.
    @Test func cellsJoinedByBarsAreWholeRows() throws {
        var text = "申请人情况 | 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n"
        text += CellShapes.labels.map { "\($0) | \($0) | 3 |  | 2 |  |  |  | 5\n" }.joined()
        text += "（七）总计 | （七）总计 |  |  |  |  |  |  | \n"
        let table = try CellShapes.table("applications", text)
        for row in ["received", "granted", "partly_granted", "refused.state_secret"] {
            #expect(CellShapes.counts(table, row) == [3, nil, 2, nil, nil, nil, 5], "\(row)")
        }
        #expect(table.row("processed_total")?.cells.allSatisfy { $0?.content == .blank } == true)
    }

    @Test func aNumberRepeatedInEachMergedColumnIsOne() throws {
        let text = """
            二、主动公开政府信息情况
            信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
            规章 |  |  | 0
            行政规范性文件 | 12 | 3 | 41
            行政许可 | 118 | 118 | 118
            行政处罚 | 27 | 27 | 27
            行政强制 |  |  | 
            """
        let table = try CellShapes.table("proactive", text)
        #expect(table.cell("permits", "decisions")?.number == Quantity(118))
        #expect(table.cell("penalties", "decisions")?.number == Quantity(27))
        #expect(CellShapes.counts(table, "normative_documents") == [12, 3, 41])
    }

    @Test func digitsOfFullWidthRepeatedInEachMergedColumnAreOneNumber() throws {
        let text = """
            二、主动公开政府信息情况
            信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
            规章 | ０ | ０ | ０
            行政规范性文件 | １２ | ３ | ４１
            行政许可 | １１８ | １１８ | １１８
            行政处罚 | ２７ | ２７ | ２７
            """
        let table = try CellShapes.table("proactive", text)
        #expect(table.cell("permits", "decisions")?.number == Quantity(118))
        #expect(CellShapes.counts(table, "normative_documents") == [12, 3, 41])
    }

    /// The page ends behind the label of a row whose values were written before it.
    @Test func valuesBeforeTheLastLabelOfAPageAreItsOwn() throws {
        let row = "7\n0\n0\n0\n0\n0\n7\n"
        let text = CellShapes.labels.enumerated().map { index, label in
            index == 1
                ? label + "\n" + row.replacing("7", with: "0") + row : index == 2 ? label + "\n" : label + "\n" + row
        }.joined()
        let table = try CellShapes.table("applications", text)
        #expect(CellShapes.counts(table, "carried_in") == [0, 0, 0, 0, 0, 0, 0])
        #expect(CellShapes.counts(table, "granted") == [7, 0, 0, 0, 0, 0, 7])
    }

    /// A page ends between the numbers of （二） and its label, and the rest of the group's name stands beside them. Without the
    /// page's end nobody knows whether they are another row's.
    @Test(arguments: ["\u{0C}", ""]) func aRowThatAPagesEndCutsKeepsItsNumbers(_ feed: String) throws {
        let rows = CellShapes.labels.map { "   \($0)   11  1  0   0   0   0 12\n" }
        let cut =
            " 办理结果                           1  0  2   0   0   0 3\n   果\n\n\n\(feed)     \(CellShapes.labels[3].prefix(20))\n     其他情形）\n"
        let table = try CellShapes.table("applications", (rows[..<3] + [cut] + rows[4...]).joined())
        #expect(CellShapes.counts(table, "granted") == [11, 1, 0, 0, 0, 0, 12])
        let expected = feed.isEmpty ? Array(repeating: nil, count: 7) : [1, 0, 2, 0, 0, 0, 3]
        #expect(CellShapes.counts(table, "partly_granted") == expected)
        #expect(CellShapes.counts(table, "refused.state_secret") == [11, 1, 0, 0, 0, 0, 12])
    }

    @Test func aRowWithoutValuesBesideOneWithTooManyIsNoBlank() throws {
        let row = "7\n0\n0\n0\n0\n0\n7\n"
        let text = CellShapes.labels.enumerated().map { index, label in
            label + "\n" + (index == 2 ? "" : index == 1 ? row + "4\n4\n4\n" : row)
        }.joined()
        let table = try CellShapes.table("applications", text)
        #expect(isInDoubt(table, "granted"))
        #expect(table.state == .partial)
    }

    /// A tool wrote the values of the last two rows behind both labels, column by column.
    @Test func theLastRowIsNoneOfWhatMayBeTheOneBefores() throws {
        let row = "3\n0\n0\n0\n0\n0\n3\n"
        var labels = CellShapes.labels
        labels += ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请"]
        labels += ["6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "3.要求提供公开出版物", "4.无正当理由大量反复申请"]
        labels += ["5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"]
        labels += ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"]
        let text = labels.map { $0 + "\n" + row }.joined() + "（七）总计\n四、结转下年度继续办理\n"
        let table = try CellShapes.table(
            "applications",
            text + "1\n32\n10\n1\n0\n0\n0\n3\n0\n46\n0\n0\n五、存在的主要问题及改进情况\n"
        )
        #expect(isInDoubt(table, "carried_out"))
        #expect(isInDoubt(table, "processed_total"))
    }

    /// A converter that takes three rows for one writes their labels into one cell.
    @Test func aValueBesideTheLabelsOfSeveralRowsIsNobodys() throws {
        let page = """
            <html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p><p>一、总体情况</p><p>本年度工作平稳。</p>
            <p>二、主动公开政府信息情况</p><table>
            <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>行政规范性文件</td><td>0</td><td>0</td><td>0</td></tr>
            <tr><td>行政许可<br>行政处罚</td><td>64</td></tr>
            <tr><td>行政强制</td><td>0</td></tr><tr><td>行政事业性收费</td><td>0</td></tr></table></body></html>
            """
        let table = try #require(try readReport(page, name: "a.html").table("proactive"))
        #expect(isInDoubt(table, "permits"))
        #expect(isInDoubt(table, "penalties"))
    }

    private func statistics(_ odd: String) throws -> Table {
        let text = """
            青禾市审计局2016年政府信息公开工作年度报告
            一、概述
            本年度工作平稳。
            政府信息公开情况统计表
            三、依申请公开情况
            （一）收到申请数
            件      9
            1.当面申请数
            件      2
            2.传真申请数
            件      0
            3.网络申请数
            件      4
            4.信函申请数
            件      3
            （二）申请办结数
            件      9
            1.按时办结数
            \(odd)
            2.延期办结数
            件      1
            （三）申请答复数
            件      9
            1.属于已主动公开范围数
            件      5
            2.同意公开答复数
            件      4
            3.同意部分公开答复数
            件      0
            4.不同意公开答复数
            件      0
            """
        return try #require(try readReport(text).table("statistics"))
    }

    @Test func aPageNumberBeforeTheUnitIsNoValue() throws {
        let read = try statistics("\n        3\n政府信息公开工作年度报告\n件      8")
        #expect(read.cell("closed.on_time", "count")?.number == Quantity(8))
        let whole = try statistics("件      8")
        #expect(whole.cell("closed.on_time", "count")?.number == Quantity(8))
    }

    @Test func thePagesBehindABrokenLabelAreNoValues() throws {
        let row = "    5    1    0    0    0    0    6"
        let text = CellShapes.labels.enumerated().map { index, label in
            index == 5 ? "2.其他法律行政法规\(row)\n禁止公开\n\n\n            2 / 7\n\n" : label + row + "\n"
        }.joined()
        let table = try CellShapes.table("applications", text)
        #expect(CellShapes.counts(table, "refused.prohibited_by_law") == [5, 1, 0, 0, 0, 0, 6])
        #expect(CellShapes.counts(table, "refused.security_stability") == [5, 1, 0, 0, 0, 0, 6])
    }

    /// Two pages of a text that were written in two ways.
    @Test func aRowWithEachValueOnALineHasNoPageNumber() throws {
        let text = CellShapes.labels.enumerated().map { index, label in
            label + (index < 2 ? "\n" : "      ")
                + ["5", "1201", "0", "0", "0", "0", "1206"].joined(separator: index < 2 ? "\n" : "    ")
        }.joined(separator: "\n")
        let table = try CellShapes.table("applications", text + "\n")
        for row in ["received", "carried_in", "granted", "refused.state_secret"] {
            #expect(CellShapes.counts(table, row) == [5, 1201, 0, 0, 0, 0, 1206], "\(row)")
        }
    }

    private func disputes(_ values: [Int]) throws -> Table {
        let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let words =
            ["行政复议", "行政诉讼"] + heads + ["未经复议直接起诉", "复议后起诉"] + heads + heads + values.map(String.init)
        let text = "四、政府信息公开行政复议、行政诉讼情况\n" + words.joined(separator: "\n") + "\n五、存在的主要问题及改进情况\n"
        return try CellShapes.table("disputes", text)
    }

    @Test func aPageNumberAmongTheNumbersOfOneLineIsLeftOutWhereTheSumsTell() throws {
        let values = [2, 1, 0, 0, 3, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2]
        for read in [try disputes([5] + values), try disputes(values + [5]), try disputes(values)] {
            #expect(CellShapes.counts(read, "review") == [2, 1, 0, 0, 3])
            #expect(CellShapes.counts(read, "litigation_after_review") == [1, 0, 0, 1, 2])
        }
        // No number whose absence makes the sums right: any may be the page's.
        var broken = values
        broken[4] = 9
        #expect(isInDoubt(try disputes([5] + broken), "review"))
    }

    @Test func gluedDigitsAreNotCutWhereAnotherRowsBlanksLeftNoTrace() throws {
        let text = """
            二、主动公开政府信息情况
            信息内容本年制发件数本年废止件数现行有效件数
            规章
            行政规范性文件514
            行政许可6
            行政处罚0
            行政强制0
            行政事业性收费0
            """
        #expect(isInDoubt(try CellShapes.table("proactive", text), "normative_documents"))
        let full = try CellShapes.table("proactive", text.replacing("规章\n", with: "规章000\n"))
        #expect(CellShapes.counts(full, "normative_documents") == [5, 1, 4])
    }

    /// Each row begins with a bar on a line of its own.
    @Test func theBarOfTheNextRowIsNoCell() throws {
        func row(_ cells: [String]) -> String { "|\n" + cells.map { $0.isEmpty ? "|\n" : "\($0) |\n" }.joined() }
        let rows = [
            ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "", "", ""], ["行政规范性文件", "", "2", "31"],
            ["行政许可", "14"], ["行政处罚", "5"], ["行政强制", "0"], ["行政事业性收费", "0"],
        ]
        let table = try CellShapes.table("proactive", "二、主动公开政府信息情况\n" + rows.map(row).joined() + "五、存在的主要问题及改进情况\n")
        #expect(CellShapes.counts(table, "normative_documents") == [nil, 2, 31])
        #expect(table.row("regulations")?.cells.prefix(3).allSatisfy { $0?.content == .blank } == true)
    }

    @Test func aRowOfBarsAloneIsARow() throws {
        let rows = ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他", "（七）总计"]
        let text = (CellShapes.labels + rows).map { label in
            "|\n\(label) |\n" + String(repeating: label.hasPrefix("3.其他") ? "|\n" : "1 |\n", count: 7)
        }.joined()
        #expect(
            try CellShapes.table("applications", text).row("other.other")?.cells.allSatisfy { $0?.content == .blank }
                == true
        )
    }
}
