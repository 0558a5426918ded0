internal import Bytes
internal import Model

extension TextLines {
    /// A line of a table in MediaWiki's spelling, between `{|` and `|}`: a cell on each line, or several with `||`
    /// between them, and `|-` between rows.
    ///
    /// False where it is none.
    mutating func readWiki(
        _ text: borrowing Span<UInt8>,
        from lineStart: Int,
        to lineEnd: Int,
        line: Int
    ) -> Bool {
        var start = lineStart
        while start < lineEnd, text[start] == ASCII.space { start += 1 }
        guard start < lineEnd else { return false }
        let second = start + 1 < lineEnd ? text[start + 1] : 0
        if text[start] == UInt8(ascii: "{"), second == ASCII.bar {
            table += 1
            row = 0
            column = 0
            isInWiki = true
            return true
        }
        guard isInWiki, text[start] == ASCII.bar else { return false }
        switch second {
        case UInt8(ascii: "}"): isInWiki = false
        case UInt8(ascii: "-"):
            row += column > 0 ? 1 : 0
            column = 0
        // The table's caption.
        case UInt8(ascii: "+"): break
        default: readWikiCells(text, from: start + 1, to: lineEnd, line: line)
        }
        return true
    }

    private mutating func readWikiCells(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, line: Int) {
        var start = start
        while let next = WikiCell.end(text, from: start, to: end) {
            readWikiCell(text, from: start, to: next, line: line)
            start = next + 2
        }
        readWikiCell(text, from: start, to: end, line: line)
    }

    private mutating func readWikiCell(
        _ text: borrowing Span<UInt8>,
        from first: Int,
        to last: Int,
        line: Int
    ) {
        let start = WikiCell.start(text, from: first, to: last)
        var end = last
        while end > start, text[end - 1] == ASCII.space { end -= 1 }
        builder.separate(column == 0 ? .row : .cell)
        let place = GridPlace(table: table, row: row, column: column)
        column += 1
        if LineShape.isBlank(text, from: start, to: end) {
            builder.appendBlank(.blank, line: line, place: place)
        } else {
            builder.append(text, from: start, to: end, line: line, place: place)
        }
    }
}

/// A cell in MediaWiki's spelling: `|text`, or `|style="…"|text`.
private enum WikiCell {
    /// Where it ends, where another one follows on its line; else nil.
    static func end(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var next = ByteSearch.index(of: ASCII.bar, in: text, from: start, to: end)
        while let bar = next {
            if bar + 1 < end, text[bar + 1] == ASCII.bar { return bar }
            next = ByteSearch.index(of: ASCII.bar, in: text, from: bar + 1, to: end)
        }
        return nil
    }

    /// Where its text begins, behind its attributes.
    static func start(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        guard let bar = ByteSearch.index(of: ASCII.bar, in: text, from: start, to: end),
            ByteSearch.index(of: UInt8(ascii: "="), in: text, from: start, to: bar) != nil
        else { return start }
        return bar + 1
    }
}

/// What tells a text in MediaWiki's spelling.
enum WikiMarks {
    /// Whether a line begins a table, `{|`, and another one its next row, `|-`.
    static func hasTable(_ text: borrowing Span<UInt8>) -> Bool {
        var isOpen = false
        var end = ByteSearch.index(of: ASCII.bar, in: text, from: 0, to: text.count)
        while let bar = end {
            if bar > 0, text[bar - 1] == UInt8(ascii: "{"), bar == 1 || text[bar - 2] == ASCII.newline { isOpen = true }
            if isOpen, text[bar - 1] == ASCII.newline, bar + 1 < text.count, text[bar + 1] == UInt8(ascii: "-") {
                return true
            }
            end = ByteSearch.index(of: ASCII.bar, in: text, from: bar + 1, to: text.count)
        }
        return false
    }
}
