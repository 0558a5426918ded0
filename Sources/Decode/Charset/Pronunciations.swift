internal import Bytes

/// Takes out how a character is pronounced, which mirrors of sites print behind it: 根據(jù), 公開(kāi).
///
/// It stands inside of words, which no reader would find again: only letters between narrow brackets, one of them with
/// the mark of a tone, directly behind a Chinese character, are taken for it.
enum Pronunciations {
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        var result: [UInt8] = []
        var copied = 0
        var next = ByteSearch.index(of: open, in: span, from: 0, to: span.count)
        while let index = next {
            if let end = end(span, at: index) {
                result += text[copied..<index]
                copied = end
            }
            next = ByteSearch.index(of: open, in: span, from: index + 1, to: span.count)
        }
        return copied == 0 ? text : result + text[copied...]
    }

    private static let open = UInt8(ascii: "(")
    /// `zhuāng` has no more letters.
    private static let mostLetters = 6

    /// Where the pronunciation in brackets ends that begins at `start`, or nil.
    private static func end(_ span: borrowing Span<UInt8>, at start: Int) -> Int? {
        // The last byte of a Chinese character.
        guard start >= 3, span[start - 3] >= 0xE3, span[start - 3] <= 0xE9 else { return nil }
        var index = start + 1
        var letters = 0
        var hasTone = false
        while index + 1 < span.count, letters <= mostLetters {
            switch span[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): index += 1
            // ā á ǎ à and the like, U+00E0…U+01DC.
            case 0xC3...0xC7 where span[index + 1] & 0xC0 == 0x80:
                hasTone = true
                index += 2
            case UInt8(ascii: ")"): return hasTone ? index + 1 : nil
            default: return nil
            }
            letters += 1
        }
        return index < span.count && letters <= mostLetters && hasTone && span[index] == UInt8(ascii: ")")
            ? index + 1 : nil
    }
}
