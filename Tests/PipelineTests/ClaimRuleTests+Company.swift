/// Figures that mean the table's where others beside them do, rates alone, and figures named in one breath.
extension ClaimRuleTests {
    static let soundCompany: [Case] = [
        Case("归集公示行政许可281条、行政处罚60条。", section: "proactive"),
        Case("公示行政许可281条。", section: "proactive"),
        Case("2022年收到政府信息公开申请4件、办结5件；2023年分别为5件、6件。"),
        Case("2021年、2022年、2023年收到政府信息公开申请分别为3件、4件和5件。"),
        Case("本镇被申请行政复议4件，均为土地确权案件，与政府信息公开无关。", section: "disputes"),
        Case("收到的5件政府信息公开申请中有1件被复议纠正。"),
        Case("新收的5件和上年结转的2件申请中，除1件结转外，其余6件全部办结。"),
        Case("依申请公开办结率85.7%。"),
        Case("行政复议机关收到信息公开类复议申请26件。", section: "disputes"),
        Case("予以公开（含部分公开）4件，占66.7%。", section: "applications"),
        Case("县（市）区收到政府信息公开申请221件。"),
        Case("本报告由行政复议和行政诉讼情况、存在的主要问题等六个部分组成。", section: "disputes"),
    ]

    static let faultyCompany: [Case] = [
        Case("归集公示行政许可273条、行政处罚45条。", table, section: "proactive"),
        Case("2022年收到政府信息公开申请4件、办结5件；2023年分别为5件、8件。", table),
        Case("2021年、2022年、2023年收到政府信息公开申请分别为3件、4件和8件。", table),
        Case("依申请公开办结率95.7%。", share),
        Case("予以公开占50%，部分公开占36.7%。", share, section: "applications"),
        Case("予以公开（含部分公开）5件。", table, section: "applications"),
        Case("行政复议3件，其中维持1、纠正4。", table, section: "disputes"),
        Case("收取费用86万元，2022年80万元，同比增长17.5%。", share),
        Case("征收类3件、建设类2件，分别占收到的政府信息公开申请5件的60%、40%，涉及农业的1件，占30%。", share),
        Case("登记政府信息公开申请8件。", table),
    ]
}
