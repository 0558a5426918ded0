import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Wrong numbers beyond `applications` and `disputes`: in the tables of the early forms, between text and table, and
/// between the years. The seeds are fixed; `GOUJI_SEEDS` sets how many reports are tried a fault.
struct OtherTablesFaultTests {
    private static let seeds = ProcessInfo.processInfo.environment["GOUJI_SEEDS"].flatMap { UInt64($0) } ?? 6
    private static let layouts: [Layout] = [.html, .tabs, .markdown]

    private struct Tally {
        var tried = 0
        var found = 0
        var listed = 0
        var first = 0
        var failures: [String] = []
    }

    /// Cells in no sum are left out: nothing says that they are wrong. So are blanks: a blank total is not judged.
    private func tally(_ form: String, _ year: Int, _ table: String) throws -> Tally {
        var tally = Tally()
        let faults = CellFault.single.filter { $0 != .blanked }
        for (index, fault) in faults.enumerated() {
            for seed in 1...Self.seeds {
                let truth = try make(form, year, seed: seed)
                let lastYear = try make(form, year - 1, seed: seed + 1000)
                let loose = looseCells(of: table, in: truth)
                let faulty = truth.withCellFault(
                    fault,
                    in: table,
                    seed: seed &* 131 &+ UInt64(index),
                    lastYear: lastYear,
                    sparing: loose
                )
                guard let faulty, let wrong = faulty.wrong.first else { continue }
                let report = try read(faulty.report, seed, lastYear: fault == .leftOver ? lastYear : nil)
                let findings = report.findings.filter { $0.rule == "\(table).sum" }
                let changes = findings.flatMap(\.repairs).map { $0.changes.map { "\($0.path) \($0.to)" } }
                tally.tried += 1
                tally.found += findings.isEmpty ? 0 : 1
                if changes.contains(["\(wrong.path) \(wrong.truth)"]) {
                    tally.listed += 1
                } else {
                    tally.failures.append("\(fault.rawValue) seed \(seed): \(wrong)")
                }
                if changes.first == ["\(wrong.path) \(wrong.truth)"] { tally.first += 1 }
            }
        }
        print(
            "one wrong cell in \(table): \(tally.tried) tried, \(tally.found) found, \(tally.listed) listed, \(tally.first) first"
        )
        return tally
    }

    /// The cells of a table in which no sum is interested.
    private func looseCells(of table: String, in truth: ReportTruth) -> Set<String> {
        guard let form = truth.table(table)?.form else { return [] }
        let sums = truth.form.relations.filter { $0.table == table && $0.comparison == .totalOfParts }
        let rows = Set(
            sums.flatMap { relation -> [String] in
                guard case .eachColumn(_, let left, let right) = relation.shape else { return [] }
                return left + right
            }
        )
        let loose = form.rows.filter { !rows.contains($0.id) }
        return Set(loose.flatMap { row in form.columns.map { "\(table).\(row.id).\($0.id)" } })
    }

    @Test func oneWrongCellOfTheStatisticsIsFoundAndListed() throws {
        let tally = try tally("2014", 2016, "statistics")
        #expect(tally.tried > 40)
        #expect(tally.found == tally.tried, "\(tally.failures)")
        // Outcomes that fall short of reviews or lawsuits may be open still: then digits alone name a cell.
        #expect(tally.listed * 10 >= tally.tried * 9, "\(tally.failures)")
        #expect(tally.first * 10 >= tally.tried * 3)
    }

    @Test func oneWrongCellOfTheAnnexIsFoundAndListed() throws {
        let tally = try tally("2008", 2012, "annex")
        #expect(tally.tried > 40)
        #expect(tally.found == tally.tried, "\(tally.failures)")
        #expect(tally.listed == tally.tried, "\(tally.failures)")
    }

