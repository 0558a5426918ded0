import Foundation
import Model
import TestSupport
import Testing

@testable import Notify

struct NotifierTests {
    private let folder: TemporaryFolder
    private let outbox: Outbox

    init() throws {
        folder = try TemporaryFolder()
        outbox = Outbox(folder: folder.file("outbox"))
    }

    private func notifier(_ endpoints: [EndpointSettings] = [.office]) throws -> Notifier {
        try Notifier(outbox: outbox, composer: MessageComposer(settings: MessageSettings()), endpoints: endpoints)
    }

    private func announce(_ report: Report, revision: Int = 1, by notifier: Notifier? = nil) throws {
        let path = "archive/2023/x/report-\(revision).json"
        try (notifier ?? self.notifier()).announce(report, archivePath: path, revision: revision)
    }

    private var types: [MessageType] { outbox.list().map(\.entry.type) }

    private func failing(_ id: String, _ fingerprint: String = "f") -> Report {
        .make(id: id, findings: [.make("section.missing", fingerprint: fingerprint)])
    }

    @Test func aReplayMakesNoSecondMessage() throws {
        try announce(failing("sha256:1"))
        try announce(failing("sha256:1"))
        #expect(types == [.failed])
        let id = try #require(outbox.list().first?.entry.id)
        for box in [Outbox.Box.sent, .dead] {
            try outbox.move(id, of: "office", from: box == .sent ? .pending : .sent, to: box)
            try FileManager.default.removeItem(atPath: folder.file("outbox/.threads"))
            try announce(failing("sha256:1"))
            #expect(types == [.failed])
        }
    }

    @Test func aThreadRunsThroughItsStagesOverRestarts() throws {
        try announce(failing("sha256:1"), revision: 1)
        try announce(failing("sha256:2"), revision: 2)
        #expect(types == [.failed], "the same errors")
        try announce(failing("sha256:3", "g"), revision: 3)
        #expect(types == [.failed, .failed], "other errors")
        try announce(.make(id: "sha256:4"), revision: 4)
        #expect(types.filter { $0 == .resolved }.count == 1)
        try announce(failing("sha256:1"), revision: 1)
        try announce(.make(id: "sha256:5"), revision: 5)
        #expect(types.count == 3, "old bytes and a further clean revision")
        try announce(failing("sha256:6"), revision: 6)
        #expect(types.count == 4)
    }

    @Test func aCrashBetweenMessageAndThreadChangesNothing() throws {
        try announce(failing("sha256:1"), revision: 1)
        let saved = try #require(folder.files("outbox/.threads").first)
        let before = try #require(folder.read("outbox/.threads/" + saved))
        try announce(.make(id: "sha256:2"), revision: 2)
        try folder.write(before, to: "outbox/.threads/" + saved)
        try announce(.make(id: "sha256:2"), revision: 2)
        #expect(types.filter { $0 == .resolved }.count == 1)
        try announce(.make(id: "sha256:3"), revision: 3)
        #expect(types.count == 2)
    }

    @Test(arguments: ["{", ""])
    func aLostThreadIsMadeAgainFromTheMessages(damage: String) throws {
        try announce(failing("sha256:1"), revision: 1)
        let name = try #require(folder.files("outbox/.threads").first)
        try folder.write(damage, to: "outbox/.threads/" + name)
        try announce(failing("sha256:2"), revision: 2)
        #expect(types == [.failed])
        try FileManager.default.removeItem(atPath: folder.file("outbox/.threads"))
        try announce(.make(id: "sha256:3"), revision: 3)
        #expect(Set(types) == [.failed, .resolved])
    }

    @Test func aStatisticsPageDoesNotResolveTheReport() throws {
        try announce(failing("sha256:1"), revision: 1)
        var page = Report.make(id: "sha256:2")
        page.identity.kind = .statistics
        try announce(page, revision: 1)
        #expect(types == [.failed])
    }

    @Test func onlyWhatIsWantedIsQueued() throws {
        let quiet = EndpointSettings(name: "quiet", kind: .maildir, wants: ["report.resolved"])
        let eager = EndpointSettings(name: "eager", kind: .maildir, wants: ["report.failed", "report.warned"])
        let both = try notifier([quiet, eager])
        try announce(.make(id: "sha256:1", findings: [.make("section.order", .warning)]), by: both)
        #expect(outbox.list().map(\.entry.endpoint) == ["eager"])
        #expect(types == [.warned])
        try announce(.make(id: "sha256:2"), revision: 2, by: both)
        #expect(types == [.warned], "who was not warned need not know that it is settled")
        try announce(failing("sha256:3"), revision: 3, by: both)
        try announce(.make(id: "sha256:4"), revision: 4, by: both)
        #expect(outbox.list().filter { $0.entry.endpoint == "quiet" }.map(\.entry.type) == [.resolved])
    }

    @Test func eachUnknownReportStandsAlone() throws {
        for number in 1...2 {
            try announce(.make(id: "sha256:\(number)", agency: nil, findings: [.make("section.missing")]))
        }
        #expect(types == [.failed, .failed])
        #expect(folder.files("outbox/.threads").isEmpty)
    }

    @Test(arguments: Outbox.Box.allCases)
    func whatIsOrWasInTheOutboxIsNotQueuedAgain(box: Outbox.Box) throws {
        let report = Report.make(agency: nil, findings: [.make("section.missing")])
        try announce(report)
        let id = try #require(outbox.list().first?.entry.id)
        if box != .pending { try outbox.move(id, of: "office", from: .pending, to: box) }
        try announce(report)
        #expect(outbox.list().map(\.box) == [box])
    }

    @Test func whatIsQuarantinedIsToldOnce() throws {
        let rejection = Rejection(.empty, .init(zh: "空文件", en: "empty"))
        func notice(_ name: String) -> QuarantineNotice {
            QuarantineNotice(rejection: rejection, source: Source(name: name), id: "sha256:1", path: "quarantine/a")
        }
        #expect(try notifier().announce(notice("a.txt")).count == 1)
        #expect(try notifier().announce(notice("a.txt")).isEmpty)
        #expect(try notifier().announce(notice("backfill/a.txt")).isEmpty)
    }

    @Test func resendQueuesAgainUnderTheSameIdentifier() throws {
        try announce(failing("sha256:1"))
        var entry = try #require(outbox.list().first?.entry)
        entry.attempts = 10
        entry.refusals = 3
        entry.next = 4e9
        try outbox.update(entry)
        try outbox.move(entry.id, of: "office", from: .pending, to: .dead)
        #expect(outbox.status().first?.dead == 1)
        #expect(try outbox.resend(entry.id, now: 5) == "office")
        let item = try #require(outbox.list().first)
        #expect(item.box == .pending)
        #expect((item.entry.attempts, item.entry.refusals, item.entry.next) == (0, 0, 5))
        #expect(item.entry.body == entry.body)
        #expect(throws: OutboxError.unknown(id: "x")) { try outbox.resend("x") }
    }

    @Test func temporariesAreClearedAwayAtStart() throws {
        try announce(failing("sha256:1"))
        try folder.write("half", to: "outbox/office/pending/.tmp.01ABC")
        try outbox.removeTemporaries()
        #expect(folder.files("outbox/office/pending").count == 1)
    }
}

extension EndpointSettings {
    static let office = EndpointSettings(name: "office", kind: .webhook, url: "https://example.org/x")
}
