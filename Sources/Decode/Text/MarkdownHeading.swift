internal import Bytes

/// The heading of a Markdown line: its hash signs, and where its text begins.
struct MarkdownHeading {
    /// 1…6, or 0 where the line is no heading.
    private(set) var level: UInt8 = 0
    private(set) var start: Int

    init(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
        self.start = start
        var index = start
        while index < end, text[index] == ASCII.hash { index += 1 }
        guard index > start, index - start <= 6, index < end else { return }
        level = UInt8(index - start)
        self.start = index
    }
}
