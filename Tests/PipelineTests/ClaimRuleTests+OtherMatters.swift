import Testing

/// What a sentence denies or counts beside a row of the tables: other applications, parts of the body or of the year,
/// kinds of disputes, acts on decisions, other registers, bodies, and the first of several.
extension ClaimRuleTests {
    static let soundOtherMatters: [Case] = [
        Case("政府信息公开申请零投诉、零超期，依申请公开答复“零差错”。", section: "applications"),
        Case("行政复议案件零增长。", section: "disputes"),
        Case("行政复议案件被追责零起。", section: "disputes"),
        Case("未收到更正申请，未收到费用减免申请，未收到外国人提出的申请。", section: "applications"),
        Case("未收到以单位名义提出的申请，未收到通过微信小程序提交的申请。", section: "applications"),
        Case("部分科室全年未收到政府信息公开申请；各街镇中有5个未收到政府信息公开申请。", section: "applications"),
        Case("自2023年7月起，未收到新的政府信息公开申请。现场未收到申请。", section: "applications"),
        Case("国庆期间未收到申请。12月未收到申请。未收到申请的，实行零报告。", section: "applications"),
        Case("不存在无故不受理申请的情况，未出现申请无法提交的情况。", section: "applications"),
        Case("未发生群体性行政复议，无重大行政复议案件，无行政复议听证案件。", section: "disputes"),
        Case("没有拒不履行行政复议决定的情况，没有因程序违法引发的行政复议。", section: "disputes"),
        Case("没有行政复议转诉讼案件，没有申请人撤回的行政复议。", section: "disputes"),
        Case("政府信息公开行政复议败诉率为0。行政复议前化解争议5件，行政复议答复书5件。", section: "disputes"),
        Case("乡镇作为被申请人的行政复议30件。", section: "disputes"),
        Case("撤销行政处罚决定1件，撤回行政许可2件，行政处罚决定依法不予公开2件。", section: "proactive"),
        Case("法制审核行政处罚案件26件、行政许可2件。", section: "proactive"),
        Case("涉企行政事业性收费12.5万元，行政事业性收费标准20元/本。", section: "proactive"),
        Case("没有违规收取行政事业性收费，无重大行政处罚案件。", section: "proactive"),
        Case("对现行有效的行政规范性文件中的8件进行了后评估。", section: "proactive"),
        Case("办理信访事项36件，不予受理2件，不予处理1件。", section: "applications"),
        Case("抽查答复文书15件，其中不予公开类5件、无法提供类5件。", section: "applications"),
        Case("予以公开3件（含企业申请）、部分公开1件。企业申请增长明显，全年新收申请5件，办结6件。", section: "applications"),
        Case("协办政府信息公开申请25件。收到申请撤回25件。二级单位收到申请25件。", section: "applications"),
        Case("公开乡镇信息2860条，其中木鱼镇360条、桥头镇420条，其余10个镇2080条。"),
        Case("公开信息860条，其中12个乡镇500条、18个部门360条。"),
        Case("在12个栏目公开信息1520条，其中公开数量前三的栏目分别为620条、260条、150条。"),
        Case("承办建议37件、提案56件，共93件。网站公开信息43条，占公开总量的19.46%（总量221条）。"),
    ]

    static let faultyOtherMatters: [Case] = [
        Case("未收到任何政府信息公开申请。", zero, section: "applications"),
        Case("全年未收到社会公众要求公开政府信息的申请。", zero, section: "applications"),
        Case("行政复议“零发生”。", zero, section: "disputes"),
        Case("没有公民、法人或者其他组织因政府信息公开对我局申请行政复议。", zero, section: "disputes"),
        Case("予以公开3件（含企业申请）、部分公开9件。", table, section: "applications"),
        Case("企业申请增长明显，全年新收申请5件，办结9件。", table, section: "applications"),
        Case("对行政复议决定不服提起的政府信息公开行政诉讼7件。", table, section: "disputes"),
        Case("公开乡镇信息2860条，其中木鱼镇360条、桥头镇420条，其余10个镇2280条。", sum),
        Case("公开信息860条，其中12个乡镇500条、18个部门460条。", sum),
        Case("网站公开信息43条，占公开总量的29.46%（总量221条）。", share),
    ]

    @Test(arguments: Self.soundOtherMatters)
    func findsNothingInOtherMatters(_ item: Case) throws {
        #expect(try rules(item) == [])
    }

    @Test(arguments: Self.faultyOtherMatters)
    func findsWhatIsSaidOfTheRow(_ item: Case) throws {
        let found = try rules(item)
        for rule in item.rules { #expect(found.contains(rule), "\(found)") }
    }
}
