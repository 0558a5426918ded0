internal import Bytes

/// Writes the rows of a table whose cells stand between semicolons or other signs with tabs between them.
///
/// A text is looked at only where such signs stand around bare numbers or nothing, and a line is a row only where words are
/// followed by nothing but numbers and blanks: no sentence is one. Lines stay lines.
enum OtherSeparators {
    private static let signs = [";", "；", "，"].map { Array($0.utf8) }
    /// So many cells of one text between two signs, and so many rows of it, are no accident.
    private static let fewestCells = 12
    private static let fewestRows = 5
    private static let fewestValues = 3

    static func plain(_ text: [UInt8]) -> [UInt8] {
        for sign in signs(of: text.span) {
            if let plain = plain(text, sign) { return plain }
        }
        return text
    }

    /// The signs that have enough numbers or blanks between two of them.
    ///
    /// The wide ones begin alike: one search finds both, as there are some in every sentence.
    private static func signs(of text: borrowing Span<UInt8>) -> [[UInt8]] {
        var cells = Array(repeating: 0, count: signs.count)
        for first in [UInt8(ascii: ";"), 0xEF] {
            var next = ByteSearch.index(of: first, in: text, from: 0, to: text.count)
            while let start = next {
                var index = start + 1
                if let sign = sign(text, at: start) {
                    index = endOfValue(text, from: start + signs[sign].count, to: text.count)
                    if ByteSearch.stands(signs[sign], in: text, at: index, end: text.count) { cells[sign] += 1 }
                }
                next = ByteSearch.index(of: first, in: text, from: index, to: text.count)
            }
        }
        return signs.indices.filter { cells[$0] >= fewestCells }.map { signs[$0] }
    }

    private static func sign(_ text: borrowing Span<UInt8>, at start: Int) -> Int? {
        for index in signs.indices where ByteSearch.stands(signs[index], in: text, at: start, end: text.count) {
            return index
        }
        return nil
    }

    private static func plain(_ text: [UInt8], _ sign: [UInt8]) -> [UInt8]? {
        let span = text.span
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var rows = 0
        var start = 0
        while start < span.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: span.count) ?? span.count
            let values = values(span, from: start, to: end, sign)
            if values >= fewestValues { rows += 1 }
            if values > 0 { write(span, from: start, to: end, sign, to: &result) } else { result += text[start..<end] }
            if end < span.count { result.append(ASCII.newline) }
            start = end + 1
        }
        return rows >= fewestRows ? result : nil
    }

    /// How many numbers and blanks stand behind the words of a line; 0 where it is no row.
    private static func values(
        _ text: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        _ sign: [UInt8]
    ) -> Int {
        var values = 0
        var numbers = 0
        var words = 0
        var cell = start
        while true {
            var index = endOfValue(text, from: cell, to: end)
            let isValue = index == end || ByteSearch.stands(sign, in: text, at: index, end: end)
            if isValue, words > 0 {
                values += 1
                numbers += index > cell ? 1 : 0
            } else if !isValue {
                // Behind the first number stands no word; blanks before it are those of merged cells.
                if numbers > 0 { return 0 }
                words += 1
                values = 0
                while index < end, !ByteSearch.stands(sign, in: text, at: index, end: end) { index += 1 }
            }
            guard index < end else { break }
            cell = index + sign.count
        }
        return words > 0 && words <= 3 && numbers > 0 ? values : 0
    }

    private static func write(
        _ text: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        _ sign: [UInt8],
        to result: inout [UInt8]
    ) {
        var index = start
        while index < end {
            if ByteSearch.stands(sign, in: text, at: index, end: end) {
                result.append(ASCII.tab)
                index += sign.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
    }

    /// Where a number ends with the blanks around it, or blanks alone: 7，891    7，426 are thousands between blanks.
    private static func endOfValue(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end, isBlank(text[index]) { index += 1 }
        while index < end, isOfNumber(text[index]) { index += 1 }
        while index < end, isBlank(text[index]) { index += 1 }
        return index
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == ASCII.space || byte == ASCII.carriageReturn }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): true
        case UInt8(ascii: "/"): true
        default: false
        }
    }
}
