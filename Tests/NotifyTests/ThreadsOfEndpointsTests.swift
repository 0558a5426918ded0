import Foundation
import Model
import TestSupport
import Testing

@testable import Notify

struct ThreadsOfEndpointsTests {
    private let folder: TemporaryFolder
    private let outbox: Outbox

    init() throws {
        folder = try TemporaryFolder()
        outbox = Outbox(folder: folder.file("outbox"))
    }

    private func endpoint(_ name: String, _ wants: [MessageType], agencies: [String] = []) -> EndpointSettings {
        var endpoint = EndpointSettings(name: name, kind: .maildir, wants: wants.map(\.rawValue))
        endpoint.filter.agencies = agencies.map { Glob($0) }
        return endpoint
    }

    private func notifier(_ endpoints: [EndpointSettings], expected: [String] = []) throws -> Notifier {
        let addresses = AddressBook { name in
            expected.contains(name) ? AddressBook.Entry(name: name, contacts: ["who@example.org"]) : nil
        }
        let composer = MessageComposer(settings: MessageSettings(), labels: .some, addresses: addresses)
        return try Notifier(outbox: outbox, composer: composer, endpoints: endpoints)
    }

    private func types(_ endpoint: String) -> [MessageType] {
        outbox.list().map(\.entry).filter { $0.endpoint == endpoint }.sorted { $0.created < $1.created }.map(\.type)
    }

    private func failing(_ id: String, _ fingerprint: String = "f", agency: String = "甲局") -> Report {
        .make(id: id, agency: agency, findings: [.make("section.missing", fingerprint: fingerprint)])
    }

    private func announce(_ report: Report, _ revision: Int, by notifier: Notifier) throws {
        try notifier.announce(report, archivePath: "archive/2023/x/report-\(revision).json", revision: revision)
    }

    @Test func whoWasFilteredOutOfTheFailureIsNotToldThatItIsOver() throws {
        let all = endpoint("all", [.failed, .resolved])
        let other = endpoint("other", [.failed, .resolved], agencies: ["乙*"])
        let both = try notifier([all, other])
        try announce(failing("sha256:1"), 1, by: both)
        try announce(.make(id: "sha256:2", agency: "甲局"), 2, by: both)
        #expect(Set(types("all")) == [.failed, .resolved])
        #expect(types("other").isEmpty)
    }

    @Test func anEndpointThatCameLaterIsNotToldOfAnEndWithoutABeginning() throws {
        let old = endpoint("old", [.failed, .resolved])
        try announce(failing("sha256:1"), 1, by: try notifier([old]))
        let both = try notifier([old, endpoint("new", [.failed, .resolved])])
        try announce(.make(id: "sha256:2", agency: "甲局"), 2, by: both)
        #expect(Set(types("old")) == [.failed, .resolved])
        #expect(types("new").isEmpty)
    }

    @Test func whatIsNotWantedCountsAllTheSame() throws {
        let one = try notifier([endpoint("only-failures", [.failed])])
        try announce(failing("sha256:1"), 1, by: one)
        try announce(.make(id: "sha256:2", agency: "甲局"), 2, by: one)
        try announce(failing("sha256:3"), 3, by: one)
        #expect(types("only-failures") == [.failed, .failed], "it failed again, with the same error")
    }

    @Test func warningsThatWereToldAreOverOnlyForWhoWasTold() throws {
        let eager = endpoint("eager", [.failed, .warned, .resolved])
        let calm = endpoint("calm", [.failed, .resolved])
        let both = try notifier([eager, calm])
        try announce(.make(id: "sha256:1", agency: "甲局", findings: [.make("section.order", .warning)]), 1, by: both)
        try announce(.make(id: "sha256:2", agency: "甲局"), 2, by: both)
        #expect(Set(types("eager")) == [.warned, .resolved])
        #expect(types("calm").isEmpty)
    }

    @Test func threadsOfAnOlderVersionAreMadeAgainFromTheMessages() throws {
        let all = endpoint("all", [.failed, .resolved])
        try announce(failing("sha256:1"), 1, by: try notifier([all]))
        for name in folder.files("outbox/.threads") {
            try FileManager.default.removeItem(atPath: folder.file("outbox/.threads/" + name))
        }
        try folder.write("{}", to: "outbox/.threads/0123456789abcdef0123456789abcdef.json")
        try announce(.make(id: "sha256:2", agency: "甲局"), 2, by: try notifier([all]))
        #expect(Set(types("all")) == [.failed, .resolved])
    }

