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
            || isBesideTwo(text, from: start, to: end) || isHead(text, from: start, to: end)
    }

    /// The heads of a wide table take up to three lines.
    private static let mostHeads = 3
    private static let fewestOfHead = 4
    /// Those of a narrow one take one line, right above a row with as many cells.
    private static let fewestOfNarrow = 2

    /// The heads above a row of numbers, which has as many commas, or more where heads are merged over several columns.
    private static func isHead(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let commas = commas(text, from: start, to: end)
        guard commas >= fewestOfNarrow, hasShortCells(text, from: start, to: end) else { return false }
        if commas < fewestOfHead { return isNarrowRow(line(behind: end, in: text), in: text, commas) }
        var next = end
        for _ in 0..<mostHeads {
            let line = line(behind: next, in: text)
            next = line.upperBound
            guard !line.isEmpty, self.commas(text, from: line.lowerBound, to: next) >= commas else { return false }
            if isRowOfNumbers(text, from: line.lowerBound, to: next) { return true }
        }
        return false
    }

    /// Whether a line is the row of a narrow table, with so many commas.
    private static func isNarrowRow(_ line: Range<Int>, in text: borrowing Span<UInt8>, _ count: Int) -> Bool {
        let (start, end) = (line.lowerBound, line.upperBound)
        return !line.isEmpty && commas(text, from: start, to: end) == count
            && (isRowOfNumbers(text, from: start, to: end) || isCounted(text, from: start, to: end)
                || isOfTwo(text, from: start, to: end) || isOfTwo(text, from: start, to: end, isInTable: true))
    }

    /// The next line that is not blank; empty at the text's end.
    private static func line(behind end: Int, in text: borrowing Span<UInt8>) -> Range<Int> {
        var first = end
        while first < text.count, text[first] <= ASCII.space { first += 1 }
        var next = first
        while next < text.count, text[next] != ASCII.newline, text[next] != ASCII.carriageReturn { next += 1 }
        return first..<next
    }

    /// The line before that is not blank; empty at the text's beginning.
    private static func line(before start: Int, in text: borrowing Span<UInt8>) -> Range<Int> {
        var last = start
        while last > 0, text[last - 1] <= ASCII.space { last -= 1 }
        var first = last
        while first > 0, text[first - 1] != ASCII.newline, text[first - 1] != ASCII.carriageReturn { first -= 1 }
        return first..<last
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

    /// A label, its unit, and one number or two: 政府公报公开政府信息数,条,12. No sentence has a unit alone between commas.
    private static func isCounted(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let comma = UInt8(ascii: ",")
        guard let first = ByteSearch.index(of: comma, in: text, from: start, to: end),
            let second = ByteSearch.index(of: comma, in: text, from: first + 1, to: end)
        else { return false }
        let third = ByteSearch.index(of: comma, in: text, from: second + 1, to: end) ?? end
        guard third == end || ByteSearch.index(of: comma, in: text, from: third + 1, to: end) == nil,
            first > start, !CommaValue.isValue(text, from: start, to: first),
            CommaValue.isValue(text, from: second + 1, to: third),
            third == end || CommaValue.isValue(text, from: third + 1, to: end)
        else { return false }
        // A group's line has neither.
        if first + 1 == second, second + 1 == end { return true }
        return CommaValue.isUnit(text, from: first + 1, to: second)
    }

    /// 15 Chinese characters.
    private static let longestName = 45
    private static let marks = ["。", "，", "：", "；"].map { Array($0.utf8) }

    /// A short name and one number behind the only comma: 行政许可,31.
    private static func isPair(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard let comma = ByteSearch.index(of: UInt8(ascii: ","), in: text, from: start, to: end),
            comma - start >= 6, comma - start <= longestName, comma + 1 < end,
            ByteSearch.index(of: UInt8(ascii: ","), in: text, from: comma + 1, to: end) == nil,
            CommaValue.isValue(text, from: comma + 1, to: end)
        else { return false }
        // 六、其他需要报告的事项,无 is a heading with its text.
        let isHeading =
            !ASCII.isDigit(text[end - 1])
            && ByteSearch.index(of: enumerationComma, in: text, from: start, to: comma) != nil
        return !isHeading && isName(text, from: start, to: comma)
    }

    /// A name and two numbers among rows that have two for certain: beside several of them 12,300 is no number with its
    /// thousands.
    private static func isBesideTwo(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard isOfTwo(text, from: start, to: end, isInTable: true) else { return false }
        let before = certainRows(beside: start..<end, in: text, areBehind: false)
        return before + certainRows(beside: start..<end, in: text, areBehind: true) >= fewestBeside
    }

    /// How many of the rows with two numbers that follow each other before a line, or behind it, have two for certain.
    private static func certainRows(beside own: Range<Int>, in text: borrowing Span<UInt8>, areBehind: Bool) -> Int {
        var line = own
        var certain = 0
        for _ in 0..<mostBeside {
            line =
                areBehind ? self.line(behind: line.upperBound, in: text) : self.line(before: line.lowerBound, in: text)
            guard isOfTwo(text, from: line.lowerBound, to: line.upperBound, isInTable: true) else { break }
            certain += isGroupOfThree(text, behindLastCommaOf: line) ? 0 : 1
        }
        return certain
    }

    /// So many rows before it and behind it are looked at.
    private static let mostBeside = 6
    private static let fewestBeside = 2

    private static func isGroupOfThree(_ text: borrowing Span<UInt8>, behindLastCommaOf line: Range<Int>) -> Bool {
        var place = line.upperBound
        while place > line.lowerBound, text[place - 1] != UInt8(ascii: ",") { place -= 1 }
        return CommaValue.isGroupOfThree(text, from: place, to: line.upperBound)
    }

    /// A short name and two numbers: 行政事业性收费,4,+1. What may be one number with its thousands is none, unless it stands in
    /// a table, where a name may have its number before it, too.
    private static func isOfTwo(
        _ text: borrowing Span<UInt8>,
        from start: Int,
        to end: Int,
        isInTable: Bool = false
    ) -> Bool {
        guard let first = ByteSearch.index(of: UInt8(ascii: ","), in: text, from: start, to: end),
            let second = ByteSearch.index(of: UInt8(ascii: ","), in: text, from: first + 1, to: end),
            ByteSearch.index(of: UInt8(ascii: ","), in: text, from: second + 1, to: end) == nil,
            first - start >= 6, first - start <= longestName, second > first + 1, second + 1 < end,
            CommaValue.isValue(text, from: first + 1, to: second), CommaValue.isValue(text, from: second + 1, to: end)
        else { return false }
        if isInTable { return isNumberedName(text, from: start, to: first) }
        return !CommaValue.isGroupOfThree(text, from: second + 1, to: end) && isName(text, from: start, to: first)
    }

    /// Whether a cell is a name, perhaps with the number of its row before it: 其中:1.政府网站公开数.
    private static func isNumberedName(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var words = 0
        for index in start..<end {
            switch text[index] {
            case 0x80...: words += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "("),
                UInt8(ascii: ")"), UInt8(ascii: "\""):
                break
            default: return false
            }
        }
        return words >= 9 && ByteSearch.index(of: stop, in: text, from: start, to: end) == nil
    }

    private static let stop = Array("。".utf8)

    /// Whether a cell is a name: Chinese, and no clause.
    private static func isName(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        for index in start..<end where text[index] < 0x80 { return false }
        return !hasMark(text, from: start, to: end)
    }

    private static func hasMark(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        marks.contains { ByteSearch.index(of: $0, in: text, from: start, to: end) != nil }
    }

    private static let enumerationComma = Array("、".utf8)

    /// Whether a line ends in a mark for no number, behind its comma.
    static func endsInMark(_ text: borrowing Span<UInt8>, at end: Int) -> Bool {
        CommaValue.noNumbers.contains { mark in
            guard end > mark.count, text[end - mark.count - 1] == UInt8(ascii: ",") else { return false }
            return ByteSearch.stands(mark, in: text, at: end - mark.count, end: end)
        }
    }

    private static func isRowOfNumbers(_ text: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var values = 0
        var numbers = 0
        var words = 0
        var blanks = 0
        var isThousands = true
        var cell = start
        for index in start...end where index == end || text[index] == UInt8(ascii: ",") {
            let isValue = CommaValue.isValue(text, from: cell, to: index, units: CommaValue.units)
            if words == 0, index == cell {
                // What a cell that is merged with one above leaves, or a blank among values.
                blanks += 1
                cell = index + 1
                continue
            }
            // Behind the first value stands no word.
            if values > 0, !isValue { return false }
            if isValue {
                values += 1
                numbers += index > cell ? 1 : 0
                // 0.0 is none.
                if values > 1, index - cell != 3 || !CommaValue.isGroupOfThree(text, from: cell, to: index) {
                    isThousands = false
                }
            } else {
                words += 1
            }
            cell = index + 1
        }
        // ,,,,0,,,,,0,,,,,0: the values of a table of one line.
        if words == 0 { return numbers > 0 && values + blanks >= fewestAlone && (blanks > 0 || !isThousands) }
        // 行政强制,,,: no sentence ends so.
        if numbers == 0 { return words == 1 && values >= fewestNumbers }
        return words <= 3 && values >= fewestNumbers && !isThousands
    }
}
