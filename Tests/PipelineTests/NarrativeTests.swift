import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Figures of the text against reports whose truth is known: the seeds are fixed, so that a failure can be looked
/// at again.
struct NarrativeTests {
    private static let forms = [("2008", 2012), ("2014", 2016), ("2019", 2020), ("2021", 2023)]
    private static let layouts: [Layout] = [.tabs, .html, .cellLines, .barsBefore, .markdown]
    private static let seeds = ProcessInfo.processInfo.environment["GOUJI_SEEDS"].flatMap { Int($0) } ?? 40

    private func make(_ form: String, _ year: Int, seed: Int, fault: Int? = nil) throws -> NarratedReport {
        let agency = Agency.all[seed % Agency.all.count]
        let form = try #require(FormCatalog.form(form))
        let truth = ReportTruth.make(form: form, agency: agency, year: year, seed: UInt64(seed))
        return truth.narrated(own: agency.own, seed: UInt64(seed) &* 7919, fault: fault)
    }

    private func findings(_ truth: ReportTruth, _ layout: Layout) throws -> [Finding] {
        let bytes = try #require(TextEncoding.utf8.bytes(of: truth.text(layout)))
        let reading = ReportReader.read(bytes, source: Source(name: "narrative"), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        return report.findings.filter { $0.rule.hasPrefix("claim.") }
    }

    private struct Unread: Error {}

    /// The paragraphs in which two reports differ.
    private func changed(_ one: ReportTruth, _ other: ReportTruth) -> String {
        let pairs = zip(one.sections.flatMap(\.paragraphs), other.sections.flatMap(\.paragraphs))
        return pairs.filter { $0 != $1 }.map(\.1).joined(separator: " | ")
    }

    /// Reports full of figures that are no figures of the tables: at most one of a hundred may be accused wrongly.
    @Test func accusesNoSoundReport() throws {
        var accused: [String] = []
        var count = 0
        for (form, year) in Self.forms {
            for seed in 1...Self.seeds {
                let report = try make(form, year, seed: seed).report
                let layout = Self.layouts[seed % Self.layouts.count]
                let found = try findings(report, layout)
                count += 1
                accused += found.map { "form \(form), seed \(seed), \(layout): \($0.rule) \($0.message.zh)" }
            }
        }
        #expect(accused.count * 100 <= count, "\(accused.joined(separator: "\n"))")
    }

    /// One wrong figure or denial in each report: at least ninety-five of a hundred are found, by the right rule.
    @Test func findsWhatTheTextSaysWrongly() throws {
        var missed: [String] = []
        var count = 0
        for (form, year) in Self.forms {
            for seed in 1...Self.seeds {
                let points = try make(form, year, seed: seed).points
                for fault in stride(from: seed % 3, to: points, by: 3) {
                    let narrated = try make(form, year, seed: seed, fault: fault)
                    guard !narrated.broken.isEmpty else { continue }
                    count += 1
                    let found = try findings(narrated.report, Self.layouts[seed % Self.layouts.count])
                    if !found.contains(where: { narrated.broken.contains($0.rule) }) {
                        let words = changed(try make(form, year, seed: seed).report, narrated.report)
                        missed.append("form \(form), seed \(seed), fault \(fault): \(narrated.broken) \(words)")
                    }
                }
            }
        }
        #expect(missed.count * 20 <= count, "\(missed.count) of \(count)\n\(missed.joined(separator: "\n"))")
    }
}
