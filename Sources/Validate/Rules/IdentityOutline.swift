internal import Forms
internal import Model

/// The parts that the report announces (由…六部分组成) are those that it has.
struct IdentityOutline: Rule {
    static let description = RuleDescription(
        "identity.outline",
        severity: .info,
        statement: Finding.Message(zh: "报告所称的组成部分与实有部分一致", en: "the parts that the report announces are those it has"),
        basis: "国办公开办函〔2021〕30号（内容完整、规范）"
    )
    static let examples = [
        RuleExample(zh: "称六部分，实有六部分", en: "six announced, six there", announcing("六", .complete())),
        RuleExample(
            zh: "只列名称，不说几部分",
            en: "a list without a number",
            .complete(bodies: ["other": "包括总体情况、主动公开、依申请公开等部分组成。"])
        ),
        RuleExample(zh: "六部分中只列出几个", en: "some of six are named", naming("总体情况、主动公开政府信息情况、依申请公开情况等六部分组成。")),
        RuleExample(
            zh: "名称是自拟的",
            en: "names in words of its own",
            naming("总体情况、公开情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况。")
        ),
        RuleExample(
            zh: "称六部分，只列五个",
            en: "five of six are named",
            naming(
                "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况等六部分组成。"
            ),
            finds: ["identity.outline"]
        ),
        RuleExample(
            zh: "列出另一格式的部分",
            en: "a part of another form is named",
            naming("总体情况、主动公开政府信息情况、收费及减免情况、存在的主要问题及改进情况。"),
            finds: ["sections.fees"]
        ),
        RuleExample(
            zh: "有的部分没有列出",
            en: "parts that are not named",
            naming("总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况。"),
            finds: ["identity.outline"]
        ),
        RuleExample(
            zh: "称五部分，实有六部分",
            en: "five announced, six there",
            announcing("五", .complete()),
            finds: ["identity.outline"]
        ),
    ]

    private static func announcing(_ count: String, _ report: Report) -> Report {
        var report = report
        let list = "本报告由总体情况、主动公开、依申请公开、行政复议和行政诉讼、存在的问题、其他事项等\(count)部分组成。"
        report.narrative = Prose(list + report.narrative.string)
        return report
    }

    private static func naming(_ list: String) -> Report {
        var report = Report.complete()
        report.narrative = Prose("本报告由" + list + report.narrative.string)
        return report
    }

