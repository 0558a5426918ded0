internal import Bytes

/// The number before a heading or a label: `一、`, `（二）`, `3.`, `4、`.
struct Enumerator: Equatable {
    enum Style: Equatable {
        /// 一、 二、: the sections of a report.
        case chapter
        /// （一） (二): their parts.
        case part
        /// 1. 2、 （3）: items.
        case item
    }

    var style: Style
    var number: Int
    /// How many bytes it takes.
    var length: Int

    /// Reads the enumerator that begins at `start`, or nil.
    ///
    /// A digit counts as an item's number only before a point or a comma of enumeration that no digit follows.
    init?(_ bytes: [UInt8], at start: Int, end: Int) {
        guard start < end, Self.canBegin(bytes[start]) else { return nil }
        var index = start
        let isBracketed = bytes[index] == UInt8(ascii: "(")
        if isBracketed { index += 1 }
        if let (number, next) = Self.chinese(bytes, at: index, end: end) {
            let mark = isBracketed ? nil : Self.slip(bytes, at: next, end: end)
            guard let close = mark ?? Self.closing(bytes, at: next, end: end, bracketed: isBracketed) else {
                return nil
            }
            self.init(style: isBracketed ? .part : .chapter, number: number, length: close - start)
        } else if let (number, next) = Self.digits(bytes, at: index, end: end) {
            guard let close = Self.closing(bytes, at: next, end: end, bracketed: isBracketed) else { return nil }
            if !isBracketed, close < end, ASCII.isDigit(bytes[close]) { return nil }
            self.init(style: .item, number: number, length: close - start)
        } else {
            return nil
        }
    }

    /// Reads the number of a section where its mark is lost or another one: `第一部分`, `第一章`, and `一` or `01` alone before
    /// what `isHeading` knows for a heading.
    init?(looseAt start: Int, end: Int, in bytes: [UInt8], isHeading: (Range<Int>) -> Bool) {
        let isOrdinal = bytes[start..<end].starts(with: Self.ordinal)
        let first = isOrdinal ? start + Self.ordinal.count : start
        if let (number, next) = Self.twoDigits(bytes, at: start, end: end), isHeading(next..<end) {
            self.init(style: .chapter, number: number, length: next - start)
            return
        }
        guard let (number, next) = Self.chinese(bytes, at: first, end: end) else { return nil }
        if isOrdinal {
            guard let unit = Self.parts.first(where: { bytes[next..<end].starts(with: $0) }) else { return nil }
            var textStart = next + unit.count
            for mark in Self.marks where bytes[textStart..<end].starts(with: mark) { textStart += mark.count }
            guard textStart < end else { return nil }
            self.init(style: .chapter, number: number, length: textStart - start)
        } else {
            guard next < end, isHeading(next..<end) else { return nil }
            self.init(style: .chapter, number: number, length: next - start)
        }
    }

    /// Reads the number of an item within a circle, ① to ⑳, which few tables have before their labels: ③其他.
    init?(circledAt start: Int, end: Int, in bytes: [UInt8]) {
        guard start + 3 <= end, bytes[start] == 0xE2, bytes[start + 1] == 0x91,
            (0xA0...0xB3).contains(bytes[start + 2])
        else { return nil }
        self.init(style: .item, number: Int(bytes[start + 2]) - 0x9F, length: 3)
    }

    private static let ordinal = Array("第".utf8)
    private static let parts = ["部分", "章"].map { Array($0.utf8) }
    private static let marks = [":", "、", "."].map { Array($0.utf8) }

    private init(style: Style, number: Int, length: Int) {
        self.style = style
        self.number = number
        self.length = length
    }

    /// Nearly every question ends with the first byte: a bracket, a digit, or the first one of 一…十.
    private static func canBegin(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == 0xE4 || byte == 0xE5 || ASCII.isDigit(byte)
    }

    /// Whether the number of a chapter or a part may begin at `start`, with whatever mark behind it: (, 第, or 一…十.
    static func mayBeginChapter(_ bytes: [UInt8], at start: Int, end: Int) -> Bool {
        guard start < end else { return false }
        if bytes[start] == UInt8(ascii: "(") { return true }
        guard start + 3 <= end, bytes[start] >= 0xE4, bytes[start] <= 0xE7 else { return false }
        return numeral(bytes, at: start) != nil || bytes[start..<end].starts(with: ordinal)
    }

    private static func chinese(_ bytes: [UInt8], at start: Int, end: Int) -> (Int, Int)? {
        guard start + 3 <= end, let first = numeral(bytes, at: start) else { return nil }
        guard start + 6 <= end, let second = numeral(bytes, at: start + 3) else { return (first, start + 3) }
        if first == 10, second < 10 { return (10 + second, start + 6) }
        return second == 10 && first < 10 ? (first * 10, start + 6) : nil
    }

    /// 一…十; `index` has two bytes behind it. Every line begins with a question for these.
    static func numeral(_ bytes: [UInt8], at index: Int) -> Int? {
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE4, 0xB8, 0x80): 1
        case (0xE4, 0xBA, 0x8C): 2
        case (0xE4, 0xB8, 0x89): 3
        case (0xE5, 0x9B, 0x9B): 4
        case (0xE4, 0xBA, 0x94): 5
        case (0xE5, 0x85, 0xAD): 6
        case (0xE4, 0xB8, 0x83): 7
        case (0xE5, 0x85, 0xAB): 8
        case (0xE4, 0xB9, 0x9D): 9
        case (0xE5, 0x8D, 0x81): 10
        default: nil
        }
    }

    /// 01…09, and behind it something else than a digit.
    private static func twoDigits(_ bytes: [UInt8], at start: Int, end: Int) -> (Int, Int)? {
        guard start + 2 < end, bytes[start] == ASCII.zero, ASCII.isDigit(bytes[start + 1]),
            bytes[start + 1] != ASCII.zero, !ASCII.isDigit(bytes[start + 2])
        else { return nil }
        return (Int(bytes[start + 1] - ASCII.zero), start + 2)
    }

    /// The end of a mark that is typed for 、 behind a Chinese numeral: 丶, the stroke, · and a colon.
    private static func slip(_ bytes: [UInt8], at start: Int, end: Int) -> Int? {
        guard start < end else { return nil }
        if bytes[start] == UInt8(ascii: ":") { return start + 1 }
        let slip = slips.first { ByteSearch.stands($0, in: bytes.span, at: start, end: end) }
        // 五·一 is a day.
        return slip.map { start + $0.count }.flatMap { $0 + 3 <= end && numeral(bytes, at: $0) == nil ? $0 : nil }
    }

    private static let slips = ["丶", "·"].map { Array($0.utf8) }

    private static func digits(_ bytes: [UInt8], at start: Int, end: Int) -> (Int, Int)? {
        var index = start
        var value = 0
        while index < end, ASCII.isDigit(bytes[index]), index - start < 2 {
            value = value * 10 + Int(bytes[index] - ASCII.zero)
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    /// The end of the enumerator whose number ends at `start`, or nil where no mark closes it.
    private static func closing(_ bytes: [UInt8], at start: Int, end: Int, bracketed: Bool) -> Int? {
        guard start < end else { return nil }
        if bytes[start] == UInt8(ascii: ")") { return start + 1 }
        if bracketed { return nil }
        if bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: ",") { return start + 1 }
        let isComma = start + 3 <= end && bytes[start] == 0xE3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x81
        return isComma ? start + 3 : nil
    }
}
