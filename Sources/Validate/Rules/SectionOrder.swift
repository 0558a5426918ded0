internal import Forms
internal import Model

/// The sections stand in the form's order.
struct SectionOrder: Rule {
    static let description = RuleDescription(
        "section.order",
        severity: .warning,
        statement: Finding.Message(zh: "各部分按格式规定的顺序排列", en: "the sections stand in the form's order"),
        basis: "国办公开办函〔2021〕30号；国办公开办函〔2019〕60号",
        forms: ["2019", "2021"]
    )
    static let examples = [
        RuleExample(zh: "顺序正确", en: "in order", .complete()),
        RuleExample(
            zh: "旧格式没有规定顺序",
            en: "the old forms have no fixed order",
            .example(form: "2008", year: 2015, sections: [("disputes", ""), ("fees", "")])
        ),
        RuleExample(
            zh: "复议诉讼在申请之前",
            en: "disputes before applications",
            .example(sections: [("overview", ""), ("disputes", ""), ("applications", "")]),
            finds: ["sections.applications"]
        ),
    ]

    func judgement(of subject: Subject) -> Judgement {
        let report = subject.report
        guard report.identity.kind == .report, Self.description.forms.contains(subject.form.identifier) else {
            return .clean
        }
        let order = subject.form.sections.map(\.id)
        var highest = -1
        for section in report.sections where !section.isNested {
            guard let id = section.id, let position = order.firstIndex(of: id) else { continue }
            if position < highest { return Judgement(findings: [finding(section, id, after: order[highest], subject)]) }
            highest = position
        }
        return .clean
    }

    private func finding(_ section: Section, _ id: String, after other: String, _ subject: Subject) -> Finding {
        let name = { (id: String) in subject.form.sections.first { $0.id == id } }
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "“\(section.heading)”（第 \(section.line) 行）应排在“\(name(other)?.heading ?? other)”之前",
                en:
                    "\(section.heading) (line \(section.line)) belongs before the section on \(name(other)?.english ?? other)"
            ),
            places: [Finding.Place(path: "sections.\(id)", line: section.line, text: section.heading)],
            basis: Self.description.basis
        )
    }
}
