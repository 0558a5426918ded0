/// Figures whose noun stands elsewhere; the tables are those of the other sentences.
extension ClaimRuleTests {
    static let soundSaid: [Case] = [
        Case("全年收到政府信息公开申请5件。除1件结转下年度外，其余6件均已办结。", section: "applications"),
        Case("收到网民留言88件，除1件结转下年度外，其余87件均已办结。", section: "applications"),
        Case("网络申请4件，除1件结转下年度外，其余3件均已办结。", section: "applications"),
        Case("申请量由2022年的4件升至5件。", section: "applications"),
        Case("网上申请量由2022年的2件升至3件。", section: "applications"),
        Case("申请量由上半年的21件升至下半年的26件。", section: "applications"),
        Case("全县各部门共收到政府信息公开申请312件，其中我局5件。", section: "applications"),
        Case("全县上半年共收到政府信息公开申请150件，其中我局2件。", section: "applications"),
        Case("近五年累计收到申请178件，其中2022年8件。", section: "applications"),
        Case("对自然人提出的申请，予以公开3件；其余均依法处理。", section: "applications"),
        Case("对自然人提出的招生类申请，予以公开2件。", section: "applications"),
        Case("无法提供的1件均为本机关不掌握。", section: "applications"),
        Case("网络申请中不予处理的2件均为信访举报投诉类申请。", section: "overview"),
        Case("没有信访举报投诉类申请，未出现重复申请。", section: "applications"),
        Case("没有应当公开而不予公开的情形。", section: "applications"),
        Case("乡镇未办理行政许可。", section: "proactive"),
        Case("行政处罚54件；行政强制方面，抽查案卷2件。", section: "proactive"),
        Case("指导乡镇，行政处罚54件；行政许可方面，办结2件。", section: "proactive"),
        Case("经复议纠正2件。", section: "disputes"),
        Case("不涉及政府信息公开的行政复议4件，经复议纠正1件。", section: "disputes"),
        Case("行政复议3件，其中不服答复1件、不服不予公开2件。", section: "disputes"),
    ]

    static let faultySaid: [Case] = [
        Case("全年收到政府信息公开申请5件。除1件结转下年度外，其余16件均已办结。", table, section: "applications"),
        Case("除1件结转下年度继续办理外，其余9件全部按期办结。", table, section: "applications"),
        Case("申请量由2022年的4件升至15件。", table, section: "applications"),
        Case("申请量较上年的4件增加12件，共收到16件。", table, section: "applications"),
        Case("全县各部门共收到政府信息公开申请312件，其中我局74件。", table, section: "applications"),
        Case("近五年累计收到申请178件，其中2023年74件。", table, section: "applications"),
        Case("对自然人提出的申请，予以公开13件；其余均依法处理。", table, section: "applications"),
        Case("未出现无法提供信息的情况。", zero, section: "applications"),
        Case("无法提供的情形未出现。", zero, section: "applications"),
        Case("未办理行政许可。", zero, section: "proactive"),
        Case("行政处罚54件；行政许可方面，办结237件。", table, section: "proactive"),
        Case("经复议纠正1件。", table, section: "disputes"),
        Case("行政复议3件，其中维持2件，纠正1件。", table, section: "disputes"),
    ]
}
