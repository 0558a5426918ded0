/// Makes the spellings of one character alike: what reports print for the same label differs in these alone.
enum Normaliser {
    /// Appends the text between `start` and `end` of `span`, normalised.
    static func append(_ span: borrowing Span<UInt8>, from start: Int, to end: Int, to result: inout [UInt8]) {
        var index = start
        var copied = start
        while index < end {
            let byte = span[index]
            // Nearly every character: nothing is made of it, and the three bytes are one step.
            if byte >= 0xE4, byte <= 0xE9 {
                index += 3
            } else if byte == 0xE3 {
                if index + 2 < end, isCornerQuote(span, index) {
                    copy(span, from: copied, to: index, to: &result)
                    result.append(UInt8(ascii: "\""))
                    copied = index + 3
                }
                index += 3
            } else if byte == UInt8(ascii: "'") {
                copy(span, from: copied, to: index, to: &result)
                result.append(UInt8(ascii: "\""))
                index += 1
                copied = index
            } else if byte == 0xEF || byte == 0xE2, index + 2 < end, let narrow = narrow(span, index) {
                copy(span, from: copied, to: index, to: &result)
                result.append(narrow)
                index += 3
                copied = index
            } else if byte == 0xEF || byte == 0xE2, index + 2 < end, let character = lookalike(span, index) {
                copy(span, from: copied, to: index, to: &result)
                result += character
                index += 3
                copied = index
            } else {
                index += 1
            }
        }
        copy(span, from: copied, to: end, to: &result)
    }

    /// How many bytes are made of the character of three bytes at `index`.
    static func length(_ span: borrowing Span<UInt8>, at index: Int) -> Int {
        switch span[index] {
        case 0xE3: isCornerQuote(span, index) ? 1 : 3
        case 0xE2, 0xEF: narrow(span, index) == nil ? 3 : 1
        default: 3
        }
    }

    /// 「 and 」, 『 and 』 of traditional texts.
    private static func isCornerQuote(_ span: borrowing Span<UInt8>, _ index: Int) -> Bool {
        span[index + 1] == 0x80 && (0x8C...0x8F).contains(span[index + 2])
    }

    /// The character that a radical or a compatibility ideograph stands for, or nil.
    private static func lookalike(_ span: borrowing Span<UInt8>, _ index: Int) -> ArraySlice<UInt8>? {
        span[index] == 0xE2
            ? Radicals.character(span[index + 1], span[index + 2])
            : CompatibilityIdeographs.character(span[index + 1], span[index + 2])
    }

    private static func copy(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        to result: inout [UInt8]
    ) {
        guard start < end else { return }
        unsafe span.extracting(start..<end).withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
    }

    static func normalised(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8).filter { $0 > 0x20 }
        var result: [UInt8] = []
        append(bytes.span, from: 0, to: bytes.count, to: &result)
        return result
    }

    /// The ASCII character that a character of three bytes stands for, or nil.
    private static func narrow(_ span: borrowing Span<UInt8>, _ index: Int) -> UInt8? {
        let second = span[index + 1]
        let third = span[index + 2]
        if span[index] == 0xEF { return fullWidth(second, third) }
        switch (second, third) {
        case (0x80, 0x98...0x9F): return UInt8(ascii: "\"")
        case (0x80, 0x90...0x93), (0x88, 0x92): return UInt8(ascii: "-")
        default: return nil
        }
    }

    /// U+FF01…U+FF5E are ASCII's printable characters in full width.
    private static func fullWidth(_ second: UInt8, _ third: UInt8) -> UInt8? {
        switch (second, third) {
        case (0xBC, 0x87): UInt8(ascii: "\"")
        case (0xBC, 0x81...0xBF): third - 0x81 + 0x21
        case (0xBD, 0x80...0x9E): third - 0x80 + 0x60
        default: nil
        }
    }
}
