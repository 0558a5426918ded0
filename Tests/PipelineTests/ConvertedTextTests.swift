import Model
import Pipeline
import Testing

/// Tables as converters leave them in text: what is read of them, and what must stay a doubt.
struct ConvertedTextTests {
    private static let head = """
        青禾市审计局2022年政府信息公开工作年度报告
        三、收到和处理政府信息公开申请情况

        """

    private func cells(_ table: String, _ row: String, name: String = "a.txt") throws -> [Quantity?] {
        let bytes = Array((Self.head + table).utf8)
        let reading = ReportReader.read(bytes, source: Source(name: name), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading, let table = report.table("applications") else { return [] }
        return table.row(row)?.cells.map { $0?.number } ?? []
    }

    private static let numbers = [5, 1, 0, 0, 0, 0, 6].map { Optional(Quantity($0)) }

    private static let rows = [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
    ]

    /// A number that stood in a small table within its cell, as converters write that into the row.
    @Test(arguments: [
        (" |  | | --- | | 6 | |", 6), (" | 6 | | --- | |", 6), (" |  | | --- | | 6 | | 1 | |", nil),
        (" | 6 | 1 | | --- | --- | |", nil),
    ])
    func aTableWithinARowIsItsCell(_ last: String, _ total: Int?) throws {
        let head = "| 申请情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
        let rows = Self.rows.enumerated().map { index, label in
            "| \(label) | 5 | 1 | 0 | 0 | 0 | 0 |" + (index == 0 ? last : " 6 |")
        }
        let table = head + rows.joined(separator: "\n") + "\n"
        let read = try cells(table, "received", name: "a.md")
        #expect(read == (total == nil ? Array(repeating: nil, count: 7) : Self.numbers))
        #expect(try cells(table, "carried_in", name: "a.md") == Self.numbers)
    }

    /// The same where a row's cells have a bar between them: the line below the small table's head parts the row.
    @Test func aTableWithinARowOfBarsIsItsCell() throws {
        let rows = Self.rows.enumerated().map { index, label in
            switch index {
            case 0: "\(label)| 5| 1| 0| 0| 0| 0| | 6  \n---  "
            case 1: "\(label)| | 5  \n---  \n1| 0| 0| 0| 0| 6  "
            case 2: "\(label)| | 0| 0| 0| | | |   \n---  "
            default: "\(label)| 5| 1| 0| 0| 0| 0| 6  "
            }
        }
        let table = rows.joined(separator: "\n") + "\n"
        #expect(try cells(table, "received", name: "a.md") == Self.numbers)
        #expect(try cells(table, "carried_in", name: "a.md") == Self.numbers)
        let zeros = [nil, 0, 0, 0, nil, nil, nil].map { $0.map { Quantity($0) } }
        #expect(try cells(table, "granted", name: "a.md") == zeros)
    }

    /// Narrow cells break 15 into 1 over 5: neither row of digits is the row.
    @Test func brokenNumbersAreNone() throws {
        let first =
            Self.rows[0] + "    1 1 -   -   -   -   2\n" + String(repeating: " ", count: 21) + "5 0             5\n"
        let others = Self.rows[1...].map {
            $0 + "    5 1 -   -   -   -   6\n" + String(repeating: " ", count: 21) + "2 2 1\n"
        }
        for row in ["received", "carried_in", "granted"] {
            let read = try cells(first + others.joined(), row)
            #expect(read.allSatisfy { $0 == nil }, "\(row)")
        }
    }

    /// -140 over 0 in one cell is two numbers, and not -1400.
    @Test func aSignedNumberWithAnotherInItsCellIsNone() throws {
        let text = """
            | 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
            |---|---|---|---|
            | 行政许可 | 329 | -140<br>0 | |
            | 其他对外管理服务事项 | 361 | 0 | 427 |
            | 行政处罚 | 346 | -146<br>0 | |
            | 行政强制 | 254 | -74 | 0 |

            """
        let table = try CellShapes.table("proactive", text, year: 2019, name: "a.md")
        #expect(table.cell("permits", "change")?.number == nil)
        #expect(table.cell("coercive_measures", "change")?.number == Quantity(-74))
    }

    @Test func rowsBetweenCommasAreRows() throws {
        let table = Self.rows.map { $0 + ",5,1,0,0,0,0,6\n" }.joined()
        #expect(try cells(table, "received") == Self.numbers)
        #expect(try cells(table, "refused.state_secret") == Self.numbers)
    }

    @Test func aNameAndANumberBetweenACommaAreARow() throws {
        let report = try readReport(
            "青禾市审计局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章,0,0,0\n行政规范性文件,2,0,9\n"
                + "信息内容,本年处理决定数量\n行政许可,31\n"
                + "信息内容,本年处理决定数量\n行政处罚,4\n行政强制,0\n信息内容,本年收费金额（单位：万元）\n行政事业性收费,12.5\n"
        )
        let table = try #require(report.table("proactive"))
        #expect(table.cell("permits", "decisions")?.number == Quantity(31))
        #expect(table.cell("coercive_measures", "decisions")?.number == Quantity(0))
        #expect(table.cell("fees", "amount")?.number == Quantity(significand: 125, scale: 1))
    }

    /// The last of a label's lines is no unit.
    @Test func aLabelBrokenBesideItsValuesIsOne() throws {
        let report = try readReport(
            "青禾市审计局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章\t0\t0\t0\n行政规\t2\t0\t9\n范性文\n件\n"
                + "行政许可\t31\n行政处罚\t4\n行政强制\t0\n行政事业性收费\t12.5\n"
        )
        let table = try #require(report.table("proactive"))
        #expect(CellShapes.counts(table, "normative_documents") == [2, 0, 9])
    }

    private static let counts = [5, 1, 3, 0, 2, 0, 0, 1, 4]
    private static let rowsAbove = zip(counts, rows).map { "\($0) 0 0 0 0 0 \($0)\n\($1)\n" }.joined()

    /// Each row's values stand above its label.
    @Test func valuesAboveTheirLabelsAreTheirs() throws {
        let heads = "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        let text = heads + Self.rowsAbove
        #expect(try cells(text, "received").map { $0?.whole } == [5, 0, 0, 0, 0, 0, 5])
        #expect(try cells(text, "refused.internal_affairs").map { $0?.whole } == [4, 0, 0, 0, 0, 0, 4])
    }

    /// With one more line at the end nobody knows whose each is.
    @Test func valuesAboveAndBelowAreDoubts() throws {
        let heads = "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        let text = heads + Self.rowsAbove + "9 0 0 0 0 0 9\n"
        #expect(try cells(text, "received").allSatisfy { $0 == nil })
        #expect(try cells(text, "refused.state_secret").allSatisfy { $0 == nil })
    }

    /// The line above the first label numbers the columns; each row's values stand below its label, the last one's are blank.
    @Test func theNumbersOfTheColumnsAreNoRow() throws {
        let labels = zip(Self.rows, Self.counts).map { label, count in "\(label)\n\(count) 0 0 0 0 0 \(count)\n" }
        let text =
            "自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n1 2 3 4 5 6 7\n"
            + labels.dropLast().joined() + Self.rows[8] + "\n"
        #expect(try cells(text, "received").map { $0?.whole } == [5, 0, 0, 0, 0, 0, 5])
    }

    /// The quote closes the field of a list that the whole text is.
    @Test func aQuoteBehindANumberIsNoPartOfIt() throws {
        let table = Self.rows.map { $0 + "\t5\t1\t0\t0\t0\t0\t6\n" }.joined().dropLast() + "\"\n"
        #expect(try cells(String(table), "refused.internal_affairs") == Self.numbers)
    }

    /// html2text writes `a| b|   ` where the last cell is blank.
    @Test func aBarBehindTheLastNumberIsABlankCell() throws {
        let table = Self.rows.map { $0 + "| 5| 1| 0| 0| 0| 0|  \n" }.joined()
        #expect(try cells(table, "received") == Self.numbers.dropLast() + [nil])
        let closed = Self.rows.map { $0 + "| 5| 1| 0| 0| 0| 0| 6|  \n" }.joined()
        #expect(try cells(closed, "received") == Self.numbers)
    }

    private static func aligned(_ text: [(Int, String)]) -> String {
        var line = ""
        for (column, word) in text {
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            line += String(repeating: " ", count: max(0, column - width)) + word
        }
        return line + "\n"
    }

    /// Nobody filled in the columns of the organisations: the numbers stand below 自然人 and 总计.
    @Test(arguments: ["a.txt", "a.html"])
    func numbersBelowAHeadAreItsColumns(_ name: String) throws {
        let heads =
            Self.aligned([(60, "自然人"), (70, "法人或其他组织"), (130, "总计")])
            + Self.aligned([(70, "商业企业"), (82, "科研机构"), (94, "社会公益组织"), (108, "法律服务机构"), (122, "其他")])
        let rows = Self.rows.map { Self.aligned([(0, $0), (62, "0"), (131, "0")]) }.joined()
        let text = name == "a.txt" ? heads + rows : "<pre>" + heads + rows + "</pre>"
        let page = name == "a.txt" ? text : Self.head.replacing("\n", with: "<br>") + text
        let bytes = Array((name == "a.txt" ? Self.head + page : "<html><body>\(page)</body></html>").utf8)
        let reading = ReportReader.read(bytes, source: Source(name: name), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        let row = try #require(report.table("applications")?.row("refused.state_secret"))
        #expect(
            row.cells.map { $0?.content } == [.number(Quantity(0))] + Array(repeating: .blank, count: 5) + [
                .number(Quantity(0))
            ]
        )
    }

    /// `pdftotext` writes a page column by column: the labels of two rows, numbers of another row, then those of the two.
    @Test func numbersBelowTwoLabelsMayBeAnotherRows() throws {
        let text = """
            青禾市审计局2019年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（五）项
            信息内容
            行政许可
            其他对外管理服务事项
            信息内容
            行政处罚
            行政强制

            178

            +54

            613

            第二十条第（六）项
            上一年项目数量
            本年增/减
            97
            -95
            0
            0
            处理决定数量
            0
            0

            """
        let table = try readReport(text).table("proactive")
        for row in ["penalties", "coercive_measures"] {
            #expect(table?.row(row)?.cells.allSatisfy { $0?.number == nil } ?? true, "\(row)")
        }
    }

    /// Several cells of a wiki's row stand on one line; one that is blank at the row's end leaves the bars of its border alone.
    @Test func cellsOfAWikiOnOneLineAreCells() throws {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " || ") + "\n|-\n" }
        let heads = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""]
        let top = line(["", "申请人情况"] + Array(repeating: "", count: 5) + ["总计"])
        let rows = Self.rows.dropLast().map { line([$0, "5", "1", "0", "0", "0", "0", "6"]) }.joined()
        let open = line([Self.rows[8], "", "3"] + Array(repeating: "", count: 5))
        let table = "{| class=\"wikitable\"\n|+ <!-- caption -->\n|-\n" + top + line(heads) + rows + open + "|}\n"
        #expect(try cells(table, "refused.third_party") == Self.numbers)
        let blank: [Quantity?] = Array(repeating: nil, count: 5)
        #expect(try cells(table, "refused.internal_affairs") == [nil, Quantity(3)] + blank)
    }

    /// A program writes such words also where it could not read what stands in a cell.
    @Test(arguments: ["NaN", "None", "null", "NULL"])
    func whatAProgramWritesForNothingIsNoBlankCell(_ word: String) throws {
        let table = Self.rows.map { "| \($0) | \($0 == Self.rows[2] ? word : "5") | 1 | 0 | 0 | 0 | 0 | 6 |\n" }
            .joined()
        let bytes = Array((Self.head + table).utf8)
        let reading = ReportReader.read(bytes, source: Source(name: "a.md"), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { return #expect(Bool(false), "not read") }
        #expect(report.table("applications")?.cell("granted", "natural_person")?.number == nil)
        #expect(!report.findings.contains { $0.rule == "applications.row-total" })
        #expect(report.unverified.contains { $0.rule == "applications.row-total" })
    }

    /// A merged label leaves an empty cell behind it, and a blank total one at the end: the other rows tell which is which.
    @Test func theSideOfSpareCellsIsToldByOtherRows() throws {
        let wide = (Self.rows[0...2] + Self.rows[4...]).map { "| \($0) | | 5 | 1 | 0 | 0 | 0 | 0 | 6 |\n" }.joined()
        let open = "| \(Self.rows[3]) | | 3 |  |  |  |  |  |  |\n"
        let cells = try cells(wide + open, "partly_granted", name: "a.md")
        #expect(cells == [Quantity(3)] + Array(repeating: nil, count: 6))
    }

    /// A blank between all characters lets each word of a heading stand by itself; none begins the table of disputes.
    @Test(arguments: ["四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"])
    func aHeadingWithBlanksBetweenItsCharactersIsOne(_ heading: String) throws {
        let text = Self.head + heading + "\n本年度没有发生。\n五、存在的主要问题及改进情况\n"
        let spaced = text.map { $0.isNewline ? String($0) : "\($0) " }.joined()
        let reading = ReportReader.read(
            Array(spaced.utf8),
            source: Source(name: "a.txt"),
            received: "2026-01-31T09:00:00Z"
        )
        guard case .report(let report) = reading else { return }
        #expect(report.sections.contains { $0.id == "disputes" })
    }

    /// Where all line ends are lost, the line below a table's heads is no row of marks.
    @Test func theRuleOfATableOnOneLineIsNoRow() throws {
        let head = "# 青禾市审计局2022年政府信息公开工作年度报告 四、政府信息公开行政复议、行政诉讼情况 行政复议 未经复议直接起诉 复议后起诉 "
        let names = Array(repeating: "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计", count: 3).joined(separator: " | ")
        let rule = "|" + String(repeating: "---|", count: 15)
        let values = [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2].map(String.init).joined(separator: " | ")
        let text = head + "| \(names) | \(rule) | \(values) | 五、存在的主要问题及改进情况"
        let reading = ReportReader.read(
            Array(text.utf8),
            source: Source(name: "a.md"),
            received: "2026-01-31T09:00:00Z"
        )
        guard case .report(let report) = reading, let table = report.table("disputes") else { return }
        #expect(table.cell("review", "upheld")?.number == Quantity(1))
        #expect(table.cell("litigation_after_review", "other")?.number == Quantity(2))
        #expect(!table.rows.contains { $0.cells.contains { $0?.content == .mark } })
    }

    @Test func spareCellsOnAnUnknownSideLeaveADoubt() throws {
        let rows = Self.rows.map { "| \($0) | | 3 |  |  |  |  |  |  |\n" }.joined()
        #expect(try cells(rows, "granted", name: "a.md").allSatisfy { $0 == nil })
    }

    /// The words of a page from top to bottom: a label in the middle of its row stands behind its values.
    @Test func valuesBeforeTheirLabelsAreNobodys() throws {
        let table = Self.rows.map { "5\n1\n0\n0\n0\n0\n6\n\($0)\n" }.joined()
        for row in ["received", "carried_in", "granted", "refused.state_secret"] {
            #expect(try cells(table, row).allSatisfy { $0 == nil }, "\(row)")
        }
    }

    /// A label printed over the border of two columns is cut by it line for line.
    @Test func aLabelThatABorderCutsInTwoIsOne() throws {
        var table = "|（本|列数据的勾稽关系||||||申请|人情况|\n|---|---|---|---|---|---|---|---|---|\n"
        table += "|一、本<br>开申请|年新收政府信息公<br>数量|5|1|0|0|0|0|6|\n"
        table += "|二、上<br>开申请|年结转政府信息公<br>数量|0|0|0|0|0|0|0|\n"
        table += "|三、本<br>年度办|（一）<br>予以公开|5|1|0|0|0|0|6|\n"
        table += "|理结果|（二）部分公开<br>（区分处理的，<br>只计这一情形，<br>不计其他情形）|5|1|0|0|0|0|6|\n"
        for row in ["received", "granted", "partly_granted"] {
            #expect(try cells(table, row, name: "a.md") == Self.numbers, "\(row)")
        }
    }
}

/// Labels that are not quite the form's, and numbers that stand apart from them.
struct SlippedLabelTests {
    private func report(_ text: String) throws -> Report? {
        let source = Source(name: "a.txt")
        let reading = ReportReader.read(Array(text.utf8), source: source, received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { return nil }
        return report
    }

    private static let rows = [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
    ]

    private func text(_ label: String, for row: Int, between gap: String) -> String {
        var rows = Self.rows
        rows[row] = label
        let lines = rows.enumerated().map { "\($1)\(gap)\($0)\(gap)1\(gap)0\(gap)0\(gap)0\(gap)0\(gap)\($0 + 1)\n" }
        return "青禾市审计局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n申请人情况\n" + lines.joined()
    }

    @Test(
        arguments: ["\t", "\n"],
        [
            ("一、本年度新收政府信息公开申请数量", 0, "received"), ("二、上年接转政府信息公开申请数量", 1, "carried_in"),
            ("3.危及三安全一稳定", 6, "refused.security_stability"), ("4.保护第三方合法杈益", 7, "refused.third_party"),
        ]
    )
    func aSlipOfTheLabelLosesNoRow(_ gap: String, _ slip: (label: String, row: Int, id: String)) throws {
        let report = try report(text(slip.label, for: slip.row, between: gap))
        let cells = report?.table("applications")?.row(slip.id)?.cells.map { $0?.number }
        #expect(cells == [slip.row, 1, 0, 0, 0, 0, slip.row + 1].map { Quantity($0) })
        #expect(report?.table("applications")?.row("refused.internal_affairs")?.cells.last??.number == Quantity(9))
    }

    /// A row of the form that nobody misread is not taken for another one that is like it.
    @Test func anotherRowIsNoSlip() throws {
        let report = try report(text("5.属于其他情形的信息", for: 8, between: "\t"))
        #expect(report?.table("applications")?.row("refused.internal_affairs") == nil)
    }

    /// Two columns whose numbers a tool wrote elsewhere: what is left behind the label is no cut of both.
    @Test func aNumberApartFromItsLabelIsNotCutWhereNoRelationConfirmsIt() throws {
        let text = """
            青禾市审计局2020年政府信息公开工作年度报告
            二、主动公开政府信息情况
            信息内容
            本年新制作数量
            本年新公开数量
            对外公开总数量
            规章
            0
            0
            0
            信息内容
            采购项目数量
            采购总金额
            政府集中采购

            19
            三、收到和处理政府信息公开申请情况
            """
        #expect(try report(text)?.table("proactive")?.cell("procurement", "items")?.number == nil)
    }
}
