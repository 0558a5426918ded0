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
}
