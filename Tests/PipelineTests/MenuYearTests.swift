import Model
import Testing

/// Menus of years and of reports above a title that names no year.
struct MenuYearTests {
    private static let body = """
        <p>本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。</p>
        <p>一、总体情况</p><p>2023年，我局认真落实条例。</p>
        <p>二、主动公开政府信息情况</p><p>全年公开信息12条。</p>
        <p>三、收到和处理政府信息公开申请情况</p><p>全年未收到申请。</p>
        <p>四、政府信息公开行政复议、行政诉讼情况</p><p>未发生。</p>
        <p>五、存在的主要问题及改进情况</p><p>培训不够，下一步加强培训。</p>
        <p>六、其他需要报告的事项</p><p>无。</p>
        """

    @Test(arguments: [
        "<ul><li>2025年</li><li>2015年</li></ul>", "<p>2025年</p><p>2024年</p><p>2015年</p>", "<nav>2025年2015年</nav>",
        "<ul><li>2025年度政府信息公开年报</li><li>2024年度政府信息公开年报</li></ul>",
    ])
    func aMenuIsNoPartOfTheTitle(_ menu: String) throws {
        for title in ["云台县水利局政府信息公开工作年度报告", "政府信息公开工作年度报告"] {
            let report = try readReport(
                "<html><body>\(menu)<h1>\(title)</h1>\(Self.body)</body></html>",
                name: "a.html"
            )
            #expect(report.identity.year == 2023)
            #expect(report.identity.title == title)
            #expect(!report.findings.contains { $0.rule == "identity.year" || $0.rule == "form.outdated" })
        }
    }

    /// One year on the line above is the title's own.
    @Test func oneYearAboveIsTheTitles() throws {
        let title = "<p>2023年</p><h1>云台县水利局政府信息公开工作年度报告</h1>"
        let report = try readReport("<html><body>\(title)\(Self.body)</body></html>", name: "a.html")
        #expect(report.identity.title == "2023年云台县水利局政府信息公开工作年度报告")
    }

    @Test func aTablesYearStandsBehindTheWordForIt() throws {
        let page = "政府信息公开情况统计表\n统计年度：2016年\n填报单位（盖章）：云台县水利局\n" + OldFormTests.disclosed(weibo: 0, wechat: 0)
        let report = try readReport(page)
        #expect(report.identity.year == 2016)
    }
}
