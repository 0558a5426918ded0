internal import CPlatform

/// Random bytes from the kernel.
package enum Random {
    package static func bytes(_ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let result = unsafe gouji_random(buffer.baseAddress, count)
            // Only a kernel older than 3.17 has none.
            precondition(result == 0, "the kernel gives no random bytes")
            filled = count
        }
    }

    /// `2 * count` hexadecimal digits.
    package static func hex(_ count: Int) -> String { Hex.encode(bytes(count)) }
}

/// Identifiers that sort by the time at which they were made: 26 characters of Crockford's base 32, upper case.
package enum ULID {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    package static let length = 26

    /// A new one, for `time` in seconds since 1970.
    package static func make(at time: Double = Clock.realtime()) -> String {
        var text: [UInt8] = []
        let milliseconds = UInt64(max(0, time * 1000))
        for place in (0..<10).reversed() {
            text.append(alphabet[Int(milliseconds >> UInt64(5 * place) & 31)])
        }
        // Five bits of each byte: 80 random bits.
        for byte in Random.bytes(16) { text.append(alphabet[Int(byte & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// When `text` was made, in seconds since 1970, or nil where it is no such identifier.
    package static func time(of text: some StringProtocol) -> Double? {
        guard text.utf8.count == length else { return nil }
        let values = text.utf8.compactMap { alphabet.firstIndex(of: $0) }
        guard values.count == length else { return nil }
        return Double(values.prefix(10).reduce(UInt64(0)) { $0 << 5 | UInt64($1) }) / 1000
    }
}
