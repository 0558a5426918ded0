import Foundation
import Glibc
import Intake
import Pipeline
import Platform
import TestSupport
import Testing

struct DaemonTroubleTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func takesNothingInWhileTheDiskIsTooFullAndSaysSo() throws {
        let daemon = try RunningDaemon(folder, intake: IntakeSettings(minimumFree: .max / 2, settle: 0))
        defer { daemon.stop() }
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { folder.status?.phase == .degraded })
        #expect(folder.files("state/drop") == ["a"] && folder.claimed.isEmpty && folder.archived.isEmpty)
        #expect(folder.status?.trouble?.contains("too full") == true)
        #expect(folder.messages == ["degraded-disk-full"])
    }

    @Test func aQueueWithoutRoomKeepsFilesInTheDropFolder() throws {
        let queue = FileQueue(folder: folder.file("messages"), isFull: { true })
        let daemon = try RunningDaemon(folder, queue: queue)
        defer { daemon.stop() }
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { folder.status?.trouble?.contains("too many messages") == true })
        #expect(folder.files("state/drop") == ["a"])
    }

    @Test func keepsTheClaimUntilItsMessageIsQueued() throws {
        let isMended = Flag()
        let queue = FileQueue(folder: folder.file("messages"), isBroken: { !isMended.isRaised })
        let daemon = try RunningDaemon(folder, queue: queue)
        defer { daemon.stop() }
        try folder.drop("report 甲局 2023 bad", as: "a")
        #expect(eventually { folder.status?.phase == .degraded })
        #expect(folder.claimed.count == 1 && folder.archived.count == 1 && folder.messages.isEmpty)
        isMended.raise()
        #expect(eventually { folder.claimed.isEmpty && folder.status?.phase == .running })
        #expect(folder.messages.contains { $0.hasPrefix("failed-") })
        #expect(folder.archived == ["2023/甲局/report-1.json"])
    }

    @Test func aWriterThatGoesOnAfterTheRenameIsWaitedFor() throws {
        let daemon = try RunningDaemon(folder)
        defer { daemon.stop() }
        try folder.write("report 甲局", to: "state/drop/.a")
        do {
            let writer = try OwnedDescriptor.open(folder.file("state/drop/.a"), O_WRONLY | O_APPEND)
            try FileSystem.rename(folder.file("state/drop/.a"), to: folder.file("state/drop/a"))
            usleep(200_000)
            #expect(folder.archived.isEmpty && folder.quarantined.isEmpty)
            try writer.write(Array(" 2023".utf8))
            try writer.close()
        }
        #expect(eventually { folder.archived == ["2023/甲局/report-1.json"] })
        #expect(folder.quarantined.isEmpty)
    }
}
