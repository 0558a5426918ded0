internal import Model
internal import Validate

/// What `gouji check` prints for people about one file: a line that says what it is, its findings, and a summary.
struct TextReport {
    let language: OutputLanguage
    let style: TerminalStyle
    /// The name of the file, fit for a terminal.
    let file: String
    /// Explains how a report was judged, where that is wanted.
    var explain: (@Sendable (Report) -> Explanation)?

    /// The most reasons that are shown of what could not be judged; the record holds them all.
    private static let mostReasons = 6

    /// The text for the file that the command line named so.
    init(
        language: OutputLanguage,
        file: String,
        style: TerminalStyle = .plain,
        explain: (@Sendable (Report) -> Explanation)? = nil
    ) {
        self.language = language
        self.style = style
        self.file = Column.printable(file)
        self.explain = explain
    }

    /// The whole text for one file, lines ended by line feeds.
    func text(of reading: Reading) -> String {
        switch reading {
        case .report(let report): text(of: report)
        case .rejected(let rejection): text(of: rejection)
        }
    }

    private func text(of report: Report) -> String {
        let findings = FindingText(report: report, language: language, style: style, file: file)
        let groups = FindingGroups(report.findings).groups
        let lines =
            ["\(file): \(title(report.identity))"] + groups.flatMap(findings.lines) + unverified(report.unverified)
            + explanation(of: report) + [style.strong("\(file): \(summary(report))")]
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(of rejection: Rejection) -> String {
        let place = style.strong((rejection.line.map { "\(file):\($0)" } ?? file) + ":")
        let word = style.severity(.error, language.words(zh: "无法作为年度报告读取：", en: "unreadable:"))
        let message = Column.printable(language.words(rejection.message))
        return "\(place) \(word)\(language.gap)\(message) [\(rejection.code.rawValue)]\n"
    }

    private func explanation(of report: Report) -> [String] {
        explain.map { ExplanationText(language: language, style: style).lines($0(report)) } ?? []
    }

    private func title(_ identity: Identity) -> String {
        let agency = identity.agency ?? language.words(zh: "机关不明", en: "agency unknown")
        let year = identity.year.map(String.init) ?? language.words(zh: "年度不明", en: "year unknown")
        let form = identity.form.map { language.words(zh: "格式 \($0)", en: "form \($0)") }
        let unknown = language.words(zh: "格式不明", en: "form unknown")
        return Column.printable(language.clauses([agency, year, form ?? unknown, language.words(identity.kind)]))
    }

    /// One line a reason, with the rules that it keeps from being judged.
    private func unverified(_ items: [Unverified]) -> [String] {
        var reasons: [String] = []
        var rules: [String: [String]] = [:]
        for item in items {
            if rules[item.reason] == nil { reasons.append(item.reason) }
            if rules[item.reason]?.contains(item.rule) != true { rules[item.reason, default: []].append(item.rule) }
        }
        let word = language.words(zh: "未核实：", en: "not verified: ")
        let lines = reasons.prefix(Self.mostReasons).map { reason in
            let kept = rules[reason, default: []].joined(separator: ", ")
            return "\(file): \(word)\(Column.printable(ReasonWords.words(reason, language))) [\(kept)]"
        }
        let left = reasons.count - lines.count
        let rest = language.words(zh: "……另有 \(left) 条原因", en: "… and \(left) more reasons")
        return left > 0 ? lines + ["\(file): \(word)\(rest)"] : Array(lines)
    }

    private func summary(_ report: Report) -> String {
        let announced = report.findings.filter { $0.accepted == nil }
        let errors = announced.count { $0.severity == .error }
        let warnings = announced.count { $0.severity == .warning }
        let counts = language.words(
            zh: "\(errors) 项错误，\(warnings) 项警告，\(report.unverified.count) 项未核实",
            en: "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings"), "
                + "\(report.unverified.count) not verified"
        )
        return word(for: report.verdict) + language.colon + counts
    }

    private func word(for verdict: Verdict) -> String {
        switch verdict {
        case .pass: language.words(zh: "通过", en: "pass")
        case .warn: language.words(zh: "有警告", en: "warn")
        case .fail: language.words(zh: "不合格", en: "fail")
        case .unreadable: language.words(zh: "无法读取", en: "unreadable")
        }
    }
}
