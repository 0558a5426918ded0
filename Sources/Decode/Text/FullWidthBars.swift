internal import Bytes

/// Writes bars for the full-width ones, ｜, where a text has a table between them.
///
/// A few of them part the words above a page: 索引号｜发布机构. So many lines that end in a number, a mark or a blank cell
/// behind one are rows.
enum FullWidthBars {
    private static let bar = Array("｜".utf8)
    private static let fewestRows = 5
    /// A mark or a number with its unit is short.
    private static let longestValue = 15

    static func plain(_ text: [UInt8]) -> [UInt8] {
        let bars = places(in: text.span)
        guard bars.count >= fewestRows, rows(text, bars) >= fewestRows else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var copied = 0
        for place in bars {
            result += text[copied..<place]
            result.append(ASCII.bar)
            copied = place + bar.count
        }
        return result + text[copied...]
    }

    private static func places(in text: borrowing Span<UInt8>) -> [Int] {
        var places: [Int] = []
        var index = 0
        while let place = ByteSearch.index(of: bar, in: text, from: index, to: text.count) {
            places.append(place)
            index = place + bar.count
        }
        return places
    }

    /// How many lines end in a value behind their last bar.
    private static func rows(_ text: [UInt8], _ bars: [Int]) -> Int {
        bars.count { place in
            let start = place + bar.count
            var end = start
            while end < text.count, end - start <= longestValue, text[end] != ASCII.newline { end += 1 }
            guard end == text.count || text[end] == ASCII.newline else { return false }
            let cell = text[start..<end].filter { $0 > ASCII.space }
            return cell.isEmpty || cell.contains(where: ASCII.isDigit) || CommaValue.noNumbers.contains(cell)
        }
    }
}
