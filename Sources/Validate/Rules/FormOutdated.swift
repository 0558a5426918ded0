internal import Forms
internal import Model

/// The form fits the report year.
struct FormOutdated: Rule {
    static let description = RuleDescription(
        "form.outdated",
        severity: Finding.Message(
            zh: "2022 年度起为错误，2019–2021 年度为警告",
            en: "error from report year 2022, warning 2019–2021"
        ),
        statement: Finding.Message(zh: "采用的格式与报告年度相符", en: "the form fits the report year"),
        basis: "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号"
    )
    static let examples = [
        RuleExample(zh: "现行格式", en: "the form in force", .example(form: "2021", year: 2023)),
        RuleExample(zh: "2019 年以前的地方表", en: "an old local table before 2019", .example(form: "2008", year: 2017)),
        RuleExample(
            zh: "2023 年度仍用 2019 年格式",
            en: "the form of 2019 in 2023",
            .example(form: "2019", year: 2023),
            finds: ["identity.form"]
        ),
        RuleExample(
            zh: "过渡年度没有 2019 年格式的表",
            en: "no table of 2019 in the year of transition",
            .example(form: "2008", year: 2019),
            finds: ["identity.form"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        let identity = subject.report.identity
        guard let year = identity.year else {
            let reason = "the report year is not known"
            return Judgement(unverified: [Unverified(rule: Self.identifier, reason: reason)])
        }
        guard year >= 2019, subject.form.reportYears.upperBound < year, !subject.isOfSchoolYear,
            let wanted = FormCatalog.all.last(where: { $0.reportYears.contains(year) })
        else { return .clean }
        return Judgement(findings: [finding(year, subject, wanted)])
    }

    private func finding(_ year: Int, _ subject: Subject, _ wanted: Form) -> Finding {
        let used = subject.form.identifier
        return Finding(
            rule: Self.identifier,
            severity: year >= 2022 ? .error : .warning,
            message: Finding.Message(
                zh: "\(year) 年度的报告应采用 \(wanted.identifier) 年格式（\(wanted.citation)），实际采用的是 \(used) 年格式",
                en: "a report for \(year) follows the form of \(wanted.identifier) (\(wanted.citation)), "
                    + "but this one follows that of \(used)"
            ),
            places: [Finding.Place(path: "identity.form", text: used)],
            expected: .words(wanted.identifier),
            actual: .words(used),
            basis: wanted.citation
        )
    }
}
