internal import Model

/// Whose report it is, and of which year, can be told.
struct IdentityUnknown: Rule {
    static let description = RuleDescription(
        "identity.unknown",
        severity: .warning,
        statement: Finding.Message(zh: "能够判断报告的机关和年度", en: "the report's agency and year can be told"),
        basis: "《中华人民共和国政府信息公开条例》第四十九条"
    )
    static let examples = [
        RuleExample(zh: "年度、机关都明确", en: "both are known", .example()),
        RuleExample(zh: "年度不明", en: "no year", .example(year: nil), finds: ["identity.year"]),
        RuleExample(zh: "机关不明", en: "no agency", .example(agency: nil), finds: ["identity.agency"]),
    ]

    func judgement(of subject: Subject) -> Judgement {
        let identity = subject.report.identity
        var findings: [Finding] = []
        if identity.agency == nil {
            findings.append(finding("identity.agency", zh: "看不出是哪个机关的报告", en: "the agency cannot be told"))
        }
        if identity.year == nil {
            findings.append(finding("identity.year", zh: "看不出是哪一年度的报告", en: "the report year cannot be told"))
        }
        return Judgement(findings: findings)
    }

    private func finding(_ path: String, zh: String, en: String) -> Finding {
        Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: zh + "；可在同名的 .meta.json 文件中注明",
                en: en + "; a sidecar NAME.meta.json can state it"
            ),
            places: [Finding.Place(path: path)],
            basis: Self.description.basis
        )
    }
}
