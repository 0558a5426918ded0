/// How many columns of a terminal text takes: a Chinese character takes two (Unicode's East Asian Width W and F).
enum DisplayWidth {
    static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    /// `text` with spaces to its right up to `width` columns.
    static func left(_ text: String, _ width: Int) -> String { text + spaces(width - of(text)) }

    /// `text` with spaces to its left up to `width` columns.
    static func right(_ text: String, _ width: Int) -> String { spaces(width - of(text)) + text }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// `text` without the spaces at its end.
    static func trimmed(_ text: String) -> String {
        var text = text
        while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }

    /// The beginning of `text` in at most `width` columns, with `…` where something was left out.
    static func clipped(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        var result = String.UnicodeScalarView()
        var room = width - 1
        for scalar in text.unicodeScalars {
            room -= self.width(scalar)
            if room < 0 { break }
            result.append(scalar)
        }
        return String(result) + "…"
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            2
        default: isMark(scalar) ? 0 : 1
        }
    }

    /// Whether it is drawn over the character before it, or not at all.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }
}
