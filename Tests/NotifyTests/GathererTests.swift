import Foundation
import Model
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Notify

struct GathererTests {
    private let folder: TemporaryFolder
    private let outbox: Outbox
    private let clocks = Clocks()
    private let ready = Names()

    /// A wall clock and a monotonic one, which a test moves.
    private final class Clocks: Sendable {
        let wall = Mutex(1_769_850_000.0)
        let monotonic = Mutex(1_000.0)

        func pass(_ seconds: Double) {
            wall.withLock { $0 += seconds }
            monotonic.withLock { $0 += seconds }
        }
    }

    private final class Names: Sendable {
        let all = Mutex<[OutboxName]>([])

        var count: Int { all.withLock { $0.count } }
    }

    init() throws {
        folder = try TemporaryFolder()
        outbox = Outbox(folder: folder.file("outbox"))
    }

    private func endpoint(_ name: String, _ pace: EndpointPace = EndpointPace()) -> EndpointSettings {
        var endpoint = EndpointSettings(name: name, kind: .webhook, url: "https://example.org/x")
        endpoint.pace = pace
        return endpoint
    }

    /// A notifier and its gatherer, as after a start of the daemon.
    private func start(_ endpoints: [EndpointSettings]) throws -> (Notifier, Gatherer) {
        try outbox.prepare(endpoints: endpoints.map(\.name))
        let composer = MessageComposer(settings: MessageSettings(), labels: .some)
        let gatherer = Gatherer(
            outbox: outbox,
            endpoints: endpoints,
            zone: .shanghai,
            log: Log(threshold: .critical),
            clock: { [clocks] in clocks.wall.withLock { $0 } },
            monotonic: { [clocks] in clocks.monotonic.withLock { $0 } },
            compose: { digest, name in
                endpoints.first { $0.name == name }.map { composer.compose(digest, for: $0) }
            },
            afterQueueing: { [ready] names in ready.all.withLock { $0 += names } }
        )
        let notifier = try Notifier(
            outbox: outbox,
            composer: composer,
            endpoints: endpoints,
            gatherer: gatherer,
            clock: { [clocks] in clocks.wall.withLock { $0 } },
            afterQueueing: { [ready] names in ready.all.withLock { $0 += names } }
        )
        return (notifier, gatherer)
    }

    private func announce(_ number: Int, by notifier: Notifier) throws {
        let report = Report.make(
            id: "sha256:\(number)",
            agency: "第\(number)局",
            findings: [.make("section.missing", fingerprint: "f\(number)")]
        )
        try notifier.announce(report, archivePath: "archive/2023/第\(number)局/report-1.json", revision: 1)
    }

    private func messages(_ box: Outbox.Box, _ endpoint: String = "office") -> [OutboxEntry] {
        outbox.list([box]).map(\.entry).filter { $0.endpoint == endpoint }
    }

    private func digest() throws -> [String: Any] {
        let entry = try #require(messages(.pending).first { $0.type == .digest })
        let body = try #require(try JSONSerialization.jsonObject(with: Data(entry.body.utf8)) as? [String: Any])
        let data = try #require(body["data"] as? [String: Any])
        #expect(data["report"] is NSNull)
        return try #require(data["digest"] as? [String: Any])
    }

    @Test func aMessageAloneGoesByItself() throws {
        let (notifier, gatherer) = try start([endpoint("office")])
        try announce(1, by: notifier)
        #expect(messages(.held).count == 1)
        #expect(ready.count == 0)
        #expect(gatherer.turn() == 1_002)
        clocks.pass(2)
        #expect(gatherer.turn() == nil)
        #expect(messages(.pending).map(\.type) == [.failed])
        #expect(ready.count == 1)
    }

