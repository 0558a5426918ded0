internal import Bytes

/// Takes out what pandoc adds to Markdown for the markup of a page: `[words]{style="…"}`, `::: {#zoom .article}`, and the
/// `{#identifier}` behind a heading. Lines stay lines; what is no such mark stays as it is.
enum PandocMarks {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard holdsMark(span) else { return text }
        var isGone = Array(repeating: false, count: text.count)
        var opened: [Int] = []
        var start = 0
        while start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: text.count) ?? text.count
            mark(span, from: start, to: end, &opened, &isGone)
            start = end + 1
        }
        return text.indices.lazy.filter { !isGone[$0] }.map { text[$0] }
    }

    /// No attributes are longer.
    private static let longest = 2_000
    /// Brackets within brackets that are still open; more of them are no markup.
    private static let mostOpen = 64

    /// Whether a text has spans with attributes, as nothing but pandoc writes them.
    static func holdsSpans(_ span: borrowing Span<UInt8>) -> Bool {
        var next = ByteSearch.index(of: UInt8(ascii: "{"), in: span, from: 0, to: span.count)
        while let index = next {
            if index > 0, span[index - 1] == UInt8(ascii: "]"), index + 1 < span.count,
                span[index + 1] == UInt8(ascii: ".") || span[index + 1] == UInt8(ascii: "s")
            {
                return true
            }
            next = ByteSearch.index(of: UInt8(ascii: "{"), in: span, from: index + 1, to: span.count)
        }
        return false
    }

    private static func holdsMark(_ span: borrowing Span<UInt8>) -> Bool {
        var next = ByteSearch.index(of: UInt8(ascii: "{"), in: span, from: 0, to: span.count)
        while let index = next {
            if index > 0, span[index - 1] == UInt8(ascii: "]") { return true }
            if index + 1 < span.count, span[index + 1] == ASCII.hash || span[index + 1] == UInt8(ascii: ".") {
                return true
            }
            next = ByteSearch.index(of: UInt8(ascii: "{"), in: span, from: index + 1, to: span.count)
        }
        return false
    }

    /// Marks what goes of the line between `start` and `end`; spans may go on from one line to the next.
    private static func mark(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        _ opened: inout [Int],
        _ isGone: inout [Bool]
    ) {
        guard start < end else {
            // A paragraph's end ends what was opened in it.
            opened.removeAll()
            return
        }
        if start + 3 <= end, (start..<(start + 3)).allSatisfy({ span[$0] == UInt8(ascii: ":") }) {
            for index in start..<end { isGone[index] = true }
            return
        }
        var index = start
        while index < end {
            switch span[index] {
            case UInt8(ascii: "["): if opened.count < mostOpen { opened.append(index) }
            case UInt8(ascii: "]"):
                guard let opening = opened.popLast(), index + 1 < end, span[index + 1] == UInt8(ascii: "{"),
                    let closing = closing(span, from: index + 2)
                else { break }
                isGone[opening] = true
                for place in index...closing where span[place] != ASCII.newline { isGone[place] = true }
                index = min(closing, end)
            case UInt8(ascii: "{") where span[start] == ASCII.hash && index > start:
                guard let closing = closing(span, from: index + 1), closing < end else { break }
                for place in index...closing { isGone[place] = true }
                index = closing
            default: break
            }
            index += 1
        }
    }

    private static func closing(_ span: borrowing Span<UInt8>, from start: Int) -> Int? {
        ByteSearch.index(of: UInt8(ascii: "}"), in: span, from: start, to: min(span.count, start + longest))
    }
}
