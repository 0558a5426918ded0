import Model
import Testing

/// What the text says in the very words of a row of the forms before 2019.
extension OldFormTests {
    private static let rows =
        disclosed(weibo: 37, wechat: 58) + """

            二、回应解读情况
            （一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）\t次\t0
            （二）通过不同渠道和方式回应解读的情况
            1.参加或举办新闻发布会总次数\t次\t9
            其中：主要负责同志参加新闻发布会次数\t次\t4
            六、举报投诉数量\t件\t2
            七、依申请公开信息收取的费用\t万元\t0.35
            八、机构建设和保障经费情况
            （一）政府信息公开工作专门机构数\t个\t1
            （二）设置政府信息公开查阅点数\t个\t12
            """

    private func rules(_ sentence: String, _ year: Int, _ table: String) throws -> [String] {
        try report(sentence, year, table).findings.map(\.rule).filter { $0.hasPrefix("claim.") }
    }

    @Test(arguments: [
        "政府网站公开政府信息数544条。", "政务微信公开政府信息85条。", "政务微信公开政府信息58条，政务微博公开政府信息3条。",
        "参加或举办新闻发布会19次。", "参加或举办新闻发布会9次，其中主要负责同志参加6次。", "设置政府信息公开查阅点99个。",
        "主要负责同志参加新闻发布会6次。", "设立政府信息公开查阅点15个。", "回应社会关注热点或重大舆情7次。",
        "全年主动公开信息445条，其中规范性文件16条。", "收到政府信息公开举报投诉8件。", "2016年，我局依申请公开政府信息共收取费用9.5万元。", "未收到政府信息公开方面的举报投诉。",
    ])
    func aRowsOwnWordsAreHeldToIt(_ sentence: String) throws {
        #expect(try !rules(sentence, 2016, Self.rows).isEmpty)
    }

    @Test(arguments: [
        "政府网站公开政府信息数445条。", "政务微信公开政府信息58条，政务微博公开政府信息37条。", "全县政府网站公开政府信息数9632条。",
        "2015年政府网站公开政府信息数9632条。", "“云台民政”政务微信公开政府信息18条。", "新设政务微信公开政府信息18条。",
        "上半年，政务微博公开政府信息18条。", "参加或举办新闻发布会9次，其中主要负责同志参加4次。", "下属单位参加或举办新闻发布会2次。",
        "召开新闻发布会19次。", "累计设立政府信息公开查阅点15个。", "各乡镇主要负责同志参加新闻发布会8次。", "网上回应社会关注热点3次。",
        "参加或举办新闻发布会2次以上的科室有3个。", "新设置政府信息公开查阅点2个。", "在档案馆、图书馆设置政府信息公开查阅点2个。",
        "设置政府信息公开查阅点1个，各乡镇设置查阅点11个。", "计划设置政府信息公开查阅点20个。", "未收到政府信息公开方面的有效举报投诉。",
        "下半年未收到政府信息公开方面的举报投诉。", "未收到政府信息公开方面的举报投诉超期办理情况。", "各街道未收到政府信息公开方面的举报投诉。",
        "未收到政府信息公开方面的投诉。", "受理12345举报投诉98件。", "2016年，依申请公开政府信息共收取费用0.35万元，减免费用3.5万元。",
        "历年来依申请公开政府信息共收取费用9.5万元。", "2016年，依申请公开政府信息共收取费用3500元。",
    ])
    func whatIsNotQuiteARowsIsNot(_ sentence: String) throws {
        #expect(try rules(sentence, 2016, Self.rows).isEmpty)
    }

    @Test func aCountyMaySpeakOfItsOwnOfficesAlone() throws {
        let text = """
            云台县人民政府2016年政府信息公开工作年度报告
            一、概述
            2016年，我县依法公开。
            二、主动公开政府信息的情况
            设置政府信息公开查阅点3个。
            七、附表
            \(Self.rows)
            """
        #expect(try !readReport(text).findings.contains { $0.rule.hasPrefix("claim.") })
    }

    private static let annex = """
        指标名称\t计量单位\t2012年度\t历年累计
        主动公开文件数\t条\t24\t238
        其中：1、政府网站公开数\t条\t21\t238
        2、政府公报公开数\t条\t0\t0
        受理政府信息公开申请总数\t条\t5\t9
        对申请的答复总数\t条\t5\t9
        其中：4、其他类型答复数\t条\t2\t3
        接受行政申诉、举报数\t件\t1\t3
        行政复议数\t件\t0\t0
        行政诉讼数\t件\t0\t0
        """

    @Test(arguments: [
        "我局主动公开政府信息24条，历年累计主动公开338条。", "主动公开政府信息24条，其中通过政府网站公开12条。", "接受行政申诉、举报7件。",
        "受理申请历年累计9条，本年度7条。", "主动公开政府信息24条。其中通过政府网站公开12条。", "其他类型答复4条。",
    ])
    func aRowOfTheAnnexIsHeldToItsColumn(_ sentence: String) throws {
        #expect(try !rules(sentence, 2012, Self.annex).isEmpty)
    }

    @Test(arguments: [
        "我局主动公开政府信息24条，历年累计主动公开238条。", "主动公开政府信息24条，其中通过政府网站公开21条。", "接受行政申诉、举报1件。",
        "受理申请历年累计9条，本年度5条。", "受理申请历年累计9条，本年度答复5条。", "全县历年累计主动公开99999条。", "全县接受行政申诉、举报77件。",
        "主动公开政府信息24条。其中通过政府网站公开21条。", "历年累计主动公开政府信息238条。其中通过政府网站公开238条。", "全县其他类型答复14条。",
        "2011年接受行政申诉、举报77件。", "主动公开政府信息24条，其中通过县政府网站公开3条。", "主动公开政府信息24条，其中通过政府网站公开财政信息3条。",
    ])
    func whatIsNotQuiteARowOfTheAnnexIsNot(_ sentence: String) throws {
        #expect(try rules(sentence, 2012, Self.annex).isEmpty)
    }
}
