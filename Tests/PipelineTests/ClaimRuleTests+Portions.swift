import Testing

/// Figures that count only a portion of what the table has.
extension ClaimRuleTests {
    static let soundPortions: [Case] = [
        Case("开展扬尘污染专项整治，检查工地63处，行政处罚17件。", section: "proactive"),
        Case("查处无证运输车辆9台，作出行政处罚9件、行政强制0件。", section: "proactive"),
        Case("在排水许可核查中，作出行政许可21件。", section: "proactive"),
        Case("节水宣传方面，行政处罚2件。", section: "proactive"),
        Case("当场办结行政许可150件。", section: "proactive"),
        Case("会同县财政局印发行政规范性文件1件。", section: "proactive"),
        Case("帮办代办行政许可96件。", section: "proactive"),
        Case("上级部门在我县作出行政处罚7件、行政许可31件。", section: "proactive"),
        Case("网上申请予以公开2件。", section: "applications"),
        Case("延期答复后予以公开1件，补正后予以公开1件。", section: "applications"),
        Case("上年结转的申请予以公开1件、部分公开1件。", section: "applications"),
        Case("对网上提交的申请，予以公开2件。", section: "applications"),
        Case("因个人隐私不予公开1件。", section: "applications"),
        Case("针对不予公开答复提起行政复议1件，针对部分公开答复提起行政复议2件。", section: "disputes"),
        Case("因部分公开引发行政复议2件。", section: "disputes"),
        Case("对不予公开决定不服，提起行政复议1件。", section: "disputes"),
    ]
    static let faultyPortions: [Case] = [
        Case("全年作出行政处罚45件。", table, section: "proactive"),
        Case("深入推进依法治理，全年作出行政处罚45件。", table, section: "proactive"),
        Case("开展专项行动6次，全年作出行政处罚45件。", table, section: "proactive"),
        Case("作出行政许可237件，行政处罚54件。", table, section: "proactive"),
        Case("经审查后予以公开8件。", table, section: "applications"),
        Case("因保护第三方合法权益不予公开3件。", table, section: "applications"),
        Case("不服政府信息公开答复申请行政复议8件。", table, section: "disputes"),
    ]

    @Test(arguments: Self.soundPortions)
    func findsNothingOfPortion(_ item: Case) throws {
        #expect(try rules(item) == [])
    }

    @Test(arguments: Self.faultyPortions)
    func findsWhatNoPortionExplains(_ item: Case) throws {
        let found = try rules(item)
        for rule in item.rules { #expect(found.contains(rule), "\(found)") }
    }
}
