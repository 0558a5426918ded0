internal import Bytes

/// Writes numbers that readers of scanned pages set as formulas as the numbers that they are: `收到申请$13946$件`,
/// `占\(64.8\%\)`, and `| $ 1 2 $ |`, as some tools set each sign of a formula apart.
enum FormulaNumbers {
    private static let backslash = UInt8(ascii: "\\")
    private static let percent = UInt8(ascii: "%")
    /// The signs of no number are more.
    private static let mostSigns = 20

    private static let dollars = (opening: Array("$".utf8), closing: Array("$".utf8))
    private static let brackets = (opening: Array("\\(".utf8), closing: Array("\\)".utf8))

    static func removed(from text: [UInt8]) -> [UInt8] {
        removed(from: removed(from: text, by: dollars), by: brackets)
    }

    private static func removed(from text: [UInt8], by signs: (opening: [UInt8], closing: [UInt8])) -> [UInt8] {
        let span = text.span
        let (opening, closing) = signs
        guard var start = ByteSearch.index(of: opening, in: span, from: 0, to: text.count) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var copied = 0
        while true {
            var next = start + 1
            if let (number, end) = number(span, from: start + opening.count, before: closing),
                opening.count == 1 || !isBracket(span, at: start, number)
            {
                result += text[copied..<start]
                result += number
                copied = end
                next = end
            }
            guard let found = ByteSearch.index(of: opening, in: span, from: next, to: text.count) else { break }
            start = found
        }
        return result + text[copied...]
    }

    /// Whether `\(` is an escaped bracket: 国发\(2019\)5号, and the number of a list's item. In a cell it is none.
    private static func isBracket(_ span: borrowing Span<UInt8>, at start: Int, _ number: [UInt8]) -> Bool {
        var before = start
        while before > 0, span[before - 1] == ASCII.space { before -= 1 }
        guard before > 0, span[before - 1] >= ASCII.space else { return true }
        let isYear =
            number.count == 4 && number.allSatisfy(ASCII.isDigit)
            && (number.starts(with: Self.centuries[0]) || number.starts(with: Self.centuries[1]))
        return isYear && span[before - 1] != ASCII.bar
    }

    private static let centuries = [Array("19".utf8), Array("20".utf8)]

    /// The number that fills the formula, and where the formula ends.
    private static func number(
        _ span: borrowing Span<UInt8>,
        from start: Int,
        before closing: [UInt8]
    ) -> (number: [UInt8], end: Int)? {
        var number: [UInt8] = []
        var index = NumberMarkup.skipBlanks(span, from: start)
        var endsInDigit = false
        var signs = 0
        var runs = 0
        var isBehindBlank = true
        while index < span.count, number.count < mostSigns, let length = NumberMarkup.lengthOfSign(span, at: index) {
            endsInDigit = isDigit(span, at: index)
            for place in index..<(index + length) { number.append(span[place]) }
            signs += 1
            runs += isBehindBlank ? 1 : 0
            let next = NumberMarkup.skipBlanks(span, from: index + length)
            isBehindBlank = next > index + length
            index = next
        }
        // 1 3 9 4 is one number, whose signs are all set apart; 12 34 may be two.
        guard runs == 1 || runs == signs else { return nil }
        guard endsInDigit else { return nil }
        let sign = index < span.count && span[index] == backslash ? index + 1 : index
        if sign < span.count, span[sign] == percent {
            number.append(percent)
            index = NumberMarkup.skipBlanks(span, from: sign + 1)
        }
        guard ByteSearch.stands(closing, in: span, at: index, end: span.count) else { return nil }
        return (number, index + closing.count)
    }

    /// Whether a digit stands there: of full width it ends in 0x90…0x99.
    private static func isDigit(_ span: borrowing Span<UInt8>, at index: Int) -> Bool {
        ASCII.isDigit(span[index]) || span[index] == 0xEF && span[index + 2] >= 0x90
    }
}
