import Model
import Testing

/// The year of a report that states neither a title nor its period.
struct NamedYearTests {
    private func report(_ overview: String) throws -> Report {
        let text = """
            一、总体情况
            \(overview)
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
            规章 | 0 | 0 | 0
            规范性文件 | 0 | 0 | 0
            三、收到和处理政府信息公开申请情况
            五、存在的主要问题及改进情况
            培训不够，下一步加强培训。
            六、其他需要报告的事项
            无。
            """
        return try readReport(text)
    }

    @Test(arguments: [
        // The year before's plan of work, or its report, is what this one's tells of.
        ("县水务局落实《云台县2019年政务公开工作要点》。2020年，县水务局未受理依申请公开。", 2020),
        ("公开了权力清单及2018年度信息公开工作报告。\n2019年度我局共收到3件申请。", 2019),
        ("现将2020年度云台县水务局政府信息公开工作报告如下：\n我局撰写了《2019年云台县水务局政府信息公开工作年度报告》。", 2020),
        ("2020年，县审计局落实条例。\n公开《关于云台县2019年度预算执行情况的审计工作报告》。", 2020),
        ("本年度公开信息平稳。截至2019年12月31日我局发布信息34条。", 2019),
        ("本年度公开平稳。\n2019年，我局落实条例，公开2018年部门决算。\n发布时间：2020-01-20", 2019),
        // What the year is compared with, however often.
        ("现将2020年政府信息公开工作情况报告如下。\n上一年度（2019年）收到申请3件。访问量较2019年增长17%。申请比2019年减少2件。", 2020),
        // A plan tells nothing.
        ("公开了2019年度信息公开工作报告。2020年，我局将继续公开。", 2019),
    ])
    func theYearIsTold(_ overview: String, _ year: Int) throws {
        let report = try report(overview)
        #expect(report.identity.year == year)
        #expect(!report.findings.contains { $0.rule == "identity.year" })
    }
}
