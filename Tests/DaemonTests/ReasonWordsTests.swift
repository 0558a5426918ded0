import Foundation
import Forms
import Model
import Pipeline
import TestSupport
import Testing

@testable import gouji

/// What was not judged is told in Chinese, whatever the record calls the reason.
struct ReasonWordsTests {
    private func reasons(_ bytes: [UInt8], _ name: String) -> [String] {
        let reading = ReportReader.read(bytes, source: Source(name: name), received: "2026-01-31T09:00:00Z")
        guard case .report(let report) = reading else { return [] }
        return report.unverified.map(\.reason)
    }

    /// Whole reports, and reports whose second half is lost: tables, rows and totals are then in doubt.
    @Test func everyReasonOfAFixtureHasItsChinese() throws {
        var seen: Set<String> = []
        for fixture in Fixture.all {
            let input = try #require(fixture.input)
            let bytes = Array(try Data(contentsOf: input))
            for part in [bytes, Array(bytes.prefix(bytes.count / 2))] {
                seen.formUnion(reasons(part, input.lastPathComponent))
            }
        }
        #expect(seen.count > 20)
        for reason in seen { #expect(ReasonWords.words(reason, .zh) != reason, "\(reason)") }
    }

    /// Reasons that no fixture has.
    @Test(arguments: [
        "search limit: too many sets of cells would have to be tried",
        "search limit: 212 sets of cells explain it; the likeliest are listed",
        "table disputes is not in the source of 2023",
        "“收到申请3件” (line 38) is not the table's 5, which it and others add up to",
        "“收到申请3件” (line 38) is not the table's 5; its sentence has too many figures to tell",
        "“收到申请3件” (line 38) is not the table's 5, which a part of it is",
        "a report on a school year has the parts that 教育部令第29号 asks for",
        "section problems (line 60): what it says stands in an attachment",
        "section disputes may stand on another page of the text (line 55): drop them as one",
        "a row was not found: applications carried_in, applications carried_out",
        "the text was GB18030 that somebody had read as Latin-1; it was restored, byte for byte",
        "the text was UTF-8 that somebody had read as GBK; it was restored, byte for byte",
    ])
    func aRareReasonHasItsChineseToo(_ reason: String) {
        #expect(ReasonWords.words(reason, .zh) != reason)
    }

    @Test func whatIsFilledInTakesItsPlace() {
        let reason = "table disputes is not in the source (line 7): an image or an attachment?"
        #expect(ReasonWords.words(reason, .zh) == "来源中没有表 disputes（第 7 行），可能是图片或附件")
        #expect(ReasonWords.words(reason, .en) == reason)
        let list = "carried over from 2022: total is blank, charity could not be read for certain"
        #expect(ReasonWords.words(list, .zh) == "与 2022 年结转的数：合计是空白，charity 不能确定读出")
        #expect(ReasonWords.words("nobody knows", .zh) == "nobody knows")
    }
}
