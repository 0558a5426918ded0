import Model
import Testing

/// Tables between commas whose rows have a name, perhaps a unit, and two numbers.
struct ListedCellTests {
    private static let rows = [
        ("主动公开文件数", "条", 12, 300), ("其中:1.政府网站公开数", "条", 10, 200), ("2.政府公报公开数", "条", 2, 100),
        ("受理政府信息公开申请总数", "条", 6, 20),
        ("其中:1.当面申请数", "条", 2, 8), ("2.网上申请数", "条", 3, 9), ("3.信函、传真申请数", "条", 1, 3),
        ("对申请的答复总数", "条", 6, 20),
        ("其中:1.同意公开答复数", "条", 4, 12), ("2.同意部分公开答复数", "条", 1, 3), ("3.不予公开答复数", "条", 1, 2),
        ("4.其他类型答复数", "条", 0, 3),
        ("接受行政申诉、举报数", "件", 0, 1), ("行政复议数", "件", 0, 2), ("行政诉讼数", "件", 0, 1),
    ]

    private func annex(_ rows: [String]) throws -> Table {
        let head = "青禾市审计局2012年政府信息公开工作年度报告\n一、概述\n认真落实条例。\n附表\n"
        return try #require(
            try readReport(head + rows.joined(separator: "\n") + "\n", name: "a.csv").table("annex")
        )
    }

    @Test(arguments: [true, false], [true, false])
    func theFormOf2008IsRead(_ hasUnits: Bool, _ isQuoted: Bool) throws {
        let rows = Self.rows.map { label, unit, year, all in
            (isQuoted ? "\"\(label)\"" : label) + (hasUnits ? ",\(unit)" : "") + ",\(year),\(all)"
        }
        let table = try annex(["指标名称" + (hasUnits ? ",计量单位" : "") + ",2012年度,历年累计"] + rows)
        for (row, counts) in [
            ("disclosed", [12, 300]), ("disclosed.gazette", [2, 100]), ("received.letter", [1, 3]),
            ("answered.granted", [4, 12]),
            ("litigation", [0, 1]),
        ] {
            #expect(CellShapes.counts(table, row) == counts, "\(row)")
        }
    }

    private func proactive(_ heads: String) throws -> Table {
        let text = """
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容,\(heads)
            规章,0,0
            行政规范性文件,2,9
            第二十条第（五）项
            信息内容,本年处理决定数量
            行政许可,27
            第二十条第（六）项
            信息内容,本年处理决定数量
            行政处罚,5
            行政强制,4
            第二十条第（八）项
            信息内容,本年收费金额（单位：万元）
            行政事业性收费,0

            """
        return try CellShapes.table("proactive", text, name: "a.csv")
    }

    @Test func aColumnThatTheTableLacksTakesNoOthersNumbers() throws {
        let withoutRepealed = try proactive("本年制发件数,现行有效件数")
        #expect(CellShapes.counts(withoutRepealed, "normative_documents") == [2, nil, 9])
        #expect(withoutRepealed.missingColumns == ["repealed"])
        let withoutValid = try proactive("本年制发件数,本年废止件数")
        #expect(CellShapes.counts(withoutValid, "normative_documents") == [2, 9, nil])
        #expect(CellShapes.counts(withoutValid, "permits") == [27])
    }

    /// A sentence with two commas, and a number with its thousands.
    @Test func otherLinesAreNoRows() throws {
        let text = "信息内容\t本年收费金额\n行政许可,12,345\n"
        #expect(
            CellShapes.counts(try CellShapes.table("proactive", text + "行政处罚\t5\n"), "permits") != [12]
        )
    }
}
