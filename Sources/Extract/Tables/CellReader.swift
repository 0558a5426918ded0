internal import Bytes
internal import Forms
internal import Model

/// Tells what the text of one cell holds.
enum CellReader {
    /// The content of a text that stands where a value may stand, or nil where it is no value at all.
    ///
    /// The whole text must be used up: a number, with its unit and a note in brackets if need be, or a mark.
    static func content(_ bytes: [UInt8], _ range: Range<Int>) -> Cell.Content? {
        guard !range.isEmpty else { return nil }
        if let value = NumberReader.plain(bytes, range) { return .number(value) }
        if NumberReader.isMark(bytes, range) || isMarkWithNote(bytes, range) { return .mark }
        if let change = ChangeWord.change(bytes, range) { return .number(change) }
        guard let number = NumberReader.number(bytes, at: range.lowerBound, end: range.upperBound) else { return nil }
        var index = number.end
        if let unit = NumberReader.moneyUnit(bytes, at: index, end: range.upperBound) {
            index += unit.length
            // 18万条 is a count of so many.
            if NumberReader.isTenThousand(bytes, at: number.end, end: index) {
                index += NumberReader.counter(bytes, at: index, end: range.upperBound)
            }
        } else {
            index += NumberReader.counter(bytes, at: index, end: range.upperBound)
        }
        index += NumberReader.footnote(bytes, at: index, end: range.upperBound)
        // The quote that closes a field of a list, with the whole text in it.
        if index + 1 == range.upperBound, bytes[index] == UInt8(ascii: "\"") { index += 1 }
        let isNote = index < range.upperBound && bytes[index] == UInt8(ascii: "(")
        guard index == range.upperBound || isNote && bytes[range.upperBound - 1] == UInt8(ascii: ")") else {
            return nil
        }
        return number.hasLeadingZero ? .ambiguous : .number(number.value)
    }

    /// —①, —[1], —（注1）: a mark for nothing with that of a footnote.
    private static func isMarkWithNote(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count > 1, range.count <= longestMarkWithNote, !ASCII.isDigit(bytes[range.lowerBound]) else {
            return false
        }
        for end in [1, 3, 6].map({ range.lowerBound + $0 }) where end < range.upperBound {
            if NumberReader.isMark(bytes, range.lowerBound..<end),
                isNote(Array(bytes[range]), from: end - range.lowerBound)
            {
                return true
            }
        }
        return false
    }

    /// Whether a cell's text from `start` on is the mark of a footnote: （注1）, [1], ①.
    private static func isNote(_ cell: [UInt8], from start: Int) -> Bool {
        let isBracketed = cell[start] == UInt8(ascii: "(") && cell.last == UInt8(ascii: ")")
        return isBracketed && ByteSearch.stands(note, in: cell.span, at: start + 1, end: cell.count)
            || NumberReader.footnote(cell, at: start, end: cell.count) == cell.count - start
    }

    private static let note = Array("注".utf8)
    private static let longestMarkWithNote = 24

    /// A doubt where the text is nothing but digits, signs, leaders and units of money: several cells that ran together,
    /// or one with a damaged byte in it.
    static func runTogether(_ bytes: [UInt8], _ range: Range<Int>) -> Cell.Content? {
        // What stood in the damaged place may have been the number, or what divides it from what follows.
        if range.count <= longestDamaged, range.contains(where: { isReplacement(bytes, at: $0, end: range.upperBound) })
        {
            return .ambiguous
        }
        if Unreadable.isNumber(bytes, range) { return .ambiguous }
        var index = range.lowerBound
        var digits = 0
        var hasReplacement = false
        while index < range.upperBound {
            if digits > 0, let unit = NumberReader.moneyUnit(bytes, at: index, end: range.upperBound) {
                index += unit.length
                continue
            }
            if isReplacement(bytes, at: index, end: range.upperBound) {
                hasReplacement = true
                index += replacement.count
                index += NumberReader.counter(bytes, at: index, end: range.upperBound)
                continue
            }
            if bytes[index..<range.upperBound].starts(with: ellipsis) {
                index += ellipsis.count
                continue
            }
            guard ASCII.isDigit(bytes[index]) || isSign(bytes[index]) else { return nil }
            if ASCII.isDigit(bytes[index]) { digits += 1 }
            index += 1
        }
        return digits > 1 || hasReplacement ? .ambiguous : nil
    }

    /// What a text is that is no value where one must stand: a doubt where a damaged byte was in it, which may have been
    /// a digit, or where a reader of pictures took a digit for a letter: O for 0, l5 for 15.
    ///
    /// A sign that nobody knows says nothing either: it may cross the cell out.
    static func foreign(_ bytes: [UInt8]) -> Cell.Content {
        isDamaged(bytes) || Unreadable.holdsSign(bytes) || looksLikeDigits(bytes) || hasOnlySigns(bytes)
            || isOfSeveralCells(bytes) || bytes.count > 2 && isNote(bytes, from: 0) || InexactNumber.holds(bytes)
            ? .ambiguous : .invalid
    }

