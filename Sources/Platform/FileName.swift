/// Names of files as strings, without loss.
///
/// A name on Linux is any run of bytes but `/` and NUL, and scrapers do write GBK. A byte that is no UTF-8 is carried
/// in a string as the private scalar U+10FF00 + byte, and turned back into the byte where the system is called; a name
/// that really holds such a scalar is carried byte by byte, so that every name comes back as it was.
package enum FileName {
    private static let base: UInt32 = 0x10_FF00

    /// The string that stands for the name `bytes`.
    package static func decode(_ bytes: [UInt8]) -> String {
        // 0xF4 begins the UTF-8 of the private scalars and of nothing that is in use.
        if !bytes.contains(0xF4), let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let byte = rest.first {
            if let (scalar, length) = scalar(at: rest), scalar.value < base {
                text.append(scalar)
                rest.removeFirst(length)
            } else {
                if let stray = Unicode.Scalar(base + UInt32(byte)) { text.append(stray) }
                rest.removeFirst()
            }
        }
        return String(text)
    }

    /// The bytes of the name that `text` stands for.
    package static func encode(_ text: String) -> [UInt8] {
        let utf8 = Array(text.utf8)
        guard utf8.contains(0xF4) else { return utf8 }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value >= base {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: String(Character(scalar)).utf8)
            }
        }
        return bytes
    }

    /// The name for people and records: U+FFFD for what is no UTF-8.
    package static func printable(_ text: String) -> String {
        guard text.utf8.contains(0xF4) else { return text }
        return String(decoding: encode(text), as: UTF8.self)
    }

    private static func scalar(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        for length in 1...4 where length <= bytes.count {
            if let text = String(validating: bytes.prefix(length), as: UTF8.self),
                let scalar = text.unicodeScalars.first
            {
                return (scalar, length)
            }
        }
        return nil
    }

    /// `text` as a NUL-terminated path for a system call.
    static func withPath<Result>(_ text: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        guard text.utf8.contains(0xF4) else { return unsafe text.withCString(body) }
        return unsafe (encode(text).map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return unsafe "".withCString(body) }
            return unsafe body(start)
        }
    }
}
