/// Figures of a whole system, of a body together with those below it, and of one of several bodies.
extension ClaimRuleTests {
    static let soundScopes: [Case] = [
        Case("全局系统（含下属单位）发生政府信息公开行政复议7件、行政诉讼4件，其中局机关分别为3件、0件。", section: "disputes"),
        Case("局机关发生政府信息公开行政复议3件；下属单位发生行政复议2件，行政诉讼4件。", section: "disputes"),
        Case("粮食系统全年发生行政复议7件，行政诉讼4件。", section: "disputes"),
        Case("粮食系统未发生行政复议。", section: "disputes"),
        Case("县城管局共发生行政复议7件，行政诉讼4件。", section: "disputes"),
        Case("我局系统未收到政府信息公开申请。"),
        Case("粮食系统收到政府信息公开申请58件，办结52件，结转下年度6件。"),
    ]

    static let faultyScopes: [Case] = [
        Case("全系统因政府信息公开被申请行政复议3件，其中维持2件、纠正1件。", table, section: "disputes"),
        Case("我局共发生行政复议7件。", table, section: "disputes"),
    ]
}
