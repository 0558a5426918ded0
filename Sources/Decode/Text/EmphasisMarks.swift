internal import Bytes

/// Takes out the double stars that Markdown sets words and numbers in bold with: `**12**` is the number 12.
enum EmphasisMarks {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        guard pair(span, from: 0, to: span.count) != nil else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var start = 0
        while start < text.count {
            let end = ByteSearch.index(of: ASCII.newline, in: span, from: start, to: text.count) ?? text.count
            var places: [Int] = []
            var next = pair(span, from: start, to: end)
            while let place = next {
                places.append(place)
                next = pair(span, from: place + 2, to: end)
            }
            // A pair that nothing closes is no emphasis.
            if !places.count.isMultiple(of: 2) { places = [] }
            var copied = start
            for place in places {
                result += text[copied..<place]
                copied = place + 2
            }
            let behind = min(end + 1, text.count)
            result += text[copied..<behind]
            start = behind
        }
        return result
    }

    /// The place of two stars, and not of three.
    private static func pair(_ span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var next = ByteSearch.index(of: star, in: span, from: start, to: end)
        while let index = next {
            let isPair = index + 1 < end && span[index + 1] == star
            let isLonger = index + 2 < end && span[index + 2] == star || index > start && span[index - 1] == star
            if isPair, !isLonger { return index }
            next = ByteSearch.index(of: star, in: span, from: index + 1, to: end)
        }
        return nil
    }

    private static let star = UInt8(ascii: "*")
}
