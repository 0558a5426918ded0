internal import Forms
internal import Model

/// What the text says of a quantity is what the table says.
package struct ClaimContradictsTable: Rule {
    package static let description = RuleDescription(
        "claim.contradicts-table",
        severity: .error,
        statement: Finding.Message(
            zh: "正文所述数量与报表一致：“收到”“受理”与本年新收（或新收加上年结转）一致，“办结”与办理结果总计一致，复议、诉讼与表四一致；"
                + "正文可能说的是另一口径（全市与本级）时，不作判断",
            en:
                "what the text says of a quantity is what the table says; where it may speak of another scope it is not judged"
        ),
        basis: "《中华人民共和国政府信息公开条例》第五十条"
    )
    package static let examples = [
        RuleExample(
            zh: "收到数含上年结转",
            en: "received, with what was carried in",
            .example(applications: ["received": ["total": 5], "carried_in": ["total": 2]])
                .saying(
                    7,
                    of: [
                        ["applications.received.total"],
                        ["applications.received.total", "applications.carried_in.total"],
                    ]
                )
        ),
        RuleExample(
            zh: "可能是另一统计范围",
            en: "another scope may be meant",
            .example(applications: ["received": ["total": 5]]).saying(95, of: [["applications.received.total"]], .scope)
        ),
        RuleExample(
            zh: "数不相同",
            en: "another number",
            .example(applications: ["received": ["total": 5]]).saying(17, of: [["applications.received.total"]]),
            finds: ["claims.0"]
        ),
    ]

    package init() {}

    package func judgement(of subject: Subject) -> Judgement {
        ClaimJudge(subject: subject, rule: Self.identifier, basis: Self.description.basis).judgement { !$0.isDenial }
    }
}
