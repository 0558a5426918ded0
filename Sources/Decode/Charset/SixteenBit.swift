internal import Bytes

/// Tells UTF-16 without a byte order mark.
enum SixteenBit {
    /// The units that are looked at.
    private static let sample = 4096

    /// UTF-16 in the byte order in which nearly all units are characters of a Chinese page; nil where in none.
    ///
    /// ASCII's half of such text is zero bytes, which no other charset has: without one it is not UTF-16.
    static func charset(of bytes: [UInt8]) -> Charset? {
        let end = min(bytes.count, 2 * sample)
        guard bytes.count >= 4, ByteSearch.index(of: 0, in: bytes.span, from: 0, to: end) != nil else { return nil }
        let little = plausible(bytes.span, high: 1)
        let big = plausible(bytes.span, high: 0)
        let units = min(bytes.count / 2, sample)
        guard max(little, big) * 100 >= units * 97, little != big else { return nil }
        return little > big ? .utf16LittleEndian : .utf16BigEndian
    }

    private static func plausible(_ bytes: borrowing Span<UInt8>, high: Int) -> Int {
        var count = 0
        for unit in 0..<min(bytes.count / 2, sample) {
            let value = UInt16(bytes[2 * unit + high]) << 8 | UInt16(bytes[2 * unit + 1 - high])
            switch value {
            case 0x09...0x0D, 0x20...0x7E, 0xA0...0xFF, 0x2000...0x2642, 0x3000...0x303F, 0x4E00...0x9FFF,
                0xFF01...0xFF5E, 0xFFE0...0xFFE6:
                count += 1
            default: break
            }
        }
        return count
    }
}
