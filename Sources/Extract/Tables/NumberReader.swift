internal import Bytes
internal import Model

/// Reads a cell's text as a number, a mark, or neither.
enum NumberReader {
    /// A number as it is printed at the beginning of a text.
    struct Number {
        var value: Quantity
        /// Where it ends.
        var end: Int
        /// Whether it has a leading zero, as no number of its own has.
        var hasLeadingZero: Bool
        var digits: Int
        /// How many of them are printed behind the point.
        var decimals: Int
    }

    /// The number that is nothing but digits, and none too many: what nearly every cell holds.
    static func plain(_ bytes: [UInt8], _ range: Range<Int>) -> Quantity? {
        guard range.count <= Quantity.maximumDigits, range.count == 1 || bytes[range.lowerBound] != ASCII.zero else {
            return nil
        }
        var value = 0
        for index in range {
            guard ASCII.isDigit(bytes[index]) else { return nil }
            value = value * 10 + Int(bytes[index] - ASCII.zero)
        }
        return Quantity(value)
    }

    /// Reads sign, digits, thousands separators and decimals at `start`; nil where no number begins there.
    static func number(_ bytes: [UInt8], at start: Int, end: Int) -> Number? {
        var index = start
        var isNegative = false
        if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
            isNegative = bytes[index] == UInt8(ascii: "-")
            index += 1
        }
        let first = index
        var significand = 0
        var digits = 0
        var scale = 0
        var isDecimal = false
        while index < end {
            if ASCII.isDigit(bytes[index]) {
                guard digits < Quantity.maximumDigits else { return nil }
                significand = significand * 10 + Int(bytes[index] - ASCII.zero)
                digits += 1
                if isDecimal { scale += 1 }
            } else if !isDecimal, digits > 0, bytes[index] == UInt8(ascii: "."), isDigit(bytes, index + 1, end) {
                isDecimal = true
            } else if isDecimal || digits == 0 || !isThousands(bytes, from: first, comma: index, end: end) {
                break
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        let whole = digits - scale
        return Number(
            value: Quantity(significand: isNegative ? -significand : significand, scale: scale),
            end: index,
            hasLeadingZero: whole > 1 && bytes[first] == ASCII.zero,
            digits: digits,
            decimals: scale
        )
    }

    /// Whether digits stand at `start`, with their sign, and be they of more numbers than one.
    static func begins(_ bytes: [UInt8], at start: Int, end: Int) -> Bool {
        let isSigned = start < end && (bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "+"))
        return isDigit(bytes, isSigned ? start + 1 : start, end)
    }

    private static func isDigit(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
        index < end && ASCII.isDigit(bytes[index])
    }

    /// Whether a comma at `comma` separates thousands: three digits follow, and no fourth.
    private static func isThousands(_ bytes: [UInt8], from first: Int, comma: Int, end: Int) -> Bool {
        guard bytes[comma] == UInt8(ascii: ","), comma - first <= 3 || bytes[comma - 4] == UInt8(ascii: ",") else {
            return false
        }
        guard (1...3).allSatisfy({ isDigit(bytes, comma + $0, end) }) else { return false }
        return !isDigit(bytes, comma + 4, end)
    }

    private static let marks = WordSet(Set(Cell.marks.map { Array($0.utf8) }))

    static func isMark(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        marks.contains(bytes, range) || isStroke(bytes, range)
    }

    /// The strokes that cells are crossed out with, as the charsets and converters in between have them: GB 2312's long
    /// dash comes as — or ―, and a table's border as ─.
    private static let strokes = [
        "-", "‐", "‑", "‒", "–", "—", "―", "─", "━", "−", "﹣", "－", "/", "∕", "╱", "\\", "＼", "﹨",
        "_", "＿",
    ].map { Array($0.utf8) }
    private static let mostStrokes = 8

