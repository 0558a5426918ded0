internal import Bytes

/// The first look at a line: where it ends, and whether it is one word.
///
/// This is the only loop over all bytes of a text that its lines cost; most lines are one word, and need no other.
struct LineScan {
    private(set) var end: Int
    /// Whether neither bars nor tabs nor white space stand in it.
    private(set) var isPlain = true
    private var commas = 0
    /// Whether a bar or a tab stands in it.
    private(set) var hasBorder = false

    /// Looks at the line that begins at `start` and ends before `limit` at the latest, or with the text.
    init(_ text: borrowing Span<UInt8>, from start: Int, to limit: Int? = nil) {
        var index = start
        let stop = limit ?? text.count
        while index < stop {
            let byte = text[index]
            if byte >= 0xE4, byte <= 0xE9 {
                index += 3
            } else if byte >= 0x80 {
                let (kind, length) = WhiteSpace.kind(in: text, at: index)
                if !kind.isText { isPlain = false }
                index += length
            } else {
                if byte == ASCII.newline || byte == ASCII.carriageReturn { break }
                if byte <= ASCII.space || byte == ASCII.bar {
                    isPlain = false
                    if byte == ASCII.bar || byte == ASCII.tab { hasBorder = true }
                } else if byte == UInt8(ascii: ",") {
                    commas += 1
                }
                index += 1
            }
        }
        end = min(index, stop)
        // 行政许可,31 has one comma, and ends in a digit, or in a mark for no number.
        if commas >= CommaRow.fewestCommas
            || commas == 1 && end > start && (ASCII.isDigit(text[end - 1]) || CommaRow.endsInMark(text, at: end))
        {
            isPlain = false
        }
    }
}
