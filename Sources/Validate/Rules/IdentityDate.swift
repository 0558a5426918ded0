internal import Model

/// The report is not signed before the period that it reports on has ended.
struct IdentityDate: Rule {
    static let description = RuleDescription(
        "identity.date",
        severity: .warning,
        statement: Finding.Message(zh: "落款日期不早于统计期限结束", en: "the report is not signed before the period ends"),
        basis: "《中华人民共和国政府信息公开条例》第四十九条（上一年度报告）"
    )
    static let examples = [
        RuleExample(zh: "一月落款", en: "signed in January", Report.example().signed("2024-01-15")),
        RuleExample(zh: "年末最后一天落款", en: "signed on the last day", Report.example().signed("2023-12-31")),
        RuleExample(
            zh: "落款早了一年",
            en: "signed a year early",
            Report.example().signed("2023-01-29"),
            finds: ["identity.published"]
        ),
        RuleExample(zh: "没有日期", en: "no date", .example()),
    ]

    func judgement(of subject: Subject) -> Judgement {
        let imprint = subject.report.imprint
        guard let year = subject.report.identity.year, subject.report.identity.kind == .report,
            let date = imprint.signed ?? imprint.metadataDate ?? imprint.printedDate, date < "\(year)-12-31"
        else { return .clean }
        let isSigned = imprint.signed != nil
        let line = isSigned ? imprint.signedLine : 0
        let finding = Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "\(year) 年度的报告\(isSigned ? "落款" : "发布日期")为 \(date)，早于该年度结束"
                    + (line > 0 ? "（第 \(line) 行）" : "") + "；请核对年份",
                en: "the report for \(year) is \(isSigned ? "signed" : "dated") \(date), before that year had ended"
                    + (line > 0 ? " (line \(line))" : "") + ": check the year"
            ),
            places: [Finding.Place(path: "identity.published", line: line, text: date)],
            actual: .words(date),
            basis: Self.description.basis
        )
        return Judgement(findings: [finding])
    }
}
