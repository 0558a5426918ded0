import Model
import Testing

/// Rows between commas that have blank cells, marks for none, or a quoted number.
struct BlankCommaTests {
    private func proactive(_ rows: [String]) throws -> Table {
        try CellShapes.table(
            "proactive",
            """
            第二十条第（一）项,,,
            信息内容,本年新制作数量,本年新公开数量,对外公开总数量
            规章,9,9,12
            规范性文件,,,27
            第二十条第（五）项,,,
            信息内容,上一年项目数量,本年增/减,处理决定数量
            \(rows[0])
            其他对外管理服务事项,74,,2666
            第二十条第（六）项,,,
            信息内容,上一年项目数量,本年增/减,处理决定数量
            \(rows[1])
            行政强制,72,,2142
            第二十条第（八）项,,,
            信息内容,上一年项目数量,本年增/减,
            行政事业性收费,4,,
            第二十条第（九）项,,,
            信息内容,采购项目数量,采购总金额,
            \(rows[2])
            """,
            year: 2020,
            name: "a.csv"
        )
    }

    @Test(arguments: [
        (["行政许可,,+9,\"3,069\"", "行政处罚,,,2547", "政府集中采购,,\"251,000\","], [nil, 9, 3069], [nil, nil, 2547]),
        (["行政许可,102,,\"3,069\"", "行政处罚,,,", "政府集中采购,,251000,"], [102, nil, 3069], [nil, nil, nil]),
        (["行政许可,102,无,788", "行政处罚,无,无,无", "政府集中采购,无,251000,"], [102, nil, 788], [nil, nil, nil]),
    ])
    func aBlankCellKeepsItsColumn(_ rows: [String], _ permits: [Int?], _ penalties: [Int?]) throws {
        let table = try proactive(rows)
        #expect(CellShapes.counts(table, "permits") == permits)
        #expect(CellShapes.counts(table, "penalties") == penalties)
        #expect(CellShapes.counts(table, "procurement") == [nil, 251_000])
        #expect(table.state == .read)
    }

    @Test(arguments: [",,,,0,,,,,0,,,,,0", "无,无,1,无,1,无,无,无,无,0,无,无,无,无,0"])
    func aLineOfValuesAloneIsARow(_ line: String) throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况
            行政复议,,,,,行政诉讼,,,,,,,,,
            ,,,,,未经复议直接起诉,,,,,复议后起诉,,,,
            结果维持,结果纠正,其他结果,尚未审结,总计,结果维持,结果纠正,其他结果,尚未审结,总计,结果维持,结果纠正,其他结果,尚未审结,总计
            \(line)
            五、存在的主要问题及改进情况
            更新不及时。

            """
        let table = try CellShapes.table("disputes", text, name: "a.csv")
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        #expect(table.rows.flatMap { $0.cells.map { $0?.number?.whole } } == cells)
    }

    /// 12,5 and 3,4 have no thousands: nobody knows what number they are.
    @Test(arguments: ["12,5", "3,4", "1234,567", "12,3456", "1,23"]) func otherCommasMakeNoNumber(_ odd: String) throws
    {
        let table = try proactive(["行政许可,,\"\(odd)\",\"3,069\"", "行政处罚,,,2547", "政府集中采购,,251000,"])
        #expect(table.cell("permits", "change")?.number == nil)
    }

    /// What a program writes where it has no number tells nothing, and leaves the row's other cells where they are.
    @Test(arguments: ["nan", "NaN", "NULL"]) func aWordForNothingKeepsTheColumns(_ word: String) throws {
        let text = """
            二、主动公开政府信息情况
            信息内容,本年制发件数,本年废止件数,现行有效件数
            规章,\(word),\(word),\(word)
            行政规范性文件,5.0,\(word),36.0

            """
        let table = try CellShapes.table("proactive", text, name: "a.csv")
        #expect(CellShapes.counts(table, "normative_documents") == [5, nil, 36])
        #expect(CellShapes.counts(table, "regulations") == [nil, nil, nil])
        #expect(table.cell("regulations", "issued")?.content != .blank)
    }

    @Test func theMarkForNoneInTraditionalCharacters() throws {
        let text = """
            青禾市審計局2020年政府信息公開工作年度報告
            二、主動公開政府信息情況
            第二十條第（五）項,,,
            信息內容,上一年項目數量,本年增/減,處理決定數量
            行政許可,102,無,788
            其他對外管理服務事項,無,無,無
            四、政府信息公開行政復議、行政訴訟情況
            行政復議,,,,,行政訴訟,,,,,,,,,
            ,,,,,未經復議直接起訴,,,,,復議後起訴,,,,
            結果維持,結果糾正,其他結果,尚未審結,總計,結果維持,結果糾正,其他結果,尚未審結,總計,結果維持,結果糾正,其他結果,尚未審結,總計
            無,無,1,無,1,無,無,無,無,0,無,無,無,無,0
            """
        let report = try readReport(text, name: "a.csv")
        let permits = try #require(report.table("proactive"))
        #expect(CellShapes.counts(permits, "permits") == [102, nil, 788])
        #expect(CellShapes.counts(permits, "other_services") == [nil, nil, nil])
        #expect(report.table("disputes")?.cell("review", "total")?.number == Quantity(1))
    }

    /// 7，891    7，426 are two numbers with thousands, and no cells between wide commas.
    @Test func wideCommasOfThousandsAreNoSeparators() throws {
        let row = ["7，891", "7，426", "6，214", "5，307", "860", "3，567", "31，265"].joined(separator: "    ")
        let text = CellShapes.labels.map { "\($0)    \(row)\n" }.joined()
        let table = try CellShapes.table("applications", text)
        for id in ["received", "carried_in", "granted", "refused.state_secret"] {
            #expect(CellShapes.counts(table, id) == [7891, 7426, 6214, 5307, 860, 3567, 31265], "\(id)")
        }
    }

    /// Quoted for the quotation marks in a label, or for the thousands of a row whose first cell is blank.
    @Test(arguments: ["-", "无", "○", "nan", "\u{3000}", "0 ", ""])
    func quotedLabelsAreBesideBareCells(_ none: String) throws {
        let cells = ["0", none, none, none, none, none, "0"].joined(separator: ",")
        let text = """
            ,,,自然人,法人或其他组织,,,,,总计
            ,,,,商业企业,科研机构,社会公益组织,法律服务机构,其他,
            一、本年新收政府信息公开申请数量,,,"3,599",187,"1,438","1,773",326,0,"7,323"
            二、上年结转政府信息公开申请数量,,,\(cells)
            三、本年度办理结果,（一）予以公开,,"3,599",187,"1,438","1,773",326,0,"7,323"
            ,（三）不予公开,1.属于国家秘密,\(cells)
            ,,2.其他法律行政法规禁止公开,\(cells)
            ,,"3.危及""三安全一稳定""\",\(cells)
            ,,4.保护第三方合法权益,\(cells)
            ,（七）总计,,"3,599",187,"1,438","1,773",326,0,"7,323"
            四、结转下年度继续办理,,,\(cells)

            """
        let table = try CellShapes.table("applications", text, name: "a.csv")
        let number = Int(none.replacing(" ", with: ""))
        for row in ["carried_in", "refused.state_secret", "refused.security_stability", "carried_out"] {
            #expect(CellShapes.counts(table, row) == [0, number, number, number, number, number, 0], "\(row)")
        }
        for row in ["received", "granted", "processed_total"] {
            #expect(CellShapes.counts(table, row) == [3599, 187, 1438, 1773, 326, 0, 7323], "\(row)")
        }
    }
}
