internal import Bytes
internal import Platform

/// A day as metadata write it: 2024-01-16, 2024/1/16 08:30, 20240116, 2024年1月16日, 2024-01-15T17:00:00Z, or the seconds
/// or milliseconds since 1970. Where the writing gives another zone by `Z`, it is the day in China.
enum StatedDate {
    /// `YYYY-MM-DD`; nil where `bytes` begin with no day.
    static func text(_ bytes: [UInt8]) -> String? {
        let bytes = Array(bytes.drop { $0 <= ASCII.space })
        let digits = bytes.prefix(14, while: ASCII.isDigit)
        let isAlone = bytes[digits...].allSatisfy { $0 <= ASCII.space }
        switch digits {
        case 4: return day(of: bytes)
        case 8, 12, 14: return day(ofDigits: bytes)
        case 10 where isAlone: return day(ofSeconds: number(bytes[..<digits]))
        case 13 where isAlone: return day(ofSeconds: number(bytes[..<digits]) / 1000)
        default: return nil
        }
    }

    static func text(of string: String) -> String? { text(Array(string.utf8)) }

    /// No report was published before the Regulation of 2007.
    private static let years = 2007...2099
    private static let marks = ["-", "/", ".", "年", "月"].map { Array($0.utf8) }

    private static func day(of bytes: [UInt8]) -> String? {
        var index = 4
        guard let month = part(bytes, &index), let day = part(bytes, &index),
            index == bytes.count || !ASCII.isDigit(bytes[index])
        else { return nil }
        return text(number(bytes[..<4]), month, day, isLate: isLate(bytes, behind: index))
    }

    /// The number of one or two digits behind a mark.
    private static func part(_ bytes: [UInt8], _ index: inout Int) -> Int? {
        guard let mark = marks.first(where: { bytes[index...].starts(with: $0) }) else { return nil }
        let start = index + mark.count
        let count = bytes[start...].prefix(2).prefix { ASCII.isDigit($0) }.count
        index = start + count
        return count > 0 ? number(bytes[start..<index]) : nil
    }

    private static func day(ofDigits bytes: [UInt8]) -> String? {
        text(number(bytes[..<4]), number(bytes[4..<6]), number(bytes[6..<8]), isLate: false)
    }

    /// Whether it is the next day in China: the hour of UTC behind the day is 16 or later.
    private static func isLate(_ bytes: [UInt8], behind index: Int) -> Bool {
        let end = bytes.lastIndex { $0 > ASCII.space } ?? 0
        guard index + 2 < end, bytes[end] == UInt8(ascii: "Z"), bytes[index] == UInt8(ascii: "T"),
            ASCII.isDigit(bytes[index + 1]), ASCII.isDigit(bytes[index + 2])
        else { return false }
        return number(bytes[(index + 1)..<(index + 3)]) >= 16
    }

    private static func text(_ year: Int, _ month: Int, _ day: Int, isLate: Bool) -> String? {
        CalendarDay(year: year, month: month, day: day).flatMap {
            text(CalendarDay(number: $0.number + (isLate ? 1 : 0)))
        }
    }

    /// The day in China, eight hours before UTC.
    private static func day(ofSeconds seconds: Int) -> String? {
        text(CalendarDay(number: (seconds + 8 * 3600) / 86_400))
    }

    private static func text(_ day: CalendarDay) -> String? { years.contains(day.year) ? day.description : nil }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
    }
}

extension [UInt8] {
    /// How many of the first `limit` bytes satisfy a condition from the beginning on.
    fileprivate func prefix(_ limit: Int, while condition: (UInt8) -> Bool) -> Int {
        prefix(limit).prefix { condition($0) }.count
    }
}
