internal import Bytes
internal import Model

/// A sum of money that the text prints: 1,240元, 0.04万元.
struct Amount {
    /// In 元.
    let yuan: Quantity
    /// Where it ends in the text.
    let end: Int

    private static let units: [(word: [UInt8], scale: Int)] = [("万元", 4), ("元", 0)].map { (Array($0.0.utf8), $0.1) }

    /// The first number with a unit of money behind it.
    static func first(in bytes: [UInt8], _ range: Range<Int>) -> Amount? {
        var index = range.lowerBound
        while index < range.upperBound {
            guard ASCII.isDigit(bytes[index]) else {
                index += 1
                continue
            }
            guard let number = PrintedNumber(bytes, at: index, end: range.upperBound) else { return nil }
            for unit in units where bytes[number.end...].starts(with: unit.word) {
                let digits = unit.scale == 0 ? 1 : 10_000
                let yuan = Quantity(significand: number.value.significand * digits, scale: number.value.scale)
                return Amount(yuan: yuan, end: number.end + unit.word.count)
            }
            index = number.end
        }
        return nil
    }
}

/// A decimal number with or without separators of thousands, as the text prints it.
struct PrintedNumber {
    let value: Quantity
    let end: Int
    /// How many decimals are printed.
    let decimals: Int

    /// The number that begins at `start`; nil where it has more digits than a report's numbers have.
    init?(_ bytes: [UInt8], at start: Int, end: Int) {
        var significand = 0
        var digits = 0
        var decimals = 0
        var isFraction = false
        var index = start
        while index < end, digits < 13 {
            if ASCII.isDigit(bytes[index]) {
                significand = significand * 10 + Int(bytes[index] - ASCII.zero)
                digits += 1
                if isFraction { decimals += 1 }
            } else if index + 1 < end, index > start, ASCII.isDigit(bytes[index + 1]), !isFraction,
                bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
            {
                isFraction = bytes[index] == UInt8(ascii: ".")
            } else {
                break
            }
            index += 1
        }
        guard digits > 0, digits < 13 else { return nil }
        value = Quantity(significand: significand, scale: decimals)
        self.decimals = decimals
        self.end = index
    }
}
