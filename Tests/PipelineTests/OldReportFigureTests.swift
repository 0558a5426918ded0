import Model
import Testing

/// Figures of the text in reports that have no national table.
struct OldReportFigureTests {
    private func report(_ sentences: String) throws -> Report {
        try readReport(
            """
            青禾镇2012年政府信息公开工作年度报告
            一、概述
            2012年，我镇认真做好政府信息公开工作。
            二、主动公开政府信息的情况
            \(sentences)
            三、依申请公开政府信息的情况
            四、收费及减免情况
            五、存在的主要问题及改进情况
            """,
            name: "a.txt"
        )
    }

    private func rules(_ sentences: String) throws -> [String] {
        try report(sentences).findings.map(\.rule).filter { $0.hasPrefix("claim.") }
    }

    private func keys(_ sentences: String) throws -> [String] { try report(sentences).claims.map(\.key) }

    /// The figures behind 在主动公开的信息中 are parts of what was told before, and none of them is the whole of the others.
    @Test func partsOfWhatTheClauseBeforeNames() throws {
        let parts = "在主动公开的信息中，政策文件类信息150条；规划计划类信息14条；业务类信息9条；其他类信息67条。"
        #expect(try rules("2012年共主动公开政府信息240条，其中全文电子化达100%。" + parts) == [])
        #expect(try rules("2012年共公开信息240条，政策文件150条，规划计划14条，其他信息90条。") == ["claim.list-sum"])
    }

    /// What was disclosed so far is not what was disclosed in the year.
    @Test(arguments: [
        "截止到2012年底，我镇累计主动公开政府信息753条。2012年新增的主动公开政府信息28条。",
        "到2012年底累计共主动公开政府信息753条，其中2012年主动公开政府信息28条。",
        "我镇到年底累计主动公开政府信息753条。其中，本年度新增主动公开政府信息28条。",
        "通过信息公开系统累计主动公开政府信息753条。2012年新增主动公开政府信息28条。",
    ])
    func soFarAndInTheYear(_ sentences: String) throws {
        #expect(try rules(sentences) == [])
        #expect(try keys(sentences) == ["annex.disclosed.cumulative", "annex.disclosed.year"])
    }

    @Test func theYearsTwoTotalsDiffer() throws {
        let sentences = "2012年累计主动公开政府信息753条。2012年主动公开政府信息28条。"
        #expect(try rules(sentences) == ["claim.repeated"])
    }

    /// Documents told by whether they may be read are no applications.
    @Test(arguments: [
        "2012年制作政府信息749条（主动公开信息605条、作为依申请公开信息126条、不予公开信息18条）。",
        "全年制发政府信息130件，其中主动公开18件，不予公开112件。",
        "2012年度不予公开信息有10条。",
        "专栏发布依申请公开信息共28条。",
        "在办公室设立了1个政府信息查阅点和依申请公开受理点。",
    ])
    func papersAreNoApplications(_ sentence: String) throws {
        let keys = try keys(sentence)
        #expect(!keys.contains { $0.hasPrefix("annex.received") || $0.hasPrefix("annex.answered") }, "\(keys)")
    }

    /// What is disclosed on some matters is not all that was, and a bulletin on a matter is not the gazette.
    @Test func kindsAreNotAll() throws {
        let kinds = "其中主动公开环境核查、环境状况公报和突发环境事件等信息9条；主动公开生产安全事故的举措、风险预警等信息14条。"
        let keys = try keys("2012年主动公开政府信息208条。" + kinds + "在网站上主动公开的政府信息中便民服务信息6条。")
        #expect(keys.filter { $0.hasPrefix("annex.") } == ["annex.disclosed.year"])
    }

    /// What the number counts is its own noun, whatever the sentence spoke of before.
    @Test func placesAreNoLawsuits() throws {
        let keys = try keys("收到政府信息公开方面的行政复议10件，行政诉讼7件，建立区级、街道级政府信息查阅中心共42个。")
        #expect(keys.filter { $0.hasPrefix("annex.") } == ["annex.review.year", "annex.litigation.year"])
    }

    /// 截至…累计 is of all years, and the table's figure of those is right.
    @Test func soFarIsTheTablesCumulative() throws {
        let annex = """
            附表
            指标名称\t计量单位\t2012年度\t历年累计
            主动公开文件数\t条\t40\t99
            其中：1、政府网站公开数\t条\t40\t99
            受理政府信息公开申请总数\t条\t0\t0
            对申请的答复总数\t条\t0\t0
            行政复议数\t件\t0\t0
            行政诉讼数\t件\t0\t0
            """
        let found = try ["99", "40", "97"].map { number in
            let text = "截至2012年底，累计主动公开政府信息\(number)条。"
            let report = try readReport("青禾镇2012年政府信息公开工作年度报告\n二、主动公开政府信息的情况\n\(text)\n\(annex)\n", name: "a.txt")
            return report.findings.map(\.rule).filter { $0.hasPrefix("claim.") }
        }
        #expect(found == [[], [], ["claim.contradicts-table"]])
    }

    /// What papers are about is no plan, and the list goes on behind it.
    @Test func plansOfAMatterAreParts() throws {
        let list = "其中，综合政务59条；人事5条；教育8条；会议22条；安全监管45条；人口计划和生育、妇女儿童28条；监察信息3条。"
        #expect(try rules("2012年主动公开政府信息160条，" + list) == ["claim.list-sum"])
        #expect(try rules("2012年主动公开政府信息170条，" + list) == [])
    }

    @Test func directoriesAreNoAnswers() throws {
        let keys = try keys("编制依申请公开信息目录28条，不予公开信息目录15条。")
        #expect(!keys.contains { $0.hasPrefix("annex.") }, "\(keys)")
    }

    @Test func moreThanTheYearsIsOfAllYears() throws {
        let sentence = "2012年共主动公开政府信息28条，目前我镇总计主动公开政府信息753条。今年无制定依申请公开的文件。"
        #expect(try keys(sentence) == ["annex.disclosed.year", "annex.disclosed.cumulative"])
    }
}
