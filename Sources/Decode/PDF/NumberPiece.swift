internal import Bytes

/// The pieces into which a narrow cell breaks its number: 12 over 34, 1,0 over 00, 12. over 35.
///
/// The upper piece fills its line: what follows is broken off where a further digit has no room. So nothing in the column is
/// wider than it. Where a program breaks off the first digit alone, 1 over 5764, nobody knows what is whose.
enum NumberPiece {
    /// In the height of a line: the most room between two lines of one cell.
    static let farthest = 0.8

    /// Whether a number may go on in the word below it, which a line as wide has room for.
    static func goesOn(_ upper: WordBox, in lower: WordBox) -> Bool {
        lower.right - lower.left < upper.right - upper.left + 0.9 * width(ofDigitIn: upper) && isOver(upper, lower)
    }

    /// Whether two words may be pieces of a number by their places and digits, however wide they are.
    static func isOver(_ upper: WordBox, _ lower: WordBox) -> Bool {
        guard isBelow(lower, upper), mayBegin(upper, before: lower), lower.isNumberPiece, !hasSign(lower) else {
            return false
        }
        let limit = 0.6 * width(ofDigitIn: upper)
        return abs(upper.left - lower.left) < limit || abs(upper.right - lower.right) < limit
            || abs(upper.center - lower.center) < limit
    }

    /// Whether one more digit would be too much for the widest line of the column, as far as this is known.
    static func isFull(_ word: WordBox, widest: Double) -> Bool {
        word.right - word.left > widest - 0.7 * width(ofDigitIn: word)
    }

    /// The number that the pieces of a cell, from above, are together; nil where they are none.
    static func joined(_ pieces: [WordBox], widest: Double) -> [UInt8]? {
        for (upper, lower) in zip(pieces, pieces.dropFirst()) {
            guard goesOn(upper, in: lower), isFull(upper, widest: widest) else { return nil }
        }
        let text = pieces.flatMap { piece -> [UInt8] in piece.text }
        return isNumber(text) ? text : nil
    }

    private static func isBelow(_ lower: WordBox, _ upper: WordBox) -> Bool {
        let height = min(upper.height, lower.height)
        let gap = lower.top - upper.bottom
        return gap > -0.3 * height && gap < farthest * height
            && max(upper.height, lower.height) < 1.3 * height
    }

    static func width(ofDigitIn word: WordBox) -> Double {
        let narrow = word.text.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
        return (word.right - word.left) / max(1, Double(word.length) - 0.5 * Double(narrow))
    }

    /// No number begins with a 0 before another digit.
    private static func mayBegin(_ word: WordBox, before lower: WordBox) -> Bool {
        guard word.isNumberPiece else { return false }
        if word.beginsWithZero {
            let next =
                word.length > 1 ? word.text.dropFirst(word.text[0] == ASCII.zero ? 1 : 3).first : lower.text.first
            return next == point
        }
        return word.text[0] != point && word.text[0] != comma
    }

    private static func hasSign(_ word: WordBox) -> Bool {
        word.text.first == UInt8(ascii: "-") || word.text.first == UInt8(ascii: "+")
    }

    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")

    /// Whether a text is a number as people write it: its commas, if it has any, stand before three digits each.
    private static func isNumber(_ text: [UInt8]) -> Bool {
        var groups: [Int] = [0]
        var decimals: Int?
        var index = 0
        while index < text.count {
            let digit = WordBox.digit(in: text, at: index)
            if digit > 0 {
                if decimals != nil { decimals? += 1 } else { groups[groups.count - 1] += 1 }
            } else if text[index] == comma, decimals == nil {
                groups.append(0)
            } else if text[index] == point, decimals == nil {
                decimals = 0
            } else if index > 0 || text[index] != UInt8(ascii: "-") && text[index] != UInt8(ascii: "+") {
                return false
            }
            index += max(1, digit)
        }
        guard decimals != 0, groups[0] > 0, groups.reduce(0, +) <= longest else { return false }
        return groups.count == 1 || groups[0] <= 3 && groups.dropFirst().allSatisfy { $0 == 3 }
    }

    /// No count has more digits.
    private static let longest = 12
}

extension WordBox {
    /// How many bytes a digit takes that begins there, ASCII's or a full-width one; 0 where none does.
    static func digit(in text: [UInt8], at index: Int) -> Int {
        if ASCII.isDigit(text[index]) { return 1 }
        guard text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xBC else { return 0 }
        return 0x90...0x99 ~= text[index + 2] ? 3 : 0
    }

    /// Whether it is a number or a piece of one, with a sign, a point or commas.
    var isNumberPiece: Bool {
        var digits = 0
        var index = 0
        while index < text.count {
            let digit = Self.digit(in: text, at: index)
            if digit > 0 {
                digits += 1
            } else {
                let isSign = text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+")
                guard text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") || isSign && index == 0
                else {
                    return false
                }
            }
            index += max(1, digit)
        }
        return digits > 0
    }

    var beginsWithZero: Bool { text[0] == ASCII.zero || text.starts(with: [0xEF, 0xBC, 0x90]) }
}
