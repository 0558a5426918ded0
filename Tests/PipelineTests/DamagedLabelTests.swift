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

    /// A heading of which a character could not be read may be that of the section that seems to be missing.
    @Test(arguments: ["\u{FFFD}在的主要\u{FFFD}题", "存在的主要\u{FFFD}\u{FFFD}"])
    func aDamagedHeadingIsNotMissing(_ heading: String) throws {
        let text = """
            云台县水利局2023年政府信息公开工作年度报告
            一、总体情况
            工作平稳。
            二、主动公开政府信息情况
            工作平稳。
            三、收到和处理政府信息公开申请情况
            未收到。
            四、政府信息公开行政复议、行政诉讼情况
            未发生。
            五、\(heading)
            更新不够及时，将加强培训。
            六、其他需要报告的事项
            无。
            \u{FFFD}台县水利局
            2024年1月20日
            """
        let report = try readReport(text)
        #expect(!report.findings.contains { $0.rule == "section.missing" || $0.rule == "identity.agency" })
        #expect(report.unverified.contains { $0.rule == "section.missing" && $0.reason.contains("problems") })
    }

    /// Of a file that ends within a heading all behind that one is missing; a paragraph's number is no chapter.
    @Test(arguments: [("三、收到和处理政\u{FFFD}", "applications"), ("（一）主动公\u{FFFD}情况\n工作平稳。", nil)] as [(String, String?)])
    func whatADamagedHeadingCannotBeIsMissing(_ end: String, _ doubt: String?) throws {
        let text = "云台县水利局2023年政府信息公开工作年度报告\n一、总体情况\n工作平稳。\n二、主动公开政府信息情况\n工作平稳。\n\(end)\n"
        let report = try readReport(text)
        let missing = report.findings.filter { $0.rule == "section.missing" }.compactMap { $0.places.first?.path }
        let all = ["applications", "disputes", "problems", "other"]
        #expect(missing == all.filter { $0 != doubt }.map { "sections.\($0)" })
    }
}
