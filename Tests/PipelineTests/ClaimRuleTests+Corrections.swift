/// Corrections that applicants were asked for, and what counts twice because it stands in two channels.
extension ClaimRuleTests {
    static let soundCorrections: [Case] = [
        Case("补正申请12件，其中8件逾期不补正。", section: "applications"),
        Case("对内容不明确的12件申请告知补正，其中8件逾期不补正。", section: "applications"),
        Case("公开信息261条，其中网站250条次、微信130条次、公开栏79条次。"),
    ]

    static let faultyCorrections: [Case] = [
        Case("逾期不补正8件。", table, section: "applications"),
        Case("公开信息261条，其中网站250条、微信130条、公开栏79条。", sum),
    ]
}
