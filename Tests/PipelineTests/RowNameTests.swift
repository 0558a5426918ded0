import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// The outcomes of applications by the names that the form and real reports print, in the wordings that texts put them
/// in: right numbers are not accused, wrong ones found.
struct RowNameTests {
    private static let frames = [
        "办结的申请中，NAME#件。", "NAME的申请#件。", "NAME的有#件。", "NAME的#件。", "NAME共#件。", "其中，因NAME的#件。", "NAME#件，占比较高。",
        "（1）NAME：#件；", "有#件NAME。", "#件属于NAME。",
    ]
    private static let form = FormCatalog.form("2021")

    private struct Sentence {
        var row: String
        var words: String
    }

    /// The label without its number and what its brackets add.
    private static func name(_ label: String) -> String {
        let words = label.drop { $0.isNumber || ".、（）一二三四五六七".contains($0) }
        return String(words.prefix { $0 != "（" })
    }

    private static func sentences(_ form: Form) throws -> [Sentence] {
        let table = try #require(form.tables.first { $0.id == "applications" })
        let rows = table.rows.filter { $0.id.contains(".") || $0.id.hasSuffix("granted") }
        return rows.filter { !$0.id.hasSuffix(".other") }.flatMap { row in
            Set([name(row.label)] + row.variants).sorted().flatMap { name in
                frames.map { Sentence(row: row.id, words: $0.replacing("NAME", with: name)) }
            }
        }
    }

    private func isAccused(_ words: String, _ truth: ReportTruth) throws -> Bool {
        try !truth.claimRules(saying: words, in: "applications").isEmpty
    }

    @Test func namesOfRowsAreKnownInEveryWording() throws {
        let form = try #require(Self.form)
        let truth = ReportTruth.make(form: form, agency: Agency.all[3], year: 2023, seed: 5)
        let sentences = try Self.sentences(form)
        var accused: [String] = []
        var missed: [String] = []
        for sentence in sentences {
            let count = truth.count("applications", sentence.row, "total")
            let right = sentence.words.replacing("#", with: String(count))
            let wrong = sentence.words.replacing("#", with: String(10 * count + 3))
            if try isAccused(right, truth) { accused.append(right) }
            if try !isAccused(wrong, truth) { missed.append(wrong) }
        }
        #expect(accused == [])
        #expect(10 * missed.count < sentences.count, "\(missed.count) of \(sentences.count) missed: \(missed)")
    }
}
