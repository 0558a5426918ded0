import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Names of bodies that happen to hold words of other matters.
struct NameWordTests {
    @Test(arguments: ["济南市长清区人民政府", "云台县信访局", "无锡市人民政府", "无极县民政局", "云台县行政审批服务局"])
    func aNameHidesNoSentence(_ name: String) throws {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: 5)
        let total = try #require(truth.tables.first { $0.form.id == "applications" }?["received", "total"]?.description)
        let own = truth.text(.tabs).replacing(Agency.all[1].name, with: name)
        for (figure, isRight) in [(total, true), (total + "7", false)] {
            let sentence = "\n\(name)全年共收到政府信息公开申请\(figure)件。\n二、主动公开"
            let report = try readReport(own.replacing("\n二、主动公开", with: sentence, maxReplacements: 1))
            #expect(report.identity.agency == name)
            let found = report.findings.contains { $0.rule == "claim.contradicts-table" }
            #expect(found != isRight)
        }
    }

    /// The last row has blank cells, one a line, so that it seems to go on in the paragraph below.
    @Test func aParagraphBehindTheTableIsNoPartOfIt() throws {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: 5)
        let lines = truth.text(.cellLines).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let last = try #require(lines.firstIndex { $0.contains("四、结转下年度") })
        let next = try #require(lines[last...].firstIndex { $0.contains("行政复议") })
        let row = [lines[last]] + Array(repeating: ["", "\u{A0}"], count: 6).joined() + ["", "0", ""]
        let words = "　　共接收政府信息公开申请49份，其中自然人申请46份，法人或其他组织申请3份。"
        let text = (lines[..<last] + row + [words] + lines[next...]).joined(separator: "\n")
        let report = try readReport(text)
        #expect(report.claims.contains { $0.key == "applications.received.total" && $0.value?.description == "49" })
        #expect(report.table("applications")?.cell("carried_out", "total")?.number?.description == "0")
    }
}
