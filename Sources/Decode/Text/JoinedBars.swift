internal import Bytes

/// Writes the rows of a table whose cells a program joined by bars, `label | 4 |  | 4`, with tabs between them.
///
/// Bars that join cells stand between them and never around them, so that nothing between two bars, or behind the last, is
/// a blank cell; where bars close cells, each number has one behind it. Lines that follow each other are looked at
/// together, and only where a blank cell is among them, or all have as many cells: else it does not matter what the bars
/// are. Lines stay lines.
enum JoinedBars {
    /// Fewer lines are no table.
    private static let fewestLines = 3
    /// So many lines that end in a number without a bar show that no bar closes a cell.
    private static let fewestOpen = 2

    static func plain(_ text: [UInt8]) -> [UInt8] {
        guard ByteSearch.contains(ASCII.bar, in: text) else { return text }
        let span = text.span
        var result = text
        var block = Block()
        var start = 0
        while start < span.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: span.count) ?? span.count
            if let line = Line(span, from: start, to: end) {
                // ---|---: bars of Markdown, whose writer breaks the lines of cells.
                if line.isRule { return text }
                block.add(line)
            } else {
                block.write(to: &result)
                block = Block()
            }
            start = end + 1
        }
        block.write(to: &result)
        return result
    }

    /// Lines that follow each other, each with bars.
    private struct Block {
        private var lines: [Line] = []

        mutating func add(_ line: Line) { lines.append(line) }

        /// Whether all lines have as many cells, as where merged ones are written once for each column.
        private var isEven: Bool { lines.allSatisfy { $0.bars == lines[0].bars } }

        func write(to text: inout [UInt8]) {
            guard lines.count >= fewestLines, lines.contains(where: \.hasBlank) || isEven,
                lines.count(where: \.endsInNumber) >= fewestOpen, lines.allSatisfy({ !$0.isFramed })
            else { return }
            for line in lines { JoinedBars.writeTabs(in: line.start..<line.end, of: &text) }
        }
    }

    /// Writes a tab for each bar of a line, and a blank for each tab that was there.
    static func writeTabs(in line: Range<Int>, of text: inout [UInt8]) {
        for index in line {
            if text[index] == ASCII.bar {
                text[index] = ASCII.tab
            } else if text[index] == ASCII.tab {
                text[index] = ASCII.space
            }
        }
    }

    /// A line with bars.
    private struct Line {
        let start: Int
        let end: Int
        /// Whether it begins with a bar: then its bars are borders.
        private(set) var isFramed = false
        /// Whether it draws a line below heads.
        private(set) var isRule = false
        private(set) var bars = 0
        private(set) var hasBlank = false
        private(set) var endsInNumber = false

        /// Nil where no bar is in it.
        init?(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
            guard ByteSearch.index(of: ASCII.bar, in: text, from: start, to: end) != nil else { return nil }
            self.start = start
            self.end = end
            var cell = start
            var isDrawn = true
            for index in start...end where index == end || text[index] == ASCII.bar {
                let kind = Self.kind(text, from: cell, to: index)
                if cell == start, kind == .blank { isFramed = true }
                if kind == .blank { hasBlank = true }
                if kind != .rule { isDrawn = false }
                endsInNumber = kind == .number
                if index < end { bars += 1 }
                cell = index + 1
            }
            isRule = isDrawn && !isFramed
        }

        private enum Kind {
            case blank
            case number
            /// Dashes alone.
            case rule
            case words
        }

        private static func kind(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Kind {
            var (digits, dashes) = (0, 0)
            var index = start
            while index < end {
                defer { index += 1 }
                switch text[index] {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
                // ０ to ９
                case 0xEF where index + 2 < end && text[index + 1] == 0xBC && (0x90...0x99).contains(text[index + 2]):
                    digits += 1
                    index += 2
                case UInt8(ascii: "-"), UInt8(ascii: ":"): dashes += 1
                case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: ","), ASCII.space, ASCII.carriageReturn: break
                case ASCII.tab: break
                default: return .words
                }
            }
            if digits > 0 { return .number }
            return dashes > 1 ? .rule : dashes > 0 ? .words : .blank
        }
    }
}
