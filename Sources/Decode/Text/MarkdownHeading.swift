internal import Bytes

/// The heading of a Markdown line: its hash signs, and where its text begins. The sign of a list before words is none of
/// them: `- 五、存在的主要问题`.
struct MarkdownHeading {
    /// 1…6, or 0 where the line is no heading.
    private(set) var level: UInt8 = 0
    private(set) var start: Int

    init(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
        self.start = Self.behindBullet(text, from: start, to: end)
        var index = self.start
        while index < end, text[index] == ASCII.hash { index += 1 }
        guard index > self.start, index - self.start <= 6, index < end else { return }
        level = UInt8(index - self.start)
        self.start = index
    }

    /// A dash before a number may be its sign, or a blank cell.
    private static func behindBullet(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        guard start + 1 < end, text[start + 1] == ASCII.space,
            text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "*") || text[start] == UInt8(ascii: "+")
        else { return start }
        var index = start + 2
        while index < end, text[index] == ASCII.space { index += 1 }
        guard index < end, text[index] == ASCII.hash || (0xE4...0xE9).contains(text[index]) else { return start }
        return index
    }
}
