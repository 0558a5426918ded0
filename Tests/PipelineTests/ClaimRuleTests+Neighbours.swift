/// What stands around a figure and may be what it counts: joined kinds, the applicants of an outcome, the row of an
/// applicant, totals behind their parts, shares of several figures.
extension ClaimRuleTests {
    static let soundNeighbours: [Case] = [
        Case("不予公开、无法提供各1件。", section: "applications"),
        Case("不掌握相关信息、行政查询事项分别为1件、0件，个人隐私、商业秘密各0件。", section: "applications"),
        Case("予以公开3件、部分公开1件，两项合计4件；不予公开1件，占16.7%；无法提供1件，占16.7%。", section: "applications"),
        Case("收到政府信息公开申请5件，均为自然人提出。上年结转2件，其中自然人2件、商业企业0件。"),
        Case("复议诉讼案件合计3件，其中维持1件、纠正2件。", section: "disputes"),
        Case("复议、诉讼案件3件，起因于征收的2件，起因于规划的1件。", section: "disputes"),
        Case("政府信息公开行政复议3件，已审结3件，被纠正的共2件（复议2件、诉讼0件）。", section: "disputes"),
        Case("答复质量还不高，全年3件行政复议案件中有2件被纠正。", section: "problems"),
        Case("收到政府信息公开申请5件，与上年结转的2件合并，应办7件。"),
        Case("截至2023年6月底，当年已收到政府信息公开申请2件；全年收到5件。"),
        Case("未收取任何依申请公开费用。", section: "other"),
        Case("由自然人提出的5件申请，予以公开3件。", section: "applications"),
        Case("3件复议中，审结3件，被纠正2件，结果纠正率66.7%，维持率33.3%。", section: "disputes"),
        Case("收到政府信息公开申请5件，比上年的2件多3件。"),
        Case("网站发布信息286条，公众号发布信息126条，两个平台合计412条，其中网站占69.42%。", section: "overview"),
        Case("公开（含部分公开）4件，不予公开1件。", section: "applications"),
        Case("12月26日收到的1件政府信息公开申请结转下年度办理。"),
        Case("2023年1月1日至12月31日收到政府信息公开申请5件，截至2023年12月31日受理政府信息公开申请5件。"),
    ]

    static let faultyNeighbours: [Case] = [
        Case("不予公开、无法提供各3件。", table, section: "applications"),
        Case("2023年1月1日至12月31日收到政府信息公开申请9件。", table),
        Case("截至2023年12月31日，共收到政府信息公开申请9件。", table),
        Case("截至2023年12月31日收到政府信息公开申请9件。", table),
        Case("自2023年1月1日至2023年12月31日，收到政府信息公开申请9件。", table),
        Case("发布信息412条，其中网站286条，公共平台占64.92%。", share, section: "overview"),
        Case("收到政府信息公开申请5件，与上年结转的2件合并，应办9件。", table),
        Case("复议诉讼案件合计5件，其中维持1件、纠正2件。", table, section: "disputes"),
        Case("答复质量还不高，全年3件行政复议案件中有2件被纠正，占76.7%。", share, section: "problems"),
        Case("予以公开3件、部分公开1件，两项合计6件。", sum, section: "applications"),
        Case("予以公开3件、部分公开1件，二者合计占办结总数的67.6%。", share, section: "applications"),
        Case("收到政府信息公开申请5件，比上年的2件多4件。", twice),
        Case("网站发布信息286条，公众号发布信息126条，两个平台合计421条。", sum, section: "overview"),
        Case("网站发布信息286条，公众号发布信息126条，合计412条，其中网站占64.92%。", share, section: "overview"),
        Case("政府信息公开行政复议3件，被纠正2件，结果纠正率76.7%。", share, section: "disputes"),
    ]
}
