internal import Bytes

/// The first look at a line: where it ends, and whether it is one word.
///
/// This is the only loop over all bytes of a text that its lines cost; most lines are one word, and need no other.
struct LineScan {
    private(set) var end: Int
    /// Whether neither bars nor tabs nor white space stand in it.
    private(set) var isPlain = true
    private var commas = 0
    /// Whether a bar or a tab stands in it.
    private(set) var hasBorder = false

    /// Looks at the line that begins at `start` and ends before `limit` at the latest, or with the text.
    init(_ text: borrowing Span<UInt8>, from start: Int, to limit: Int? = nil) {
        var index = start
        let stop = limit ?? text.count
        while index < stop {
            let byte = text[index]
            if byte >= 0xE4, byte <= 0xE9 {
                index += 3
            } else if byte >= 0x80 {
                let (kind, length) = WhiteSpace.kind(in: text, at: index)
                if !kind.isText { isPlain = false }
                index += length
            } else {
                if byte == ASCII.newline || byte == ASCII.carriageReturn { break }
                if byte <= ASCII.space || byte == ASCII.bar {
                    isPlain = false
                    if byte == ASCII.bar || byte == ASCII.tab { hasBorder = true }
                } else if byte == UInt8(ascii: ",") {
                    commas += 1
                }
                index += 1
            }
        }
        end = min(index, stop)
        if commas >= CommaRow.fewestCommas { isPlain = false }
    }
}

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
        while end > start, text[end - 1] == ASCII.space { end -= 1 }
        if hasBorder {
            classify(text, lineStart: lineStart)
        } else {
            kind = CommaRow.isRow(text, from: start, to: end) ? .wholeRow(border: UInt8(ascii: ",")) : .text
        }
    }

    static func isBlank(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        skipBlanks(text, from: start, to: end, tabs: true) == end
    }

    /// Whether nothing but dashes and blanks stands on a line without bars, as above and below tables that align by blanks.
    static func isRule(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start >= 8, text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "=") else {
            return false
        }
        for index in start..<end where text[index] != text[start] && text[index] != ASCII.space { return false }
        return true
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
            default: isDrawn = false
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
            kind = .looseBars
        }
    }

    private func hasDashes(_ text: borrowing Span<UInt8>) -> Bool {
        var run = 0
        for index in start..<end {
            run = text[index] == UInt8(ascii: "-") ? run + 1 : 0
            if run == 2 { return true }
        }
        return false
    }

    private static func isOnlyBars(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end where text[index] != ASCII.bar && text[index] != ASCII.space { return false }
        return true
    }

    private static func skipBlanks(
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

/// Rows whose cells stand between commas, as spreadsheets export them: words first, then nothing but numbers and blanks.
enum CommaRow {
    /// A sentence with commas, or a number with its thousands, is none.
    static let fewestNumbers = 3
    /// A row of a table with one column of numbers has two.
    static let fewestCommas = 2
    /// The line of a table that prints its rows beside each other has no words.
    private static let fewestAlone = 10

    static func isRow(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        isCounted(text, from: start, to: end) || isRowOfNumbers(text, from: start, to: end)
            || isHead(text, from: start, to: end)
    }

    /// The heads of a wide table take up to three lines.
    private static let mostHeads = 3
    private static let fewestOfHead = 4

    /// The heads above a row of numbers, which has as many commas.
    private static func isHead(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let commas = commas(text, from: start, to: end)
        guard commas >= fewestOfHead else { return false }
        var next = end
        for _ in 0..<mostHeads {
            while next < text.count, text[next] <= ASCII.space { next += 1 }
            let first = next
            while next < text.count, text[next] != ASCII.newline, text[next] != ASCII.carriageReturn { next += 1 }
            guard next > first, self.commas(text, from: first, to: next) == commas else { return false }
            if isRowOfNumbers(text, from: first, to: next) { return true }
        }
        return false
    }

    private static func commas(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var count = 0
        for index in start..<end where text[index] == UInt8(ascii: ",") { count += 1 }
        return count
    }

    private static let units = ["条", "件", "次", "篇", "个", "人", "人次", "万元", "元", "份"].map { Array($0.utf8) }

    /// A label, its unit, and one number: 政府公报公开政府信息数,条,12. No sentence has a unit alone between commas.
    private static func isCounted(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let comma = UInt8(ascii: ",")
        guard let first = ByteSearch.index(of: comma, in: text, from: start, to: end),
            let second = ByteSearch.index(of: comma, in: text, from: first + 1, to: end),
            ByteSearch.index(of: comma, in: text, from: second + 1, to: end) == nil
        else { return false }
        guard first > start, !isValue(text, from: start, to: first), isValue(text, from: second + 1, to: end) else {
            return false
        }
        // A group's line has neither.
        if first + 1 == second, second + 1 == end { return true }
        return units.contains { unit in
            unit.count == second - first - 1 && unit.indices.allSatisfy { text[first + 1 + $0] == unit[$0] }
        }
    }

    private static func isRowOfNumbers(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var values = 0
        var numbers = 0
        var words = 0
        var isThousands = true
        var cell = start
        for index in start...end where index == end || text[index] == UInt8(ascii: ",") {
            let isValue = isValue(text, from: cell, to: index)
            if words == 0, index == cell {
                // What a cell that is merged with one above leaves.
                cell = index + 1
                continue
            }
            // Behind the first value stands no word.
            if values > 0, !isValue { return false }
            if isValue {
                values += 1
                numbers += index > cell ? 1 : 0
                if values > 1, index - cell != 3 { isThousands = false }
            } else {
                words += 1
            }
            cell = index + 1
        }
        return (words > 0 || values >= fewestAlone) && words <= 3 && values >= fewestNumbers && numbers > 0
            && !isThousands
    }

    private static func isValue(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            case UInt8(ascii: "/"), ASCII.space: break
            default: return false
            }
        }
        return true
    }
}

/// The heading of a Markdown line: its hash signs, and where its text begins.
struct MarkdownHeading {
    /// 1…6, or 0 where the line is no heading.
    private(set) var level: UInt8 = 0
    private(set) var start: Int

    init(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
        self.start = start
        var index = start
        while index < end, text[index] == ASCII.hash { index += 1 }
        guard index > start, index - start <= 6, index < end else { return }
        level = UInt8(index - start)
        self.start = index
    }
}
