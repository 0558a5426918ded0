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

    // MARK: What cannot be looked at

    /// A report without tables, or with what `change` makes of them, after one whose total did not balance.
    private func decideAfterUnbalanced(_ change: (inout Report) -> Void) throws -> MessageType? {
        let notice = ReportNotice(type: .failed, report: .unbalanced(), archivePath: "archive/x", revision: 1)
        let mark = try #require(ThreadMark(notice, subject: "s"))
        var report = Report.unbalanced(id: "sha256:2")
        report.findings = []
        change(&report)
        return decide(report, last: (.failed, mark))
    }

    @Test func whatCanBeLookedAtAndIsGoneIsResolved() throws {
        #expect(try decideAfterUnbalanced { _ in } == .resolved)
        #expect(
            try decideAfterUnbalanced {
                $0.unverified = [
                    Unverified(rule: "applications.balance", reason: "the total is blank: applications business")
                ]
            } == .resolved
        )
    }

    @Test func whatCannotBeLookedAtIsNotResolved() throws {
        #expect(try decideAfterUnbalanced { $0.tables[0].id = "disputes" } == nil)
        #expect(try decideAfterUnbalanced { $0.tables[0].state = .lost } == nil)
        #expect(try decideAfterUnbalanced { $0.tables[0].rows[1].cells[1] = Cell(.ambiguous, text: "6?") } == nil)
        #expect(
            try decideAfterUnbalanced {
                $0.unverified = [
                    Unverified(
                        rule: "applications.balance",
                        reason: "a part is a total that is blank: applications total"
                    )
                ]
            } == nil
        )
    }

    @Test func anErrorThatCannotBeLookedAtIsNotForgottenForAnother() throws {
        let first = ReportNotice(type: .failed, report: .unbalanced(), archivePath: "archive/x", revision: 1)
        let mark = try #require(ThreadMark(first, subject: "s"))
        var other = Report.make(id: "sha256:2", findings: [.make("section.missing")])
        other.tables = [Table(id: "applications", state: .lost, line: 9, columns: [], rows: [])]
        let second = ReportNotice(type: .failed, report: other, archivePath: "archive/x", revision: 2, last: mark)
        let next = try #require(ThreadMark(second, subject: "s"))
        #expect(next.errors == ["ff00"] && next.faults?.count == 3)
        var pictures = Report.make(id: "sha256:3")
        pictures.tables = [Table(id: "applications", state: .lost, line: 9, columns: [], rows: [])]
        #expect(decide(pictures, revision: 3, last: (.failed, next)) == nil)
        var whole = Report.unbalanced(id: "sha256:4")
        whole.findings = []
        #expect(decide(whole, revision: 4, last: (.failed, next)) == .resolved)
    }
}
