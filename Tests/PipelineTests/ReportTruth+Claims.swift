import Model
import Pipeline
import TestSupport
import Testing

extension ReportTruth {
    private struct Unread: Error {}

    /// The rules on the text that find something where a section says `sentence` and the others nothing.
    func claimRules(saying sentence: String, in section: String) throws -> [String] {
        var truth = self
        for index in truth.sections.indices {
            let isHere = truth.sections[index].id == section
            truth.sections[index].paragraphs = isHere ? [sentence] : ["本部分内容从略。"]
        }
        let bytes = try #require(TextEncoding.utf8.bytes(of: truth.text(.html)))
        let reading = ReportReader.read(bytes, source: Source(name: "claims"), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { throw Unread() }
        return report.findings.map(\.rule).filter { $0.hasPrefix("claim.") }
    }
}
