import Testing

/// Lists whose parts are told by more than one criterion, and shares of a part.
extension ClaimRuleTests {
    static let soundCriteria: [Case] = [
        Case("办理建议提案31件，其中主办20件，已公开29件。"),
        Case("全系统职工3860人，其中技术人员3210人，女职工2108人。"),
        Case("印发各类文件214件，其中政策性文件34件，主动公开文件180件以上。"),
        Case("收到政府信息公开申请5件。从申请渠道看，网络申请3件，信函申请2件。其中，予以公开3件，部分公开1件，其余2件分类处理。"),
        Case("收到政府信息公开申请5件。网络申请3件、信函申请2件；其中予以公开3件、部分公开1件、其他2件。"),
        Case("申请量升至5件。其中，予以公开的有3件；部分公开的有1件；不予公开、无法提供合计2件。", section: "applications"),
        Case("办结6件，予以公开3件，占50%，其中全文公开2件，占66.7%。", section: "applications"),
    ]
    static let faultyCriteria: [Case] = [
        Case("办理建议提案31件，其中主办22件、会办19件。", sum),
        Case("全体职工120人，其中男职工80人，女职工50人。", sum),
        Case("公开信息276条，其中网站216条，微信90条。", sum),
        Case("办结6件，予以公开3件，占50%，其中全文公开2件，占46.7%。", share, section: "applications"),
    ]

    @Test(arguments: Self.soundCriteria)
    func findsNothingOfOtherCriterion(_ item: Case) throws {
        #expect(try rules(item) == [])
    }

    @Test(arguments: Self.faultyCriteria)
    func findsWhatNoOtherCriterionExplains(_ item: Case) throws {
        let found = try rules(item)
        for rule in item.rules { #expect(found.contains(rule), "\(found)") }
    }
}
