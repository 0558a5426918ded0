import Forms
import Foundation
import Glibc
import Model
import Notify
import Platform
import TestSupport
import Testing

/// The built daemon and a receiver that is down for three days of a clock that is moved, with `kill -9` meanwhile.
@Suite struct OutageTests {
    private static let threads = 50
    private static let revisions = 40
    /// Kills during the outage, each this many hours after the one before.
    private static let kills = 12
    private static let hours = 6

    @Test func threeDaysOfOutageLoseNothingAndEndInNoFlood() throws {
        let world = try OutageWorld(answers: ["200"])
        try world.setDown(true)
        try world.queue(threads: Self.threads, revisions: Self.revisions)
        for step in 0..<Self.kills {
            try world.clock.set(seconds: step * Self.hours * 3600, rate: 1)
            let tries = world.tries
            let daemon = try world.start()
            // It goes on reading what is dropped, and has tried what is due.
            try world.drop(step)
            #expect(eventually { world.tries > tries && world.archived == step + 1 })
            kill(daemon.pid, SIGKILL)
            _ = daemon.wait()
        }
        #expect(world.visits.isEmpty)
        let waiting = world.box("pending")
        #expect(waiting.count == Self.threads * Self.revisions + Self.kills)
        #expect(world.box("dead") == [])

        try world.setDown(false)
        try world.clock.set(seconds: Self.kills * Self.hours * 3600, rate: 60)
        var daemon = try world.start()
        #expect(eventually { world.visits.count > 300 })
        kill(daemon.pid, SIGKILL)
        _ = daemon.wait()
        daemon = try world.start()
        #expect(eventually(within: 300) { world.box("sent").count == waiting.count })
        daemon.terminate()
        #expect(daemon.wait() == 0)
        try check(world, waiting)
    }

    private func check(_ world: OutageWorld, _ waiting: Set<String>) throws {
        let visits = world.visits
        #expect(Set(visits.map(\.id)) == waiting)
        #expect(world.box("dead") == [] && world.box("pending") == [])
        // What was on its way when it was killed, and what had arrived and was not noted yet, comes again: as it was.
        #expect(visits.count - waiting.count <= 64)
        #expect(Set(visits.map { $0.id + $0.hash }).count == waiting.count)
        // No more than ten a second, by the time that each try was signed at.
        let times = visits.compactMap { Int($0.timestamp) }
        let most = Dictionary(grouping: times) { $0 / 10 }.values.map(\.count).max() ?? 0
        #expect(most <= 100 + 20)
        try checkOrder(world, visits)
    }

    private func checkOrder(_ world: OutageWorld, _ visits: [OutageWorld.Visit]) throws {
        var seen: Set<String> = []
        var last: [String: Int] = [:]
        for visit in visits where seen.insert(visit.id).inserted {
            guard let mark = try world.thread(visit.id) else { continue }
            #expect(mark.revision > last[mark.agency, default: 0])
            last[mark.agency] = mark.revision
        }
    }

    @Test func aReceiverThatNeverAnswersDelaysNeitherAnotherNorTheArchive() throws {
        let world = try OutageWorld(answers: ["hang"], fast: ["200"])
        let daemon = try world.start()
        for step in 0..<5 {
            try world.drop(step)
            #expect(eventually { world.archived == step + 1 && world.box("sent", of: "fast").count == step + 1 })
        }
        // All that was while the first message was on its way to the slow one, and still is.
        #expect(eventually { !world.visits.isEmpty })
        #expect(world.box("sent") == [] && world.box("pending").count == 5)
        #expect(world.tries == 0)
        kill(daemon.pid, SIGKILL)
        _ = daemon.wait()
    }
}

/// A state directory, a receiver that can be down, a wall clock that can be moved, and the daemon.
private final class OutageWorld {
    let clock: MovedClock
    private let folder: TemporaryFolder
    private let receivers: [Child]
    private let form: Form

    struct Visit: Decodable {
        var id: String
        var timestamp: String
        var hash: String
    }

    /// `answers` are those of the endpoint `office`, `fast` those of a second one, if there is to be one.
    init(answers: [String], fast: [String] = []) throws {
        let folder = try TemporaryFolder()
        self.folder = folder
        clock = try MovedClock(folder)
        form = try #require(FormCatalog.form("2021"))
        var text = "state = \"\(folder.file("state"))\"\n[intake]\nsettle = 0\n"
        var receivers: [Child] = []
        for (name, answers) in [("office", answers), ("fast", fast)] where !answers.isEmpty {
            let (child, port) = try Self.receiver(folder, name, answers)
            receivers.append(child)
            text += "[[endpoint]]\nname = \"\(name)\"\nkind = \"webhook\"\nburst = 0\n"
            text += "url = \"http://127.0.0.1:\(port)/\"\n"
        }
        self.receivers = receivers
        try folder.write(text, to: "gouji.toml")
        try FileManager.default.createDirectory(atPath: folder.file("state/drop"), withIntermediateDirectories: true)
    }

