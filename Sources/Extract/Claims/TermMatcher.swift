/// Finds the longest word of any term that begins at a place.
struct TermMatcher: Sendable {
    private struct Entry {
        var start: Int
        var count: Int
        var term: Term
    }

    /// The bytes of all words behind their first character.
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// For each character of U+4E00…U+9FFF the first of its entries, and one more at the end.
    private var first: [UInt16] = Array(repeating: 0, count: Self.characters + 1)

    private static let lowest = 0x4E00
    private static let characters = 0x5200

    static let shared = TermMatcher(TermWords.all)

    init(_ words: [(term: Term, words: String)]) {
        var buckets: [Int: [(word: [UInt8], term: Term)]] = [:]
        for (term, list) in words {
            for word in list.split(separator: " ") {
                let word = Array(word.utf8)
                guard word.count >= 3 else { continue }
                let point = Self.point(word[0], word[1], word[2])
                guard point >= 0, point < Self.characters else { continue }
                buckets[point, default: []].append((word, term))
            }
        }
        for point in 0..<Self.characters {
            first[point] = UInt16(entries.count)
            // A word of two terms keeps the later one; the sort is stable enough for that, as equal words never differ
            // in length.
            for (word, term) in (buckets[point] ?? []).sorted(by: { $0.word.count > $1.word.count }) {
                entries.append(Entry(start: bytes.count, count: word.count, term: term))
                bytes += word[3...]
            }
        }
        first[Self.characters] = UInt16(entries.count)
    }

    /// The character that three bytes are, counted from U+4E00; negative for others.
    @inline(__always)
    static func point(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        (Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)) - lowest
    }

    /// The longest word that begins at `start` and ends by `end`, or nil.
    func match(_ text: borrowing Span<UInt8>, at start: Int, end: Int) -> (length: Int, term: Term)? {
        let point = Self.point(text[start], text[start + 1], text[start + 2])
        guard point >= 0, point < Self.characters else { return nil }
        var index = Int(first[point])
        let last = Int(first[point + 1])
        while index < last {
            let entry = entries[index]
            if start + entry.count <= end, stands(entry, text, at: start) { return (entry.count, entry.term) }
            index += 1
        }
        return nil
    }

    private func stands(_ entry: Entry, _ text: borrowing Span<UInt8>, at start: Int) -> Bool {
        var offset = 3
        while offset < entry.count {
            if text[start + offset] != bytes[entry.start + offset - 3] { return false }
            offset += 1
        }
        return true
    }
}
