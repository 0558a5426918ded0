import Model
import Testing

/// Labels with notes in brackets that say what a row counts, as some provinces print them in the form of 2019.
struct LabelNoteTests {
    private static let others = "其他对外管理服务事项（指行政许可以外的政务服务事项，含行政确认、行政奖励、行政处罚、行政强制、行政检查和其他类，以及公共服务事项）"
    private static let unknown = "其他主动公开文件（含以本单位名义正式签发的、除规范性文件以外的主动公开文件，可参考公开平台“其他主动公开文件”栏目数据）"

    private func table(_ separator: String) throws -> Table {
        let rows = [
            ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
            ["规章（设区的市、自治州人民政府应提供相关数据）", "0", "0", "0"],
            ["规范性文件（行政机关制定发布的决定、公告、通告、意见、通 知，以及标题采用“规定”“办法”字样的公文，一般情况下属于规范性文件）", "7", "6", "19"],
            [Self.unknown, "86", "85", "155"], ["行政许可", "12", "-2", "30"], [Self.others, "5", "1", "9"],
            ["行政处罚", "4", "0", "3"], ["行政强制", "2", "0", "1"],
        ]
        let text = rows.map { $0.joined(separator: separator) + separator }.joined(separator: "\n")
        let head = "青禾市水务局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        return try #require(try readReport(head + text + "\n", name: "a.txt").table("proactive"))
    }

    @Test(arguments: [" | ", " |\n"])
    func notesAreNoRows(separator: String) throws {
        let table = try table(separator)
        func counts(_ row: String) -> [Int] { table.row(row)?.cells.compactMap { $0?.number?.whole } ?? [] }
        #expect(counts("regulations") == [0, 0, 0])
        #expect(counts("normative_documents") == [7, 6, 19])
        #expect(counts("permits") == [12, -2, 30])
        #expect(counts("other_services") == [5, 1, 9])
        #expect(counts("penalties") == [4, 0, 3])
        #expect(counts("coercive_measures") == [2, 0, 1])
    }
}
