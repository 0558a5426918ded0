/// How often an endpoint may be sent to: so many a second in the long run, and some at once.
struct RateLimit: Sendable, Equatable {
    var perSecond: Double
    /// At most this many at once after a silence.
    var burst: Double

    static func perMinute(_ count: Double, burst: Double) -> RateLimit {
        RateLimit(perSecond: count / 60, burst: burst)
    }
}

/// Keeps a rate: each message takes a token, and tokens come back with time.
struct TokenBucket: Sendable {
    private let limit: RateLimit
    private var tokens: Double = 1
    /// When the tokens were counted last, in seconds since 1970.
    private var counted: Double?

    init(_ limit: RateLimit) {
        self.limit = limit
    }

    /// Takes a token if there is one.
    mutating func take(at now: Double) -> Bool {
        refill(at: now)
        // A hair less will do, or rounding would make the one who waits for a token wake up just too early.
        guard tokens > 1 - 1e-6 else { return false }
        tokens = max(0, tokens - 1)
        return true
    }

    /// When there is a token, in seconds since 1970.
    func ready(at now: Double) -> Double {
        let missing = 1 - tokens
        guard missing > 0, let counted else { return now }
        return counted + missing / limit.perSecond
    }

    private mutating func refill(at now: Double) {
        defer { counted = now }
        // A clock that was set back gives nothing and takes nothing.
        guard let counted, now > counted else { return }
        tokens = min(limit.burst, tokens + (now - counted) * limit.perSecond)
    }
}
