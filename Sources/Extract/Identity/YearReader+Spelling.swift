internal import Bytes

/// How a year is written.
extension YearReader {
    /// The year that a title names, or nil.
    static func year(inTitle bytes: [UInt8]) -> Int? { found(in: bytes)?.year }

    /// Where the year stands that a title names, without its 年; nil where it names none.
    static func place(ofYearIn bytes: [UInt8]) -> Range<Int>? { found(in: bytes)?.place }

    private static func found(in bytes: [UInt8]) -> (year: Int, place: Range<Int>)? {
        for index in bytes.indices {
            if let year = year(bytes, at: index), index + 4 == bytes.count || !ASCII.isDigit(bytes[index + 4]),
                !isOfSchool(bytes, index + 4)
            {
                if isDate(bytes, behind: index + 4) || isOfDocument(bytes, index) { continue }
                return (year, index..<(index + 4))
            }
            if let (year, end) = chineseYear(bytes, at: index) { return (year, index..<end) }
        }
        return nil
    }

    /// Whether a day follows the year, as in 2024-01-19: no title names one.
    private static func isDate(_ bytes: [UInt8], behind end: Int) -> Bool {
        guard end + 2 < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "/") else {
            return false
        }
        let digits = bytes[(end + 1)...].prefix(while: ASCII.isDigit).count
        return (1...2).contains(digits)
    }

    private static let brackets = [("[", "]"), ("〔", "〕"), ("【", "】"), ("(", ")")].map {
        (Array($0.0.utf8), Array($0.1.utf8))
    }
    private static let number = Array("号".utf8)

    /// Whether the year at `index` is that of a document's number: 水发[2015]3号.
    private static func isOfDocument(_ bytes: [UInt8], _ index: Int) -> Bool {
        brackets.contains { open, close in
            guard index > open.count, Array(bytes[..<index]).ends(with: open), bytes[(index + 4)...].starts(with: close)
            else { return false }
            let digits = bytes[(index + 4 + close.count)...].prefix(while: ASCII.isDigit)
            return (1...4).contains(digits.count) && bytes[digits.endIndex...].starts(with: number)
        }
    }

    /// Whether words hold the number of a document.
    static func holdsNumberOfDocument(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { year(bytes, at: $0) != nil && isOfDocument(bytes, $0) }
    }

    private static let schoolYear = Array("学年".utf8)

    /// 2015-2016学年度: a year of school is neither of the two.
    static func isOfSchool(_ bytes: [UInt8], _ end: Int) -> Bool {
        let rest = bytes[end..<Swift.min(bytes.count, end + 14)]
        return rest.indices.contains { bytes[$0...].starts(with: schoolYear) }
    }

    /// The year 2007…2099 that begins at `index`, or nil.
    static func year(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index + 4 <= bytes.count, bytes[index] == UInt8(ascii: "2"), bytes[index + 1] == ASCII.zero else {
            return nil
        }
        guard ASCII.isDigit(bytes[index + 2]), ASCII.isDigit(bytes[index + 3]) else { return nil }
        let year = 2000 + Int(bytes[index + 2] - ASCII.zero) * 10 + Int(bytes[index + 3] - ASCII.zero)
        return year >= 2007 ? year : nil
    }

    /// 二〇二三年 and its spellings.
    static func chineseYear(_ bytes: [UInt8], at start: Int) -> (year: Int, end: Int)? {
        ChineseYear.year(bytes, at: start)
    }
}
