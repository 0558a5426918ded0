/// The characters of valid UTF-8, as the bytes that they are: enough to tell one from another.
///
/// Public for the reason that `ASCII` is.
public enum UTF8Character {
    /// The character that begins at `index`, its first three bytes as a number, and how many bytes it takes.
    ///
    /// A character of four bytes is taken for two, of three bytes and of one.
    @inlinable @inline(__always)
    public static func at(_ index: Int, in span: borrowing Span<UInt8>) -> (character: UInt32, length: Int) {
        let first = span[index]
        guard first >= 0xC0 else { return (UInt32(first), 1) }
        if first < 0xE0 {
            guard index + 1 < span.count else { return (UInt32(first), 1) }
            return (UInt32(first) << 8 | UInt32(span[index + 1]), 2)
        }
        guard index + 2 < span.count else { return (UInt32(first), 1) }
        return (UInt32(first) << 16 | UInt32(span[index + 1]) << 8 | UInt32(span[index + 2]), 3)
    }
}
