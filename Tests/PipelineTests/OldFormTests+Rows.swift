import Model
import Testing

/// Rows of the statistics of 2014 on ways, complaints, staff and money, told in few words.
extension OldFormTests {
    private func saying(_ sentence: String, in section: String) throws -> Report {
        func body(_ id: String) -> String { id == section ? sentence : "按规定办理。" }
        return try readReport(
            """
            云台县民政局2016年政府信息公开工作年度报告
            一、概述
            2016年，我局依法公开。
            二、主动公开政府信息的情况
            \(body("proactive"))
            三、依申请公开政府信息的情况
            \(body("applications"))
            五、因政府信息公开申请行政复议、提起行政诉讼的情况
            \(body("disputes"))
            七、附表
            \(Self.disclosed(weibo: 37, wechat: 58))
            三、依申请公开情况
            （一）收到申请数\t件\t8
            1.当面申请数\t件\t3
            2.传真申请数\t件\t0
            3.网络申请数\t件\t0
            4.信函申请数\t件\t5
            （二）申请办结数\t件\t8
            1.按时办结数\t件\t7
            2.延期办结数\t件\t1
            四、行政复议数量\t件\t2
            （一）维持具体行政行为数\t件\t1
            （二）被依法纠错数\t件\t1
            （三）其他情形数\t件\t0
            六、举报投诉数量\t件\t0
            八、机构建设和保障经费情况
            （三）从事政府信息公开工作人员数\t人\t24
            1.专职人员数（不包括政府公报及政府网站工作人员数）\t人\t4
            2.兼职人员数\t人\t20
            （四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）\t万元\t6.5
            """
        )
    }

    @Test(arguments: [
        ("没有收到当面申请。", "applications"), ("举报投诉3件。", "disputes"), ("行政复议7件被维持。", "disputes"), ("政务微信公开85条。", "proactive"),
        ("从事政府信息公开工作人员24人，其中专职14人，兼职10人。", "proactive"), ("政府信息公开专项经费5.6万元。", "proactive"),
    ])
    func whatDiffersFromTheRowIsFound(_ sentence: String, _ section: String) throws {
        let found = try saying(sentence, in: section).findings.map(\.rule)
        #expect(found.contains { $0.hasPrefix("claim.") }, "\(found)")
    }

    @Test(arguments: [
        ("2016年，我局未收到传真申请。", "applications"), ("各科室没有收到当面申请。", "applications"), ("举报投诉0件。", "disputes"),
        ("行政复议1件被维持，1件被纠正。", "disputes"),
        ("受理群众举报投诉36件。", "proactive"), ("政务微信公开58条，政务微博公开37条。", "proactive"),
        ("从事政府信息公开工作人员24人，其中专职4人，兼职20人。", "proactive"), ("政府信息公开专项经费6.5万元。", "proactive"),
        ("办结8件，其中按时办结7件，延期办结1件。", "applications"), ("收到申请8件，均按时办结。", "applications"),
    ])
    func whatTheRowHasIsNot(_ sentence: String, _ section: String) throws {
        let report = try saying(sentence, in: section)
        #expect(!report.findings.contains { $0.rule.hasPrefix("claim.") }, "\(report.findings.map(\.message.zh))")
    }

    /// 按时 may be said of what was extended, too: that is no fault, and nothing that was looked at.
    @Test func whatWasExtendedMayBeInTime() throws {
        let report = try saying("收到申请8件，办结8件，其中按时办结8件。", in: "applications")
        #expect(!report.findings.contains { $0.rule.hasPrefix("claim.") })
        #expect(report.unverified.contains { $0.rule == "claim.contradicts-table" && $0.reason.contains("按时办结8件") })
    }
}