    @Test func neighboursOfTwoSumsThatWereExchangedAreOneFault() throws {
        var tried = 0
        for seed in 1...(Self.seeds * 2) {
            var truth = try make("2014", 2016, seed: seed)
            let (letter, closed) = (truth.number("received.letter"), truth.number("closed"))
            guard letter != closed else { continue }
            truth.set("statistics", "received.letter", "count", to: Quantity(closed))
            truth.set("statistics", "closed", "count", to: Quantity(letter))
            let findings = try read(truth, seed).findings.filter { $0.rule == "statistics.sum" }
            let wanted = ["statistics.received.letter.count \(letter)", "statistics.closed.count \(closed)"]
            #expect(findings.count == 2)
            #expect(Set(findings.map(\.group)) == [findings.first?.fingerprint], "seed \(seed)")
            #expect(findings.first?.repairs.first?.changes.map { "\($0.path) \($0.to)" } == wanted, "seed \(seed)")
            tried += 1
        }
        #expect(tried > 5)
    }

    @Test func aColumnOfTheStatisticsThatSlidIsTold() throws {
        var tried = 0
        for seed in 1...(Self.seeds * 2) {
            var truth = try make("2014", 2016, seed: seed)
            let rows = truth.form.tables[0].rows.map(\.id).drop { $0 != "received" }.prefix { $0 != "complaints" }
            let values = rows.map { truth.number($0) }
            for (row, value) in zip(rows, [0] + values.dropLast()) {
                truth.set("statistics", row, "count", to: Quantity(value))
            }
            let findings = try read(truth, seed).findings.filter { $0.rule == "statistics.sum" }
            guard findings.count > 3 else { continue }
            #expect(
                findings.contains { $0.message.en.contains("slid one row down") },
                "seed \(seed) \(findings.map(\.message.en))"
            )
            tried += 1
        }
        #expect(tried > 5)
    }

    // MARK: Text and table

    private static let claimed: [(row: String, words: String)] = [
        ("received", "新收政府信息公开申请"), ("processed_total", "办结政府信息公开申请"),
        ("carried_out", "结转下年度继续办理的政府信息公开申请"),
    ]

    /// A report whose overview states `figures` in its own words.
    private func saying(_ figures: [(words: String, count: Int)], seed: UInt64) throws -> ReportTruth {
        var truth = try make("2021", 2023, seed: seed)
        let words = figures.map { "\($0.words)\($0.count)件" }.joined(separator: "，")
        for index in truth.sections.indices {
            truth.sections[index].paragraphs =
                truth.sections[index].id == "overview" ? ["2023年，\(words)。"] : ["认真落实各项要求。"]
        }
        return truth
    }

    private func changed(_ value: Int, _ seed: UInt64) -> Int { seed % 2 == 0 ? value * 10 + 7 : value + 11 }

    @Test func ofAFigureTheTextHasRightTheTablesCellIsNamed() throws {
        for seed in 1...Self.seeds {
            for claim in Self.claimed {
                let plain = try make("2021", 2023, seed: seed)
                let right = plain.number(claim.row, "total", of: "applications")
                var truth = try saying([(claim.words, right)], seed: seed)
                truth.set("applications", claim.row, "total", to: Quantity(changed(right, seed)))
                let findings = try read(truth, seed).findings
                let repairs = findings.compactMap { $0.repairs.first?.changes.map { "\($0.path) \($0.to)" } }
                #expect(repairs.count > 1)
                #expect(Set(repairs) == [["applications.\(claim.row).total \(right)"]], "seed \(seed) \(claim.row)")
                #expect(Set(findings.map(\.group)).count == 1)
            }
        }
    }

    @Test func ofAFigureTheTextHasWrongTheTextIsNamed() throws {
        for seed in 1...Self.seeds {
            for claim in Self.claimed {
                let plain = try make("2021", 2023, seed: seed)
                let right = plain.number(claim.row, "total", of: "applications")
                let truth = try saying([(claim.words, changed(right, seed))], seed: seed)
                let report = try read(truth, seed)
                let found = report.findings.filter { $0.rule == "claim.contradicts-table" }
                let changes = found.first?.repairs.flatMap(\.changes) ?? []
                #expect(found.count == 1, "seed \(seed) \(claim.row)")
                #expect(!changes.isEmpty && changes.allSatisfy { $0.path.hasPrefix("claims.") })
                #expect(changes.contains { $0.to == Quantity(right) }, "seed \(seed) \(claim.row)")
            }
        }
    }

    @Test func lastYearsReportSaysWhichOfTextAndTableIsRight() throws {
        let years = ReportTruth.series(agency: Agency.all[2], years: 2022...2023, seed: 5)
        var truth = years[1]
        let right = truth.number("normative_documents", "in_force", of: "proactive")
        truth.sections[0].paragraphs = ["截至年底，现行有效行政规范性文件\(right)0件。"]
        let textIsWrong = try read(truth, 1, lastYear: years[0]).findings.first { $0.rule == "claim.contradicts-table" }
        #expect(textIsWrong?.repairs.first?.changes.first?.path.hasPrefix("claims.") == true)
        #expect(textIsWrong?.repairs.count == 2)
    }

    // MARK: Years

    @Test func whatDoesNotFollowFromLastYearNamesTheCell() throws {
        let years = ReportTruth.series(agency: Agency.all[1], years: 2022...2023, seed: 9)
        var truth = years[1]
        let right = truth.number("normative_documents", "in_force", of: "proactive")
        truth.set("proactive", "normative_documents", "in_force", to: Quantity(right * 10 + right % 10))
        let found = try read(truth, 1, lastYear: years[0]).findings.filter { $0.rule == "history.in-force" }
        let best = try #require(found.first?.repairs.first)
        #expect(best.changes.map(\.path) == ["proactive.normative_documents.in_force"])
        #expect(best.changes.first?.to == Quantity(right))
        #expect(best.cause.en.hasPrefix("if last year's report is right: "))
    }

    @Test func aWrongSumOverTheYearsAndAWrongSumOfTheYearAreOneFault() throws {
        let years = ReportTruth.series(agency: Agency.all[1], years: 2011...2012, seed: 9)
        var truth = years[1]
        let right = truth.number("received", "cumulative", of: "annex")
        truth.set("annex", "received", "cumulative", to: Quantity(right + 30))
        let found = try read(truth, 1, lastYear: years[0]).findings
        #expect(Set(found.map(\.rule)) == ["annex.sum", "history.cumulative"])
        #expect(Set(found.map(\.group)).count == 1 && found.first?.group != nil)
        #expect(
            found.first?.repairs.first?.changes.map { "\($0.path) \($0.to)" } == ["annex.received.cumulative \(right)"]
        )
        #expect(found.first?.repairs.first?.cause.en.contains("follows from last year's report") == true)
    }

    @Test func aWrongNumberLastYearIsNamedThere() throws {
        let years = ReportTruth.series(agency: Agency.all[4], years: 2022...2023, seed: 3)
        var before = years[0]
        let right = before.number("carried_out", "total", of: "applications")
        before.set("applications", "carried_out", "total", to: Quantity(right + 9))
        let earlier = try read(before, 1)
        #expect(earlier.findings.first?.repairs.first?.changes.map(\.path) == ["applications.carried_out.total"])
        let later = try read(years[1], 1, lastYear: before)
        #expect(Set(later.findings.map(\.rule)) == ["history.carry-over"])
        // The later year adds up as it is: nothing of it is named.
        #expect(later.findings.allSatisfy { $0.repairs.isEmpty })
    }

    // MARK: Making and reading

    private func make(_ form: String, _ year: Int, seed: UInt64) throws -> ReportTruth {
        let form = try #require(FormCatalog.form(form))
        return ReportTruth.make(form: form, agency: Agency.all[Int(seed) % Agency.all.count], year: year, seed: seed)
    }

    private func read(_ truth: ReportTruth, _ seed: UInt64, lastYear: ReportTruth? = nil) throws -> Report {
        let layout = Self.layouts[Int(seed) % Self.layouts.count]
        return try readReport(truth.text(layout), name: "generated", lastYear: lastYear)
    }
}

extension ReportTruth {
    fileprivate func number(_ row: String, _ column: String = "count", of table: String = "statistics") -> Int {
        self.table(table)?[row, column]?.whole ?? 0
    }
}
