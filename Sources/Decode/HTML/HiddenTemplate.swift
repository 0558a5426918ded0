internal import Bytes

/// What editors hide in a page of the template that the report was written after: 模板：本年新收申请 ××件.
///
/// What a page hides may be the report, which a script shows. A short block that says of itself that it is a template, and
/// has its placeholders, is not.
enum HiddenTemplate {
    /// In bytes, with all tags: no report is as short.
    private static let longest = 2_000
    private static let names = ["模板", "模版", "样表", "范本", "示例", "填写"].map { Array($0.utf8) }
    private static let placeholders = ["××", "XX", "＿＿", "__"].map { Array($0.utf8) }
    private static let blocks = ["div", "section"].map { HTMLElement.key($0) }

    /// Where the content of such a block ends that begins with a tag; nil where it begins none.
    static func end(of tag: HTMLTagToken, _ span: borrowing Span<UInt8>) -> Int? {
        guard !tag.isEnd, blocks.contains(tag.element.name), HTMLHiding.hides(tag, span),
            let end = closing(tag, span), holds(names, span, from: tag.end, to: end),
            holds(placeholders, span, from: tag.end, to: end)
        else { return nil }
        return end
    }

    /// Where the end tag of an element stands; nil where it is far away.
    private static func closing(_ tag: HTMLTagToken, _ span: borrowing Span<UInt8>) -> Int? {
        let limit = min(span.count, tag.end + longest)
        var open = 1
        var index = tag.end
        while let sign = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: index, to: limit) {
            guard let next = HTMLTokenizer.tag(span, at: sign) else {
                index = HTMLTokenizer.endOfComment(span, at: sign) ?? sign + 1
                continue
            }
            if next.element.kinds.contains(.rawText) { return nil }
            if next.element.name == tag.element.name { open += next.isEnd ? -1 : 1 }
            if open == 0 { return sign }
            index = next.end
        }
        return nil
    }

    private static func holds(_ words: [[UInt8]], _ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        words.contains { ByteSearch.index(of: $0, in: span, from: start, to: end) != nil }
    }
}
