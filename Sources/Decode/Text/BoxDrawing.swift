internal import Bytes

/// The characters that text browsers draw tables with (Unicode, U+2500…U+257F), as the ASCII that other tools use.
enum BoxDrawing {
    /// Nearly every text has none, and is given back as it is.
    static func plain(_ text: [UInt8]) -> [UInt8] {
        let span = text.span
        var result: [UInt8] = []
        var copied = 0
        var index = ByteSearch.index(of: 0xE2, in: span, from: 0, to: span.count)
        while let start = index {
            var next = start + 1
            if start + 2 < span.count, let plain = plain(span[start + 1], span[start + 2]) {
                result += text[copied..<start]
                result.append(plain)
                copied = start + 3
                next = copied
            }
            index = ByteSearch.index(of: 0xE2, in: span, from: next, to: span.count)
        }
        if copied == 0 { return text }
        result += text[copied...]
        return result
    }

    private static func plain(_ second: UInt8, _ third: UInt8) -> UInt8? {
        guard second == 0x94 || second == 0x95, third & 0xC0 == 0x80 else { return nil }
        let point = 0x2500 + Int(second - 0x94) << 6 + Int(third & 0x3F)
        switch point {
        case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: return UInt8(ascii: "-")
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: return ASCII.bar
        case 0x250C...0x254B, 0x2552...0x2570: return UInt8(ascii: "+")
        default: return nil
        }
    }
}
