/// Finds every phrase of a list in a text, in one pass: wherever one begins, also inside another.
///
/// One look-up by the first character rules nearly every place out, so that the time hardly grows with the list.
package struct PhraseMatcher: Sendable {
    /// A place where a phrase stands.
    package struct Match: Sendable, Equatable {
        /// The index of the phrase in the list that the matcher was made from.
        package var phrase: Int
        /// Where it begins in the text.
        package var start: Int
        package var end: Int
    }

    private let phrases: [[UInt8]]
    /// For each character up to U+9FFF, 0 or the index of a bucket plus one.
    private var buckets: [UInt8] = Array(repeating: 0, count: 0xA000)
    /// The phrases that begin with one character.
    private var members: [[Int]] = []

    /// - Parameter phrases: UTF-8, none empty, with at most 255 first characters among them.
    package init(_ phrases: [[UInt8]]) {
        self.phrases = phrases
        for (index, phrase) in phrases.enumerated() {
            let point = Self.character(phrase.span, at: 0).point
            guard buckets.indices.contains(point), members.count < 255 || buckets[point] > 0 else { continue }
            if buckets[point] == 0 {
                members.append([])
                buckets[point] = UInt8(members.count)
            }
            members[Int(buckets[point]) - 1].append(index)
        }
    }

    /// Every place where a phrase stands, in the text's order; offsets count from the text's beginning.
    package func matches(in text: ArraySlice<UInt8>) -> [Match] {
        var matches: [Match] = []
        let span = text.span
        var index = 0
        while index < span.count {
            let (point, length) = Self.character(span, at: index)
            if point < buckets.count, buckets[point] > 0 {
                for phrase in members[Int(buckets[point]) - 1] where stands(phrase, span, at: index) {
                    matches.append(Match(phrase: phrase, start: index, end: index + phrases[phrase].count))
                }
            }
            index += length
        }
        return matches
    }

    private func stands(_ phrase: Int, _ span: borrowing Span<UInt8>, at start: Int) -> Bool {
        let bytes = phrases[phrase]
        guard start + bytes.count <= span.count else { return false }
        var index = 0
        while index < bytes.count {
            if span[start + index] != bytes[index] { return false }
            index += 1
        }
        return true
    }

    /// The code point at `index` and its length in bytes; what is beyond the table is 0xFFFF.
    private static func character(_ span: borrowing Span<UInt8>, at index: Int) -> (point: Int, length: Int) {
        let first = span[index]
        if first < 0x80 { return (Int(first), 1) }
        if first >= 0xE0, first < 0xF0, index + 2 < span.count {
            let point = Int(first & 0x0F) << 12 | Int(span[index + 1] & 0x3F) << 6 | Int(span[index + 2] & 0x3F)
            return (point, 3)
        }
        if first >= 0xC0, first < 0xE0, index + 1 < span.count {
            return (Int(first & 0x1F) << 6 | Int(span[index + 1] & 0x3F), 2)
        }
        return (0xFFFF, first >= 0xF0 ? min(4, span.count - index) : 1)
    }
}
