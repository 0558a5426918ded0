/// What says that all of the year's applications were dealt with before it ended; two came over, and one goes to the next year.
extension ClaimRuleTests {
    static let soundWithinYear: [Case] = [
        Case("收到的申请均按期办结。所有申请均已在法定期限内办结。", section: "applications"),
        Case("上年结转申请全部在年内办结，无结转。", section: "applications"),
        Case("除结转下年度1件外，其余全部在年内办结。", section: "applications"),
        Case("应在年内办结的申请均已全部办结。信访类申请全部在年内办结。", section: "applications"),
        Case("截至目前，收到的申请已全部办结。无结转超期件。", section: "applications"),
        // Of the two that came over one may be the one that goes on.
        Case("收到的申请全部在年内办结。", section: "applications"),
    ]

    static let faultyWithinYear: [Case] = [
        Case("收到的申请均已办结，无结转。", zero, section: "applications"),
        Case("全年无结转件。", zero, section: "applications"),
        Case("没有结转至2024年办理的申请。", zero, section: "applications"),
    ]
}
