internal import Bytes

/// Writes rows of quoted cells between commas or tabs, as spreadsheets export them, with tabs between the bare cells.
///
/// Only lines of three cells and more in which every cell is quoted, or stands bare between quoted ones as a number or a
/// blank, or as the words that a row begins with, whose last may be a unit: no sentence is one. Lines stay lines.
enum QuotedCells {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard ByteSearch.contains(quote, in: text),
            ByteSearch.contains(comma, in: text) || ByteSearch.contains(ASCII.tab, in: text)
        else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var start = 0
        while start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: text.count) ?? text.count
            if let row = row(span, from: start, to: end) { result += row } else { result += text[start..<end] }
            if end < text.count { result.append(ASCII.newline) }
            start = end + 1
        }
        return result
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let fewest = 3

    /// The line with tabs between its cells; nil where it is no such row.
    private static func row(_ span: borrowing Span<UInt8>, from start: Int, to lineEnd: Int) -> [UInt8]? {
        row(span, from: start, to: lineEnd, between: comma) ?? row(span, from: start, to: lineEnd, between: ASCII.tab)
    }

    private static func row(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to lineEnd: Int,
        between separator: UInt8
    ) -> [UInt8]? {
        var end = lineEnd
        if end > start, span[end - 1] == ASCII.carriageReturn { end -= 1 }
        var result: [UInt8] = []
        var cells = Cells()
        var index = start
        while true {
            let first = result.count
            let isQuoted = index < end && span[index] == quote
            if isQuoted {
                guard let next = take(span, from: index + 1, to: end, before: separator, into: &result) else {
                    return nil
                }
                index = next
            } else {
                while index < end, span[index] != separator {
                    guard span[index] != quote else { return nil }
                    result.append(span[index])
                    index += 1
                }
            }
            guard cells.add(result[first...], isQuoted: isQuoted) else { return nil }
            guard index < end else { break }
            guard span[index] == separator else { return nil }
            result.append(ASCII.tab)
            index += 1
        }
        guard cells.areRow else { return nil }
        // A blank between tabs may only align what follows; between commas it is a cell.
        return separator == comma && cells.hasBlankAmongNumbers ? betweenCommas(result) : result
    }

    /// The cells between commas again, without those of the numbers' thousands.
    private static func betweenCommas(_ row: [UInt8]) -> [UInt8] {
        row.filter { $0 != comma }.map { $0 == ASCII.tab ? comma : $0 }
    }

    /// What the cells of a line are so far.
    private struct Cells {
        private var count = 0
        private var quoted = 0
        private var values = 0
        private var bareWords = 0
        private var bareBlanks = 0
        private var hasOtherCommas = false
        /// Whether the last word is a unit: 主动公开政府信息数,条,"1,867".
        private var hasUnit = false

        /// False where no row has such a cell.
        mutating func add(_ cell: ArraySlice<UInt8>, isQuoted: Bool) -> Bool {
            count += 1
            let isValue = cell.allSatisfy(isOfNumber) || CommaValue.isValue(cell.span, from: 0, to: cell.count)
            if isQuoted { quoted += 1 }
            if isValue { values += 1 }
            if cell.isEmpty, !isQuoted { bareBlanks += 1 }
            if cell.contains(comma), !hasThousands(cell) { hasOtherCommas = true }
            guard !isQuoted, !isValue else {
                // Among bare words numbers alone are quoted, for their commas.
                return bareWords == 0 || isValue
            }
            bareWords += 1
            hasUnit = CommaValue.units.contains { cell.elementsEqual($0) }
            return quoted == 0 && values == bareBlanks
        }

        /// Whether a cell stands blank between commas, and all commas within cells are those of thousands.
        var hasBlankAmongNumbers: Bool { bareBlanks > 0 && !hasOtherCommas }

        var areRow: Bool { quoted > 0 && count >= fewest && (bareWords == 0 || values >= fewest || hasUnit) }
    }

    private static let mostLeading = 3

    /// Whether the commas of a cell part the thousands of one number: 3,069, and not 12,5 or 3,4.
    private static func hasThousands(_ cell: ArraySlice<UInt8>) -> Bool {
        let groups = cell.split(separator: comma, omittingEmptySubsequences: false)
        guard let first = groups.first, let last = groups.last, groups.count > 1 else { return false }
        let whole = last.prefix { $0 != UInt8(ascii: ".") }
        let rest = last.dropFirst(whole.count + 1)
        let lead = first.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        return (1...mostLeading).contains(lead.count)
            && (groups.dropFirst().dropLast() + [whole]).allSatisfy { $0.count == 3 }
            && ([lead, rest] + groups.dropFirst().dropLast() + [whole]).allSatisfy { $0.allSatisfy(ASCII.isDigit) }
    }

    /// Takes a quoted cell and gives the place behind its closing quote, which a separator follows; a quote within it is
    /// doubled, or stands as it is.
    private static func take(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        before separator: UInt8,
        into result: inout [UInt8]
    ) -> Int? {
        var index = start
        while index < end {
            if span[index] == quote {
                let next = index + 1
                if next == end || span[next] == separator { return next }
                let isDouble = span[next] == quote
                result.append(quote)
                // The cell's own quote, and the one that closes it.
                if isDouble, next + 1 == end || span[next + 1] == separator { return next + 1 }
                index += isDouble ? 2 : 1
            } else {
                result.append(span[index] == ASCII.tab ? ASCII.space : span[index])
                index += 1
            }
        }
        return nil
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "/"), comma, ASCII.space:
            true
        default: false
        }
    }
}
