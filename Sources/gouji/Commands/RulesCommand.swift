internal import ArgumentParser
internal import Validate

/// `gouji rules`: the catalogue of rules, or one rule with its basis and examples.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Lists the rules, or shows one with its basis and examples."
    )

    @Option(help: "The language.")
    var lang = OutputLanguage.zh

    @Argument(help: "The rule; without it, all are listed.")
    var id: String?

    func run() throws {
        guard let id else {
            for rule in RuleCatalog.all { try Console.line(line(rule.description)) }
            return
        }
        guard let rule = RuleCatalog.all.first(where: { $0.identifier == id }) else {
            throw Failure("\(id): no such rule; gouji rules lists them")
        }
        try Console.line(page(rule))
    }

    private func line(_ rule: RuleDescription) -> String {
        "\(Column.left(rule.identifier, 26))\(lang.words(rule.severity))  \(lang.words(rule.statement))"
    }

    private func page(_ rule: any Rule.Type) -> String {
        let description = rule.description
        let forms =
            description.forms.isEmpty ? lang.words(zh: "全部", en: "all") : description.forms.joined(separator: ", ")
        let examples = rule.examples.map { example in
            let found =
                example.paths.isEmpty
                ? lang.words(zh: "无问题", en: "finds nothing") : example.paths.joined(separator: ", ")
            return "    \(example.name): \(found)"
        }
        let lines = [
            description.identifier, lang.words(description.statement),
            "\(lang.words(zh: "级别", en: "severity")): \(lang.words(description.severity))",
            "\(lang.words(zh: "依据", en: "basis")): \(description.basis)",
            "\(lang.words(zh: "适用格式", en: "forms")): \(forms)", "\(lang.words(zh: "示例", en: "examples")):",
        ]
        return (lines + examples).joined(separator: "\n")
    }
}
