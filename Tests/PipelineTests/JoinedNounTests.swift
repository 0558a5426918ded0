import Model
import Testing

/// Numbers of several things named in one breath, for which the tables before 2019 have a row each.
struct JoinedNounTests {
    private static let statistics = """
        政府信息公开情况统计表
        统计指标\t单位\t统计数
        一、主动公开情况
        （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t5000
        （二）通过不同渠道和方式公开政府信息的情况
        1.政府公报公开政府信息数\t条\t0
        2.政府网站公开政府信息数\t条\t4000
        3.政务微博公开政府信息数\t条\t500
        4.政务微信公开政府信息数\t条\t900
        二、回应解读情况
        2.参加或举办新闻发布会总次数\t次\t3
        4.政策解读稿件发布数\t篇\t30
        三、依申请公开情况
        （一）收到申请数\t件\t10
        1.当面申请数\t件\t1
        2.传真申请数\t件\t0
        3.网络申请数\t件\t7
        4.信函申请数\t件\t2
        （二）申请办结数\t件\t10
        1.按时办结数\t件\t9
        2.延期办结数\t件\t1
        （三）申请答复数\t件\t8
        3.同意公开答复数\t件\t6
        八、机构建设和保障经费情况
        （四）政府信息公开会议和培训情况
        1.召开政府信息公开工作会议或专题会议数\t次\t2
        （三）从事政府信息公开工作人员数\t人\t85
        1.专职人员数\t人\t5
        2.兼职人员数\t人\t80
        """

    private static let annex = """
        指标名称\t计量单位\t2012年度\t历年累计
        主动公开文件数\t条\t424\t638
        其中：1、政府网站公开数\t条\t400\t600
        受理政府信息公开申请总数\t条\t10\t19
        其中：1、当面申请数\t条\t0\t2
        2、网上申请数\t条\t7\t13
        3、信函、传真申请数\t条\t3\t4
        接受行政申诉、举报数\t件\t3\t3
        行政复议数\t件\t2\t2
        行政诉讼数\t件\t1\t1
        """

    private func findings(_ sentence: String, _ year: Int) throws -> [Finding] {
        let table = year == 2012 ? Self.annex : Self.statistics
        return try OldFormTests().report(sentence, year, table).findings.filter { $0.rule.hasPrefix("claim.") }
    }

    @Test(arguments: [
        "专兼职工作人员85人。", "配备专职和兼职人员85人。", "通过政府网站和微信公众号公开政府信息4900条。", "政府网站与微博同步公开政府信息4500条。",
        "网络申请和信函申请共9件。", "现场及网络申请8件。", "按时办结和延期办结申请共10件。", "信函（含传真）申请2件。", "举办新闻发布会和在线访谈7次。",
        "发布政策解读稿件、新闻稿件130篇。", "收到申请10件，其中网络申请7件，其中同意公开5件。", "在网站发布各类信息8000条，其中主动公开政府信息4000条。",
        "政府网站发布信息6000条，其中政府信息公开栏目4000条。", "申请已答复8件。",
    ])
    func whatIsJoinedIsNotTheLastOfThemAlone(_ sentence: String) throws {
        #expect(try findings("2016年，\(sentence)", 2016).isEmpty)
    }

    @Test(arguments: ["网上和信函申请10件。", "发生行政复议、行政诉讼和申诉共6件。", "通过门户网站和查阅场所共主动公开信息424条。"])
    func norInTheAnnex(_ sentence: String) throws {
        #expect(try findings("2012年，\(sentence)", 2012).isEmpty)
    }

    /// What adds up is still held to the rows together, and each by itself to its own.
    @Test(arguments: ["网络申请和信函申请共19件。", "配备专职和兼职人员95人。", "网络申请8件。", "已答复申请19件。", "召开政府信息公开工作会议或专题会议3次。"])
    func aWrongNumberIsFound(_ sentence: String) throws {
        #expect(try findings("2016年，\(sentence)", 2016).map(\.rule) == ["claim.contradicts-table"])
    }

    /// 答复 has a row of its own beside 办结: the finding names it.
    @Test func answersAreNamedByTheirOwnRow() throws {
        let finding = try #require(try findings("2016年，申请已答复9件。", 2016).first)
        #expect(finding.message.zh.contains("申请答复数"))
    }
}
