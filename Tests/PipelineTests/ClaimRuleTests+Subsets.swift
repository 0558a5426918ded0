/// Figures that are some of what the table counts, and figures that cannot be.
extension ClaimRuleTests {
    /// Figures that are some of what the table counts, and are right.
    static let soundSubsets: [Case] = [
        Case("全年受理政府信息公开申请5件，已办结4件，其余1件结转下年办理；上年结转的2件均已办结。", section: "applications"),
        Case("上年结转的2件均已于3月底前办结，其中予以公开1件、无法提供1件。", section: "applications"),
        Case("法制股办理申请3件、预算股办理2件、办公室办理1件，全局共办结6件。", section: "applications"),
        Case("上年结转申请2件，本年新收政府信息公开申请5件，均按要求进行了处理，其中6件已作出答复，1件结转至2024年答复。", section: "applications"),
        Case("全年制作信息128条，其中主动公开信息数56条，依申请公开信息数48条，不予公开信息数24条。"),
        Case("办理中向第三方发出征求意见函3份，其中1份明确不同意公开。", section: "applications"),
        Case("因本机关不掌握相关信息无法提供1件。", section: "applications"),
        Case("申请人变更需求后予以公开1件。", section: "applications"),
        Case("2023年上半年收到申请3件，均已办结。其中同意公开2件。", section: "applications"),
        Case("3月收到申请4件；7月、8月未收到申请。", section: "applications"),
        Case("发放政府信息公开申请表40份。", section: "applications"),
        Case("县直87个预算单位全年新收申请均已规范答复。", section: "applications"),
        Case("另有1件申请因答复期限未届满转入2024年。", section: "applications"),
        Case("因政府信息公开申请引起的行政复议3件（已办结3件）。", section: "applications"),
        Case("每百件答复引发行政复议21.7件。", section: "disputes"),
        Case("我局作为第三人参加行政诉讼1件。", section: "disputes"),
        Case("参与行政诉讼证据梳理9次。", section: "disputes"),
        Case("20个工作日内办结的申请由40件减少至5件。", section: "applications"),
        Case("指导基层单位办理疑难复杂依申请公开答复30余件。", section: "applications"),
        Case("行政复议有2件被纠正。", section: "disputes"),
        Case("依申请公开答复的规范性有待提升，有1件答复被复议机关纠正。"),
        Case("区审批局办理许可9862件，市场监管局办理3104件，其余部门2320件，合计15286件。"),
    ]

    /// The same wordings with a figure that cannot be.
    static let faultySubsets: [Case] = [
        Case("收到申请5件，其中通过网络申请9件。", sum, section: "applications"),
        Case("发现问题12个，已整改11个，剩余3个。", sum),
        Case("行政复议有1件被纠正。", table, section: "disputes"),
        Case("全年新收的8件申请共涉及信息事项61项。", table, section: "applications"),
        Case("收到的5件申请，按内容分为预算类4件、采购类2件、其他1件。", sum, section: "applications"),
        Case("全年发生政府信息公开争议12起，其中行政复议6起、行政诉讼5起。", sum),
        Case("全年受理依申请政府信息公开事项9件。", table, section: "applications"),
        Case("主动公开政府信息共304条。在主动公开的信息中，通过网站公开165条，占总体比例的64%；通过报刊公开53条，占总体比例的17%。", share),
    ]
}