    /// — 3 — — — 2 5: the cells of a row whose borders were lost.
    private static func isOfSeveralCells(_ bytes: [UInt8]) -> Bool {
        var dashes = 0
        var index = 0
        while index < bytes.count {
            if ASCII.isDigit(bytes[index]) {
                index += 1
            } else if NumberReader.isMark(bytes, index..<min(index + 3, bytes.count)) {
                dashes += 1
                index += 3
            } else {
                return false
            }
        }
        return dashes > 1
    }

    /// Whether a text has neither digits nor letters nor Chinese characters: ASCII's signs, those of Latin-1, and the blocks
    /// of punctuation, arrows, lines and symbols from U+2000 on.
    private static func hasOnlySigns(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0..<0x80:
                if ASCII.isDigit(bytes[index]) || isLetter(bytes[index]) { return false }
                index += 1
            case 0xC2: index += 2
            case 0xC3:
                guard index + 1 < bytes.count, bytes[index + 1] == 0x97 || bytes[index + 1] == 0xB7 else {
                    return false
                }
                index += 2
            case 0xE2:
                guard index + 1 < bytes.count, signBlocks.contains(bytes[index + 1]) else { return false }
                index += 3
            case 0xE3:
                // 〇 and the numerals of Suzhou are numbers.
                guard index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] != 0x87,
                    bytes[index + 2] < 0xA1
                else { return false }
                index += 3
            default: return false
            }
        }
        return !bytes.isEmpty
    }

    /// The second bytes of U+2000…U+207F, U+2180…U+23FF and U+2500…U+273F: no ① stands there, no Roman numeral and no radical.
    private static let signBlocks: Set<UInt8> = Set([0x80, 0x81] + Array(0x87...0x8F) + Array(0x94...0x9C))

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }

    /// Whether a text has nothing but digits and the letters that are printed like 0 and 1.
    static func looksLikeDigits(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.count <= Quantity.maximumDigits
            && bytes.allSatisfy { ASCII.isDigit($0) || lookalikes.contains($0) }
    }

    private static let lookalikes = Array("OolI|".utf8)

    /// Whether a byte of the text could not be decoded.
    static func isDamaged(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { isReplacement(bytes, at: $0, end: bytes.count) }
    }

    /// Longer texts with a damaged byte are no cells.
    private static let longestDamaged = 24
    /// U+FFFD.
    static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func isReplacement(_ bytes: [UInt8], at index: Int, end: Int) -> Bool {
        bytes[index] == replacement[0] && index + 2 < end && bytes[index + 1] == replacement[1]
            && bytes[index + 2] == replacement[2]
    }

    /// U+2026: leaders that a reader of pictures makes of a cell's border.
    private static let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }

    /// The cell with its number in the column's unit: `251000元` in a column of 万元 is 25.1, `18万` in one of counts 180000.
    static func cell(_ slot: Slot, kind: ValueKind) -> Cell {
        var cell = slot.cell
        // Below any other head 增加5 tells of a change, and not the count itself.
        if kind != .change, !slot.text.isEmpty, ChangeWord.change(slot.text, 0..<slot.text.count) != nil {
            cell.content = .ambiguous
            return cell
        }
        guard case .money(let unit) = kind else { return count(cell, slot) }
        guard let unit, let value = cell.number else { return cell }
        guard let number = NumberReader.number(slot.text, at: 0, end: slot.text.count),
            let printed = NumberReader.moneyUnit(slot.text, at: number.end, end: slot.text.count),
            let wanted = NumberReader.moneyUnit(Array(unit.utf8), at: 0, end: unit.utf8.count)
        else { return cell }
        cell.content = .number(value.timesTen(to: printed.exponent - wanted.exponent))
        return cell
    }

    /// The cell of a column of counts, in ones; a sum of money is none, and what it is nobody knows.
    private static func count(_ cell: Cell, _ slot: Slot) -> Cell {
        guard let value = cell.number, let last = slot.text.last, last >= 0x80,
            let number = NumberReader.number(slot.text, at: 0, end: slot.text.count),
            let unit = NumberReader.moneyUnit(slot.text, at: number.end, end: slot.text.count)
        else { return cell }
        var cell = cell
        let isCount = NumberReader.isTenThousand(slot.text, at: number.end, end: number.end + unit.length)
        cell.content = isCount ? .number(value.timesTen(to: unit.exponent)) : .ambiguous
        return cell
    }
}

extension Quantity {
    /// The number times a power of ten.
    func timesTen(to exponent: Int) -> Quantity {
        if exponent <= 0 { return Quantity(significand: significand, scale: scale - exponent) }
        var digits = significand
        for _ in 0..<max(0, exponent - scale) { digits = digits &* 10 }
        return Quantity(significand: digits, scale: max(0, scale - exponent))
    }
}
