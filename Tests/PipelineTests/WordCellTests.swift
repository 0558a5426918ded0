import Model
import Pipeline
import TestSupport
import Testing

/// Words in the place of a number: the row is read, and the cell is none.
struct WordCellTests {
    private static let words = ["若干", "待定", "多件", "abc", "x件", "详见附件"]

    private func lines(_ word: String, _ gap: String, edge: String = "", rule: Bool = false) -> String {
        let heads = ["申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let rows = CellShapes.labels.map { label in
            [label]
                + (label == "（一）予以公开" ? [word, "3", "0", "1", "1", "2", "19"] : ["1", "0", "0", "0", "0", "0", "1"])
        }
        var lines = ([heads] + rows).map { edge + $0.joined(separator: gap) + edge }
        if rule { lines.insert("|" + String(repeating: "---|", count: 8), at: 1) }
        return "\n" + lines.joined(separator: "\n") + "\n\n五、存在的主要问题及改进情况\n"
    }

    private func expectWord(_ table: Table, _ word: String) {
        #expect(table.cell("granted", "natural_person")?.content == .invalid, "\(word)")
        #expect(table.cell("granted", "natural_person")?.text == word)
        #expect(CellShapes.counts(table, "granted") == [nil, 3, 0, 1, 1, 2, 19], "\(word)")
        #expect(CellShapes.counts(table, "partly_granted") == [1, 0, 0, 0, 0, 0, 1])
    }

    @Test(arguments: words) func aWordInACellIsNoHead(_ word: String) throws {
        expectWord(try CellShapes.table("applications", lines(word, " | ", edge: "|", rule: true), name: "a.md"), word)
        expectWord(try CellShapes.table("applications", lines(word, "\t")), word)
    }

    /// What says "nothing" or "not applicable" is no wrong number.
    @Test(arguments: ["零", "△", "不涉及", "不适用", "空", "〇"]) func aMarkIsNoWord(_ mark: String) throws {
        let table = try CellShapes.table("applications", lines(mark, " | ", edge: "|", rule: true), name: "a.md")
        #expect(table.cell("granted", "natural_person")?.content == .mark)
        #expect(CellShapes.counts(table, "granted") == [nil, 3, 0, 1, 1, 2, 19])
    }

    /// A reader of pictures takes 0 for O, and 1 for l: nobody knows, and the report is not to blame.
    @Test(arguments: ["O", "o", "l", "I", "1O", "l5"]) func aLetterLikeADigitIsADoubt(_ cell: String) throws {
        for text in [lines(cell, " | ", edge: "|", rule: true), lines(cell, "\t")] {
            let table = try CellShapes.table("applications", text, name: "a.md")
            #expect(table.cell("granted", "natural_person")?.content == .ambiguous)
            #expect(table.cell("granted", "total")?.number == Quantity(19))
        }
    }

    @Test func aWordAmongAsManyTokensAsColumnsIsACell() throws {
        expectWord(try CellShapes.table("applications", lines("若干", "    ")), "若干")
    }

    @Test(arguments: words) func aWordInARowOfOneColumnIsItsCell(_ word: String) throws {
        let text = """

            | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
            |---|---|---|---|
            | 规章 | 0 | 0 | 0 |
            | 行政规范性文件 | 2 | \(word) | 9 |
            | 信息内容 | 本年处理决定数量 | | |
            | 行政许可 | 12 | | |
            | 行政处罚 | \(word) | | |
            | 行政强制 | 0 | | |

            """
        let table = try CellShapes.table("proactive", text, name: "a.md")
        #expect(table.cell("penalties", "decisions")?.content == .invalid)
        #expect(table.cell("normative_documents", "repealed")?.content == .invalid)
        #expect(CellShapes.counts(table, "normative_documents") == [2, nil, 9])
        #expect(CellShapes.counts(table, "coercive_measures") == [0])
    }

    @Test(arguments: words) func aWordInATableOfOneLineIsItsCell(_ word: String) throws {
        let heads = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计"
        let blanks = " | | | | |"
        let text = """
            四、政府信息公开行政复议、行政诉讼情况

            | 行政复议\(blanks) 行政诉讼\(blanks)\(blanks)
            |\(String(repeating: "---|", count: 15))
            | \(heads) | 未经复议直接起诉\(blanks) 复议后起诉\(blanks)
            |\(blanks) \(heads) | \(heads) |
            | \(word) | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 |

            """
        let table = try CellShapes.table("disputes", text, name: "a.md")
        #expect(table.cell("review", "upheld")?.content == .invalid)
        #expect(CellShapes.counts(table, "review") == [nil, 0, 0, 0, 1])
        #expect(CellShapes.counts(table, "litigation_direct") == [0, 0, 1, 0, 1])
    }

    /// 予以公开 stands among heads, above another row.
    @Test func aLabelBesideAnotherWordIsAHead() throws {
        let text = lines("12", "\t").replacing("五、存在", with: "\n申请总数\t予以公开\t网络公开\n9\t3\t2\n五、存在")
        #expect(CellShapes.counts(try CellShapes.table("applications", text), "granted") == [12, 3, 0, 1, 1, 2, 19])
    }

    /// One cell a line, and a reader of pictures took a 0 for the letter: only that cell is a doubt. With a line less nobody
    /// knows whose the others are.
    @Test func aLetterOnALineOfItsOwnIsOneCell() throws {
        let rows = CellShapes.labels.map { "\($0)\n5\n1\n0\n0\n0\n0\n6\n" }
        let misread = rows[3].replacing("\n1\n0\n0\n", with: "\n1\nO\n0\n")
        let table = try CellShapes.table("applications", (rows[..<3] + [misread] + rows[4...]).joined())
        #expect(CellShapes.counts(table, "partly_granted") == [5, 1, nil, 0, 0, 0, 6])
        #expect(table.cell("partly_granted", "research")?.content == .ambiguous)
        #expect(CellShapes.counts(table, "refused.state_secret") == [5, 1, 0, 0, 0, 0, 6])
        let short = rows[3].replacing("\n1\n0\n0\n", with: "\n1\nO\n")
        let other = try CellShapes.table("applications", (rows[..<3] + [short] + rows[4...]).joined())
        #expect(CellShapes.counts(other, "partly_granted").allSatisfy { $0 == nil })
    }
}
