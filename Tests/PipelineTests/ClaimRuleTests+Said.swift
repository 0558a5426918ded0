/// Figures whose noun stands elsewhere; the tables are those of the other sentences.
extension ClaimRuleTests {
    static let soundSaid: [Case] = [
        Case("行政复议3件，其中不服答复1件、不服不予公开2件。", section: "disputes"),
    ]

    static let faultySaid: [Case] = [
        Case("行政复议3件，其中维持2件，纠正1件。", table, section: "disputes"),
    ]
}
