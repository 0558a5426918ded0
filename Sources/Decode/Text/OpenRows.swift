internal import Bytes

/// Writes the rows of a Markdown table that no bars frame with tabs between their cells, where each has as many bars as the
/// rule below the heads: then a bar stands between any two cells, and what is blank before the first is a cell.
///
///     三、本年度办理结果 | （一）予以公开 | 0 | 1
///     --- | --- | --- | ---
///      | （二）部分公开 |  | 3
///
/// Converters that drop merged cells, or break a row at a blank one, write rows with fewer bars: those are left alone, and so
/// is a table without a blank cell before its labels. Lines stay lines.
enum OpenRows {
    static func plain(_ text: [UInt8]) -> [UInt8] {
        guard ByteSearch.contains(ASCII.bar, in: text) else { return text }
        let span = text.span
        var result = text
        var lines: [Line] = []
        var start = 0
        while start < span.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: span.count) ?? span.count
            if let line = Line(span, from: start, to: end) {
                lines.append(line)
            } else if !lines.isEmpty {
                write(lines, to: &result)
                lines.removeAll(keepingCapacity: true)
            }
            start = end + 1
        }
        write(lines, to: &result)
        return result
    }

    /// Writes the rows of lines that follow each other.
    private static func write(_ lines: [Line], to text: inout [UInt8]) {
        // A rule stands below one row of heads, and there is no other.
        guard lines.count > 2,
            lines.indices.allSatisfy({ lines[$0].isRule == ($0 == 1) && lines[$0].bars == lines[1].bars }),
            lines.contains(where: \.beginsBlank), lines.contains(where: { !$0.beginsBlank && !$0.isRule })
        else { return }
        for line in lines where !line.isRule { JoinedBars.writeTabs(in: line.start..<line.end, of: &text) }
    }

    /// A line with bars.
    private struct Line {
        let start: Int
        let end: Int
        private(set) var bars = 0
        /// Whether nothing stands before its first bar.
        let beginsBlank: Bool
        /// Whether it draws a line below heads: three dashes or more in each cell, and no bars around them.
        let isRule: Bool

        /// Nil where no bar is in it.
        init?(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
            guard let first = ByteSearch.index(of: ASCII.bar, in: text, from: start, to: end) else { return nil }
            self.start = start
            self.end = end
            beginsBlank = LineShape.isBlank(text, from: start, to: first)
            var isDrawn = true
            var cell = start
            for index in start...end where index == end || text[index] == ASCII.bar {
                if index < end { bars += 1 }
                if isDrawn { isDrawn = Self.isDrawn(text, from: cell, to: index) }
                cell = index + 1
            }
            isRule = isDrawn
        }

        /// Whether nothing but dashes stands in a cell, and the colons that align its column.
        private static func isDrawn(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
            var dashes = 0
            for index in start..<end {
                switch text[index] {
                case UInt8(ascii: "-"): dashes += 1
                case UInt8(ascii: ":"), ASCII.space, ASCII.carriageReturn: break
                default: return false
                }
            }
            return dashes > 2
        }
    }
}
