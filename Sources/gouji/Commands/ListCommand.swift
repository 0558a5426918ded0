internal import Archive
internal import ArgumentParser
internal import Pipeline
internal import Platform

/// `gouji list`: the archive's reports, one a line.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the reports of the archive, one a line.",
        discussion: """
            A line is: beginning of the id, year, verdict, errors, warnings, kind and revision, agency. Every finding \
            counts; a message tells those that one repair explains as one.
            """
    )

    @OptionGroup var options: StateOptions

    @Option(help: ArgumentHelp("Only reports with this verdict.", valueName: "pass|warn|fail"))
    var verdict: String?

    @Option(help: ArgumentHelp("Only reports of this report year.", valueName: "year"))
    var year: Int?

    func validate() throws {
        if let verdict, !["pass", "warn", "fail"].contains(verdict) {
            throw ValidationError("--verdict must be pass, warn or fail")
        }
    }

    func run() throws {
        let entries = try ArchiveReader(root: options.existingState().archive).entries()
        for entry in entries where verdict == nil || entry.verdict == verdict {
            if year == nil || entry.year == year { try Console.line(Self.line(entry)) }
        }
    }

    /// Columns of fixed width first, so that names in Chinese, which are as wide as the terminal likes, push nothing.
    static func line(_ entry: ArchiveEntry) -> String {
        let digits = entry.id.split(separator: ":").last.map(String.init) ?? ""
        return [
            String(digits.prefix(12)),
            entry.year.map(String.init) ?? "----",
            Column.left(entry.verdict, 4),
            Column.right(String(entry.errors), 3),
            Column.right(String(entry.warnings), 3),
            Column.left("\(entry.kind)-\(entry.revision)", 12),
            entry.agency.map(Column.printable) ?? "?",
        ].joined(separator: "  ")
    }
}
