import Model
import Testing

/// Texts of a tool that writes a bar behind each cell and, behind the last, one for each column that a merged cell took; of
/// such tables those whose rows lack values, so that no full row shows where the cells begin.
struct PaddedRowTests {
    private static let numbers = [(2, 0), (0, 3), (1, 0), (0, 0), (0, 2), (0, 0), (1, 0), (0, 0), (0, 1)]

    /// What a row prints: 商业企业 where it has some, and 总计.
    private func cells(_ pair: (Int, Int)) -> [String] {
        ["", pair.1 == 0 ? "" : "\(pair.1)", "", "", "", "", "\(pair.0 + pair.1)"]
    }

    private func check(_ table: Table) {
        for (row, pair) in zip(table.rows, Self.numbers) {
            let expected = [nil, pair.1 == 0 ? nil : pair.1, nil, nil, nil, nil, pair.0 + pair.1]
            #expect(row.cells.map { $0?.number?.whole } == expected, "\(row.id)")
            #expect(row.cells[0]?.content == .blank, "\(row.id)")
        }
    }

    /// Each cell is a line with its bar, and a blank one a bar alone.
    @Test func barsOnTheLinesOfTheirCells() throws {
        let rows = zip(CellShapes.labels, Self.numbers).map { label, pair in
            "\(label) |\n" + cells(pair).map { $0.isEmpty ? "|\n" : "\($0) |\n" }.joined() + "||\n"
        }
        check(try CellShapes.table("applications", rows.joined()))
    }

    /// Each cell's bar stands on the line behind it.
    @Test func barsOnLinesOfTheirOwn() throws {
        let rows = zip(CellShapes.labels, Self.numbers).map { label, pair in
            "\(label)\n|\n" + cells(pair).map { $0.isEmpty ? "|\n" : "\($0)\n|\n" }.joined() + "||\n"
        }
        check(try CellShapes.table("applications", rows.joined()))
    }

    /// A row of blank cells alone is no sign that cells stand before the first column.
    @Test func blankRowsTellNothing() throws {
        let rows = zip(CellShapes.labels, Self.numbers).enumerated().map { index, row in
            let cells = index == 4 ? cells(row.1) : Array(repeating: "", count: 7)
            return "\(row.0) | " + cells.joined(separator: " | ").replacing("|  |", with: "| |") + " | ||\n"
        }
        let table = try CellShapes.table("applications", rows.joined())
        #expect(table.row("refused.state_secret")?.cells[0]?.number == nil)
        #expect(table.row("refused.state_secret")?.cells[5]?.number == nil)
    }
}
