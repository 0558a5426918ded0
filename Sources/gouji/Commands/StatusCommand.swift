internal import Archive
internal import ArgumentParser
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
        for line in try Self.lines(folders, now: Clock.realtime()) { try Console.line(line) }
    }

    static func lines(_ folders: StateFolders, now: Double) throws -> [String] {
        let entries = try ArchiveReader(root: folders.archive).entries()
        let drop = Backlog(of: folders.drop) { !$0.hasSuffix(".meta.json") }
        let claim = Backlog(of: folders.claim) { !$0.hasSuffix(".meta.json") }
        let quarantine = Backlog(of: folders.quarantine) { !$0.hasSuffix(".reason.json") }
        return [
            "state       \(folders.state)",
            "drop        \(drop.words(now: now))",
            "claim       \(claim.words(now: now))",
            "archive     \(archive(entries))",
            "quarantine  \(quarantine.words(now: now))",
        ]
    }

    private static func archive(_ entries: [ArchiveEntry]) -> String {
        let verdicts = ["fail", "warn", "pass"].map { verdict in
            "\(entries.count { $0.verdict == verdict }) \(verdict)"
        }
        let last = entries.map(\.received).max().map { ", the last received \($0)" } ?? ""
        return
            "\(entries.count) \(entries.count == 1 ? "record" : "records") (\(verdicts.joined(separator: ", ")))\(last)"
    }
}
