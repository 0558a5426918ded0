internal import Model

/// In each block of reviews and lawsuits, the total is the sum of the outcomes.
struct DisputesTotal: Rule {
    static let description = RuleDescription(
        "disputes.total",
        severity: .error,
        statement: Finding.Message(
            zh: "行政复议、行政诉讼各组：总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结",
            en: "per block: total = upheld + corrected + other result + pending"
        ),
        basis: "国办公开办函〔2021〕30号 表四“总计”列",
        forms: ["2019", "2021"]
    )
    static let examples = [
        RuleExample(
            zh: "合计相符",
            en: "adds up",
            .example(disputes: ["review": ["upheld": 5, "pending": 2, "total": 7]])
        ),
        RuleExample(
            zh: "有结果而总计为零",
            en: "a total of zero beside outcomes",
            .example(disputes: ["review": ["upheld": 10, "corrected": 1, "total": 0]]),
            finds: ["disputes.review.total"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        subject.relations.judgement(of: Self.identifier, in: subject)
    }
}
