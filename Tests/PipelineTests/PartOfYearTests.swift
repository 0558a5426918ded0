import Model
import Pipeline
import TestSupport
import Testing

/// A report on a quarter has the tables of the annual form; archived as one it would say that the year had so little.
struct PartOfYearTests {
    private static let sound = Fixture.all.first { $0.description.hasPrefix("0037") }?.text("input.txt")
    private static let annual = "关于2022年政府信息公开工作年度报告"

    private func reading(title: String) throws -> Reading {
        let text = try #require(Self.sound)
        try #require(text.contains(Self.annual))
        let bytes = Array(text.replacing(Self.annual, with: title).utf8)
        return ReportReader.read(bytes, source: Source(name: "a.txt"), received: "2026-01-31T09:00:00Z")
    }

    @Test(arguments: [
        ("2022年上半年政府信息公开工作报告", "上半年"), ("2022年第三季度政府信息公开情况统计表", "第三季度"),
        ("政府信息公开情况统计表（2022年四季度）", "四季度"), ("2022年半年度政府信息公开报告", "半年"),
        ("2022年1-6月政府信息公开情况统计表", "1-6月"), ("2022年1月—9月份政府信息公开工作报告", "1月—9月份"),
        ("2022年一至三月政府信息公开工作报告", "一至三月"), ("2022年6月份政府信息公开情况统计表", "6月份"),
    ])
    func aWholeReportOnAPartOfTheYearIsRefusedByName(title: String, part: String) throws {
        guard case .rejected(let rejection) = try reading(title: title) else {
            Issue.record("taken for an annual report: \(title)")
            return
        }
        #expect(rejection.code == .notAReport)
        #expect(rejection.message.zh.contains("（\(part)）"))
        #expect(rejection.message.en.contains("(\(part))"))
    }

    @Test(arguments: [
        "2022年1-12月政府信息公开工作报告", "2022年一至十二月政府信息公开工作报告", "2022年12月政府信息公开工作报告",
        "2022年度政府信息公开工作年度报告（含第四季度数据）", "2022年政府信息公开年报",
    ])
    func aReportOnTheWholeYearIsOne(title: String) throws {
        guard case .report(let report) = try reading(title: title) else {
            Issue.record("refused: \(title)")
            return
        }
        #expect(report.identity.year == 2022)
    }

    /// A menu's entry above a report without a title.
    @Test func theNameOfAnotherKindOfReportMakesNoPartOfAYear() throws {
        let text = try #require(Self.sound)
        let body = text.split(separator: "\n").drop { !$0.contains("一、总体情况") }.joined(separator: "\n")
        #expect(try readReport("政府信息公开指南\n政府信息公开季度报告\n" + body).identity.kind == .report)
    }

    /// A link to the quarter's figures above the title makes no quarter of the report.
    @Test func anAnnualTitleBesideALinkToAQuarterWins() throws {
        let text = "2022年第三季度政府信息公开情况统计表\n" + (try #require(Self.sound))
        #expect(try readReport(text).identity.kind == .report)
    }
}
