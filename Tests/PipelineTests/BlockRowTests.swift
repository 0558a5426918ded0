import Model
import Pipeline
import Testing

/// Rows that are lists or blocks, with blank cells among their numbers.
struct BlockRowTests {
    private static let blanks = ["", "&nbsp;", "<br>", "<p>&nbsp;</p>", "<p><br></p>", "<o:p> </o:p>", "　"]

    /// The first row as `values` says, and the others full.
    private func table(_ values: [String], _ blank: String, row: String, cell: String, _ number: (String) -> String)
        throws
        -> Table
    {
        let full = ["1", "0", "0", "0", "0", "0", "1"]
        let rows = CellShapes.labels.enumerated().map { index, label in
            let cells = (index == 0 ? values : full).map { $0.isEmpty ? blank : number($0) }
            let written = ([number(label)] + cells).map { "<\(cell)>\($0)</\(cell)>" }.joined()
            return row.isEmpty ? written : "<\(row)>\(written)</\(row)>"
        }
        let head = "<p>青禾市审计局2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>"
        let tail = "<p>四、行政复议、行政诉讼情况</p>"
        let page = "<html><body>\(head)\(rows.joined())\(tail)</body></html>"
        return try #require(try readReport(page, name: "a.html").table("applications"))
    }

    @Test(arguments: [("ul", "li"), ("div", "div"), ("div", "p"), ("", "p"), ("", "div")], blanks)
    func aBlankCellTakesAsManyLinesAsANumber(_ tags: (row: String, cell: String), _ blank: String) throws {
        // A paragraph ends where another begins.
        guard tags.cell != "p" || !blank.hasPrefix("<p>") else { return }
        for number in [{ $0 }, { "\($0)<br>" }, { "<b>\($0)</b>" }] as [(String) -> String] {
            let values = ["4", "0", "", "", "1", "0", ""]
            let table = try table(values, blank, row: tags.row, cell: tags.cell, number)
            #expect(CellShapes.counts(table, "received") == [4, 0, nil, nil, 1, 0, nil])
            #expect(CellShapes.counts(table, "granted") == [1, 0, 0, 0, 0, 0, 1])
        }
    }

    @Test(arguments: blanks)
    func aNumberInAParagraphOfItsCellIsNoOtherRhythm(_ blank: String) throws {
        let table = try table(["", "2", "", "", "", "", "2"], blank, row: "ul", cell: "li") { "<p>\($0)</p>" }
        #expect(CellShapes.counts(table, "received") == [nil, 2, nil, nil, nil, nil, 2])
    }
}
