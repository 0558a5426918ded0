internal import Bytes
internal import Forms
internal import Model

/// Every required section is there: its heading, or else its matter.
struct SectionMissing: Rule {
    static let description = RuleDescription(
        "section.missing",
        severity: Finding.Message(
            zh: "错误；2019 年格式缺“其他需要报告的事项”，或只缺标题，为警告",
            en: "error; a warning for the last section of form 2019, and where only the heading is lost"
        ),
        statement: Finding.Message(zh: "法定的各部分内容齐全", en: "every section that the Regulation asks for is there"),
        basis: "《中华人民共和国政府信息公开条例》（2019）第五十条；《政府信息公开条例》（2007）第三十二条"
    )
    static let examples = [
        RuleExample(zh: "六部分齐全", en: "all six", .complete()),
        RuleExample(
            zh: "旧格式，五部分齐全",
            en: "old form, all five",
            .complete("2008", year: 2017, without: ["overview", "other", "annex"])
        ),
        RuleExample(
            zh: "没有收费标题，但正文说到收费",
            en: "fees are spoken of, under no heading",
            .complete("2008", year: 2017, without: ["fees"], bodies: ["other": "本年度未收取任何政府信息公开费用。"])
        ),
        RuleExample(
            zh: "不再要求收费部分",
            en: "fees are no longer asked for",
            .complete("2008", year: 2019, without: ["fees"])
        ),
        RuleExample(
            zh: "缺收费部分",
            en: "no fees",
            .complete("2008", year: 2017, without: ["fees"]),
            finds: ["sections.fees"]
        ),
        RuleExample(
            zh: "缺最后一部分",
            en: "no last section",
            .complete("2019", year: 2019, without: ["other"]),
            finds: ["sections.other"]
        ),
        RuleExample(zh: "缺问题部分", en: "no problems", .complete(without: ["problems"]), finds: ["sections.problems"]),
    ]

    func judgement(of subject: Subject) -> Judgement {
        let report = subject.report
        guard report.identity.kind == .report else { return .clean }
        if subject.isOfSchoolYear {
            let reason = "a report on a school year has the parts that 教育部令第29号 asks for"
            return Judgement(unverified: [Unverified(rule: Self.identifier, reason: reason)])
        }
        let missing = missing(subject)
        let damaged = DamagedHeadings(of: report, subject.form, missing: missing.map(\.id))
        var result = Judgement()
        lazy var matter = SectionMatter(report, form: subject.form)
        for section in missing {
            if damaged.mayBe(section.id) {
                let reason = "section \(section.id): characters of a heading could not be read"
                result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
            } else {
                judge(section, matter.state(of: section.id), subject, &result)
            }
        }
        return result
    }

    /// The sections that the form asks for, and that the report has no heading of.
    private func missing(_ subject: Subject) -> [SectionForm] {
        subject.form.sections.filter { section in
            if let until = section.requiredUntil, let year = subject.report.identity.year, year > until { return false }
            return section.isRequired && !subject.report.sections.contains { $0.id == section.id }
        }
    }

    private func judge(
        _ section: SectionForm,
        _ state: SectionMatter.State,
        _ subject: Subject,
        _ result: inout Judgement
    ) {
        switch state {
        case .stands: break
        case .withoutHeading:
            if isInRunningText(section, subject) { return }
            if isHidden(section, subject) { return result.unverified.append(hidden(section)) }
            result.findings.append(finding(section, severity: .warning, isHeadingOnly: true, subject))
        case .missing where isInRunningText(section, subject):
            let reason = "section \(section.id): its heading runs into a text without line ends"
            result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
        case .missing where isOnAnotherPage(section, subject):
            let line = subject.report.imprint.pagerLine
            let reason = "section \(section.id) may stand on another page of the text (line \(line)): drop them as one"
            result.unverified.append(Unverified(rule: Self.identifier, reason: reason))
        case .missing where isHidden(section, subject): result.unverified.append(hidden(section))
        case .missing:
            result.findings.append(finding(section, severity: section.missingSeverity, isHeadingOnly: false, subject))
        }
    }

    /// Whether the site splits the text into pages, and the section would stand before all that are here, or behind them
    /// where the text is not signed: then it ends here.
    private func isOnAnotherPage(_ section: SectionForm, _ subject: Subject) -> Bool {
        let imprint = subject.report.imprint
        guard imprint.pagerLine > 0 else { return false }
        let here = subject.form.sections.indices.filter { index in
            subject.report.sections.contains { $0.id == subject.form.sections[index].id }
        }
        guard let first = here.first, let last = here.last,
            let place = subject.form.sections.firstIndex(where: { $0.id == section.id })
        else { return false }
        return place < first || place > last && imprint.signed == nil
    }

    private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八"]

    /// Whether the heading stands, with its number, in a text that has no line ends to tell it by.
    private func isInRunningText(_ section: SectionForm, _ subject: Subject) -> Bool {
        let report = subject.report
        guard Set(report.sections.map(\.line)).count <= 2 else { return false }
        let text = subject.text
        return Self.numerals.contains { numeral in
            var next = text.first(numeral + "、", in: text.bytes.indices)
            while let place = next {
                let heading = Prose(text.bytes[place...].prefix(90))
                next = text.first(numeral + "、", in: (place + 6)..<text.bytes.count)
                let isSections = section.words.contains { $0.allSatisfy(heading.contains) }
                if isSections, !section.otherWords.contains(where: heading.contains) { return true }
            }
            return false
        }
    }

    /// Whether the heading may have been in what was lost: a table's place is empty and a number is left out, or stands in
    /// the text and begins no heading, as where a tool took a page for a table.
    private func isHidden(_ section: SectionForm, _ subject: Subject) -> Bool {
        guard subject.report.tables.contains(where: { $0.state == .lost }),
            let position = subject.form.sections.firstIndex(where: { $0.id == section.id })
        else { return false }
        let numerals = Self.numerals
        guard position < numerals.count else { return false }
        let headings = subject.report.sections.filter { !$0.isNested }.map(\.heading)
        let follows = headings.contains { heading in numerals[(position + 1)...].contains { heading.begins(with: $0) } }
        guard !headings.contains(where: { $0.begins(with: numerals[position]) }) else { return false }
        return follows || subject.report.narrative.contains(numerals[position] + "、")
    }

    private func hidden(_ section: SectionForm) -> Unverified {
        let reason = "section \(section.id): the numbering has a gap beside tables that are lost"
        return Unverified(rule: Self.identifier, reason: reason)
    }

    private func finding(
        _ section: SectionForm,
        severity: Finding.Severity,
        isHeadingOnly: Bool,
        _ subject: Subject
    ) -> Finding {
        let isLost = isHeadingOnly
        return Finding(
            rule: Self.identifier,
            severity: severity,
            message: Finding.Message(
                zh: isLost
                    ? "缺少“\(section.heading)”的标题，内容仍可找到；请补上标题"
                    : "缺少“\(section.heading)”部分；请补写，没有相关情况也应写明",
                en: isLost
                    ? "the heading of the section on \(section.english) is lost, though its matter is there: restore it"
                    : "the section on \(section.english) (\(section.heading)) is missing: add it, if only to say that "
                        + "there was nothing"
            ),
            places: [Finding.Place(path: "sections.\(section.id)")],
            expected: .words(section.heading),
            basis: section.basis
        )
    }
}
