internal import Archive
internal import ArgumentParser
internal import Notify
internal import Pipeline
internal import Platform

/// `gouji status`: what the daemon is doing, and its backlog; reads the state directory, and needs no daemon.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says what the daemon is doing and what waits."
    )

    @OptionGroup var options: StateOptions

    func run() throws {
        let folders = try options.existingState()
        let settings = try options.settings()
        let overview = StateOverview(folders)
        let entries = try ArchiveReader(root: folders.archive).entries()
        let endpoints = Outbox(folder: folders.outbox).status()
        let lines = [
            "state       \(folders.state)", "daemon      \(Self.daemon(overview))",
            "drop        \(Self.words(overview.drop))", "claim       \(Self.words(overview.claim))",
            "archive     \(Self.archive(entries))", "quarantine  \(Self.words(overview.quarantine))",
        ]
        for line in lines + endpoints.map({ Self.words($0, settings) }) { try Console.line(line) }
        if let line = Self.delivery(overview) { try Console.line(line) }
        if let line = try Self.roster(settings, folders) { try Console.line(line) }
        if let free = overview.free { try Console.line("free        \(free / 1_048_576) MiB") }
    }

    private static func daemon(_ overview: StateOverview) -> String {
        guard overview.isRunning else { return "not running" }
        guard let status = overview.status else { return "running" }
        return Column.printable("running since \(status.started), process \(status.pid): \(status.line)")
    }

    /// Where the two processes are apart, and only one of them runs.
    private static func delivery(_ overview: StateOverview) -> String? {
        switch (overview.isRunning, overview.isDelivering) {
        case (true, false): "delivery    not running, messages wait: start gouji deliver"
        case (false, true): "delivery    running"
        case (true, true), (false, false): nil
        }
    }

    /// `3 files, the oldest 2 h old`.
    static func words(_ backlog: StateOverview.Backlog) -> String {
        guard let oldest = backlog.oldest else { return "0 files" }
        return "\(Column.counted(backlog.files, "file")), the oldest \(Column.age(oldest)) old"
    }

    private static func words(_ endpoint: Outbox.EndpointStatus, _ settings: Settings) -> String {
        let counts = "\(endpoint.pending) pending, \(endpoint.sent) sent, \(endpoint.dead) dead"
        let oldest =
            endpoint.oldestPending.map { ", the oldest \(Column.age(Clock.realtime() - Double($0))) old" } ?? ""
        let error = endpoint.lastError.map { "; last error: \($0)" } ?? ""
        let disabled = endpoint.isDisabled ? "; disabled, the receiver is gone (410)" : ""
        let down = endpoint.downSince.map { "; down since \(Clock.timestamp($0))" } ?? ""
        let waits = oldest + held(endpoint, settings)
        return Column.printable("endpoint    \(endpoint.endpoint): \(counts)\(waits)\(disabled)\(down)\(error)")
    }

    /// `; 12 held, next digest due 2026-11-28T09:00:00Z`.
    private static func held(_ status: Outbox.EndpointStatus, _ settings: Settings) -> String {
        guard status.held > 0, let oldest = status.oldestHeld else { return "" }
        let endpoint = EndpointSettings.effective(settings.endpoints).first { $0.name == status.endpoint }
        let due = endpoint?.pace.due(oldest: oldest, zone: settings.zone)
        let words = due.map { "next digest due \(Clock.timestamp(Double($0)))" } ?? "sent when the burst is over"
        return "; \(status.held) held, \(words)"
    }

    /// `roster 2025: 12 expected, 8 in (1 late, 2 failed), 3 missing, 1 not due yet`; nil where nobody is expected.
    private static func roster(_ settings: Settings, _ folders: StateFolders) throws -> String? {
        let page = try RosterPage(settings, folders, year: nil)
        return page.standings.isEmpty ? nil : "roster      \(page.totals)"
    }

    private static func archive(_ entries: [ArchiveEntry]) -> String {
        let verdicts = ["fail", "warn", "pass"].map { verdict in
            "\(entries.count { $0.verdict == verdict }) \(verdict)"
        }
        let last = entries.map(\.received).max().map { ", the last received \($0)" } ?? ""
        return
            "\(Column.counted(entries.count, "record")) (\(verdicts.joined(separator: ", ")))\(last)"
    }
}
