internal import Archive
internal import ArgumentParser
internal import Pipeline
internal import Platform

/// `gouji repair`: mends what `gouji verify` found, where that can be.
struct RepairCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Mends what verify found, where that can be.",
        discussion: """
            A record that is damaged or missing is read and judged again from its source. A source that is damaged or \
            missing is put back where its bytes still are: beside another record, in the container that it came in, or \
            in one of the FILEs. What stands in a wrong folder is moved to the right one, and what does not belong is \
            moved away. Whatever is replaced is kept in damaged/ of the state directory: nothing is thrown away, and no \
            message is sent. The daemon must not be running. Run by root it works as the user who owns the state \
            directory, after giving that user's archive back to it.

            One line for each problem. Exit status 0 if the archive is sound in the end, 1 if something is left, with \
            --dry-run if there is anything to mend.
            """
    )

    @OptionGroup var options: StateOptions

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    @Argument(help: "Files that may be sources that are missing; containers too.")
    var files: [String] = []

    func run() throws {
        let settings = try options.settings()
        let folders = try options.existingState()
        for path in files where (try? FileSystem.status(of: path))?.isRegular != true {
            throw Failure("\(path): no regular file that could be read", status: .wrongUse)
        }
        let given = try StateOwner(folders).takeOver(isDry: dryRun)
        let repairer = try ArchiveRepairer(folders: folders, settings: settings, isDry: dryRun) {
            WatchCommand.reader(settings, $0)
        }
        var tally = Tally()
        for path in given { try tell(path, dryRun ? "would be given back to its user" : "given back to its user") }
        try repairer.run(offered: files) { path, outcome in
            tally.note(outcome)
            try tell(path, words(outcome))
        }
        try conclude(tally, given.count, folders, repairer.damagedFolder)
    }

    private func conclude(_ tally: Tally, _ given: Int, _ folders: StateFolders, _ damaged: String) throws {
        let mended = tally.mended + given
        if dryRun {
            try Console.line("\(mended) to mend, \(tally.left) that cannot be mended; nothing was changed")
            if mended + tally.left > 0 { throw ExitCode(CommandStatus.findings.rawValue) }
            return
        }
        let outcome = try ArchiveVerifier(root: folders.archive).verify()
        let left = outcome.problems.count
        try Console.line(
            "\(Column.counted(outcome.records, "record")), \(mended) mended, \(left == 0 ? "all sound" : "\(left) left, see gouji verify")"
                + (tally.mended > 0 && FileSystem.exists(damaged) ? "; what was replaced is in \(damaged)" : "")
        )
        if left > 0 { throw ExitCode(CommandStatus.findings.rawValue) }
    }

    private func tell(_ path: String, _ words: String) throws {
        try Console.line(Column.printable("\(path): \(words)"))
    }

    private struct Tally {
        var mended = 0
        var left = 0

        mutating func note(_ outcome: ArchiveRepairer.Outcome) {
            if case .left = outcome { left += 1 } else { mended += 1 }
        }
    }

    private func words(_ outcome: ArchiveRepairer.Outcome) -> String {
        let done =
            switch outcome {
            case .madeAgain: "made again from its source"
            case .putBack(let place): "its bytes put back from \(place)"
            case .moved(let place): "moved to \(place)"
            case .setAside: "set aside"
            case .left(let reason): "not mended: \(words(reason))"
            }
        if case .left = outcome { return done }
        return dryRun ? "to be " + done.replacing("its bytes put back", with: "put back") : done
    }

    private func words(_ reason: ArchiveRepairer.Reason) -> String {
        switch reason {
        case .noBytes: "its bytes are nowhere in the archive; give the file to gouji repair"
        case .otherSource: "the source beside it is another one; give the file as it was to gouji repair"
        case .otherReport: "its source reads as no report that belongs here; move it away and drop it again"
        case .laterSchema: "a later version of gouji wrote it"
        case .unreadable(let reason): reason
        }
    }
}
