import Archive
import Foundation
import Glibc
import Intake
import Pipeline
import Platform
import Synchronization
import TestSupport
import Testing

/// One run of the daemon over three files, again and again, with the first, the second … call that changes something in
/// the state directory the fatal one; after each, a restart, and nothing may be lost, torn, doubled or left behind.
struct DaemonFaultTests {
    /// Cases run side by side, on threads of their own: most of each is waiting.
    private static let lanes = 8

    @Test(arguments: [0, EIO, ENOSPC]) func survivesAFaultAtEveryCall(errno: Int32) throws {
        let library = try FaultLibrary()
        let tally = FaultTally()
        let threads = try (1...Self.lanes).map { lane in
            try WorkerThread {
                for call in stride(from: lane, to: 1000, by: Self.lanes) {
                    let outcome = Result { try FaultCase(errno: errno, call: call).run(library) }
                    let found = (try? outcome.get().problems) ?? ["\(outcome)"]
                    tally.problems.withLock { $0 += found.map { "errno \(errno) at call \(call): \($0)" } }
                    guard let wasHit = try? outcome.get().wasHit, wasHit else { return }
                    tally.calls.add(1, ordering: .relaxed)
                }
            }
        }
        #expect(eventually(within: 1200) { threads.allSatisfy(\.hasEnded) })
        #expect(tally.problems.withLock { $0 } == [])
        // Fewer would mean that faults no longer reach the calls.
        #expect(tally.calls.load(ordering: .relaxed) > 60)
    }
}

private final class FaultTally: Sendable {
    let problems = Mutex<[String]>([])
    let calls = Atomic(0)
}

/// The fault at one call, and what came of it.
private struct FaultCase {
    let errno: Int32
    let call: Int

    func run(_ library: FaultLibrary) throws -> (wasHit: Bool, problems: [String]) {
        let folder = try TemporaryFolder()
        for (name, text) in FaultChild.files { try folder.write(text, to: "in/" + name) }
        try library.run(folder, errno: errno, call: call)
        let wasHit = FileSystem.exists(folder.file("mark"))
        let lost = FaultChild.files.filter { name, text in
            !name.hasSuffix(".meta.json") && !isSomewhere(text, folder)
        }
        var problems = lost.keys.map { "\($0) is lost" }
        if !wasHit, !FaultChild.isDone(folder.path) { problems.append("came neither to the call nor to an end") }
        problems += try finish(folder)
        problems += try faults(of: folder)
        return (wasHit, problems)
    }

    private func isSomewhere(_ text: String, _ folder: TemporaryFolder) -> Bool {
        folder.files().contains { !$0.hasPrefix("messages/") && !$0.contains("/.tmp.") && folder.read($0) == text }
    }

    /// Starts a daemon in good health and gives it what the other did not come to.
    private func finish(_ folder: TemporaryFolder) throws -> [String] {
        let daemon = try RunningDaemon(folder, intake: IntakeSettings(settle: 0))
        if let error = daemon.error { return [error] }
        try FaultChild.dropAll(folder.path)
        let isDone = eventually { FaultChild.isDone(folder.path) }
        return [isDone ? nil : "work is left over", daemon.stop() ? nil : "does not stop"].compactMap(\.self)
    }

    private func faults(of folder: TemporaryFolder) throws -> [String] {
        var found = try ArchiveVerifier(root: folder.file("state/archive")).verify().problems.map(\.description)
        if folder.archived != ["2023/甲局/report-1.json"] { found.append("archived: \(folder.archived)") }
        let record = folder.read("state/archive/2023/甲局/report-1.json")
        if record?.contains("https://x.gov.cn/") != true { found.append("the sidecar is lost") }
        if folder.quarantined != ["junk.jpg", "junk.jpg.reason.json"] { found.append("\(folder.quarantined)") }
        let messages = folder.messages.filter { !$0.hasPrefix("degraded") && !$0.hasPrefix(".") }
        if messages.count != 2 { found.append("messages: \(messages)") }
        let litter = folder.files("state").filter { $0.contains(".tmp.") || $0.contains("probe") }
        return found + litter.map { "left behind: \($0)" }
    }
}

/// The process that meets its fate.
struct FaultChild {
    static let files = [
        "a.txt": "report 甲局 2023 bad", "a.txt.meta.json": #"{"url":"https://x.gov.cn/"}"#, "junk.jpg": "\u{1}junk",
    ]

    @Test(.enabled(if: ProcessInfo.processInfo.environment["FAULT_ROOT"] != nil)) func run() throws {
        let root = try #require(ProcessInfo.processInfo.environment["FAULT_ROOT"])
        let path = FileSystem.parent(of: root)
        let intake = IntakeSettings(settle: 0)
        let parts = DaemonParts(intake: intake, reader: testReader, queue: FileQueue(folder: path + "/messages"))
        _ = try WorkerThread {
            do {
                let log = Log(threshold: .critical)
                let settings = Settings(state: root, intake: intake)
                let daemon = try Daemon(settings: settings, log: log, notifier: SystemdNotifier(address: nil))
                try daemon.run(parts) { parts }
            } catch {
                _exit(1)
            }
        }
        let phase = { DaemonStatus.read(root + "/status.json")?.phase }
        let wasHit = { FileSystem.exists(path + "/mark") }
        // Before the fault, a busy machine is waited for; after it, the daemon may rightly stand still.
        _ = eventually { phase() != nil || wasHit() }
        _ = eventually(within: 1) { phase() != nil }
        try Self.dropAll(path)
        let isOver = { Self.isDone(path) || phase() == .degraded }
        _ = eventually { isOver() || wasHit() }
        _ = eventually(within: 3, isOver)
        // In the midst of everything, without a goodbye.
        _exit(0)
    }

    /// Renames what is still to come into the drop folder, the sidecar first.
    static func dropAll(_ path: String) throws {
        for name in files.keys.sorted().reversed() where FileSystem.exists(path + "/in/" + name) {
            try FileSystem.rename(path + "/in/" + name, to: path + "/state/drop/" + name)
        }
    }

    /// Whether nothing waits and nothing is in hand.
    static func isDone(_ path: String) -> Bool {
        let names = ["in", "state/drop", "state/claim"].flatMap { folder in
            ((try? FileSystem.list(path + "/" + folder)) ?? []).map(\.name)
        }
        return names.isEmpty
    }
}

/// `Tests/Faults/faults.c`, compiled, and the means to run this test bundle under it.
private final class FaultLibrary: Sendable {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let source = Fixture.packageRoot.appending(path: "Tests/Faults/faults.c").path
        let status = try Self.execute(
            "/usr/bin/env",
            ["cc", "-shared", "-fPIC", "-o", folder.file("faults.so"), source]
        )
        try #require(status == 0, "a C compiler is needed")
    }

    func run(_ target: TemporaryFolder, errno: Int32, call: Int) throws {
        let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
        let arguments = ["--testing-library", "swift-testing", "--filter", "FaultChild"]
        let environment = [
            "LD_PRELOAD": folder.file("faults.so"), "FAULT_ROOT": target.file("state"), "FAULT_AT": String(call),
            "FAULT_ERRNO": String(errno), "FAULT_MARK": target.file("mark"),
        ]
        _ = try Self.execute(bundle, arguments, environment)
    }

    private static func execute(
        _ path: String,
        _ arguments: [String],
        _ environment: [String: String] = [:]
    ) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
