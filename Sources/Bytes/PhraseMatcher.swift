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
        /// The lowest six bits of the last byte of the Chinese characters behind the first one, one bit each; all where
        /// something else stands there, or a phrase ends.
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
            lists[Self.first(of: phrase).point, default: []].append(index)
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
            let length = Self.first(of: phrase).length
            let isChinese = phrase.count >= length + Self.chinese && phrase[length] >= 0xE0
            bucket.next |= isChinese ? 1 << UInt64(phrase[length + Self.chinese - 1] & 0x3F) : .max
            members.append(Member(phrase: index, start: text.count, count: phrase.count))
            text += phrase
        }
        bucket.members = first..<members.count
        buckets.append(bucket)
    }

    /// In bytes.
    private static let chinese = 3

    private static func first(of phrase: [UInt8]) -> (point: Int, length: Int) {
        unsafe phrase.withUnsafeBufferPointer { unsafe character($0, at: 0) }
    }

    /// Every place where a phrase stands, in the text's order; offsets count from the text's beginning.
    package func matches(in text: ArraySlice<UInt8>) -> [Match] {
        var matches: [Match] = []
        unsafe text.withUnsafeBufferPointer { text in
            unsafe classes.withUnsafeBufferPointer { unsafe collect(text, $0, into: &matches) }
        }
        return matches
    }

    /// Without bounds checks, because it looks at every character; both tables' bounds are seen to here.
    private func collect(
        _ text: UnsafeBufferPointer<UInt8>,
        _ classes: UnsafeBufferPointer<UInt8>,
        into matches: inout [Match]
    ) {
        var index = 0
        while index < text.count {
            let (point, length) = unsafe Self.character(text, at: index)
            if point < classes.count, unsafe classes[point] > 0 {
                unsafe collect(buckets[Int(classes[point])], text, at: index, length, &matches)
            }
            index += length
        }
    }

    private func collect(
        _ bucket: Bucket,
        _ text: UnsafeBufferPointer<UInt8>,
        at index: Int,
        _ length: Int,
        _ matches: inout [Match]
    ) {
        let last = index + length + Self.chinese - 1
        let next = last < text.count ? unsafe text[last] : 0
        guard bucket.next & (1 << UInt64(next & 0x3F)) != 0 else { return }
        for place in bucket.members where unsafe stands(members[place], text, at: index) {
            matches.append(Match(phrase: members[place].phrase, start: index, end: index + members[place].count))
        }
    }

    private func stands(_ member: Member, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + member.count <= text.count else { return false }
        var index = 0
        while index < member.count {
            if unsafe text[start + index] != self.text[member.start + index] { return false }
            index += 1
        }
        return true
    }

    /// The code point at `index`, which is within the text, and its length in bytes; what is beyond the table is 0xFFFF.
    @inline(__always)
    private static func character(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (point: Int, length: Int) {
        let first = unsafe text[index]
        if first < 0x80 { return (Int(first), 1) }
        if first >= 0xE0, first < 0xF0, index + 2 < text.count {
            let (second, third) = unsafe (text[index + 1], text[index + 2])
            return (Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F), 3)
        }
        if first >= 0xC0, first < 0xE0, index + 1 < text.count {
            return (Int(first & 0x1F) << 6 | Int(unsafe text[index + 1] & 0x3F), 2)
        }
        return (0xFFFF, first >= 0xF0 ? min(4, text.count - index) : 1)
    }
}
