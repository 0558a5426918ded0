import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Reports of the generator, with the truth beside them: the seeds are fixed, so that a failure can be looked at again.
struct GeneratedReportTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var form: String
        var layout: Layout
        var testDescription: String { "form \(form), \(layout)" }
        static let all = ["2008", "2014", "2019", "2021"].flatMap { form in
            Layout.allCases.map { Case(form: form, layout: $0) }
        }
    }

    @Test(arguments: Case.all)
    func readsEveryCellAndFindsNothing(_ item: Case) throws {
        for seed in 1...(ProcessInfo.processInfo.environment["GOUJI_SEEDS"].flatMap { Int($0) } ?? 8) {
            let truth = try make(item.form, seed: UInt64(seed))
            let report = try read(truth, item.layout)
            #expect(report.identity.agency == truth.agency)
            #expect(report.identity.year == truth.year)
            #expect(report.identity.form == truth.form.identifier)
            #expect(wrong(report, truth) == [], "seed \(seed)")
            if item.layout.keepsCells { #expect(unread(report, truth) == [], "seed \(seed)") }
            let findings = report.findings.filter { $0.severity != .info }
            #expect(findings.isEmpty, "seed \(seed): \(findings.map(\.message.en))")
        }
    }

    /// Blank cells that left no trace may make their row a doubt, never a wrong number.
    @Test(arguments: Case.all)
    func neverInventsANumberBesideBlanks(_ item: Case) throws {
        for seed in 1...(ProcessInfo.processInfo.environment["GOUJI_SEEDS"].flatMap { Int($0) } ?? 8) {
            let truth = try make(item.form, seed: UInt64(seed)).withBlanks(40, seed: UInt64(seed))
            let report = try read(truth, item.layout)
            #expect(wrong(report, truth) == [], "seed \(seed)")
            if item.layout.keepsBlanks { #expect(unread(report, truth) == [], "seed \(seed)") }
            let errors = report.findings.filter { $0.severity == .error }
            #expect(errors.isEmpty, "seed \(seed): \(errors.map(\.message.en))")
        }
    }

    /// A digit that was damaged makes its cell a doubt, in every layout: no other number, no blank, no finding.
    @Test(arguments: Case.all)
    func neverInventsANumberBesideADamagedByte(_ item: Case) throws {
        for seed in 1...3 {
            let truth = try make(item.form, seed: UInt64(seed))
            let clean = try #require(TextEncoding.utf8.bytes(of: truth.text(item.layout)))
            let digits = clean.indices.filter { (0x30...0x39).contains(clean[$0]) }
            for place in digits.filter({ $0 > clean.count / 4 }).enumerated() where place.offset % 37 == seed {
                var bytes = clean
                bytes[place.element] = 0xFF
                let source = Source(name: "generated")
                let reading = ReportReader.read(bytes, source: source, received: "2026-01-31T09:00:00Z")
                guard case .report(let report) = reading else { throw Unread() }
                #expect(wrong(report, truth) == [], "seed \(seed), byte \(place.element)")
                let errors = report.findings.filter { $0.severity == .error }
                #expect(errors.isEmpty, "seed \(seed), byte \(place.element): \(errors.map(\.message.en))")
                #expect(report.unverified.contains { $0.reason.contains("damaged bytes") })
            }
        }
    }

    struct NoisyCase: Sendable, CustomTestStringConvertible {
        var item: Case
        var noise: Noise
        var testDescription: String { "\(item.testDescription), \(noise)" }
        /// Where nothing separates the cells, another spelling of a number is another number; and the small tables are
        /// cut at their first plain number. The layouts left out are others with page numbers or markup in them.
        private static let others: Set<Layout> = [
            .miniTables, .headedTables, .pagedRows, .repeatedCells, .markedUpCells, .spanlessCells, .embeddedTables,
            .drawnTables,
        ]
        static let all = Case.all.filter { $0.layout.keepsCells && !others.contains($0.layout) }.flatMap { item in
            Noise.allCases.map { NoisyCase(item: item, noise: $0) }
        }
    }

    @Test(arguments: NoisyCase.all)
    func readsOtherSpellings(_ noisy: NoisyCase) throws {
        for seed in 1...3 {
            var truth = try make(noisy.item.form, seed: UInt64(seed))
            if noisy.noise == .marks { truth = truth.withBlanks(30, seed: UInt64(seed)) }
            truth.noise = [noisy.noise]
            let report = try read(truth, noisy.item.layout)
            #expect(wrong(report, truth) == [], "seed \(seed)")
            #expect(unread(report, truth) == [], "seed \(seed)")
            let errors = report.findings.filter { $0.severity == .error }
            #expect(errors.isEmpty, "seed \(seed): \(errors.map(\.message.en))")
        }
    }

    /// Words are no blank: a sum over the cell is not judged, and no number is put in their place.
    @Test func wordsInThePlaceOfANumberAreADoubt() throws {
        var truth = try make("2014", seed: 1)
        truth.set("statistics", "received.letter", "count", to: Quantity(77_777))
        let text = truth.text(.cellLines).replacing("77777", with: "见附件")
        let bytes = Array(text.utf8)
        let reading = ReportReader.read(bytes, source: Source(name: "words"), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        #expect(report.table("statistics")?.cell("received.letter", "count")?.content == .ambiguous)
        #expect(report.findings.allSatisfy { $0.severity != .error })
        #expect(report.unverified.contains { $0.rule == "statistics.sum" })
    }

    /// Readers of pictures write a cell's border as leaders.
    @Test func leadersBetweenTwoNumbersAreADoubt() throws {
        var truth = try make("2021", seed: 1)
        truth.set("proactive", "regulations", "repealed", to: Quantity(77_777))
        let text = truth.text(.tabs).replacing("77777", with: "0……………0")
        let reading = ReportReader.read(
            Array(text.utf8),
            source: Source(name: "dots"),
            received: "2026-01-31T09:00:00Z"
        )
        guard case .report(let report) = reading else { throw Unread() }
        #expect(report.table("proactive")?.cell("regulations", "repealed")?.content == .ambiguous)
        #expect(!report.findings.contains { $0.rule == "number.invalid" })
    }

    private func make(_ identifier: String, seed: UInt64) throws -> ReportTruth {
        let years = ["2008": 2012, "2014": 2016, "2019": 2019, "2021": 2023]
        let agency = Agency.all[Int(seed) % Agency.all.count]
        let form = try #require(FormCatalog.form(identifier))
        return ReportTruth.make(form: form, agency: agency, year: years[identifier] ?? 2023, seed: seed)
    }

    private func read(_ truth: ReportTruth, _ layout: Layout) throws -> Report {
        let bytes = try #require(TextEncoding.utf8.bytes(of: truth.text(layout)))
        let reading = ReportReader.read(bytes, source: Source(name: "generated"), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        return report
    }

    private struct Unread: Error {}

    private func wrong(_ report: Report, _ truth: ReportTruth) -> [String] {
        compare(report, truth) { read, wanted in read != nil && read != wanted }
    }

    private func unread(_ report: Report, _ truth: ReportTruth) -> [String] {
        compare(report, truth) { read, wanted in read == nil && wanted != nil }
    }

    private func compare(
        _ report: Report,
        _ truth: ReportTruth,
        _ differs: (Quantity?, Quantity?) -> Bool
    ) -> [String] {
        truth.tables.flatMap { table in
            table.form.rows.flatMap { row in
                table.columns(of: row).compactMap { column in
                    let value = table[row.id, column]
                    let read = report.table(table.form.id)?.cell(row.id, column)?.number
                    return differs(read, value)
                        ? "\(table.form.id).\(row.id).\(column): \(value?.description ?? "blank")" : nil
                }
            }
        }
    }
}
