/// A fixed set of short texts, asked of parts of a buffer without a copy of them.
///
/// Each line of a text is looked up in two of these: as sets of arrays they took a copy and a slow hash for each line.
struct WordSet: Sendable {
    private var bytes: [UInt8] = []
    private var ranges: [Range<Int>] = []
    /// For each hash, 0 or the index of a word plus one; the next free place where it is taken.
    private var slots: [UInt16]
    /// The lengths of the shortest and the longest word.
    private var lengths = 0...0

    var longest: Int { lengths.upperBound }

    init(_ words: Set<[UInt8]>) {
        var size = 16
        while size < 4 * words.count { size *= 2 }
        slots = Array(repeating: 0, count: size)
        lengths = (words.map(\.count).min() ?? 0)...(words.map(\.count).max() ?? 0)
        for word in words {
            ranges.append(bytes.count..<(bytes.count + word.count))
            bytes += word
            var slot = Self.hash(word, 0..<word.count) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(ranges.count)
        }
    }

    /// Whether the bytes of `text` in `range` are one of the words.
    func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard lengths.contains(range.count) else { return false }
        var slot = Self.hash(text, range) & (slots.count - 1)
        while slots[slot] != 0 {
            if equals(ranges[Int(slots[slot]) - 1], text, range) { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    private func equals(_ word: Range<Int>, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        guard word.count == range.count else { return false }
        for offset in 0..<word.count where bytes[word.lowerBound + offset] != text[range.lowerBound + offset] {
            return false
        }
        return true
    }

    /// Of the length and of bytes from both ends, which tell these words apart.
    private static func hash(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var hash = range.count
        for offset in 0..<min(6, range.count) {
            hash = hash &* 31 &+ Int(text[range.lowerBound + offset])
            hash = hash &* 31 &+ Int(text[range.upperBound - 1 - offset])
        }
        return hash ^ hash >> 17
    }
}
