internal import Glibc
internal import Platform

/// The folders of a state directory.
package struct StateFolders: Sendable, Hashable {
    package let state: String
    package let drop: String

    package init(_ settings: Settings) {
        state = settings.state
        drop = settings.dropFolder
    }

    package var claim: String { state + "/claim" }
    package var archive: String { state + "/archive" }
    package var quarantine: String { state + "/quarantine" }
    /// The messages on their way, and those that were sent.
    package var outbox: String { state + "/outbox" }
    /// The Maildir that works with no configuration.
    package var mail: String { state + "/mail" }
    /// Held by the daemon for as long as it runs.
    package var lock: String { state + "/lock" }
    /// What the daemon last said of itself.
    package var status: String { state + "/status.json" }

    /// Makes the folders where they are not there, and proves by a rename that a file can be claimed.
    ///
    /// - Throws: `PlatformError`, or `DaemonError` where the folders are on several mounts.
    package func prepare() throws {
        try FileSystem.makeDirectory(drop, mode: 0o770)
        for folder in [claim, archive, quarantine] { try FileSystem.makeDirectory(folder) }
        let name = "/" + DurableFile.temporaryPrefix + ULID.make()
        try DurableFile.write([], to: drop + name)
        for target in [claim, archive, quarantine] { try move(name, to: target) }
        try FileSystem.remove(drop + name)
    }

    /// Moves the file from the drop folder to `target` and back.
    private func move(_ name: String, to target: String) throws {
        do throws(PlatformError) {
            try FileSystem.rename(drop + name, to: target + name)
            try FileSystem.rename(target + name, to: drop + name)
        } catch {
            try? FileSystem.remove(drop + name)
            throw error.errno == EXDEV ? DaemonError.notOneFileSystem(drop: drop, state: target) : error as any Error
        }
    }
}
