internal import Archive
internal import ArgumentParser
internal import Pipeline

/// `gouji verify`: checks every file of the archive.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks every file of the archive against its hashes and schema.",
        discussion: "One line for each problem. Exit status 1 if there is any."
    )

    @OptionGroup var options: StateOptions

    func run() throws {
        let outcome = try ArchiveVerifier(root: options.existingState().archive).verify()
        for problem in outcome.problems { try Console.line(Column.printable(problem.description)) }
        let problems = outcome.problems.count
        let result = problems == 0 ? "all sound" : Column.counted(problems, "problem")
        try Console.line("\(Column.counted(outcome.records, "record")), \(result)")
        if problems > 0 { throw ExitCode(CommandStatus.findings.rawValue) }
    }
}
