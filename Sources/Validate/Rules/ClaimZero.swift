internal import Model

/// What the text denies did not happen.
package struct ClaimZero: Rule {
    package static let description = RuleDescription(
        "claim.zero",
        severity: .error,
        statement: Finding.Message(
            zh: "正文写“未收到”“没有发生”“为零”的事项，报表中也为零（未收到、未受理：本年新收；复议、诉讼：各自的行）",
            en:
                "what the text says there was none of is nothing in the table (not received: received; review, litigation: their rows)"
        ),
        basis: "《中华人民共和国政府信息公开条例》第五十条"
    )
    package static let examples = [
        RuleExample(
            zh: "未收到申请，但有上年结转",
            en: "nothing was received, though something was carried in",
            .example(applications: ["carried_in": ["total": 6]])
                .denying([["applications.received.total"]])
        ),
        RuleExample(
            zh: "表中有两件行政复议",
            en: "two reviews in the table",
            .example(disputes: ["review": ["upheld": 2, "total": 2]]).denying([["disputes.review.total"]]),
            finds: ["claims.0"]
        ),
    ]

    package init() {}

    package func judgement(of subject: Subject) -> Judgement {
        ClaimJudge(subject: subject, rule: Self.identifier, basis: Self.description.basis).judgement { $0.isDenial }
    }
}
