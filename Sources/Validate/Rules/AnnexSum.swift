internal import Model

/// The sums of the local annexed tables hold, and no year exceeds its cumulative figure.
struct AnnexSum: Rule {
    static let description = RuleDescription(
        "annex.sum",
        severity: .error,
        statement: Finding.Message(
            zh: "附表各项合计成立，且本年度 ≤ 历年累计",
            en: "the sums of the annexed table hold, and no year exceeds its cumulative figure"
        ),
        basis: "各地年度报告附表",
        forms: ["2008"]
    )
    static let examples = [
        RuleExample(zh: "合计相符", en: "adds up", .example(annex: ["received": (2, 9), "received.online": (2, 9)])),
        RuleExample(
            zh: "本年数大于累计数",
            en: "a year that exceeds all years",
            .example(annex: ["disclosed": (24, 20)]),
            finds: ["annex.disclosed.year"]
        ),
        RuleExample(
            zh: "各项答复之和不等于答复总数",
            en: "answers that do not make their total",
            .example(annex: ["answered": (3, 3), "answered.granted": (2, 3)]),
            finds: ["annex.answered.year"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        subject.relations.judgement(of: Self.identifier, in: subject)
    }
}
