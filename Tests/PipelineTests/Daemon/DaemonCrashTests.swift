import Archive
import Foundation
import Glibc
import Intake
import Model
import Pipeline
import Platform
import TestSupport
import Testing

/// The process ends at once, as by `kill -9`, at a chosen step; then another daemon takes over.
struct DaemonCrashTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func restart() throws {
        let daemon = try RunningDaemon(folder)
        #expect(eventually { folder.files("state/drop").isEmpty && folder.claimed.isEmpty })
        #expect(daemon.stop())
        #expect(try ArchiveVerifier(root: folder.file("state/archive")).verify().problems.isEmpty)
    }

    @Test func endingBeforeTheMessageIsQueuedLosesNone() async throws {
        let path = folder.path
        try folder.write("report 甲局 2023 bad", to: "state/drop/site/a.txt")
        await #expect(processExitsWith: .exitCode(137)) { [path = path as String] in
            runDaemon(path, queue: CrashingQueue(folder: path + "/messages", isAfter: false))
        }
        #expect(folder.archived.count == 1 && folder.claimed.count == 1 && folder.messages.isEmpty)
        try restart()
        #expect(folder.archived == ["2023/甲局/report-1.json"])
        #expect(folder.messages.count == 1)
        let entry = try ArchiveReader(root: folder.file("state/archive")).entry(for: "甲局/2023")
        #expect(entry.sourceName == "site/a.txt")
    }

    @Test func endingAfterTheMessageIsQueuedMakesNoSecond() async throws {
        let path = folder.path
        try folder.write("report 甲局 2023 bad", to: "state/drop/a.txt")
        await #expect(processExitsWith: .exitCode(137)) { [path = path as String] in
            runDaemon(path, queue: CrashingQueue(folder: path + "/messages", isAfter: true))
        }
        #expect(folder.claimed.count == 1 && folder.messages.count == 1)
        try restart()
        #expect(folder.archived == ["2023/甲局/report-1.json"])
        #expect(folder.messages.count == 1)
    }

    @Test func endingBetweenReasonAndQuarantineComesToTheSame() async throws {
        let path = folder.path
        try folder.write("junk", to: "state/drop/a.jpg")
        await #expect(processExitsWith: .exitCode(137)) { [path = path as String] in
            runDaemon(path, queue: CrashingQueue(folder: path + "/messages", isAfter: true))
        }
        #expect(folder.quarantined == ["a.jpg.reason.json"] && folder.claimed.count == 1)
        try restart()
        #expect(folder.quarantined == ["a.jpg", "a.jpg.reason.json"])
        #expect(folder.messages.count == 1)
    }

    @Test func aFileThatBringsTheReaderDownThreeTimesIsPoison() async throws {
        let path = folder.path
        try folder.write("report 甲局 2023", to: "state/drop/a.txt")
        for attempt in 1...3 {
            await #expect(processExitsWith: .exitCode(137)) { [path = path as String] in
                runDaemon(path, queue: FileQueue(folder: path + "/messages"), reader: { _, _, _ in _exit(137) })
            }
            #expect(folder.claimed.first?.contains(".\(attempt).a.txt") == true)
        }
        try restart()
        #expect(folder.quarantined == ["a.txt", "a.txt.reason.json"])
        #expect(folder.read("state/quarantine/a.txt.reason.json")?.contains("\"poison\"") == true)
        #expect(folder.archived.isEmpty && folder.messages.count == 1)
    }
}

/// Ends the process when the first message is queued, before or after that is on the disk.
private struct CrashingQueue: MessageQueue {
    let folder: String
    let isAfter: Bool

    func enqueue(_ report: Report, archivePath: String, revision: Int) throws {
        if isAfter { try FileQueue(folder: folder).enqueue(report, archivePath: archivePath, revision: revision) }
        _exit(137)
    }

    func enqueueUnreadable(_ rejection: Rejection, source: Source, id: String, path: String) throws {
        if isAfter { try FileQueue(folder: folder).enqueueUnreadable(rejection, source: source, id: id, path: path) }
        _exit(137)
    }

    func enqueueDegraded(code: String, message: Finding.Message, since: String) throws { _exit(1) }
}

private func runDaemon(_ path: String, queue: some MessageQueue, reader: @escaping ReadReport = testReader) {
    let intake = IntakeSettings(settle: 0.1)
    let settings = Settings(state: path + "/state", intake: intake)
    do {
        let daemon = try Daemon(
            settings: settings,
            log: Log(threshold: .critical),
            notifier: SystemdNotifier(address: nil)
        )
        let parts = DaemonParts(intake: intake, reader: reader, queue: queue)
        try daemon.run(parts) { parts }
    } catch {
        _exit(2)
    }
}
