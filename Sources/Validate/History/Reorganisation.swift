internal import Model

/// Whether a report tells that its agency was reorganised: figures of two years may then differ for a good reason.
enum Reorganisation {
    private static let events = ["合并", "划转", "撤并", "撤销", "更名", "撤镇", "撤乡", "组建", "划入", "划出"]
    private static let matters = ["机构", "职能", "职责", "部门", "区划", "街道", "乡", "镇", "单位", "局", "委"]
    private static let others = ["栏目", "网站", "账号", "平台", "微信", "微博", "资产", "复议机关", "撤销原", "判决撤销", "领导小组"]

    static func isTold(in report: Report) -> Bool {
        let text = report.narrative
        if text.contains("机构改革") { return true }
        guard events.contains(where: text.contains) else { return false }
        return text.sentences.contains { sentence in
            events.contains(where: sentence.contains) && matters.contains(where: sentence.contains)
                && !others.contains(where: sentence.contains)
        }
    }
}

/// Whose applications a report counts.
enum Scope: Equatable {
    /// Those of every body of the area: 全市.
    case area
    /// Those of the one office: 本级, 区政府办.
    case own

    private static let areas = ["全省", "全市", "全区", "全县", "全州", "全旗", "各级"]
    private static let offices = ["本级", "本机关", "政府办", "我办"]
    private static let acts = ["收到", "受理", "新收", "办理"]

    /// What the sentences on applications say; nil where they say nothing, or both.
    static func told(in report: Report) -> Scope? {
        let sentences = report.narrative.isEmpty ? report.claims.map { Prose($0.text) } : report.narrative.sentences
        let told = sentences.filter { $0.contains("申请") && acts.contains(where: $0.contains) }
        let isArea = told.contains { areas.contains(where: $0.contains) }
        let isOwn = told.contains { offices.contains(where: $0.contains) }
        return isArea == isOwn ? nil : isArea ? .area : .own
    }
}
