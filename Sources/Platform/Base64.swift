internal import FoundationEssentials

/// Base64 with the alphabet of RFC 4648, section 4, and padding.
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// The bytes of a text that goes over lines (RFC 2045, section 6.8: what else stands in it is passed over), as far as it is
    /// whole; none where it is not base64.
    package static func decode(lines text: ArraySlice<UInt8>) -> [UInt8] {
        let digits = text.filter { $0 > 0x20 }
        let whole = Data(digits.prefix(digits.count / 4 * 4))
        return Data(base64Encoded: whole, options: .ignoreUnknownCharacters).map { Array($0) } ?? []
    }

    /// The bytes, or nil where `text` is not base64.
    package static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map { Array($0) } }
}