    @Test func fiveHundredBadReportsMakeOneDigest() throws {
        let (notifier, gatherer) = try start([endpoint("office")])
        for number in 0..<500 {
            try announce(number, by: notifier)
            clocks.pass(0.1)
            if number % 10 == 0 { _ = gatherer.turn() }
        }
        clocks.pass(11)
        #expect(gatherer.turn() == nil)
        #expect(messages(.pending).map(\.type) == [.digest])
        #expect(messages(.merged).count == 500)
        let digest = try digest()
        #expect(digest["messages"] as? Int == 500)
        let items = try #require(digest["items"] as? [[String: Any]])
        #expect(items.count > 15)
        #expect(digest["truncated"] as? Int == 500 - items.count)
        #expect(items[0]["errors"] as? Int == 1)
        #expect((items[0]["path"] as? String)?.hasPrefix("archive/2023/") == true)
        let entry = try #require(messages(.pending).first)
        #expect(entry.body.utf8.count <= MessageBody.limit)
        #expect(entry.subject == "[勾稽] 汇总：500 份（有错误 500）")
        #expect(try MailFields.content(of: entry.body).TextBody.contains("另有 \(500 - items.count) 份因篇幅未列出"))
    }

    /// Reports of agencies with names as long as they are, each with a finding.
    private func announceLong(_ count: Int, by notifier: Notifier) throws {
        for number in 0..<count {
            let name = "青川市第\(number)区生态环境保护和自然资源局"
            let report = Report.make(
                id: "sha256:\(number)",
                agency: name,
                findings: [.make("section.missing", fingerprint: "f\(number)")]
            )
            try notifier.announce(report, archivePath: "archive/2023/\(name)/report-1.json", revision: 1)
        }
    }

