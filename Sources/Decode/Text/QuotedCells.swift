internal import Bytes

/// Writes rows of quoted cells between commas, as spreadsheets export them, with tabs between the bare cells.
///
/// Only lines of three cells and more in which every cell is quoted, or stands bare between quoted ones as a number or a
/// blank: no sentence is one. Lines stay lines.
enum QuotedCells {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard ByteSearch.contains(quote, in: text), ByteSearch.contains(comma, in: text) else { return text }
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
        var end = lineEnd
        if end > start, span[end - 1] == ASCII.carriageReturn { end -= 1 }
        var result: [UInt8] = []
        var cells = 1
        var quoted = 0
        var index = start
        while true {
            if index < end, span[index] == quote {
                quoted += 1
                guard let next = take(span, from: index + 1, to: end, into: &result) else { return nil }
                index = next
            } else {
                while index < end, span[index] != comma {
                    guard isOfNumber(span[index]) else { return nil }
                    result.append(span[index])
                    index += 1
                }
            }
            guard index < end else { break }
            guard span[index] == comma else { return nil }
            result.append(ASCII.tab)
            cells += 1
            index += 1
        }
        return quoted > 0 && cells >= fewest ? result : nil
    }

    /// Takes a quoted cell and gives the place behind its closing quote; a quote within it is doubled.
    private static func take(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        into result: inout [UInt8]
    ) -> Int? {
        var index = start
        while index < end {
            if span[index] != quote {
                result.append(span[index] == ASCII.tab ? ASCII.space : span[index])
            } else if index + 1 < end, span[index + 1] == quote {
                result.append(quote)
                index += 1
            } else {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "/"), ASCII.space:
            true
        default: false
        }
    }
}
