internal import CCrypto
internal import Glibc

/// SHA-256, by libcrypto.
package enum SHA256 {
    package static let length = 32

    /// The 32 bytes of the digest.
    package static func digest(of bytes: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            var written: UInt32 = 0
            let done = unsafe bytes.withUnsafeBytes { input in
                unsafe EVP_Digest(input.baseAddress, input.count, buffer.baseAddress, &written, EVP_sha256(), nil)
            }
            precondition(done == 1 && written == length, "libcrypto offers no SHA-256")
            count = length
        }
    }

    /// The digest as 64 lower-case hexadecimal digits.
    package static func hex(of bytes: [UInt8]) -> String { Hex.encode(digest(of: bytes)) }

    /// The digest of a file of any size, as 64 lower-case hexadecimal digits.
    package static func hex(ofFile path: String) throws(PlatformError) -> String {
        let file = try OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
        while true {
            let bytes = try file.read(atMost: 1 << 20)
            if bytes.isEmpty { break }
            unsafe _ = bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        }
        let digest = unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1 ? length : 0
        }
        precondition(digest.count == length, "libcrypto offers no SHA-256")
        return Hex.encode(digest)
    }
}

/// HMAC with SHA-256 (RFC 2104), by libcrypto.
package enum HMACSHA256 {
    /// The 32 bytes of the code.
    package static func code(key: [UInt8], message: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: SHA256.length) { buffer, count in
            var written: UInt32 = 0
            let done = unsafe key.withUnsafeBytes { key in
                unsafe message.withUnsafeBufferPointer { message in
                    unsafe HMAC(
                        EVP_sha256(),
                        key.baseAddress,
                        Int32(key.count),
                        message.baseAddress,
                        message.count,
                        buffer.baseAddress,
                        &written
                    )
                }
            }
            unsafe precondition(done != nil && written == SHA256.length, "libcrypto offers no HMAC")
            count = SHA256.length
        }
    }
}

/// Hexadecimal digits.
package enum Hex {
    /// Two lower-case digits a byte.
    package static func encode(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The value of a digit of either case, or nil.
    package static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
