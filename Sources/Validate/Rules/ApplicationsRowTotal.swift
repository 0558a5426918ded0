internal import Model

/// In every row, the total is the sum of the kinds of applicants.
struct ApplicationsRowTotal: Rule {
    static let description = RuleDescription(
        "applications.row-total",
        severity: .error,
        statement: Finding.Message(
            zh: "每一行：总计 = 自然人 + 五类法人或其他组织",
            en: "per row: total = natural persons + the five kinds of organisations"
        ),
        basis: "国办公开办函〔2021〕30号 表三“总计”列",
        forms: ["2019", "2021"]
    )
    static let examples = [
        RuleExample(
            zh: "合计相符",
            en: "adds up",
            .example(applications: ["received": ["natural_person": 2, "business": 1, "total": 3]])
        ),
        RuleExample(
            zh: "总计空白，不作判断",
            en: "a blank total is not judged",
            .example(applications: ["granted": ["natural_person": 2, "total": nil]])
        ),
        RuleExample(
            zh: "一列还留着上年的数",
            en: "last year's number left in one column",
            .example(applications: ["processed_total": ["natural_person": 2, "total": 11]]),
            finds: ["applications.processed_total.total"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        subject.relations.judgement(of: Self.identifier, in: subject)
    }
}
