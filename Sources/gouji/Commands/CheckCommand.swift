internal import ArgumentParser
internal import Glibc
internal import Intake
internal import Model
internal import Pipeline
internal import Platform
internal import Validate

/// `gouji check`: reads and checks files, and touches no archive.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads and checks files, without touching any archive.",
        discussion: """
            Exit status: 0 nothing at error level; 1 at least one finding at error level; 2 wrong use; \
            3 at least one file could not be read or is no annual report. The highest that applies wins.
            """
    )

    @Option(help: "The output: text for people, json for one record a line, sarif for one SARIF 2.1.0 log.")
    var format = CheckFormat.text

    @Option(help: "The language of the text output and of complaints.")
    var lang = OutputLanguage.zh

    @Option(
        name: .customShort("j"),
        help: ArgumentHelp("How many files are read at a time; the number of processors.", valueName: "n")
    )
    var jobs: Int?

    @Flag(help: "Judge each file beside the same agency's year before among them. Reads every file twice.")
    var together = false

    @Flag(help: "Also prints every rule with what it came to, and every relation with its numbers.")
    var explain = false

    @Option(help: ArgumentHelp("The configuration; a missing default file means defaults.", valueName: "file"))
    var config: String?

    @Argument(help: ArgumentHelp("The files, in the order of the output; - is standard input.", valueName: "file"))
    var files: [String]

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("-j must be from 1 to 256") }
        if explain, format != .text { throw ValidationError("--explain is for the text output") }
        if together, files.contains("-") {
            throw ValidationError("--together reads every file twice, which standard input cannot be; name a file")
        }
    }

    func run() throws {
        let settings = try ConfigurationFile.readableSettings(path: config)
        let received = Clock.timestamp()
        let reading = settings.reading(at: received)
        let rules = RuleCatalog.all.map { $0.description } + settings.ownRules.map(\.description)
        let explainer: @Sendable (Report) -> Explanation = { Self.explanation(of: $0, Neighbours(), settings) }
        var run = CheckRun(
            format: format,
            language: lang,
            style: .ofStandardOutput,
            jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            maximumBytes: settings.intake.maximumBytes,
            received: received,
            reader: { ReportReader.read($0, source: $1, received: $2, settings: reading) },
            log: format == .sarif ? SarifLog(language: lang, rules: rules) : nil,
            explain: explain ? explainer : nil
        )
        if together {
            let gathered = try run.gather(files, names: settings.agencies)
            run.reader = {
                ReportReader.read($0, source: $1, received: $2, settings: reading, neighbours: gathered.neighbours)
            }
            if explain { run.explain = { Self.explanation(of: $0, gathered.neighbours(of: $0), settings) } }
        }
        let status = try run.run(files)
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private static func explanation(
        of report: Report,
        _ neighbours: Neighbours,
        _ settings: Settings
    ) -> Explanation {
        let context = JudgementContext(
            neighbours: neighbours,
            constraints: settings.ownRules.flatMap(\.constraints),
            settings: settings.rules
        )
        return Explanation(report, context: context, own: settings.ownRules)
    }
}
