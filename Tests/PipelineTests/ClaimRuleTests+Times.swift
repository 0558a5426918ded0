import Testing

/// Figures of another time than the report's year, or of what came over from the year before.
extension ClaimRuleTests {
    static let soundTimes: [Case] = [
        Case("截至6月30日，共收到政府信息公开申请3件，办结2件。", section: "applications"),
        Case("截至2023年9月15日，收到政府信息公开申请4件。", section: "applications"),
        Case("今年前10个月，共收到政府信息公开申请4件。", section: "applications"),
        Case("收到政府信息公开申请5件。12月份收到政府信息公开申请2件。", section: "applications"),
        Case("2022年度年报显示，当年收到政府信息公开申请8件。", section: "applications"),
        Case("查阅2022年年报，当年收到政府信息公开申请8件，办结7件。", section: "applications"),
        Case("对2022年收到、2023年办结的2件申请建立台账。", section: "applications"),
        Case("收到有效申请4件，无效申请1件。", section: "applications"),
        Case("2023年我局通过政府网站收到申请4件。", section: "applications"),
        Case("累计废止行政规范性文件18件。", section: "proactive"),
        Case("公开现行有效行政规范性文件20件、废止失效11件。", section: "proactive"),
        Case("行政事业性收费预算800万元，实际收入739.0766万元。", section: "proactive"),
        Case("新发生行政复议2件，上年结转1件。", section: "disputes"),
        Case("因政府信息公开新发生行政复议2件，2022年未审结转入1件。", section: "disputes"),
        Case("收到政府信息公开申请5件，办结率100%（不含结转件）。", section: "applications"),
        Case("结转下年度办理1件。信访系统受理信访事项88件，按期办结85件，3件结转下年办理。", section: "applications"),
        Case("结转下年度办理1件。受理婚姻登记业务320件，办结318件，2件结转下年度。", section: "applications"),
    ]
    static let faultyTimes: [Case] = [
        Case("截至12月31日，共收到政府信息公开申请9件。", table, section: "applications"),
        Case("截至12月，共收到政府信息公开申请9件。", table, section: "applications"),
        Case("上年收到8件，当年收到政府信息公开申请9件。", table, section: "applications"),
        Case("2023年累计制发行政规范性文件9件。", table, section: "proactive"),
        Case("全年发生行政复议8件。", table, section: "disputes"),
        Case("收到政府信息公开申请5件。全年收到政府信息公开申请6件。", twice, section: "applications"),
    ]

    @Test(arguments: Self.soundTimes)
    func findsNothingOfOtherTime(_ item: Case) throws {
        #expect(try rules(item) == [])
    }

    @Test(arguments: Self.faultyTimes)
    func findsWhatNoOtherTimeExplains(_ item: Case) throws {
        let found = try rules(item)
        for rule in item.rules { #expect(found.contains(rule), "\(found)") }
    }
}
