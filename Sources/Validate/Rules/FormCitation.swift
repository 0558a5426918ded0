internal import Model

/// The document that the report cites for its form is the one in force for its year.
struct FormCitation: Rule {
    static let description = RuleDescription(
        "form.citation",
        severity: .info,
        statement: Finding.Message(
            zh: "引用的格式文件是该年度有效的文件",
            en: "the document cited for the form is the one in force for the year"
        ),
        basis: "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号"
    )
    static let examples = [
        RuleExample(zh: "引用现行文件", en: "the one in force", .example(year: 2023, narrative: "根据国办公开办函〔2021〕30号要求编制。")),
        RuleExample(
            zh: "新旧文件都引用",
            en: "both are cited",
            .example(year: 2023, narrative: "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号")
        ),
        RuleExample(zh: "未引用文件", en: "nothing is cited", .example(year: 2023, narrative: "依据条例编制。")),
        RuleExample(
            zh: "引用旧文件",
            en: "the one before",
            .example(year: 2023, narrative: "根据国办公开办函〔2019〕60号要求编制。"),
            finds: ["identity.form"]
        ),
    ]

    private static let documents = [(name: "〔2019〕60号", years: 2019...2020), (name: "〔2021〕30号", years: 2021...9999)]

    func judgement(of subject: Subject) -> Judgement {
        guard let year = subject.report.identity.year,
            let wanted = Self.documents.first(where: { $0.years.contains(year) })
        else { return .clean }
        let text = subject.report.narrative
        let cited = Self.documents.filter { text.contains("办函" + $0.name) }
        guard let other = cited.first, !cited.contains(where: { $0.name == wanted.name }) else { return .clean }
        let finding = Finding(
            rule: Self.identifier,
            severity: .info,
            message: Finding.Message(
                zh: "\(year) 年度适用国办公开办函\(wanted.name)，报告引用的是\(other.name)",
                en: "for \(year) the form of 国办公开办函\(wanted.name) is in force, but the report cites \(other.name)"
            ),
            places: [
                Finding.Place(path: "identity.form", line: line(of: "办函" + other.name, subject), text: other.name)
            ],
            expected: .words("国办公开办函" + wanted.name),
            actual: .words("国办公开办函" + other.name),
            basis: Self.description.basis
        )
        return Judgement(findings: [finding])
    }

    /// The line of the narrative on which words stand first; 0 where that is not known.
    private func line(of words: String, _ subject: Subject) -> Int {
        guard let start = subject.text.first(words, in: subject.text.bytes.indices) else { return 0 }
        return subject.report.narrativeLines.line(at: start)
    }
}
