internal import Forms
internal import Model

/// What `gouji check` prints for a group of findings, as a compiler would: the place and what is wrong, the rows of the
/// table with the bad cell marked, then what would mend it and what the rule rests on.
struct FindingText {
    let report: Report
    let language: OutputLanguage
    let style: TerminalStyle
    /// The name of the file, fit for a terminal.
    let file: String

    /// The most repairs that are shown; the record holds them all.
    private static let mostRepairs = 5

    func lines(of group: FindingGroups.Group) -> [String] {
        let finding = group.first
        return [headline(finding)] + frame(excerpt(group)) + notes(finding) + group.others.map(sameCause)
    }

    /// `FILE:LINE: error: what is wrong [rule]`.
    private func headline(_ finding: Finding) -> String {
        let place = style.strong(place(of: finding) + ":")
        let severity = style.severity(finding.severity, language.words(finding.severity) + language.colonMark)
        return "\(place) \(severity)\(language.gap)\(style.strong(message(finding))) [\(finding.rule)]"
    }

    private func place(of finding: Finding) -> String {
        let changed = likeliest(finding).lazy.compactMap { report.cellPlace(at: $0.path) }.first
        let line = changed.flatMap { $0.row.cells[$0.index]?.line } ?? 0
        let other = finding.places.first { $0.line > 0 }?.line ?? 0
        return line > 0 ? "\(file):\(line)" : other > 0 ? "\(file):\(other)" : file
    }

    private func message(_ finding: Finding) -> String { Column.printable(language.words(finding.message)) }

    // MARK: The excerpt

    /// The rows of tables that the first finding speaks of, and the other places line by line.
    private func excerpt(_ group: FindingGroups.Group) -> [TableExcerpt.Line] {
        let finding = group.first
        let marks = marks(finding)
        let form = FormCatalog.form(report.identity.form)
        let tables = report.tables.flatMap { table in
            TableExcerpt(
                table: table,
                form: form?.tables.first { $0.id == table.id },
                language: language,
                marks: marks,
                rank: finding.repairs.count > 1 ? language.inBrackets("1/\(finding.repairs.count)") : ""
            ).lines()
        }
        return finding.places.filter { report.cellPlace(at: $0.path) == nil }.flatMap(lines) + tables
    }

    /// What the likeliest repair changes, or what is likely to have slid: 予以公开 0、12、3 where 12、3、0 belongs.
    private func likeliest(_ finding: Finding) -> [Finding.Repair.Change] {
        finding.repairs.first?.changes ?? finding.displaced
    }

    private func marks(_ finding: Finding) -> [String: TableExcerpt.Mark] {
        var marks: [String: TableExcerpt.Mark] = [:]
        for place in finding.places { marks[place.path] = marks.isEmpty ? .first : .part }
        for change in likeliest(finding) {
            marks[change.path] = .wrong(note: words(of: change))
        }
        return marks
    }

    /// A place that is no cell of the report's tables: a heading, a sentence, a field of the identity.
    private func lines(of place: Finding.Place) -> [TableExcerpt.Line] {
        if place.text.isEmpty, place.line == 0 { return [] }
        let speaksForItself = !place.text.isEmpty && ["sections.", "claims."].contains(where: place.path.hasPrefix)
        let quote = language.quote(place.text)
        let named = place.text.isEmpty ? place.path : place.path + language.colon + quote
        let text = speaksForItself ? quote : named
        return [TableExcerpt.Line(number: place.line > 0 ? place.line : nil, text: Column.printable(text))]
    }

    private func frame(_ lines: [TableExcerpt.Line]) -> [String] {
        lines.map { line in
            let number = style.faint(DisplayWidth.right(line.number.map(String.init) ?? "", 6) + " |")
            let text = DisplayWidth.trimmed(line.text)
            return "\(number) \(line.isMark ? style.mark(text) : text)"
        }
    }

    // MARK: Notes

    private func notes(_ finding: Finding) -> [String] {
        var notes = repairs(finding)
        if let place = finding.places.first?.inDocument?.words {
            notes.append(language.field(zh: "位置", en: "place", language.words(place)))
        }
        if finding.repairs.isEmpty, let comparison = comparison(finding) { notes.append(comparison) }
        if !finding.basis.isEmpty { notes.append(language.field(zh: "依据", en: "basis", finding.basis)) }
        if let reason = finding.accepted { notes.append(language.field(zh: "已接受", en: "accepted", reason)) }
        return notes.map { DisplayWidth.spaces(7) + style.faint("=") + " " + $0 }
    }

    private func repairs(_ finding: Finding) -> [String] {
        let word = language.words(zh: "可能的更正", en: "would fit")
        let shown = finding.repairs.prefix(Self.mostRepairs)
        let several = finding.repairs.count > 1
        let lines = shown.enumerated().map { index, repair in
            let label = several ? "\(word) \(index + 1)/\(finding.repairs.count)" : word
            return style.mark(label) + language.colon + Column.printable(words(of: repair))
        }
        let left = finding.repairs.count - shown.count
        return left > 0 ? lines + [language.words(zh: "……另有 \(left) 种可能", en: "… and \(left) more")] : lines
    }

    private func words(of repair: Finding.Repair) -> String {
        let changes = repair.changes.map { "\($0.path) \(words(of: $0))" }
        let cause = language.words(repair.cause)
        return language.clauses(changes) + (cause.isEmpty ? "" : language.inBrackets(cause))
    }

    /// `6 → 0`; a cell without a number is blank, or could not be read.
    private func words(of change: Finding.Repair.Change) -> String {
        let place = report.cellPlace(at: change.path)
        let isBlank = place.flatMap { $0.row.cells[$0.index] }?.content == .blank
        let nothing = isBlank ? language.words(zh: "空白", en: "blank") : "?"
        return "\(change.from?.description ?? nothing) → \(change.to)"
    }

    private func comparison(_ finding: Finding) -> String? {
        let parts = [
            finding.expected.map { "\(language.words(zh: "应为", en: "expected")) \(Self.words(of: $0))" },
            finding.actual.map { "\(language.words(zh: "实为", en: "found")) \(Self.words(of: $0))" },
        ]
        let known = parts.compactMap(\.self)
        return known.isEmpty ? nil : language.clauses(known)
    }

    private static func words(of fact: Finding.Fact) -> String {
        switch fact {
        case .number(let value): value.description
        case .words(let text): Column.printable(text)
        }
    }

    private func sameCause(_ finding: Finding) -> String {
        let same = language.field(zh: "同一原因", en: "same cause", headline(finding))
        return DisplayWidth.spaces(7) + style.faint("=") + " " + same
    }
}
