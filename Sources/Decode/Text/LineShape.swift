internal import Bytes

/// What a line of text looks like, before anything is read from it.
struct LineShape {
    enum Kind: Equatable {
        case blank
        case text
        /// The line has bars, but is no whole row.
        case looseBars
        /// Every cell of the line stands between two of these borders (a tab, a bar).
        case wholeRow(border: UInt8)
        /// A line that only draws: `|---|---|`.
        case rule
    }

    private(set) var kind: Kind
    /// The text without the white space around it; of a Markdown row also without its outer bars.
    private(set) var start: Int
    private(set) var end: Int

    /// Looks at a line; `hasBorder` says whether a bar or a tab stands in it.
    init(_ text: borrowing Span<UInt8>, from lineStart: Int, to lineEnd: Int, hasBorder: Bool) {
        kind = .blank
        start = lineStart
        end = lineEnd
        start = Self.skipBlanks(text, from: lineStart, to: lineEnd, tabs: true)
        guard start < lineEnd else { return }
        while end > start, let length = Self.blankLength(text, before: end), end - length >= start { end -= length }
        if hasBorder {
            classify(text, lineStart: lineStart)
        } else {
            kind = CommaRow.isRow(text, from: start, to: end) ? .wholeRow(border: UInt8(ascii: ",")) : .text
        }
    }

    /// How long the blank is that ends at `end`, but for tabs: a converter may have written &nbsp; behind a row's last bar.
    private static func blankLength(_ text: borrowing Span<UInt8>, before end: Int) -> Int? {
        if text[end - 1] == ASCII.space { return 1 }
        for length in 2...3 where end >= length && text[end - 1] >= 0x80 && text[end - length] >= 0xC2 {
            let (kind, bytes) = WhiteSpace.kind(in: text, at: end - length)
            return !kind.isText && bytes == length ? length : nil
        }
        return nil
    }

    static func isBlank(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        skipBlanks(text, from: start, to: end, tabs: true) == end
    }

    /// A line without the blanks around it.
    static func trimmed(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Range<Int> {
        let first = skipBlanks(text, from: start, to: end, tabs: true)
        var last = end
        while last > first, text[last - 1] <= ASCII.space { last -= 1 }
        return first..<last
    }

    /// Whether nothing but dashes and blanks stands on a line without bars, as above and below tables that align by blanks.
    static func isRule(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start >= 8, text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "=") else {
            return false
        }
        for index in start..<end where text[index] != text[start] && text[index] != ASCII.space { return false }
        return true
    }

    /// Whether the cells of a line of dashes, without its outer bars, were crossed out and are not drawn below heads: each is as
    /// long as the dashes that converters write for —, —— or ———, and leaves room in its column. `| ------     | ------     |`
    static func isCrossedOut(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var hasRoom = false
        var cell = start
        for index in start...end where index == end || text[index] == ASCII.bar {
            let dashes = trimmed(text, from: cell, to: index)
            guard dashes.allSatisfy({ text[$0] == UInt8(ascii: "-") }), dashes.count % 3 == 0, dashes.count <= 9 else {
                return false
            }
            if !dashes.isEmpty {
                guard dashes.lowerBound > cell, dashes.upperBound < index else { return false }
                if index - dashes.upperBound > 1 { hasRoom = true }
            }
            cell = index + 1
        }
        return hasRoom
    }

    private mutating func classify(_ text: borrowing Span<UInt8>, lineStart: Int) {
        var bars = 0
        var tabs = 0
        var isDrawn = true
        for index in start..<end {
            switch text[index] {
            case ASCII.bar: bars += 1
            case ASCII.tab: tabs += 1
            case ASCII.space, UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "="): break
            // A converter may have written &nbsp; for the blanks. The rest of a character says nothing new.
            case let byte where isDrawn && byte & 0xC0 != 0x80:
                isDrawn = !WhiteSpace.kind(in: text, at: index).kind.isText
            default: break
            }
        }
        if bars > 0 {
            classifyBars(text, count: bars, isDrawn: isDrawn)
        } else if tabs > 0, !Self.isBlank(text, from: start, to: end) {
            kind = .wholeRow(border: ASCII.tab)
            // A leading tab is a leading blank cell, as a merged cell of a row above leaves it.
            start = Self.skipBlanks(text, from: lineStart, to: start, tabs: false)
        } else {
            kind = .text
        }
    }

    private mutating func classifyBars(_ text: borrowing Span<UInt8>, count: Int, isDrawn: Bool) {
        let isFramed = text[start] == ASCII.bar && text[end - 1] == ASCII.bar
        if isFramed, count >= 2, end - start > count {
            kind = isDrawn && hasDashes(text) ? .rule : .wholeRow(border: ASCII.bar)
            start += 1
            end -= 1
            if kind != .rule, Self.isOnlyBars(text, from: start, to: end) {
                kind = .looseBars
                start -= 1
                end += 1
            }
        } else {
            // `---|---`: three dashes are no sign for a blank cell.
            kind = isDrawn && hasDashes(text, fewest: 3) ? .rule : .looseBars
        }
    }

    private func hasDashes(_ text: borrowing Span<UInt8>, fewest: Int = 2) -> Bool {
        var run = 0
        for index in start..<end {
            run = text[index] == UInt8(ascii: "-") ? run + 1 : 0
            if run == fewest { return true }
        }
        return false
    }

    private static func isOnlyBars(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end where text[index] != ASCII.bar && text[index] != ASCII.space { return false }
        return true
    }

    static func skipBlanks(
        _ text: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        tabs: Bool
    ) -> Int {
        var index = start
        while index < end {
            let (kind, length) = WhiteSpace.kind(in: text, at: index)
            if kind.isText || !tabs && text[index] == ASCII.tab { break }
            index += length
        }
        return min(index, end)
    }
}
