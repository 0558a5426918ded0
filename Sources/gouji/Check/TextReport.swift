internal import Model

/// What `gouji check` prints for people: a line with the file and the line for each finding, as compilers do.
///
/// Findings that one repair explains are shown as one: the first in full, the others in one line each below it.
struct TextReport {
    let language: OutputLanguage
    /// The name of the file as the command line gave it.
    let file: String

    /// The whole text for one file, lines ended by line feeds.
    func text(of reading: Reading) -> String {
        switch reading {
        case .report(let report): text(of: report)
        case .rejected(let rejection): text(of: rejection)
        }
    }

    private func text(of report: Report) -> String {
        let groups = FindingGroups(report.findings).groups
        let lines = ["\(file): \(title(report.identity))"] + groups.flatMap(lines) + ["\(file): \(summary(report))"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(of rejection: Rejection) -> String {
        let place = rejection.line.map { "\(file):\($0)" } ?? file
        let word = language.words(zh: "无法作为年度报告读取", en: "unreadable")
        return "\(place): \(word): \(language.words(rejection.message)) [\(rejection.code.rawValue)]\n"
    }

    private func title(_ identity: Identity) -> String {
        let agency = identity.agency ?? language.words(zh: "机关不明", en: "agency unknown")
        let year = identity.year.map(String.init) ?? language.words(zh: "年度不明", en: "year unknown")
        let form = identity.form.map { language.words(zh: "格式 \($0)", en: "form \($0)") }
        let unknown = language.words(zh: "格式不明", en: "form unknown")
        return [agency, year, form ?? unknown, identity.kind.rawValue].joined(separator: ", ")
    }

    private func lines(of group: FindingGroups.Group) -> [String] {
        let finding = group.first
        var lines = ["\(headline(finding)): \(language.words(finding.message))"]
        lines += finding.places.map { "    \(place($0))" }
        if let comparison = comparison(finding) { lines.append("    \(comparison)") }
        lines += finding.repairs.map { "    \(language.words(zh: "可能的更正", en: "would fit")): \(words(of: $0))" }
        if !finding.basis.isEmpty { lines.append("    \(language.words(zh: "依据", en: "basis")): \(finding.basis)") }
        if let reason = finding.accepted {
            lines.append("    \(language.words(zh: "已接受", en: "accepted")): \(reason)")
        }
        let same = language.words(zh: "同一原因", en: "same cause")
        return lines + group.others.map { "    \(same): \(headline($0)): \(language.words($0.message))" }
    }

    /// `FILE:LINE: error applications.balance`.
    private func headline(_ finding: Finding) -> String {
        let line = finding.places.first { $0.line > 0 }?.line
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(word(for: finding.severity)) \(finding.rule)"
    }

    private func word(for severity: Finding.Severity) -> String {
        switch severity {
        case .error: language.words(zh: "错误", en: "error")
        case .warning: language.words(zh: "警告", en: "warning")
        case .info: language.words(zh: "提示", en: "info")
        }
    }

    private func place(_ place: Finding.Place) -> String {
        var places = place.line > 0 ? [language.words(zh: "第 \(place.line) 行", en: "line \(place.line)")] : []
        if let more = place.inDocument?.words { places.append(language.words(more)) }
        let words = places.joined(separator: language.words(zh: "，", en: ", "))
        let line = places.isEmpty ? "" : language.words(zh: "（\(words)）", en: " (\(words))")
        return "\(place.path)\(line)" + (place.text.isEmpty ? "" : ": \(Column.printable(place.text))")
    }

    private func comparison(_ finding: Finding) -> String? {
        if finding.expected == nil, finding.actual == nil { return nil }
        let parts = [
            finding.expected.map { "\(language.words(zh: "应为", en: "expected")) \(Self.words(of: $0))" },
            finding.actual.map { "\(language.words(zh: "实为", en: "found")) \(Self.words(of: $0))" },
        ]
        return parts.compactMap(\.self).joined(separator: language.words(zh: "，", en: ", "))
    }

    private func words(of repair: Finding.Repair) -> String {
        let changes = repair.changes.map { "\($0.path) \($0.from?.description ?? "?") → \($0.to)" }
        return changes.joined(separator: ", ") + (repair.cause.isEmpty ? "" : " (\(repair.cause))")
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
        return "\(verdict(report.verdict)): \(counts)\(unverifiedRules(report.unverified))"
    }

    private func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .pass: language.words(zh: "通过", en: "pass")
        case .warn: language.words(zh: "有警告", en: "warn")
        case .fail: language.words(zh: "不合格", en: "fail")
        case .unreadable: language.words(zh: "无法读取", en: "unreadable")
        }
    }

    /// The rules that could not be judged, with how often, in the order of their first time.
    private func unverifiedRules(_ items: [Unverified]) -> String {
        var order: [String] = []
        var counts: [String: Int] = [:]
        for item in items {
            if counts[item.rule] == nil { order.append(item.rule) }
            counts[item.rule, default: 0] += 1
        }
        if order.isEmpty { return "" }
        let rules = order.map { rule in
            let count = counts[rule] ?? 1
            return count > 1 ? "\(rule) ×\(count)" : rule
        }
        return " (\(rules.joined(separator: ", ")))"
    }

    private static func words(of fact: Finding.Fact) -> String {
        switch fact {
        case .number(let value): value.description
        case .words(let text): Column.printable(text)
        }
    }
}
