import Model
import Testing

/// Outcomes of applications that the text tells by two rows of the statistics of 2014, or by the reason of one.
extension OldFormTests {
    private static let answers = """
        政府信息公开情况统计表
        统计指标\t单位\t统计数
        三、依申请公开情况
        （一）收到申请数\t件\t43
        1.当面申请数\t件\t13
        2.传真申请数\t件\t0
        3.网络申请数\t件\t20
        4.信函申请数\t件\t10
        （二）申请办结数\t件\t43
        1.按时办结数\t件\t43
        2.延期办结数\t件\t0
        （三）申请答复数\t件\t43
        1.属于已主动公开范围数\t件\t11
        2.同意公开答复数\t件\t25
        3.同意部分公开答复数\t件\t2
        4.不同意公开答复数\t件\t5
        其中：涉及国家秘密\t件\t0
        涉及商业秘密\t件\t2
        涉及个人隐私\t件\t3
        危及国家安全、公共安全、经济安全和社会稳定\t件\t0
        不是《条例》所指政府信息\t件\t0
        法律法规规定的其他情形\t件\t0
        5.不属于本行政机关公开数\t件\t0
        6.申请信息不存在数\t件\t0
        7.告知作出更改补充数\t件\t0
        8.告知通过其他途径办理数\t件\t0
        """

    private func findings(_ sentence: String) throws -> [String] {
        try report(sentence, 2016, Self.answers).findings.map(\.rule).filter { $0.hasPrefix("claim.") }
    }

    @Test(arguments: [
        "答复申请43件，其中同意公开和已主动公开36件。", "依申请公开中，已主动公开及同意公开答复36件。", "申请中同意公开（含已主动公开）36件。",
        "申请中因商业秘密不同意公开2件，因个人隐私不同意公开3件。",
    ])
    func bothRowsOrOneReason(_ sentence: String) throws {
        #expect(try findings(sentence).isEmpty)
    }

    @Test(arguments: ["答复申请43件，其中同意公开和已主动公开63件。", "答复申请43件，其中同意公开28件。"])
    func neitherRow(_ sentence: String) throws {
        #expect(try !findings(sentence).isEmpty)
    }
}
