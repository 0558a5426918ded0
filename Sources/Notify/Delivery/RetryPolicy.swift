/// Why a try failed, and what that means for the next.
struct DeliveryFailure: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// The receiver may take it later.
        case temporary
        /// The receiver says that it will never take it.
        case permanent
        /// The receiver is gone for good (410).
        case gone
    }

    var kind: Kind
    /// For people, without the address.
    var reason: String
    /// What the receiver asked for, in seconds.
    var retryAfter: Double?
    /// Whether it tells of the receiver rather than of this one message.
    var isReceivers = true

    static let unfit = DeliveryFailure(
        kind: .permanent,
        reason: "the message cannot be put into the endpoint's form",
        isReceivers: false
    )
    static let refusedByLibcurl = DeliveryFailure(kind: .temporary, reason: "libcurl refuses the request")
}

/// When a message is tried again, and when it is given up.
struct RetryPolicy: Sendable {
    /// Seconds after the try before; the first is the wait before the first try.
    let steps: [Double]

    private static let day: Double = 86_400
    /// After an answer that says "never": two more tries, an hour apart, for the receiver may have been mended.
    private static let refusalWait: Double = 3_600
    private static let maximumRefusals = 3

    init(steps: [Double]) {
        self.steps = steps.isEmpty ? [0] : steps
    }

    /// When to try again.
    ///
    /// - Parameters:
    ///   - failure: why the last try failed.
    ///   - attempts: tries so far, this one included.
    ///   - refusals: permanent answers so far, this one included.
    ///   - jitter: 0.8…1.2, so that many messages do not come back at once.
    /// - Returns: seconds from now, or nil to give up.
    func wait(after failure: DeliveryFailure, attempts: Int, refusals: Int, jitter: Double) -> Double? {
        if failure.kind == .permanent {
            return refusals < Self.maximumRefusals ? Self.refusalWait * jitter : nil
        }
        guard attempts < steps.count else { return nil }
        let base = steps[attempts] * jitter
        guard let asked = failure.retryAfter else { return base }
        return min(max(asked, base), max(Self.day, base))
    }

    /// The wait before the probe number `probe`, from 1, of an endpoint that is down.
    func probeWait(_ probe: Int, jitter: Double) -> Double {
        steps[min(probe, steps.count - 1)] * jitter
    }

    /// How old a message may get while its endpoint is down, in seconds: thrice the time that its tries would take.
    ///
    /// While an endpoint is down one message at a time probes it, so that counting tries alone would keep a long queue
    /// for years.
    var longestLife: Double { 3 * steps.reduce(0, +) }
}
