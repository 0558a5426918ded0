internal import Bytes

/// Takes out of Markdown where its links lead: `[一、概述](#a)` are the words 一、概述. Lines stay lines.
///
/// Lines of links into the page itself, one behind the other, are a list of its contents and go whole where the half of them
/// stand again: such a list is none of the report, and may name parts that the report lacks.
enum MarkdownLinks {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard mark(span, from: 0, to: text.count) != nil else { return text }
        var lines = lines(of: span)
        leaveOutContents(&lines, text)
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for line in lines {
            for part in line.parts { result += text[part] }
            result += text[line.end..<line.next]
        }
        return result
    }

    /// So many links make a list of contents, and no such list has more: each is looked for in all of the text.
    private static let lengths = 3...200
    /// No address is longer, nor what its link stands for.
    private static let longest = 1_000

    private struct Line {
        /// What stays of it.
        var parts: [Range<Int>]
        /// The words of a link into the page that nothing but the sign of a list stands beside; nil in another line.
        var entry: Range<Int>?
        var start: Int
        var end: Int
        var next: Int
    }

    private static func lines(of span: borrowing Span<UInt8>) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < span.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: span.count) ?? span.count
            lines.append(line(span, from: start, to: end))
            start = end + 1
        }
        return lines
    }

    private static func line(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Line {
        var line = Line(parts: [], start: start, end: end, next: min(end + 1, span.count))
        var copied = start
        var links = 0
        var next = start
        while let middle = mark(span, from: next, to: end) {
            next = middle + 2
            guard let link = Link(span, middle: middle, from: copied, to: end) else { continue }
            line.parts.append(copied..<link.start)
            line.parts.append(link.words)
            links += 1
            copied = link.end
            next = link.end
            line.entry = links == 1 && link.isWithin && isAlone(span, link, in: start..<end) ? link.words : nil
        }
        line.parts.append(copied..<end)
        return line
    }

    /// Where `](` stands next.
    private static func mark(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var next = ByteSearch.index(of: UInt8(ascii: "]"), in: span, from: start, to: end)
        while let index = next {
            if index + 1 < end, span[index + 1] == UInt8(ascii: "(") { return index }
            next = ByteSearch.index(of: UInt8(ascii: "]"), in: span, from: index + 1, to: end)
        }
        return nil
    }

    /// Whether no words and no heading's sign stand beside a link: a number, a dash or a star may.
    private static func isAlone(_ span: borrowing Span<UInt8>, _ link: Link, in line: Range<Int>) -> Bool {
        !(line.lowerBound..<link.start).contains { span[$0] > 0x7F || span[$0] == ASCII.hash }
            && !(link.end..<line.upperBound).contains { span[$0] > ASCII.space }
    }

    private static func leaveOutContents(_ lines: inout [Line], _ text: [UInt8]) {
        var start = 0
        while start < lines.count {
            guard lines[start].entry != nil else {
                start += 1
                continue
            }
            var end = start
            while end < lines.count, lines[end].entry != nil || isBlank(lines[end], text) { end += 1 }
            let entries = lines[start..<end].compactMap(\.entry)
            let behind = end < lines.count ? lines[end].start : text.count
            if lengths.contains(entries.count), holdsHalf(of: entries, text, from: behind) {
                for index in start..<end { lines[index].parts = [] }
            }
            start = end
        }
    }

    private static func isBlank(_ line: Line, _ text: [UInt8]) -> Bool {
        !text[line.start..<line.end].contains { $0 > ASCII.space }
    }

    private static func holdsHalf(of entries: [Range<Int>], _ text: [UInt8], from start: Int) -> Bool {
        let span = text.span
        let found = entries.filter {
            ByteSearch.index(of: Array(text[$0]), in: span, from: start, to: text.count) != nil
        }
        return 2 * found.count >= entries.count
    }

    /// One link: `[words](address)`. A picture, `![…](…)`, is none.
    private struct Link {
        var start: Int
        var words: Range<Int>
        var end: Int
        /// Whether it leads to a place of the page itself.
        var isWithin: Bool

        init?(_ span: borrowing Span<UInt8>, middle: Int, from first: Int, to last: Int) {
            var depth = 0
            var opening = middle - 1
            while opening >= max(first, middle - longest) {
                if span[opening] == UInt8(ascii: "]") { depth += 1 }
                if span[opening] == UInt8(ascii: "[") {
                    if depth == 0 { break }
                    depth -= 1
                }
                opening -= 1
            }
            guard opening >= max(first, middle - longest) else { return nil }
            if opening > first, span[opening - 1] == UInt8(ascii: "!") { return nil }
            depth = 1
            var closing = middle + 2
            while closing < min(last, middle + longest) {
                if span[closing] == UInt8(ascii: "(") { depth += 1 }
                if span[closing] == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0 { break }
                closing += 1
            }
            guard depth == 0 else { return nil }
            start = opening
            words = (opening + 1)..<middle
            end = closing + 1
            isWithin = span[middle + 2] == ASCII.hash
        }
    }
}
