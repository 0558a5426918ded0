internal import Bytes

/// A line of Markdown that only draws: the line below a heading (`-----`, `=====`), or one across the page (`---`, `* * *`).
///
/// In a table that has a cell on each line, three dashes are a cell: the sign that writers set for nothing, — or ——, as
/// converters spell it. So a short line of dashes is a rule only where the lines around it say so.
enum MarkdownRule {
    static func isRule(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard start < end, signs.contains(text[start]), let count = length(text, from: start, to: end) else {
            return false
        }
        let next = nextLine(text, behind: end)
        if next.isEmpty || text[next.lowerBound] == ASCII.hash { return true }
        guard isWords(text, lineBefore: start) else { return false }
        if count > 3, count % 3 != 0 { return true }
        return next.lowerBound > end + 1 && isWords(text, in: next)
    }

    private static let signs = [UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_")]

    /// How often the line's sign stands there; nil where anything else stands there too. Dashes with blanks between are
    /// blank cells of a row.
    private static func length(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var count = 0
        for index in start..<end {
            if text[index] == text[start] {
                count += 1
            } else if text[index] != ASCII.space || text[start] == UInt8(ascii: "-") {
                return nil
            }
        }
        return count >= 3 ? count : nil
    }

    /// The next line that is not blank; empty behind the last.
    private static func nextLine(_ text: borrowing Span<UInt8>, behind end: Int) -> Range<Int> {
        var start = end
        while start < text.count, text[start] <= ASCII.space { start += 1 }
        var last = start
        while last < text.count, text[last] != ASCII.newline, text[last] != ASCII.carriageReturn { last += 1 }
        return start..<last
    }

    /// Whether the line right before the one at `start` holds words.
    private static func isWords(_ text: borrowing Span<UInt8>, lineBefore start: Int) -> Bool {
        guard start > 0 else { return false }
        var last = start - 1
        if last > 0, text[last] == ASCII.newline, text[last - 1] == ASCII.carriageReturn { last -= 1 }
        var first = last
        while first > 0, text[first - 1] != ASCII.newline, text[first - 1] != ASCII.carriageReturn { first -= 1 }
        return isWords(text, in: first..<last)
    }

    /// Whether a Chinese character stands in a line.
    private static func isWords(_ text: borrowing Span<UInt8>, in line: Range<Int>) -> Bool {
        line.contains { (0xE4...0xE9).contains(text[$0]) }
    }
}
