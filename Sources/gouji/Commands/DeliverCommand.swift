internal import ArgumentParser
internal import Pipeline
internal import Platform

/// `gouji deliver`: the delivery in a process of its own, beside `gouji watch --no-deliver`.
struct DeliverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver",
        abstract: "Delivers queued messages, in the foreground: the other half of gouji watch --no-deliver.",
        discussion: """
            It needs the outbox, the mail folder and the network, and never touches a dropped file; gouji watch \
            --no-deliver reads files, and needs no network. SIGTERM and SIGINT stop it, SIGHUP reads the configuration \
            again.
            """
    )

    @OptionGroup var options: StateOptions

    func run() throws {
        let settings = try options.settings()
        let service = try DeliveryService(settings: settings, log: .standard(), notifier: .fromEnvironment())
        try service.run(settings) { try options.settings() }
    }
}
