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
        var needle = needle
        return needle.withUTF8 { pattern in
            unsafe bytes.withUnsafeBufferPointer { text in
                guard let first = unsafe pattern.first, text.count >= pattern.count else { return false }
                let last = text.count - pattern.count
                var index = 0
                while index <= last {
                    let byte = unsafe text[index]
                    if byte == first, unsafe Self.matches(text, at: index, pattern) { return true }
                    // From character to character: nearly all take three bytes; those of four end in a step of one.
                    index += byte < 0xE0 ? 1 : 3
                }
                return false
            }
        }
    }

    private static func matches(
        _ text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        _ pattern: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var offset = 1
        while offset < pattern.count {
            if unsafe text[start + offset] != pattern[offset] { return false }
            offset += 1
        }
        return true
    }

    /// Whether a digit stands in it.
    package var hasDigit: Bool { bytes.contains { $0 >= 0x30 && $0 <= 0x39 } }

    /// The parts between full stops and semicolons.
    package var sentences: [Prose] {
        var result: [Prose] = []
        var start = bytes.startIndex
        var index = start
        while index < bytes.endIndex {
            let length = stop(at: index)
            if length > 0 {
                if index > start { result.append(Prose(bytes[start..<index])) }
                start = index + length
            }
            index += max(1, length)
        }
        if start < bytes.endIndex { result.append(Prose(bytes[start...])) }
        return result
    }

    /// The length of the full stop or semicolon that stands at `index`, or 0.
    private func stop(at index: Int) -> Int {
        if bytes[index] == UInt8(ascii: ";") { return 1 }
        let isFullStop =
            bytes[index] == 0xE3 && index + 2 < bytes.endIndex && bytes[index + 1] == 0x80
            && bytes[index + 2] == 0x82
        return isFullStop ? 3 : 0
    }
}
