internal import Glibc
internal import Intake
internal import Platform

/// Keeps the counts and shows them: in the status file and to systemd, once a second at most, and only what is new.
struct StatusBoard {
    private let path: String
    private let notifier: SystemdNotifier
    private var status: DaemonStatus
    private var shown: DaemonStatus?
    private var lastShown = -Double.infinity

    private static let pause = 1.0

    init(path: String, notifier: SystemdNotifier) {
        self.path = path
        self.notifier = notifier
        let now = Clock.timestamp()
        status = DaemonStatus(
            phase: .running,
            pid: Int(getpid()),
            started: now,
            updated: now,
            trouble: nil,
            counts: .init()
        )
    }

    mutating func count(_ outcome: ClaimProcessor.Outcome) {
        switch outcome {
        case .archived: status.counts.archived += 1
        case .duplicate: status.counts.duplicates += 1
        case .quarantined: status.counts.quarantined += 1
        case .container(let tally), .interrupted(let tally):
            status.counts.archived += tally.archived
            status.counts.duplicates += tally.duplicates
            status.counts.quarantined += tally.quarantined
        case .busy, .unreadable, .gone: break
        }
    }

    /// Shows how things stand; at once where `isIdle`, because nothing will come after.
    mutating func show(isIdle: Bool, trouble: String?, _ update: (inout DaemonStatus.Counts) -> Void) {
        status.phase = trouble == nil ? .running : .degraded
        status.trouble = trouble
        update(&status.counts)
        let now = Clock.monotonic()
        if isIdle || now - lastShown >= Self.pause { show(at: now) }
    }

    mutating func stop() {
        status.phase = .stopped
        show(at: Clock.monotonic())
    }

    private mutating func show(at now: Double) {
        // The number of listings alone is no news: an idle daemon writes nothing.
        var news = status
        if let shown {
            news.counts.scans = shown.counts.scans
            news.updated = shown.updated
        }
        guard news != shown else { return }
        lastShown = now
        status.updated = Clock.timestamp()
        shown = status
        notifier.status(status.line)
        // A full disk: systemd and the log say what the file cannot.
        try? status.write(path)
    }
}
