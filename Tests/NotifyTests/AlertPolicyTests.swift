import Model
import Testing

@testable import Notify

struct AlertPolicyTests {
    private static func last(_ type: MessageType, _ errors: [String], revision: Int = 1) -> (MessageType, ThreadMark) {
        (
            type,
            ThreadMark(
                agency: "甲",
                year: 2023,
                kind: "report",
                revision: revision,
                report: "sha256:00",
                errors: errors,
                subject: "s",
                said: []
            )
        )
    }

    private func decide(
        _ report: Report,
        revision: Int = 2,
        last: (MessageType, ThreadMark)? = nil,
        wantsWarnings: Bool = false
    ) -> MessageType? {
        AlertPolicy.message(
            for: report,
            revision: revision,
            last: last.map { (type: $0.0, mark: $0.1) },
            wantsWarnings: wantsWarnings
        )
    }

    private let failing = Report.make(findings: [.make("section.missing")])
    private let warning = Report.make(findings: [.make("section.order", .warning)])
    private let clean = Report.make()

    @Test func anErrorIsReported() {
        #expect(decide(failing, revision: 1) == .failed)
    }

    @Test func aCleanReportIsNot() {
        #expect(decide(clean, revision: 1) == nil)
    }

    @Test func warningsAloneGoOutOnlyWhereSomebodyWantsThem() {
        #expect(decide(warning, revision: 1) == nil)
        #expect(decide(warning, revision: 1, wantsWarnings: true) == .warned)
    }

    @Test func theSameErrorsAreNotReportedTwice() {
        #expect(decide(failing, last: Self.last(.failed, ["ff00"])) == nil)
    }

    @Test func otherErrorsAre() {
        #expect(decide(failing, last: Self.last(.failed, ["ee00"])) == .failed)
    }

    @Test func aRevisionWithoutErrorsResolvesTheThread() {
        #expect(decide(clean, last: Self.last(.failed, ["ff00"])) == .resolved)
        #expect(decide(warning, last: Self.last(.failed, ["ff00"]), wantsWarnings: true) == .resolved)
    }

    @Test func whatIsResolvedStaysSilentUntilItFailsAgain() {
        #expect(decide(warning, last: Self.last(.resolved, []), wantsWarnings: true) == nil)
        #expect(decide(clean, last: Self.last(.resolved, [])) == nil)
        #expect(decide(failing, last: Self.last(.resolved, [])) == .failed)
    }

    @Test func warningsThatAreGoneResolveAWarnedThread() {
        #expect(decide(clean, last: Self.last(.warned, []), wantsWarnings: true) == .resolved)
        #expect(decide(warning, last: Self.last(.warned, []), wantsWarnings: true) == nil)
    }

    @Test func nothingIsResolvedThatWasNeverReported() {
        #expect(decide(clean) == nil)
    }

    @Test func anOldRevisionDroppedAgainSaysNothing() {
        #expect(decide(failing, revision: 1, last: Self.last(.resolved, [], revision: 2)) == nil)
        #expect(decide(clean, revision: 1, last: Self.last(.failed, ["x"], revision: 1)) == nil)
    }

    @Test func backfillIsSilent() {
        #expect(decide(.make(name: "backfill/2019/a.txt", findings: [.make("section.missing")])) == nil)
        #expect(decide(.make(name: "my-backfill/a.txt", findings: [.make("section.missing")])) == .failed)
    }

    @Test func anAcceptedFindingIsNotAnnounced() {
        var finding = Finding.make("section.missing")
        finding.accepted = "known"
        #expect(decide(.make(findings: [finding])) == nil)
    }

    @Test func unknownAgencyOrYearJoinsNoThread() {
        let nameless = Report.make(agency: nil, findings: [.make("section.missing")])
        #expect(decide(nameless, last: Self.last(.failed, ["ff00"])) == .failed)
        #expect(decide(.make(year: nil), last: Self.last(.failed, ["ff00"])) == nil)
    }
}
