internal import Archive
internal import ArgumentParser
internal import Pipeline

/// `gouji export`: the archive as a stream for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the archive's records to standard output, for other programs.",
        discussion: """
            ndjson is one record a line, as the archive has it. csv is a table with a head, in UTF-8: one row a report \
            with every number in a column of its own, or, with --rows, one row for each cell, finding or figure of the \
            text. What is not known is empty, never 0. A record that cannot be read is named on standard error and \
            left out; the exit status is then 3.
            """
    )

    @OptionGroup var options: StateOptions

    @Option(help: "ndjson for one record a line, csv for a table.")
    var format: ExportFormat

    @Option(help: "What is a row of the table (csv only).")
    var rows: ExportRows?

    @Option(help: ArgumentHelp("Only reports with this verdict.", valueName: "pass|warn|fail"))
    var verdict: String?

    @Option(help: ArgumentHelp("Only reports of this report year.", valueName: "year"))
    var year: Int?

    @Option(help: ArgumentHelp("Only reports of this agency, by its name in the record.", valueName: "name"))
    var agency: String?

    @Flag(help: "Only the latest revision of each report.")
    var latest = false

    func validate() throws {
        if let verdict, !["pass", "warn", "fail"].contains(verdict) {
            throw ValidationError("--verdict must be pass, warn or fail")
        }
        if format != .csv, rows != nil { throw ValidationError("--rows is for --format csv") }
    }

    func run() throws {
        let reader = ArchiveReader(root: try options.existingState().archive)
        let contents = try reader.contents()
        for error in contents.damaged { Console.error("gouji: \(error)") }
        let entries = ExportSelection(verdict: verdict, year: year, agency: agency, isLatestOnly: latest)
            .entries(of: contents.entries)
        let table = format == .csv ? ExportTable(rows ?? .reports) : nil
        var output = table?.head ?? []
        var isComplete = contents.damaged.isEmpty
        for entry in entries {
            do {
                output +=
                    try table.map { $0.rows(of: try reader.record(at: entry.path), entry) }
                    ?? Self.line(of: entry, reader)
            } catch {
                isComplete = false
                Console.error("gouji: \(error)")
            }
            if output.count > 1 << 16 {
                try Console.write(output)
                output = []
            }
        }
        try Console.write(output)
        if !isComplete { throw ExitCode(CommandStatus.unreadable.rawValue) }
    }

    /// The record in one line; it must be one that can be read, lest half a record spoil the stream.
    private static func line(of entry: ArchiveEntry, _ reader: ArchiveReader) throws -> [UInt8] {
        _ = try reader.record(at: entry.path)
        return CompactJSON.line(of: try reader.bytes(at: entry.path)) + [UInt8(ascii: "\n")]
    }
}

/// The formats of `gouji export`.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    case ndjson
    case csv
}
