/// Half-width punctuation beside Chinese characters made full-width, as Chinese is printed (GB/T 15834).
///
/// The text of reports is read with its punctuation made half-width; where a message quotes it, it is made whole again.
extension String {
    /// With `,` `:` `;` `!` `?` and brackets full-width where a Chinese character or mark stands on either side of them;
    /// of two brackets that belong together, both or neither.
    ///
    /// Between other characters they are part of a number, a time, a name of the record, and stay.
    package var withChinesePunctuation: String {
        guard utf8.contains(where: Self.mayBeWidened) else { return self }
        let scalars = Array(unicodeScalars)
        var isWide = scalars.indices.map { index in
            index > 0 && scalars[index - 1].isChinese || index + 1 < scalars.count && scalars[index + 1].isChinese
        }
        var open: [Int] = []
        for (index, scalar) in scalars.enumerated() {
            if scalar == "(" { open.append(index) }
            guard scalar == ")", let other = open.popLast() else { continue }
            isWide[index] = isWide[index] || isWide[other]
            isWide[other] = isWide[index]
        }
        var result = UnicodeScalarView()
        for (scalar, isWide) in zip(scalars, isWide) { result.append(isWide ? Self.widened(scalar) : scalar) }
        return String(result)
    }

    private static func mayBeWidened(_ byte: UInt8) -> Bool { ",:;!?()".utf8.contains(byte) }

    private static func widened(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.isASCII, mayBeWidened(UInt8(scalar.value)) else { return scalar }
        // The full-width forms stand in the order of ASCII (U+FF01 to U+FF5E).
        return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
    }
}

extension Finding.Message {
    /// With what the Chinese quotes of the report punctuated as Chinese is.
    package var punctuated: Self { Self(zh: zh.withChinesePunctuation, en: en) }
}

extension Unicode.Scalar {
    /// A Chinese character, or a mark of Chinese punctuation.
    fileprivate var isChinese: Bool {
        switch value {
        case 0x3001...0x301F, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF5E, 0x20000...0x3FFFF: true
        // Quotation marks and the ellipsis.
        case 0x2018...0x201D, 0x2026: true
        default: false
        }
    }
}
