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
        "<div><a>2025年</a> <a>2024年</a> <a>2023年</a> <a>2022年</a></div>",
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

    /// Links to the body's reports of other years name the body, too, and a day behind each.
    @Test(arguments: ["", " 2025-01-20", "</a><span>2025-01-20</span><a>"])
    func aListOfTheBodysOtherReportsIsNoTitle(_ day: String) throws {
        let links = [2024, 2022, 2021].map { "<li><a>云台县水利局\($0)年政府信息公开工作年度报告\(day)</a></li>" }.joined()
        let told = Self.body.replacing("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。", with: "现将2023年度政府信息公开工作情况报告如下。")
        for body in [Self.body, told] {
            for title in ["云台县水利局政府信息公开工作年度报告", "信息公开年报"] {
                let signed = "\(body)<p>云台县水利局</p><p>2024年1月20日</p>"
                let page = "<html><body><ul>\(links)</ul><h1>\(title)</h1>\(signed)</body></html>"
                let report = try readReport(page, name: "a.html")
                #expect(report.identity.year == 2023)
                #expect(report.identity.title == title)
                #expect(report.identity.agency == "云台县水利局")
                #expect(!report.findings.contains { $0.rule == "identity.year" || $0.rule == "identity.date" })
            }
        }
    }

    /// A title below such a list tells the year that no entry has, where the text tells none.
    @Test func aListAboveTheTitleIsNoTitle() throws {
        let days = ["2025-01-2-1", "2023-01-20", "2022-01-20"]
        let links = zip([2024, 2022, 2021], days).map { year, day in
            "<li><a>云台县水利局\(year)年政府信息公开工作年度报告</a><span>\(day)</span></li>"
        }
        let title = "2023年云台县水利局政府信息公开工作年度报告"
        let body =
            "<h2>一、概述</h2><p>2023年主动公开政府信息390条。</p><h2>二、主动公开政府信息情况</h2><p>工作平稳。</p><h2>三、依申请公开情况</h2><p>工作平稳。</p>"
        let page = "<html><body><ul>\(links.joined())</ul><h1>\(title)</h1>\(body)</body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(report.identity.year == 2023)
        #expect(report.identity.title == title)
        #expect(!report.findings.contains { $0.rule == "identity.year" })
    }

    /// The title that the page is called by is the report's, whatever the period says.
    @Test func theTitleBelowAListIsThePagesOwn() throws {
        let links = [2024, 2022, 2021].map { "<li><a>云台县水利局\($0)年政府信息公开工作年度报告</a><span>\($0 + 1)-01-20</span></li>" }
        let body = Self.body.replacing("自2023年1月1日起至2023年12月31日", with: "自2022年1月1日起至2022年12月31日")
        for title in ["云台县水利局2023年政府信息公开年度报告", "云台县水利局2023年政府信息公开工作年度报告"] {
            let head = "<html><head><title>\(title)</title></head><body><ul>\(links.joined())</ul>"
            let report = try readReport("\(head)<h1>\(title)</h1>\(body)</body></html>", name: "a.html")
            #expect(report.identity.year == 2023)
            #expect(report.identity.title == title)
        }
    }

    /// Where no title stands below such a list, the one year that it leaves out is the report's.
    @Test func aListThatLeavesTheReportsYearOutIsNoTitle() throws {
        let days = ["2025-01-2-1", "2023-01-20", "2022-01-20"]
        let links = zip([2024, 2022, 2021], days).map { year, day in
            "<li><a>云台县水利局\(year)年政府信息公开工作年度报告</a><span>\(day)</span></li>"
        }
        let signed = "<p>云台县水利局</p><p>2024年1月20日</p>"
        let page = "<html><body><ul>\(links.joined())</ul>\(Self.body)\(signed)</body></html>"
        let report = try readReport(page, name: "a.html")
        #expect(report.identity.year == 2023)
        #expect(report.identity.agency == "云台县水利局")
        #expect(!report.findings.contains { $0.rule == "identity.year" || $0.rule == "identity.date" })
    }

    /// The title itself stands among the links where no other one stands below them, whatever the period.
    @Test func aTitleBesideLinksIsOne() throws {
        let titles = [2022, 2024].map { "<p>云台县水利局\($0)年政府信息公开工作年度报告</p>" }.joined()
        let report = try readReport("<html><body>\(titles)\(Self.body)</body></html>", name: "a.html")
        #expect(report.identity.title == "云台县水利局2022年政府信息公开工作年度报告")
        #expect(report.findings.contains { $0.rule == "identity.year" && $0.severity == .error })
    }

    /// The year of a page's path, of its signature and of the next report is the one after the report's.
    @Test func whatTheReportGivesItselfOutAsIsItsYear() throws {
        let report = try readReport(
            """
            当前位置： 首页>政府信息公开年报>2024年
            政府信息公开工作年度报告
            一、总体情况
            现将2023年度政府信息公开工作情况报告如下。全年工作平稳。
            \(BareReport.rest)
            云台县水利局
            2024年1月24日
            下一篇：云台县水利局2024年政府信息公开工作年度报告
            """
        )
        #expect(report.identity.year == 2023)
        #expect(!report.findings.contains { $0.rule == "identity.year" || $0.rule == "identity.date" })
    }

    /// What is planned for the next year, below a page's path that has its number, does not make it the report's.
    @Test func aPlanIsNoReportOnItsYear() throws {
        let report = try readReport(
            """
            当前位置： 首页>政府信息公开年报>2025年
            信息公开年报
            一、总体情况
            统计期限为2024年1月1日至12月31日。工作平稳。2025年计划新增公开目录58项。
            \(BareReport.rest)
            存在的问题：信息更新不够及时。2025年计划新增公开目录17项。
            """
        )
        #expect(report.identity.year == 2024)
    }
}
