package import Platform

/// The messages of one endpoint that are held back, and what is to become of them: arithmetic alone, with no clock.
///
/// Spans of time are measured on the monotonic clock, so that a clock that is set neither delays a message nor sends
/// it early; only a time of day follows the wall clock.
struct Gathering: Sendable, Equatable {
    let pace: EndpointPace
    /// By whose clocks a time of day is meant.
    let zone: ZoneRules
    /// In the order in which they came.
    private(set) var held: [Held] = []
    private var known: Set<String> = []
    /// When the last of them was taken in, on the monotonic clock: at a start those of the run before count as new, since
    /// the files that wait may go on with their burst.
    private var lastTaken = 0.0
    /// When messages were let go singly, on the monotonic clock; those of the last minute.
    private var released: [Double] = []
    /// When the burst that is on was noticed, on the monotonic clock.
    private var burstStart: Double?

    /// Messages are held until none has come for so many seconds, to see whether they are a burst…
    static let look = 2.0
    /// …but no longer than so many seconds.
    static let longestLook = 15.0
    static let window = 60.0
    /// A burst is over after so many seconds without a message…
    static let quiet = 10.0
    /// …or is told of after so many seconds, and goes on.
    static let longestBurst = 300.0
    /// More messages than these make several digests.
    static let largest = 2_000

    struct Held: Sendable, Equatable {
        var id: String
        /// On the monotonic clock; of a run before, as far as is known.
        var since: Double
        /// In whole seconds since 1970.
        var queued: Int
    }

    enum Action: Sendable, Equatable {
        /// Until this moment of the monotonic clock at most; nil: nothing waits.
        case wait(until: Double?)
        /// To be sent each by itself.
        case release([String])
        /// To be sent as one.
        case digest([String])
    }

    init(_ pace: EndpointPace, zone: ZoneRules) {
        self.pace = pace
        self.zone = zone
    }

    /// Takes in a message, unless it is here; `wall` is the time now, in seconds since 1970.
    mutating func add(_ id: String, queued: Int, at now: Double, wall: Double) {
        guard known.insert(id).inserted else { return }
        if held.isEmpty, let start = burstStart, now - start >= Self.quiet { burstStart = nil }
        lastTaken = now
        // One that a clock set back has put into the future has waited for no time at all.
        let age = max(0, wall - Double(queued))
        held.append(Held(id: id, since: now - age, queued: min(queued, Int(wall))))
    }

    func holds(_ id: String) -> Bool { known.contains(id) }

    /// Forgets messages that were sent, or have gone.
    mutating func remove(_ ids: some Sequence<String>) {
        let gone = Set(ids)
        known.subtract(gone)
        held.removeAll { gone.contains($0.id) }
    }

    /// Writes down what was done, so that it counts.
    mutating func note(_ action: Action, at now: Double) {
        switch action {
        case .wait: break
        case .release(let ids):
            released += ids.map { _ in now }
            remove(ids)
        case .digest(let ids):
            released = [now]
            // A burst that is told of before it is over goes on, and what follows is no new beginning.
            burstStart = burstStart != nil && now - lastTaken < Self.quiet ? now : nil
            remove(ids)
        }
    }

    /// What is to be done at `now`, on the monotonic clock, when the wall clock shows `wall`.
    mutating func next(at now: Double, wall: Double) -> Action {
        guard let first = held.map(\.since).min() else { return .wait(until: nil) }
        switch pace.gathering {
        case .every(let minutes): return gathered(dueIn: first + Double(minutes * 60) - now, now)
        case .at(let minutes):
            let oldest = held.map(\.queued).min() ?? 0
            return gathered(dueIn: Double(zone.next(of: minutes, after: oldest)) - wall, now)
        case .immediate: return pace.burst > 0 ? guarded(first, now) : .release(ids)
        }
    }

    private var ids: [String] { held.prefix(Self.largest).map(\.id) }

    private func gathered(dueIn seconds: Double, _ now: Double) -> Action {
        guard seconds <= 0 else { return .wait(until: now + seconds) }
        return held.count == 1 ? .release(ids) : .digest(ids)
    }

    private mutating func guarded(_ first: Double, _ now: Double) -> Action {
        released.removeAll { $0 <= now - Self.window }
        if burstStart == nil {
            guard held.count + released.count > pace.burst else {
                let end = min(lastTaken + Self.look, first + Self.longestLook)
                return end <= now ? .release(ids) : .wait(until: end)
            }
            burstStart = now
        }
        let end = min(lastTaken + Self.quiet, (burstStart ?? now) + Self.longestBurst)
        guard end <= now else { return .wait(until: end) }
        return held.count == 1 ? .release(ids) : .digest(ids)
    }
}

extension EndpointPace {
    /// When messages of which the oldest came at `oldest` go out, in seconds since 1970; nil where that is at once, or
    /// as soon as a burst is over.
    package func due(oldest: Int, zone: ZoneRules) -> Int? {
        switch gathering {
        case .immediate: nil
        case .every(let minutes): oldest + minutes * 60
        case .at(let minutes): zone.next(of: minutes, after: oldest)
        }
    }
}

extension ZoneRules {
    /// The first moment after `time` at which clocks here show one of `minutes`.
    fileprivate func next(of minutes: [Int], after time: Int) -> Int {
        minutes.map { next(minute: $0, after: time) }.min() ?? time
    }
}
