internal import Bytes
internal import Model

/// A table that is drawn with characters in a `pre`, `+----+----+` or `┌────┬────┐`, as reports are saved that were typed; or one
/// with a tab between any two cells, so that several tabs are blank cells.
///
/// Its rows are told as those of a plain text are, and not by the elements of the page.
enum HTMLDrawing {
    /// The lines above and below a table.
    private static let fewestRules = 2

    /// The text of `node`, and the line of the source on which it begins; nil where no table is drawn in it, or elements stand
    /// in it that make lines of their own.
    static func text(of node: HTMLNode, in page: HTMLPage) -> (bytes: [UInt8], line: Int)? {
        var bytes: [UInt8] = []
        var line: Int?
        var open: [HTMLNode] = Array(node.children).reversed()
        while let next = open.popLast() {
            if next.kind == .text {
                line = line ?? next.line
                next.withText { text in
                    page.parts(of: text) { part in unsafe part.withUnsafeBufferPointer { unsafe bytes += $0 } }
                }
                continue
            }
            guard next.isInline else { return nil }
            open += Array(next.children).reversed()
        }
        guard let line,
            ByteSearch.contains(ASCII.tab, in: bytes) && holdsTabs(bytes.span)
                || holdsTable(BoxDrawing.plain(bytes).span)
        else { return nil }
        return (bytes, line)
    }

    /// The lines of a text node that are a plain text in a page, tables and all: `<div style="white-space: pre-wrap">`; nil where
    /// its line ends may be those of the markup alone.
    static func lines(of node: HTMLNode, in page: HTMLPage) -> [UInt8]? {
        guard hasBorders(node, page) else { return nil }
        var bytes: [UInt8] = []
        node.withText { text in
            page.parts(of: text) { part in unsafe part.withUnsafeBufferPointer { unsafe bytes += $0 } }
        }
        guard bytes.count >= shortestText else { return nil }
        return holdsTabs(bytes.span) || countBars(bytes.span) >= fewestBars ? bytes : nil
    }

    /// Whether a bar or a tab stands in a text node: few have one.
    private static func hasBorders(_ node: HTMLNode, _ page: HTMLPage) -> Bool {
        var isFound = false
        node.withText { text in
            page.parts(of: text) { part in
                isFound =
                    isFound || ByteSearch.index(of: ASCII.bar, in: part, from: 0, to: part.count) != nil
                    || ByteSearch.index(of: ASCII.tab, in: part, from: 0, to: part.count) != nil
            }
        }
        return isFound
    }

    /// No text with a table is shorter.
    private static let shortestText = 200
    private static let fewestBars = 40

    /// The bars of the lines that end with one.
    private static func countBars(_ text: borrowing Span<UInt8>) -> Int {
        var (count, start) = (0, 0)
        while start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: text, from: start, to: text.count) ?? text.count
            let line = LineShape.trimmed(text, from: start, to: end)
            if !line.isEmpty, text[line.upperBound - 1] == ASCII.bar {
                for index in line where text[index] == ASCII.bar { count += 1 }
            }
            start = end + 1
        }
        return count
    }

    /// Reads such a text as a plain text is read; it begins on `line`, behind `tables` tables.
    static func read(
        _ text: [UInt8],
        line: Int,
        lastLine: Int,
        behind tables: inout Int,
        into builder: inout OutlineBuilder
    ) {
        var lines = TextLines(builder, behind: tables, line: line, lastLine: lastLine)
        lines.read(TextDecoder.withPlainTables(text).span)
        builder = lines.builder
        tables = lines.table + 1
    }

    /// Whether rules are drawn from edge to edge: lines that begin with a corner and a stroke.
    private static func holdsTable(_ text: borrowing Span<UInt8>) -> Bool {
        var (rules, start) = (0, 0)
        while rules < fewestRules, start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: text, from: start, to: text.count) ?? text.count
            let line = LineShape.trimmed(text, from: start, to: end)
            if line.count > 2, text[line.lowerBound] == UInt8(ascii: "+"), isStroke(text[line.lowerBound + 1]) {
                rules += 1
            }
            start = end + 1
        }
        return rules == fewestRules
    }

    /// Whether cells stand between tabs on several lines, and nothing but a value, or nothing at all, behind each line's last tab.
    private static func holdsTabs(_ text: borrowing Span<UInt8>) -> Bool {
        var (rows, start) = (0, 0)
        while rows < fewestRows, start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: text, from: start, to: text.count) ?? text.count
            if endsInCells(text, from: start, to: end) { rows += 1 }
            start = end + 1
        }
        return rows == fewestRows
    }

    private static let fewestRows = 3

    private static let longestNumber = 30

    /// A row of which all cells are blank.
    private static let fewestOfBlankLine = 4

    /// Whether a line has two tabs or more beside its words, and behind the last a number or nothing.
    private static func endsInCells(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var (tabs, cell, hasWords) = (0, start, false)
        for index in start..<end {
            if text[index] == ASCII.tab {
                tabs += 1
                cell = index + 1
            } else if text[index] >= 0x80 {
                hasWords = true
            }
        }
        guard tabs > 1, hasWords || tabs >= fewestOfBlankLine else { return false }
        return end - cell <= longestNumber && CommaValue.isValue(text, from: cell, to: end)
    }

    private static func isStroke(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") }
}
