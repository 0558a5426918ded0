internal import ArgumentParser
internal import Pipeline
internal import Notify
internal import Platform

/// `gouji messages`: what is queued, sent and dead.
struct MessagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages",
        abstract: "Lists queued, sent, dead and held messages, the oldest first, one a line.",
        discussion: """
            Held messages wait for their endpoint's pace; merged ones went out within a digest. A line is: state, time, \
            endpoint, type, failed tries, id, subject, and why the last try failed.
            """
    )

    @OptionGroup var options: StateOptions

    @Option(help: ArgumentHelp("Only messages in this state.", valueName: "pending|sent|dead|held|merged"))
    var only: String?

    func validate() throws {
        if let only, Outbox.Box(rawValue: only) == nil {
            throw ValidationError("--only must be pending, sent, dead, held or merged")
        }
    }

    func run() throws {
        let outbox = Outbox(folder: try options.existingState().outbox)
        let boxes = only.flatMap(Outbox.Box.init(rawValue:)).map { [$0] } ?? Outbox.Box.allCases
        for item in outbox.list(boxes, report: { Console.error("gouji: \($0)") }) {
            try Console.line(Self.line(item))
        }
    }

    private static func line(_ item: Outbox.Item) -> String {
        let entry = item.entry
        let fields = [
            Column.left(item.box.rawValue, 7), Clock.timestamp(Double(entry.created)), Column.left(entry.endpoint, 8),
            Column.left(entry.type.rawValue, 17), Column.right(String(entry.attempts), 2), entry.id, entry.subject,
        ]
        let error = entry.lastError.map { " (\($0))" } ?? ""
        return Column.printable(fields.joined(separator: "  ") + error)
    }
}
