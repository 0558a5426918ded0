package import Model

/// What the configuration says of a rule: another severity, or off; for all agencies or for some. A table `[[rule]]`.
package struct RuleSetting: Sendable, Equatable {
    package var rule: String
    /// Nil: the rule is off.
    package var severity: Finding.Severity?
    /// The agencies that it is for; nil: all, also where the agency is not known.
    package var agency: Glob?

    package init(rule: String, severity: Finding.Severity?, agency: Glob? = nil) {
        self.rule = rule
        self.severity = severity
        self.agency = agency
    }
}

/// The settings of the rules that apply to one report; of several for one rule the last counts.
struct RuleSettings {
    private var settings: [String: RuleSetting] = [:]

    init(_ all: [RuleSetting], agency: String?) {
        for setting in all {
            guard let pattern = setting.agency else {
                settings[setting.rule] = setting
                continue
            }
            if let agency, pattern.matches(agency) { settings[setting.rule] = setting }
        }
    }

    var isEmpty: Bool { settings.isEmpty }

    func isOff(_ rule: String) -> Bool { settings[rule].map { $0.severity == nil } ?? false }

    /// The judgement with these severities, and without what rules say that are off.
    func applied(to judgement: Judgement) -> Judgement {
        if settings.isEmpty { return judgement }
        var result = Judgement()
        result.unverified = judgement.unverified.filter { !isOff($0.rule) }
        for finding in judgement.findings where !isOff(finding.rule) {
            var finding = finding
            finding.severity = settings[finding.rule]?.severity ?? finding.severity
            result.findings.append(finding)
        }
        return result
    }
}
