internal import Glibc

/// Finds bytes and words in texts.
public enum ByteSearch {
    /// Where the first `byte` stands from `start` on, before `end`; nil where none does. By the C library, which looks
    /// at 32 at a time: for bytes that most texts do not have at all.
    package static func index(of byte: UInt8, in span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        return unsafe span.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = unsafe memchr(base + start, CInt(byte), end - start) else {
                return nil
            }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Whether `byte` stands in `bytes`.
    package static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
        index(of: byte, in: bytes.span, from: 0, to: bytes.count) != nil
    }

    /// Where the first `word` stands whole from `start` on, before `end`; nil where none does. An empty word stands
    /// nowhere.
    package static func index(of word: [UInt8], in span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        index(of: word.span, in: span, from: start, to: end)
    }

    /// Looks for the last byte of the word's first Chinese character, which tells it apart best, and compares there.
    package static func index(
        of word: borrowing Span<UInt8>,
        in span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int
    ) -> Int? {
        guard !word.isEmpty else { return nil }
        let pivot = min(2, word.count - 1)
        let last = end - word.count + pivot
        var place = start + pivot
        while let found = index(of: word[pivot], in: span, from: place, to: last + 1) {
            if stands(word, in: span, at: found - pivot) { return found - pivot }
            place = found + 1
        }
        return nil
    }

    /// Where the last `word` stands whole from `start` on, before `end`. Looks for the same byte as ``index(of:in:from:to:)``.
    package static func lastIndex(of word: [UInt8], in span: borrowing Span<UInt8>, from start: Int, to end: Int)
        -> Int?
    {
        guard !word.isEmpty else { return nil }
        let pivot = min(2, word.count - 1)
        let byte = word[pivot]
        var place = end - word.count
        while place >= start {
            if span[place + pivot] == byte, stands(word, in: span, at: place, end: end) { return place }
            place -= 1
        }
        return nil
    }

    /// Whether `word` stands at `start` and ends at or before `end`.
    ///
    /// Public as ``ASCII`` is, so that it is inlined into the loops of other modules.
    @inlinable
    public static func stands(_ word: [UInt8], in span: borrowing Span<UInt8>, at start: Int, end: Int) -> Bool {
        guard start >= 0, start + word.count <= end else { return false }
        return stands(word.span, in: span, at: start)
    }

    /// Whether `word` stands whole at `start`.
    @inlinable
    public static func stands(_ word: borrowing Span<UInt8>, in span: borrowing Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + word.count <= span.count else { return false }
        for offset in word.indices where span[start + offset] != word[offset] { return false }
        return true
    }
}
