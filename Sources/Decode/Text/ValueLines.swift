internal import Bytes

/// Lines that hold nothing but the values of a row, with tabs between them, below the line of the row's label:
///
///     行政规范性文件
///     5	0	13
///
/// Such a line is no row of a grid of its own: the lines around it have no tabs.
enum ValueLines {
    /// Whether the line is one; the line before it is known to be no row.
    static func isAlone(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard hasOnlyValues(text, from: start, to: end) else { return false }
        var index = end
        while index < text.count, text[index] == ASCII.newline || text[index] == ASCII.carriageReturn { index += 1 }
        let next = LineScan(text, from: index)
        return !next.hasBorder
    }

    /// Whether a value stands in a line, and nothing but values and blank cells.
    private static func hasOnlyValues(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var values = 0
        var cell = start
        for index in start...end where index == end || text[index] == ASCII.tab {
            if !LineShape.isBlank(text, from: cell, to: index) {
                guard isValue(text, from: cell, to: index) else { return false }
                values += 1
            }
            cell = index + 1
        }
        return values > 0
    }

    /// Whether a cell is a number, also in full width, dashes, or a mark of one character: 无. 规章 is a label.
    private static func isValue(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var index = start
        var characters = 0
        while index < end {
            let byte = text[index]
            if byte < 0x80 {
                guard isOfNumber(byte) else { return false }
                index += 1
            } else {
                let isFullWidth = byte == 0xEF && index + 2 < end + 1 && text[index + 1] == 0xBC
                // Dashes begin so, and no Chinese character.
                characters += isFullWidth || byte == 0xE2 ? 0 : 1
                index += 3
            }
        }
        return characters <= 1
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "/"), ASCII.space, ASCII.carriageReturn:
            true
        default: false
        }
    }
}
