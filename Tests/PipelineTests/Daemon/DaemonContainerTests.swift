import Archive
import Foundation
import Glibc
import Intake
import Model
import Pipeline
import Platform
import TestSupport
import Testing

/// Containers in the daemon: each document exactly once, however the process ends.
struct DaemonContainerTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let lines = [
        #"{"text":"report 甲局 2023 bad","url":"http://a/1"}"#, #"{"text":"report 乙局 2023"}"#, "{broken",
        #"{"text":"junk"}"#,
        #"{"text":"report 丙局 2022"}"#,
    ]

    private var text: String { Self.lines.joined(separator: "\n") + "\n" }
    private var id: String { "sha256:" + SHA256.hex(of: Array(text.utf8)) }

    private func expectAllDone() throws {
        #expect(eventually { folder.files("state/drop").isEmpty && folder.claimed.isEmpty })
        let records = ["2022/丙局/report-1.json", "2023/乙局/report-1.json", "2023/甲局/report-1.json"]
        #expect(folder.archived.filter { $0.hasSuffix(".json") }.sorted() == records)
        #expect(folder.files("state/archive/containers") == [id])
        #expect(
            folder.quarantined.sorted() == [
                "a.jsonl#3", "a.jsonl#3.reason.json", "a.jsonl#4", "a.jsonl#4.reason.json",
            ]
        )
        #expect(folder.messages.count == 3)
        #expect(try ArchiveVerifier(root: folder.file("state/archive")).verify().problems.isEmpty)
    }

    @Test func everyDocumentIsArchivedOrQuarantinedAndThenTheContainer() throws {
        let daemon = try RunningDaemon(folder)
        // A sidecar is of one document: a container's says nothing.
        try folder.write("{\"agency\":\"别局\"}", to: "state/drop/site/a.jsonl.meta.json")
        try folder.drop(text, as: "site/a.jsonl")
        try expectAllDone()
        let record = try #require(folder.read("state/archive/2023/甲局/report-1.json"))
        #expect(record.contains(#""name": "site/a.jsonl#1""#))
        #expect(record.contains(id) && record.contains(#""member": "1""#) && record.contains("http://a/1"))
        #expect(folder.read("state/quarantine/a.jsonl#3") == "{broken")
        #expect(folder.read("state/quarantine/a.jsonl#3.reason.json")?.contains("\"line\": 3") == true)
        // The same container again changes nothing.
        try folder.drop(text, as: "site/a.jsonl")
        try expectAllDone()
        #expect(eventually { folder.status?.counts.duplicates == 3 })
        #expect(daemon.stop())
    }

    @Test(arguments: [1, 2, 4, 5])
    func endingInTheMiddleLosesNothingAndDoublesNothing(_ place: Int) async throws {
        let path = folder.path
        try folder.write(text, to: "state/drop/a.jsonl")
        await #expect(processExitsWith: .exitCode(137)) { [path = path as String, place = place as Int] in
            runContainer(path, dyingAt: place)
        }
        #expect(folder.claimed.count == 2 && folder.files("state/archive/containers").isEmpty)
        let daemon = try RunningDaemon(folder)
        try expectAllDone()
        #expect(daemon.stop())
    }

    @Test func aDocumentThatBringsTheReaderDownIsPoisonAndTheOthersAreRead() async throws {
        let path = folder.path
        try folder.write(text, to: "state/drop/a.jsonl")
        for _ in 1...3 {
            await #expect(processExitsWith: .exitCode(137)) { [path = path as String] in runContainer(path, dyingAt: 2)
            }
        }
        let daemon = try RunningDaemon(folder)
        #expect(eventually { folder.claimed.isEmpty })
        #expect(folder.quarantined.contains("a.jsonl#2"))
        #expect(folder.read("state/quarantine/a.jsonl#2.reason.json")?.contains("\"poison\"") == true)
        #expect(folder.archived.filter { $0.hasSuffix(".json") }.count == 2)
        #expect(folder.files("state/archive/containers") == [id])
        #expect(daemon.stop())
    }

    @Test func aStopBetweenTwoDocumentsIsTakenUpAgain() throws {
        let many = (1...400).map { "{\"text\":\"report 局\($0) 2023\"}\n" }.joined()
        let first = try RunningDaemon(folder)
        try folder.drop(many, as: "many.jsonl")
        #expect(eventually { folder.files("state/archive/2023").count > 20 })
        #expect(first.stop())
        let second = try RunningDaemon(folder)
        #expect(eventually { folder.files("state/drop").isEmpty && folder.claimed.isEmpty })
        #expect(folder.archived.filter { $0.hasSuffix("report-1.json") }.count == 400)
        #expect(!folder.archived.contains { $0.hasSuffix("report-2.json") })
        #expect(folder.files("state/archive/containers").count == 1)
        #expect(second.stop())
    }

    @Test func aPageThatACrawlerTookAlongMakesNoMessage() throws {
        let daemon = try RunningDaemon(folder)
        let pages = ["report 甲局 2023 bad", "news"].map { text in
            let head = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
            return head + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)\r\n\r\n"
        }
        try folder.drop(pages.joined(), as: "a.warc")
        #expect(eventually { folder.claimed.isEmpty && folder.files("state/archive/containers").count == 1 })
        #expect(folder.quarantined == ["a.warc#2", "a.warc#2.reason.json"])
        #expect(folder.messages.count == 1 && folder.messages[0].hasPrefix("failed-"))
        #expect(daemon.stop())
    }

    @Test func aContainerWithoutADocumentGoesToQuarantine() throws {
        let daemon = try RunningDaemon(folder)
        let record = "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 2\r\n\r\nab\r\n\r\n"
        try folder.drop(record, as: "a.warc")
        #expect(eventually { folder.quarantined == ["a.warc", "a.warc.reason.json"] })
        #expect(folder.read("state/quarantine/a.warc.reason.json")?.contains("1 metadata") == true)
        #expect(daemon.stop())
    }
}

/// A daemon whose reader ends the process at the document of this line.
private func runContainer(_ path: String, dyingAt line: Int) {
    let intake = IntakeSettings(settle: 0.1)
    do {
        let daemon = try Daemon(
            settings: Settings(state: path + "/state", intake: intake),
            log: Log(threshold: .critical),
            notifier: SystemdNotifier(address: nil)
        )
        let parts = DaemonParts(
            intake: intake,
            reader: { bytes, source, received in
                if source.container?.member == String(line) { _exit(137) }
                return testReader(bytes, source, received)
            },
            queue: FileQueue(folder: path + "/messages")
        )
        try daemon.run(parts) { parts }
    } catch {
        _exit(2)
    }
}
