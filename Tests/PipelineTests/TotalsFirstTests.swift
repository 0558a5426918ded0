import Model
import Testing

/// Tables whose first column of numbers is 总计, as their heads say.
struct TotalsFirstTests {
    private static let heads = ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]

    private func text(_ row: [String], between gap: String, groups: Bool = true) -> String {
        var lines = [["申请人情况"] + Self.heads]
        for (index, label) in CellShapes.labels.enumerated() {
            if groups, index == 2 { lines.append(["三、本年度办理结果"]) }
            lines.append([label] + (index == 3 ? Array(repeating: "0", count: 7) : row))
        }
        return lines.map { $0.joined(separator: gap) }.joined(separator: "\n") + "\n"
    }

    @Test(arguments: ["\t", "|", "\n", "    "]) func theNumbersStandBelowTheirHeads(_ gap: String)
        throws
    {
        for text in [
            text(["14", "12", "1", "0", "0", "1", "0"], between: gap),
            text(["14", "12", "1", "0", "0", "1", "0"], between: gap).replacing("申请人情况" + gap, with: ""),
        ] {
            let table = try CellShapes.table("applications", text)
            for row in ["received", "granted", "refused.state_secret"] {
                #expect(CellShapes.counts(table, row) == [12, 1, 0, 0, 1, 0, 14], "\(row)")
            }
            #expect(CellShapes.counts(table, "partly_granted") == [0, 0, 0, 0, 0, 0, 0])
        }
    }

    /// The heads may be put in another order than the columns.
    @Test func rowsThatAddUpInTheFormsOrderHaveIt() throws {
        let table = try CellShapes.table(
            "applications",
            text(["12", "1", "0", "0", "1", "0", "14"], between: "\n")
        )
        #expect(CellShapes.counts(table, "received") == [12, 1, 0, 0, 1, 0, 14])
    }

    @Test func rowsThatTellNothingAreInDoubt() throws {
        let table = try CellShapes.table(
            "applications",
            text(["9", "1", "0", "0", "1", "0", "5"], between: "\n")
        )
        #expect(CellShapes.counts(table, "received").allSatisfy { $0 == nil })
        #expect(CellShapes.counts(table, "partly_granted") == [0, 0, 0, 0, 0, 0, 0])
    }
}
