import Model
import Pipeline
import Testing

/// Aligned texts whose rows all show as many numbers at the same places: those of 自然人 and 总计, where nobody filled in the rest.
struct UniformRowsTests {
    private func line(_ words: [(place: Int, word: String)]) -> String {
        words.reduce("") { $0 + String(repeating: " ", count: max(0, $1.place - $0.count)) + $1.word } + "\n"
    }

    private var heads: String {
        line([(41, "法人或其他组织")]) + line([(34, "自然"), (53, "总")])
            + line([
                (34, "人"), (36, "商业"), (39, "科研"), (42, "社会公"), (46, "法律服"), (50, "其"), (52, "计"),
            ]) + line([(37, "企业"), (40, "机构"), (43, "益组织"), (47, "务机构"), (51, "他")])
    }

    /// Two numbers for each of the rows that stand on two pages, at the places given.
    private func table(_ numbers: [(Int, Int)], first: (Int, Int), second: (Int, Int)) throws -> Table {
        let rows = zip(CellShapes.labels, numbers).enumerated().map { index, row in
            let places = index < 4 ? first : second
            let label = (index == 4 ? "\u{0C}" : "") + String(row.0.prefix(20))
            return line([(10, label), (places.0, "\(row.1.0)"), (places.1, "\(row.1.1)")])
        }
        return try CellShapes.table("applications", heads + rows.joined())
    }

    private let numbers = [(14, 14), (0, 0), (5, 5), (0, 0), (1, 1), (0, 0), (2, 2), (0, 0), (7, 7)]

    @Test func twoNumbersBelowTheFirstAndTheLastHeadAreTheirs() throws {
        // The second page begins elsewhere.
        let table = try table(numbers, first: (35, 53), second: (43, 62))
        for (row, pair) in zip(table.rows, numbers) {
            #expect(row.cells.map { $0?.number?.whole } == [pair.0, nil, nil, nil, nil, nil, pair.1], "\(row.id)")
            #expect(row.cells[1...5].allSatisfy { $0?.content == .blank }, "\(row.id)")
        }
    }

    /// Behind the end of 自然 they may be those of 商业.
    @Test func numbersBehindTheHeadMayBeTheNextColumns() throws {
        let table = try table(numbers, first: (37, 53), second: (37, 53))
        #expect(table.rows.allSatisfy { $0.cells[0]?.number == nil && $0.cells[1]?.number == nil })
    }

    /// On a page where the numbers stand nearer to each other they may be those of 商业 and 总计.
    @Test func anotherPageMayHaveOtherColumns() throws {
        let unequal = numbers.map { ($0.0, $0.1 + 1) }
        let table = try table(unequal, first: (35, 53), second: (39, 53))
        #expect(table.rows.allSatisfy { $0.cells[0]?.number == nil && $0.cells[1]?.number == nil })
    }

    /// One row with a number elsewhere says that the rows do not have the same columns.
    @Test func aNumberElsewhereLeavesADoubt() throws {
        var rows = zip(CellShapes.labels, numbers).map { label, pair in
            line([(10, String(label.prefix(20))), (35, "\(pair.0)"), (53, "\(pair.1)")])
        }
        rows[6] = line([(10, CellShapes.labels[6]), (44, "2"), (53, "2")])
        let table = try CellShapes.table("applications", heads + rows.joined())
        #expect(CellShapes.counts(table, "refused.security_stability").dropLast().allSatisfy { $0 == nil })
    }
}
