import Forms
import Model
import Testing

/// Tables that number their rows, with no border left: 1一、本年新收…数量121010014.
struct GluedCodeTests {
    private func text(_ gap: String) throws -> String {
        let form = try #require(FormCatalog.form("2021")?.tables.first { $0.id == "applications" })
        let counts = [
            "received": "121001014", "carried_in": "1000001", "granted": "7100109",
            "unavailable.not_held": "3000003",
            "processed_total": "101001012", "carried_out": "3000003",
        ]
        let groups = [
            "granted": "三、本年度办理结果", "refused.state_secret": "（三）不予公开", "unavailable.not_held": "（四）无法提供",
            "not_processed.petition": "（五）不予处理", "other.no_correction": "（六）其他处理",
        ]
        let lines = form.rows.enumerated().flatMap { index, row in
            [groups[row.id], "\(index + 1)\(row.label)\(counts[row.id] ?? "0000000")"].compactMap(\.self)
        }
        return "申请人情况自然人商业企业科研机构社会公益组织法律服务机构其他总计" + gap + lines.joined(separator: gap) + "\n"
    }

    @Test(arguments: ["\n", ""]) func theNumberOfARowIsNoDigitOfACell(_ gap: String) throws {
        let table = try CellShapes.table("applications", try text(gap))
        #expect(table.cell("received", "total")?.number == Quantity(14))
        #expect(CellShapes.counts(table, "carried_in") == [1, 0, 0, 0, 0, 0, 1])
        #expect(CellShapes.counts(table, "granted") == [7, 1, 0, 0, 1, 0, 9])
        #expect(CellShapes.counts(table, "unavailable.not_held") == [3, 0, 0, 0, 0, 0, 3])
        #expect(CellShapes.counts(table, "processed_total") == [10, 1, 0, 0, 1, 0, 12])
        #expect(table.state == .read)
    }
}
