import Forms
import Model
import Pipeline
import Testing

/// Numbers on lines of their own: a rhythm of lines that another table keeps, and numbers of pages, make no values.
struct LoneNumberTests {
    /// The cells of the table stand two lines from each other, and those of the table before it one: blank cells left no trace.
    @Test(arguments: [true, false])
    func aTableIsNotReadInAnotherOnesRhythm(_ isBlankElsewhere: Bool) throws {
        let rows = CellShapes.labels.enumerated().map { index, label in
            index != 1 && isBlankElsewhere ? label + "\n\n" : label + "\n\n1\n\n3\n\n4\n\n"
        }
        let report = try readReport(
            """
            青禾市审计局2019年政府信息公开工作年度报告
            二、主动公开政府信息情况
            信息内容
            本年新制作数量
            本年新公开数量
            对外公开总数量
            规章
            0
            1
            6
            规范性文件
            20
            19
            23
            三、收到和处理政府信息公开申请情况
            \(rows.joined())
            四、政府信息公开行政复议、行政诉讼情况
            """
        )
        let table = try #require(report.table("applications"))
        #expect(report.table("proactive")?.cell("normative_documents", "disclosed_total")?.number?.whole == 23)
        #expect(["natural_person", "business", "charity"].allSatisfy { table.cell("carried_in", $0)?.number == nil })
        #expect(report.unverified.contains { $0.rule == "applications.row-total" })
        #expect(!report.findings.contains { $0.rule.hasPrefix("applications.") })
    }
}
