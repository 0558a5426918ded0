import Model

extension StatisticsTable {
    private static let basis = "国办发〔2014〕32号 政府信息公开情况统计表"
    private static let channels = [
        "channel.gazette", "channel.website", "channel.weibo", "channel.wechat", "channel.other",
    ]
    private static let answers = [
        "answered.already_public", "answered.granted", "answered.partly", "answered.refused",
        "answered.not_this_agency", "answered.nonexistent", "answered.needs_correction", "answered.other_channel",
    ]
    private static let reasons = [
        "refused.state_secret", "refused.trade_secret", "refused.privacy", "refused.security_stability",
        "refused.not_government_information", "refused.other_law",
    ]

    /// B01–B09. No official check of this table is known: all of them follow from what the labels say.
    static let relations: [Relation] = [
        sum("B01", "received", ["received.in_person", "received.fax", "received.online", "received.letter"]),
        sum("B02", "closed", ["closed.on_time", "closed.extended"]),
        sum("B03", "answered", answers),
        sum("B04", "answered.refused", reasons),
        sumWithPending("B05", "review"),
        sumWithPending("B06", "litigation"),
        sum("B07", "staff", ["staff.full_time", "staff.part_time"]),
        bound("B08a", ["responses.press.leader"], .atMost, ["responses.press"], .error),
        bound("B08b", ["responses.interview.leader"], .atMost, ["responses.interview"], .error),
        bound("B09a", ["disclosed"], .atLeastLargest, channels, .warning),
        bound("B09b", ["disclosed"], .atMost, channels, .warning),
    ]

    private static func sum(_ code: String, _ total: String, _ parts: [String]) -> Relation {
        .total("statistics.sum", code, in: id, columns: ["count"], total: total, parts: parts, basis: basis)
    }

    /// The form has no 尚未审结, so that cases still open leave the outcomes short of the total.
    private static func sumWithPending(_ code: String, _ total: String) -> Relation {
        var relation = sum(code, total, ["upheld", "corrected", "other"].map { total + "." + $0 })
        relation.shortfallSeverity = .warning
        return relation
    }

    private static func bound(
        _ code: String,
        _ left: [String],
        _ comparison: Relation.Comparison,
        _ right: [String],
        _ severity: Finding.Severity
    ) -> Relation {
        Relation(
            rule: "statistics.sum",
            code: code,
            table: id,
            shape: .eachColumn(columns: ["count"], left: left, right: right),
            comparison: comparison,
            severity: severity,
            basis: basis
        )
    }
}
