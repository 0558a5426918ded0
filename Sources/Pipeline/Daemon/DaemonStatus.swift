internal import FoundationEssentials
internal import Platform

/// What the daemon says of itself, in `<state>/status.json`; written when something changes, not when it is idle.
package struct DaemonStatus: Codable, Sendable, Hashable {
    package enum Phase: String, Codable, Sendable {
        case running
        /// It works, but takes nothing in; `trouble` says why.
        case degraded
        case stopped
    }

    package var phase: Phase
    package var pid: Int
    /// RFC 3339.
    package var started: String
    /// RFC 3339: when this was written.
    package var updated: String
    /// Why nothing is taken in.
    package var trouble: String?
    /// Since the start.
    package var counts: Counts

    package struct Counts: Codable, Sendable, Hashable {
        package var archived = 0
        /// Files whose bytes stood in the archive already.
        package var duplicates = 0
        package var quarantined = 0
        /// Files that wait in the drop folder, as far as is known.
        package var waiting = 0
        /// Claims that wait to be tried again.
        package var held = 0
        package var scans = 0
        /// Files that a listing found and no event had told of.
        package var foundUnseen = 0
        package var overflows = 0
    }

    /// The status that was last written, or nil where there is none that can be read.
    package static func read(_ path: String) -> DaemonStatus? {
        guard let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return nil }
        return try? JSONDecoder().decode(DaemonStatus.self, from: Data(bytes))
    }

    /// Replaces what was written before; not synced, because a restart writes it anew.
    func write(_ path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let bytes = Array(try encoder.encode(self)) + [0x0A]
        let temporary = path + ".tmp"
        try FileSystem.remove(temporary)
        let file = try OwnedDescriptor.create(temporary, mode: 0o644)
        try file.write(bytes)
        try file.close()
        try FileSystem.rename(temporary, to: path, replacing: true)
    }

    /// One line for `systemctl status`.
    package var line: String {
        let work = "\(counts.archived) archived, \(counts.quarantined) in quarantine, \(counts.waiting) waiting"
        return trouble.map { "degraded: \($0); \(work)" } ?? work
    }
}
