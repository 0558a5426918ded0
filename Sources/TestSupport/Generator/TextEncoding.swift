import Glibc

/// How a fixture's text is turned into bytes.
package enum TextEncoding: Sendable {
    case utf8
    case utf8WithMark
    case gb18030
    /// Without a byte order mark.
    case utf16LittleEndian
    case utf16BigEndian

    package var charset: String { self == .gb18030 ? "gb18030" : "utf-8" }

    /// The bytes of `text`, or nil where the system's iconv does not know the charset.
    package func bytes(of text: String) -> [UInt8]? {
        switch self {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
        case .gb18030: Self.converted(Array(text.utf8))
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        }
    }

    private static func converted(_ source: [UInt8]) -> [UInt8]? {
        guard let descriptor = unsafe iconv_open("GB18030", "UTF-8"), Int(bitPattern: descriptor) != -1 else {
            return nil
        }
        defer { _ = unsafe iconv_close(descriptor) }
        // Four bytes are the most that GB18030 needs for a character.
        var target = [UInt8](repeating: 0, count: source.count * 4)
        var input = source.map { CChar(bitPattern: $0) }
        let written: Int? = unsafe input.withUnsafeMutableBufferPointer { from in
            unsafe target.withUnsafeMutableBytes { to in
                var inputStart = from.baseAddress
                var inputLeft = from.count
                var outputStart = unsafe to.baseAddress?.assumingMemoryBound(to: CChar.self)
                var outputLeft = to.count
                let result = unsafe iconv(descriptor, &inputStart, &inputLeft, &outputStart, &outputLeft)
                return result == .max ? nil : to.count - outputLeft
            }
        }
        guard let written else { return nil }
        return Array(target[..<written])
    }
}
