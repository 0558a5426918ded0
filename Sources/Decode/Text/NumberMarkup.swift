internal import Bytes

/// Takes off what readers of scanned pages set the numbers of a table in: `| $0$ | \(12\) | *3* |` are 0, 12 and 3. Only
/// where a number is all that its cell holds between bars.
enum NumberMarkup {
    private static let marks: [(opening: [UInt8], closing: [UInt8])] =
        ["$ $", "` `", "* *", "\\( \\)"].map { pair in
            let parts = pair.split(separator: " ").map { Array($0.utf8) }
            return (parts[0], parts[1])
        }

    static func removed(from text: [UInt8]) -> [UInt8] {
        guard ByteSearch.contains(ASCII.bar, in: text),
            marks.contains(where: { ByteSearch.contains($0.opening[0], in: text) })
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
        guard first < span.count,
            let mark = marks.first(where: { ByteSearch.stands($0.opening, in: span, at: first, end: span.count) })
        else { return nil }
        let digits = first + mark.opening.count
        var last = digits
        while last < span.count, isOfNumber(span[last]) { last += 1 }
        guard last > digits, ASCII.isDigit(span[last - 1]),
            ByteSearch.stands(mark.closing, in: span, at: last, end: span.count)
        else { return nil }
        let end = skipBlanks(span, from: last + mark.closing.count)
        return end < span.count && span[end] == ASCII.bar ? (digits..<last, end) : nil
    }

    private static func skipBlanks(_ span: borrowing Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < span.count, span[index] == ASCII.space { index += 1 }
        return index
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        ASCII.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
    }
}
