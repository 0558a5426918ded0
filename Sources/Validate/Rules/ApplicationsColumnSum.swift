internal import Model

/// In every column, the total of the outcomes is their sum.
struct ApplicationsColumnSum: Rule {
    static let description = RuleDescription(
        "applications.column-sum",
        severity: .error,
        statement: Finding.Message(
            zh: "每一列：（七）总计 = 各项办理结果之和",
            en: "per column: the total of outcomes = the sum of the outcome rows"
        ),
        basis: "国办公开办函〔2021〕30号 表三“（七）总计”",
        forms: ["2019", "2021"]
    )
    static let examples = [
        RuleExample(
            zh: "合计相符",
            en: "adds up",
            .example(applications: [
                "granted": ["total": 2], "not_processed.repeated": ["total": 1], "processed_total": ["total": 3],
            ])
        ),
        RuleExample(
            zh: "办理结果多计一件",
            en: "one outcome too many",
            .example(applications: [
                "granted": ["total": 2], "not_processed.repeated": ["total": 1], "processed_total": ["total": 2],
            ]),
            finds: ["applications.processed_total.total"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        subject.relations.judgement(of: Self.identifier, in: subject)
    }
}
