import Foundation
import Model
import Record
import TestSupport
import Testing

@testable import Pipeline

/// Tables of a document that lack a column of the form: the others are read by their heads, and nothing is known of it.
struct MissingColumnTests {
    private static let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    private static let numbers = ["3", "1", "0", "2", "0", "4", "10"]

    private func page(_ rows: [[String]]) -> String {
        let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        return "<p>三、收到和处理政府信息公开申请情况</p><table>\(lines)</table><p>五、存在的主要问题及改进情况</p>"
    }

    private func read(_ id: String, _ rows: [[String]]) throws -> Table {
        let head = "<html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p>"
        return try #require(try readReport(head + page(rows) + "</body></html>", name: "a.html").table(id))
    }

    private func applications(without column: Int, head: String? = nil, cells: [String] = numbers) throws -> Table {
        var heads = Self.heads
        if let head { heads[column] = head } else { heads.remove(at: column) }
        return try read("applications", [["申请人情况"] + heads] + CellShapes.labels.map { [$0] + cells })
    }

    @Test(arguments: 0..<7) func theOtherColumnsAreReadByTheirHeads(_ column: Int) throws {
        var cells = Self.numbers
        cells.remove(at: column)
        let table = try applications(without: column, cells: cells)
        var expected: [Int?] = Self.numbers.map { Int($0) }
        expected[column] = nil
        #expect(table.missingColumns == [table.columns[column]])
        for row in ["received", "granted", "refused.state_secret"] {
            #expect(CellShapes.counts(table, row) == expected, "\(row)")
            #expect(table.row(row)?.cells[column]?.content == .ambiguous)
        }
    }

    /// Beside another year's report nothing is known of it either.
    @Test func theRecordKeepsItsCellsNoBlanks() throws {
        var cells = Self.numbers
        cells.remove(at: 2)
        let rows = [["申请人情况"] + Self.heads.filter { $0 != "科研机构" }] + CellShapes.labels.map { [$0] + cells }
        let head = "<html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p>"
        let report = try readReport(head + page(rows) + "</body></html>", name: "a.html")
        let bytes = Data(RecordWriter.bytes(of: report))
        let kept = Report(try JSONDecoder().decode(ArchivedRecord.self, from: bytes))
        #expect(kept.table("applications")?.cell("received", "research")?.content == .ambiguous)
        #expect(kept.table("applications")?.cell("received", "total")?.number == Quantity(10))
    }

    /// The cells of the column are there: its head was only misread.
    @Test func aColumnWithCellsIsNotMissing() throws {
        let table = try applications(without: 2, head: "料研机构")
        #expect(table.missingColumns.isEmpty)
        #expect(CellShapes.counts(table, "received") == [3, 1, 0, 2, 0, 4, 10])
    }

    /// A row that has a cell more than there are heads.
    @Test func nothingIsMissingWhereTheRowsHaveOtherCellsThanHeads() throws {
        #expect(try applications(without: 2).missingColumns.isEmpty)
    }

    @Test func aColumnOfOneBlockMayBeMissing() throws {
        let table = try read(
            "proactive",
            [
                ["信息内容", "本年制发件数", "本年废止件数"], ["规章", "0", "0"], ["行政规范性文件", "2", "1"],
                ["信息内容", "本年处理决定数量", ""], ["行政许可", "12", ""], ["行政处罚", "3", ""], ["行政强制", "0", ""],
                ["信息内容", "本年收费金额（单位：万元）", ""], ["行政事业性收费", "0", ""],
            ]
        )
        #expect(table.missingColumns == ["in_force"])
        #expect(CellShapes.counts(table, "normative_documents") == [2, 1, nil])
        #expect(CellShapes.counts(table, "permits") == [12])
    }

    @Test func aColumnOfATableOfOneLineMayBeMissing() throws {
        let heads = ["结果维持", "结果纠正", "其他结果", "总计"]
        let table = try read(
            "disputes",
            [
                ["行政复议", "", "", "", "行政诉讼", "", "", "", "", "", "", ""],
                heads + ["未经复议直接起诉", "", "", "", "复议后起诉", "", "", ""], ["", "", "", ""] + heads + heads,
                ["1", "0", "0", "1", "0", "0", "1", "1", "0", "0", "0", "0"],
            ]
        )
        #expect(table.missingColumns == ["pending"])
        #expect(CellShapes.counts(table, "review") == [1, 0, 0, nil, 1])
        #expect(CellShapes.counts(table, "litigation_direct") == [0, 0, 1, nil, 1])
    }

