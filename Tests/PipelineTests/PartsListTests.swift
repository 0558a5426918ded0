import Model
import Pipeline
import Testing

/// What the preamble lists as the report's parts is no matter of theirs.
struct PartsListTests {
    private static let lists = [
        "本报告主要内容包括：1.总体情况；2.主动公开政府信息情况；3.收到和处理政府信息公开申请情况；4.政府信息公开行政复议、行政诉讼情况；5.存在的主要问题及改进情况；6.其他需要报告的事项。",
        "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。",
        "全文分为：一、总体情况，二、主动公开情况，三、依申请公开情况，四、复议及诉讼情况，五、存在的问题及改进情况。",
        "本年报由概况，主动公开政府信息情况，政府信息依申请公开情况，因政府信息公开申请行政复议、提起行政诉讼情况，政府信息公开工作中存在的主要问题及改进措施等6部分形成。",
    ]

    private func missing(_ list: String, _ body: String) throws -> [String: Finding.Severity] {
        let text = """
            云台县水务局2016年政府信息公开工作年度报告
            根据条例规定编制本报告。\(list)本报告的统计期限为2016年1月1日至2016年12月31日。
            一、总体情况
            \(body)
            二、主动公开政府信息情况
            通过网站主动公开信息38条。
            三、依申请公开政府信息情况
            全年没有收到公开申请。
            四、收费及减免情况
            全年没有收费。
            """
        let findings = try readReport(text).findings.filter { $0.rule == "section.missing" }
        return Dictionary(uniqueKeysWithValues: findings.map { ($0.places[0].path, $0.severity) })
    }

    @Test(arguments: lists) func aListOfPartsIsNoMatter(_ list: String) throws {
        let missing = try missing(list, "我局设有信息公开办公室。")
        #expect(missing == ["sections.disputes": .error, "sections.problems": .error])
    }

    /// What the text says of the matter still is, also in the list's own sentence.
    @Test(arguments: lists) func whatIsSaidBehindTheListIsMatter(_ list: String) throws {
        let body = "全年没有发生行政复议、行政诉讼。工作中还存在更新不及时的问题。"
        #expect(try missing(list, body) == ["sections.disputes": .warning, "sections.problems": .warning])
        let open = String(list.dropLast())
        let missing = try missing(open, body).values
        #expect(missing.allSatisfy { $0 == .warning })
    }

    /// A sentence that tells of several matters is no list of parts.
    @Test(arguments: [
        "现将工作报告如下：主动公开信息包括通知和公告，没有收到公开申请，没有发生行政复议、行政诉讼，存在更新不及时的问题。",
        "本报告年度的工作包括主动公开、依申请公开，行政复议2件，存在更新不及时的问题。",
    ])
    func aStatementOfSeveralMattersIsMatter(_ sentence: String) throws {
        #expect(try missing(sentence, "我局设有信息公开办公室。").values.allSatisfy { $0 == .warning })
    }
}
