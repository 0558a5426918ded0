internal import Archive
internal import Glibc
internal import Intake
internal import Model
internal import Platform

/// The loop that takes files in, one at a time, on a thread of its own.
struct IntakeWorker: ~Copyable {
    private let folders: StateFolders
    private let link: WorkerLink
    private let heartbeat: Heartbeat
    private let log: Log
    private let poller: Poller
    private var board: StatusBoard
    private var drop: DropFolder
    private var processor: ClaimProcessor
    /// The full scans of the drop folder up to which the outbox was looked through too.
    private var scansSeen = 1
    /// Claims of the run before, oldest first.
    private var leftovers: ArraySlice<ClaimedFile>
    /// Claims that could not be finished, and when each is tried.
    private var held: [(claim: ClaimedFile, due: Double)] = []
    /// Sub-folders out of which nothing can be renamed.
    private var refused: Set<String> = []
    private var trouble: Trouble?
    private var nextRoomCheck = 0.0

    /// What is kept free beside the copy that a file needs in the archive.
    private static let slack = 1 << 20
    private static let busyPause = 2.0
    private static let unreadablePause = 60.0

    /// Loads the archive's index, watches the drop folder, lists it, and finds the claims of the run before.
    init(
        folders: StateFolders,
        parts: DaemonParts,
        link: WorkerLink,
        heartbeat: Heartbeat,
        notifier: SystemdNotifier,
        log: Log
    ) throws {
        let now = Clock.monotonic()
        let claims = try ClaimFolder(root: folders.claim, drop: folders.drop)
        let quarantine = try Quarantine(root: folders.quarantine)
        try quarantine.removeTemporaries()
        let archive = try Self.archive(of: folders, log)
        let leftovers = try claims.leftovers()
        let drop = try DropFolder(root: folders.drop, settings: parts.intake, log: log, at: now)
        let poller = try Poller()
        try poller.add(drop.rawValue, token: 1)
        try poller.add(link.toWorker.rawValue, token: 2)
        self.folders = folders
        self.link = link
        self.heartbeat = heartbeat
        self.log = log
        self.poller = poller
        self.drop = drop
        board = StatusBoard(path: folders.status, notifier: notifier)
        processor = ClaimProcessor(
            folders: folders,
            claims: claims,
            quarantine: quarantine,
            log: log,
            parts: parts,
            archive: archive,
            mayGoOn: {
                heartbeat.answer()
                return !link.mustStop
            }
        )
        self.leftovers = leftovers[...]
        self.drop.update(at: now)
        // Loading the index took more than it keeps.
        Memory.trim()
        logWhatWasFound()
    }

    private static func archive(of folders: StateFolders, _ log: Log) throws -> ArchiveWriter {
        let index = try ArchiveIndex(opening: folders.archive)
        for error in index.damaged { log.error("\(error)") }
        return ArchiveWriter(index: index)
    }

    private func logWhatWasFound() {
        if drop.isPolling {
            log.notice("\(folders.drop): events cannot be trusted on this file system; it is listed")
        }
        if !leftovers.isEmpty { log.notice("claimed by the run before, taken up again: \(leftovers.count)") }
    }

    /// Works until the link says to stop; the file in hand is finished first.
    mutating func run() {
        while true {
            // First of all: a signal that comes after this wakes the sleep below.
            link.toWorker.clear()
            if link.mustStop { break }
            heartbeat.answer()
            if let parts = link.takeNewParts() { replace(parts) }
            let now = Clock.monotonic()
            drop.update(at: now)
            if drop.scans != scansSeen {
                scansSeen = drop.scans
                processor.parts.queue.rescan()
            }
            if isBlocked(at: now) || !workOnce(at: now) { sleep() }
        }
        note(isIdle: true)
        board.stop()
    }

    /// Takes up one file.
    ///
    /// - Returns: whether there was one.
    private mutating func workOnce(at now: Double) -> Bool {
        if let claim = nextHeld(at: now) {
            process(claim, isFresh: false, at: now)
            return true
        }
        guard let name = drop.next(at: now) else {
            if trouble != nil { lookAgain(at: now) }
            return false
        }
        let size = (try? FileSystem.status(of: folders.drop + "/" + name))?.size ?? 0
        if let obstacle = obstacle(toBytes: size, at: now) {
            drop.putBack(name, at: now)
            enter(obstacle, at: now)
            return true
        }
        do {
            process(try processor.claims.claim(name), isFresh: true, at: now)
        } catch {
            failToClaim(name, error, at: now)
        }
        return true
    }

