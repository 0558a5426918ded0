internal import Model
internal import Notify
package import Platform
internal import Synchronization

/// Messages in the daemon: puts them into the outbox and has them delivered, both anew after a reload.
package final class PostOffice: Sendable {
    private let folders: StateFolders
    private let log: Log
    /// The delivery that runs now.
    private let current: Current

    /// How the delivery shows that its loop turns.
    package let heartbeat: Heartbeat

    /// Makes the folders and clears away what a crash left; to be called by the process that holds the lock.
    package init(folders: StateFolders, log: Log) throws {
        self.folders = folders
        self.log = log
        let current = Current()
        self.current = current
        heartbeat = Heartbeat { current.deliverer.withLock { $0 }?.poke() }
        try Maildir(folder: folders.mail).prepare()
        try Outbox(folder: folders.outbox).removeTemporaries()
    }

    /// Starts the delivery to the configured endpoints in place of the one before, and returns the way to queue.
    ///
    /// Throws where an address or a secret will not do; the one before then goes on.
    package func open(_ settings: Settings) throws -> some MessageQueue {
        let endpoints = EndpointSettings.effective(settings.endpoints, message: settings.message)
        let outbox = Outbox(folder: folders.outbox)
        try outbox.prepare(endpoints: endpoints.map(\.name))
        let next = try Deliverer(
            outbox: outbox,
            endpoints: endpoints,
            delivery: settings.delivery,
            maildir: Maildir(folder: folders.mail),
            log: log,
            onTick: { [heartbeat] in heartbeat.answer() }
        )
        let notifier = try Notifier(
            outbox: outbox,
            composer: MessageComposer(settings: settings.message),
            endpoints: endpoints,
            afterQueueing: { next.expect($0) }
        )
        close()
        try next.start()
        current.deliverer.withLock { $0 = next }
        return OutboxQueue(notifier: notifier, deliverer: next)
    }

    /// Ends the delivery; what is under way may finish for a short while, and is else sent again.
    package func close() {
        current.deliverer.withLock { $0.take() }?.stop()
    }
}

/// Holds the delivery that runs now.
private final class Current: Sendable {
    let deliverer = Mutex<Deliverer?>(nil)
}

/// The outbox as the daemon sees it.
private struct OutboxQueue: MessageQueue {
    let notifier: Notifier
    let deliverer: Deliverer

    /// With so many messages waiting, their receivers are the trouble, and more would only fill the disk.
    private static let most = 100_000

    var hasRoom: Bool { deliverer.pendingCount < Self.most }

    func rescan() { deliverer.rescan() }

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
