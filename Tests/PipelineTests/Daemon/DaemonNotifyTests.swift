import Foundation
import Glibc
import Pipeline
import Platform
import TestSupport
import Testing

struct DaemonNotifyTests {
    let folder: TemporaryFolder
    let listener: DatagramListener
    let notifier: SystemdNotifier

    init() throws {
        folder = try TemporaryFolder()
        listener = try DatagramListener(folder.file("notify"))
        notifier = SystemdNotifier(address: folder.file("notify"), watchdogInterval: 0.2)
    }

    @Test func tellsSystemdWhatItDoes() throws {
        let daemon = try RunningDaemon(folder, notifier: notifier)
        try folder.drop("report 甲局 2023", as: "a")
        var said: [String] = []
        #expect(
            eventually {
                said += listener.all()
                return said.contains("STATUS=1 archived, 0 in quarantine, 0 waiting")
            }
        )
        #expect(said.contains("READY=1"))
        daemon.send(SIGHUP)
        #expect(
            eventually {
                said += listener.all()
                return said.contains { $0.hasPrefix("RELOADING=1") }
            }
        )
        #expect(daemon.stop())
        said += listener.all()
        #expect(said.contains("STOPPING=1"))
        let reloading = said.firstIndex { $0.hasPrefix("RELOADING=1") } ?? 0
        #expect(said[reloading...].contains("READY=1"))
    }

    @Test func feedsTheWatchdogWhileItIdlesAndNotWhileAReaderHangs() throws {
        let (entered, release) = (Flag(), Flag())
        let daemon = try RunningDaemon(
            folder,
            reader: { bytes, source, received in
                entered.raise()
                _ = eventually { release.isRaised }
                return testReader(bytes, source, received)
            },
            notifier: notifier
        )
        var fed = 0
        #expect(
            eventually {
                fed += listener.all().count { $0 == "WATCHDOG=1" }
                return fed >= 4
            }
        )
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { entered.isRaised })
        // One question may have been answered before the reader was entered.
        usleep(300_000)
        _ = listener.all()
        usleep(500_000)
        #expect(!listener.all().contains("WATCHDOG=1"))
        release.raise()
        #expect(eventually { listener.all().contains("WATCHDOG=1") })
        #expect(daemon.stop())
    }

    @Test func anIdleDaemonWritesNothing() throws {
        let daemon = try RunningDaemon(folder)
        try folder.drop("report 甲局 2023", as: "a")
        #expect(eventually { folder.status?.counts.archived == 1 && folder.status?.counts.waiting == 0 })
        usleep(100_000)
        let before = try FileSystem.status(of: folder.file("state/status.json"))
        usleep(1_500_000)
        #expect(try FileSystem.status(of: folder.file("state/status.json")) == before)
        #expect(daemon.stop())
    }
}
