internal import Bytes

/// What stands between two commas of a row: whether it is a value.
enum CommaValue {
    /// What stands for no number in a cell: 无, —, ○, and what programs write where they have none.
    static let noNumbers = ["无", "無", "—", "——", "－", "／", "○", "〇", "nan", "NaN", "None", "null", "NULL"].map {
        Array($0.utf8)
    }

    /// The units of money.
    static let moneyUnits = ["万元", "元", "萬元"].map { Array($0.utf8) }

    /// The units that a column of a table may be for, with the radical that some PDFs have for 人.
    static let units =
        ["条", "件", "次", "篇", "个", "人", "人次", "份", "條", "個", "\u{2F08}", "\u{2F08}次"].map { Array($0.utf8) } + moneyUnits

    /// Whether a cell is blank, one number, which may be of full width and have one of the units behind it, or a mark for
    /// none. 047 0 1 are three numbers: those of a row between blanks, whose thousands have commas.
    static func isValue(
        _ text: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        units: [[UInt8]] = moneyUnits
    ) -> Bool {
        let first = skipBlanks(text, from: start, to: end)
        guard first < end else { return true }
        if noNumbers.contains(where: { fills($0, text, from: first, to: end) }) { return true }
        var index = first
        while index < end {
            if let length = lengthOfSign(text, at: index, to: end) {
                index += length
                continue
            }
            let next = skipBlanks(text, from: index, to: end)
            if next == end { return true }
            guard next > index, isGroupOfThree(text, from: next, to: end) else {
                return index > first && units.contains { fills($0, text, from: next, to: end) }
            }
            index = next
        }
        return true
    }

    /// Whether a cell is one of the units and nothing else.
    static func isUnit(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        units.contains { end - start == $0.count && ByteSearch.stands($0, in: text, at: start, end: end) }
    }

    /// Whether what stands there may be the thousands' rest of the number before it.
    static func isGroupOfThree(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start >= 3 else { return false }
        for index in start..<(start + 3) where !ASCII.isDigit(text[index]) { return false }
        return end - start == 3 || !ASCII.isDigit(text[start + 3])
    }

    /// Whether a word is all that stands between two places, but for blanks behind it.
    private static func fills(_ word: [UInt8], _ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        ByteSearch.stands(word, in: text, at: start, end: end)
            && skipBlanks(text, from: start + word.count, to: end) == end
    }

    /// Over blanks, also those that do not break and ideographic ones.
    private static func skipBlanks(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            if text[index] == ASCII.space {
                index += 1
            } else if text[index] == 0xC2, index + 1 < end, text[index + 1] == 0xA0 {
                index += 2
            } else if text[index] == 0xE3, index + 2 < end, text[index + 1] == 0x80, text[index + 2] == 0x80 {
                index += 3
            } else {
                break
            }
        }
        return index
    }

    /// The length of a digit, a sign or a point, also in full width; nil where none stands there.
    private static func lengthOfSign(_ text: borrowing Span<UInt8>, at index: Int, to end: Int) -> Int? {
        switch text[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "/"):
            1
        // ＋ to ９: among them a comma, which may part thousands alone.
        case 0xEF where index + 2 < end && text[index + 1] == 0xBC:
            switch text[index + 2] {
            case 0x8B, 0x8D...0x99: 3
            case 0x8C where index > 0 && isDigit(text, before: index) && index + 3 < end: 3
            default: nil
            }
        default: nil
        }
    }

    /// Whether a digit of either width ends there.
    private static func isDigit(_ text: borrowing Span<UInt8>, before index: Int) -> Bool {
        ASCII.isDigit(text[index - 1])
            || index > 2 && text[index - 3] == 0xEF && text[index - 2] == 0xBC
                && (0x90...0x99).contains(text[index - 1])
    }
}
