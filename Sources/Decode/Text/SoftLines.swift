internal import Bytes

/// Line ends that are none of LF, CRLF and CR, in a text that has no others: VT, FF, NEL (U+0085), and the separators of
/// lines and paragraphs (U+2028, U+2029), as exports of word processors and scripts leave them.
///
/// They end no line that is counted. Only a line that is longer than any paragraph is looked at.
enum SoftLines {
    /// In bytes; 1,000 Chinese characters.
    static let longestParagraph = 3_000
    /// A paragraph has at most so many of them for breaks of its own.
    private static let fewest = 8

    /// What stands between the softer line ends of the line between `start` and `end`; nil where it has hardly any.
    static func parts(of text: borrowing Span<UInt8>, from start: Int, to end: Int) -> [Range<Int>]? {
        var parts: [Range<Int>] = []
        var first = start
        var index = start
        while index < end {
            // Nearly every character is Chinese, of three bytes.
            if text[index] >= 0xE4, text[index] <= 0xE9 {
                index += 3
                continue
            }
            let length = length(text, at: index, end)
            if length > 0 {
                parts.append(first..<index)
                first = index + length
            }
            index += max(1, length)
        }
        guard parts.count >= fewest else { return nil }
        parts.append(first..<end)
        return parts
    }

    /// How many bytes the line end takes that stands at `index`; 0 where none does.
    @inline(__always)
    private static func length(_ text: borrowing Span<UInt8>, at index: Int, _ end: Int) -> Int {
        switch text[index] {
        case 0x0B, 0x0C: 1
        case 0xC2 where index + 1 < end && text[index + 1] == 0x85: 2
        case 0xE2 where index + 2 < end && text[index + 1] == 0x80 && (0xA8...0xA9).contains(text[index + 2]): 3
        default: 0
        }
    }
}