    @Test func aDigestNamesWhatItHasNoLineFor() throws {
        let (notifier, gatherer) = try start([endpoint("office")])
        try announceLong(84, by: notifier)
        clocks.pass(11)
        _ = gatherer.turn()
        let entry = try #require(messages(.pending).first)
        #expect(messages(.pending).count == 1 && entry.body.utf8.count <= MessageBody.limit)
        let text = try MailFields.content(of: entry.body).TextBody
        for number in 0..<84 { #expect(text.contains("青川市第\(number)区生态环境保护和自然资源局")) }
        let (items, named) = (try #require(try digest()["items"] as? [[String: Any]]), try digest()["named"])
        let groups = try #require(named as? [[String: Any]])
        #expect(groups.count == 1 && groups[0]["type"] as? String == "report.failed")
        #expect((groups[0]["agencies"] as? [String])?.count == 84 - items.count)
    }

    @Test(arguments: [EndpointKind.webhook, .wecom]) func aDigestWithoutRoomForAllNamesIsMadeSeveral(
        _ kind: EndpointKind
    ) throws {
        var office = endpoint("office")
        office.kind = kind
        let (notifier, gatherer) = try start([office])
        try announceLong(600, by: notifier)
        clocks.pass(11)
        #expect(gatherer.turn() == nil)
        let entries = messages(.pending)
        #expect(entries.count > 1 && entries.allSatisfy { $0.body.utf8.count <= MessageBody.limit })
        #expect(ready.count == entries.count && messages(.merged).count == 600)
        let text = try entries.map { try MailFields.content(of: $0.body).TextBody }.joined()
        for number in 0..<600 { #expect(text.contains("青川市第\(number)区生态环境保护和自然资源局")) }
        #expect(entries.contains { $0.subject.hasPrefix("[勾稽] 汇总（1/\(entries.count)）：") })
        // After a crash the same plan comes to the same messages.
        let members = messages(.merged).map(\.id)
        try outbox.save(DigestPlan(created: 1, members: members), of: "office")
        let again = try start([office]).1
        _ = again.turn()
        try outbox.save(DigestPlan(created: 1, members: members), of: "office")
        _ = again.turn()
        #expect(messages(.pending).count == 2 * entries.count)
    }

    @Test func whatWasHeldIsNotQueuedAgain() throws {
        let (notifier, gatherer) = try start([endpoint("office", EndpointPace(gathering: .every(minutes: 5)))])
        for number in 0..<3 { try announce(number, by: notifier) }
        try FileManager.default.removeItem(atPath: folder.file("outbox/.threads"))
        let (again, _) = try start([endpoint("office", EndpointPace(gathering: .every(minutes: 5)))])
        for number in 0..<3 { try announce(number, by: again) }
        #expect(messages(.held).count == 3)
        clocks.pass(300)
        _ = gatherer.turn()
        for number in 0..<3 { try announce(number, by: again) }
        #expect(messages(.held).isEmpty)
        #expect(messages(.merged).count == 3)
        #expect(messages(.pending).count == 1)
    }

    @Test func whatIsHeldOutlivesARestart() throws {
        let paced = endpoint("office", EndpointPace(gathering: .at([8 * 60 + 30])))
        let (notifier, _) = try start([paced])
        for number in 0..<3 { try announce(number, by: notifier) }
        // The files bear the time of the machine; the clock of the test starts anew at it.
        clocks.wall.withLock { $0 = Date().timeIntervalSince1970 }
        let (_, gatherer) = try start([paced])
        #expect(gatherer.turn() != nil)
        clocks.pass(86_400)
        #expect(gatherer.turn() == nil)
        #expect(messages(.pending).map(\.type) == [.digest])
    }

    /// The steps of a digest: the plan is written, the digest queued, its messages moved, the plan removed. A crash may
    /// come after any of them.
    @Test(arguments: 0...3)
    func aCrashAmidADigestNeitherLosesNorDoubles(step: Int) throws {
        let paced = endpoint("office", EndpointPace(gathering: .every(minutes: 5)))
        let (notifier, gatherer) = try start([paced])
        for number in 0..<4 { try announce(number, by: notifier) }
        let members = messages(.held).map(\.id)
        let plan = DigestPlan(created: 1_769_850_300, members: members)
        try outbox.save(plan, of: "office")
        if step > 0 {
            // Carried out wholly, and then taken back to the state after the step.
            _ = gatherer.turn()
            #expect(messages(.pending).count == 1)
            if step < 3 { try outbox.save(plan, of: "office") }
            if step == 1 { try outbox.move(members, of: "office", from: .merged, to: .held) }
            if step == 2 { try outbox.move(members.prefix(2), of: "office", from: .merged, to: .held) }
        }
        let (_, restarted) = try start([paced])
        #expect(restarted.turn() == nil)
        #expect(messages(.pending).map(\.type) == [.digest])
        #expect(try digest()["messages"] as? Int == 4)
        #expect(messages(.held).isEmpty)
        #expect(messages(.merged).count == 4)
        #expect(try outbox.plan("office") == nil)
    }

    @Test func eachEndpointHasItsOwnPace() throws {
        let now = endpoint("now", EndpointPace(burst: 0))
        let later = endpoint("office", EndpointPace(gathering: .every(minutes: 60)))
        let (notifier, gatherer) = try start([now, later])
        for number in 0..<3 { try announce(number, by: notifier) }
        #expect(messages(.pending, "now").count == 3)
        #expect(ready.count == 3)
        #expect(messages(.held).count == 3)
        clocks.pass(3_600)
        _ = gatherer.turn()
        #expect(messages(.pending).map(\.type) == [.digest])
    }

    @Test func troubleOfTheDaemonIsNeverHeld() throws {
        let (notifier, _) = try start([endpoint("office", EndpointPace(gathering: .every(minutes: 60)))])
        let words = Finding.Message(zh: "磁盘已满", en: "disk full")
        try notifier.announce(DegradedNotice(code: "disk-full", message: words, since: "2026-01-31T09:00:00Z"))
        #expect(messages(.pending).map(\.type) == [.degraded])
    }

    @Test func aReportThatWasMendedMeanwhileStandsOnceInTheDigest() throws {
        let (notifier, gatherer) = try start([endpoint("office", EndpointPace(gathering: .every(minutes: 5)))])
        try announce(1, by: notifier)
        try announce(2, by: notifier)
        let mended = Report.make(id: "sha256:x", agency: "第1局")
        try notifier.announce(mended, archivePath: "archive/2023/第1局/report-2.json", revision: 2)
        clocks.pass(300)
        _ = gatherer.turn()
        let items = try #require(try digest()["items"] as? [[String: Any]])
        #expect(items.map { $0["type"] as? String } == ["report.failed", "report.resolved"])
        #expect(items.map { $0["agency"] as? String } == ["第2局", "第1局"])
    }

    @Test func aDamagedMessageKeepsNoOtherBack() throws {
        let (notifier, gatherer) = try start([endpoint("office", EndpointPace(gathering: .every(minutes: 5)))])
        for number in 0..<3 { try announce(number, by: notifier) }
        let name = try #require(folder.files("outbox/office/held").first)
        try folder.write("{", to: "outbox/office/held/" + name)
        clocks.pass(300)
        #expect(gatherer.turn() == nil)
        #expect(try digest()["messages"] as? Int == 2)
        #expect(folder.files("outbox/office/dead") == [name])
    }
}