    private mutating func nextHeld(at now: Double) -> ClaimedFile? {
        if let claim = leftovers.popFirst() { return claim }
        return held.firstIndex { $0.due <= now }.map { held.remove(at: $0).claim }
    }

    /// Nothing waits, and so nothing can show that the trouble is over.
    private mutating func lookAgain(at now: Double) {
        if let obstacle = obstacle(toBytes: 0, at: now) { enter(obstacle, at: now) } else { recover() }
    }

    private mutating func process(_ taken: ClaimedFile, isFresh: Bool, at now: Double) {
        var claim = taken
        do {
            let outcome = try processor.process(&claim, isFresh: isFresh)
            switch outcome {
            case .busy: held.append((claim, now + Self.busyPause))
            case .unreadable: held.append((claim, now + Self.unreadablePause))
            case .interrupted: held.append((claim, now))
            case .archived, .duplicate, .quarantined, .gone, .container: recover()
            }
            board.count(outcome)
        } catch {
            // Where even the count in the name could not be taken back, the name on the disk is the truth.
            held.append((claim, now))
            enter(.failed(error, at: now), at: now)
        }
        note(isIdle: false)
    }

    private mutating func failToClaim(_ name: String, _ error: PlatformError, at now: Double) {
        // Somebody else took it, or its writer took it back.
        if error.isMissing { return }
        if error.isStorageTrouble {
            drop.putBack(name, at: now)
            enter(.failed(error, at: now), at: now)
        } else if refused.insert(FileSystem.parent(of: name)).inserted {
            // A scraper's sub-folder that this user may not write to: said once, and tried again at each listing.
            log.error("\(error); give this user the right to rename files out of that folder")
        }
    }

    /// Why a file of this size cannot be taken in just now, or nil.
    private mutating func obstacle(toBytes size: Int, at now: Double) -> Trouble? {
        // Counting what is queued is no work for every file.
        if now >= nextRoomCheck || trouble != nil {
            nextRoomCheck = now + 1
            if !processor.parts.queue.hasRoom { return .queueFull(at: now) }
        }
        let needed = max(processor.parts.intake.minimumFree, 2 * size + Self.slack)
        guard let free = (try? FileSystem.volume(of: folders.state))?.free, free < needed else { return nil }
        return .diskFull(folders.state, free: free, needed: needed, at: now)
    }

    private func isBlocked(at now: Double) -> Bool { trouble.map { now < $0.nextTry } ?? false }

    private mutating func enter(_ new: Trouble, at now: Double) {
        if trouble?.code == new.code {
            trouble?.persist(at: now)
        } else {
            trouble = new
            log.error(new.message.en)
        }
        tell()
        note(isIdle: false)
    }

    /// Tells people, once; a disk that is too full even for that is tried again.
    private mutating func tell() {
        guard let current = trouble, !current.isTold else { return }
        do {
            try processor.parts.queue.enqueueDegraded(
                code: current.code,
                message: current.message,
                since: current.since
            )
            trouble?.isTold = true
        } catch {
            log.debug("\(error)")
        }
    }

    private mutating func recover() {
        guard trouble != nil else { return }
        trouble = nil
        log.notice("work goes on")
        note(isIdle: false)
    }

    private mutating func replace(_ parts: DaemonParts) {
        let old = processor.parts.intake
        processor.parts = parts
        guard old.settle != parts.intake.settle || old.rescan != parts.intake.rescan else { return }
        do {
            let now = Clock.monotonic()
            let new = try DropFolder(root: folders.drop, settings: parts.intake, log: log, at: now)
            try poller.add(new.rawValue, token: 1)
            drop = new
        } catch {
            log.error("\(error); settle and rescan stay as they were")
        }
    }

    private mutating func sleep() {
        note(isIdle: true)
        let due = trouble?.nextTry ?? min(drop.nextDue, held.map(\.due).min() ?? .infinity)
        let seconds = due.isFinite ? max(0, due - Clock.monotonic()) : nil
        _ = poller.wait(seconds: seconds)
    }

    private mutating func note(isIdle: Bool) {
        board.show(isIdle: isIdle, trouble: trouble?.message.en) { counts in
            counts.waiting = drop.waiting
            counts.held = leftovers.count + held.count
            counts.scans = drop.scans
            counts.foundUnseen = drop.foundUnseen
            counts.overflows = drop.overflows
        }
    }
}
