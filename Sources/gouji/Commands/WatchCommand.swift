internal import ArgumentParser
internal import Pipeline
internal import Platform

/// `gouji watch`: the daemon, in the foreground.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Runs the daemon in the foreground: reads, checks and archives what is dropped, and sends messages.",
        discussion: "SIGTERM and SIGINT finish the file in hand and stop; SIGHUP reads the configuration again."
    )

    @OptionGroup var options: StateOptions

    func run() throws {
        let settings = try options.settings()
        let log = Log.standard()
        let daemon = try Daemon(settings: settings, log: log, notifier: .fromEnvironment())
        let office = try PostOffice(folders: daemon.folders, log: log)
        defer { office.close() }
        let parts = try Self.parts(settings, office)
        try daemon.run(parts, heartbeats: [office.heartbeat], onStop: { office.close() }) {
            try Self.parts(try options.settings(), office)
        }
    }

    private static func parts(_ settings: Settings, _ office: PostOffice) throws -> DaemonParts {
        DaemonParts(
            intake: settings.intake,
            reader: { bytes, source, received in
                ReportReader.read(
                    bytes,
                    source: source,
                    received: received,
                    settings: settings.reading(at: received)
                )
            },
            queue: try office.open(settings)
        )
    }
}
