/// The places of a text where a word of some list may begin: one look at every character for all lists together.
///
/// A text is searched for the evidence of its form, for official headings and for the labels of its form's tables. Each
/// of these looks at the few places only where the first two characters begin one of its words.
struct WordIndex: Sendable {
    /// A place, and the lists of which a word may begin there, one bit each.
    struct Place {
        var start: UInt32
        var lists: UInt8

        init(start: Int, lists: UInt32) {
            self.start = UInt32(truncatingIfNeeded: start)
            self.lists = UInt8(truncatingIfNeeded: lists)
        }
    }

    /// What a character of U+4E00…U+9FFF is, in one number so that each costs one look-up. From the lowest byte: the
    /// lists of which it begins a word; those of which it is a word's second character; those of which it begins a word
    /// whose second character is no Chinese one, or which has none.
    private var characters: [UInt32]

    static let first = 0x4E00
    static let count = 0x5200

    /// - Parameter lists: the words of each list, at most eight lists; words that begin with no Chinese character are
    ///   never found.
    init(_ lists: [[[UInt8]]]) {
        characters = Array(repeating: 0, count: Self.count)
        for (index, words) in lists.enumerated() {
            let bit = UInt32(1) << UInt32(index)
            for word in words {
                let span = word.span
                guard let first = Self.slot(span, at: 0) else { continue }
                characters[first] |= bit
                if let second = Self.slot(span, at: 3) {
                    characters[second] |= bit << 8
                } else {
                    characters[first] |= bit << 16
                }
            }
        }
    }

    /// The places in `text`, in order. `text` is valid UTF-8.
    func places(in text: [UInt8]) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(text.count / 8)
        unsafe text.withUnsafeBufferPointer { text in
            unsafe characters.withUnsafeBufferPointer { unsafe Self.collect(text, $0, into: &places) }
        }
        return places
    }

    /// Without bounds checks, because no other loop looks at every character; both tables' bounds are seen to here.
    private static func collect(
        _ text: UnsafeBufferPointer<UInt8>,
        _ characters: UnsafeBufferPointer<UInt32>,
        into places: inout [Place]
    ) {
        // The character before the one at `index`: with what follows, it tells whether a word begins at it.
        var before: UInt32 = 0
        var beforeStart = 0
        var index = 0
        while index < text.count {
            let byte = unsafe text[index]
            var character: UInt32 = 0
            var length = byte < 0xE0 ? 1 : 3
            if byte >= 0xE4, byte <= 0xE9 {
                guard index + 2 < text.count else { break }
                let point =
                    Int(byte & 0x0F) << 12 | Int(unsafe text[index + 1] & 0x3F) << 6
                    | Int(unsafe text[index + 2] & 0x3F)
                if point >= first { character = unsafe characters[point - first] }
                length = 3
            }
            let lists = before & (character >> 8 | before >> 16) & 0xFF
            if lists != 0 { places.append(Place(start: beforeStart, lists: lists)) }
            before = character
            beforeStart = index
            index += length
        }
        let lists = before & before >> 16 & 0xFF
        if lists != 0 { places.append(Place(start: beforeStart, lists: lists)) }
    }

    /// The character at `index` as an index of the tables; nil where none of U+4E00…U+9FFF stands there.
    @inline(__always)
    static func slot(_ span: borrowing Span<UInt8>, at index: Int) -> Int? {
        guard index + 2 < span.count, span[index] >= 0xE4, span[index] <= 0xE9 else { return nil }
        let point = Int(span[index] & 0x0F) << 12 | Int(span[index + 1] & 0x3F) << 6 | Int(span[index + 2] & 0x3F)
        // Below U+4E00 it wraps to a large number.
        let slot = UInt(bitPattern: point &- first)
        return slot < UInt(count) ? Int(bitPattern: slot) : nil
    }
}
