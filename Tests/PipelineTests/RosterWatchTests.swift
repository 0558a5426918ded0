import Foundation
import Notify
import Testing

@testable import Pipeline
@testable import Platform
@testable import Roster

struct RosterWatchTests {
    /// What happens around a watch, as a test makes it happen.
    private struct World {
        var watch: RosterWatch
        var arrived: [ArrivedReport] = []
        var isBusy = false
        var told: [OverdueNotice] = []
        /// The monotonic clock minus the wall clock.
        var lag: Double

        mutating func look(_ wall: String) throws -> Double? {
            let time = Double(try #require(Clock.seconds(wall)))
            let (arrived, isBusy) = (arrived, isBusy)
            var notices: [OverdueNotice] = []
            let next = try watch.turn(
                at: time + lag,
                wall: time,
                isBusy: { isBusy },
                reports: { $0 == 2025 ? arrived : [] },
                announce: { notices.append($0) }
            )
            told += notices
            return next.map { $0 - lag }
        }

        var names: [String] { told.map(\.agency) }
    }

    private func world(remind: [Int] = []) throws -> World {
        let roster = try Roster([
            RosterEntry(agency: "甲局", level: .department, line: 2),
            RosterEntry(agency: "乙政府", level: .government, line: 3),
        ])
        let settings = RosterSettings(file: "/x", remind: remind, minute: 540)
        return World(watch: RosterWatch(roster: roster, settings: settings, zone: .shanghai), lag: -1.7e9)
    }

    private func report(_ agency: String) -> ArrivedReport {
        ArrivedReport(
            agency: agency,
            published: nil,
            received: "2026-01-20T00:00:00Z",
            verdict: "pass",
            errors: 0,
            path: "archive/x"
        )
    }

    @Test func whoIsMissingIsToldOnTheMorningAfterTheDueDate() throws {
        var world = try world()
        #expect(try world.look("2026-01-31T12:00:00Z") == Double(try #require(Clock.seconds("2026-02-01T01:00:00Z"))))
        #expect(world.told.isEmpty)
        _ = try world.look("2026-02-01T00:59:59Z")
        #expect(world.told.isEmpty)
        _ = try world.look("2026-02-01T01:00:00Z")
        #expect(world.names == ["甲局"])
        #expect(world.told[0].due == "2026-01-31")
        _ = try world.look("2026-02-01T05:00:00Z")
        #expect(world.told.count == 1, "once a day")
        _ = try world.look("2026-04-01T01:00:00Z")
        #expect(world.names.suffix(2) == ["甲局", "乙政府"], "the outbox knows what was told")
    }

    @Test func whoIsInIsNotTold() throws {
        var world = try world()
        world.arrived = [report("甲局")]
        _ = try world.look("2026-04-02T03:00:00Z")
        #expect(world.names == ["乙政府"])
    }

    @Test func aDayOnWhichTheDaemonWasOffIsMadeUpForAtTheStart() throws {
        var world = try world()
        _ = try world.look("2026-11-28T20:00:00Z")
        #expect(world.names == ["甲局", "乙政府"])
    }

    @Test func remindersGoOutOnceForEachDateThatWasMissed() throws {
        var world = try world(remind: [30, 7, 1])
        _ = try world.look("2026-01-01T02:00:00Z")
        #expect(world.told.map(\.reminder) == [30])
        _ = try world.look("2026-01-26T02:00:00Z")
        #expect(world.told.last?.reminder == 7)
        #expect(world.told.last?.daysLeft == 5)
        _ = try world.look("2026-01-31T02:00:00Z")
        #expect(world.told.last?.reminder == 1)
        #expect(world.told.last?.daysLeft == 0)
    }

    @Test func filesThatWaitPutOffTheLookForAnHourAtMost() throws {
        var world = try world()
        world.isBusy = true
        #expect(try world.look("2026-02-01T01:00:00Z") == Double(try #require(Clock.seconds("2026-02-01T01:00:10Z"))))
        _ = try world.look("2026-02-01T01:59:59Z")
        #expect(world.told.isEmpty)
        _ = try world.look("2026-02-01T02:00:00Z")
        #expect(world.names == ["甲局"])
    }

    @Test func aClockThatLeapsForwardIsNotBelievedAtOnce() throws {
        var world = try world()
        _ = try world.look("2026-01-15T02:00:00Z")
        // The wall clock is set ten years ahead; ten minutes later it still is.
        world.lag -= 10 * 31_556_952
        _ = try world.look("2036-06-01T02:00:00Z")
        #expect(world.told.isEmpty)
        // It is set right again.
        world.lag += 10 * 31_556_952
        _ = try world.look("2026-01-15T02:10:00Z")
        #expect(world.told.isEmpty)
        world.lag -= 31 * 86_400
        _ = try world.look("2026-02-15T02:11:00Z")
        _ = try world.look("2026-02-15T02:22:00Z")
        #expect(world.names == ["甲局"], "after a sleep of the machine")
    }

    @Test func aClockThatIsSetBackTellsNothingTwiceAndMissesNothing() throws {
        var world = try world()
        _ = try world.look("2026-02-01T01:00:00Z")
        world.lag += 3 * 86_400
        _ = try world.look("2026-01-29T01:00:00Z")
        #expect(world.told.count == 1)
        _ = try world.look("2026-02-01T01:00:00Z")
        #expect(world.names == ["甲局", "甲局"], "the outbox knows what was told")
    }

    @Test func aLookThatFailedIsMadeAgain() throws {
        struct Broken: Error {}
        var world = try world()
        let time = Double(try #require(Clock.seconds("2026-02-01T01:00:00Z")))
        #expect(throws: Broken.self) {
            _ = try world.watch.turn(
                at: time + world.lag,
                wall: time,
                isBusy: { false },
                reports: { _ in throw Broken() },
                announce: { _ in }
            )
        }
        _ = try world.look("2026-02-01T01:01:00Z")
        #expect(world.names == ["甲局"])
    }

    @Test func withoutARosterThereIsNothingToWaitFor() throws {
        var watch = RosterWatch(roster: .empty, settings: RosterSettings(), zone: .shanghai)
        let next = try watch.turn(at: 0, wall: 0, isBusy: { false }, reports: { _ in [] }, announce: { _ in })
        #expect(next == nil)
    }
}
