internal import Bytes

/// Takes off what converters set the numbers of a table in: `| *3* |` and a number between backquotes are 3. Only where a
/// number is all that its cell holds between bars.
enum NumberMarkup {
    private static let marks = [UInt8(ascii: "`"), UInt8(ascii: "*")]

    static func removed(from text: [UInt8]) -> [UInt8] {
        guard ByteSearch.contains(ASCII.bar, in: text),
            marks.contains(where: { ByteSearch.contains($0, in: text) })
        else { return text }
        let span = text.span
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var copied = 0
        var bar = ByteSearch.index(of: ASCII.bar, in: span, from: 0, to: text.count)
        while let index = bar {
            if let number = number(span, behind: index + 1) {
                result += text[copied...index]
                result += text[number.digits]
                copied = number.end
            }
            bar = ByteSearch.index(of: ASCII.bar, in: span, from: index + 1, to: text.count)
        }
        return result + text[copied...]
    }

    /// The digits of the marked number that fills the cell at `start`, and where the cell ends.
    private static func number(_ span: borrowing Span<UInt8>, behind start: Int) -> (digits: Range<Int>, end: Int)? {
        let first = skipBlanks(span, from: start)
        guard first < span.count, marks.contains(span[first]) else { return nil }
        let digits = first + 1
        var last = digits
        var hasDigit = false
        while last < span.count, let length = lengthOfSign(span, at: last) {
            last += length
            hasDigit = ASCII.isDigit(span[last - 1]) || length == 3 && span[last - 1] >= 0x90
        }
        guard hasDigit, last < span.count, span[last] == span[first] else { return nil }
        let end = skipBlanks(span, from: last + 1)
        return end < span.count && span[end] == ASCII.bar ? (digits..<last, end) : nil
    }

    static func skipBlanks(_ span: borrowing Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < span.count, span[index] == ASCII.space { index += 1 }
        return index
    }

    /// The length of a digit, a point, a comma or a sign, also in full width; nil where none stands there.
    static func lengthOfSign(_ span: borrowing Span<UInt8>, at index: Int) -> Int? {
        let byte = span[index]
        if ASCII.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") {
            return 1
        }
        // ， to ．, ０ to ９
        guard byte == 0xEF, index + 2 < span.count, span[index + 1] == 0xBC else { return nil }
        return (0x8C...0x8E).contains(span[index + 2]) || (0x90...0x99).contains(span[index + 2]) ? 3 : nil
    }
}
