internal import Bytes
internal import Model

/// A number of the narrative with the unit behind it.
struct Numeral: Sendable {
    /// Nil where the text gives only bounds.
    var value: Quantity?
    var low: Quantity?
    /// Nil where there is no bound.
    var high: Quantity?
    var unit: CountUnit
    /// Where it begins, with the words of approximation before it.
    var start: Int
    /// Where the unit begins, and where it ends.
    var unitStart: Int
    var end: Int
    /// How many decimals were printed.
    var decimals: Int
    /// Whether four plain digits that a 年 may follow.
    var isFourDigits: Bool

    var isExact: Bool { low != nil && low == high }
}

/// Reads the numbers of the narrative: `1,005件`, `18万余条`, `三百零五件`, `近百篇`, `4.5万余`.
struct NumeralReader {
    let bytes: [UInt8]
    /// Where the text ends.
    let end: Int

    /// The number that begins at `start`, or nil; `start` is a digit or a Chinese numeral.
    func numeral(at start: Int) -> Numeral? {
        guard let digits = ASCII.isDigit(bytes[start]) ? arabic(at: start) : chinese(at: start) else { return nil }
        var reading = digits
        var bound = Bound.exact
        read(&reading, &bound)
        let unit = unit(at: reading.end)
        // A number in characters counts only with its unit: 一是, 三公 and 两微一端 are no counts.
        if !ASCII.isDigit(bytes[start]) {
            guard unit.unit != .none, reading.significand > 1 || unit.unit == .cases else { return nil }
        }
        return make(reading, bound, unit, start: start)
    }

    /// A number without its bounds: `significand` × 10^(`exponent` − `decimals`).
    private struct Digits {
        var significand: Int
        var decimals: Int
        var exponent: Int
        var count: Int
        var end: Int
    }

    private enum Bound {
        case exact
        /// 余, 多: up to the next unit of the last digit that is not zero.
        case more
        /// 超, 以上.
        case atLeast
        /// 近, 不足.
        case nearly
        /// 约, 左右.
        case about
    }

    // MARK: Digits

    private func arabic(at start: Int) -> Digits? {
        guard let number = NumberReader.number(bytes, at: start, end: end) else { return nil }
        guard number.digits <= 11 else { return nil }
        return Digits(
            significand: number.value.scale == number.decimals
                ? number.value.significand
                : number.value.significand * Self.power(number.decimals - number.value.scale),
            decimals: number.decimals,
            exponent: 0,
            count: number.digits,
            end: number.end
        )
    }

    private static let characters = Array("零〇一二两三四五六七八九十百千万".unicodeScalars)
    private static let worths = [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000, 10_000]
    private static let numerals: [(character: [UInt8], value: Int)] = zip(characters, worths).map { character, value in
        (Array(String(character).utf8), value)
    }

    private func character(at index: Int) -> Int? {
        guard index + 3 <= end, bytes[index] >= 0xE3 else { return nil }
        for numeral in Self.numerals
        where bytes[index] == numeral.character[0] && bytes[index + 1] == numeral.character[1]
            && bytes[index + 2] == numeral.character[2]
        {
            return numeral.value
        }
        return nil
    }

    /// 十二, 三百零五, 一千二百: digits before their powers of ten.
    private func chinese(at start: Int) -> Digits? {
        var index = start
        var sum = 0
        var section = 0
        var digit: Int?
        var count = 0
        while let value = character(at: index), count < 9 {
            if value < 10 {
                // 三四件 is about as many, and 二〇二三 a year.
                if let digit, digit != 0 { return nil }
                digit = value
            } else if value == 10_000 {
                guard count > 0 else { return nil }
                sum = (section + (digit ?? 0)) * value
                section = 0
                digit = nil
            } else {
                section += (digit ?? 1) * value
                digit = nil
            }
            count += 1
            index += 3
        }
        guard count > 0 else { return nil }
        return Digits(significand: sum + section + (digit ?? 0), decimals: 0, exponent: 0, count: count, end: index)
    }

    // MARK: Bounds and units

    private static let more = ["余", "多"].map { Array($0.utf8) }
    private static let powers: [(word: [UInt8], exponent: Int)] = [
        (Array("万".utf8), 4), (Array("亿".utf8), 8), (Array("千".utf8), 3), (Array("百".utf8), 2),
    ]

