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
    /// Whether its bounds are those of a word that is taken easily: 近100件, 约100件.
    var isLoose = false
    /// Whether its unit counts how often, and a thing more than once: 250条次.
    var countsTimes = false
    /// Whether it counts batches: 抽检49批次.
    var countsBatches = false
    /// Whether it counts bodies: 7家企业.
    var countsBodies = false

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
            guard unit.unit != .none, reading.significand > 1 || unit.unit == .cases || isCount(start, unit.end) else {
                return nil
            }
            // 陆家, 伍家: names begin with them.
            if Self.isOfCheques(Self.point(bytes, at: start)), !unit.unit.countsPapers { return nil }
            if isSession(start, unit.end) { return nil }
        }
        return make(reading, bound, unit, start: start)
    }

    /// 抖音号一个、: one where nothing follows it; 一个 before a name is hardly a number, nor is it in 同一个, 另一次.
    private func isCount(_ start: Int, _ unitEnd: Int) -> Bool {
        guard start >= 3, !Self.articles.contains(where: { stands($0, at: start - 3) }) else { return false }
        guard unitEnd < end else { return true }
        return bytes[unitEnd] < 0x80 || stands(Self.pause, at: unitEnd) || stands(Self.stop, at: unitEnd)
    }

    private static let articles = ["同", "另", "统", "唯", "第", "每", "任", "某", "这", "那", "有", "是", "上", "下", "前"]
        .map { Array($0.utf8) }
    static let pause = Array("、".utf8)
    private static let stop = Array("。".utf8)

    /// A number without its bounds: `significand` × 10^(`exponent` − `decimals`).
    struct Digits {
        var significand: Int
        var decimals: Int
        var exponent: Int
        var count: Int
        var end: Int
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

    static let hundred: UInt32 = 0x767E

    /// The character of three bytes at `index`, which has them.
    @inline(__always)
    static func point(_ bytes: [UInt8], at index: Int) -> UInt32 {
        UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    }

    /// What a character that may begin a number is worth: 零 一 二 两 … 十; nil for others.
    static func digit(_ point: UInt32) -> Int? {
        switch point {
        case 0x96F6: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341, 0x62FE: 10
        // 壹贰叁肆伍陆柒捌玖, as on cheques.
        case 0x58F9: 1
        case 0x8D30: 2
        case 0x53C1: 3
        case 0x8086: 4
        case 0x4F0D: 5
        case 0x9646: 6
        case 0x67D2: 7
        case 0x634C: 8
        case 0x7396: 9
        default: nil
        }
    }

    private static func isOfCheques(_ point: UInt32) -> Bool {
        guard let digit = digit(point), digit > 0 else { return false }
        return ![0x4E00, 0x4E8C, 0x4E24, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341].contains(point)
    }

    /// What a character within a number is worth: 〇 百 千 万 too.
    private static func worth(_ point: UInt32) -> Int? {
        switch point {
        case 0x3007: 0
        case hundred, 0x4F70: 100
        case 0x5343, 0x4EDF: 1000
        case 0x4E07: 10_000
        default: digit(point)
        }
    }

    /// Whether the character stands in numbers.
    static func isNumeral(_ point: UInt32) -> Bool { worth(point) != nil }

    private func character(at index: Int) -> Int? {
        guard index + 3 <= end, bytes[index] >= 0xE3, bytes[index] <= 0xE9 else { return nil }
        return Self.worth(Self.point(bytes, at: index))
    }

    /// 十二, 三百零五, 一千二百: digits before their powers of ten.
    func chinese(at start: Int) -> Digits? {
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

    /// The power of ten that 百 千 万 亿 is.
    private static func exponent(_ point: UInt32) -> Int? {
        switch point {
        case hundred: 2
        case 0x5343: 3
        case 0x4E07: 4
        case 0x4EBF: 8
        default: nil
        }
    }

    /// Reads 余, 万, 以上 behind the digits.
    private func read(_ digits: inout Digits, _ bound: inout Bound) {
        skipMore(&digits, &bound)
        if let point = point(at: digits.end), let exponent = Self.exponent(point),
            // 万元 is a unit of its own.
            exponent < 4 || !stands(Self.yuan, at: digits.end + 3)
        {
            digits.end += 3
            digits.exponent += exponent
        }
        skipMore(&digits, &bound)
    }

    /// 余 and 多.
    private func skipMore(_ digits: inout Digits, _ bound: inout Bound) {
        while let point = point(at: digits.end), point == 0x4F59 || point == 0x591A {
            digits.end += 3
            bound = .more
        }
    }

    /// The Chinese character at `index`, or nil.
    func point(at index: Int) -> UInt32? {
        guard index + 3 <= end, bytes[index] >= 0xE3, bytes[index] <= 0xE9 else { return nil }
        return Self.point(bytes, at: index)
    }

    static let times = Array("次".utf8)
    static let bracketedTimes = Array("(次)".utf8)
    private static let batch = Array("批".utf8)
    private static let bodies = ["家", "户"].map { Array($0.utf8) }
    private static let yuan = Array("元".utf8)

    func stands(_ word: [UInt8], at index: Int) -> Bool {
        ByteSearch.stands(word, in: bytes.span, at: index, end: end)
    }

    private func unit(at index: Int) -> (unit: CountUnit, end: Int) {
        guard index < end else { return (.none, index) }
        let lead = bytes[index] < 0x80 ? UInt32(bytes[index]) : point(at: index) ?? 0
        let words = CountUnit.printed
        for place in words.indices where words[place].lead == lead && stands(words[place].text, at: index) {
            let after = index + words[place].text.count
            let isOther = words[place].others.contains { stands($0, at: after) }
            // 848条(次).
            let times = stands(Self.bracketedTimes, at: after) ? Self.bracketedTimes.count : 0
            return isOther ? (.none, index) : (words[place].unit, after + times)
        }
        return (.none, index)
    }

    private func make(
        _ digits: Digits,
        _ bound: Bound,
        _ unit: (unit: CountUnit, end: Int),
        start: Int
    ) -> Numeral? {
        var bound = bound
        var first = start
        if let word = boundWord(before: start) {
            bound = word.bound
            first = start - word.bytes.count
        }
        var last = unit.end
        if let word = boundWord(behind: unit.end) {
            bound = word.bound
            last = unit.end + word.bytes.count
        }
        if bound == .asMany { bound = digits.significand % 10 == 0 ? .atLeast : .exact }
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
            isFourDigits: digits.count == 4 && digits.decimals == 0 && digits.exponent == 0,
            isLoose: bound == .nearly || bound == .about,
            countsTimes: unit.unit.countsPapers && unit.end - digits.end > 3 && stands(Self.times, at: unit.end - 3),
            countsBatches: unit.unit == .things && stands(Self.batch, at: digits.end),
            countsBodies: unit.unit == .things && Self.bodies.contains { stands($0, at: digits.end) }
        )
    }

    static func quantity(_ significand: Int, _ exponent: Int) -> Quantity {
        exponent >= 0
            ? Quantity(significand &* power(exponent)) : Quantity(significand: significand, scale: -exponent)
    }

    private static func power(_ exponent: Int) -> Int {
        var result = 1
        for _ in 0..<max(0, min(exponent, 15)) { result *= 10 }
        return result
    }
}
