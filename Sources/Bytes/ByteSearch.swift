internal import Glibc

/// Finds a byte by the C library, which looks at 32 at a time: for bytes that most texts do not have at all.
package enum ByteSearch {
    /// Where the first `byte` stands from `start` on, before `end`; nil where none does.
    package static func index(of byte: UInt8, in span: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int? {
        guard start < end else { return nil }
        return unsafe span.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, let found = unsafe memchr(base + start, CInt(byte), end - start) else {
                return nil
            }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Whether `byte` stands in `bytes`.
    package static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
        index(of: byte, in: bytes.span, from: 0, to: bytes.count) != nil
    }
}
