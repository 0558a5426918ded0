/// Takes text back to the bytes that somebody read as Latin-1, which gives each byte a character and loses none.
///
/// HTTP's old default is ISO-8859-1 (RFC 2616, section 3.7.1), and clients still fall back on it for a page that declares
/// its charset in its head only: UTF-8 then reads `ä¸€ã€æ€»ä½“`, GBK `Ò»¡¢×ÜÌå`. Browsers and Windows read
/// windows-1252 under that name (WHATWG Encoding Standard), whose printable characters stand at 0x80…0x9F.
enum LatinReading {
    /// The bytes; nil where a character is none that a byte can have become.
    static func bytes(of text: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.value < 0x100 {
                bytes.append(UInt8(scalar.value))
            } else if let byte = windows[scalar] {
                bytes.append(byte)
            } else {
                return nil
            }
        }
        return bytes
    }

    /// What windows-1252 has in place of control characters.
    private static let windows: [Unicode.Scalar: UInt8] = [
        "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A,
        "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
        "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
    ]
}
