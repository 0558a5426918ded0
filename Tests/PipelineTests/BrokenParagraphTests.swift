import Model
import Pipeline
import Testing

/// Sentences of which a converter made a paragraph of each line.
struct BrokenParagraphTests {
    private static func values(_ lines: [String]) throws -> [Quantity] {
        let paragraphs = lines.map { "<p>\($0)</p>\n" }.joined()
        let text =
            "<html><body><h1>青禾市水务局2023年政府信息公开工作年度报告</h1>\n<p>一、总体情况</p>\n<p>　　2023年，我局认真落实条例。</p>\n\(paragraphs)"
            + "<p>二、主动公开政府信息情况</p>\n<p>工作平稳有序。</p>\n</body></html>"
        return try readReport(text).claims.compactMap(\.value)
    }

    @Test(
        arguments: [
            (["　　全年发布政策解读材料3", "6篇，举办新闻发布会12场。"], [36, 12]),
            (["　　全年发布政策解读材料36", "篇，举办新闻发布会12场。"], [36, 12]),
            (["　　全年发布政策解读材料36篇，", "举办新闻发布会12场。"], [36, 12]),
            (["　　全年发布政策解读材料36篇。", "8篇为图解。"], [36, 8]),
            (["　　全年发布政策解读材料36篇", "2场新闻发布会。"], [36, 2]),
        ]
    )
    func aNumberGoesOnInTheNextLine(_ lines: [String], _ values: [Int]) throws {
        #expect(try Self.values(lines) == values.map(Quantity.init))
    }

    /// The list's last parts stand in lines of their own.
    @Test func aListGoesOnInTheNextLines() throws {
        let lines = [
            "　　公开信息100件，其中涉及机构职能的41件，法律、行政法规方面的9件，保护第三方合法", "权益方面的37件，行政执法的3件，行政查询事项方面的1件，行政许可和其他事", "项方面的9件。",
        ]
        #expect(try Self.values(lines).reduce(Quantity(0), +) == Quantity(200))
        let text = lines.map { "<p>\($0)</p>\n" }.joined()
        let report = try readReport(
            "<html><body><h1>青禾市水务局2023年政府信息公开工作年度报告</h1>\n<p>一、总体情况</p>\n\(text)"
                + "<p>二、主动公开政府信息情况</p>\n<p>工作平稳有序。</p>\n</body></html>"
        )
        #expect(report.claimLists.first?.parts.count == 6)
    }
}
