/// Lists that a colon announces or that stand behind a second figure, and what is said of all that was just counted.
extension ClaimRuleTests {
    static let soundAnnounced: [Case] = [
        Case("公开信息261条：文件60条，动态80条，公告121条；回复留言35条。"),
        Case("公开信息261条：门户网站250条，微信公众号153条，公示栏79条。"),
        Case("制发公文120件：上行文40件，下行文80件中主动公开20件。"),
        Case("收到政府信息公开申请5件：办结4件，结转1件。"),
        Case("印发文件60件，主动公开15件、不予公开45件。"),
        Case("受理工单531件，办结459件，其中咨询类318件、投诉类150件、建议类63件。"),
        Case("网站发布信息1200条，公众号推送350条，其中政策类120条、动态类210条、通知类90条。"),
        Case("办理政府信息公开申请6件，3件予以公开。"),
        Case("办理政府信息公开申请6件，对可以公开的均予以公开。"),
        Case("办理政府信息公开申请6件，均予以公开或不予公开等答复。"),
        Case("自然人申请3件，均予以公开。"),
        Case("信息公开类行政复议3件，其中1件均被维持。", section: "disputes"),
        Case("信息公开类行政复议3件，除纠正2件外均维持。", section: "disputes"),
    ]

    static let faultyAnnounced: [Case] = [
        Case("公开信息261条：文件60条，动态90条，公告121条；回复留言35条。", sum),
        Case("公开信息261条：门户网站139条，微信公众号53条，公示栏79条。", sum),
        Case("印发文件60件，主动公开15件、不予公开55件。", sum),
        Case("受理工单531件，答复留言59件，其中咨询类18件、投诉类5件、建议类63件。", sum),
        Case("办理政府信息公开申请6件，均予以公开。", table),
        Case("收到政府信息公开申请5件，全部依法予以公开。", table),
        Case("收到政府信息公开申请5件，申请人以自然人为主（3件）。", table),
        Case("信息公开类行政复议3件，均被复议机关维持。", table, section: "disputes"),
        Case("复议机关均维持原答复。", table, section: "disputes"),
    ]
}
