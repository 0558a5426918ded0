import Platform
import Testing

struct ClockTests {
    @Test func writesDatesInUTC() {
        #expect(Clock.timestamp(0) == "1970-01-01T00:00:00Z")
        #expect(Clock.timestamp(1_769_850_000.9) == "2026-01-31T09:00:00Z")
        #expect(Clock.mailDate(1_769_850_000) == "Sat, 31 Jan 2026 09:00:00 +0000")
        #expect(Clock.mailDate(1_709_251_199) == "Thu, 29 Feb 2024 23:59:59 +0000")
    }

    @Test func identifiersSortByTimeAndTellIt() {
        let early = ULID.make(at: 1_769_850_000.123)
        let late = ULID.make(at: 1_769_850_000.124)
        #expect(early < late)
        #expect(early.count == ULID.length)
        #expect(ULID.time(of: early) == 1_769_850_000.123)
        #expect(ULID.time(of: "not an identifier, 26 chars") == nil)
        #expect(ULID.make() != ULID.make())
    }
}