    // MARK: Missing reports

    private func overdue(_ agency: String, reminder: Int? = nil) -> OverdueNotice {
        OverdueNotice(agency: agency, year: 2023, due: "2024-01-31", daysLeft: reminder ?? -1, reminder: reminder)
    }

    @Test func aMissingReportIsToldOnceAndItsArrivalOnce() throws {
        let one = try notifier([endpoint("all", [.overdue, .resolved, .failed])], expected: ["甲局"])
        for _ in 1...3 { try one.announce(overdue("甲局")) }
        #expect(types("all") == [.overdue])
        for _ in 1...2 { try announce(.make(id: "sha256:1", agency: "甲局"), 1, by: one) }
        try announce(.make(id: "sha256:2", agency: "甲局"), 2, by: one)
        #expect(Set(types("all")) == [.overdue, .resolved])
        #expect(types("all").count == 2)
        let roots = try outbox.list().map { try MailFields.content(of: $0.entry.body).References }
        #expect(roots[0] == roots[1])
        let subjects = outbox.list().map(\.entry.subject).sorted()
        #expect(subjects == ["Re: [勾稽] 甲局 2023：年度报告逾期未到", "[勾稽] 甲局 2023：年度报告逾期未到"])
    }

    @Test func aLateReportWithErrorsIsNotResolvedBeforeItIsMended() throws {
        let one = try notifier([endpoint("all", [.overdue, .resolved, .failed])], expected: ["甲局"])
        try one.announce(overdue("甲局"))
        for _ in 1...2 { try announce(failing("sha256:1"), 1, by: one) }
        #expect(types("all").count == 2 && Set(types("all")) == [.overdue, .failed])
        let failed = try #require(outbox.list().map(\.entry).first { $0.type == .failed })
        #expect(try MailFields.content(of: failed.body).TextBody.contains("该报告此前逾期未到，现已收到。"))
        for _ in 1...2 { try announce(.make(id: "sha256:2", agency: "甲局"), 2, by: one) }
        #expect(types("all").count { $0 == .resolved } == 1)
        let roots = try outbox.list().map { try MailFields.content(of: $0.entry.body).References }
        #expect(roots.count == 3 && Set(roots).count == 1)
    }

    @Test func whoIsNotToldOfErrorsIsToldOfTheArrival() throws {
        let one = try notifier([endpoint("all", [.overdue, .resolved])], expected: ["甲局"])
        try one.announce(overdue("甲局"))
        try announce(failing("sha256:1"), 1, by: one)
        #expect(Set(types("all")) == [.overdue, .resolved])
    }

    @Test func aReminderIsSentOnceForEachDateAndClosedByNothing() throws {
        let one = try notifier([endpoint("all", [.overdue, .resolved])], expected: ["甲局"])
        for _ in 1...2 { try one.announce(overdue("甲局", reminder: 7)) }
        try one.announce(overdue("甲局", reminder: 1))
        #expect(types("all") == [.overdue, .overdue])
        try announce(.make(id: "sha256:1", agency: "甲局"), 1, by: one)
        #expect(types("all").count == 2)
    }

    @Test func aReminderAfterwardsTakesNothingBack() throws {
        let one = try notifier([endpoint("all", [.overdue, .resolved])], expected: ["甲局"])
        try one.announce(overdue("甲局"))
        try one.announce(overdue("甲局", reminder: 7))
        try announce(.make(id: "sha256:1", agency: "甲局"), 1, by: one)
        #expect(types("all").count { $0 == .resolved } == 1)
    }

    @Test func whoDoesNotAskForMissingReportsIsToldNeitherOfThemNorOfTheirArrival() throws {
        let one = try notifier([endpoint("calm", [.failed, .resolved])], expected: ["甲局"])
        try one.announce(overdue("甲局"))
        try announce(.make(id: "sha256:1", agency: "甲局"), 1, by: one)
        #expect(types("calm").isEmpty)
    }

    @Test func theContactGetsTheMessagesOfItsAgency() throws {
        let one = try notifier([endpoint("all", [.failed])], expected: ["甲局"])
        try announce(failing("sha256:1"), 1, by: one)
        try announce(failing("sha256:2", agency: "乙局"), 1, by: one)
        let recipients = try outbox.list().map { try MailFields.content(of: $0.entry.body).ToFull.map(\.Email) }
        #expect(Set(recipients) == [["who@example.org"], ["root@localhost"]])
    }
}
