internal import Model

/// As many documents are in force as the year added, or more.
struct ProactiveInForce: Rule {
    static let description = RuleDescription(
        "proactive.in-force",
        severity: .warning,
        statement: Finding.Message(
            zh: "规章、行政规范性文件：现行有效件数 ≥ 本年制发件数 − 本年废止件数",
            en: "regulations and normative documents: in force ≥ issued − repealed of the year"
        ),
        basis: "国办公开办函〔2021〕30号 表二",
        forms: ["2021"]
    )
    static let examples = [
        RuleExample(
            zh: "足够",
            en: "enough",
            .example(proactive: ["normative_documents": ["issued": 2, "repealed": 1, "in_force": 3]])
        ),
        RuleExample(
            zh: "现行有效少于本年净增",
            en: "fewer in force than the year alone brought",
            .example(proactive: ["normative_documents": ["issued": 5, "repealed": 1, "in_force": 3]]),
            finds: ["proactive.normative_documents.in_force"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        subject.relations.judgement(of: Self.identifier, in: subject)
    }
}
