import Model
import Pipeline
import Testing

/// A container's title, and a side file's year, beside a text whose period is still last year's.
struct HintedYearTests {
    private func year(_ hint: Source.Hint, signed: String, calls: String = "") throws -> Int? {
        let text = """
            \(calls)本报告所列数据的统计期限为2019年1月1日至2019年12月31日。
            一、总体情况
            共收到政府信息公开申请3件，均已答复。

            """
        let source = Source(name: "a.json", hint: hint)
        let read = text + BareReport.rest + "云台县财政局\n\(signed)\n"
        return try ReportReader.extract(Array(read.utf8), source: source).identity.year
    }

    private static let title = Source.Hint(title: "云台县财政局2020年政府信息公开工作年度报告")

    @Test func theDayOfTheSignatureBearsThemOut() throws {
        #expect(try year(Self.title, signed: "2021年1月20日") == 2020)
        #expect(try year(Source.Hint(year: 2020), signed: "2021年1月20日") == 2020)
    }

    @Test func whatTheTextCallsItselfBearsThemOut() throws {
        let calls = "现公布云台县财政局2020年政府信息公开工作年度报告。"
        #expect(try year(Self.title, signed: "", calls: calls) == 2020)
    }

    /// A title may name the year of the publication.
    @Test func thePeriodStandsWhereNothingElseSpeaks() throws {
        #expect(try year(Self.title, signed: "2020年1月20日") == 2019)
        #expect(try year(Self.title, signed: "") == 2019)
    }
}
