import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Tables whose cells a tool wrote in a way of its own: values below their label, merged cells again and again, other signs
/// between the cells, labels and those of their groups side by side.
struct FlattenedTableTests {
    private func truth(_ identifier: String, year: Int) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: Agency.all[1], year: year, seed: 13)
    }

    /// The lines of the text in which cells stand between tabs, changed; the others as they are.
    private func rows(_ text: String, _ change: ([Substring]) -> String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("\t") ? change(line.split(separator: "\t", omittingEmptySubsequences: false)) : String(line)
        }.joined(separator: "\n")
    }

    private func isValue(_ cell: Substring) -> Bool { cell.allSatisfy { "0123456789.+-".contains($0) } }

    // MARK: Values below their label

    @Test(arguments: [("2021", 2023), ("2019", 2020)])
    func valuesBetweenTabsBelowTheirLabelAreItsRows(_ form: String, _ year: Int) throws {
        let truth = try truth(form, year: year)
        let text = rows(truth.text(.tabs)) { cells in
            let words = cells.filter { !isValue($0) }.joined(separator: "\n")
            let values = cells.filter { !$0.isEmpty && isValue($0) }.joined(separator: "\t")
            return values.isEmpty ? words : words.isEmpty ? values : words + "\n" + values
        }
        let report = try readReport(text)
        #expect(truth.notRead(in: report) == [])
        #expect(!report.findings.contains { $0.severity != .info })
    }

    /// Beside a row of a grid such a line is the grid's.
    @Test func aRowOfAGridWithoutItsLabelIsNoOtherRows() throws {
        let text = CellShapes.labels.prefix(4).map { $0 + "\t3\t1\t0\t0\t0\t0\t4\n" }.joined()
        let torn = text + "5.属于三类\n内部事务信息\n\t9\t9\t9\t9\t9\t9\t9\n" + "6.属于四类过程性信息\t3\t1\t0\t0\t0\t0\t4\n"
        let table = try CellShapes.table("applications", torn)
        #expect(CellShapes.counts(table, "received") == [3, 1, 0, 0, 0, 0, 4])
        #expect(CellShapes.counts(table, "refused.internal_affairs").allSatisfy { $0 != 3 })
        #expect(CellShapes.counts(table, "refused.process_information") == [3, 1, 0, 0, 0, 0, 4])
    }

    // MARK: Merged cells

    private static let documents = """
        第二十条第（一）项 第二十条第（一）项 第二十条第（一）项 第二十条第（一）项
        信息内容 本年制发件数 本年废止件数 现行有效件数
        规章 0 0 0
        行政规范性文件 3 1 12
        第二十条第（五）项 第二十条第（五）项 第二十条第（五）项 第二十条第（五）项
        信息内容 本年处理决定数量 本年处理决定数量 本年处理决定数量
        行政许可 27 27 27
        第二十条第（六）项 第二十条第（六）项 第二十条第（六）项 第二十条第（六）项
        信息内容 本年处理决定数量 本年处理决定数量 本年处理决定数量
        行政处罚 5 5 5
        行政强制 4 4 6

        """

    @Test(arguments: [" ", "\n"])
    func aMergedCellOnceForEachColumnIsOneCell(_ gap: String) throws {
        let text = Self.documents.replacing(" ", with: gap)
        let table = try CellShapes.table("proactive", text)
        #expect(CellShapes.counts(table, "normative_documents") == [3, 1, 12])
        #expect(CellShapes.counts(table, "permits") == [27])
        #expect(CellShapes.counts(table, "penalties") == [5])
        // Others stand there: which of them is the row's is not known.
        #expect(CellShapes.counts(table, "coercive_measures") == [nil])
    }

    @Test func numbersBelowOneHeadAreNoMergedCell() throws {
        let once = "信息内容 本年处理决定数量"
        let text = Self.documents.replacing(once + " 本年处理决定数量 本年处理决定数量", with: once)
        let table = try CellShapes.table("proactive", text)
        #expect(CellShapes.counts(table, "permits") == [nil])
    }

    // MARK: Other signs between the cells

    @Test(arguments: ["2021", "2019", "2014"])
    func fullWidthBarsAreBars(_ form: String) throws {
        let truth = try truth(form, year: form == "2021" ? 2023 : form == "2019" ? 2020 : 2016)
        let text = truth.text(.tabs).replacing("\t", with: "｜")
        #expect(truth.notRead(in: try readReport(text)) == [])
    }

    @Test(arguments: ["2021", "2014"])
    func rowsBetweenCommasMayHoldMarks(_ form: String) throws {
        let truth = try truth(form, year: form == "2021" ? 2023 : 2016)
        let text = rows(truth.text(.tabs)) { cells in
            cells.map { $0 == "0" ? "无" : String($0) }.joined(separator: ",")
        }
        let report = try readReport(text)
        #expect(truth.notRead(in: report).allSatisfy { path in !path.isEmpty && isMark(path, in: report) })
        #expect(report.tables.allSatisfy { $0.state != .lost })
        #expect(!report.findings.contains { $0.rule == "form.incomplete" })
    }

    private func isMark(_ path: String, in report: Report) -> Bool {
        let parts = path.split(separator: ".").map(String.init)
        let row = parts.dropFirst().dropLast().joined(separator: ".")
        return report.table(parts[0])?.cell(row, parts[parts.count - 1])?.content == .mark
    }

    @Test func twoNumbersBehindANameAreARow() throws {
        let rows = [
            "第二十条第（一）项", "信息内容,本年新制作数量,本年新公开数量,对外公开总数量", "规章,0,0,0", "规范性文件,3,1,9",
            "第二十条第（五）项", "信息内容,上一年项目数量,本年增/减,处理决定数量", "行政许可,12,-1,340", "行政处罚,4,0,7", "行政强制,1,0,2", "行政事业性收费,4,+1",
            "政府集中采购,9,12.5",
        ]
        let table = try CellShapes.table("proactive", rows.joined(separator: "\n") + "\n", year: 2020)
        #expect(table.row("fees")?.cells.compactMap { $0?.number } == [Quantity(4), Quantity(1)])
        // 12,345 may be one number.
        let one = try CellShapes.table(
            "proactive",
            rows.joined(separator: "\n").replacing("9,12.5", with: "12,345"),
            year: 2020
        )
        #expect(one.row("procurement")?.cells.allSatisfy { $0?.number == nil } ?? true)
    }

    // MARK: Labels beside those of their groups

    @Test func labelsWrappedBesideTheirGroupsAreRead() throws {
        let values = " 0  1  0    0    0     0     1\n"
        let lines = [
            "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "1.属于国家秘密",
            "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息",
            "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确",
            "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ].map { $0 + values }.joined()
        let wrapped = """
                     1.申请人无正当理由逾期
                     不补正、行政机关不再处 0  1  0    0    0     0     1
                     理其政府信息公开申请
               （六  2.申请人逾期未按收费通
               ）其  知要求缴纳费用、行政机
               他处  关不再处理其政府信息公 2  3  0    0    0     0     5
               理    开申请
                     3.其                   4  0  0    0    0     0     4
                     他
               （七）总计                   6  21 0    0    0     0     27
            四、结转下年度继续办理          0  1  0    0    0     0     1

            """
        let table = try CellShapes.table("applications", lines + wrapped)
        #expect(CellShapes.counts(table, "other.no_correction") == [0, 1, 0, 0, 0, 0, 1])
        #expect(CellShapes.counts(table, "other.fee_unpaid") == [2, 3, 0, 0, 0, 0, 5])
        #expect(CellShapes.counts(table, "other.other") == [4, 0, 0, 0, 0, 0, 4])
        #expect(CellShapes.counts(table, "processed_total") == [6, 21, 0, 0, 0, 0, 27])
    }

    /// 无 of 无法提供 stands upright on the lines of a row whose blank cell left no trace: it is no mark in that row.
    @Test func aPartOfAnUprightGroupIsNoMark() throws {
        let first = CellShapes.labels.map { $0 + "   3    1    0    0    0    0    4\n" }.joined()
        let wrapped = """
               四
               ） 2.没有现
               无 成信息需   13    0    1         0    0   14
               法 要另行制
               提    作
               供
                  3.补正后
                  申请内容    0    0    8    0    0    0    8
                  仍不明确

            """
        let table = try CellShapes.table("applications", first + wrapped)
        let row = CellShapes.counts(table, "unavailable.needs_creation")
        #expect(zip(row, [13, 0, 1, nil, 0, 0, 14]).allSatisfy { $0 == nil || $0 == $1 })
        #expect(CellShapes.counts(table, "unavailable.still_unclear") == [0, 0, 8, 0, 0, 0, 8])
    }

    /// A row with the words of its label, and others, stands in the report, be it not read.
    @Test(arguments: [true, false])
    func aRowWhoseWordsStandInTheTableIsNotMissing(_ stands: Bool) throws {
        let truth = try truth("2021", year: 2023)
        let label = "2.没有现成信息需要另行制作"
        let lines = truth.text(.tabs).split(separator: "\n").map(String.init)
        let text = lines.compactMap { line in
            guard line.contains(label) else { return line }
            let values = line.split(separator: "\t").suffix(7).joined(separator: "\t")
            return stands ? "2.没有现成信息，须由本机关另行加工整理后方可提供\t" + values : nil
        }.joined(separator: "\n")
        let report = try readReport(text)
        #expect(report.table("applications")?.row("unavailable.needs_creation") == nil)
        #expect(report.findings.contains { $0.rule == "form.incomplete" } != stands)
        #expect(report.unverified.contains { $0.rule == "form.incomplete" } == stands)
    }

    /// 三、本年度办理结果 stands upright beside the rows, and its parts run into a value.
    @Test func theBeginningOfAnUprightGroupEndsNoTable() throws {
        let labels = CellShapes.labels.enumerated().map { index, label in
            (index == 4 ? "本年          " : index == 5 ? "度办\n理结        " : "   ") + label
                + "   3    1    0    0    0    0    4" + (index == 3 ? "三、\n" : "\n\n")
        }
        let table = try CellShapes.table("applications", labels.joined())
        for row in ["received", "granted", "partly_granted", "refused.state_secret", "refused.internal_affairs"] {
            #expect(CellShapes.counts(table, row) == [3, 1, 0, 0, 0, 0, 4], "\(row)")
        }
    }
}
