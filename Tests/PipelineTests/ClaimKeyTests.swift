import Model
import Testing

/// The words that a figure of the text is known by.
struct ClaimKeyTests {
    private func claims(_ sentence: String) throws -> [Claim] {
        try readReport("青禾市水务局2023年政府信息公开工作年度报告\n一、总体情况\n\(sentence)\n", name: "a.txt").claims
    }

    /// Which session of a body it was is no count.
    @Test func sessionsAreNoCounts() throws {
        let claims = try claims("全面落实市委十届二次、三次全会精神和省委九届九次全会、十次全会精神，召开领导小组会议三次。")
        #expect(claims.map { $0.value?.whole } == [3])
        #expect(claims.first?.key == "召开领导小组会议")
    }

    /// Of long words the end is shown, and of a list whole items.
    @Test func longWordsAreCutBetweenItems() throws {
        let list = "政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开工作年度报告4个主要板块。"
        #expect(try claims("规范升级专栏，按照要求设置\(list)").first?.key == "政府信息公开制度、法定主动公开内容、政府信息公开工作年度报告")
        let channels = "（国家政务服务平台网、青禾政务服务网、中国政府网、青时办）194件"
        let part = try claims("受理网民互动交流事项300件，其中青禾市效能监督平台\(channels)。").last
        #expect(part?.key.hasPrefix("青禾市效能监督平台") == true)
    }

    /// What the sentence counts at each of its numbers.
    @Test(arguments: [
        ("收到依申请公开16项，办理15项，结转下年度继续办理1项。", ["received.total", "processed_total.total", "carried_out.total"]),
        ("收到政府信息公开申请34件，均按照依申请公开流程答复，1件结转至下年办理。", ["received.total", "carried_out.total"]),
        ("收到政府信息公开申请19件，办结19件，收到感谢信2封。", ["received.total", "processed_total.total"]),
        ("受理依申请公开政府信息3件，回复处理3件。", ["received.total", "processed_total.total"]),
        ("未收到任何单位和个人提出的政府信息公开申请。", ["received.total"]),
        ("2023年处理的以青禾为被申请人的信息公开回复共计3件。", []),
    ])
    func countsOfApplications(_ sentence: String, _ rows: [String]) throws {
        let keys = try claims(sentence).map(\.key).filter { $0.hasPrefix("applications.") }
        #expect(keys == rows.map { "applications." + $0 })
    }

    @Test func rulesAndOtherPapersAreNotRulesAlone() throws {
        let both = try claims("全年新制定规章和行政规范性文件44件。").map(\.key)
        #expect(both == ["proactive.regulations.issued+proactive.normative_documents.issued"])
        let keys = try claims("全年主动公开制发的各类规章和文件44件。").map(\.key)
        #expect(!keys.contains { $0.hasPrefix("proactive.") })
    }

    /// Numbers of names in quotation marks and of streets count nothing.
    @Test func namesAreNoCounts() throws {
        let names = "聚焦“四件大事”，增强“四个意识”，解读“创业富民30条”，地址：青禾市东城胜利六条17号，办好十件民生实事。"
        #expect(try claims(names).map { $0.value?.whole } == [10])
        #expect(try claims("其中“予以公开”11条、“部分公开”3条。").map { $0.value?.whole } == [11, 3])
    }

    /// Marks around a number, where blanks were lost, are no ends of sentences.
    @Test func marksForBlanksEndNothing() throws {
        let claims = try claims("全年通过网站发布信息共?1340条?，通过公众号发布信息?764篇?。")
        #expect(claims.map(\.key) == ["全年通过网站发布信息共", "通过公众号发布信息"])
    }

    /// A number with no words before it is known by those before its bracket or behind it.
    @Test func wordsBesideANumber() throws {
        let claims = try claims("微博账号（1个）发布信息46条。97家预算部门全年共公开预决算信息388条。")
        #expect(claims.map(\.key) == ["微博账号", "发布信息", "预算部门", "预算部门全年共公开预决算信息"])
    }

    /// Articles of a law, sessions and what is left of a number are no counts.
    @Test(arguments: [
        ("依据条例第三十一条、三十二条编制，公开信息3条。", [3]),
        ("沙塘镇十六届人大七次会议期间办理建议3件。", [3]),
        ("减免租金近150十万元，粉丝从最初的几十余位起步，公开信息3条。", [3]),
        ("围绕“六个年”活动公开任免信息10批次71条162人次。", [10, 71, 162]),
    ])
    func countsAlone(_ sentence: String, _ values: [Int]) throws {
        #expect(try claims(sentence).map { $0.value?.whole } == values)
    }

    /// A few characters more than forty are shown, and a year is never cut in two.
    @Test func wordsAreNotCutForAFewCharacters() throws {
        let words = "我局主动通过区政府门户网站及时公开区级财政预决算信息、专项资金信息及其他资金信息共"
        #expect(try claims(words + "78条。").first?.key == words)
        let year = "2023年青禾市水务局本级累计发布各类信息（包括天气预报和预警信号以及水情通报和公众服务的各种信息）共"
        #expect(try claims(year + "1631条。").first?.key.hasPrefix("2023年青禾") == true)
    }

    @Test func slogansAreNoAccounts() throws {
        let keys = try claims("其中“双随机”一公开7条，在“中国·青禾”公开政府信息221条。").map(\.key)
        #expect(!keys.contains { $0.hasPrefix("posts:") })
    }
}