    /// A label that is merged over several columns leaves blank cells before the numbers, where no spans are written.
    @Test(arguments: [2, 4, 6]) func blankCellsOfMergedLabelsAreNoColumns(_ column: Int) throws {
        var heads = Self.heads
        var cells = Self.numbers
        heads.remove(at: column)
        cells.remove(at: column)
        let rows = [["申请人情况", "", ""] + heads] + CellShapes.labels.map { [$0, "", ""] + cells }
        let table = try read("applications", rows)
        var expected: [Int?] = Self.numbers.map { Int($0) }
        expected[column] = nil
        #expect(table.missingColumns == [table.columns[column]])
        #expect(CellShapes.counts(table, "received") == expected)
    }

    /// The rows of a block are filled up behind their last cells, as other blocks of the table are wider.
    @Test func blankCellsThatFillARowUpAreNoColumns() throws {
        let table = try read(
            "proactive",
            [
                ["第二十条第（一）项", "", "", ""], ["信息内容", "本年制发件数", "现行有效件数", ""], ["规章", "0", "0", ""],
                ["行政规范性文件", "2", "9", ""], ["第二十条第（五）项", "", "", ""], ["信息内容", "本年处理决定数量", "", ""],
                ["行政许可", "12", "", ""], ["第二十条第（六）项", "", "", ""], ["信息内容", "本年处理决定数量", "", ""],
                ["行政处罚", "3", "", ""], ["行政强制", "0", "", ""],
                ["信息内容", "本年收费金额（单位：万元）", "", ""], ["行政事业性收费", "0", "", ""],
            ]
        )
        #expect(table.missingColumns == ["repealed"])
        #expect(CellShapes.counts(table, "normative_documents") == [2, nil, 9])
    }

    /// A blank cell below words that nobody knows is that column's.
    @Test func aBlankCellBelowAnUnknownHeadIsNoFilling() throws {
        let table = try read(
            "proactive",
            [
                ["信息内容", "本年制发件数", "本年废止件数", "现行有效仵数"], ["规章", "0", "0", ""], ["行政规范性文件", "2", "1", ""],
                ["信息内容", "本年处理决定数量", "", ""], ["行政许可", "12", "", ""], ["行政处罚", "3", "", ""],
                ["信息内容", "本年收费金额（单位：万元）", "", ""], ["行政事业性收费", "0", "", ""],
            ]
        )
        #expect(table.missingColumns.isEmpty)
    }

    /// Outside of a grid each row has as many numbers as the table has heads.
    @Test(arguments: [2, 6]) func rowsOfLinesAreReadByTheHeadsInTheirOrder(_ column: Int) throws {
        var heads = Self.heads
        var cells = Self.numbers
        heads.remove(at: column)
        cells.remove(at: column)
        let lines = ["申请人情况"] + heads + CellShapes.labels.flatMap { [$0] + cells }
        let table = try CellShapes.table("applications", lines.joined(separator: "\n") + "\n五、存在的主要问题及改进情况\n无。\n")
        var expected: [Int?] = Self.numbers.map { Int($0) }
        expected[column] = nil
        #expect(table.missingColumns == [table.columns[column]])
        #expect(CellShapes.counts(table, "granted") == expected)
    }

    /// A head that a reader of pictures misread is there: which column is blank nobody knows.
    @Test func aMisreadHeadIsNoMissingColumn() throws {
        let lines =
            ["申请人情况"] + Self.heads.map { $0 == "科研机构" ? "料研机构" : $0 }
            + CellShapes.labels.flatMap { [$0] + Self.numbers.dropLast() }
        let table = try CellShapes.table("applications", lines.joined(separator: "\n") + "\n五、存在的主要问题及改进情况\n无。\n")
        #expect(table.missingColumns.isEmpty)
        #expect(table.row("granted")?.cells.allSatisfy { $0?.number == nil } == true)
    }
}
