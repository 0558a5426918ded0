internal import Bytes

/// Finds the tables that converters leave in HTML's spelling within Markdown, which has none for merged cells.
enum EmbeddedTables {
    struct Part {
        var text: [UInt8]
        var isTable: Bool
    }

    /// The text cut before and behind each outermost table that is closed; nearly every text is one part.
    static func parts(of text: [UInt8]) -> [Part] {
        let span = text.span
        var parts: [Part] = []
        var copied = 0
        var depth = 0
        var start = 0
        var index = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: 0, to: span.count)
        while let sign = index {
            if stands(opening, span, at: sign) {
                if depth == 0 { start = sign }
                depth += 1
            } else if depth > 0, stands(closing, span, at: sign) {
                depth -= 1
                if depth == 0 {
                    let end = min(span.count, sign + closing.count + 1)
                    if start > copied { parts.append(Part(text: Array(text[copied..<start]), isTable: false)) }
                    parts.append(Part(text: Array(text[start..<end]), isTable: true))
                    copied = end
                }
            }
            index = ByteSearch.index(of: UInt8(ascii: "<"), in: span, from: sign + 1, to: span.count)
        }
        if copied == 0 { return [Part(text: text, isTable: false)] }
        if copied < text.count { parts.append(Part(text: Array(text[copied...]), isTable: false)) }
        return parts
    }

    private static let opening = Array("<table".utf8)
    private static let closing = Array("</table".utf8)

    private static func stands(_ word: [UInt8], _ span: borrowing Span<UInt8>, at start: Int) -> Bool {
        guard start + word.count < span.count else { return false }
        for offset in word.indices where span[start + offset] | 0x20 != word[offset] | 0x20 { return false }
        let next = span[start + word.count]
        return next == UInt8(ascii: ">") || next <= ASCII.space
    }
}
