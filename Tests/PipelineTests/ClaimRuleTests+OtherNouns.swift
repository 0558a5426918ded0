/// Counts whose own noun is no application, beside sentences that speak of those; whole areas, a party's documents,
/// lists that may count twice, and last year's figure beside this year's.
extension ClaimRuleTests {
    static let soundOtherNouns: [Case] = [
        Case("收到政府信息公开申请5件。全年受理行政许可申请820件，其中不予受理21件。", section: "applications"),
        Case("收到政府信息公开申请5件。新增政务公开查阅点2个。受理问题7件，解决6件。", section: "applications"),
        Case("收到政府信息公开申请5件。更新政府信息公开申请受理机构联系方式1次。答复函件40份。", section: "applications"),
        Case("收到电子邮件7封，均为咨询。公开行政执法案卷25份。不予公开的文件29件。", section: "applications"),
        Case("走访服务商业企业27家、科研机构3家。"),
        Case("对党组规范性文件24件开展清理，废止5件。", section: "proactive"),
        Case("参训327人，其中参加第一期培训213人、第二期培训239人，部分人员两期均参加。"),
        Case("热线转办件233件，其中咨询99件、求助98件；延期办理6件，退单1件。"),
        Case("我局本级主动公开政府信息738条。\n全局各单位主动公开政府信息7745条。"),
    ]

    static let faultyOtherNouns: [Case] = [
        Case("全年受理政府信息公开申请9件。", table, section: "applications"),
        Case("参训327人，其中参加第一期培训213人、第二期培训239人。", sum),
    ]
}
