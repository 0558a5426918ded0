internal import Glibc

/// glibc's character set conversion, strict: one bad byte and there is no result.
enum Iconv {
    /// The bytes as UTF-8, or nil where they are not valid in `charset`.
    static func utf8(from bytes: [UInt8], charset: String) -> [UInt8]? {
        guard let descriptor = unsafe iconv_open("UTF-8", charset), unsafe descriptor != invalid else { return nil }
        defer { _ = unsafe iconv_close(descriptor) }
        // Two bytes become three at most, four become four: twice the input is always enough.
        let capacity = bytes.count * 2 + 16
        var input = bytes
        var failed = false
        let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            count = 0
            unsafe input.withUnsafeMutableBytes { raw in
                var from = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = raw.count
                var to = unsafe UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var room = capacity
                let result = unsafe iconv(descriptor, &from, &left, &to, &room)
                failed = result == Int.max.magnitude * 2 + 1 || left > 0
                count = capacity - room
            }
        }
        return failed ? nil : output
    }

    /// What `iconv_open` returns where it knows no such charset: (iconv_t)−1.
    private static var invalid: iconv_t? { unsafe iconv_t(bitPattern: -1) }
}
