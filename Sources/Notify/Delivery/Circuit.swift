/// Keeps an endpoint that is down from being asked again and again: after five failures in a row one message at a time
/// probes it, at the steps of the retry schedule.
struct Circuit: Sendable {
    private static let threshold = 5

    private var failures = 0
    /// When the next probe may go, in seconds since 1970.
    private(set) var until: Double = 0

    var isOpen: Bool { failures >= Self.threshold }

    mutating func succeed() {
        self = Circuit()
    }

    mutating func fail(at now: Double, policy: RetryPolicy, jitter: Double) {
        // One that was still under way when the circuit opened is no probe.
        if isOpen, now < until { return }
        failures += 1
        guard isOpen else { return }
        until = now + policy.probeWait(failures - Self.threshold + 1, jitter: jitter)
    }

    /// Leaves the endpoint alone until `moment`, as it asked.
    mutating func pause(until moment: Double) {
        until = max(until, moment)
    }
}
