/// What there was none of, where the noun stands behind 零 or names the matter as a whole.
extension ClaimRuleTests {
    static let soundNothing: [Case] = [
        Case("收到政府信息公开申请5件，未处理政府信息公开申请超期答复问题。", section: "applications"),
        Case("没有发生行政诉讼和有关的申诉案。未发生行政诉讼和举报。", section: "disputes"),
        Case("全年零诉讼，继续保持政府信息公开零诉讼、零败诉。", section: "disputes"),
        Case("推动实现零复议、零诉讼。全年政府信息公开零复议纠错。", section: "disputes"),
        Case("行政执法实现零复议、零诉讼。下半年零复议。", section: "disputes"),
        Case("努力实现政府信息公开零复议零诉讼的目标。", section: "problems"),
        Case("11个单位零申请。科室零申请情况较多。12月零申请。", section: "applications"),
        Case("本年度无申请撤回。无申请人要求听证。没有依申请公开收费情况发生。", section: "applications"),
        Case("全年政府信息公开申请零积压、零投诉、零超期。", section: "applications"),
    ]

    static let faultyNothing: [Case] = [
        Case("本年度我局未收到和处理政府信息公开申请。", zero),
        Case("本年度未收到政务信息公开的申请。", zero),
        Case("全年未发生针对我局有关政府信息公开事务的行政复议案件、行政诉讼案件和举报申诉件。", zero),
        Case("我局没有发生针对本单位有关政府信息公开事务的行政复议案、行政诉讼案和有关的申诉案。", zero, section: "disputes"),
        Case("全年零申请。", zero, section: "applications"),
        Case("本年度实现政府信息公开零申请。", zero),
        Case("2023年我局无申请。", zero, section: "applications"),
        Case("全年没有依申请公开情况发生。", zero, section: "applications"),
        Case("全年零复议、零诉讼。", zero, section: "disputes"),
        Case("政府信息公开工作实现零复议零诉讼。", zero, section: "disputes"),
        Case("未产生政府信息公开申请。", zero, section: "applications"),
        Case("尚未发生因政府信息公开申请提起行政复议的情况。", zero, section: "disputes"),
    ]
}