    deinit {
        for receiver in receivers {
            kill(receiver.pid, SIGKILL)
            _ = receiver.wait()
        }
    }

    private static func receiver(
        _ folder: TemporaryFolder,
        _ name: String,
        _ answers: [String]
    ) throws -> (Child, port: Int) {
        let script = Fixture.packageRoot.appending(path: "Tests/NotifyTests/Receivers/receiver.py").path
        let child = try Child(
            ["/usr/bin/env", "python3", script, folder.file(name + ".log"), ""] + answers,
            output: folder.file(name + ".port"),
            errors: folder.file(name + ".err")
        )
        #expect(eventually { folder.read(name + ".port")?.hasSuffix("\n") == true })
        let port = Int((folder.read(name + ".port") ?? "").dropLast()) ?? 0
        try #require(port > 0, "python3 is needed")
        return (child, port)
    }

    func setDown(_ isDown: Bool) throws {
        if isDown {
            try folder.write("", to: "office.log.down")
        } else {
            try FileManager.default.removeItem(atPath: folder.file("office.log.down"))
        }
    }

    /// Queues messages as the daemon does, without the work of reading a report for each.
    func queue(threads: Int, revisions: Int) throws {
        let endpoint = EndpointSettings(name: "office", kind: .webhook)
        let notifier = try Notifier(
            outbox: Outbox(folder: folder.file("state/outbox")),
            composer: MessageComposer(settings: MessageSettings()),
            endpoints: [endpoint]
        )
        for revision in 1...revisions {
            for thread in 0..<threads {
                var report = Report(id: "sha256:\(thread)-\(revision)", received: "2026-01-31T09:00:00Z")
                report.source = Source(name: "\(thread)-\(revision).txt", bytes: 1)
                report.identity = Identity(agency: "第\(thread)街道办事处", year: 2023, form: "2021")
                var finding = Finding.balance()
                finding.fingerprint = "\(revision)"
                report.findings = [finding]
                try notifier.announce(report, archivePath: "archive/x", revision: revision)
            }
        }
    }

    /// Drops a faulty report of an agency of its own.
    func drop(_ number: Int) throws {
        var agency = Agency.all[0]
        agency.name = "第\(number)号" + agency.name
        let report = ReportTruth.make(form: form, agency: agency, year: 2023, seed: 5).withFault(.balance)
        try folder.write(report.text(.markdown), to: "state/drop/.\(number).md")
        unsafe rename(folder.file("state/drop/.\(number).md"), folder.file("state/drop/\(number).md"))
    }

    func start() throws -> Child {
        try Child(
            ["/usr/bin/env"] + clock.environment + [Tool.path, "watch", "--config", folder.file("gouji.toml")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
    }

    /// Failed tries so far.
    var tries: Int {
        lines.count { $0.contains("office: msg_") && $0.contains(" not delivered at try ") }
    }

    var archived: Int { lines.count { $0.contains(": archived as ") } }

    private var lines: [Substring] { (folder.read("watch.log") ?? "").split(separator: "\n") }

    func box(_ box: String, of endpoint: String = "office") -> Set<String> {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.file("state/outbox/\(endpoint)/\(box)"))
        return Set((names ?? []).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) })
    }

    /// What has come to `office`, in order.
    var visits: [Visit] {
        (folder.read("office.log") ?? "").split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Visit.self, from: Data($0.utf8))
        }
    }

    /// Which report a message that was sent is about; nil where that is not one of those that were only queued.
    func thread(_ id: String) throws -> (agency: String, revision: Int)? {
        struct Entry: Decodable {
            struct Mark: Decodable {
                var agency: String
                var revision: Int
            }
            var thread: Mark?
        }
        let text = try #require(folder.read("state/outbox/office/sent/\(id).json"))
        let mark = try JSONDecoder().decode(Entry.self, from: Data(text.utf8)).thread
        return mark.map { ($0.agency, $0.revision) }
    }
}

/// The wall clock of a process that is preloaded with `Tests/Faults/clock.c`.
private struct MovedClock {
    private let file: String
    private let library: String

    init(_ folder: TemporaryFolder) throws {
        file = folder.file("clock")
        library = folder.file("clock.so")
        let source = Fixture.packageRoot.appending(path: "Tests/Faults/clock.c").path
        let result = try Tool.run("/usr/bin/env", ["cc", "-shared", "-fPIC", "-o", library, source])
        try #require(result.status == 0, "a C compiler is needed")
        try set(seconds: 0, rate: 1)
    }

    var environment: [String] { ["LD_PRELOAD=" + library, "CLOCK_FILE=" + file] }

    /// From now on it is `seconds` fast, and runs `rate` times as fast; a process that runs already goes on as it was.
    func set(seconds: Int, rate: Int) throws {
        let now = Int64(Clock.realtime() * 1e9)
        let numbers = [Int64(seconds) * 1_000_000_000, Int64(rate), now]
        try Data(numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } })
            .write(to: URL(filePath: file), options: .atomic)
    }
}
