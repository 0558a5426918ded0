import Foundation
import Model
import Pipeline
import Record
import TestSupport
import Testing
import Validate

@testable import gouji

/// Chinese text for people has full-width punctuation.
@Suite struct ChinesePunctuationTests {
    /// The lines in which a half-width mark stands beside a Chinese character.
    private func faulty(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { String($0).withChinesePunctuation != $0 }
    }

    @Test func theCatalogueOfRules() {
        let pages = RulePages(language: .zh, settings: Settings())
        let text = (pages.list + pages.all).joined(separator: "\n")
        #expect(text.contains("级别："))
        #expect(faulty(text) == [])
    }

    @Test func theMessagesOfFindings() throws {
        for (name, report) in try Self.reports() {
            for finding in report.findings {
                let texts = [finding.message.zh] + finding.repairs.map(\.cause.zh)
                #expect(faulty(texts.joined(separator: "\n")) == [], "\(name)")
            }
        }
    }

    @Test func whatCheckPrints() throws {
        for (name, report) in try Self.reports() {
            let page = TextReport(language: .zh, file: "f") {
                Explanation($0, context: JudgementContext(), own: [])
            }
            // The rows of a table are shown as they are printed.
            let lines = page.text(of: .report(report)).split(separator: "\n").filter { !$0.contains(" | ") }
            #expect(faulty(lines.joined(separator: "\n")) == [], "\(name)")
        }
    }

    @Test func whatShowPrints() throws {
        for (name, report) in try Self.reports() {
            let bytes = RecordWriter.bytes(of: report, pretty: true)
            let record = try JSONDecoder().decode(ArchivedRecord.self, from: Data(bytes))
            let page = RecordPage(language: .zh, path: "p", record: record).text
            // Title, headings and labels are shown as they are printed.
            let printed = report.sections.map(\.heading) + report.tables.flatMap { $0.rows.map(\.label) }
            let own = (printed + [report.identity.title ?? ""]).filter { !$0.isEmpty }
            #expect(faulty(own.reduce(page) { $0.replacing($1, with: "") }) == [], "\(name)")
        }
    }

    @Test func aFileThatIsNoReport() {
        let reading = ReportReader.read(Array("某县新闻 (一)".utf8), source: Source(name: "n"), received: "")
        let text = TextReport(language: .zh, file: "f").text(of: reading)
        #expect(text.contains("读取："))
        #expect(faulty(text) == [])
    }

    private static func reports() throws -> [(String, Report)] {
        try Fixture.all.compactMap { fixture in
            guard let input = fixture.input else { return nil }
            let bytes = Array(try Data(contentsOf: input))
            let source = Source(name: input.lastPathComponent)
            guard
                case .report(let report) = ReportReader.read(bytes, source: source, received: "2026-01-31T09:00:00Z")
            else { return nil }
            return (input.path, report)
        }
    }
}
