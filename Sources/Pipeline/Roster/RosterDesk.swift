internal import Archive
internal import Notify
internal import Platform
internal import Synchronization

/// The watch over the roster, with the archive and the clocks of this machine.
final class RosterDesk: Sendable {
    private let watch: Mutex<RosterWatch>
    private let folders: StateFolders
    private let log: Log

    /// In seconds: after a look that failed.
    private static let pause = 60.0

    init(watch: RosterWatch, folders: StateFolders, log: Log) {
        self.watch = Mutex(watch)
        self.folders = folders
        self.log = log
    }

    /// Looks who is missing, if that is due; when to look again, on the monotonic clock, or nil: never.
    func turn(_ announce: (OverdueNotice) throws -> Void) -> Double? {
        let now = Clock.monotonic()
        return watch.withLock { watch in
            do {
                let archive = ArchiveReader(root: folders.archive)
                let roster = watch.roster
                return try watch.turn(
                    at: now,
                    wall: Clock.realtime(),
                    isBusy: { StateOverview(folders).isBusy },
                    reports: { try RosterLook.reports(roster, year: $0, in: archive, readsDates: false) },
                    announce: announce
                )
            } catch {
                log.error("roster: \(error); looked at again in a minute")
                return now + Self.pause
            }
        }
    }
}
