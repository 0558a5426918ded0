internal import ArgumentParser
internal import Validate

/// `gouji rules`: the catalogue of rules, or one rule with its basis and examples.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Lists the rules, or shows one with its basis and examples.",
        discussion: "The rules of the configuration follow the built-in ones, with the file and line of each."
    )

    @Option(help: "The language.")
    var lang = OutputLanguage.zh

    @Option(help: ArgumentHelp("The configuration; a missing default file means defaults.", valueName: "file"))
    var config: String?

    @Flag(help: "Shows every rule with its basis and examples.")
    var full = false

    @Argument(help: "The rule; without it, all are listed.")
    var id: String?

    func run() throws {
        let settings = try ConfigurationFile.readableSettings(path: config)
        let pages = RulePages(language: lang, settings: settings)
        guard let id else {
            for line in full ? pages.all : pages.list { try Console.line(line) }
            return
        }
        guard let page = pages.page(of: id) else { throw Failure("\(id): no such rule; gouji rules lists them") }
        try Console.line(page)
    }
}
