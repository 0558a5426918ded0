internal import Platform

/// Feeds systemd's watchdog while every loop answers; does nothing where systemd does not ask for it.
struct Watchdog {
    let notifier: SystemdNotifier
    let heartbeats: [Heartbeat]
    private var due = 0.0

    init(notifier: SystemdNotifier, heartbeats: [Heartbeat]) {
        self.notifier = notifier
        self.heartbeats = heartbeats
    }

    /// Feeds it where that is due.
    ///
    /// - Returns: the seconds until it is due again; nil: never.
    mutating func update(at now: Double) -> Double? {
        guard let interval = notifier.watchdogInterval else { return nil }
        if now >= due {
            if heartbeats.allSatisfy(\.isAnswered) {
                notifier.watchdog()
                for heartbeat in heartbeats { heartbeat.ask() }
            }
            due = now + interval / 2
        }
        return due - now
    }
}