    /// Whether a text is one stroke, or the same one several times: ------, \\.
    private static func isStroke(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let first = range.first, mayBeStroke(bytes[first]),
            let stroke = strokes.first(where: {
                ByteSearch.stands($0, in: bytes.span, at: first, end: range.upperBound)
            }),
            range.count % stroke.count == 0, range.count <= stroke.count * mostStrokes
        else { return false }
        return stride(from: first, to: range.upperBound, by: stroke.count).allSatisfy {
            ByteSearch.stands(stroke, in: bytes.span, at: $0, end: range.upperBound)
        }
    }

    private static func mayBeStroke(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
            || byte == UInt8(ascii: "_")
            || byte == 0xE2 || byte == 0xEF
    }

    private static let units: [(text: [UInt8], exponent: Int)] = [
        ("亿元", 8), ("万元", 4), ("元", 0), ("万", 4),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let counters = ["件次", "人次", "条次", "件", "条", "份", "篇", "次", "起", "个", "项", "人", "宗", "部"]
        .map { Array($0.utf8) }

    /// The unit of money that follows a number: its length and its power of ten, or nil.
    static func moneyUnit(_ bytes: [UInt8], at start: Int, end: Int) -> (length: Int, exponent: Int)? {
        guard start < end, bytes[start] >= 0x80 else { return nil }
        let unit = units.first { ByteSearch.stands($0.text, in: bytes.span, at: start, end: end) }
        return unit.map { ($0.text.count, $0.exponent) }
    }

    /// Whether 万 alone stands there, which may be no money: 18万.
    static func isTenThousand(_ bytes: [UInt8], at start: Int, end: Int) -> Bool {
        end - start == tenThousand.count && ByteSearch.stands(tenThousand, in: bytes.span, at: start, end: end)
    }

    private static let tenThousand = Array("万".utf8)

    /// Whether a text is a unit and nothing else.
    static func isUnit(_ bytes: ArraySlice<UInt8>) -> Bool {
        units.contains { bytes.elementsEqual($0.text) } || counters.contains { bytes.elementsEqual($0) }
    }

    /// The length of the counting word that follows a number, or 0.
    static func counter(_ bytes: [UInt8], at start: Int, end: Int) -> Int {
        guard start < end, bytes[start] >= 0x80 else { return 0 }
        return counters.first { ByteSearch.stands($0, in: bytes.span, at: start, end: end) }?.count ?? 0
    }

    private static let lenticular = (opening: Array("【".utf8), closing: Array("】".utf8))
    /// 【注1】 with room to spare.
    private static let longestNote = 16
    private static let noteMarks = ["※", "†", "*", "**"].map { Array($0.utf8) }
    private static let noteBrackets: [UInt8: UInt8] = [
        UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "^"): UInt8(ascii: "^"),
    ]

    private static let note = Array("注".utf8)

    /// The length of the mark of a footnote that ends a cell behind its number, or 0: ① to ⑳, ※, `*`, `[1]`, `^1^`, 注, 注1.
    static func footnote(_ bytes: [UInt8], at start: Int, end: Int) -> Int {
        let length = end - start
        guard length > 0, length <= longestNote else { return 0 }
        if ByteSearch.stands(lenticular.opening, in: bytes.span, at: start, end: end),
            bytes[(end - lenticular.closing.count)..<end].elementsEqual(lenticular.closing)
        {
            return length
        }
        if length == 3, bytes[start] == 0xE2, bytes[start + 1] == 0x91, (0xA0...0xB3).contains(bytes[start + 2]) {
            return length
        }
        if noteMarks.contains(where: {
            $0.count == length && ByteSearch.stands($0, in: bytes.span, at: start, end: end)
        }) {
            return length
        }
        if ByteSearch.stands(note, in: bytes.span, at: start, end: end) {
            let isCounted = length == note.count + 1 && ASCII.isDigit(bytes[end - 1])
            let isCircled = footnote(bytes, at: start + note.count, end: end) == length - note.count
            return length == note.count || isCounted || isCircled ? length : 0
        }
        guard length >= 3, length <= 6, noteBrackets[bytes[start]] == bytes[end - 1] else { return 0 }
        return bytes[(start + 1)..<(end - 1)].allSatisfy(ASCII.isDigit) ? length : 0
    }
}
