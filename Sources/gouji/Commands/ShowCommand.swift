internal import Archive
internal import ArgumentParser
internal import Pipeline

/// `gouji show`: one report of the archive.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows one report of the archive, for people.",
        discussion: """
            REF is the beginning of an id (at least four digits), a path in the archive, or AGENCY/YEAR for the latest \
            revision.
            """
    )

    @OptionGroup var options: StateOptions

    @Option(help: "The output: text for people, json for the record as it is.")
    var format = RecordFormat.text

    @Option(help: "The language of the text output.")
    var lang = OutputLanguage.zh

    @Argument(help: "The report.")
    var ref: String

    func run() throws {
        let reader = ArchiveReader(root: try options.existingState().archive)
        let entry = try reader.entry(for: ref)
        switch format {
        case .json: try Console.write(reader.bytes(at: entry.path))
        case .text:
            let page = RecordPage(language: lang, path: entry.path, record: try reader.record(at: entry.path))
            try Console.write(Array(page.text.utf8))
        }
    }
}
