import Testing

/// What another body or another matter had none of, or had.
extension ClaimRuleTests {
    static let soundOthers: [Case] = [
        Case("县乡镇企业服务中心未收到政府信息公开申请。", section: "applications"),
        Case("2023年，各学校均未收到政府信息公开申请。", section: "applications"),
        Case("学校未发生政府信息公开行政复议、行政诉讼。", section: "disputes"),
        Case("有3个股室全年未制发规范性文件，也未作出行政许可。", section: "proactive"),
        Case("没有被复议机关责令履行职责的行政复议案件。", section: "disputes"),
        Case("不涉及政府信息公开的行政复议6件、行政诉讼4件。", section: "disputes"),
        Case("除政府信息公开外的其他行政诉讼4件。", section: "disputes"),
        Case("政府信息公开之外的行政复议9件、行政诉讼5件。", section: "disputes"),
    ]
    static let faultyOthers: [Case] = [
        Case("本年度未收到政府信息公开申请。", zero, section: "applications"),
        Case("我局全年均未收到政府信息公开申请。", zero, section: "applications"),
        Case("未制发规章，未作出行政许可。", zero, section: "proactive"),
        Case("不涉及政府信息公开的行政诉讼4件；因政府信息公开引发的行政复议6件。", table, section: "disputes"),
    ]

    @Test(arguments: Self.soundOthers)
    func findsNothingOfOtherSubject(_ item: Case) throws {
        #expect(try rules(item) == [])
    }

    @Test(arguments: Self.faultyOthers)
    func findsWhatNoOtherSubjectExplains(_ item: Case) throws {
        let found = try rules(item)
        for rule in item.rules { #expect(found.contains(rule), "\(found)") }
    }
}
