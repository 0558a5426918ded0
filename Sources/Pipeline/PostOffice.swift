internal import Archive
internal import Model
internal import Notify
package import Platform
internal import Roster
internal import Synchronization

/// Messages in the daemon: puts them into the outbox and has them delivered, both anew after a reload.
package final class PostOffice: Sendable {
    /// What of the work is this process's.
    package enum Duty: Sendable {
        case everything
        /// Messages are put into the outbox, and another process delivers them.
        case queueing
        /// What another process puts into the outbox is delivered.
        case delivery
    }

    private let folders: StateFolders
    private let log: Log
    private let duty: Duty
    /// The delivery that runs now.
    private let current: Current

    /// How the loops of the delivery and of the timekeeper show that they turn.
    package var heartbeats: [Heartbeat] { duty == .queueing ? [timeBeat] : [heartbeat, timeBeat] }

    private let heartbeat: Heartbeat
    private let timeBeat: Heartbeat

    /// Makes the folders and clears away what a crash left; to be called by the process that holds the lock.
    package init(folders: StateFolders, log: Log, duty: Duty = .everything) throws {
        self.folders = folders
        self.log = log
        self.duty = duty
        let current = Current()
        self.current = current
        heartbeat = Heartbeat { current.parts.withLock { $0 }?.deliverer?.poke() }
        timeBeat = Heartbeat { current.parts.withLock { $0 }?.timekeeper.wake() }
        if duty != .queueing { try Maildir(folder: folders.mail).prepare() }
        // The other process may be writing just now.
        try Outbox(folder: folders.outbox).removeTemporaries(olderThan: duty == .everything ? 0 : 3_600)
    }

    /// Starts the delivery to the configured endpoints in place of the one before, and returns the way to queue.
    ///
    /// Throws where an address, a secret or the roster will not do; the one before then goes on.
    package func open(_ settings: Settings) throws -> any MessageQueue {
        let endpoints = EndpointSettings.effective(settings.endpoints, message: settings.message)
        let outbox = Outbox(folder: folders.outbox)
        try outbox.prepare(endpoints: endpoints.map(\.name))
        // Who is expected is the business of the process that sees the archive.
        let roster = duty == .delivery ? .empty : try RosterFile.load(settings.roster)
        let watch = RosterWatch(roster: roster, settings: settings.roster, zone: settings.zone)
        let composer = MessageComposer(settings: settings.message, addresses: RosterFile.addresses(roster))
        return duty == .queueing
            ? try openQueue(outbox, endpoints, composer, watch)
            : try openDelivery(outbox, endpoints, composer, watch, settings)
    }

    /// Queues and delivers.
    private func openDelivery(
        _ outbox: Outbox,
        _ endpoints: [EndpointSettings],
        _ composer: MessageComposer,
        _ watch: RosterWatch,
        _ settings: Settings
    ) throws -> any MessageQueue {
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
        try start(timekeeper, gatherer, notifier, watch)
        current.parts.withLock { $0 = Current.Parts(deliverer: deliverer, timekeeper: timekeeper) }
        return OutboxQueue(notifier: notifier, deliverer: deliverer, gatherer: gatherer, timekeeper: timekeeper)
    }

    /// Only queues: no message is read again, and none is sent.
    private func openQueue(
        _ outbox: Outbox,
        _ endpoints: [EndpointSettings],
        _ composer: MessageComposer,
        _ watch: RosterWatch
    ) throws -> any MessageQueue {
        let notifier = try Notifier(
            outbox: outbox,
            composer: composer,
            endpoints: endpoints,
            isGatheredElsewhere: true
        )
        let timekeeper = try Timekeeper()
        close()
        try start(timekeeper, nil, notifier, watch)
        current.parts.withLock { $0 = Current.Parts(deliverer: nil, timekeeper: timekeeper) }
        return QueueOnly(notifier: notifier, outbox: outbox)
    }

    /// Ends the delivery; what is under way may finish for a short while, and is else sent again.
    package func close() {
        guard let parts = current.parts.withLock({ $0.take() }) else { return }
        parts.timekeeper.stop()
        parts.deliverer?.stop()
    }

    private func start(
        _ timekeeper: Timekeeper,
        _ gatherer: Gatherer?,
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
            return [gatherer?.turn(), absent].compactMap(\.self).min()
        }
    }
}

/// Holds the delivery that runs now.
private final class Current: Sendable {
    struct Parts: Sendable {
        let deliverer: Deliverer?
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

/// What an outbox takes in, wherever it is delivered.
private protocol NotifierQueue: MessageQueue {
    var notifier: Notifier { get }
}

extension NotifierQueue {
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

/// With so many messages waiting, their receivers are the trouble, and more would only fill the disk.
private let mostWaiting = 100_000

/// The outbox that another process delivers.
private final class QueueOnly: NotifierQueue {
    let notifier: Notifier
    private let outbox: Outbox
    private let look = Mutex((count: 0, due: 0.0))

    /// In seconds: counting the files of many messages is no work for every second.
    private static let pause = 30.0

    init(notifier: Notifier, outbox: Outbox) {
        self.notifier = notifier
        self.outbox = outbox
    }

    var hasRoom: Bool {
        look.withLock { look in
            let now = Clock.monotonic()
            if now >= look.due { look = (outbox.waitingCount(), now + Self.pause) }
            return look.count < mostWaiting
        }
    }
}

/// The outbox as the daemon sees it.
private struct OutboxQueue: NotifierQueue {
    let notifier: Notifier
    let deliverer: Deliverer
    let gatherer: Gatherer
    let timekeeper: Timekeeper

    var hasRoom: Bool { deliverer.pendingCount + gatherer.heldCount < mostWaiting }

    func rescan() {
        deliverer.rescan()
        gatherer.rescan()
        if gatherer.heldCount > 0 { timekeeper.wake() }
    }
}
