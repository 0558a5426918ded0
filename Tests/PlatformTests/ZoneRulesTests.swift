import Foundation
import TestSupport
import Testing

@testable import Platform

struct ZoneRulesTests {
    private func time(_ text: String) -> Int {
        Int((try? Date(text, strategy: .iso8601).timeIntervalSince1970) ?? .nan)
    }

    @Test(arguments: ["1970-01-01", "2000-02-29", "2024-12-31", "2026-11-28", "2100-03-01", "0001-01-01", "9999-12-31"])
    func aDayIsWrittenAsItIsRead(text: String) throws {
        let day = try #require(CalendarDay(text))
        #expect(day.description == text)
        #expect(CalendarDay(number: day.number + 1).number - day.number == 1)
    }

    @Test(arguments: ["2023-02-29", "2100-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "24-01-01", "2024-1-1", ""])
    func noSuchDayIsNone(text: String) { #expect(CalendarDay(text) == nil) }

    @Test func everyDayOfFourCenturiesFollowsTheOther() throws {
        var day = try #require(CalendarDay("1900-01-01"))
        for _ in 0..<146_097 {
            let next = CalendarDay(number: day.number + 1)
            #expect(CalendarDay(year: next.year, month: next.month, day: next.day) == next)
            day = next
        }
        #expect(day.description == "2300-01-01")
    }

    @Test func shanghaiNeedsNoFile() {
        let zone = ZoneRules(named: "Asia/Shanghai", folder: "/nonexistent")
        #expect(zone == .shanghai)
        #expect(ZoneRules.shanghai.day(at: time("2026-01-31T15:59:59Z")).description == "2026-01-31")
        #expect(ZoneRules.shanghai.day(at: time("2026-01-31T16:00:00Z")).description == "2026-02-01")
        let nine = time("2026-01-31T01:00:00Z")
        #expect(ZoneRules.shanghai.next(minute: 540, after: nine) == nine + 86_400)
        #expect(ZoneRules.shanghai.next(minute: 540, after: nine - 1) == nine)
    }

    @Test func anOffsetIsAZone() throws {
        #expect(try #require(ZoneRules(named: "-03:30")).offset(at: 0) == -12_600)
        for name in ["+8", "+15:00", "Nowhere/At_All", "../../etc/passwd", "", "/etc/localtime"] {
            #expect(ZoneRules(named: name) == nil, "\(name)")
        }
    }

    /// The rule of central Europe, as the files of the tz database end.
    private static let berlin = ZoneRules(
        changes: [],
        first: 3600,
        rest: ZoneRule("CET-1CEST,M3.5.0,M10.5.0/3") ?? .fixed(0)
    )

    @Test func summerTimeBeginsAndEndsOnLastSundays() {
        let zone = Self.berlin
        #expect(zone.offset(at: time("2026-03-29T00:59:59Z")) == 3600)
        #expect(zone.offset(at: time("2026-03-29T01:00:00Z")) == 7200)
        #expect(zone.offset(at: time("2026-10-25T00:59:59Z")) == 7200)
        #expect(zone.offset(at: time("2026-10-25T01:00:00Z")) == 3600)
    }

    @Test func anHourThatIsSkippedComesLaterAndOneThatIsThereTwiceComesFirst() throws {
        let zone = Self.berlin
        let spring = try #require(CalendarDay("2026-03-29"))
        #expect(zone.moment(spring, minute: 150) == time("2026-03-29T01:30:00Z"))
        let autumn = try #require(CalendarDay("2026-10-25"))
        #expect(zone.moment(autumn, minute: 150) == time("2026-10-25T00:30:00Z"))
        #expect(zone.next(minute: 150, after: time("2026-10-25T00:30:00Z")) == time("2026-10-26T01:30:00Z"))
    }

    @Test func southOfTheEquatorSummerGoesOverTheTurnOfTheYear() throws {
        let rule = try #require(ZoneRule("AEST-10AEDT,M10.1.0,M4.1.0/3"))
        #expect(rule.offset(at: time("2026-01-15T00:00:00Z")) == 39_600)
        #expect(rule.offset(at: time("2026-07-15T00:00:00Z")) == 36_000)
    }

    @Test(arguments: ["CET", "", "CET-1CEST", "CET-1CEST,M13.1.0,M4.1.0", "CET-1x,", "<+08", "<+08>-8 "])
    func anotherFormOfRuleIsNone(text: String) { #expect(ZoneRule(text) == nil) }

    @Test func rulesOfOtherForms() {
        #expect(ZoneRule("<+0545>-5:45") == .fixed(20_700))
        #expect(ZoneRule("UTC0") == .fixed(0))
        #expect(ZoneRule("XXX3YYY,J60/0,300/-1")?.offset(at: time("2024-03-01T04:00:00Z")) == -7200)
    }

    /// Where the system has the tz database, its files are read as the C library reads them.
    @Test(arguments: ["Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Caracas"])
    func filesOfTheDatabaseAreRead(name: String) throws {
        guard FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/" + name) else { return }
        let zone = try #require(ZoneRules(named: name))
        let truth = try #require(TimeZone(identifier: name))
        for year in stride(from: 1975.0, to: 2060, by: 0.07) {
            let moment = ((year - 1970) * 31_556_952).rounded()
            #expect(zone.offset(at: Int(moment)) == truth.secondsFromGMT(for: Date(timeIntervalSince1970: moment)))
        }
    }

    @Test func aFileThatIsNoneIsRefused() {
        #expect(ZoneRules(file: []) == nil)
        #expect(ZoneRules(file: Array("TZif2".utf8) + [UInt8](repeating: 0xFF, count: 200)) == nil)
    }
}
