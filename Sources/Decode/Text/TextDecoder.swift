internal import Bytes
package import Model

/// Plain text and Markdown, however a table was flattened into it.
///
/// LF, CRLF and a lone CR each end a line. Bars and tabs are cells' borders; whether an empty place between two bars is
/// a blank cell or only a border is told here where the line is a whole row, and left open where it is not.
package enum TextDecoder: Decoder {
    package static func recognises(_ input: DecoderInput) -> Bool { true }

    package static func outline(of input: DecoderInput) throws(Rejection) -> Outline {
        let text = try CharsetReader.text(of: input.bytes, declared: input.charset.flatMap { Charset(label: $0) })
        var lines = TextLines(text)
        for part in EmbeddedTables.parts(of: text.utf8) {
            if part.isTable { lines.readTable(part.text) } else { lines.read(TextMarkup.removed(from: part.text).span) }
        }
        return lines.builder.outline
    }
}

/// Reads text line by line into an outline.
struct TextLines {
    private(set) var builder: OutlineBuilder
    /// The line that is read next.
    private var line = 1
    /// Counts the tables; a table is a run of whole rows.
    private var table = -1
    private var row = 0
    private var isInTable = false
    private var isInWiki = false
    /// The next cell's, in a table that has a cell on each line.
    private var column = 0
    /// Where lines begin that only number a page.
    private var pageNumbers: Set<Int> = []

    init(_ text: CharsetReader.Text) {
        builder = OutlineBuilder(mediaType: "text/plain", charset: text.charset, notes: text.notes)
        builder.expect(text.utf8.count)
    }

    mutating func read(_ text: borrowing Span<UInt8>) {
        pageNumbers = PageNumbers.bareNumbers(of: text)
        var start = 0
        while start < text.count {
            let scan = LineScan(text, from: start)
            let end = scan.end
            if scan.isPlain {
                readPlain(text, from: start, to: end, line: line)
            } else {
                read(text, from: start, to: end, line: line, hasBorder: scan.hasBorder)
            }
            builder.endLine()
            let isPair = end + 1 < text.count && text[end] == ASCII.carriageReturn && text[end + 1] == ASCII.newline
            start = end + (isPair ? 2 : 1)
            line += 1
        }
    }

    /// A table in HTML's spelling.
    mutating func readTable(_ source: [UInt8]) {
        isInTable = false
        var tables = table + 1
        HTMLWalker.readTables(source, behind: &tables, linesBefore: line - 1, into: &builder)
        table = tables - 1
        line += source.count { $0 == ASCII.newline }
    }

    /// A line without bars, tabs and white space: one piece.
    private mutating func readPlain(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, line: Int) {
        guard start < end, !pageNumbers.contains(start), !PageNumbers.isNumber(text, from: start, to: end) else {
            return
        }
        isInTable = false
        let heading = MarkdownHeading(text, from: start, to: end)
        builder.appendWord(text, from: heading.start, to: end, line: line, heading: heading.level)
    }

    private mutating func read(
        _ text: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        line: Int,
        hasBorder: Bool
    ) {
        let shape = LineShape(text, from: start, to: end, hasBorder: hasBorder)
        if hasBorder, shape.kind != .blank, readWiki(text, shape, line: line) { return }
        switch shape.kind {
        case .blank: break
        case .text where pageNumbers.contains(start) || PageNumbers.isNumber(text, from: shape.start, to: shape.end):
            break
        case .text:
            isInTable = false
            let heading = MarkdownHeading(text, from: shape.start, to: shape.end)
            builder.append(text, from: heading.start, to: shape.end, line: line, heading: heading.level)
        case .looseBars:
            isInTable = false
            readLooseBars(text, shape, line: line)
        case .wholeRow(let border):
            readRow(text, shape, border: border, line: line)
        case .rule: break
        }
    }

    /// A line of a table in MediaWiki's spelling, between `{|` and `|}`: a cell on each line, `|-` between rows.
    ///
    /// False where it is none.
    private mutating func readWiki(_ text: borrowing Span<UInt8>, _ shape: LineShape, line: Int) -> Bool {
        let start = shape.start
        let second = start + 1 < shape.end ? text[start + 1] : 0
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
        default: readWikiCell(text, WikiCell.start(text, from: start + 1, to: shape.end), shape.end, line: line)
        }
        return true
    }

    private mutating func readWikiCell(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int, line: Int) {
        builder.separate(column == 0 ? .row : .cell)
        let place = GridPlace(table: table, row: row, column: column)
        column += 1
        if LineShape.isBlank(text, from: start, to: end) {
            builder.appendBlank(.blank, line: line, place: place)
        } else {
            builder.append(text, from: start, to: end, line: line, place: place)
        }
    }

    /// A line on which each cell stands between two borders: a blank one is certain.
    private mutating func readRow(_ text: borrowing Span<UInt8>, _ shape: LineShape, border: UInt8, line: Int) {
        if !isInTable {
            table += 1
            row = 0
        }
        isInTable = true
        var column = 0
        var start = shape.start
        builder.separate(.row)
        for index in shape.start...shape.end where index == shape.end || text[index] == border {
            let place = GridPlace(table: table, row: row, column: column)
            if column > 0 { builder.separate(.cell) }
            if LineShape.isBlank(text, from: start, to: index) {
                builder.appendBlank(.blank, line: line, place: place)
            } else {
                builder.append(text, from: start, to: index, line: line, place: place)
            }
            column += 1
            start = index + 1
        }
        row += 1
    }

    /// A line with bars that is no whole row: a bar ends a cell, and one with nothing before it may be a blank cell.
    private mutating func readLooseBars(_ text: borrowing Span<UInt8>, _ shape: LineShape, line: Int) {
        var start = shape.start
        for index in shape.start..<shape.end where text[index] == ASCII.bar {
            if LineShape.isBlank(text, from: start, to: index) {
                builder.appendBlank(.perhapsBlank, line: line)
            } else {
                builder.append(text, from: start, to: index, line: line)
            }
            builder.separate(.cell)
            start = index + 1
        }
        builder.append(text, from: start, to: shape.end, line: line)
    }
}

/// A cell in MediaWiki's spelling: `|text`, or `|style="…"|text`.
private enum WikiCell {
    /// Where its text begins, behind its attributes.
    static func start(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        guard let bar = ByteSearch.index(of: ASCII.bar, in: text, from: start, to: end),
            ByteSearch.index(of: UInt8(ascii: "="), in: text, from: start, to: bar) != nil
        else { return start }
        return bar + 1
    }
}
