import Model
import Pipeline
import Testing

/// Rows of Markdown and of tabs in which blank cells stand first, or in turn with numbers.
struct OpenRowTests {
    /// The rows that `row` gives for a label, a number of blank cells before it and one behind.
    private func counts(_ row: [String], id: String, bars: (open: String, between: String, close: String)) throws
        -> [Int?]
    {
        let heads = ["申请情况", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let line = { (cells: [String]) in bars.open + cells.joined(separator: bars.between) + bars.close + "\n" }
        var text = line(heads) + line(Array(repeating: "---", count: heads.count))
        let full = ["1", "0", "0", "0", "0", "0", "1"]
        for (index, label) in CellShapes.labels.enumerated() {
            let cells = index == 3 ? row : full
            switch index {
            case 0, 1: text += line([label, "", ""] + cells)
            case 2: text += line(["三、本年度办理结果", label, ""] + cells)
            case 3: text += line(["", label, ""] + cells)
            case 4: text += line(["", "（三）不予公开", label] + cells)
            default: text += line(["", "", label] + cells)
            }
        }
        return CellShapes.counts(try CellShapes.table("applications", text, name: "a.md"), id)
    }

    private static let open = (open: "", between: " | ", close: "")

    @Test(arguments: [
        (["", "", "3", "", "", "", "3"], [nil, nil, 3, nil, nil, nil, 3]),
        (["", "2", "", "", "", "1", ""], [nil, 2, nil, nil, nil, 1, nil]),
        (["", "", "", "", "", "", ""], [nil, nil, nil, nil, nil, nil, nil]),
        (["4", "", "", "", "", "", "4"], [4, nil, nil, nil, nil, nil, 4]),
    ])
    func whatStandsBeforeTheFirstBarIsACell(_ row: [String], _ expected: [Int?]) throws {
        #expect(try counts(row, id: "partly_granted", bars: Self.open) == expected)
        #expect(try counts(row, id: "granted", bars: Self.open) == [1, 0, 0, 0, 0, 0, 1])
        #expect(try counts(row, id: "refused.state_secret", bars: Self.open) == [1, 0, 0, 0, 0, 0, 1])
    }

    /// Where a row has all its cells, blanks between its numbers are no separators.
    @Test(arguments: ["| ", "\t"])
    func blanksInTurnWithNumbersAreCells(_ bar: String) throws {
        let row = ["", "2", "", "0", "", "1", ""]
        let rows = CellShapes.labels.map { label in
            let cells = [label] + (label == CellShapes.labels[2] ? row : ["1", "0", "0", "0", "0", "0", "1"])
            return bar == "\t" ? cells.joined(separator: bar) : "| \(cells.joined(separator: " | ")) |"
        }
        let table = try CellShapes.table("applications", rows.joined(separator: "\n"))
        #expect(CellShapes.counts(table, "granted") == [nil, 2, nil, 0, nil, 1, nil])
    }

    /// Where every row is so, nobody knows.
    @Test func aBlankBeforeEachNumberIsASeparator() throws {
        let rows = CellShapes.labels.map { "\($0)\t\t2\t\t0\t\t1\t" }
        let table = try CellShapes.table("applications", rows.joined(separator: "\n"))
        #expect(CellShapes.counts(table, "granted").allSatisfy { $0 == nil })
    }
}
