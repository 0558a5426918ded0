import Foundation
import Glibc
import Intake
import Model
import Pipeline
import Platform
import Synchronization
import TestSupport

/// A queue that keeps its messages as files, as the outbox does: one a message, written once.
struct FileQueue: MessageQueue {
    let folder: String
    var isBroken: @Sendable () -> Bool = { false }
    var hasRoom: Bool { !isFull() }
    var isFull: @Sendable () -> Bool = { false }

    func enqueue(_ report: Report, archivePath: String, revision: Int) throws {
        guard report.findings.contains(where: { $0.severity == .error }) else { return }
        try write("failed-" + report.id.dropFirst(7).prefix(16), archivePath)
    }

    func enqueueUnreadable(_ rejection: Rejection, source: Source, id: String, path: String) throws {
        try write("unreadable-" + id.dropFirst(7).prefix(16), "\(path) \(rejection.code.rawValue)")
    }

    func enqueueDegraded(code: String, message: Finding.Message, since: String) throws {
        try write("degraded-" + code, message.en)
    }

    private func write(_ name: String, _ text: String) throws {
        if isBroken() { throw PlatformError(operation: "write", path: name, errno: EIO) }
        try FileSystem.makeDirectory(folder)
        if !FileSystem.exists(folder + "/" + name) { try DurableFile.write(Array(text.utf8), to: folder + "/" + name) }
    }
}

/// Reads `report AGENCY YEAR [bad]`; anything else is no report.
let testReader: ReadReport = { bytes, source, received in
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard words.count >= 3, words[0] == "report" else {
        return .rejected(Rejection(.notAReport, .init(zh: "不是年报", en: "no annual report")))
    }
    var report = Report(source: source, identity: Identity(agency: String(words[1]), year: Int(words[2])))
    if words.contains("bad") {
        report.findings = [
            Finding(rule: "section.missing", severity: .error, message: .init(zh: "缺", en: "missing"), fingerprint: "f")
        ]
    }
    return .report(report)
}

/// A daemon on a thread of its own, stopped as systemd would.
final class RunningDaemon: Sendable {
    private let thread = Mutex<pthread_t?>(nil)
    private let failure = Mutex<String?>(nil)
    private let hasEnded = Atomic(false)

    init(
        _ folder: TemporaryFolder,
        intake: IntakeSettings = IntakeSettings(settle: 0.1),
        reader: @escaping ReadReport = testReader,
        queue: FileQueue? = nil,
        notifier: SystemdNotifier = SystemdNotifier(address: nil),
        log: Log = Log(threshold: .critical),
        reload: (@Sendable () throws -> DaemonParts)? = nil
    ) throws {
        let settings = Settings(state: folder.file("state"), intake: intake)
        let parts = DaemonParts(
            intake: intake,
            reader: reader,
            queue: queue ?? FileQueue(folder: folder.file("messages"))
        )
        _ = try WorkerThread { [self] in
            thread.withLock { $0 = pthread_self() }
            do {
                let daemon = try Daemon(settings: settings, log: log, notifier: notifier)
                try daemon.run(parts) { try reload?() ?? parts }
            } catch {
                failure.withLock { $0 = "\(error)" }
            }
            hasEnded.store(true, ordering: .releasing)
        }
        _ = eventually { isReady(folder) || hasEnded.load(ordering: .acquiring) }
    }

    /// What kept it from starting.
    var error: String? { failure.withLock { $0 } }

    private func isReady(_ folder: TemporaryFolder) -> Bool {
        DaemonStatus.read(folder.file("state/status.json"))?.phase == .running
            && LockFile.isHeld(folder.file("state/lock"))
    }

    func send(_ signal: Int32) {
        thread.withLock { thread in
            if let thread, !hasEnded.load(ordering: .acquiring) { pthread_kill(thread, signal) }
        }
    }

    /// Whether it stopped within `seconds`.
    @discardableResult
    func stop(within seconds: Double = 6) -> Bool {
        send(SIGTERM)
        return eventually(within: seconds) { hasEnded.load(ordering: .acquiring) }
    }
}

extension TemporaryFolder {
    /// Puts a file into the drop folder by a rename.
    func drop(_ text: String, as name: String) throws {
        try write(text, to: "state/drop/.writing")
        let target = file("state/drop/" + name)
        try FileSystem.makeDirectory(FileSystem.parent(of: target))
        try FileSystem.rename(file("state/drop/.writing"), to: target)
    }

    var archived: [String] { files("state/archive").filter { !$0.contains(".source.") && !$0.hasPrefix(".") } }
    var claimed: [String] { files("state/claim") }
    var quarantined: [String] { files("state/quarantine") }
    var messages: [String] { files("messages") }
    var status: DaemonStatus? { DaemonStatus.read(file("state/status.json")) }
}
