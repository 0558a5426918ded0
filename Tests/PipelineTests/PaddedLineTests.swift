import Model
import Testing

/// The table of one line in texts of a tool that writes a bar behind each cell and one line of bars for merged cells; zeros
/// are blank.
struct PaddedLineTests {
    private static let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    private static let heads = [
        ["行政复议", "行政诉讼"], results + ["未经复议直接起诉", "复议后起诉"], results + results,
    ]
    private static let values = ["", "2", "", "", "2", "", "", "1", "", "1", "3", "", "", "", "3"]

    /// How each of the tool's versions writes a row.
    enum Shape: String, CaseIterable {
        case barsBehind, barsBelow, barsBelowWithoutPadding, barBefore, barBeforeWithoutPadding
    }

    private func row(_ cells: [String], _ shape: Shape) -> String {
        let padding = String(repeating: "|", count: 15 - cells.count)
        switch shape {
        case .barsBehind: return cells.map { $0.isEmpty ? "|\n" : "\($0) |\n" }.joined() + padding + "\n"
        case .barsBelow: return cells.map { $0.isEmpty ? "|\n" : "\($0)\n|\n" }.joined() + padding + "\n"
        case .barsBelowWithoutPadding: return cells.map { $0.isEmpty ? "|\n" : "\($0)\n|\n" }.joined()
        case .barBefore:
            return "|\n" + cells.map { $0.isEmpty ? "|\n" : "\($0) |\n" }.joined().dropLast() + padding + "\n"
        case .barBeforeWithoutPadding: return "|\n" + cells.map { $0.isEmpty ? "|\n" : "\($0) |\n" }.joined()
        }
    }

    @Test(arguments: Shape.allCases)
    func blankCellsKeepTheirPlaces(shape: Shape) throws {
        let text = (Self.heads + [Self.values]).map { row($0, shape) }.joined()
        let head = "青禾市审计局2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n"
        let report = try readReport(head + text + "五、存在的主要问题及改进情况\n无。\n", name: "a.txt")
        let table = try #require(report.table("disputes"))
        let read = table.rows.flatMap { row in row.cells.map { $0?.number.map(\.description) ?? "" } }
        #expect(read == Self.values)
    }
}
