internal import Glibc
package import Platform

/// The folders of a state directory.
package struct StateFolders: Sendable, Hashable {
    package let state: String
    package let drop: String

    package init(_ settings: Settings) {
        state = settings.state
        drop = settings.dropFolder
    }

    /// Warns where `settings`, read again, name other folders: a process keeps those that it holds the locks of.
    package func keep(against settings: Settings, log: Log) {
        if StateFolders(settings) != self {
            log.warning("\(state) and \(drop) are kept: another state or intake.drop needs a restart")
        }
    }

    package var claim: String { state + "/claim" }
    package var archive: String { state + "/archive" }
    /// The containers whose documents are all in the archive, by their ids.
    package var containers: String { archive + "/containers" }
    package var quarantine: String { state + "/quarantine" }
    /// There while a record is judged again: which.
    var judging: String { state + "/judging" }
    /// What finds texts that are nearly alike; can be made again from the archive.
    package var resemblance: String { state + "/resemblance" }
    /// The messages on their way, and those that were sent.
    package var outbox: String { state + "/outbox" }
    /// The Maildir that works with no configuration.
    package var mail: String { state + "/mail" }
    /// Held by the process that takes files in, for as long as it runs.
    package var lock: String { state + "/lock" }
    /// Held by the process that delivers messages, which may be the same.
    var deliveryLock: String { state + "/deliver.lock" }
    /// What the daemon last said of itself.
    package var status: String { state + "/status.json" }

    /// Makes the folders where they are not there, and proves by a rename that a file can be claimed.
    ///
    /// - Throws: `PlatformError`, or `DaemonError` where the folders are on several mounts.
    package func prepare() throws {
        try FileSystem.makeDirectory(drop, mode: 0o770)
        for folder in [claim, archive, quarantine] { try FileSystem.makeDirectory(folder) }
        for target in [claim, archive, quarantine] { try prove(target) }
    }

    /// A crash may leave it in the drop folder; the next start takes it away.
    private static let probe = "/.gouji-probe"

    /// Moves a file from the folder into the drop folder and back.
    private func prove(_ folder: String) throws {
        do throws(PlatformError) {
            try FileSystem.remove(drop + Self.probe)
            try FileSystem.remove(folder + Self.probe)
            try DurableFile.write([], to: folder + Self.probe)
            try FileSystem.rename(folder + Self.probe, to: drop + Self.probe)
            try FileSystem.rename(drop + Self.probe, to: folder + Self.probe)
            try FileSystem.remove(folder + Self.probe)
        } catch {
            try? FileSystem.remove(folder + Self.probe)
            throw error.errno == EXDEV ? DaemonError.notOneFileSystem(drop: drop, state: folder) : error as any Error
        }
    }
}
