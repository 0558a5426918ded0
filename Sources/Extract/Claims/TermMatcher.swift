internal import Bytes

/// Finds the longest word of any term that begins at a place.
///
/// One look-up by the first character rules most places out, and one bit of the second character most of the others, so
/// that the time hardly grows with the list of words.
struct TermMatcher: Sendable {
    /// What begins with one character.
    struct Bucket: Sendable {
        /// The lowest six bits of the second characters, one bit each.
        fileprivate var seconds: UInt64 = 0
        fileprivate var firstEntry: UInt16 = 0
        fileprivate var endEntry: UInt16 = 0
        /// The term that the character alone is.
        fileprivate var alone: Term?
        /// Whether a number in characters may begin with it.
        fileprivate(set) var beginsNumeral = false
    }

    /// A word of two characters and more.
    private struct Entry {
        var start: UInt32
        var count: UInt16
        var term: Term
    }

    /// The bytes of all words behind their first character.
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// The first is that of the characters that begin nothing.
    private var buckets = [Bucket()]
    /// For each character of U+4E00…U+9FFF its bucket.
    private var classes: [UInt16] = Array(repeating: 0, count: Self.characters)

    private static let lowest = 0x4E00
    private static let characters = 0x5200

    static let shared = TermMatcher(TermWords.all)

    init(_ words: [(term: Term, words: String)]) {
        var byCharacter: [Int: [(word: [UInt8], term: Term)]] = [:]
        for (term, list) in words {
            for word in list.split(separator: " ") {
                let word = Array(word.utf8)
                guard word.count >= 3, let slot = Self.slot(word[0], word[1], word[2]) else { continue }
                byCharacter[slot, default: []].append((word, term))
            }
        }
        for slot in 0..<Self.characters {
            let members = byCharacter[slot] ?? []
            let beginsNumeral = NumeralReader.digit(UInt32(slot + Self.lowest)) != nil
            guard !members.isEmpty || beginsNumeral else { continue }
            classes[slot] = UInt16(buckets.count)
            append(members, beginsNumeral)
        }
    }

    private mutating func append(_ members: [(word: [UInt8], term: Term)], _ beginsNumeral: Bool) {
        var bucket = Bucket(beginsNumeral: beginsNumeral)
        bucket.firstEntry = UInt16(entries.count)
        // A word of two terms keeps the first one; the sort is stable enough for that, as equal words never differ in
        // length.
        for (word, term) in members.sorted(by: { $0.word.count > $1.word.count }) {
            if word.count == 3 {
                bucket.alone = bucket.alone ?? term
                continue
            }
            bucket.seconds |= Self.bit(word[min(5, word.count - 1)])
            entries.append(Entry(start: UInt32(bytes.count), count: UInt16(word.count), term: term))
            bytes += word[3...]
        }
        bucket.endEntry = UInt16(entries.count)
        buckets.append(bucket)
    }

    private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(byte & 0x3F) }

    /// The place in `classes` of the character that three bytes are, or nil for others.
    @inline(__always)
    private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
        let slot = (Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)) - lowest
        return first >= 0xE0 && slot >= 0 && slot < characters ? slot : nil
    }

    /// What begins with the character of three bytes at `start`, or nil where nothing does.
    @inline(__always)
    func bucket(_ text: borrowing Span<UInt8>, at start: Int) -> Bucket? {
        guard let slot = Self.slot(text[start], text[start + 1], text[start + 2]) else { return nil }
        let index = Int(classes[slot])
        return index == 0 ? nil : buckets[index]
    }

    /// The longest word of `bucket`, which begins at `start`, that ends by `end`, or nil.
    @inline(__always)
    func match(_ bucket: Bucket, _ text: borrowing Span<UInt8>, at start: Int, end: Int) -> (length: Int, term: Term)? {
        if start + 6 <= end, bucket.seconds & Self.bit(text[start + 5]) != 0,
            let found = longest(bucket, text, at: start, end: end)
        {
            return found
        }
        return bucket.alone.map { (3, $0) }
    }

    private func longest(
        _ bucket: Bucket,
        _ text: borrowing Span<UInt8>,
        at start: Int,
        end: Int
    ) -> (length: Int, term: Term)? {
        var index = Int(bucket.firstEntry)
        while index < Int(bucket.endEntry) {
            let entry = entries[index]
            if start + Int(entry.count) <= end, stands(entry, text, at: start) { return (Int(entry.count), entry.term) }
            index += 1
        }
        return nil
    }

    private func stands(_ entry: Entry, _ text: borrowing Span<UInt8>, at start: Int) -> Bool {
        var offset = 3
        while offset < Int(entry.count) {
            if text[start + offset] != bytes[Int(entry.start) + offset - 3] { return false }
            offset += 1
        }
        return true
    }
}
