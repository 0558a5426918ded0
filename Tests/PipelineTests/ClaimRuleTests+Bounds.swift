/// Figures of which the text gives bounds alone: 近, 不足, 超过, 多达.
extension ClaimRuleTests {
    static let soundBounds: [Case] = [
        Case("全年作出行政许可决定近300件，行政处罚决定超过50件。", section: "proactive"),
        Case("全年作出行政许可决定近270件，行政处罚决定不足60件。", section: "proactive"),
        Case("全年作出行政许可决定多达270件，行政处罚决定不到55件。", section: "proactive"),
        Case("收到政府信息公开申请不足10件，平均每月不到1件。", section: "applications"),
        Case("单个申请人提出申请超过10件的，予以约谈。收到申请10件以上的科室有2个。", section: "applications"),
        Case("办理时限不超过20个工作日；各单位收到申请均不足3件。", section: "applications"),
        Case("近三年收到政府信息公开申请超过30件，全年解答群众咨询近300件。", section: "applications"),
    ]

    static let faultyBounds: [Case] = [
        Case("全年作出行政许可决定近200件。", table, section: "proactive"),
        Case("全年作出行政许可决定不足250件。", table, section: "proactive"),
        Case("全年作出行政许可决定不到250件。", table, section: "proactive"),
        Case("全年作出行政许可决定超过300件。", table, section: "proactive"),
        Case("全年作出行政处罚决定多达80件。", table, section: "proactive"),
        Case("收到政府信息公开申请近100件。", table, section: "applications"),
        Case("收到政府信息公开申请超过10件，办结近20件。", table, section: "applications"),
    ]
}
