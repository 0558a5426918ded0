internal import Bytes

/// The head and the foot that a browser prints on each page: `1/31/24, 9:00 AM  title`, `https://… 1/3`.
enum BrowserPrint {
    /// Whether a line is the foot: an address, then which page of how many.
    static func isFoot(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard schemes.contains(where: { ByteSearch.stands($0, in: text, at: start, end: end) }) else { return false }
        var index = end
        while index > start, ASCII.isDigit(text[index - 1]) { index -= 1 }
        guard index < end, index > start, text[index - 1] == UInt8(ascii: "/") else { return false }
        let slash = index - 1
        index = slash
        while index > start, ASCII.isDigit(text[index - 1]) { index -= 1 }
        return index < slash && index > start && text[index - 1] == ASCII.space
    }

    /// Where the title begins in a line that is the head; nil where it is none.
    static func title(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        guard ASCII.isDigit(text[start]) else { return nil }
        var index = start
        // 1/31/24 or 2024/1/31, a comma or a blank, the time with AM, PM or neither.
        for sign in [UInt8(ascii: "/"), UInt8(ascii: "/"), 0, UInt8(ascii: ":"), 0] {
            let digits = index
            while index < end, ASCII.isDigit(text[index]), index - digits < 4 { index += 1 }
            guard index > digits, index < end else { return nil }
            if sign == 0 {
                while index < end, text[index] == ASCII.space || text[index] == UInt8(ascii: ",") { index += 1 }
            } else {
                guard text[index] == sign else { return nil }
                index += 1
            }
        }
        for half in halves where ByteSearch.stands(half, in: text, at: index, end: end) { index += half.count }
        while index < end, text[index] == ASCII.space { index += 1 }
        return index < end ? index : nil
    }

    private static let schemes = ["http://", "https://", "file://"].map { Array($0.utf8) }
    private static let halves = ["AM", "PM", "上午", "下午"].map { Array($0.utf8) }
}
