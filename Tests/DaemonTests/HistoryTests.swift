import Archive
import Foundation
import Glibc
import Model
import Platform
import TestSupport
import Testing

/// The built daemon on the years of one agency, in whatever order they come.
struct HistoryTests {
    private let folder: TemporaryFolder
    private let agency = Agency.all[1]

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("state/drop"), withIntermediateDirectories: true)
    }

    // MARK: The daemon

    private func whileRunning(_ work: () throws -> Void) throws {
        let daemon = try start()
        try work()
        daemon.terminate()
        #expect(daemon.wait() == 0)
    }

    private func start() throws -> Child {
        try Child(
            [Tool.path, "watch", "--state", folder.file("state")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
    }

    private func drop(_ text: String, as name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: folder.file("state/drop/.\(name)")))
        unsafe rename(folder.file("state/drop/.\(name)"), folder.file("state/drop/\(name)"))
    }

    /// Drops and waits until the claim is let go, after which everything is done for it.
    private func dropAndWait(_ report: ReportTruth, as name: String, ending: String = "") throws {
        try drop(report.text(.markdown) + ending, as: name)
        #expect(eventually { isEmpty("drop") && isEmpty("claim") })
    }

    private func isEmpty(_ name: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.file("state/" + name))) ?? []
        return names.allSatisfy { $0.hasPrefix(".") }
    }

    // MARK: What came of it

    private struct Record: Decodable {
        struct Beside: Decodable {
            var previous: String?
            var round: Int
        }
        struct Finding: Decodable {
            var rule: String
            var severity: String
        }
        var id: String
        var verdict: String
        var beside: Beside?
        var findings: [Finding]
    }

    private func record(_ year: Int, _ name: String? = nil, revision: Int = 1) throws -> Record {
        let path = folder.file("state/archive/\(year)/\(name ?? agency.name)/report-\(revision).json")
        return try JSONDecoder().decode(Record.self, from: Data(contentsOf: URL(filePath: path)))
    }

    private struct Entry: Decodable {
        struct Thread: Decodable {
            var agency: String
            var year: Int
        }
        var type: String
        var created: Int
        var thread: Thread?
    }

    /// The types of the messages about a year, of all agencies.
    private func messages(_ year: Int) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for box in ["held", "pending", "sent", "dead", "merged"] {
            let path = folder.file("state/outbox/mail/" + box)
            for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name.hasSuffix(".json")
            {
                let data = try Data(contentsOf: URL(filePath: path + "/" + name))
                let entry = try JSONDecoder().decode(Entry.self, from: data)
                if entry.thread?.year == year { counts[entry.type, default: 0] += 1 }
            }
        }
        return counts
    }

    private func verify() throws {
        let result = try Tool.run(["verify", "--state", folder.file("state")])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    private func years(_ fault: Int = 0, seed: UInt64 = 11) -> [ReportTruth] {
        ReportTruth.series(agency: agency, years: 2022...2023, seed: seed, carryOverFault: [2023: fault])
    }

    private func carriedOut(_ report: ReportTruth) -> Quantity? {
        report.table("applications")?["carried_out", "total"]
    }

    // MARK: Tests

    @Test func aSoundSeriesPasses() throws {
        let series = ReportTruth.series(agency: agency, years: 2019...2024, seed: 3)
        try whileRunning {
            for report in series { try dropAndWait(report, as: "\(report.year).md") }
        }
        for report in series {
            let findings = try record(report.year).findings.filter { $0.severity != "info" }
            #expect(findings.isEmpty, "\(report.year): \(findings)")
        }
        #expect(try record(2024).beside?.previous == record(2023).id)
        try verify()
    }

    @Test func theLaterYearIsJudgedBesideTheEarlier() throws {
        let series = years(2)
        try whileRunning {
            for report in series { try dropAndWait(report, as: "\(report.year).md") }
        }
        #expect(try record(2023).findings.contains { $0.rule == "history.carry-over" && $0.severity == "error" })
        #expect(try record(2022).verdict == "pass")
        #expect(try messages(2023) == ["report.failed": 1])
        #expect(try messages(2022).isEmpty)
        try verify()
    }

    @Test func theLaterYearIsJudgedAgainWhenTheEarlierComes() throws {
        let series = years(2)
        try whileRunning {
            try dropAndWait(series[1], as: "2023.md")
            #expect(try record(2023).verdict == "pass")
            #expect(try messages(2023).isEmpty)
            try dropAndWait(series[0], as: "2022.md")
        }
        let later = try record(2023)
        #expect(later.verdict == "fail")
        #expect(later.beside?.previous == (try record(2022).id))
        #expect(later.beside?.round == 2)
        #expect(try messages(2023) == ["report.failed": 1])
        try verify()
    }

    @Test func aRevisedYearResolvesAndBreaksTheNext() throws {
        let right = years()
        let wrong = try #require(
            (12...40).lazy.map { years(seed: $0)[0] }.first { carriedOut($0) != carriedOut(right[0]) }
        )
        try whileRunning {
            try dropAndWait(right[1], as: "2023.md")
            try dropAndWait(wrong, as: "2022.md")
            #expect(try messages(2023) == ["report.failed": 1])
            try dropAndWait(right[0], as: "2022-revised.md")
            #expect(try record(2023).verdict == "pass")
            #expect(try messages(2023) == ["report.failed": 1, "report.resolved": 1])
            // The old bytes again are no news.
            try dropAndWait(wrong, as: "2022.md")
            #expect(try record(2023).verdict == "pass")
            // The same figures in other bytes are.
            try dropAndWait(wrong, as: "2022.md", ending: "\n")
            #expect(try record(2023).verdict == "fail")
            #expect(try messages(2023) == ["report.failed": 2, "report.resolved": 1])
            try dropAndWait(right[0], as: "2022.md", ending: "\n")
        }
        #expect(try messages(2023) == ["report.failed": 2, "report.resolved": 2])
        #expect(try record(2023).beside?.previous == record(2022, revision: 4).id)
        try verify()
    }

    @Test func anAgencyThatWasRenamedGoesOn() throws {
        let series = years(2)
        var later = series[1]
        later.agency = "云台县教育体育局"
        later.title = "云台县教育体育局2023年政府信息公开工作年度报告"
        let text = """
            state = "\(folder.file("state"))"
            [[agency]]
            name = "云台县教育体育局"
            also = ["云台县教育局"]
            """
        try Data(text.utf8).write(to: URL(filePath: folder.file("gouji.toml")))
        let daemon = try Child(
            [Tool.path, "watch", "--config", folder.file("gouji.toml")],
            output: folder.file("out"),
            errors: folder.file("watch.log")
        )
        try dropAndWait(series[0], as: "2022.md")
        try dropAndWait(later, as: "2023.md")
        daemon.terminate()
        #expect(daemon.wait() == 0)
        #expect(try record(2023, "云台县教育体育局").findings.contains { $0.rule == "history.carry-over" })
    }

    @Test func killedAgainAndAgainEachYearIsJudgedBesideTheOtherAndToldOfOnce() throws {
        let count = 30
        let all = (0..<count).map { number in
            var agency = agency
            agency.name = "第\(number)号" + agency.name
            let fault = number.isMultiple(of: 3) ? 2 : 0
            return ReportTruth.series(
                agency: agency,
                years: 2022...2023,
                seed: UInt64(number),
                carryOverFault: [2023: fault]
            )
        }
        let names = all.enumerated().flatMap { number, years in
            // Half of them in order, half reversed.
            let order = number.isMultiple(of: 2) ? years : years.reversed()
            return order.map { (name: "\(number)-\($0.year).md", report: $0) }
        }
        var dice = SplitMix64(seed: 7)
        var rest = names.dropLast()
        var round = 0
        while !rest.isEmpty {
            let daemon = try start()
            for _ in 0..<dice.number(3...8) {
                if let next = rest.popFirst() { try drop(next.report.text(.markdown), as: next.name) }
            }
            round += 1
            // A file that is in hand at three kills counts as their cause, and on a busy machine each may come as soon as
            // work begins: every third run goes on until all is done.
            if round.isMultiple(of: 3) {
                #expect(eventually { isEmpty("drop") && isEmpty("claim") })
            } else {
                usleep(UInt32(dice.number(20...400)) * 1000)
            }
            kill(daemon.pid, SIGKILL)
            _ = daemon.wait()
        }
        let last = try #require(names.last)
        try whileRunning { try dropAndWait(last.report, as: last.name) }
        for years in all {
            let later = try record(2023, years[1].agency)
            #expect(later.beside?.previous == (try record(2022, years[0].agency).id))
        }
        let failed = try all.count { try record(2023, $0[1].agency).verdict == "fail" }
        #expect(failed == count / 3)
        #expect(try messages(2023) == ["report.failed": failed])
        try verify()
    }
}
