/// What is said of the whole year twice, and of all there was without a number; the tables are those of the other sentences.
extension ClaimRuleTests {
    static let soundStatements: [Case] = [
        Case("2023年召开新闻发布会7场。围绕优化营商环境，全年召开新闻发布会2场。"),
        Case("全年召开新闻发布会7场。疫情防控方面。全年共召开新闻发布会2场。"),
        Case("全年组织政务公开培训4次。对乡镇加强指导。全年组织政务公开培训6次。"),
        Case("全年通过政府门户网站主动公开政府信息247条。全年通过政府门户网站主动公开财政信息24条。"),
        Case("全年发布政策解读材料27篇。微信公众号运行平稳。全年发布政策解读材料14篇。"),
        Case("全年公开信息5.94万条，其中网站公开4.98万条，回复留言3.56万条。"),
        Case("受理热线工单111件，按时办结91件，按时办结率98.91%。"),
        Case("符合条件的申请均予以公开。", section: "applications"),
        Case("全部申请均予以公开，依法不予公开的除外。", section: "applications"),
        Case("以上6件均已办结，无结转事项。", section: "applications"),
        Case("信访件全部办结，无结转事项。", section: "applications"),
        Case("因没有现成信息、需要另行制作而无法提供的0件。", section: "applications"),
        Case("近三年政府信息公开申请量为48件。", section: "applications"),
        Case("我局受理各类申请957件，其中政府信息公开申请新收5件、上年结转2件。", section: "applications"),
        Case("行政诉讼0件，未发生败诉情况。", section: "disputes"),
    ]

    static let faultyStatements: [Case] = [
        Case("2023年召开新闻发布会7场。全年共召开新闻发布会9场，回应关切。", twice),
        Case("全年组织政务公开培训4次。2023年共组织政务公开培训6次。", twice),
        Case("2023年通过政府门户网站主动公开政府信息247条。全年在政府门户网站主动公开政府信息254条。", twice),
        Case("2023年发布政策解读材料27篇。全年共发布政策解读材料34篇。", twice),
        Case("全年公开信息5.94万条，其中通过政府网站公开4.98万条，通过政务新媒体公开3.56万条。", sum),
        Case("受理热线工单111件，按时办结91件，按时办结率75.70%。", share),
        Case("全部申请均予以公开。", table, section: "applications"),
        Case("全年收到的政府信息公开申请当年全部办结，无结转事项。", zero, section: "applications"),
        Case("因本机关不掌握相关政府信息、没有现成信息需要另行制作而无法提供的分别为3件、4件。", table, section: "applications"),
        Case("政府信息公开申请量为48件。", table, section: "applications"),
        Case("我局受理政府信息公开申请957件，其中本年新收5件、上年结转2件。", table, section: "applications"),
    ]
}
