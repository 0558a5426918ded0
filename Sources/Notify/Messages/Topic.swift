import Model

/// What a report's findings are about, in the few words of a subject.
enum Topic {
    /// The topics of `groups`, each once, in their order; at most three.
    static func words(of groups: [FindingGroup]) -> Finding.Message {
        var topics: [Finding.Message] = []
        for group in groups where !topics.contains(topic(of: group.first.rule)) {
            topics.append(topic(of: group.first.rule))
        }
        let shown = topics.prefix(3)
        let isCut = topics.count > shown.count
        return Finding.Message(
            zh: shown.map(\.zh).joined(separator: "、") + (isCut ? "等" : ""),
            en: shown.map(\.en).joined(separator: ", ") + (isCut ? " and more" : "")
        )
    }

    private static func topic(of rule: String) -> Finding.Message {
        if rule == "section.missing" { return Finding.Message(zh: "缺少章节", en: "a section is missing") }
        let family = String(rule.prefix { $0 != "." })
        return families[family] ?? Finding.Message(zh: "内容有误", en: "something is wrong")
    }

    private static let unbalanced = Finding.Message(zh: "勾稽关系不平", en: "figures do not balance")
    private static let families: [String: Finding.Message] = [
        "applications": unbalanced, "disputes": unbalanced, "proactive": unbalanced,
        "statistics": unbalanced, "annex": unbalanced,
        "section": .init(zh: "章节有误", en: "sections are wrong"),
        "form": .init(zh: "格式不符", en: "the form does not fit"),
        "number": .init(zh: "数字无效", en: "a number is invalid"),
        "claim": .init(zh: "文字与数字不符", en: "text and figures disagree"),
        "history": .init(zh: "与上年不衔接", en: "figures do not follow from last year's"),
        "identity": .init(zh: "机关或年度存疑", en: "agency or year is in doubt"),
        "deadline": .init(zh: "逾期公布", en: "published late"),
        "text": .init(zh: "文本存疑", en: "the text is in doubt"),
        "fee": .init(zh: "收费有误", en: "a fee is wrong"),
    ]
}
