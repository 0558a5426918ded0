internal import Model

/// The text is the agency's own report, not an essay or a template that a site of model texts offers.
struct IdentityReposted: Rule {
    static let description = RuleDescription(
        "identity.reposted",
        severity: .warning,
        statement: Finding.Message(
            zh: "文本是机关自己的报告，不是范文网站转载、改写的文字",
            en: "the text is the agency's own report, not an essay or a template"
        ),
        basis: "《中华人民共和国政府信息公开条例》第四十九条"
    )
    static let examples = [
        RuleExample(
            zh: "报告提到示范文本",
            en: "a report that speaks of model documents",
            .example(narrative: "编印规范文件和示范文本,供各科室参考。")
        ),
        RuleExample(
            zh: "范文网站",
            en: "a site of model essays",
            .example(sections: [("overview", "本文来源于网友上传,不代表本站观点,欢迎参考。")]),
            finds: ["sections.overview"]
        ),
        RuleExample(zh: "只有一个弱迹象", en: "one weak sign alone", .example(narrative: "转载请注明出处。")),
    ]

    /// Words that no agency prints; of the others two are needed.
    private static let certain = ["网友上传", "精品范文", "范文大全", "优秀范文", "范文网", "公务员之家", "文秘网", "文秘站"]

    func judgement(of subject: Subject) -> Judgement {
        let places = subject.text.places(of: .reposted)
        let words = Set(places.map { subject.text.string($0) })
        guard let first = places.first, words.count >= 2 || !words.isDisjoint(with: Self.certain) else { return .clean }
        let place = subject.place(first)
        let quoted = words.sorted().prefix(4)
        let finding = Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "文本像是范文网站的转载，不是机关自己发布的报告：“\(place.text)”（第 \(place.line) 行）；请到机关网站核对原文",
                en: "this looks like the copy on a site of model essays, not the agency's own report "
                    + "(\(quoted.joined(separator: ", ")), line \(place.line)): look for the original"
            ),
            places: [place],
            basis: Self.description.basis
        )
        return Judgement(findings: [finding])
    }
}
