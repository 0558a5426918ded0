internal import Glibc
internal import Model
internal import Notify
package import Platform

/// `gouji deliver`: one instance a state directory; delivers what `gouji watch --no-deliver` queues.
///
/// To be made before any other thread is started, so that signals come to it alone.
package final class DeliveryService {
    private let folders: StateFolders
    private let log: Log
    private let notifier: SystemdNotifier
    private let signals: SignalSource
    private let lock: LockFile
    private let inlets: DirectoryWatch
    private let office: PostOffice
    private var queue: (any MessageQueue)?

    /// In seconds: events are hints, and the listing is the truth.
    private static let rescan = 60.0
    /// In seconds: after the first sign of something new, so that a burst is one look at the disk.
    private static let pause = 0.2

    /// Blocks the signals and takes the lock.
    ///
    /// - Throws: `DaemonError` or `PlatformError`.
    package init(settings: Settings, log: Log, notifier: SystemdNotifier) throws {
        folders = StateFolders(settings)
        self.log = log
        self.notifier = notifier
        // libcurl with threads, and a log that is a closed pipe.
        signal(SIGPIPE, SIG_IGN)
        signals = try SignalSource([SIGTERM, SIGINT, SIGHUP])
        try FileSystem.makeDirectory(folders.state)
        lock = try StateLock.take(folders.deliveryLock, else: .alreadyDelivering(state: folders.state))
        inlets = try DirectoryWatch()
        office = try PostOffice(folders: folders, log: log, duty: .delivery)
    }

    /// Delivers until SIGTERM or SIGINT; `reload` gives the settings anew on SIGHUP.
    package func run(_ settings: Settings, reload: () throws -> Settings) throws {
        defer { office.close() }
        let poller = try Poller()
        try poller.add(signals.rawValue, token: 1)
        try poller.add(inlets.rawValue, token: 2)
        try open(settings)
        notifier.ready()
        log.notice("delivering from \(folders.outbox)")
        turn(poller, Watchdog(notifier: notifier, heartbeats: office.heartbeats), reload)
        notifier.stopping()
        log.notice("stopped")
    }

    /// Starts the delivery, and watches where others put messages.
    private func open(_ settings: Settings) throws {
        queue = try office.open(settings)
        let outbox = Outbox(folder: folders.outbox)
        for endpoint in EndpointSettings.effective(settings.endpoints, message: settings.message) {
            for folder in outbox.inlets(endpoint.name) { _ = try inlets.add(folder) }
        }
        // What came between the first look and the watch.
        queue?.rescan()
    }

    private func turn(_ poller: borrowing Poller, _ guardDog: Watchdog, _ reload: () throws -> Settings) {
        var watchdog = guardDog
        var nextLook = Clock.monotonic() + Self.rescan
        while true {
            let fed = watchdog.update(at: Clock.monotonic())
            let wait = max(0, nextLook - Clock.monotonic())
            _ = poller.wait(seconds: min(fed ?? wait, wait))
            while let signal = signals.next() {
                guard signal == SIGHUP else { return }
                self.reload(reload)
            }
            let now = Clock.monotonic()
            if hasNews() { nextLook = min(nextLook, now + Self.pause) }
            if now >= nextLook {
                queue?.rescan()
                nextLook = now + Self.rescan
            }
        }
    }

    /// Whether somebody has put a message into an outbox.
    private func hasNews() -> Bool {
        var hasNews = false
        while true {
            let events = inlets.read()
            if events.isEmpty { return hasNews }
            hasNews = hasNews || events.contains { $0.isMovedIn && !$0.name.hasPrefix(".") || $0.isOverflow }
        }
    }

    private func reload(_ reload: () throws -> Settings) {
        notifier.reloading()
        do {
            let settings = try reload()
            folders.keep(against: settings, log: log)
            try open(settings)
            log.notice("configuration read again")
        } catch {
            log.error("\(error); the configuration stays as it was")
        }
        notifier.ready()
    }
}
