internal import Bytes
internal import Model

/// The article of a page that has it in a string of a script alone, which shows it: `var data={"content":"<p>…"}`.
///
/// It is read where it is certain to be the page's one report: the page has nothing else of a report, and no other string
/// is one.
struct ScriptArticle {
    /// Its markup or text, the escapes undone.
    let source: [UInt8]
    /// The line on which the string begins.
    let line: Int

    /// What stands in every report under either Regulation.
    private static let words = ["政府信息公开", "主动公开", "行政复议"]

    /// Whether a text may be a whole report.
    static func mayBeReport(_ text: [UInt8]) -> Bool {
        let text = Prose(text[...])
        return words.allSatisfy { text.contains($0) }
    }

    /// What only a report has, or a page on reports, of which this may then be another.
    private static let headings = ["总体情况", "申请人情况", "存在的主要问题", "其他需要报告", "统计期限", "收费及减免"]
    private static let shortest = 500
    /// A script within a string within a script.
    private static let mostNested = 2

    /// Nil where the page has none, or text of its own that is of a report.
    static func find(in page: [UInt8], besides outline: Outline) -> ScriptArticle? {
        guard !isReport(outline.text), Prose(page[...]).contains("<script") else { return nil }
        var found: ScriptArticle?
        for (start, end) in scripts(of: page.span) {
            for (place, article) in articles(in: page, from: start, to: end) {
                if let found {
                    if found.source != article { return nil }
                    continue
                }
                found = ScriptArticle(source: article, line: page[..<place].count { $0 == ASCII.newline } + 1)
            }
        }
        return found
    }

    private static func isReport(_ text: [UInt8]) -> Bool {
        let text = Prose(text[...])
        var count = 0
        for heading in headings where text.contains(heading) {
            count += 1
            if count == 2 { return true }
        }
        return false
    }

    private static let scriptName = Array("script".utf8)

    /// Where the content of each script begins and ends.
    static func scripts(of span: borrowing Span<UInt8>) -> [(start: Int, end: Int)] {
        var result: [(start: Int, end: Int)] = []
        var index = 0
        while let sign = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: index, to: span.count) {
            index = sign + 1
            guard isScript(span, at: index),
                let start = ByteSearch.index(of: UInt8(ascii: ">"), in: span, from: index, to: span.count)
            else { continue }
            var end = start + 1
            while let close = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: end, to: span.count) {
                end = close
                if close + 1 < span.count, span[close + 1] == UInt8(ascii: "/"), isScript(span, at: close + 2) { break }
                end += 1
            }
            result.append((start + 1, end))
            index = end
        }
        return result
    }

    private static func isScript(_ span: borrowing Span<UInt8>, at index: Int) -> Bool {
        guard index + scriptName.count < span.count else { return false }
        for offset in scriptName.indices where span[index + offset] | 0x20 != scriptName[offset] { return false }
        return true
    }

    /// The strings that are articles, with their places.
    private static func articles(
        in text: [UInt8],
        from start: Int,
        to end: Int,
        depth: Int = 1
    ) -> [(place: Int, article: [UInt8])] {
        var result: [(place: Int, article: [UInt8])] = []
        let span = text.span
        var index = start
        while let quote = ByteSearch.index(of: UInt8(ascii: "\""), in: span, from: index, to: end) {
            index = endOfString(span, from: quote + 1, to: end) + 1
            guard index - quote >= shortest, index <= end else { continue }
            var json = JSONText(Array(text[quote..<index]))
            guard let string = try? json.string() else { continue }
            let first = string.first { $0 > ASCII.space }
            if depth < mostNested, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                result += articles(in: string, from: 0, to: string.count, depth: depth + 1).map { (quote, $0.article) }
            } else if mayBeReport(string) {
                result.append((quote, string))
            }
        }
        return result
    }

    /// Where the quote stands that ends a string, or the text.
    private static func endOfString(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, span[index] != UInt8(ascii: "\"") { index += span[index] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(index, end)
    }
}