    /// The parts by the words that lists name them with.
    private static let names: [(id: String, words: [String])] = [
        ("overview", ["总体情况", "概述", "基本情况"]), ("proactive", ["主动公开"]), ("applications", ["申请"]),
        ("fees", ["收费", "费用"]), ("disputes", ["复议", "诉讼"]), ("problems", ["问题", "改进", "整改"]),
        ("other", ["其他需要", "其他事项", "需要报告", "需要说明"]),
    ]
    private static let numerals = ["三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9]

    func judgement(of subject: Subject) -> Judgement {
        let report = subject.report
        guard report.identity.kind == .report, !report.sections.isEmpty,
            let announced = announcement(subject)
        else { return .clean }
        let chapters = report.sections.filter { !$0.isNested }
        let counts = [chapters.count, chapters.count { $0.id != "annex" }]
        // Many more headings than parts are tables whose numbering begins anew.
        if let number = announced.number, !counts.contains(number), (3...(number + 2)).contains(chapters.count) {
            return Judgement(findings: [finding(subject.place(announced.range), number, chapters.count)])
        }
        let missing = announced.parts.filter { id in
            subject.form.sections.contains { $0.id == id } && !report.sections.contains { $0.id == id }
                && SectionMatter(report, form: subject.form).state(of: id) == .missing
        }
        let place = subject.place(announced.range)
        if let id = missing.first { return Judgement(findings: [finding(id, place, subject)]) }
        return Judgement(
            findings: announced.names.flatMap { finding($0, announced, place, subject) }.map { [$0] } ?? []
        )
    }

    private struct Announcement {
        let range: Range<Int>
        /// How many parts there are said to be.
        let number: Int?
        /// The sections that are named.
        let parts: [String]
        /// The list of their names, where all of it is understood.
        let names: AnnouncedParts?
    }

    /// The sentence, among the first of the text, that lists at least three parts.
    private func announcement(_ subject: Subject) -> Announcement? {
        let text = subject.text
        for place in text.places(of: .parts) + text.places(of: .named) where place.lowerBound < 4500 {
            let sentence = text.sentence(at: place.lowerBound)
            let isList = ["包括", "包含", "由", "分为", "共分", "内容有"].contains { text.contains($0, in: sentence) }
            let number = number(text, before: place)
            let parts = Self.names.filter { $0.words.contains { text.contains($0, in: sentence) } }.map(\.id)
            // 本报告共分六部分, where they are not named.
            let isOfReport =
                number != nil && ["本报告", "全文", "本年报", "年度报告"].contains { text.contains($0, in: sentence) }
                && !["指南", "目录"].contains { text.contains($0, in: sentence) }
            guard isList, parts.count >= 3 || isOfReport, sentence.count < 900 else { continue }
            return Announcement(
                range: place,
                number: number,
                parts: parts,
                names: AnnouncedParts(text, in: sentence)
            )
        }
        return nil
    }

    /// The number in 六部分, 六个部分, 6部分.
    private func number(_ text: NarrativeText, before place: Range<Int>) -> Int? {
        guard text.stands("部分", at: place.lowerBound) else { return nil }
        var end = place.lowerBound
        if text.ends("个", before: end) || text.ends("大", before: end) { end -= 3 }
        if let numeral = Self.numerals.first(where: { text.ends($0.key, before: end) }) {
            // 十六部分 and the like are no report's.
            return text.ends("十" + numeral.key, before: end) ? nil : numeral.value
        }
        guard end > 0, (0x33...0x39).contains(text.bytes[end - 1]) else { return nil }
        return Int(text.bytes[end - 1]) - 0x30
    }

    // MARK: Names

    /// What is wrong with a list whose names are all understood: a part that the form does not have and the report
    /// neither, another number of names than is said, a part that is there and not named.
    private func finding(
        _ names: AnnouncedParts,
        _ announced: Announcement,
        _ place: Finding.Place,
        _ subject: Subject
    ) -> Finding? {
        let sections = subject.report.sections
        // 收费及减免情况 in a report of form 2021.
        let foreign = names.sections.first { id in
            id != "annex" && !subject.form.sections.contains { $0.id == id } && !isThere(id, sections)
        }
        if let foreign { return finding(foreign, place, subject) }
        if let number = announced.number {
            let count = names.sections.count
            // 总体情况、主动公开等六部分 names some of them; all but one is one forgotten.
            let isWrong = names.isOpen ? count > number || count == number - 1 && number > 4 : count != number
            return isWrong ? finding(named: count, of: number, place) : nil
        }
        guard !names.isOpen else { return nil }
        let unnamed = sections.filter { section in
            !section.isNested && section.id.map { $0 != "annex" && !names.sections.contains($0) } ?? false
        }
        return unnamed.isEmpty ? nil : finding(unnamed: unnamed, place, subject)
    }

    /// Whether a heading of the report may be the section, of whatever form.
    private func isThere(_ id: String, _ sections: [Section]) -> Bool {
        let words = Self.names.first { $0.id == id }?.words ?? []
        return sections.contains { section in section.id == id || words.contains(where: section.heading.contains) }
    }

    private func finding(named count: Int, of number: Int, _ place: Finding.Place) -> Finding {
        let message = Finding.Message(
            zh: "报告称由 \(number) 部分组成（第 \(place.line) 行），列出的名称为 \(count) 个",
            en: "the report says that it has \(number) parts (line \(place.line)), but names \(count)"
        )
        return finding(message, place, expected: number, actual: count)
    }

    private func finding(unnamed: [Section], _ place: Finding.Place, _ subject: Subject) -> Finding {
        let forms = unnamed.map { section in subject.form.sections.first { $0.id == section.id } }
        let zh = zip(unnamed, forms).map { "“\($1?.heading ?? $0.heading)”" }.joined(separator: "、")
        let en = zip(unnamed, forms).map { $1?.english ?? $0.heading }.joined(separator: ", ")
        let message = Finding.Message(
            zh: "报告所列组成部分（第 \(place.line) 行）中没有\(zh)，文中却有",
            en: "the report has sections that its list of parts (line \(place.line)) does not name: \(en)"
        )
        return finding(message, place)
    }

    private func finding(_ place: Finding.Place, _ number: Int, _ actual: Int) -> Finding {
        let message = Finding.Message(
            zh: "报告称由 \(number) 部分组成（第 \(place.line) 行），实有 \(actual) 部分",
            en: "the report says that it has \(number) parts (line \(place.line)), but there are \(actual)"
        )
        return finding(message, place, expected: number, actual: actual)
    }

    private func finding(_ id: String, _ place: Finding.Place, _ subject: Subject) -> Finding {
        let forms = [subject.form] + FormCatalog.all
        let form = forms.lazy.compactMap { form in form.sections.first { $0.id == id } }.first
        let message = Finding.Message(
            zh: "报告称有“\(form?.heading ?? id)”部分（第 \(place.line) 行），文中没有",
            en: "the report announces a section on \(form?.english ?? id) (line \(place.line)), but there is none"
        )
        return finding(message, place, path: "sections.\(id)")
    }

    private func finding(
        _ message: Finding.Message,
        _ place: Finding.Place,
        path: String = "identity.outline",
        expected: Int? = nil,
        actual: Int? = nil
    ) -> Finding {
        Finding(
            rule: Self.identifier,
            severity: .info,
            message: message,
            places: [Finding.Place(path: path, line: place.line, text: place.text)],
            expected: expected.map { .number(Quantity($0)) },
            actual: actual.map { .number(Quantity($0)) },
            basis: Self.description.basis
        )
    }
}
