/// Control characters that no text has: all but white space and ESC (form feeds come from the text of PDF files).
enum ControlCharacters {
    static func occur(in span: borrowing Span<UInt8>) -> Bool {
        var start = 0
        while start < span.count {
            let end = min(start + 4096, span.count)
            // Without a branch for each byte, so that it is done with vectors.
            var found = false
            for index in start..<end { found = found || isControl(span[index]) }
            if found { return true }
            start = end
        }
        return false
    }

    /// The text with each of them replaced by U+FFFD; nil where there are too many.
    static func replaced(in text: [UInt8], _ damage: inout Damage) -> [UInt8]? {
        guard occur(in: text.span) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count + 64)
        for byte in text {
            guard isControl(byte) else {
                result.append(byte)
                continue
            }
            damage.add(1)
            if damage.isTooMuch { return nil }
            result += Damage.replacement
        }
        return result
    }

    @inline(__always)
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte &- 0x09 > 4 && byte != 0x1B }
}
