package import Platform
internal import Synchronization

/// The delivery as the daemon sees it: one deliverer at a time, which a changed configuration replaces by another.
package final class DeliveryService: Sendable {
    private let outbox: Outbox
    private let maildir: Maildir
    private let log: Log
    private let onTurn: @Sendable () -> Void
    private let current = Mutex<Deliverer?>(nil)

    /// More messages than these waiting, and the daemon takes no further files.
    package static let capacity = 100_000

    /// - Parameters:
    ///   - outbox: of the state directory.
    ///   - maildir: where endpoints of that kind deliver to.
    ///   - log: a line a try.
    ///   - onTurn: called from the delivery's thread each time its loop comes round: the answer to `poke`.
    package init(outbox: Outbox, maildir: Maildir, log: Log, onTurn: @escaping @Sendable () -> Void = {}) {
        self.outbox = outbox
        self.maildir = maildir
        self.log = log
        self.onTurn = onTurn
    }

    /// Begins to deliver, or goes on with another configuration; `endpoints` as `EndpointSettings.effective` gives them.
    ///
    /// Where this throws, what was running still runs.
    package func use(_ endpoints: [EndpointSettings], _ delivery: DeliverySettings) throws {
        let next = try Deliverer(
            outbox: outbox,
            endpoints: endpoints,
            delivery: delivery,
            maildir: maildir,
            log: log
        )
        try outbox.prepare(endpoints: endpoints.map(\.name))
        // Two at once would send the same messages twice.
        stop()
        try next.start(onTurn: onTurn)
        current.withLock { $0 = next }
    }

    /// Takes up what was queued just now: for `Notifier`.
    package func expect(_ names: [OutboxName]) { deliverer?.expect(names) }

    /// Looks for what another process has queued, as `gouji resend` does; to be called every minute or so.
    package func rescan() { deliverer?.rescan() }

    /// Makes the loop come round once.
    package func poke() { deliverer?.poke() }

    /// Whether there is room for more messages.
    package var hasRoom: Bool { (deliverer?.pendingCount ?? 0) < Self.capacity }

    /// Ends the delivery; what is under way may finish for `seconds`.
    package func stop(within seconds: Double = 3) {
        let last = current.withLock { current in
            defer { current = nil }
            return current
        }
        last?.stop(within: seconds)
    }

    private var deliverer: Deliverer? { current.withLock { $0 } }
}
