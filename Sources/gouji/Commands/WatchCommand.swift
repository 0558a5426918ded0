internal import Archive
internal import ArgumentParser
internal import Pipeline
internal import Platform

/// `gouji watch`: the daemon, in the foreground.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Runs the daemon in the foreground: reads, checks and archives what is dropped, and sends messages.",
        discussion: """
            SIGTERM and SIGINT finish the file in hand and stop; SIGHUP reads the configuration again. With \
            --no-deliver messages are only queued: gouji deliver sends them, in a process of its own.
            """
    )

    @OptionGroup var options: StateOptions

    @Flag(name: .customLong("no-deliver"), help: "Queue messages, and leave their delivery to gouji deliver.")
    var isWithoutDelivery = false

    func run() throws {
        let settings = try options.settings()
        let log = Log.standard()
        let delivers = !isWithoutDelivery
        let daemon = try Daemon(settings: settings, log: log, notifier: .fromEnvironment(), delivers: delivers)
        let office = try PostOffice(folders: daemon.folders, log: log, duty: delivers ? .everything : .queueing)
        defer { office.close() }
        let resemblance = Self.resemblance(daemon.folders, log)
        let parts = try Self.parts(settings, office, daemon.folders, resemblance)
        try daemon.run(parts, heartbeats: office.heartbeats, onStop: { office.close() }) {
            let settings = try options.settings()
            daemon.folders.keep(against: settings, log: log)
            return try Self.parts(settings, office, daemon.folders, resemblance)
        }
    }

    /// The texts of the archive; without them all else works.
    private static func resemblance(_ folders: StateFolders, _ log: Log) -> ResemblanceStore? {
        do {
            return try ResemblanceStore(folder: folders.resemblance) { log.warning($0) }
        } catch {
            log.warning("\(error); texts are not compared with each other")
            return nil
        }
    }

    private static func parts(
        _ settings: Settings,
        _ office: PostOffice,
        _ folders: StateFolders,
        _ resemblance: ResemblanceStore?
    ) throws -> DaemonParts {
        let archive = NeighbourArchive(
            root: folders.archive,
            names: settings.agencies,
            resemblance: resemblance
        )
        return DaemonParts(
            intake: settings.intake,
            reader: reader(settings, archive),
            queue: try office.open(settings),
            agencies: settings.agencies,
            resemblance: resemblance
        )
    }

    /// Reads and judges as the configuration says, beside what is in the archive.
    static func reader(_ settings: Settings, _ archive: NeighbourArchive) -> ReadReport {
        { bytes, source, received in
            ReportReader.read(
                bytes,
                source: source,
                received: received,
                settings: settings.reading(at: received),
                neighbours: archive.neighbours
            )
        }
    }
}
