/// Lawsuits told as 应诉, of which only those about the disclosure of information are the table's.
extension ClaimRuleTests {
    static let soundDefences: [Case] = [
        Case("全年行政应诉28件，出庭应诉28件，应诉率100%。", section: "disputes"),
        Case("办理行政应诉案件28件，均与政府信息公开无关。", section: "disputes"),
        Case("政府信息公开行政复议、应诉共3件。", section: "disputes"),
        Case("政府信息公开行政诉讼2件（含上年结转2件）。", section: "disputes"),
    ]

    static let faultyDefences: [Case] = [
        Case("政府信息公开类应诉案件8件。", table, section: "disputes"),
        Case("涉及政府信息公开的行政复议3件、行政应诉8件。", table, section: "disputes"),
    ]
}
