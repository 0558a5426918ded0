import Archive
import Foundation
import Glibc
import Intake
import Model
import Pipeline
import Platform
import Synchronization
import TestSupport
import Testing

struct DaemonTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func archivesWhatIsDroppedByRenameAndByCopy() throws {
        let daemon = try RunningDaemon(folder)
        defer { daemon.stop() }
        try folder.drop("report 甲局 2023", as: "a.txt")
        try folder.write("report 乙局 2023 bad", to: "state/drop/site/b.txt")
        #expect(eventually { folder.archived.count == 2 && folder.messages.count == 1 && folder.claimed.isEmpty })
        #expect(folder.archived == ["2023/乙局/report-1.json", "2023/甲局/report-1.json"])
        let record = try ArchiveReader(root: folder.file("state/archive")).entry(for: "乙局/2023")
        #expect(record.sourceName == "site/b.txt" && record.verdict == "fail")
        #expect(eventually { folder.status?.counts.archived == 2 })
        #expect(daemon.stop())
        #expect(folder.status?.phase == .stopped)
    }

    @Test func aRenamedFileWaitsNeitherForTheSettleTimeNorForAListing() throws {
        let daemon = try RunningDaemon(folder, intake: IntakeSettings(settle: 600, rescan: 600))
        defer { daemon.stop() }
        for number in 0..<20 {
            try folder.drop("report 甲局\(number) 2023", as: "a")
            let path = folder.file("state/archive/2023/甲局\(number)/report-1.json")
            #expect(eventually { FileSystem.exists(path) })
        }
    }

    @Test func theSameBytesMakeOneRecordAndOneMessage() throws {
        let daemon = try RunningDaemon(folder)
        defer { daemon.stop() }
        for name in ["a", "b", "c"] { try folder.drop("report 甲局 2023 bad", as: name) }
        #expect(eventually { folder.status?.counts.duplicates == 2 })
        #expect(folder.archived == ["2023/甲局/report-1.json"])
        #expect(folder.messages.count == 1)
    }

    @Test func backfillIsArchivedWithoutMessages() throws {
        let daemon = try RunningDaemon(folder)
        defer { daemon.stop() }
        try folder.drop("report 甲局 2015 bad", as: "backfill/a")
        try folder.drop("junk", as: "backfill/b")
        #expect(eventually { folder.archived.count == 1 && folder.quarantined.count == 2 && folder.claimed.isEmpty })
        #expect(folder.messages.isEmpty)
    }

    @Test func junkGoesToQuarantineOrIsLeftAlone() throws {
        let daemon = try RunningDaemon(folder, intake: IntakeSettings(settle: 0.1, maximumBytes: 1000))
        defer { daemon.stop() }
        try folder.drop("", as: "empty")
        try folder.drop(String(repeating: "x", count: 1001), as: "large")
        #expect(unsafe mkfifo(folder.file("state/drop/fifo"), 0o600) == 0)
        #expect(unsafe symlink("/etc/hostname", folder.file("state/drop/link")) == 0)
        #expect(eventually { folder.quarantined.count == 4 && folder.claimed.isEmpty })
        #expect(folder.quarantined == ["empty", "empty.reason.json", "large", "large.reason.json"])
        #expect(folder.read("state/quarantine/large.reason.json")?.contains("\"too-large\"") == true)
        #expect(folder.messages.count == 2)
        #expect(FileSystem.exists(folder.file("state/drop/fifo")) && FileSystem.exists(folder.file("state/drop/link")))
    }

    @Test func theSidecarReachesTheReader() throws {
        let daemon = try RunningDaemon(folder)
        defer { daemon.stop() }
        try folder.write(#"{"url":"https://x.gov.cn/","agency":"丙局","year":2020}"#, to: "state/drop/a.meta.json")
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { folder.archived.count == 1 && folder.claimed.isEmpty })
        #expect(folder.read("state/archive/2023/甲局/report-1.json")?.contains("https://x.gov.cn/") == true)
    }

    @Test func aSidecarThatIsNoneIsToldOfOnce() throws {
        let file = unsafe open(folder.file("log"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
        defer { close(file) }
        let daemon = try RunningDaemon(folder, log: Log(threshold: .warning, descriptor: file))
        defer { daemon.stop() }
        try folder.write("no JSON", to: "state/drop/a.meta.json")
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { folder.archived.count == 1 && folder.claimed.isEmpty })
        let lines = folder.read("log")?.split(separator: "\n").filter { $0.contains("a.meta.json is ignored") }
        #expect(lines?.count == 1)
    }

    /// Where the text is silent, what the sidecar says counts.
    private static let hintedReader: ReadReport = { bytes, source, received in
        let reading = testReader(bytes, source, received)
        guard case .report(var report) = reading else { return reading }
        let hint = source.hint
        report.identity.agency = report.identity.agency == "-" ? hint?.agency : report.identity.agency
        report.identity.year = report.identity.year ?? hint?.year
        return .report(report)
    }

    @Test func aSidecarThatComesLaterCompletesTheRecord() throws {
        let daemon = try RunningDaemon(folder, reader: Self.hintedReader)
        defer { daemon.stop() }
        try folder.drop("report 甲局 2023 bad", as: "a")
        #expect(eventually { folder.archived.count == 1 && folder.claimed.isEmpty })
        let sidecar = #"{"url":"https://x.gov.cn/","fetched":"2024-01-30","agency":"丙局","year":2020}"#
        try folder.write(sidecar, to: "state/drop/b.meta.json")
        try folder.drop("report 甲局 2023 bad", as: "b")
        #expect(eventually { folder.status?.counts.duplicates == 1 && folder.claimed.isEmpty })
        #expect(folder.archived == ["2023/甲局/report-1.json"])
        let record = try #require(folder.read("state/archive/2023/甲局/report-1.json"))
        #expect(record.contains("https://x.gov.cn/") && record.contains("2024-01-30"))
        #expect(record.contains(#""name": "a""#))
        #expect(folder.messages.count == 1)
        #expect(try ArchiveVerifier(root: folder.file("state/archive")).verify().problems.isEmpty)
    }

    @Test func aSidecarThatNamesTheAgencyLaterBringsTheReportThere() throws {
        let daemon = try RunningDaemon(folder, reader: Self.hintedReader)
        defer { daemon.stop() }
        try folder.drop("report - 2023 bad", as: "a")
        #expect(eventually { folder.archived.count == 1 && folder.claimed.isEmpty })
        #expect(folder.archived.first?.hasPrefix("unknown/") == true)
        try folder.write(#"{"agency":"丙局"}"#, to: "state/drop/b.meta.json")
        try folder.drop("report - 2023 bad", as: "b")
        #expect(eventually { folder.status?.counts.duplicates == 1 && folder.claimed.isEmpty })
        #expect(folder.archived == ["2023/丙局/report-1.json"])
        #expect(folder.messages.count == 1)
        #expect(try ArchiveVerifier(root: folder.file("state/archive")).verify().problems.isEmpty)
    }

    @Test func oneInstanceOnly() throws {
        let first = try RunningDaemon(folder)
        defer { first.stop() }
        let second = try RunningDaemon(folder)
        #expect(eventually { second.error?.contains("another gouji watch is running") == true })
        #expect(first.error == nil)
    }

    @Test func finishesTheFileInHandWhenItIsStopped() throws {
        let entered = Flag()
        let daemon = try RunningDaemon(
            folder,
            reader: { bytes, source, received in
                entered.raise()
                usleep(300_000)
                return testReader(bytes, source, received)
            }
        )
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { entered.isRaised })
        try folder.drop("report 乙局 2023", as: "b")
        #expect(daemon.stop())
        #expect(folder.archived == ["2023/甲局/report-1.json"])
        #expect(folder.claimed.isEmpty)
        #expect(folder.files("state/drop") == ["b"])
    }

    @Test func aReaderThatHangsDoesNotKeepItFromStopping() throws {
        let (entered, release) = (Flag(), Flag())
        let daemon = try RunningDaemon(
            folder,
            reader: { bytes, source, received in
                entered.raise()
                _ = eventually { release.isRaised }
                return testReader(bytes, source, received)
            }
        )
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { entered.isRaised })
        #expect(daemon.stop(within: 5.2))
        release.raise()
        #expect(eventually { folder.archived.count == 1 })
    }

    @Test func takesTheNewPartsOnReload() throws {
        let folderPath = folder.file("other")
        let daemon = try RunningDaemon(
            folder,
            reload: {
                DaemonParts(intake: IntakeSettings(settle: 0), reader: testReader, queue: FileQueue(folder: folderPath))
            }
        )
        defer { daemon.stop() }
        try folder.drop("report 甲局 2023 bad", as: "a")
        #expect(eventually { folder.messages.count == 1 })
        daemon.send(SIGHUP)
        #expect(
            eventually {
                try? folder.drop("report 乙局 \(1000 + Int.random(in: 0..<9000)) bad", as: "b")
                return !folder.files("other").isEmpty
            }
        )
    }

    @Test func namesTheFileSystemThatIsNotOne() throws {
        // /dev/shm is a mount of its own.
        let other = "/dev/shm/gouji-test-" + Random.hex(8)
        defer { try? FileManager.default.removeItem(atPath: other) }
        let daemon = try RunningDaemon(folder, intake: IntakeSettings(drop: other))
        #expect(eventually { daemon.error?.contains("set intake.drop") == true })
        #expect(try FileSystem.list(other).isEmpty)
    }
}

/// Set once, seen by another thread.
final class Flag: Sendable {
    private let value = Atomic(false)
    var isRaised: Bool { value.load(ordering: .acquiring) }
    func raise() { value.store(true, ordering: .releasing) }
}
