internal import Archive
internal import ArgumentParser
internal import Pipeline

/// `gouji recheck`: judges the archive again with the rules of today.
struct RecheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recheck",
        abstract: "Judges the archive again with today's rules; no message is sent.",
        discussion: """
            One line for each record that is judged otherwise than it was, or that could not be judged again. The \
            daemon must not be running. Texts that are not yet compared with the others are taken up.
            """
    )

    @OptionGroup var options: StateOptions

    @Flag(help: "Take over what today's reader reads otherwise; without it such records stay as they are.")
    var reread = false

    func run() throws {
        let settings = try options.settings()
        let folders = try options.existingState()
        let resemblance = try ResemblanceStore(folder: folders.resemblance) { Console.error("gouji: \($0)") }
        let archive = NeighbourArchive(root: folders.archive, names: settings.agencies, resemblance: resemblance)
        let rechecker = try ArchiveRechecker(
            folders: folders,
            reader: WatchCommand.reader(settings, archive),
            agencies: settings.agencies,
            resemblance: resemblance
        )
        var tally = Tally()
        try rechecker.run(rereads: reread) { path, change in
            tally.note(change)
            if let words = Self.words(change) { try Console.line(Column.printable("\(path): \(words)")) }
        }
        let records = Column.counted(tally.records, "record")
        try Console.line("\(records), \(tally.changed) written anew, \(tally.left) left as they were")
        if tally.left > 0 { throw ExitCode(CommandStatus.findings.rawValue) }
    }

    private struct Tally {
        var records = 0
        var changed = 0
        /// Those that could not be judged again.
        var left = 0

        mutating func note(_ change: ArchiveRechecker.Change) {
            records += 1
            switch change {
            case .same: break
            case .judged: changed += 1
            case .readsOtherwise, .otherReport, .damaged: left += 1
            }
        }
    }

    private static func words(_ change: ArchiveRechecker.Change) -> String? {
        switch change {
        case .same: nil
        case .judged(let before, let now) where before == now: "judged anew, \(now) as before"
        case .judged(let before, let now): "judged anew: \(before), now \(now)"
        case .readsOtherwise: "reads otherwise today; --reread takes that over"
        case .otherReport: "reads as another report today; drop its source again"
        case .damaged: "damaged, or its source is; see gouji verify"
        }
    }
}
