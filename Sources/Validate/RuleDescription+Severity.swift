package import Model

extension RuleDescription {
    /// The severity of most of the rule's findings: the first that its words name.
    package var usualSeverity: Finding.Severity {
        let named: [Finding.Severity] = [.error, .warning, .info]
        return named.first { severity.en.hasPrefix($0.rawValue) } ?? .warning
    }
}
