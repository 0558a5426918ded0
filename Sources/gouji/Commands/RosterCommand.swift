internal import ArgumentParser
internal import Pipeline
internal import Platform

/// `gouji roster`: who is expected, in, late, failed and missing.
struct RosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Says whose report is in, late, failed or missing.",
        discussion: """
            The roster is the file that roster.file of the configuration names. A state is: in; late, it came after the \
            due date (by the date that it states, else the day of its receipt); failed, it is in and has errors; \
            missing, the due date has passed; awaited, it has not. LATE counts days, ERRORS those of the last revision.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case csv
    }

    @OptionGroup var options: StateOptions

    @Option(help: "For people, or for a spreadsheet.")
    var format: Format = .table

    @Option(help: ArgumentHelp("The report year; else the one whose reports are due this year.", valueName: "year"))
    var year: Int?

    func validate() throws {
        if let year, !(1990...9000).contains(year) { throw ValidationError("--year must be a year: 2025") }
    }

    func run() throws {
        let settings = try options.settings()
        guard !settings.roster.file.isEmpty else {
            throw Failure("no roster; name it under [roster] in the configuration: file = \"/etc/gouji/roster.csv\"")
        }
        let page = try RosterPage(settings, StateFolders(settings), year: year)
        for line in format == .csv ? page.csv : page.table { try Console.line(line) }
    }
}
