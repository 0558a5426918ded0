internal import Glibc
package import Platform

/// The drop folder: sees what is put into it and gives out what is ready.
///
/// Events of inotify are hints; the listing is the truth. Every folder is watched before it is listed, so that nothing
/// falls between the two.
package struct DropFolder: ~Copyable, Sendable {
    package let root: String
    /// How many full listings there were.
    package private(set) var scans = 0
    /// How many files a listing found that no event had told of.
    package private(set) var foundUnseen = 0
    /// How often the queue of events was full.
    package private(set) var overflows = 0
    /// Whether other machines may put files here that no event tells of.
    package let isPolling: Bool

    private let watch: DirectoryWatch
    private let rescan: Double
    private let log: Log
    private var settling: Settling
    /// The folders watched, by the number of the watch; relative, empty for the drop folder itself.
    private var folders: [Int32: String] = [:]
    private var nextScan: Double
    private var lastScan = -Double.infinity
    private var overflowPause = 1.0
    /// What is wrong with folders as it was said, and as this listing found it: each is said once while it lasts.
    private var said: Set<String> = []
    private var found: Set<String> = []

    private static let deepest = 32
    private static let pollingRescan = 5.0

    /// Watches `root`, which is made where it is not there; the first listing is due at once.
    package init(root: String, settings: IntakeSettings, log: Log, at now: Double) throws(PlatformError) {
        let isPolling = try Self.prepare(root)
        watch = try DirectoryWatch()
        self.root = root
        self.log = log
        self.isPolling = isPolling
        rescan = isPolling ? min(settings.rescan, Self.pollingRescan) : settings.rescan
        settling = Settling(settle: settings.settle)
        nextScan = now
    }

    /// Makes the folder, and tells whether events can be trusted there.
    private static func prepare(_ root: String) throws(PlatformError) -> Bool {
        try FileSystem.makeDirectory(root, mode: 0o770)
        return try FileSystem.volume(of: root).isRemote
    }

    /// For a poller: readable when there are events.
    package var rawValue: Int32 { watch.rawValue }

    /// How many files wait here, as far as is known.
    package var waiting: Int { settling.count }

    /// When there will be something to do without an event.
    package var nextDue: Double { min(nextScan, settling.nextDue ?? .infinity) }

    /// Takes in what events tell, and lists everything where that is due.
    package mutating func update(at now: Double) {
        while true {
            let events = watch.read()
            if events.isEmpty { break }
            for event in events { take(event, at: now) }
        }
        if now >= nextScan { scan(at: now) }
    }

    /// The path, below the drop folder, of the next file that is whole; nil where none is.
    package mutating func next(at now: Double) -> String? {
        while let name = settling.next(at: now) {
            let (status, hasWriter, trouble) = inspect(name)
            var answer = settling.look(name, status: status, hasWriter: hasWriter, at: now)
            if answer == .take, let status, let trouble { answer = settling.leave(name, status, trouble) }
            switch answer {
            case .take: return name
            case .wait: break
            case .leave(let reason): if let reason { log.warning("\(root)/\(name) is left alone: \(reason)") }
            }
        }
        return nil
    }

    /// Has the file looked at again soon: it was ready and could not be claimed.
    package mutating func putBack(_ name: String, at now: Double) {
        settling.notice(name, .listed, status: try? FileSystem.status(of: root + "/" + name), at: now)
    }

    private func inspect(_ name: String) -> (status: FileStatus?, hasWriter: Bool?, trouble: String?) {
        let path = root + "/" + name
        guard let status = try? FileSystem.status(of: path) else { return (nil, nil, nil) }
        guard status.isRegular else { return (status, nil, nil) }
        do throws(PlatformError) {
            let file = try OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            return (status, file.hasWriter(), nil)
        } catch {
            let reason = PlatformError(operation: error.operation, path: "", errno: error.errno)
            return (status, nil, "\(reason); make it readable for this user")
        }
    }

    private mutating func take(_ event: DirectoryWatch.Event, at now: Double) {
        if event.isOverflow {
            overflows += 1
            log.warning("\(root): more events than inotify could hold; listing everything")
            // At once the first time; a folder that overflows all the time must not be listed all the time.
            nextScan = min(nextScan, max(now, lastScan + overflowPause))
            overflowPause = min(overflowPause * 2, 60)
            return
        }
        guard let folder = folders[event.watch] else { return }
        if event.isLost {
            // Moved, removed or unmounted: what is there now has to be watched anew.
            folders[event.watch] = nil
            nextScan = min(nextScan, max(now, lastScan + 0.1))
            return
        }
        guard !DropName.isIgnored(event.name), !event.name.isEmpty else { return }
        let name = folder.isEmpty ? event.name : folder + "/" + event.name
        if event.isFolder {
            list(name, at: now, isFull: false)
        } else {
            let notice: Settling.Notice = event.isMovedIn ? .renamed : event.isClosed ? .closed : .created
            settling.notice(name, notice, status: try? FileSystem.status(of: root + "/" + name), at: now)
        }
    }

    private mutating func scan(at now: Double) {
        scans += 1
        let hasOverflowed = nextScan < lastScan + rescan
        if !hasOverflowed { overflowPause = 1 }
        lastScan = now
        nextScan = now + rescan
        let before = folders
        folders = [:]
        found = []
        var names: Set<String> = []
        list("", at: now, isFull: true, into: &names)
        settling.keep(only: names)
        for number in before.keys where folders[number] == nil { watch.remove(number) }
        said = found
        if folders.isEmpty { nextScan = now + min(rescan, 5) }
    }

    private mutating func list(_ folder: String, at now: Double, isFull: Bool) {
        var names: Set<String> = []
        list(folder, at: now, isFull: isFull, into: &names)
    }

    private mutating func list(_ folder: String, at now: Double, isFull: Bool, into names: inout Set<String>) {
        let path = folder.isEmpty ? root : root + "/" + folder
        guard folder.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.deepest else {
            // Of one tree that is too deep there may be very many folders: the first stands for all.
            return say("\(path): not looked into; drop files at most \(Self.deepest) folders deep", as: "deep")
        }
        do throws(PlatformError) {
            folders[try watch.add(path)] = folder
            for entry in try FileSystem.list(path) where !DropName.isIgnored(entry.name) {
                let name = folder.isEmpty ? entry.name : folder + "/" + entry.name
                let status = try? FileSystem.status(of: root + "/" + name)
                if status?.isDirectory == true {
                    list(name, at: now, isFull: isFull, into: &names)
                } else {
                    names.insert(name)
                    let before = settling.count
                    settling.notice(name, .listed, status: status, at: now)
                    if isFull, scans > 1 { foundUnseen += settling.count - before }
                }
            }
        } catch {
            // The whole of a sub-folder may be gone by now, which is no trouble.
            let remedy = error.isDenied ? "; give this user the right to read it" : ""
            if !error.isMissing || folder.isEmpty { say("\(error); nothing is taken from it\(remedy)") }
        }
    }

    private mutating func say(_ trouble: String, as kind: String? = nil) {
        found.insert(kind ?? trouble)
        if said.insert(kind ?? trouble).inserted { log.error(trouble) }
    }
}
