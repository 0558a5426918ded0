package import Platform
internal import Synchronization

/// Holds back messages as each endpoint's pace wants it, and sends them on: singly, or as a digest.
///
/// What is held lies in the box `held` of the outbox; here is only the memory of when it is due.
package final class Gatherer: Sendable {
    private let outbox: Outbox
    private let compose: @Sendable (DigestNotice, String) -> [Message]?
    private let clock: @Sendable () -> Double
    private let monotonic: @Sendable () -> Double
    private let log: Log
    private let afterQueueing: @Sendable ([OutboxName]) -> Void
    private let onHolding: @Sendable () -> Void
    private let state: Mutex<[String: Gathering]>
    /// One turn at a time.
    private let turns = Mutex(())

    /// In seconds: after what the disk refused.
    private static let pause = 10.0

    /// - Parameters:
    ///   - outbox: prepared already.
    ///   - endpoints: as `EndpointSettings.effective` gives them.
    ///   - zone: by whose clocks a time of day is meant.
    ///   - log: a line for each digest.
    ///   - clock: seconds since 1970.
    ///   - monotonic: seconds on a clock that never jumps.
    ///   - compose: words a digest for an endpoint, as several messages where one has no room.
    ///   - afterQueueing: called with what may go now.
    ///   - onHolding: called when a message is held back, so that `turn` is called in time.
    package init(
        outbox: Outbox,
        endpoints: [EndpointSettings],
        zone: ZoneRules,
        log: Log,
        clock: @escaping @Sendable () -> Double = Clock.realtime,
        monotonic: @escaping @Sendable () -> Double = Clock.monotonic,
        compose: @escaping @Sendable (DigestNotice, String) -> [Message]?,
        afterQueueing: @escaping @Sendable ([OutboxName]) -> Void,
        onHolding: @escaping @Sendable () -> Void = {}
    ) {
        self.outbox = outbox
        self.log = log
        self.clock = clock
        self.monotonic = monotonic
        self.compose = compose
        self.afterQueueing = afterQueueing
        self.onHolding = onHolding
        let holding = endpoints.filter(\.pace.holds)
        state = Mutex(Dictionary(uniqueKeysWithValues: holding.map { ($0.name, Gathering($0.pace, zone: zone)) }))
        rescan()
    }

    /// The box into which a message for `endpoint` goes first; trouble of the daemon's own waits for nothing.
    func box(for type: MessageType, endpoint: String) -> Outbox.Box {
        state.withLock { $0[endpoint] != nil } && Self.mayHold(type) ? .held : .pending
    }

    static func mayHold(_ type: MessageType) -> Bool { type != .degraded && type != .digest }

    /// Takes in what was put into the box `held` just now.
    func expect(_ names: [OutboxName]) {
        let (now, wall) = (monotonic(), clock())
        state.withLock { state in
            for name in names { state[name.endpoint]?.add(name.id, queued: Int(wall), at: now, wall: wall) }
        }
        onHolding()
    }

    func isHolding(_ name: OutboxName) -> Bool { state.withLock { $0[name.endpoint]?.holds(name.id) ?? false } }

    /// How many messages are held back, for all endpoints.
    package var heldCount: Int { state.withLock { $0.values.reduce(0) { $0 + $1.held.count } } }

    /// Looks through the boxes for what another process, or a run before, has left there.
    package func rescan() {
        let (now, wall) = (monotonic(), clock())
        for endpoint in state.withLock({ Array($0.keys) }) {
            let known = state.withLock { Set($0[endpoint]?.held.map(\.id) ?? []) }
            let present = outbox.identifiers(endpoint, .held)
            let found = present.filter { !known.contains($0) }.map { id in
                (id, modified(endpoint, id) ?? Int(wall * 1e9))
            }
            state.withLock { state in
                // In the order in which they were written, for of two on one report the later is what holds.
                for (id, written) in found.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
                    state[endpoint]?.add(id, queued: written / 1_000_000_000, at: now, wall: wall)
                }
            }
        }
    }

    /// When the file was written, in nanoseconds since 1970.
    private func modified(_ endpoint: String, _ id: String) -> Int? {
        (try? FileSystem.status(of: outbox.path(endpoint, .held, id))).map(\.modified)
    }

    /// Does what is due.
    ///
    /// - Returns: the moment of the monotonic clock at which there may be more to do; nil where nothing waits.
    package func turn() -> Double? {
        turns.withLock { _ in
            state.withLock { Array($0.keys) }.sorted().compactMap(turn).min()
        }
    }

    private func turn(_ endpoint: String) -> Double? {
        do {
            try carryOutPlan(endpoint)
            while true {
                let (now, wall) = (monotonic(), clock())
                let action = state.withLock { $0[endpoint]?.next(at: now, wall: wall) } ?? .wait(until: nil)
                switch action {
                case .wait(let until): return until
                case .release(let ids): try release(ids, of: endpoint)
                case .digest(let ids):
                    try outbox.save(DigestPlan(created: Int(wall), members: ids), of: endpoint)
                    try carryOutPlan(endpoint)
                }
                state.withLock { $0[endpoint]?.note(action, at: now) }
            }
        } catch {
            log.error("\(endpoint): \(error); what is held back stays where it is and is tried again")
            return monotonic() + Self.pause
        }
    }

    private func release(_ ids: [String], of endpoint: String) throws(PlatformError) {
        try outbox.move(ids, of: endpoint, from: .held, to: .pending)
        afterQueueing(ids.map { OutboxName(endpoint: endpoint, id: $0) })
    }

    /// Makes the digest that was planned, if one was, or the several that it takes to name all: the digest first, then its messages to `merged`, then no plan.
    private func carryOutPlan(_ endpoint: String) throws(PlatformError) {
        guard let plan = try outbox.plan(endpoint) else { return }
        var notice = DigestNotice(created: plan.created, members: [], rows: [])
        for id in plan.members {
            guard let summary = summary(id, of: endpoint) else { continue }
            notice.members.append(id)
            notice.rows.append(summary)
        }
        let messages = notice.rows.isEmpty ? [] : compose(notice, endpoint) ?? []
        for message in messages where try outbox.enqueue(message, next: clock()) {
            log.info("\(endpoint): \(notice.members.count) messages go out as the digest \(message.id)")
        }
        try outbox.move(notice.members, of: endpoint, from: .held, to: .merged)
        try outbox.removePlan(endpoint)
        state.withLock { $0[endpoint]?.remove(plan.members) }
        if !messages.isEmpty { afterQueueing(messages.map { OutboxName(endpoint: endpoint, id: $0.id) }) }
    }

    /// What the digest says of a message; one that is damaged goes to `dead`, where `gouji messages` shows it.
    private func summary(_ id: String, of endpoint: String) -> MessageSummary? {
        for box in [Outbox.Box.held, .merged] where FileSystem.exists(outbox.path(endpoint, box, id)) {
            do throws(OutboxError) {
                if let summary = try outbox.entry(id, of: endpoint, in: box).summary { return summary }
            } catch {
                log.error("\(error)")
            }
            try? outbox.move(id, of: endpoint, from: box, to: .dead)
        }
        return nil
    }
}
