internal import Glibc

/// glibc's character set conversion.
enum Iconv {
    /// The bytes as UTF-8, each run of `step` bytes that is not valid in `charset` replaced by U+FFFD; nil where more
    /// are damaged than may be.
    static func utf8(from bytes: [UInt8], charset: String, step: Int, _ damage: inout Damage) -> [UInt8]? {
        convert(bytes, from: charset, to: "UTF-8", step: step, mark: Damage.replacement, &damage)
    }

    /// UTF-8 as bytes of `charset`, or nil where a character is not in it.
    static func bytes(of utf8: [UInt8], in charset: String) -> [UInt8]? {
        var none = Damage(limit: 0)
        return convert(utf8, from: "UTF-8", to: charset, step: 1, mark: [], &none)
    }

    /// UTF-8 as bytes of `charset`, whatever is not in it left out.
    static func someBytes(of utf8: [UInt8], in charset: String) -> [UInt8] {
        var all = Damage(limit: .max)
        return convert(utf8, from: "UTF-8", to: charset, step: 1, mark: [], &all) ?? []
    }

    private static func convert(
        _ bytes: [UInt8],
        from source: String,
        to target: String,
        step: Int,
        mark: [UInt8],
        _ damage: inout Damage
    ) -> [UInt8]? {
        guard let descriptor = unsafe iconv_open(target, source), unsafe descriptor != invalid else { return nil }
        defer { _ = unsafe iconv_close(descriptor) }
        // Two bytes become three at most, four become four: twice the input is always enough, and a mark a byte.
        let marks = min(damage.limit, bytes.count) + 1
        let capacity = bytes.count * 2 + 16 + marks * mark.count
        var input = bytes
        var budget = damage
        let output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            unsafe input.withUnsafeMutableBytes { raw in
                count = unsafe run(descriptor, raw, into: buffer, step: step, mark: mark, &budget)
            }
        }
        damage = budget
        return budget.isTooMuch ? nil : output
    }

    /// Converts until the input or the budget for damage ends.
    ///
    /// - Returns: how many bytes of `output` are filled.
    private static func run(
        _ descriptor: iconv_t,
        _ input: UnsafeMutableRawBufferPointer,
        into output: UnsafeMutableBufferPointer<UInt8>,
        step: Int,
        mark: [UInt8],
        _ budget: inout Damage
    ) -> Int {
        var from = unsafe input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        var to = unsafe UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var room = output.count
        while left > 0, !budget.isTooMuch {
            let result = unsafe iconv(descriptor, &from, &left, &to, &room)
            guard result == failure || left > 0 else { break }
            let skipped = min(step, left)
            budget.add(skipped)
            left -= skipped
            unsafe from = from?.advanced(by: skipped)
            for byte in mark where room > 0 {
                unsafe to?.pointee = CChar(bitPattern: byte)
                unsafe to = to?.advanced(by: 1)
                room -= 1
            }
        }
        // What the conversion holds back until it knows what follows.
        _ = unsafe iconv(descriptor, nil, nil, &to, &room)
        return output.count - room
    }

    /// What `iconv` returns where it stopped: (size_t)−1.
    private static let failure = Int(bitPattern: UInt.max)

    /// What `iconv_open` returns where it knows no such charset: (iconv_t)−1.
    private static var invalid: iconv_t? { unsafe iconv_t(bitPattern: -1) }
}
