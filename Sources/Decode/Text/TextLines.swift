internal import Bytes
internal import Model

/// Reads text line by line into an outline.
struct TextLines {
    var builder: OutlineBuilder
    /// The line that is read next.
    private var line = 1
    /// The last line of the file that the text stands on: it has more of its own where line ends are written otherwise.
    private var lastLine = Int.max
    /// Where each line of the text stands in the file, of a text that a page's elements make lines of.
    private var lines: [Int] = []
    /// Counts the tables; a table is a run of whole rows.
    var table = -1
    var row = 0
    var isInTable = false
    var isInWiki = false
    /// The next cell's, in a table that has a cell on each line.
    var column = 0
    /// The lines of the row that is being read, in a table that draws a line between its rows.
    var held: [HeldLine] = []
    /// Whether such a line was drawn, and nothing but rows came since.
    var isRuled = false
    /// Whether a line was drawn below the heads of the table that is being read.
    private var hasRule = false
    /// Where lines begin that only number a page.
    private var pageNumbers: Set<Int> = []
    /// The lines of rows that blank cells broke.
    private var brokenRows: BrokenRows?
    /// Whether the next line goes on with a sentence from the page before.
    private var goesOn = false
    /// Whether the head that a browser prints on each page was read.
    private var hasPrintHead = false

    init(_ text: CharsetReader.Text) {
        builder = OutlineBuilder(mediaType: "text/plain", charset: text.charset, notes: text.notes)
        builder.expect(text.utf8.count)
    }

    /// A text within a page: it begins on `line`, behind `tables` tables.
    init(_ builder: OutlineBuilder, behind tables: Int, line: Int, lastLine: Int) {
        self.builder = builder
        table = tables - 1
        self.line = line
        self.lastLine = lastLine
    }

    /// A text within a page of which each line's place is known, behind `tables` tables.
    init(_ builder: OutlineBuilder, behind tables: Int, lines: [Int]) {
        self.init(builder, behind: tables, line: lines.first ?? 1, lastLine: .max)
        self.lines = lines
    }

    mutating func read(_ text: borrowing Span<UInt8>) {
        var linesRead = 0
        pageNumbers = PageNumbers.bareNumbers(of: text)
        brokenRows = BrokenRows(text)
        var start = 0
        var feed = Self.formFeed(in: text, from: 0)
        while start < text.count {
            let scan = LineScan(text, from: start)
            let end = scan.end
            let ended = feed.map { $0 < end } ?? false
            if let next = feed, ended {
                if LineShape.isBlank(text, from: start, to: next) { builder.beginPage() }
                feed = Self.formFeed(in: text, from: end)
            }
            if end - start > SoftLines.longestParagraph, let parts = SoftLines.parts(of: text, from: start, to: end) {
                read(text, softly: parts, line: line)
            } else if !scan.hasBorder, let once = DoubledLine.once(text, from: start, to: end) {
                endTable(text)
                builder.append(once.span, from: 0, to: once.count, line: line)
            } else if !scan.hasBorder, MarkdownRule.isRule(text, from: start, to: end) {
                endTable(text)
            } else if scan.isPlain, start == end || text[start] != UInt8(ascii: "+") {
                readPlain(text, from: start, to: end, line: line)
            } else {
                read(text, from: start, to: end, line: line, hasBorder: scan.hasBorder)
            }
            builder.endLine()
            if ended, text[end - 1] == Self.formFeed { builder.beginPage() }
            let isPair = end + 1 < text.count && text[end] == ASCII.carriageReturn && text[end + 1] == ASCII.newline
            start = end + (isPair ? 2 : 1)
            linesRead += 1
            line = lines.isEmpty ? min(line + 1, lastLine) : lines[min(linesRead, lines.count - 1)]
        }
        endRow(text)
        isRuled = false
    }

    /// With which a page ends, before its last line's end or before the next one's first line.
    private static let formFeed: UInt8 = 0x0C

    private static func formFeed(in text: borrowing Span<UInt8>, from start: Int) -> Int? {
        ByteSearch.index(of: formFeed, in: text, from: start, to: text.count)
    }

    /// A table in HTML's spelling.
    ///
    /// - Throws: a rejection with the code `too-deep`, as for a page.
    mutating func readTable(_ source: [UInt8]) throws(Rejection) {
        let page = try HTMLDecoder.slim(source)
        isInTable = false
        var tables = table + 1
        guard HTMLWalker.readTables(page, behind: &tables, linesBefore: line - 1, into: &builder) else {
            throw HTMLDecoder.tooDeep
        }
        table = tables - 1
        line += source.count { $0 == ASCII.newline }
    }

    /// A line without bars, tabs and white space: one piece.
    private mutating func readPlain(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, line: Int) {
        if start == end { hasRule = false }
        guard start < end, !isPageNumber(text, at: start, from: start, to: end) else { return }
        endTable(text)
        goOn()
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
        if hasBorder, readWiki(text, from: start, to: end, line: line) { return }
        if hasBorder, let part = brokenRows?.part(at: start) {
            return readPart(text, from: start, to: end, part, line: line)
        }
        let shape = LineShape(text, from: start, to: end, hasBorder: hasBorder)
        if shape.kind != .blank, readGrid(text, shape, line: line) { return }
        switch shape.kind {
        case .blank:
            hasRule = false
            noteTypedBlanks(text, from: start, to: end)
        case .text: readText(text, shape, lineStart: start, line: line)
        case .looseBars:
            let lines = CollapsedRows.lines(text, from: shape.start, to: shape.end)
            if lines.count > 1 { return read(text, collapsed: lines, line: line) }
            endTable(text)
            readLooseCells(text, shape, border: ASCII.bar, line: line)
        case .wholeRow(ASCII.tab) where !isInTable && ValueLines.isAlone(text, from: shape.start, to: shape.end):
            readLooseCells(text, shape, border: ASCII.tab, line: line)
        case .wholeRow(let border):
            readRow(text, shape, border: border, line: line)
        case .rule where hasRule && isInTable && LineShape.isCrossedOut(text, from: shape.start, to: shape.end):
            readRow(text, shape, border: ASCII.bar, line: line)
        case .rule: hasRule = true
        }
    }

