internal import Model

/// In every column, what came in equals what was closed and what is carried on.
struct ApplicationsBalance: Rule {
    static let description = RuleDescription(
        "applications.balance",
        severity: .error,
        statement: Finding.Message(
            zh: "每一列：本年新收 + 上年结转 = 办理结果总计 + 结转下年度继续办理",
            en: "per column: received + carried in = processed in total + carried out to next year"
        ),
        basis: "国办公开办函〔2021〕30号 表三（表内印明的勾稽关系）；国办公开办函〔2019〕60号 表三",
        forms: ["2019", "2021"]
    )
    static let examples = [
        RuleExample(
            zh: "收支平衡",
            en: "balanced",
            .example(applications: [
                "received": ["total": 5], "carried_in": ["total": 1], "processed_total": ["total": 6],
            ])
        ),
        RuleExample(
            zh: "该列有数而总计空白，不作判断",
            en: "a blank total of a column that is not empty is not judged",
            .example(applications: [
                "received": ["natural_person": 5, "total": nil], "carried_in": ["total": 1],
                "processed_total": ["natural_person": 5], "granted": ["natural_person": 5],
            ])
        ),
        RuleExample(
            zh: "上年结转的申请既未办结也未结转",
            en: "carried in, but neither closed nor carried on",
            .example(applications: ["carried_in": ["natural_person": 6, "total": 6]]),
            finds: ["applications.received.natural_person", "applications.received.total"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        subject.relations.judgement(of: Self.identifier, in: subject)
    }
}
