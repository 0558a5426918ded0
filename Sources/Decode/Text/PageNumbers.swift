internal import Bytes

/// The lines of a text that only number its pages: `- 3 -`, `— 3 —`, `第 3 页`; a bare number at the end of a page where
/// form feeds end the pages, and the numbers count them, or where no other line of the text is a number alone and they
/// count up from page to page.
enum PageNumbers {
    /// Whether a line is a page's number by itself, with dashes or words around it.
    static func isNumber(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        // A line of three digits with a dash of three bytes and a blank on both sides, or 第…页，共…页.
        guard end - start >= 3, end - start <= 40 else { return false }
        let first = text[start]
        if first == UInt8(ascii: "-") || first == 0xE2 || first == 0xEF {
            let lead = skipDashes(text, from: start, to: end)
            let digits = skipDigits(text, from: lead.end, to: end)
            let tail = skipDashes(text, from: digits.end, to: end)
            return lead.count > 0 && (1...3).contains(digits.count) && tail.count > 0 && tail.end == end
        }
        return first == 0xE7 && countsPages(text, from: start, to: end)
    }

    /// Where the lines begin that hold nothing but the number of a page.
    static func bareNumbers(of text: borrowing Span<UInt8>) -> Set<Int> {
        let ends = numbersBeforeFeeds(text)
        return ends.isEmpty ? Set(countingLines(of: text).map(\.start)) : ends
    }

    /// The fewest pages whose numbers may be told by their counting alone, and the fewest lines of a page.
    private static let fewestCounted = 3
    private static let fewestLines = 10

    /// The lines of nothing but a number, where all that the text has count up by one, a page's lines apart, and one of
    /// them stands where no value can: behind another number, or a sentence. In a table that has a cell on each line the
    /// first two of them do not count up; where its noughts are left out, each stands behind a label.
    private static func countingLines(of text: borrowing Span<UInt8>) -> [(start: Int, number: Int)] {
        var found: [(start: Int, number: Int)] = []
        var sinceLast = 0
        var start = 0
        var isNoValue = false
        while start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: text, from: start, to: text.count) ?? text.count
            if let number = bareNumber(text, from: start, to: end) {
                if let last = found.last, number != last.number + 1 || sinceLast < fewestLines { return [] }
                found.append((start, number))
                sinceLast = 0
                isNoValue = isNoValue || isBehindValue(text, start)
            } else {
                sinceLast += 1
            }
            start = end + 1
        }
        return found.count >= fewestCounted && isNoValue ? found : []
    }

    /// Whether the last line before `start` that is not blank ends in a digit or with a sentence.
    private static func isBehindValue(_ text: borrowing Span<UInt8>, _ start: Int) -> Bool {
        var end = start
        while end > 0, text[end - 1] <= ASCII.space { end -= 1 }
        guard end > 0 else { return false }
        return ASCII.isDigit(text[end - 1])
            || ByteSearch.stands(sentenceEnd, in: text, at: end - sentenceEnd.count, end: end)
    }

    private static let sentenceEnd = Array("。".utf8)

    /// The number of at most three digits that fills a line, but for blanks.
    private static func bareNumber(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var first = start
        var last = end
        while last > first, text[last - 1] <= ASCII.space { last -= 1 }
        while first < last, text[first] <= ASCII.space { first += 1 }
        guard first < last, last - first <= 3 else { return nil }
        var number = 0
        for index in first..<last {
            guard ASCII.isDigit(text[index]) else { return nil }
            number = number * 10 + Int(text[index] - ASCII.zero)
        }
        return number
    }

    /// Where the lines begin that hold nothing but the number of the page that a form feed ends.
    private static func numbersBeforeFeeds(_ text: borrowing Span<UInt8>) -> Set<Int> {
        var found: [(start: Int, number: Int)] = []
        var feed = ByteSearch.index(of: 0x0C, in: text, from: 0, to: text.count)
        while let index = feed {
            if let line = lineBefore(text, index) { found.append(line) }
            feed = ByteSearch.index(of: 0x0C, in: text, from: index + 1, to: text.count)
        }
        guard found.count > 1 else { return [] }
        let counts = zip(found, found.dropFirst()).allSatisfy { $1.number == $0.number + 1 }
        return counts ? Set(found.map(\.start)) : []
    }

    /// The last line before a form feed that is not blank, where it is a number of at most three digits.
    private static func lineBefore(_ text: borrowing Span<UInt8>, _ feed: Int) -> (start: Int, number: Int)? {
        var end = feed
        while end > 0, text[end - 1] <= ASCII.space, text[end - 1] != 0x0C { end -= 1 }
        var start = end
        var number = 0
        var scale = 1
        while start > 0, ASCII.isDigit(text[start - 1]), end - start < 3 {
            start -= 1
            number += Int(text[start] - ASCII.zero) * scale
            scale *= 10
        }
        guard start < end else { return nil }
        while start > 0, text[start - 1] == ASCII.space { start -= 1 }
        guard start == 0 || text[start - 1] == ASCII.newline || text[start - 1] == ASCII.carriageReturn else {
            return nil
        }
        return (start, number)
    }

    /// Over digits, full-width ones among them (U+FF10…U+FF19), and how many they are.
    private static func skipDigits(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> (
        end: Int, count: Int
    ) {
        var (index, count) = (start, 0)
        while index < end {
            if ASCII.isDigit(text[index]) {
                index += 1
            } else if index + 2 < end, text[index] == 0xEF, text[index + 1] == 0xBC,
                (0x90...0x99).contains(text[index + 2])
            {
                index += 3
            } else {
                break
            }
            count += 1
        }
        return (index, count)
    }

    /// Over dashes of all widths, and blanks; and how many dashes they are.
    private static func skipDashes(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> (
        end: Int, count: Int
    ) {
        var (index, count) = (start, 0)
        while index < end {
            if text[index] == UInt8(ascii: "-") {
                index += 1
                count += 1
            } else if index + 3 <= end, isWideDash(text[index], text[index + 1], text[index + 2]) {
                index += 3
                count += 1
            } else {
                let (kind, length) = WhiteSpace.kind(in: text, at: index)
                guard kind.separates, index + length <= end else { break }
                index += length
            }
        }
        return (index, count)
    }

    /// ‐ to ―, −, －.
    private static func isWideDash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE2, 0x80): (0x90...0x95).contains(third)
        case (0xE2, 0x88): third == 0x92
        case (0xEF, 0xBC): third == 0x8D
        default: false
        }
    }

    /// The word for a page, also in traditional characters and as the radicals that some PDFs have in its place.
    private static let pages = ["页", "頁", "\u{2EDA}", "\u{2FB4}"].map { Array($0.utf8) }
    private static let words = pages + ["第", "共", "，", "/"].map { Array($0.utf8) }

    /// 第 3 页, 第3页 共8页, 第3页/共8页.
    private static func countsPages(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var index = start
        var pages = 0
        while index < end {
            if text[index] == ASCII.space || ASCII.isDigit(text[index]) {
                index += 1
                continue
            }
            var next = index
            for (number, word) in words.enumerated() where index + word.count <= end {
                if word.indices.allSatisfy({ text[index + $0] == word[$0] }) {
                    next = index + word.count
                    if number < Self.pages.count { pages += 1 }
                }
            }
            guard next > index else { return false }
            index = next
        }
        return pages > 0
    }
}
