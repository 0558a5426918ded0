internal import Bytes

/// Takes out the `> ` before the lines of a text that was quoted whole, as letters and Markdown do. Lines stay lines.
enum QuoteMarks {
    private static let mark = UInt8(ascii: ">")
    /// Of a hundred lines that are not blank.
    private static let fewest = 80

    static func removed(from text: [UInt8]) -> [UInt8] {
        guard ByteSearch.contains(mark, in: text) else { return text }
        let span = text.span
        var lines = 0
        var quoted = 0
        each(span) { start, end in
            guard start < end else { return }
            lines += 1
            if text[start] == mark { quoted += 1 }
        }
        guard quoted > 2, quoted * 100 >= lines * fewest else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        each(span) { start, end in
            var index = start
            while index < end, text[index] == mark {
                index += 1
                if index < end, text[index] == ASCII.space { index += 1 }
            }
            result += text[index..<end]
            if end < text.count { result.append(ASCII.newline) }
        }
        return result
    }

    /// Every line's beginning and end.
    private static func each(_ span: borrowing Span<UInt8>, _ body: (Int, Int) -> Void) {
        var start = 0
        while start < span.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: span.count) ?? span.count
            body(start, end)
            start = end + 1
        }
    }
}
