package import Platform

/// When an endpoint's messages go out.
package struct Pace: Sendable, Equatable {
    package enum Rhythm: Sendable, Equatable {
        /// Each by itself; a burst becomes a digest.
        case immediate
        /// Gathered until the first of them has waited so many seconds.
        case every(Double)
        /// Gathered until the clocks of the place show one of these minutes of the day, 0…1439.
        case at([Int])
    }

    package var rhythm: Rhythm
    /// More messages than these within a minute are a burst; 0: none is.
    package var burst: Int
    /// Whose clocks count.
    package var zone: ZoneRules

    package static let defaultBurst = 10

    package init(rhythm: Rhythm = .immediate, burst: Int = Pace.defaultBurst, zone: ZoneRules = .shanghai) {
        self.rhythm = rhythm
        self.burst = burst
        self.zone = zone
    }

    /// Whether messages wait at all before they are queued.
    var holds: Bool { rhythm != .immediate || burst > 0 }
}
