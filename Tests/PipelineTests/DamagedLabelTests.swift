import Forms
import Model
import TestSupport
import Testing

/// Rows whose labels a damaged byte cut: the report has them, and nobody says that it has not.
struct DamagedLabelTests {
    private func report(_ label: String, _ damaged: String) throws -> Report {
        let form = try #require(FormCatalog.form("2021"))
        let text = ReportTruth.make(form: form, agency: Agency.all[2], year: 2023, seed: 5).text(.tabs)
        let broken = text.replacing(label, with: damaged)
        #expect(broken != text)
        return try readReport(broken)
    }

    @Test(arguments: [
        ("属于国家秘密", "属于国\u{FFFD}秘密"), ("予以公开", "予\u{FFFD}公开"), ("重复申请", "重\u{FFFD}\u{FFFD}请"),
        ("本年新收政府信息公开申请数量", "本\u{FFFD}\u{FFFD}收政\u{FFFD}信\u{FFFD}公开申\u{FFFD}数量"),
        ("结转下年度继续办理", "结\u{FFFD}下\u{FFFD}度继\u{FFFD}办理"), ("行政强制", "行\u{FFFD}强制"), ("规章", "规\u{FFFD}"),
    ])
    func aRowWithADamagedLabelIsADoubt(_ label: String, _ damaged: String) throws {
        let report = try report(label, damaged)
        #expect(!report.findings.contains { $0.rule == "form.incomplete" }, "\(damaged)")
    }

    @Test func aRowThatIsNotThereIsMissing() throws {
        let form = try #require(FormCatalog.form("2021"))
        let text = ReportTruth.make(form: form, agency: Agency.all[2], year: 2023, seed: 5).text(.tabs)
        let rest = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
            !$0.contains("重复申请")
        }
        let report = try readReport(rest.joined(separator: "\n"))
        #expect(report.findings.contains { $0.rule == "form.incomplete" })
    }
}
