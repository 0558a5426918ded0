internal import Archive
internal import Model
internal import Notify
package import Platform
internal import Roster
internal import Synchronization

/// Messages in the daemon: puts them into the outbox and has them delivered, both anew after a reload.
package final class PostOffice: Sendable {
    private let folders: StateFolders
    private let log: Log
    /// The delivery that runs now.
    private let current: Current

    /// How the loops of the delivery and of the timekeeper show that they turn.
    package var heartbeats: [Heartbeat] { [heartbeat, timeBeat] }

    private let heartbeat: Heartbeat
    private let timeBeat: Heartbeat

    /// Makes the folders and clears away what a crash left; to be called by the process that holds the lock.
    package init(folders: StateFolders, log: Log) throws {
        self.folders = folders
        self.log = log
        let current = Current()
        self.current = current
        heartbeat = Heartbeat { current.parts.withLock { $0 }?.deliverer.poke() }
        timeBeat = Heartbeat { current.parts.withLock { $0 }?.timekeeper.wake() }
        try Maildir(folder: folders.mail).prepare()
        try Outbox(folder: folders.outbox).removeTemporaries()
    }

    /// Starts the delivery to the configured endpoints in place of the one before, and returns the way to queue.
    ///
    /// Throws where an address, a secret or the roster will not do; the one before then goes on.
    package func open(_ settings: Settings) throws -> some MessageQueue {
        let endpoints = EndpointSettings.effective(settings.endpoints, message: settings.message)
        let outbox = Outbox(folder: folders.outbox)
        try outbox.prepare(endpoints: endpoints.map(\.name))
        let roster = try RosterFile.load(settings.roster)
        let composer = MessageComposer(settings: settings.message, addresses: RosterFile.addresses(roster))
        let announcer = Announcer()
        let deliverer = try Deliverer(
            outbox: outbox,
            endpoints: endpoints,
            delivery: settings.delivery,
            maildir: Maildir(folder: folders.mail),
            log: log,
            onTrouble: { [log] in announcer.announce($0, log) },
            onTick: { [heartbeat] in heartbeat.answer() }
        )
        let timekeeper = try Timekeeper()
        let gatherer = Gatherer(
            outbox: outbox,
            endpoints: endpoints,
            zone: settings.zone,
            log: log,
            compose: { digest, name in
                endpoints.first { $0.name == name }.map { composer.compose(digest, for: $0) }
            },
            afterQueueing: { deliverer.expect($0) },
            onHolding: { timekeeper.wake() }
        )
        let notifier = try Notifier(
            outbox: outbox,
            composer: composer,
            endpoints: endpoints,
            gatherer: gatherer,
            afterQueueing: { deliverer.expect($0) }
        )
        announcer.notifier.withLock { $0 = notifier }
        close()
        try deliverer.start()
        let watch = RosterWatch(roster: roster, settings: settings.roster, zone: settings.zone)
        try start(timekeeper, gatherer, notifier, watch)
        current.parts.withLock { $0 = Current.Parts(deliverer: deliverer, timekeeper: timekeeper) }
        return OutboxQueue(notifier: notifier, deliverer: deliverer, gatherer: gatherer, timekeeper: timekeeper)
    }

    /// Ends the delivery; what is under way may finish for a short while, and is else sent again.
    package func close() {
        guard let parts = current.parts.withLock({ $0.take() }) else { return }
        parts.timekeeper.stop()
        parts.deliverer.stop()
    }

    private func start(
        _ timekeeper: Timekeeper,
        _ gatherer: Gatherer,
        _ notifier: Notifier,
        _ watch: RosterWatch
    ) throws(PlatformError) {
        let desk = RosterDesk(watch: watch, folders: folders, log: log)
        try timekeeper.start { [timeBeat] in
            timeBeat.answer()
            let absent = desk.turn { notice in
                timeBeat.answer()
                try notifier.announce(notice)
            }
            return [gatherer.turn(), absent].compactMap(\.self).min()
        }
    }
}

/// Holds the delivery that runs now.
private final class Current: Sendable {
    struct Parts: Sendable {
        let deliverer: Deliverer
        let timekeeper: Timekeeper
    }

    let parts = Mutex<Parts?>(nil)
}

/// Tells of an endpoint's trouble by the others; made before the notifier, which wakes the delivery that calls this.
private final class Announcer: Sendable {
    let notifier = Mutex<Notifier?>(nil)

    func announce(_ trouble: EndpointTrouble, _ log: Log) {
        guard let notifier = notifier.withLock({ $0 }) else { return }
        do throws(PlatformError) {
            try notifier.announce(trouble)
        } catch {
            log.error("\(error)")
        }
    }
}

/// The outbox as the daemon sees it.
private struct OutboxQueue: MessageQueue {
    let notifier: Notifier
    let deliverer: Deliverer
    let gatherer: Gatherer
    let timekeeper: Timekeeper

    /// With so many messages waiting, their receivers are the trouble, and more would only fill the disk.
    private static let most = 100_000

    var hasRoom: Bool { deliverer.pendingCount + gatherer.heldCount < Self.most }

    func rescan() {
        deliverer.rescan()
        gatherer.rescan()
        if gatherer.heldCount > 0 { timekeeper.wake() }
    }

    func enqueue(_ report: Report, archivePath: String, revision: Int) throws {
        try notifier.announce(report, archivePath: archivePath, revision: revision)
    }

    func enqueueUnreadable(_ rejection: Rejection, source: Source, id: String, path: String) throws {
        try notifier.announce(QuarantineNotice(rejection: rejection, source: source, id: id, path: path))
    }

    func enqueueDegraded(code: String, message: Finding.Message, since: String) throws {
        try notifier.announce(DegradedNotice(code: code, message: message, since: since))
    }
}
