internal import Forms
internal import Model
internal import Validate

/// Reads rules of the configuration, and what it says of the built-in ones.
enum RuleReader {
    // MARK: Rules of one's own

    /// A table `[[rule]]` of a file in the folder of rules; `others` are those before it.
    static func rule(
        _ table: ConfigurationTable,
        beside others: [OwnRule]
    ) throws(ConfigurationError) -> OwnRule {
        try table.knows(["id", "severity", "zh", "en", "basis", "forms", "relation"])
        let rule: OwnRule
        do {
            rule = try OwnRule(
                identifier: try identifier(table),
                severity: try severity(table, allowed: severities) ?? .warning,
                statement: Finding.Message(zh: try text(table, "zh"), en: try text(table, "en")),
                basis: try table.string("basis") ?? "",
                relation: try text(table, "relation"),
                forms: try forms(table),
                source: table.place(of: "id")
            )
        } catch let error as RelationError {
            throw table.refusal("relation", "rule.relation: \(error.message)")
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw table.refusal("relation", "rule.relation: \(error)")
        }
        if let objection = OwnRuleCheck.objection(to: rule, beside: others) {
            throw table.refusal(objection.hasPrefix(rule.identifier) ? "id" : "relation", "rule: \(objection)")
        }
        return rule
    }

    private static let severities = ["error", "warning", "info"]

    private static func identifier(_ table: ConfigurationTable) throws(ConfigurationError) -> String {
        let id = try text(table, "id")
        let parts = id.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isSound = parts.count > 1 && parts.allSatisfy { part in part.first.map(isLetter) ?? false }
        let isPlain = id.utf8.allSatisfy { isLetter($0) || "0123456789-._".utf8.contains($0) }
        guard isSound, isPlain, id.utf8.count <= 64 else {
            throw table.refusal(
                "id",
                "rule.id must be lower-case words with a point between them, as local.granted-share, at most 64 letters"
            )
        }
        return id
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

    private static func text(_ table: ConfigurationTable, _ key: String) throws(ConfigurationError) -> String {
        guard let text = try table.string(key), !text.isEmpty else {
            throw table.refusal(key, "rule.\(key) is missing; a rule needs id, zh, en and relation")
        }
        guard text.utf8.count <= 2000 else { throw table.refusal(key, "rule.\(key) is longer than 2000 bytes") }
        return text
    }

    private static func forms(_ table: ConfigurationTable) throws(ConfigurationError) -> [String]? {
        guard let forms = try table.strings("forms") else { return nil }
        let known = FormCatalog.all.map(\.identifier)
        guard !forms.isEmpty, forms.allSatisfy(known.contains) else {
            throw table.refusal("forms", "rule.forms must be some of \(known.joined(separator: ", ")), in quotes")
        }
        return forms
    }

    /// Nil where the key is not there, or says `off` and that is allowed.
    private static func severity(
        _ table: ConfigurationTable,
        allowed: [String]
    ) throws(ConfigurationError) -> Finding.Severity? {
        guard let word = try table.string("severity") else { return nil }
        guard allowed.contains(word) else {
            throw table.refusal("severity", "rule.severity must be one of \(allowed.joined(separator: ", "))")
        }
        return Finding.Severity(rawValue: word)
    }

    // MARK: Settings of rules

    /// The tables `[[rule]]` of the configuration: other severities of rules, and rules that are off.
    static func settings(
        _ tables: [ConfigurationTable],
        own: [OwnRule]
    ) throws(ConfigurationError) -> [RuleSetting] {
        let known = RuleCatalog.all.map { $0.identifier } + own.map(\.identifier)
        var settings: [RuleSetting] = []
        for table in tables {
            try table.knows(["id", "severity", "agency"])
            guard let id = try table.string("id"), known.contains(id) else {
                throw table.refusal("id", "rule.id must be a rule that is known; gouji rules lists them")
            }
            guard try table.string("severity") != nil else {
                throw table.refusal("severity", "rule.severity is missing; one of error, warning, info, off")
            }
            let severity = try severity(table, allowed: severities + ["off"])
            settings.append(RuleSetting(rule: id, severity: severity, agency: try agency(table)))
        }
        return settings
    }

    private static func agency(_ table: ConfigurationTable) throws(ConfigurationError) -> Glob? {
        guard let pattern = try table.string("agency") else { return nil }
        guard (1...200).contains(pattern.unicodeScalars.count) else {
            throw table.refusal("agency", "rule.agency is empty or longer than 200 characters; leave it out for all")
        }
        return Glob(pattern)
    }
}
