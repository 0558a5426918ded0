/// Shares without a count beside them, and with words between.
extension ClaimRuleTests {
    static let soundShares: [Case] = [
        Case("予以公开、部分公开占比分别为50.0%、16.7%。", section: "applications"),
        Case("征地类申请中，予以公开占80.0%。", section: "applications"),
        Case("涉及征收的申请，予以公开占比为60.0%，不予公开占比为40.0%。", section: "applications"),
        Case("自然人提出的申请中，予以公开、部分公开占比分别为40.0%、20.0%。", section: "applications"),
        Case("近三年予以公开占比分别为40.0%、45.0%、50.0%。", section: "applications"),
        Case("不予公开1件，在全部办结件中所占比例为16.7%。", section: "applications"),
        Case("办结申请6件，公开率66.7%，预决算公开率98.5%。", section: "applications"),
        Case("办结申请6件，主动公开率98.5%。", section: "applications"),
    ]

    static let faultyShares: [Case] = [
        Case("予以公开、部分公开占比分别为50.0%、26.7%。", share, section: "applications"),
        Case("予以公开的占全部办结申请的比例为45.2%。", share, section: "applications"),
        Case("不予公开1件，在全部办结件中所占比例为26.7%。", share, section: "applications"),
        Case("不予公开1件，所占比重为26.7%。", share, section: "applications"),
        Case("办结申请6件，公开率达78.5%。", share, section: "applications"),
    ]
}
