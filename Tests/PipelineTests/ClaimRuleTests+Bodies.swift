/// What the narratives of many kinds of bodies brought up: bodies that count other disputes, kinds of applicants in one
/// breath, figures that are some of what a cell counts.
extension ClaimRuleTests {
    static let soundBodies: [Case] = [
        Case("没有因政府信息公开被提起行政诉讼。涉及征迁的行政诉讼案件3件，已移交应诉。", section: "disputes"),
        Case("政府信息公开类行政复议3件。另有行政处罚类复议案件41件、诉讼案件15件。", section: "disputes"),
        Case("政府信息公开行政复议3件，与投诉处理有关的行政复议52件、行政诉讼8件。", section: "disputes"),
        Case("被申请复议3件，已审结3件；被起诉0件，已审结0件。", section: "disputes"),
        Case("涉信息公开行政复议3件，行政诉讼0件。其中复议维持1件、诉讼维持0件。", section: "disputes"),
        Case("本机关不掌握无法提供1件，属于个人隐私等不予公开1件。", section: "applications"),
        Case("收到自然人、法人申请公开政府信息的申请5件。"),
        Case("收到公民个人提出的申请5件、企业提出的申请0件，合计5件。", section: "applications"),
        Case("答复政府信息公开申请6件，其中：予以公开3件，部分公开1件，不予公开1件。"),
        Case("收到政府信息公开申请5件，当年办结4件，按时办结6件。"),
        Case("收到政府信息公开申请5件。从申请方式看，网络申请4件，占80%；信函申请1件，占20%。"),
        Case("含上年度结转在内共处理政府信息公开申请7件。"),
        Case("收到政府信息公开申请5件，其中：信函1件、网络4件；自然人5件、企业0件。"),
        Case("共收到申请5件，另有上年结转2件，其余1件继续办理。", section: "applications"),
    ]

    static let faultyBodies: [Case] = [
        Case("政府信息公开行政复议3件，其中被纠正2件，纠错率46.7%。", share, section: "disputes"),
        Case("因政府信息公开被申请行政复议3件，被起诉2件。", table, section: "disputes"),
        Case("政府信息公开行政复议3件，其中撤销或责令重作等纠正5件。", table, section: "disputes"),
        Case("属于不掌握无法提供4件。", table, section: "applications"),
        Case("收到自然人、法人要求公开政府信息的申请9件。", table),
        Case("收到政府信息公开申请5件，按时办结8件。", table),
        Case("收到网络提交的政府信息公开申请9件。", table),
        Case("收到政府信息公开申请5件。办结4件。", table),
        Case("共收到申请5件，另有上年结转3件。", table, section: "applications"),
        Case("收到政府信息公开申请5件，其余4件继续办理。", table),
        Case("收到政府信息公开申请5件，均已答复。自然人申请2件。", table),
        Case("收到政府信息公开申请5件。从申请方式看，网络申请3件，信函申请1件。", sum),
        Case("收到政府信息公开申请5件，其中：信函2件、网络4件；自然人5件、企业0件。", sum),
        Case("公开信息249条，其中行政公文9条、机构设置7条、重点工作39条、其他信息204条。", sum),
        Case("全年作出行政许可决定237项、行政处罚决定54项。", table, section: "proactive"),
        Case("现行有效规章0件、规范性文件29件。", table, section: "proactive"),
    ]
}
