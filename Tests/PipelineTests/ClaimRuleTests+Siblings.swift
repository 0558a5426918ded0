/// Figures that stand beside those before them and are no parts of them, or of another matter.
extension ClaimRuleTests {
    static let soundSiblings: [Case] = [
        Case("公众号发布213条，其中原创153条，头条号发布192条，抖音号发布49条。"),
        Case("公众号发布213条，其中转载153条，头条号发布192条。"),
        Case("制作图解36条，其中一图读懂12条，制作短视频50条，其中方言视频4条。"),
        Case("政策类458条（13.8%），动态类1441条（43.3%）。"),
        Case("公众号发布306条，其中原创246条；微博发布239条。"),
        Case("微博推送信息721条，其中原创717条；通过公开栏推送156条，其中图解138条；通过报刊推送39条。"),
        Case("网站441条，其中政策类40条；公众号306条，其中原创12条；微博239条。"),
        Case("网站发布817条，公众号、视频号分别发布630条、226条。"),
        Case("网站发布817条，公众号、视频号分别发布230条、226条。"),
        Case("头条号发布213条，抖音号、视频号分别发布130条、26条。"),
        Case("通过门户网站主动公开政府信息2318条，“青禾发布”微博、微信分别发布信息1046条、655条。"),
        Case("公开义务教育39条，其中招生3条；公开医疗卫生67条；公开社会保障104条，三项合计210条。"),
        Case("推送信息1426条，其中动态类848条（次）、政策类146条（次）、公告类187条（次）等。"),
        Case("公开信息462条，其中341条同步在微信公众号推送，110条配发图解。"),
        Case("网站公开1080条，公报公开3条，其余22条通过报刊、公告栏公开。"),
        Case("公开涉农信息362条，其中惠农补贴87条，项目资金64条，农产品抽检49批次及结果49条，其他162条。"),
    ]
    static let faultySiblings: [Case] = [
        Case("公众号发布213条，其中原创253条，头条号发布192条。", sum),
        Case("公开信息1257条，其中向县政府网站推送政务动态等信息379条，通过微信公众号发布信息887条。", sum),
        Case("新媒体发布817条，公众号、微博分别发布630条、226条。", sum),
        Case("公开信息817条，其中网站发布630条，公众号发布226条。", sum),
        Case("网站441条，其中政策类40条、公告类301条、动态类200条；公众号306条。", sum),
        Case("推送信息1426条（次），其中动态类848条（次）、政策类346条（次）、公告类387条（次）。", sum),
        Case("公开义务教育39条，公开医疗卫生67条，公开社会保障104条，三项合计201条。", sum),
        Case("抽检样品149批次，其中食品118批次，药品41批次。", sum),
    ]

    static let soundOtherMeans: [Case] = [
        Case("接收邮件、信函144件，其中政府信息公开申请5件。", section: "applications"),
        Case("办结或结转7件。", section: "applications"),
        Case("通过电子邮件发送答复书61份，当面送达56份。", section: "applications"),
        Case("邮寄送达答复书57份。", section: "applications"),
        Case("向申请人邮寄告知书、答复书等105件。", section: "applications"),
        Case("受理5件，其中5件按时答复或转入下年办理。", section: "applications"),
        Case("收到的5件申请中，自然人5件。本年度共登记依申请12件次，经审查属于政府信息公开申请的5件。", section: "applications"),
        Case("清理规范性文件70件，保留39件、修改13件、废止和失效18件。全年废止规范性文件1件。", section: "proactive"),
        Case("作出行政处罚54件，行政强制零件，合计54件。", section: "proactive"),
        Case("全部公开3件、部分公开0件，共公开3件，公开率0.3%。"),
        Case("满意度调查中，满意3人、占75.0%，基本满意0人、占0.0%，不满意1人、占25.0%。"),
        Case("收到政府信息公开申请5件，全部登记受理，无不予受理情形。", section: "applications"),
        Case("公开行政许可285条、行政处罚57条（含更正信息）。", section: "proactive"),
        Case("在予以公开的3件中，自然人占66.7%。", section: "applications"),
        Case("涉及房屋拆迁的458件，占13.8%，涉及规划审批的1441件，占43.3%。"),
    ]
    static let faultyOtherMeans: [Case] = [
        Case("通过邮寄提交申请57件。", table, section: "applications"),
        Case("收到政府信息公开申请15件，其中信函申请3件。", table, section: "applications"),
        Case("收到政府信息公开申请15件，其中1件不属于政府信息公开申请。", table, section: "applications"),
        Case("收到的5件申请中，自然人占66.7%。", share, section: "applications"),
        Case("公开行政许可273条、行政处罚57条。", table, section: "proactive"),
        Case("公开行政许可285件、行政处罚57件。", table, section: "proactive"),
        Case("结转下年度继续办理或延期4件。", table, section: "applications"),
    ]
}
