import Testing

@testable import Platform
@testable import Roster

struct RosterStandingTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private func report(
        _ agency: String,
        published: String? = nil,
        received: String = "2026-01-20T01:00:00Z",
        verdict: String = "pass"
    ) -> ArrivedReport {
        ArrivedReport(
            agency: agency,
            published: published,
            received: received,
            verdict: verdict,
            errors: verdict == "fail" ? 2 : 0,
            path: "archive/2025/x/report-1.json"
        )
    }

    @Test(arguments: [
        (AgencyLevel.department, 2025, "2026-01-31"), (.government, 2025, "2026-03-31"),
        (.township, 2019, "2020-03-31"),
        (.department, 2019, "2020-01-31"), (.department, 2018, "2019-03-31"), (.government, 2008, "2009-03-31"),
    ])
    func theLawSaysWhenAReportIsDue(level: AgencyLevel, year: Int, due: String) {
        #expect(RosterEntry(agency: "甲", level: level).due(year: year)?.description == due)
    }

    @Test func anOwnDueDateGoesBeforeTheLaw() {
        let entry = RosterEntry(agency: "甲", level: .department, due: MonthDay(month: 2, day: 29))
        #expect(entry.due(year: 2023)?.description == "2024-02-29")
        #expect(entry.due(year: 2024)?.description == "2025-02-28")
    }

    @Test func whoIsInLateFailedMissingAndAwaited() throws {
        let roster = try Roster(
            ["甲", "乙", "丙", "丁", "戊"].enumerated().map { number, name in
                RosterEntry(
                    agency: name,
                    level: name == "戊" ? .government : .department,
                    aliases: name == "乙" ? ["乙局"] : [],
                    line: number + 2
                )
            }
        )
        let reports = [
            report("甲"), report("乙局", published: "2026-02-03"), report("丙", verdict: "fail"), report("别的"),
        ]
        let standings = roster.standings(year: 2025, reports: reports, today: try day("2026-02-10"), zone: .shanghai)
        #expect(standings.map(\.state) == [.in, .late, .failed, .missing, .awaited])
        #expect(standings.map(\.daysLate) == [nil, 3, nil, nil, nil])
        let later = roster.standings(year: 2025, reports: reports, today: try day("2026-04-01"), zone: .shanghai)
        #expect(later[4].state == .missing)
    }

    @Test func theDayOfReceiptIsThatOfThePlace() throws {
        let roster = try Roster([RosterEntry(agency: "甲", level: .department)])
        let inTime = report("甲", received: "2026-01-31T15:59:59Z")
        let late = report("甲", received: "2026-01-31T16:00:00Z")
        let today = try day("2026-02-10")
        #expect(roster.standings(year: 2025, reports: [inTime], today: today, zone: .shanghai)[0].state == .in)
        #expect(roster.standings(year: 2025, reports: [late], today: today, zone: .shanghai)[0].state == .late)
    }

    @Test func aReportUnderTwoNamesCameWithTheFirst() throws {
        let roster = try Roster([RosterEntry(agency: "甲", level: .department, aliases: ["甲局"])])
        let reports = [
            report("甲局", published: "2026-03-01", received: "2026-03-01T00:00:00Z", verdict: "fail"),
            report("甲", published: "2026-01-15"),
        ]
        let standing = roster.standings(year: 2025, reports: reports, today: try day("2026-04-01"), zone: .shanghai)[0]
        #expect(standing.state == .failed)
        #expect(standing.daysLate == nil)
    }
}
