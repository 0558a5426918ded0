internal import Glibc
package import Platform
internal import Synchronization

/// Delivers what is pending, on a thread of its own, for as long as the daemon lives.
///
/// The process must ignore SIGPIPE: with threads, libcurl cannot do it for us.
package final class Deliverer: Sendable {
    private let lines: @Sendable () -> [DeliveryLine]
    private let context: DeliveryContext
    private let onTick: @Sendable () -> Void
    private let multi: CurlMulti
    private let orders = Mutex(Orders())
    private let thread = Mutex<WorkerThread?>(nil)
    private let tickCount = Atomic(0)
    private let pending = Atomic(0)

    /// What other threads ask of the loop.
    struct Orders {
        var isStopping = false
        /// On the monotonic clock: what is under way then is broken off.
        var deadline: Double = 0
        var mustRescan = true
        /// What was queued since the last look.
        var expected: [OutboxName] = []
    }

    /// - Parameters:
    ///   - outbox: prepared already.
    ///   - endpoints: as `EndpointSettings.effective` gives them.
    ///   - delivery: the schedule of tries.
    ///   - maildir: where endpoints of that kind deliver to.
    ///   - log: a line a try.
    ///   - limits: how long a transfer may take.
    ///   - clock: seconds since 1970; tests give one that runs faster.
    ///   - jitter: what each wait is multiplied by.
    ///   - onTrouble: called on the thread of the delivery when people should be told of an endpoint's trouble by another
    ///     one; it may come again for the same trouble, and must then change nothing.
    ///   - onTick: called on the thread of the delivery each time its loop comes round.
    /// - Throws: where an address or a secret of the configuration will not do.
    package init(
        outbox: Outbox,
        endpoints: [EndpointSettings],
        delivery: DeliverySettings,
        maildir: Maildir,
        log: Log,
        limits: TransferLimits = TransferLimits(),
        clock: @escaping @Sendable () -> Double = Clock.realtime,
        jitter: @escaping @Sendable () -> Double = { .random(in: 0.8...1.2) },
        onTrouble: @escaping @Sendable (EndpointTrouble) -> Void = { _ in },
        onTick: @escaping @Sendable () -> Void = {}
    ) throws(EndpointError) {
        guard let multi = CurlMulti() else { throw .noTransport }
        var channels: [(EndpointSettings, DeliveryChannel)] = []
        for endpoint in endpoints { channels.append((endpoint, try DeliveryChannel(endpoint, maildir))) }
        let fixed = channels
        self.multi = multi
        self.onTick = onTick
        lines = { fixed.map { DeliveryLine(endpoint: $0, channel: $1) } }
        context = DeliveryContext(
            outbox: outbox,
            policy: RetryPolicy(steps: delivery.retry),
            limits: limits,
            log: log,
            clock: clock,
            jitter: jitter,
            onTrouble: onTrouble
        )
        Self.warn(channels, log)
    }

    /// Starts the thread.
    package func start() throws(PlatformError) {
        let worker = try WorkerThread { [self] in
            loop().run(
                orders: { self.orders.withLock { orders in self.take(&orders) } },
                turn: { pending in
                    self.tickCount.add(1, ordering: .relaxed)
                    self.pending.store(pending, ordering: .relaxed)
                    self.onTick()
                }
            )
        }
        thread.withLock { $0 = worker }
    }

    func loop() -> DeliveryLoop { DeliveryLoop(lines: lines(), context: context, multi: multi) }

    /// Takes up what was queued just now.
    package func expect(_ names: [OutboxName]) {
        orders.withLock { $0.expected += names }
        multi.wakeUp()
    }

    /// Looks through the whole outbox for what another process has queued; to be called every minute or so.
    package func rescan() {
        orders.withLock { $0.mustRescan = true }
        multi.wakeUp()
    }

    /// Makes the loop come round once, so that `ticks` shows whether it lives.
    package func poke() {
        multi.wakeUp()
    }

    /// How many messages were pending when the loop last came round.
    package var pendingCount: Int { pending.load(ordering: .relaxed) }

    /// How often the loop has come round.
    package var ticks: Int { tickCount.load(ordering: .relaxed) }

    /// Ends the thread: what is under way may finish for `seconds`, and is then broken off, to be sent again.
    ///
    /// - Returns: whether the thread has ended.
    @discardableResult
    package func stop(within seconds: Double = 3) -> Bool {
        let deadline = Clock.monotonic() + seconds
        orders.withLock { orders in
            orders.isStopping = true
            orders.deadline = deadline
        }
        multi.wakeUp()
        guard let worker = thread.withLock({ $0 }) else { return true }
        while !worker.hasEnded, Clock.monotonic() < deadline + 1 { usleep(2_000) }
        return worker.hasEnded
    }

    private func take(_ orders: inout Orders) -> Orders {
        defer {
            orders.mustRescan = false
            orders.expected = []
        }
        return orders
    }

    private static func warn(_ channels: [(EndpointSettings, DeliveryChannel)], _ log: Log) {
        for case (let endpoint, .network(let client)) in channels {
            for warning in client.warnings { log.warning("endpoint \(endpoint.name): \(warning)") }
        }
    }
}

/// What every part of the delivery needs.
struct DeliveryContext: Sendable {
    let outbox: Outbox
    let policy: RetryPolicy
    let limits: TransferLimits
    let log: Log
    let clock: @Sendable () -> Double
    let jitter: @Sendable () -> Double
    let onTrouble: @Sendable (EndpointTrouble) -> Void
}
