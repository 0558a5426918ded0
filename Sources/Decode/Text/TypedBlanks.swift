internal import Bytes

extension TextLines {
    /// Notes what a line of nothing but blanks has of those that a page's author typed, `&nbsp;`: they may be what blank cells
    /// left. Several beside each other are one.
    mutating func noteTypedBlanks(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) {
        var isBehindOne = false
        var index = start
        while index < end {
            let isOne = index + 1 < end && text[index] == Self.typedBlank[0] && text[index + 1] == Self.typedBlank[1]
            if isOne, !isBehindOne { builder.noteTypedBlank() }
            if isOne || text[index] == ASCII.tab { isBehindOne = isOne }
            index += isOne ? 2 : 1
        }
    }

    /// U+00A0 in UTF-8.
    private static let typedBlank: [UInt8] = [0xC2, 0xA0]
}
