internal import Bytes
internal import Model

/// A line of a row that may go on.
struct HeldLine {
    /// The text between the outer bars.
    var start: Int
    var end: Int
    var line: Int
}

/// Tables that draw a line between their rows, as text browsers and reStructuredText do: a row may take several lines,
/// of which each continues the cells of the one before.
extension TextLines {
    /// False where the line is none of such a table.
    mutating func readGrid(_ text: borrowing Span<UInt8>, _ shape: LineShape, line: Int) -> Bool {
        switch GridLine(text, shape) {
        case .rule:
            endRow(text)
            isRuled = true
            return true
        case .partRule where isRuled:
            endRow(text)
            readHeads(text, shape, line: line)
            return true
        case .row where isRuled:
            // A row of another width is a row of its own.
            if let last = held.last, Self.bars(text, last.start, last.end) != Self.bars(text, shape.start, shape.end) {
                endRow(text)
            }
            held.append(HeldLine(start: shape.start, end: shape.end, line: line))
            return true
        case .row, .partRule, .other: return false
        }
    }

    /// Ends the table, before something else is read.
    mutating func endTable(_ text: borrowing Span<UInt8>) {
        isInTable = false
        guard isRuled else { return }
        endRow(text)
        isRuled = false
    }

    /// Writes what was held: one row, or several where lines are drawn around the heads and the table alone.
    mutating func endRow(_ text: borrowing Span<UInt8>) {
        let lines = held
        guard lines.count > 1, !Self.digitsGoOn(text, lines) else { return writeRow(text) }
        let counts = lines.map { Self.cells(text, $0) }
        let rows = counts.count { $0.numbers > 1 }
        // A cell may go on over lines, but neither a row of numbers nor one that stands below its heads does.
        guard rows > 1 || rows == 1 && counts.contains(where: { $0.numbers < 2 && $0.words >= Self.fewestHeads }) else {
            return writeRow(text)
        }
        for line in lines {
            held = [line]
            writeRow(text)
        }
    }

    private static let fewestHeads = 4

    /// Whether the lines are one row whose columns are too narrow for its numbers, 1 over 6 for 16: wherever digits stand below
    /// others, those leave no room in their cell.
    private static func digitsGoOn(_ text: borrowing Span<UInt8>, _ lines: [HeldLine]) -> Bool {
        var found = false
        for (above, below) in zip(lines, lines.dropFirst()) {
            var start = above.start
            var place = below.start
            while start <= above.end, place <= below.end {
                let end = ByteSearch.index(of: ASCII.bar, in: text, from: start, to: above.end) ?? above.end
                let next = ByteSearch.index(of: ASCII.bar, in: text, from: place, to: below.end) ?? below.end
                if digits(text, from: place, to: next) != nil {
                    guard let first = digits(text, from: start, to: end),
                        first.lowerBound <= start + 1, first.upperBound + 1 >= end
                    else { return false }
                    found = true
                }
                start = end + 1
                place = next + 1
            }
        }
        return found
    }

    /// The digits of a cell that begins with some; nil for any other.
    private static func digits(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
        let cell = LineShape.trimmed(text, from: start, to: end)
        guard let first = cell.first, ASCII.isDigit(text[first]) else { return nil }
        return cell
    }

    /// How many cells of a line are numbers, and how many are words.
    private static func cells(_ text: borrowing Span<UInt8>, _ line: HeldLine) -> (numbers: Int, words: Int) {
        var numbers = 0
        var words = 0
        var start = line.start
        for index in line.start...line.end where index == line.end || text[index] == ASCII.bar {
            var digits = 0
            for place in start..<index where text[place] != ASCII.space {
                digits = ASCII.isDigit(text[place]) && digits >= 0 ? digits + 1 : -1
            }
            numbers += digits > 0 ? 1 : 0
            words += digits < 0 ? 1 : 0
            start = index + 1
        }
        return (numbers, words)
    }

    /// Writes the row that was held, column by column.
    private mutating func writeRow(_ text: borrowing Span<UInt8>) {
        guard let first = held.first else { return }
        if !isInTable {
            table += 1
            row = 0
        }
        isInTable = true
        builder.separate(.row)
        var starts = held.map(\.start)
        var column = 0
        while starts[0] <= first.end {
            let place = GridPlace(table: table, row: row, column: column)
            if column > 0 { builder.separate(.cell) }
            var isBlank = true
            for (index, item) in held.enumerated() {
                let end = ByteSearch.index(of: ASCII.bar, in: text, from: starts[index], to: item.end) ?? item.end
                if !LineShape.isBlank(text, from: starts[index], to: end) {
                    builder.append(text, from: starts[index], to: end, line: item.line, place: place)
                    isBlank = false
                }
                starts[index] = end + 1
            }
            if isBlank { builder.appendBlank(.blank, line: first.line, place: place) }
            column += 1
        }
        row += 1
        held.removeAll(keepingCapacity: true)
    }

    /// A line that is drawn in part only holds the words of cells that go on beside it.
    private mutating func readHeads(_ text: borrowing Span<UInt8>, _ shape: LineShape, line: Int) {
        var start = shape.start
        for index in shape.start...shape.end where index == shape.end || GridLine.isBorder(text[index]) {
            if !GridLine.isDrawn(text, from: start, to: index) {
                builder.separate(.cell)
                builder.append(text, from: start, to: index, line: line)
            }
            start = index + 1
        }
        builder.separate(.row)
    }

    private static func bars(_ text: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var count = 0
        for index in start..<end where text[index] == ASCII.bar { count += 1 }
        return count
    }
}

/// What a line is in a table that draws lines.
private enum GridLine {
    /// A line from edge to edge: `+----+----+`.
    case rule
    /// A line that ends at a cell which goes on: `| text +----+`.
    case partRule
    /// The text of cells.
    case row
    case other

    init(_ text: borrowing Span<UInt8>, _ shape: LineShape) {
        self = .other
        let first = text[shape.start]
        let isFramed =
            switch shape.kind {
            case .wholeRow(ASCII.bar): true
            case .rule: LineShape.isCrossedOut(text, from: shape.start, to: shape.end)
            default: false
            }
        guard isFramed || first == UInt8(ascii: "+") || first == ASCII.bar else { return }
        if Self.hasCorner(text, shape) {
            self =
                first == UInt8(ascii: "+") && Self.isDrawn(text, from: shape.start, to: shape.end) ? .rule : .partRule
        } else if isFramed {
            self = .row
        }
    }

    static func isBorder(_ byte: UInt8) -> Bool { byte == ASCII.bar || byte == UInt8(ascii: "+") }

    /// Whether nothing but lines and blanks stands there.
    static func isDrawn(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end {
            switch text[index] {
            case ASCII.bar, ASCII.space, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"):
                break
            default: return false
            }
        }
        return true
    }

    /// Whether a corner with a line on one side is drawn: `+--` or `--+`.
    private static func hasCorner(_ text: borrowing Span<UInt8>, _ shape: LineShape) -> Bool {
        for index in shape.start..<shape.end where text[index] == UInt8(ascii: "+") {
            if isLine(text, index + 1, shape), isLine(text, index + 2, shape) { return true }
            if isLine(text, index - 1, shape), isLine(text, index - 2, shape) { return true }
        }
        return false
    }

    private static func isLine(_ text: borrowing Span<UInt8>, _ index: Int, _ shape: LineShape) -> Bool {
        guard index >= shape.start, index < shape.end else { return false }
        return text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "=")
    }
}
