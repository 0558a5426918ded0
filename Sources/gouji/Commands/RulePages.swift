internal import Model
internal import Pipeline
internal import Validate

/// The catalogue of rules for people: one line a rule, or a page of one.
struct RulePages {
    let language: OutputLanguage
    /// The rules of the configuration, and what it says of the others.
    let settings: Settings

    /// One line a rule: its identifier, how bad it is, what must hold.
    var list: [String] {
        let descriptions = RuleCatalog.all.map { $0.description } + settings.ownRules.map(\.description)
        let sources = Dictionary(settings.ownRules.map { ($0.identifier, $0.source) }) { first, _ in first }
        let width = descriptions.map(\.identifier.utf8.count).max() ?? 0
        return descriptions.map { rule in
            let source = sources[rule.identifier].map(language.inBrackets) ?? ""
            let severity = language.words(rule.severity) + language.colon
            return "\(Column.left(rule.identifier, width + 2))\(severity)\(language.words(rule.statement))\(source)"
        }
    }

    /// The pages of all rules, a blank line behind each.
    var all: [String] {
        let rules = RuleCatalog.all.map { $0.identifier } + settings.ownRules.map(\.identifier)
        return rules.compactMap(page).map { $0 + "\n" }
    }

    /// Nil where there is no such rule.
    func page(of id: String) -> String? {
        if let rule = RuleCatalog.all.first(where: { $0.identifier == id }) {
            return (head(rule.description) + setting(of: id) + examples(of: rule)).joined(separator: "\n")
        }
        guard let rule = settings.ownRules.first(where: { $0.identifier == id }) else { return nil }
        let own = [
            language.field(zh: "关系", en: "relation", rule.relation),
            language.field(zh: "出处", en: "source", rule.source),
        ]
        return (head(rule.description) + own + setting(of: id)).joined(separator: "\n")
    }

    private func head(_ rule: RuleDescription) -> [String] {
        let all = language.words(zh: "全部", en: "all")
        return [
            rule.identifier,
            language.words(rule.statement),
            "",
            language.field(zh: "级别", en: "severity", language.words(rule.severity)),
            language.field(zh: "依据", en: "basis", rule.basis.isEmpty ? "–" : rule.basis),
            language.field(zh: "适用格式", en: "forms", rule.forms.isEmpty ? all : language.list(rule.forms)),
        ]
    }

    /// What the configuration makes of it.
    private func setting(of id: String) -> [String] {
        settings.rules.filter { $0.rule == id }.map { setting in
            let off = language.words(zh: "关闭", en: "off")
            let whose = setting.agency.map { language.inBrackets($0.pattern) } ?? ""
            return language.field(zh: "配置", en: "configured", (setting.severity?.rawValue ?? off) + whose)
        }
    }

    /// First what it accepts, then what it finds, in the words in which it says so.
    private func examples(of rule: any Rule.Type) -> [String] {
        let sound = rule.examples.filter(\.paths.isEmpty).flatMap { ["  ✓ \(language.words($0.name))"] + matter($0) }
        let faulty = rule.examples.filter { !$0.paths.isEmpty }.flatMap { example in
            ["  ✗ \(language.words(example.name))"] + matter(example)
                + findings(rule, example).map { "      \($0)" }
        }
        let accepted = language.words(zh: "以下情况无问题：", en: "Nothing is found in:")
        let refused = language.words(zh: "以下情况报告问题：", en: "What is found, and how it is said:")
        return ["", accepted] + sound + ["", refused] + faulty
    }

    /// What stands in the report.
    private func matter(_ example: RuleExample) -> [String] {
        example.matter.map { "      | " + language.words($0.punctuated) }
    }

    private func findings(_ rule: any Rule.Type, _ example: RuleExample) -> [String] {
        let context = JudgementContext(neighbours: example.neighbours)
        guard let subject = Subject(example.report, context: context) else { return example.paths }
        return rule.init().judgement(of: subject).findings.map { finding in
            // An example's text has no lines.
            let message = language.words(finding.message.punctuated)
                .replacing("（第 0 行）", with: "").replacing(" (line 0)", with: "")
            return language.words(finding.severity) + language.colon + message
        }
    }
}
