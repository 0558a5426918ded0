internal import Bytes
internal import Model

/// Periods in other spellings than 2023年1月1日至2023年12月31日.
extension ReportPeriod {
    /// How the first day of a period is written, and what stands between the last day's year and the last day.
    private struct Spelling {
        let firstDays: [String]
        let lastDay: String
        let mark: String
    }

    /// 2023.1.1-2023.12.31, 2023-01-01至2023-12-31, 2023/1/1-2023/12/31, and 202311日起至20231231日止, whose 年 and 月 a
    /// converter lost.
    private static let spellings =
        [".", "-", "/"].map { mark in
            let days = ["\(mark)1\(mark)1", "\(mark)01\(mark)01"]
            return Spelling(firstDays: days, lastDay: "12\(mark)31", mark: mark)
        } + [Spelling(firstDays: ["11日", "0101日"], lastDay: "1231日", mark: "")]

    private static let chineseFirstDays = ["年一月一日", "年元月一日"]
    /// 二〇二三年一月一日起至二〇二三年.
    private static let reach = 75

    /// Every statement of a period of one year in such a spelling, in the text's order.
    static func spelled(in text: NarrativeText) -> [ReportPeriod] {
        text.places(of: .spelledPeriodEnd).compactMap { range in
            let sentence = text.sentence(at: range.lowerBound)
            let head = max(sentence.lowerBound, range.lowerBound - reach)..<range.lowerBound
            guard range.upperBound == text.bytes.count || !ASCII.isDigit(text.bytes[range.upperBound]),
                let period = digits(text, head, range) ?? numerals(text, head, range),
                ownWords.contains(where: { text.contains($0, in: sentence) }),
                !isOfComparison(period.range, in: sentence, text)
            else { return nil }
            return period
        }
    }

    private static func digits(_ text: NarrativeText, _ head: Range<Int>, _ last: Range<Int>) -> ReportPeriod? {
        guard let spelling = spellings.first(where: { text.stands($0.lastDay, at: last.lowerBound) }) else {
            return nil
        }
        let end = text.year(at: last.lowerBound - spelling.mark.utf8.count - 4)
        // 2022.12.31 has its year; without one, 2023.1.1-12.31, no digit may stand before.
        guard end != nil || !ASCII.isDigit(text.bytes[max(0, last.lowerBound - 1)]) else { return nil }
        for start in head.reversed() {
            guard let year = text.year(at: start),
                let day = spelling.firstDays.first(where: { text.stands($0, at: start + 4) })
            else { continue }
            let next = start + 4 + day.utf8.count
            // 2023.1.15 is another day.
            guard next < last.lowerBound, !ASCII.isDigit(text.bytes[next]), end == nil || end == year else {
                return nil
            }
            return ReportPeriod(year: year, range: start..<last.upperBound)
        }
        return nil
    }

    private static func numerals(_ text: NarrativeText, _ head: Range<Int>, _ last: Range<Int>) -> ReportPeriod? {
        let years = head.compactMap { start in ChineseYear.year(text.bytes, at: start).map { (start, $0) } }
        guard
            let (start, first) = years.first(where: { _, year in
                chineseFirstDays.contains { text.stands($0, at: year.end) }
            }), years.allSatisfy({ $0.1.year == first.year })
        else { return nil }
        return ReportPeriod(year: first.year, range: start..<last.upperBound)
    }
}
