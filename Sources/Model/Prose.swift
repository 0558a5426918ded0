internal import Bytes

/// Normalised text without white space, as bytes: what rules search in. Searching bytes costs a tenth of searching
/// characters, and Chinese has no two spellings of one character once it is normalised.
package struct Prose: Sendable, Equatable, ExpressibleByStringLiteral {
    /// UTF-8.
    package var bytes: ArraySlice<UInt8>

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    package init(_ text: String) {
        bytes = Array(text.utf8)[...]
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether `needle`, which is whole characters, stands in it.
    package func contains(_ needle: String) -> Bool {
        needle.isEmpty || ByteSearch.index(of: needle.utf8.span, in: bytes.span, from: 0, to: bytes.count) != nil
    }

    /// Whether a digit stands in it.
    package var hasDigit: Bool { bytes.contains { $0 >= 0x30 && $0 <= 0x39 } }

    /// The parts between full stops and semicolons.
    package var sentences: [Prose] {
        var result: [Prose] = []
        var start = bytes.startIndex
        for stop in stops() {
            if stop.lowerBound > start { result.append(Prose(bytes[start..<stop.lowerBound])) }
            start = stop.upperBound
        }
        if start < bytes.endIndex { result.append(Prose(bytes[start...])) }
        return result
    }

    /// Where full stops and semicolons stand.
    private func stops() -> [Range<Int>] {
        var result: [Range<Int>] = []
        let text = bytes.span
        let first = bytes.startIndex
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ";") {
                result.append(first + index..<first + index + 1)
            } else if byte == 0xE3, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] == 0x82 {
                result.append(first + index..<first + index + 3)
            }
            // From character to character: nearly all take three bytes; those of four end in a step of one.
            index += byte < 0xE0 ? 1 : 3
        }
        return result
    }
}
