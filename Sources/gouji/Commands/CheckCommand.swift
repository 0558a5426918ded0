internal import ArgumentParser
internal import Glibc
internal import Intake
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

    @Argument(help: ArgumentHelp("The files, in the order of the output; - is standard input.", valueName: "file"))
    var files: [String]

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("-j must be from 1 to 256") }
    }

    func run() throws {
        let limit = IntakeSettings().maximumBytes
        let settings = ReadingSettings(maximumBytes: limit)
        let run = CheckRun(
            format: format,
            language: lang,
            style: .ofStandardOutput,
            jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            maximumBytes: limit,
            received: Clock.timestamp(),
            reader: { ReportReader.read($0, source: $1, received: $2, settings: settings) },
            log: format == .sarif ? SarifLog(language: lang, rules: RuleCatalog.all.map { $0.description }) : nil
        )
        let status = try run.run(files)
        if status != .success { throw ExitCode(status.rawValue) }
    }
}
