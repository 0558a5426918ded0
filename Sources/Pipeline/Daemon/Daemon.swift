internal import Glibc
package import Platform
internal import Synchronization

/// `gouji watch`: one instance a state directory; the worker's loop on its thread, and here the supervision of it.
///
/// To be made before any other thread is started, so that signals come to it alone; then the outbox and the delivery;
/// then `run`.
package final class Daemon {
    package let folders: StateFolders
    private let log: Log
    private let notifier: SystemdNotifier
    private let signals: SignalSource
    private let lock: LockFile
    private let deliveryLock: LockFile?
    private let link: WorkerLink

    /// How long a stop waits for the file in hand. What is not finished then is taken up at the next start.
    private static let patience = 4.5

    /// Blocks the signals, makes the folders, takes the lock and proves that files can be claimed.
    ///
    /// `delivers`: whether this process delivers messages too. Throws `DaemonError` or `PlatformError`.
    package init(settings: Settings, log: Log, notifier: SystemdNotifier, delivers: Bool = true) throws {
        folders = StateFolders(settings)
        self.log = log
        self.notifier = notifier
        // libcurl with threads, and a log that is a closed pipe.
        signal(SIGPIPE, SIG_IGN)
        signals = try SignalSource([SIGTERM, SIGINT, SIGHUP])
        try FileSystem.makeDirectory(folders.state)
        lock = try StateLock.take(folders.lock, else: .alreadyRunning(state: folders.state))
        deliveryLock =
            delivers ? try StateLock.take(folders.deliveryLock, else: .alreadyDelivering(state: folders.state)) : nil
        link = try WorkerLink()
        try folders.prepare()
    }

    /// Works until SIGTERM or SIGINT.
    ///
    /// `heartbeats` are those of the other loops of the process. `onStop` ends those loops, while the worker finishes the
    /// file in hand. `reload` gives the parts anew on SIGHUP; where it throws, the old ones stay. Throws where the worker
    /// cannot start.
    package func run(
        _ parts: DaemonParts,
        heartbeats others: [Heartbeat] = [],
        onStop: () -> Void = {},
        reload: () throws -> DaemonParts
    ) throws {
        let heartbeat = Heartbeat { [link] in link.toWorker.signal() }
        try startWorker(parts, heartbeat)
        let poller = try Poller()
        try poller.add(signals.rawValue, token: 1)
        try poller.add(link.toSupervisor.rawValue, token: 2)
        try waitForStart(poller)
        notifier.ready()
        Memory.forgetStart()
        log.notice("watching \(folders.drop)")
        supervise(poller, Watchdog(notifier: notifier, heartbeats: others + [heartbeat]), reload)
        notifier.stopping()
        stopWorker(poller, meanwhile: onStop)
        log.notice("stopped")
    }

    private func startWorker(_ parts: DaemonParts, _ heartbeat: Heartbeat) throws(PlatformError) {
        _ = try WorkerThread { [folders, link, notifier, log] in
            do {
                var worker = try IntakeWorker(
                    folders: folders,
                    parts: parts,
                    link: link,
                    heartbeat: heartbeat,
                    notifier: notifier,
                    log: log
                )
                link.report(.ready)
                worker.run()
            } catch {
                link.report(.failed(error))
            }
            link.end()
        }
    }

    private func waitForStart(_ poller: borrowing Poller) throws {
        while true {
            switch link.start {
            case .ready: return
            case .failed(let error): throw error
            case .pending:
                _ = poller.wait(seconds: nil)
                link.toSupervisor.clear()
                // A stop asked for while a large archive is loaded.
                if let signal = signals.next(), signal != SIGHUP { return link.stop() }
            }
        }
    }

    private func supervise(_ poller: borrowing Poller, _ guardDog: Watchdog, _ reload: () throws -> DaemonParts) {
        var watchdog = guardDog
        while !link.mustStop, !link.hasEnded {
            _ = poller.wait(seconds: watchdog.update(at: Clock.monotonic()))
            link.toSupervisor.clear()
            while let signal = signals.next() {
                if signal == SIGHUP { self.reload(reload) } else { link.stop() }
            }
        }
    }

    private func reload(_ reload: () throws -> DaemonParts) {
        notifier.reloading()
        do {
            link.replace(try reload())
            log.notice("configuration read again")
        } catch {
            log.error("\(error); the configuration stays as it was")
        }
        notifier.ready()
    }

    private func stopWorker(_ poller: borrowing Poller, meanwhile: () -> Void) {
        link.stop()
        let end = Clock.monotonic() + Self.patience
        meanwhile()
        while !link.hasEnded, Clock.monotonic() < end {
            _ = poller.wait(seconds: end - Clock.monotonic())
            link.toSupervisor.clear()
            _ = signals.next()
        }
        if !link.hasEnded { log.warning("the file in hand is not finished; it is taken up at the next start") }
    }
}
