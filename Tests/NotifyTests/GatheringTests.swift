import Platform
import Testing

@testable import Notify

struct GatheringTests {
    /// 2026-01-31T09:00:00Z, in Shanghai 17:00.
    private static let wall = 1_769_850_000.0

    private func gathering(_ pace: EndpointPace) -> Gathering { Gathering(pace, zone: .shanghai) }

    /// Adds `count` messages, one each `step` seconds from `start` on, and carries out what is due in between.
    private func run(
        _ gathering: inout Gathering,
        count: Int,
        step: Double,
        from start: Double = 0,
        until end: Double
    ) -> [Gathering.Action] {
        var actions: [Gathering.Action] = []
        var (now, added) = (start, 0)
        while now <= end {
            while added < count, start + Double(added) * step <= now {
                gathering.add("m\(added)", queued: Int(Self.wall + now), at: now, wall: Self.wall + now)
                added += 1
            }
            while true {
                let action = gathering.next(at: now, wall: Self.wall + now)
                if case .wait = action { break }
                gathering.note(action, at: now)
                actions.append(action)
            }
            now += 0.1
        }
        return actions
    }

    @Test func aMessageAloneGoesAfterTwoSeconds() {
        var gathering = gathering(EndpointPace())
        gathering.add("a", queued: Int(Self.wall), at: 0, wall: Self.wall)
        #expect(gathering.next(at: 1.9, wall: Self.wall + 1.9) == .wait(until: 2))
        #expect(gathering.next(at: 2, wall: Self.wall + 2) == .release(["a"]))
    }

    @Test func fiveHundredWithinAMinuteAreOneDigest() {
        var gathering = gathering(EndpointPace())
        let actions = run(&gathering, count: 500, step: 0.12, until: 120)
        #expect(actions == [.digest((0..<500).map { "m\($0)" })])
    }

    @Test func aFewAreNoBurst() {
        var gathering = gathering(EndpointPace(burst: 20))
        let actions = run(&gathering, count: 20, step: 0.5, until: 60)
        #expect(actions == [.release((0..<20).map { "m\($0)" })])
    }

    @Test func whatWentSinglyWithinTheMinuteCounts() {
        var gathering = gathering(EndpointPace(burst: 5))
        #expect(run(&gathering, count: 5, step: 0.1, until: 10).count == 1)
        for number in 10..<13 { gathering.add("n\(number)", queued: 0, at: 20, wall: 0) }
        #expect(gathering.next(at: 20, wall: 0) == .wait(until: 30))
        #expect(gathering.next(at: 30, wall: 0) == .digest(["n10", "n11", "n12"]))
    }

    @Test func aBurstThatDoesNotEndIsToldOfAllTheSame() {
        var gathering = gathering(EndpointPace())
        let actions = run(&gathering, count: 1_000, step: 1, until: 1_100)
        let digests = actions.compactMap { if case .digest(let ids) = $0 { ids.count } else { nil } }
        let singles = actions.compactMap { if case .release(let ids) = $0 { ids.count } else { nil } }
        #expect(digests.reduce(0, +) + singles.reduce(0, +) == 1_000)
        // One a second is no burst before the first twenty have gone.
        #expect(singles.reduce(0, +) < 20)
        #expect((3...4).contains(digests.count))
    }

    @Test func withoutAGuardNothingWaits() {
        var gathering = gathering(EndpointPace(burst: 0))
        gathering.add("a", queued: 0, at: 0, wall: 0)
        #expect(gathering.next(at: 0, wall: 0) == .release(["a"]))
    }

    @Test func gatheredMessagesGoWhenTheFirstHasWaited() {
        var gathering = gathering(EndpointPace(gathering: .every(minutes: 10)))
        let actions = run(&gathering, count: 3, step: 200, until: 700)
        #expect(actions == [.digest(["m0", "m1", "m2"])])
        gathering.add("z", queued: Int(Self.wall), at: 700, wall: Self.wall)
        #expect(gathering.next(at: 1_300, wall: Self.wall) == .release(["z"]), "one alone is itself")
    }

    @Test func aWallClockThatIsSetDelaysNothing() {
        var gathering = gathering(EndpointPace(gathering: .every(minutes: 10)))
        gathering.add("a", queued: Int(Self.wall), at: 100, wall: Self.wall)
        gathering.add("b", queued: Int(Self.wall) - 86_400, at: 101, wall: Self.wall - 86_400)
        #expect(gathering.next(at: 699, wall: Self.wall + 9e6) == .wait(until: 700))
        #expect(gathering.next(at: 700, wall: 0) == .digest(["a", "b"]))
    }

    @Test func atATimeOfDayTheDigestIsDue() {
        var gathering = gathering(EndpointPace(gathering: .at([17 * 60 + 30, 8 * 60])))
        gathering.add("a", queued: Int(Self.wall), at: 0, wall: Self.wall)
        gathering.add("b", queued: Int(Self.wall), at: 0, wall: Self.wall)
        #expect(gathering.next(at: 5, wall: Self.wall + 5) == .wait(until: 1_800))
        #expect(gathering.next(at: 9, wall: Self.wall + 1_799) == .wait(until: 10))
        #expect(gathering.next(at: 10, wall: Self.wall + 1_800) == .digest(["a", "b"]))
    }

    @Test func aTimeOfDayThatTheDaemonSleptThroughIsMadeUpFor() {
        var gathering = gathering(EndpointPace(gathering: .at([510])))
        gathering.add("a", queued: Int(Self.wall), at: 0, wall: Self.wall + 3 * 86_400)
        #expect(gathering.next(at: 0, wall: Self.wall + 3 * 86_400) == .release(["a"]))
    }

    @Test func aBurstOfTheRunBeforeGoesOnAfterARestart() {
        var gathering = gathering(EndpointPace())
        for number in 0..<41 { gathering.add("m\(number)", queued: Int(Self.wall), at: 50, wall: Self.wall + 60) }
        #expect(gathering.next(at: 50, wall: Self.wall + 60) == .wait(until: 60), "files that wait may follow")
        for number in 41..<100 {
            gathering.add("m\(number)", queued: Int(Self.wall) + 65, at: 55, wall: Self.wall + 65)
        }
        #expect(gathering.next(at: 60, wall: Self.wall + 70) == .wait(until: 65))
        #expect(gathering.next(at: 65, wall: Self.wall + 75) == .digest((0..<100).map { "m\($0)" }))
    }

    @Test func aTimeOfDayKeepsToTheClocksOfThePlaceWhenTheyAreTurned() throws {
        guard let berlin = ZoneRules(named: "Europe/Berlin") else { return }
        // 28 March 2026, 12:00 in Berlin; in the night clocks go forward, and 08:30 is an hour sooner.
        let noon = 1_774_695_600
        var gathering = Gathering(EndpointPace(gathering: .at([510])), zone: berlin)
        gathering.add("a", queued: noon, at: 0, wall: Double(noon))
        #expect(gathering.next(at: 0, wall: Double(noon)) == .wait(until: 19.5 * 3600))
    }

    @Test func aMessageOfTheFutureWaitsForTheNextTimeOfDayOnly() {
        var gathering = gathering(EndpointPace(gathering: .at([510])))
        gathering.add("a", queued: Int(Self.wall) + 90 * 86_400, at: 0, wall: Self.wall)
        guard case .wait(let until?) = gathering.next(at: 0, wall: Self.wall) else {
            Issue.record("it does not wait")
            return
        }
        #expect(until <= 86_400)
    }
}
