internal import Bytes

/// The lines of a table's rows that blank cells broke, in a text whose bars stand between cells and never around them.
///
/// A converter that writes a row's cells with bars between them, and a line of dashes below the first row, ends the line
/// where a cell holds nothing but a line's end: `4.保护第三方合法权益|  | 14|   ` over `| 20| 34`. The bar at the end of the
/// first line and the one at the beginning of the second have one blank cell between them, and not two.
struct BrokenRows {
    /// What a line is of its row.
    struct Part {
        /// Whether the bar that it begins with only parts its first cell from the one that ended the line before.
        var isBehindCell = false
        /// Whether the row goes on in the next line, with the cell that this one's last bar opened.
        var goesOn = false
    }

    /// By where the lines begin.
    private var parts: [Int: Part] = [:]

    init(_ text: borrowing Span<UInt8>) {
        guard let first = Self.rule(text) else { return }
        var before: Range<Int>?
        var start = first
        while start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: text, from: start, to: text.count) ?? text.count
            let line = LineShape.trimmed(text, from: start, to: end)
            if let before, Self.goesOn(text, line) { add(text, before, start) }
            before = line.isEmpty ? nil : start..<line.upperBound
            start = end + 1
        }
    }

    /// What the line that begins at `start` is of a row that was broken; nil where it is none of one.
    func part(at start: Int) -> Part? { parts.isEmpty ? nil : parts[start] }

    private mutating func add(_ text: borrowing Span<UInt8>, _ before: Range<Int>, _ start: Int) {
        switch Ending(text, before) {
        case .bar:
            parts[before.lowerBound, default: Part()].goesOn = true
            parts[start] = Part()
        case .cell: parts[start] = Part(isBehindCell: true)
        case .other: break
        }
    }

    /// Where the lines begin behind the first rule whose bars stand between its cells, `---|---`, or which is one cell alone
    /// above a row; nil where there is none, or a rule with bars around it shows that bars are borders.
    private static func rule(_ text: borrowing Span<UInt8>) -> Int? {
        guard ByteSearch.index(of: ASCII.bar, in: text, from: 0, to: text.count) != nil else { return nil }
        var found: Int?
        var next = ByteSearch.index(of: hyphen, in: text, from: 0, to: text.count)
        while let index = next {
            let end = ByteSearch.index(of: ASCII.newline, in: text, from: index, to: text.count) ?? text.count
            let isLineStart = index == 0 || text[index - 1] == ASCII.newline
            if isLineStart, found == nil, isRule(text, from: index, to: end) { found = end + 1 }
            if index > 0, text[index - 1] == ASCII.bar, index == 1 || text[index - 2] == ASCII.newline { return nil }
            if index > 1, text[index - 1] == ASCII.space, text[index - 2] == ASCII.bar,
                index == 2 || text[index - 3] == ASCII.newline
            {
                return nil
            }
            next = ByteSearch.index(of: hyphen, in: text, from: end, to: text.count)
        }
        return found
    }

    private static func isRule(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var (dashes, bars) = (0, 0)
        for index in start..<end {
            switch text[index] {
            case hyphen: dashes += 1
            case ASCII.bar:
                guard dashes == 3 * (bars + 1) else { return false }
                bars += 1
            case ASCII.space, ASCII.carriageReturn: break
            default: return false
            }
        }
        guard dashes == 3 * (bars + 1) else { return false }
        return bars > 0 || isAboveRow(text, end + 1)
    }

    /// Whether the line that begins at `start` has bars between cells.
    private static func isAboveRow(_ text: borrowing Span<UInt8>, _ start: Int) -> Bool {
        let end = ByteSearch.index(of: ASCII.newline, in: text, from: start, to: text.count) ?? text.count
        guard let bar = ByteSearch.index(of: ASCII.bar, in: text, from: start, to: end) else { return false }
        return !LineShape.isBlank(text, from: start, to: bar)
    }

    /// Whether a line may go on with a row: it begins with a bar, and no word is its first cell.
    private static func goesOn(_ text: borrowing Span<UInt8>, _ line: Range<Int>) -> Bool {
        guard let first = line.first, text[first] == ASCII.bar else { return false }
        var start = first + 1
        for index in start...line.upperBound where index == line.upperBound || text[index] == ASCII.bar {
            let cell = LineShape.skipBlanks(text, from: start, to: index, tabs: true)
            if cell < index { return beginsValue(text, at: cell, to: index) }
            start = index + 1
        }
        return true
    }

    /// Whether a digit, a sign or a dash stands there, of whatever width.
    private static func beginsValue(_ text: borrowing Span<UInt8>, at index: Int, to end: Int) -> Bool {
        switch text[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "\\"):
            true
        // ‐ to ―
        case 0xE2 where index + 2 < end: text[index + 1] == 0x80 && (0x90...0x95).contains(text[index + 2])
        // ＋, －, ／, ０ to ９
        case 0xEF where index + 2 < end: text[index + 1] == 0xBC && (0x8B...0x99).contains(text[index + 2])
        default: false
        }
    }

    private static let hyphen = UInt8(ascii: "-")

    /// What the line before ends in.
    private enum Ending {
        /// A bar, with nothing behind it.
        case bar
        /// A number, or the label of a row.
        case cell
        /// Words behind other cells: heads, which may have a row below whose first cell is blank.
        case other

        /// More bars stand in no row that ends in its label.
        private static let mostBars = 1

        init(_ text: borrowing Span<UInt8>, _ line: Range<Int>) {
            var bars = 0
            var last = line.lowerBound
            for index in line where text[index] == ASCII.bar {
                bars += 1
                last = index + 1
            }
            if LineShape.isBlank(text, from: last, to: line.upperBound) {
                self = bars > 0 ? .bar : .other
            } else if bars > 0, (last..<line.upperBound).allSatisfy({ text[$0] < 0x80 && text[$0] != hyphen }) {
                self = .cell
            } else {
                self = bars <= Self.mostBars ? .cell : .other
            }
        }
    }
}
