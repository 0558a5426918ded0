internal import Bytes

/// A line in which every character stands twice, as readers of PDF pages write a heading whose bold is painted by setting
/// each character once more: 一一、、概概述述.
enum DoubledLine {
    /// 高高兴兴 has two of them, and is a word.
    private static let fewest = 4

    /// Whether a line's first character stands twice: hardly any line's does.
    @inline(__always)
    private static func begins(_ text: borrowing Span<UInt8>, at start: Int) -> Bool {
        text[start] == text[start + 1]
            || text[start] == text[start + 3] && text[start + 1] == text[start + 4]
                && text[start + 2] == text[start + 5]
    }

    /// The line with each character once; nil where not every one stands twice, or hardly any is Chinese.
    static func once(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> [UInt8]? {
        guard end - start >= 6 * fewest, begins(text, at: start) else { return nil }
        var result: [UInt8] = []
        var wide = 0
        var index = start
        while index < end {
            if text[index] <= ASCII.space {
                result.append(text[index])
                index += 1
                continue
            }
            let length = text[index] < 0x80 ? 1 : text[index] < 0xE0 ? 2 : text[index] < 0xF0 ? 3 : 4
            guard index + 2 * length <= end else { return nil }
            for offset in 0..<length where text[index + offset] != text[index + length + offset] { return nil }
            for offset in 0..<length { result.append(text[index + offset]) }
            wide += length == 3 ? 1 : 0
            index += 2 * length
        }
        return wide >= fewest ? result : nil
    }
}
