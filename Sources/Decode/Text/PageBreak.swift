internal import Bytes

/// Whether a sentence goes on behind the number of a page: 减免, - 2 -, 行政事业性收费315.7万元,….
///
/// The line before ends in the middle of a sentence, and the one behind is not indented, begins no paragraph and ends or
/// divides a sentence, as no cell of a table does.
enum PageBreak {
    /// In bytes; 6 Chinese characters.
    private static let shortest = 18
    private static let marks = ["，", "。"].map { Array($0.utf8) }
    private static let comma = Array("、".utf8)
    private static let numerals = "一二三四五六七八九十".map { Array(String($0).utf8) }
    private static let within = [comma, marks[0], Array("；".utf8), Array("（".utf8)]

    /// `start` and `end` are those of the line that numbers the page.
    static func isWithinSentence(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var last = start
        while last > 0, text[last - 1] <= ASCII.space { last -= 1 }
        var first = last
        while first > 0, text[first - 1] != ASCII.newline, text[first - 1] != ASCII.carriageReturn { first -= 1 }
        guard last - first >= shortest, isWord(text, before: last) else { return false }
        var next = end
        while next < text.count, text[next] < ASCII.space { next += 1 }
        var nextEnd = next
        while nextEnd < text.count, text[nextEnd] != ASCII.newline, text[nextEnd] != ASCII.carriageReturn {
            nextEnd += 1
        }
        return next < nextEnd && goesOn(text, from: next, to: nextEnd)
    }

    /// Whether a Chinese character, a digit or a mark within a sentence ends at `end`.
    private static func isWord(_ text: borrowing Span<UInt8>, before end: Int) -> Bool {
        if ASCII.isDigit(text[end - 1]) || end >= 3 && (0xE4...0xE9).contains(text[end - 3]) { return true }
        return within.contains { ByteSearch.stands($0, in: text, at: end - $0.count, end: end) }
    }

    private static func goesOn(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard marks.contains(where: { ByteSearch.index(of: $0, in: text, from: start, to: end) != nil }) else {
            return false
        }
        // No line of its own begins so.
        if within[..<3].contains(where: { ByteSearch.stands($0, in: text, at: start, end: end) }) { return true }
        var index = start
        while index < end, ASCII.isDigit(text[index]) { index += 1 }
        // 2.…, 二、…: a paragraph.
        if index > start { return index < end && text[index] > 0x7F && !isComma(text, at: index, end) }
        let isNumbered = numerals.contains { ByteSearch.stands($0, in: text, at: start, end: end) }
        return (0xE4...0xE9).contains(text[start]) && !(isNumbered && isComma(text, at: start + 3, end))
    }

    private static func isComma(_ text: borrowing Span<UInt8>, at index: Int, _ end: Int) -> Bool {
        ByteSearch.stands(comma, in: text, at: index, end: end)
    }
}
