internal import Bytes

/// A text that was written as a program writes a string in its source, and not as what the string says: `一、总体情况\n`, or
/// `\u4e00\u3001` (RFC 8259, section 7). It has hardly a line end of its own.
enum EscapedText {
    /// So many of them are no text about programs.
    private static let fewestLineEnds = 10
    private static let fewestCodes = 50
    private static let backslash = UInt8(ascii: "\\")
    private static let script = Array("<script".utf8)

    /// What the string says; `text` itself where it is no such string. A page's scripts have strings of their own.
    static func plain(_ text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard let first = ByteSearch.index(of: backslash, in: span, from: 0, to: text.count),
            isEscaped(span, from: first), ByteSearch.index(of: script, in: span, from: 0, to: text.count) == nil
        else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var copied = 0
        var next: Int? = first
        while let index = next {
            let escape = escape(span, at: index)
            if let escape {
                result += text[copied..<index]
                result += escape.bytes
                copied = escape.end
            }
            let start = max(escape?.end ?? 0, index + 1)
            next = ByteSearch.index(of: backslash, in: span, from: start, to: text.count)
        }
        return result + text[copied...]
    }

    /// Whether the text has many escapes, and next to no line ends that are not escaped.
    private static func isEscaped(_ span: borrowing Span<UInt8>, from first: Int) -> Bool {
        var (lineEnds, codes) = (0, 0)
        var next: Int? = first
        while let index = next, index + 1 < span.count {
            if span[index + 1] == UInt8(ascii: "n") { lineEnds += 1 }
            if span[index + 1] == UInt8(ascii: "u") { codes += 1 }
            if codes >= fewestCodes { return true }
            if lineEnds >= fewestLineEnds { return countLineEnds(span) * 2 <= lineEnds }
            next = ByteSearch.index(of: backslash, in: span, from: index + 2, to: span.count)
        }
        return false
    }

    /// How many line ends the text has of its own; no more than matter are counted.
    private static func countLineEnds(_ span: borrowing Span<UInt8>) -> Int {
        var (count, start) = (0, 0)
        while count < fewestLineEnds,
            let index = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: span.count)
        {
            count += 1
            start = index + 1
        }
        return count
    }

    private static let signs: [UInt8: UInt8] = [
        UInt8(ascii: "n"): ASCII.newline, UInt8(ascii: "r"): ASCII.carriageReturn, UInt8(ascii: "t"): ASCII.tab,
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "'"): UInt8(ascii: "'"),
        UInt8(ascii: "/"): UInt8(ascii: "/"),
        backslash: backslash,
    ]

    /// What is escaped at `index`, and where it ends; nil for what is no escape.
    private static func escape(_ span: borrowing Span<UInt8>, at index: Int) -> (bytes: [UInt8], end: Int)? {
        guard index + 1 < span.count else { return nil }
        if let sign = signs[span[index + 1]] { return ([sign], index + 2) }
        guard let unit = unit(span, at: index) else { return nil }
        if UTF16.isLeadSurrogate(unit), let trail = self.unit(span, at: index + 6), UTF16.isTrailSurrogate(trail) {
            return (Array(String(decoding: [unit, trail], as: UTF16.self).utf8), index + 12)
        }
        return Unicode.Scalar(unit).map { (Array(String(Character($0)).utf8), index + 6) }
    }

    /// The number of `\u4e00`.
    private static func unit(_ span: borrowing Span<UInt8>, at index: Int) -> UInt16? {
        guard index + 6 <= span.count, span[index] == backslash, span[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt16 = 0
        for place in (index + 2)..<(index + 6) {
            guard let digit = Character(Unicode.Scalar(span[place])).hexDigitValue else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
