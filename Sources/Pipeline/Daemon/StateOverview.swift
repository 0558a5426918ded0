internal import Intake
internal import Platform

/// How a state directory stands, read from its folders; needs no daemon.
package struct StateOverview: Sendable {
    /// Files in a folder.
    package struct Backlog: Sendable, Hashable {
        package var files = 0
        /// Seconds since the oldest was last changed; nil where there is none.
        package var oldest: Double?
    }

    /// Whether a daemon holds the lock.
    package let isRunning: Bool
    /// Whether a process delivers messages, be it the daemon or one of its own.
    package let isDelivering: Bool
    /// What the daemon last wrote of itself.
    package let status: DaemonStatus?
    package let drop: Backlog
    package let claim: Backlog
    /// Without the `.reason.json` files.
    package let quarantine: Backlog
    /// Bytes.
    package let free: Int?

    package init(_ folders: StateFolders) {
        isRunning = LockFile.isHeld(folders.lock)
        isDelivering = LockFile.isHeld(folders.deliveryLock)
        status = DaemonStatus.read(folders.status)
        drop = Self.backlog(folders.drop, depth: 32) { !DropName.isIgnored($0) }
        claim = Self.backlog(folders.claim, depth: 0) { !ClaimFolder.isCompanion($0) }
        quarantine = Self.backlog(folders.quarantine, depth: 0) {
            !$0.hasSuffix(".reason.json") && !$0.hasSuffix(DropName.sidecarEnding)
        }
        free = (try? FileSystem.volume(of: folders.state))?.free
    }

    /// Whether files wait to be read.
    var isBusy: Bool { drop.files + claim.files > 0 }

    private static func backlog(_ folder: String, depth: Int, _ counts: (String) -> Bool) -> Backlog {
        var result = Backlog()
        for entry in (try? FileSystem.list(folder)) ?? [] where !entry.name.hasPrefix(".") && counts(entry.name) {
            let path = folder + "/" + entry.name
            guard let status = try? FileSystem.status(of: path) else { continue }
            if status.isDirectory {
                if depth > 0 { result.add(backlog(path, depth: depth - 1, counts)) }
            } else if status.isRegular {
                result.add(Backlog(files: 1, oldest: Clock.realtime() - Double(status.modified) / 1e9))
            }
        }
        return result
    }
}

extension StateOverview.Backlog {
    fileprivate mutating func add(_ other: Self) {
        files += other.files
        oldest = [oldest, other.oldest].compactMap(\.self).max()
    }
}
