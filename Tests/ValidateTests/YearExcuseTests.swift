import Forms
import Model
import TestSupport
import Testing
import Validate

/// What a report may say that explains why its numbers do not follow from last year's.
struct YearExcuseTests {
    /// How bad it is that 4 were carried in and 1 carried out before, where the report says `text`.
    private func severity(_ text: String) throws -> Finding.Severity? {
        let form = try #require(FormCatalog.form("2021"))
        let truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2023, seed: 5)
        var (now, before) = (truth, truth)
        now.set("applications", "carried_in", "total", to: Quantity(4))
        before.set("applications", "carried_out", "total", to: Quantity(1))
        var (report, last) = (now.report, before.report)
        last.identity.year = 2022
        report.narrative = Prose(text)
        let context = JudgementContext(neighbours: Neighbours(previous: last))
        return RuleCatalog.judgement(of: report, context: context).findings.first {
            $0.rule == "history.carry-over" && $0.places.first?.path == "applications.carried_in.total"
        }?.severity
    }

    @Test(arguments: [
        "2024年4月,市数据局挂牌成立,承接相关职能。", "原市知识产权局并入我局。", "本局承担的不动产登记职责移交市自然资源局。", "撤县设区后,各项工作平稳过渡。",
        "因机构改革,职责有所变动。", "乡镇行政区划调整,原石桥乡并入我镇。", "今年起统计范围由本级扩大到全市。",
        "因统计口径变化,本年上年结转数与上年报告的结转下年度数不完全一致。", "上年度报告结转数为1件,实为3件,特此更正。",
        "上年度结转的申请中有2件因申请人撤回未计入。", "本报告为全市水务系统汇总数据,上年报告为局本级数据。",
        "上年报告仅统计局机关,本报告统计所属单位数据。", "自2023年起将所属单位的申请一并纳入统计。", "报告数据的口径与上年不同。",
    ]) func whatExplainsADifferenceMakesItAHint(_ text: String) throws {
        #expect(try severity(text) == .info)
    }

    @Test(arguments: [
        "", "及时公开机构改革相关信息,动态更新机构职能目录。", "强化政务新媒体管理,统一发布口径,及时回应网民留言。", "结转申请均按期答复。",
        "对更正申请及时答复。", "与去年相比,全市各级网站公开数据更多,本级平台更新及时。", "指导所属单位将公开工作纳入考核,首次公开所属单位预算数据。",
        "统一对外口径,公开数据比去年有不同程度的增加。",
    ]) func aTopicExplainsNothing(_ text: String) throws {
        #expect(try severity(text) == .error)
    }

    @Test(arguments: [
        ("根据权责清单动态调整,行政许可事项重新梳理。", Finding.Severity.info), ("编制事项目录并动态调整。", .warning),
        ("及时公布惠企政策清单和办事指南。", .warning),
    ]) func itemsListedAnewMakeAHint(_ text: String, _ severity: Finding.Severity) throws {
        let form = try #require(FormCatalog.form("2019"))
        var truth = ReportTruth.make(form: form, agency: Agency.all[1], year: 2020, seed: 5)
        truth.set("proactive", "permits", "items_last_year", to: Quantity(9))
        truth.set("proactive", "permits", "change", to: Quantity(2))
        var (report, last) = (truth.report, truth.report)
        last.identity.year = 2019
        report.narrative = Prose(text)
        let context = JudgementContext(neighbours: Neighbours(previous: last))
        let finding = RuleCatalog.judgement(of: report, context: context).findings.first {
            $0.rule == "history.items" && $0.places.first?.path == "proactive.permits.items_last_year"
        }
        #expect(finding?.severity == severity)
    }
}
