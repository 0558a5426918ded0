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

    /// What begins with one character.
    private struct Bucket {
        /// The phrases, by their index.
        var members: Range<Int> = 0..<0
        /// The lowest six bits of the bytes behind the first character, one bit each; all where a phrase ends there.
        var next: UInt64 = 0
    }

    /// A phrase, by its bytes in `text`.
    private struct Member {
        var phrase: Int
        var start: Int
        var count: Int
    }

    private var text: [UInt8] = []
    private var members: [Member] = []
    /// The first is that of the characters that begin nothing.
    private var buckets = [Bucket()]
    /// For each character up to U+9FFF its bucket.
    private var classes: [UInt8] = Array(repeating: 0, count: 0xA000)

    /// - Parameter phrases: UTF-8, none empty, with at most 255 first characters among them.
    package init(_ phrases: [[UInt8]]) {
        var lists: [Int: [Int]] = [:]
        for (index, phrase) in phrases.enumerated() {
            lists[Self.character(phrase.span, at: 0).point, default: []].append(index)
        }
        for (point, list) in lists.sorted(by: { $0.key < $1.key })
        where classes.indices.contains(point) && buckets.count < 256 {
            classes[point] = UInt8(buckets.count)
            append(list.map { ($0, phrases[$0]) })
        }
    }

    private mutating func append(_ list: [(index: Int, phrase: [UInt8])]) {
        var bucket = Bucket()
        let first = members.count
        for (index, phrase) in list {
            let length = Self.character(phrase.span, at: 0).length
            bucket.next |= phrase.count > length ? 1 << UInt64(phrase[length] & 0x3F) : .max
            members.append(Member(phrase: index, start: text.count, count: phrase.count))
            text += phrase
        }
        bucket.members = first..<members.count
        buckets.append(bucket)
    }

    /// Every place where a phrase stands, in the text's order; offsets count from the text's beginning.
    package func matches(in text: ArraySlice<UInt8>) -> [Match] {
        var matches: [Match] = []
        let span = text.span
        var index = 0
        while index < span.count {
            let (point, length) = Self.character(span, at: index)
            if point < classes.count, classes[point] > 0 {
                collect(buckets[Int(classes[point])], span, at: index, length, &matches)
            }
            index += length
        }
        return matches
    }

    private func collect(
        _ bucket: Bucket,
        _ span: borrowing Span<UInt8>,
        at index: Int,
        _ length: Int,
        _ matches: inout [Match]
    ) {
        let next = index + length < span.count ? span[index + length] : 0
        guard bucket.next & (1 << UInt64(next & 0x3F)) != 0 else { return }
        for place in bucket.members where stands(members[place], span, at: index) {
            matches.append(Match(phrase: members[place].phrase, start: index, end: index + members[place].count))
        }
    }

    private func stands(_ member: Member, _ span: borrowing Span<UInt8>, at start: Int) -> Bool {
        guard start + member.count <= span.count else { return false }
        var index = 0
        while index < member.count {
            if span[start + index] != text[member.start + index] { return false }
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
