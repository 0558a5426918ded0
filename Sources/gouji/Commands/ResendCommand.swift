internal import ArgumentParser
internal import Notify
internal import Pipeline

/// `gouji resend`: queues a message again.
struct ResendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: "Queues a message again, with the same id; a running daemon takes it up with its next scan.",
        discussion: "An endpoint that was disabled because its receiver is gone (410) is enabled again."
    )

    @Argument(help: "The id of the message, as gouji messages lists it.")
    var id: String

    @OptionGroup var options: StateOptions

    func run() throws {
        let endpoint = try Outbox(folder: try options.existingState().outbox).resend(id)
        try Console.line("\(id) is queued again for \(endpoint)")
    }
}
