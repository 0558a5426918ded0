/// Sums of what came in and what came over, the end of disputes, and totals of the year that no table has.
extension ClaimRuleTests {
    static let soundTotals: [Case] = [
        Case("新收政府信息公开申请5件，上年结转2件，共7件。"),
        Case("全年受理政府信息公开申请5件，上年结转2件，共办理7件。"),
        Case("全年收到政府信息公开申请5件（不含上年结转2件）。"),
        Case("全年收到政府信息公开申请7件（含上年结转2件）。"),
        Case("政府信息公开行政复议3件，均已审结。", section: "disputes"),
        Case("政府信息公开行政复议1件被维持，2件被纠正。", section: "disputes"),
        Case("政府信息公开行政复议1件维持、2件纠正，未发生行政诉讼。", section: "disputes"),
        Case("政府信息公开行政复议2件被责令重新答复。", section: "disputes"),
        Case("政府信息公开行政复议3件已审结。", section: "disputes"),
        Case("全年行政应诉案件26件，均已审结，全部胜诉。", section: "disputes"),
        Case("（一）全年发布政策解读12篇。（四）上半年发布政策解读5篇。"),
        Case("全年召开政务公开专题会议4次。各科室召开政务公开专题会议9次。"),
        Case("全年召开政务公开专题会议4次。全年召开政务公开工作会议2次。"),
        Case("全年通过政府网站发布信息486条。局门户网站全年发布信息268条。"),
    ]

    static let faultyTotals: [Case] = [
        Case("新收政府信息公开申请5件，上年结转1件，共6件。", table),
        Case("全年受理政府信息公开申请5件，上年结转2件，共办结7件。", table),
        Case("全年收到政府信息公开申请7件（不含上年结转2件）。", table),
        Case("全年共收到政府信息公开申请7件，不含上年结转2件。", table),
        Case("政府信息公开行政复议7件被维持。", table, section: "disputes"),
        Case("政府信息公开行政复议4件已审结。", table, section: "disputes"),
        Case("全年召开政务公开专题会议4次。全年召开政务公开专题会议3次。", twice),
        Case("全年通过局门户网站发布信息286条。局门户网站全年发布信息268条。", twice),
    ]
}