    /// Reads 余, 万, 以上 behind the digits.
    private func read(_ digits: inout Digits, _ bound: inout Bound) {
        func skipMore() {
            for word in Self.more where stands(word, at: digits.end) {
                digits.end += word.count
                bound = .more
            }
        }
        skipMore()
        for (word, exponent) in Self.powers where stands(word, at: digits.end) {
            // 万元 is a unit of its own.
            if exponent >= 4, stands(Self.yuan, at: digits.end + 3) { break }
            digits.end += word.count
            digits.exponent += exponent
            break
        }
        skipMore()
    }

    private static let yuan = Array("元".utf8)

    private func stands(_ word: [UInt8], at index: Int) -> Bool {
        guard index + word.count <= end else { return false }
        for offset in word.indices where bytes[index + offset] != word[offset] { return false }
        return true
    }

    private func unit(at index: Int) -> (unit: CountUnit, end: Int) {
        for printed in CountUnit.printed where stands(printed.text, at: index) {
            let after = index + printed.text.count
            let isOther = CountUnit.others.contains { other in
                other.unit == printed.text && other.next.contains { stands($0, at: after) }
            }
            return isOther ? (.none, index) : (printed.unit, after)
        }
        return (.none, index)
    }

    private static func words(_ list: [(String, Bound)]) -> [(word: [UInt8], bound: Bound)] {
        list.map { (Array($0.0.utf8), $0.1) }
    }

    private static let before = words([
        ("将近", .nearly), ("接近", .nearly), ("不足", .nearly), ("不到", .nearly), ("近", .nearly), ("超过", .atLeast),
        ("突破", .atLeast), ("超", .atLeast), ("逾", .atLeast), ("大约", .about), ("约", .about),
    ])
    private static let after = words([("以上", .atLeast), ("左右", .about), ("上下", .about)])

    private func make(
        _ digits: Digits,
        _ bound: Bound,
        _ unit: (unit: CountUnit, end: Int),
        start: Int
    ) -> Numeral? {
        var bound = bound
        var first = start
        for (word, meaning) in Self.before
        where start >= word.count && NumeralReader(bytes: bytes, end: start).stands(word, at: start - word.count) {
            bound = meaning
            first = start - word.count
            break
        }
        var last = unit.end
        for (word, meaning) in Self.after where stands(word, at: unit.end) {
            bound = meaning
            last = unit.end + word.count
        }
        let exponent = digits.exponent
        guard digits.count + max(0, exponent - digits.decimals) <= Quantity.maximumDigits else { return nil }
        let value = Self.quantity(digits.significand, exponent - digits.decimals)
        let (low, high) = Self.bounds(digits, value, exponent, bound)
        return Numeral(
            value: bound == .exact ? value : nil,
            low: low,
            high: high,
            unit: unit.unit,
            start: first,
            unitStart: digits.end,
            end: last,
            decimals: digits.decimals,
            isFourDigits: digits.count == 4 && digits.decimals == 0 && digits.exponent == 0
        )
    }

    /// Between what the number may lie.
    private static func bounds(
        _ digits: Digits,
        _ value: Quantity,
        _ exponent: Int,
        _ bound: Bound
    ) -> (Quantity?, Quantity?) {
        switch bound {
        case .exact:
            guard digits.decimals > 0 || exponent > 0 else { return (value, value) }
            // What was rounded lies half a unit of its last digit to either side.
            let half = quantity(5, exponent - digits.decimals - 1)
            return (value - half, value + half)
        case .more:
            var significand = digits.significand
            var place = exponent - digits.decimals
            while significand > 0, significand % 10 == 0 {
                significand /= 10
                place += 1
            }
            return (value, value + quantity(1, place))
        case .atLeast: return (value, nil)
        case .nearly: return (quantity(digits.significand * 8, exponent - digits.decimals - 1), value)
        case .about:
            return (
                quantity(digits.significand * 9, exponent - digits.decimals - 1),
                quantity(digits.significand * 11, exponent - digits.decimals - 1)
            )
        }
    }

    private static func quantity(_ significand: Int, _ exponent: Int) -> Quantity {
        exponent >= 0
            ? Quantity(significand &* power(exponent)) : Quantity(significand: significand, scale: -exponent)
    }

    private static func power(_ exponent: Int) -> Int {
        var result = 1
        for _ in 0..<max(0, min(exponent, 15)) { result *= 10 }
        return result
    }
}
