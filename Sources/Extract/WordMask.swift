/// Which characters a text is made of, as far as 64 bits can say.
///
/// A word whose bits are not all among those of a text does not stand in it: headings and titles are asked for dozens of
/// words, and nearly all are ruled out by this at once.
struct WordMask: Sendable {
    private(set) var bits: UInt64 = 0

    /// The mask of the characters in `range`, which has them whole.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        // The last byte of a character tells it apart best; that the others set bits too only weakens the mask.
        for index in range where bytes[index] & 0xC0 != 0xC0 { bits |= 1 << UInt64(bytes[index] & 0x3F) }
    }

    init(_ word: [UInt8]) { self.init(word, 0..<word.count) }

    /// Takes in the characters of another text.
    mutating func add(_ other: WordMask) { bits |= other.bits }

    /// Whether a text with this mask may hold a word with the other one.
    func mayHold(_ word: WordMask) -> Bool { word.bits & ~bits == 0 }
}

/// A word that texts are asked for.
struct Word: Sendable {
    let bytes: [UInt8]
    let mask: WordMask

    init(_ text: String) { self.init(Array(text.utf8)) }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        mask = WordMask(bytes)
    }
}

extension Flow {
    /// Whether a word stands in `range`, whose characters have this mask.
    func holds(_ word: Word, in range: Range<Int>, _ mask: WordMask) -> Bool {
        mask.mayHold(word.mask) && holds(word.bytes, in: range)
    }
}
