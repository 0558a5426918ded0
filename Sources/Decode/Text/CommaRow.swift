internal import Bytes

/// Rows whose cells stand between commas, as spreadsheets export them: words first, then nothing but numbers and blanks.
enum CommaRow {
    /// A sentence with commas, or a number with its thousands, is none.
    static let fewestNumbers = 3
    /// A row of a table with one column of numbers has two.
    static let fewestCommas = 2
    /// The line of a table that prints its rows beside each other has no words.
    private static let fewestAlone = 10

    static func isRow(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        // Nearly every line has none.
        guard ByteSearch.index(of: UInt8(ascii: ","), in: text, from: start, to: end) != nil else { return false }
        return isCounted(text, from: start, to: end) || isPair(text, from: start, to: end)
            || isRowOfNumbers(text, from: start, to: end) || isOfTwo(text, from: start, to: end)
            || isHead(text, from: start, to: end)
    }

    /// The heads of a wide table take up to three lines.
    private static let mostHeads = 3
    private static let fewestOfHead = 4

    /// The heads above a row of numbers, which has as many commas, or more where heads are merged over several columns.
    private static func isHead(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let commas = commas(text, from: start, to: end)
        guard commas >= fewestOfHead, hasShortCells(text, from: start, to: end) else { return false }
        var next = end
        for _ in 0..<mostHeads {
            while next < text.count, text[next] <= ASCII.space { next += 1 }
            let first = next
            while next < text.count, text[next] != ASCII.newline, text[next] != ASCII.carriageReturn { next += 1 }
            guard next > first, self.commas(text, from: first, to: next) >= commas else { return false }
            if isRowOfNumbers(text, from: first, to: next) { return true }
        }
        return false
    }

    /// 20 Chinese characters.
    private static let longestHead = 60

    /// Whether a line is nothing but short words between commas, none of them a sentence's.
    private static func hasShortCells(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var cell = start
        for index in start...end where index == end || text[index] == UInt8(ascii: ",") {
            if index - cell > longestHead || hasMark(text, from: cell, to: index) { return false }
            cell = index + 1
        }
        return true
    }

    private static func commas(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int {
        var count = 0
        for index in start..<end where text[index] == UInt8(ascii: ",") { count += 1 }
        return count
    }

    private static let units = ["条", "件", "次", "篇", "个", "人", "人次", "万元", "元", "份"].map { Array($0.utf8) }

    /// A label, its unit, and one number: 政府公报公开政府信息数,条,12. No sentence has a unit alone between commas.
    private static func isCounted(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let comma = UInt8(ascii: ",")
        guard let first = ByteSearch.index(of: comma, in: text, from: start, to: end),
            let second = ByteSearch.index(of: comma, in: text, from: first + 1, to: end),
            ByteSearch.index(of: comma, in: text, from: second + 1, to: end) == nil
        else { return false }
        guard first > start, !isValue(text, from: start, to: first), isValue(text, from: second + 1, to: end) else {
            return false
        }
        // A group's line has neither.
        if first + 1 == second, second + 1 == end { return true }
        return units.contains { fills($0, text, from: first + 1, to: second) }
    }

    /// 15 Chinese characters.
    private static let longestName = 45
    private static let marks = ["。", "，", "：", "；"].map { Array($0.utf8) }

    /// A short name and one number behind the only comma: 行政许可,31.
    private static func isPair(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard let comma = ByteSearch.index(of: UInt8(ascii: ","), in: text, from: start, to: end),
            comma - start >= 6, comma - start <= longestName, comma + 1 < end,
            ByteSearch.index(of: UInt8(ascii: ","), in: text, from: comma + 1, to: end) == nil,
            isValue(text, from: comma + 1, to: end)
        else { return false }
        // 六、其他需要报告的事项,无 is a heading with its text.
        let isHeading =
            !ASCII.isDigit(text[end - 1])
            && ByteSearch.index(of: enumerationComma, in: text, from: start, to: comma) != nil
        return !isHeading && isName(text, from: start, to: comma)
    }

    /// A short name and two numbers: 行政事业性收费,4,+1. What may be one number with its thousands is none.
    private static func isOfTwo(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard let first = ByteSearch.index(of: UInt8(ascii: ","), in: text, from: start, to: end),
            let second = ByteSearch.index(of: UInt8(ascii: ","), in: text, from: first + 1, to: end),
            ByteSearch.index(of: UInt8(ascii: ","), in: text, from: second + 1, to: end) == nil,
            first - start >= 6, first - start <= longestName, second > first + 1, second + 1 < end,
            isValue(text, from: first + 1, to: second), isValue(text, from: second + 1, to: end)
        else { return false }
        return !isGroupOfThree(text, from: second + 1, to: end) && isName(text, from: start, to: first)
    }

    /// Whether what stands behind a comma may be the thousands' rest of the number before it.
    private static func isGroupOfThree(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start >= 3 else { return false }
        for index in start..<(start + 3) where !ASCII.isDigit(text[index]) { return false }
        return end - start == 3 || !ASCII.isDigit(text[start + 3])
    }

    /// Whether a cell is a name: Chinese, and no clause.
    private static func isName(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end where text[index] < 0x80 { return false }
        return !hasMark(text, from: start, to: end)
    }

    private static func hasMark(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        marks.contains { ByteSearch.index(of: $0, in: text, from: start, to: end) != nil }
    }

    private static let enumerationComma = Array("、".utf8)

    /// What stands for no number in a cell: 无, —, ——, －.
    static let noNumbers = ["无", "—", "——", "－", "／"].map { Array($0.utf8) }

    /// Whether a line ends in one of these, behind its comma.
    static func endsInMark(_ text: borrowing Span<UInt8>, at end: Int) -> Bool {
        noNumbers.contains { mark in
            guard end > mark.count, text[end - mark.count - 1] == UInt8(ascii: ",") else { return false }
            return ByteSearch.stands(mark, in: text, at: end - mark.count, end: end)
        }
    }

    /// Whether a word is all that stands between two places.
    private static func fills(_ word: [UInt8], _ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        end - start == word.count && ByteSearch.stands(word, in: text, at: start, end: end)
    }

    private static func isRowOfNumbers(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var values = 0
        var numbers = 0
        var words = 0
        var isThousands = true
        var cell = start
        for index in start...end where index == end || text[index] == UInt8(ascii: ",") {
            let isValue = isValue(text, from: cell, to: index)
            if words == 0, index == cell {
                // What a cell that is merged with one above leaves.
                cell = index + 1
                continue
            }
            // Behind the first value stands no word.
            if values > 0, !isValue { return false }
            if isValue {
                values += 1
                numbers += index > cell ? 1 : 0
                if values > 1, index - cell != 3 || !ASCII.isDigit(text[cell]) { isThousands = false }
            } else {
                words += 1
            }
            cell = index + 1
        }
        return (words > 0 || values >= fewestAlone) && words <= 3 && values >= fewestNumbers && numbers > 0
            && !isThousands
    }

    private static func isValue(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        if start < end, text[start] >= 0x80 {
            return noNumbers.contains { fills($0, text, from: start, to: end) }
        }
        for index in start..<end {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            case UInt8(ascii: "/"), ASCII.space: break
            default: return false
            }
        }
        return true
    }
}
