internal import Archive
internal import ArgumentParser
internal import Notify
internal import Pipeline

/// `gouji site`: the archive as static pages.
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Writes the archive as static pages, for any browser and any web server.",
        discussion: """
            An index of years and agencies with verdicts, a page for each agency, report and rule: plain HTML with one \
            style sheet and no scripts, which works from the disk, too. The same archive makes the same bytes, and a \
            page that is as it should be is not written again. Every page is put in its place whole, the index last, so \
            that an interrupted run leaves a site; the next one completes it. DIR is made where it is not there; one \
            that holds anything but such a site is refused. A record that cannot be read is named on standard error and \
            left out; the exit status is then 3.
            """
    )

    @OptionGroup var options: StateOptions

    @Option(help: "The language of the pages.")
    var lang = OutputLanguage.zh

    @Option(
        help: ArgumentHelp(
            "Where the archive's folder can be had on the web, for the links to sources; empty for no links. Without it they lead to the archive on the disk.",
            valueName: "address"
        )
    )
    var sources: String?

    @Argument(help: ArgumentHelp("The folder of the site.", valueName: "dir"))
    var folder: String

    func validate() throws {
        guard let sources, !sources.isEmpty else { return }
        guard ["http://", "https://"].contains(where: sources.hasPrefix) else {
            throw ValidationError("--sources must be an address that begins with http:// or https://, or empty")
        }
    }

    func run() throws {
        let settings = try options.settings()
        let state = try options.existingState()
        let own = [state.archive, state.drop, state.claim, state.quarantine, state.outbox, state.mail]
        var folder = try SiteFolder(folder, forbidden: own)
        let base = sources.map { address in
            var address = address
            while address.hasSuffix("/") { address.removeLast() }
            return HTMLRenderer.escaped(address)
        }
        let writer = SiteWriter(
            reader: ArchiveReader(root: state.archive),
            settings: settings,
            language: lang,
            sources: base
        )
        let tally = try writer.write(into: &folder)
        try Console.line(
            "\(tally.reports) reports; \(tally.written) pages written, \(tally.kept) as they were, \(tally.removed) removed"
        )
        if tally.unreadable > 0 { throw ExitCode(CommandStatus.unreadable.rawValue) }
    }
}
