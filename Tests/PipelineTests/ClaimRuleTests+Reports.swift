/// Wordings of governments, ministries, towns and schools: what figures are of, lists within lists, slips of the pen.
extension ClaimRuleTests {
    static let soundReports: [Case] = [
        Case("网站公开信息754条，新媒体公开信息2808条，通过其他方式公开信息54条。其中，微信发布1205条、微博12984条、门户网站1014条。"),
        Case("1件因信息不存在无法提供。", section: "applications"),
        Case("未经复议直接起诉的行政诉讼案件0件，复议后起诉的0件。", section: "disputes"),
        Case("上级机关受理的以我局为被申请人的行政复议案件3件，结果维持1件，结果纠正2件。", section: "disputes"),
        Case("被复议3件，维持1件、纠正2件；因拆违被复议61件、被诉讼44件。", section: "disputes"),
        Case("行政复议3件，征收行政复议12件。", section: "disputes"),
        Case("新收5件，相比2022年的8件有所下降，上年结转2件。", section: "applications"),
        Case("共办理政府信息公开申请7件（新收5件，上年结转2件）。其中网上提交4件、邮寄1件。", section: "applications"),
        Case("受理申请5件，答复6件，结转下年1件。其中上半年受理3件，答复2件。", section: "applications"),
        Case("新增主动公开信息50条。其中机构类20条，内有领导16条、职能4条；动态类30条，其中通知8条、公告22条。"),
        Case("公开信息1240条，其中规划类124条、财政类30条。"),
        Case("收到申请5件，另有1件因需征求第三方意见结转2024年办理。", section: "applications"),
        Case("从申请主体看，以组织名义提交的申请0件。", section: "applications"),
        Case("被申请行政复议3件（维持1件，纠正2件），纠错率66.7%。", section: "disputes"),
        Case("按期办结6件，按期办结率100%。", section: "applications"),
        Case("公开5件，不公开1件，无法提供1件，不予处理0件（重复申请0件等），其他0件。", section: "other"),
    ]

    static let faultyReports: [Case] = [
        Case("4件因信息不存在无法提供，予以公开3件。", table, section: "applications"),
        Case("未经复议直接起诉的行政诉讼案件2件。", table, section: "disputes"),
        Case("上级机关受理的以我局为被申请人的行政复议案件5件。", table, section: "disputes"),
        Case("新收5件，相比2022年的8件有所下降，上年结转4件，办结6件。", table, section: "applications"),
        Case("接收到申请书8份。", table, section: "applications"),
        Case("公开信息4370条，其中财政类1条，动态类84条，公告类2条，公众号推文350条。", sum),
        Case("公开信息437条，其中财政类1条，动态类8条，公告类2条，公众号推文336条。", sum),
        Case("公开信息49条。其中机构类20条，内有领导16条、职能4条；动态类11条，其中通知3条、公告8条；财政类19条。", sum),
        Case("公开信息50条。其中机构类20条，内有领导18条、职能4条；动态类11条，其中通知3条、公告8条；财政类19条。", sum),
        Case("被申请行政复议3件（维持1件，纠正2件），纠错率76.7%。", share, section: "disputes"),
        Case("按期办结4件，按期办结率100%。", table, section: "applications"),
        Case("2023年度已办结8件，上年结转2件。", table, section: "applications"),
    ]
}