    /// A line without borders of cells.
    private mutating func readText(_ text: borrowing Span<UInt8>, _ shape: LineShape, lineStart: Int, line: Int) {
        let (start, end) = (shape.start, shape.end)
        if isPageNumber(text, at: lineStart, from: start, to: end) || BrowserPrint.isFoot(text, from: start, to: end) {
            return
        }
        if LineShape.isRule(text, from: start, to: end) { return endTable(text) }
        if let title = BrowserPrint.title(text, from: start, to: end) {
            return readPrintHead(text, from: title, to: end, line: line)
        }
        endTable(text)
        goOn()
        let heading = MarkdownHeading(text, from: start, to: end)
        builder.append(text, from: heading.start, to: end, line: line, heading: heading.level, lineStart: lineStart)
    }

    /// Whether a line numbers a page alone; then what goes on behind it is noted.
    private mutating func isPageNumber(_ text: borrowing Span<UInt8>, at lineStart: Int, from start: Int, to end: Int)
        -> Bool
    {
        guard pageNumbers.contains(lineStart) || PageNumbers.isNumber(text, from: start, to: end) else { return false }
        goesOn = !isInTable && PageBreak.isWithinSentence(text, from: start, to: end)
        return true
    }

    private mutating func goOn() {
        if goesOn { builder.goOn() }
        goesOn = false
    }

    /// The head that a browser prints, the first time without its date; on later pages it interrupts the text.
    private mutating func readPrintHead(_ text: borrowing Span<UInt8>, from start: Int, to end: Int, line: Int) {
        guard !hasPrintHead else { return }
        hasPrintHead = true
        builder.append(text, from: start, to: end, line: line)
    }

    /// A line that other characters divide into what its writer meant for lines.
    private mutating func read(_ text: borrowing Span<UInt8>, softly parts: [Range<Int>], line: Int) {
        for part in parts {
            let scan = LineScan(text, from: part.lowerBound, to: part.upperBound)
            read(text, from: part.lowerBound, to: part.upperBound, line: line, hasBorder: scan.hasBorder)
            builder.endLine()
        }
    }

    private mutating func read(_ text: borrowing Span<UInt8>, collapsed lines: [Range<Int>], line: Int) {
        for part in lines {
            let hasBorder = part.contains { text[$0] == ASCII.bar }
            read(text, from: part.lowerBound, to: part.upperBound, line: line, hasBorder: hasBorder)
            builder.endLine()
        }
    }

    /// A line on which each cell stands between two borders: a blank one is certain.
    mutating func readRow(_ text: borrowing Span<UInt8>, _ shape: LineShape, border: UInt8, line: Int) {
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
            // A line of several rows ends with what a tool wrote behind each text, and not with a blank cell.
            if index == shape.end, start == index, column >= Self.mostCells { break }
            if LineShape.isBlank(text, from: start, to: index)
                || PlaceholderHead.isHead(text, from: start, to: index, of: column)
            {
                builder.appendBlank(.blank, line: line, place: place)
            } else {
                builder.append(text, from: start, to: index, line: line, place: place)
            }
            column += 1
            start = index + 1
        }
        row += 1
    }

    /// A line with bars, or tabs, that is no whole row: each ends a cell, and one with nothing before it may be a blank cell.
    private mutating func readLooseCells(
        _ text: borrowing Span<UInt8>,
        _ shape: LineShape,
        border: UInt8,
        line: Int
    ) {
        let before = builder.outline.pieces.count
        var start = shape.start
        for index in shape.start..<shape.end where text[index] == border {
            if LineShape.isBlank(text, from: start, to: index) {
                builder.appendBlank(.perhapsBlank, line: line)
            } else {
                builder.append(text, from: start, to: index, line: line)
            }
            builder.separate(.cell)
            start = index + 1
        }
        builder.append(text, from: start, to: shape.end, line: line)
        // Bars between cells alone end no row: what stands behind the last is a blank cell, or a border closes it.
        if start == shape.end, text[shape.start] != border, builder.outline.pieces.count - before >= Self.fewestCells {
            builder.appendBlank(.perhapsBlank, line: line)
        }
    }

    /// A line of a row that others are lines of too: its bars stand between cells alone.
    private mutating func readPart(
        _ text: borrowing Span<UInt8>,
        from lineStart: Int,
        to end: Int,
        _ part: BrokenRows.Part,
        line: Int
    ) {
        endTable(text)
        var start = lineStart
        if part.isBehindCell {
            start = ByteSearch.index(of: ASCII.bar, in: text, from: start, to: end).map { $0 + 1 } ?? start
            builder.separate(.cell)
        }
        for index in start...end where index == end || text[index] == ASCII.bar {
            if !LineShape.isBlank(text, from: start, to: index) {
                builder.append(text, from: start, to: index, line: line)
            } else if index < end || !part.goesOn {
                builder.appendBlank(.perhapsBlank, line: line)
            }
            if index < end { builder.separate(.cell) }
            start = index + 1
        }
    }

    private static let fewestCells = 3
    /// No form has so many columns.
    private static let mostCells = 30
}
