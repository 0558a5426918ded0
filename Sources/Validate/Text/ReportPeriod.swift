internal import Bytes
internal import Model

/// The period that a report says its figures are of: 2023年1月1日起至2023年12月31日止.
struct ReportPeriod {
    let year: Int
    /// The period's last day in the narrative, with its year where that is printed.
    let range: Range<Int>

    private static let words = ["统计", "期限", "时限", "时间", "期间", "所列", "数据"]
    private static let firstDays = ["1月1日", "01月01日"]
    /// The Regulation came into force on 1 May 2008: 统计期限自2008年5月1日起.
    private static let daysOfForce = ["5月1日", "05月01日"]

    /// Every statement of a period of one year, in the text's order.
    static func all(in text: NarrativeText) -> [ReportPeriod] {
        (written(in: text) + spelled(in: text)).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func written(in text: NarrativeText) -> [ReportPeriod] {
        text.places(of: .periodEnd).compactMap { range in
            let sentence = text.sentence(at: range.lowerBound)
            let start = max(sentence.lowerBound, range.lowerBound - 60)
            let head = start..<range.lowerBound
            let ofYear = firstDay(text, in: head)
            let isOwn = ofYear == nil && ownWords.contains { text.contains($0, in: sentence) }
            guard let first = isOwn ? firstDay(text, in: head, daysOfForce) : ofYear,
                words.contains(where: { text.contains($0, in: sentence) }),
                !isOfComparison(first.start..<range.upperBound, in: sentence, text)
            else { return nil }
            // The last day has the first day's year where it names none; else the two must be the same.
            let end = year(text, before: range.lowerBound)
            guard end == nil || end == first.year else { return nil }
            return ReportPeriod(year: first.year, range: first.start..<range.upperBound)
        }
    }

    static let ownWords = ["统计期限", "统计时限", "统计时间", "统计期间", "统计周期", "统计数据", "数据统计", "所列数据", "数据期限", "数据时限"]
    private static let otherWords = ["累计", "历年", "以来", "近", "对比", "比较", "任期", "规划", "两年", "三年"]

    /// 统计期限为2022年全年,同比数据为2021年1月1日至2021年12月31日: what the year's figures are held against.
    static func isOfComparison(_ period: Range<Int>, in sentence: Range<Int>, _ text: NarrativeText) -> Bool {
        let before = sentence.lowerBound..<max(sentence.lowerBound, period.lowerBound)
        let start = before.reversed().first { clauseEnds.contains(text.bytes[$0]) }.map { $0 + 1 } ?? before.lowerBound
        let behind = period.upperBound..<max(period.upperBound, sentence.upperBound)
        let end = behind.first { clauseEnds.contains(text.bytes[$0]) } ?? behind.upperBound
        return comparisons.contains { text.contains($0, in: start..<end) }
    }

    private static let clauseEnds: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"),
    ]
    private static let comparisons = [
        "同比", "环比", "对比", "比较", "相比", "对照", "参照", "同期", "上年", "上一年", "上期", "去年", "往年", "前一年", "基期", "基数",
    ]

    /// 统计期限为2022年全年,参考数据为2021年1月1日至…: whether the sentence names the period as a whole year, and something else behind it.
    func isBeside(_ year: Int, in text: NarrativeText) -> Bool {
        let sentence = text.sentence(at: range.lowerBound)
        return (sentence.lowerBound..<range.lowerBound).contains { start in
            guard text.year(at: start) == year,
                let word = Self.wholeYears.first(where: { text.stands($0, at: start + 4) }),
                let link = Self.links.first(where: { text.ends($0, before: start) }),
                Self.ownWords.contains(where: { text.ends($0, before: start - link.utf8.count) })
            else { return false }
            return Self.namesOther((start + 4 + word.utf8.count)..<range.lowerBound, text)
        }
    }

    /// 统计期限为2022年度,即自2021年1月1日起 names nothing else.
    private static func namesOther(_ gap: Range<Int>, _ text: NarrativeText) -> Bool {
        var place = gap.lowerBound
        while place < gap.upperBound {
            guard let word = joints.first(where: { text.stands($0, at: place) }) else { return true }
            place += word.utf8.count
        }
        return false
    }

    private static let joints = [",", "(", ":", "即", "自", "从", "为", "是", "具体", "起止", "时间"]
    private static let wholeYears = ["年全年", "年度", "全年"]
    private static let links = ["为:", "为", "是", ":", ""]

    /// The first statement of the report's period that is none of one year: it ends before it begins, or in the next
    /// year, and its other year is `year`.
    static func spanning(_ year: Int, in text: NarrativeText) -> ReportPeriod? {
        text.places(of: .periodEnd).lazy.compactMap { range -> ReportPeriod? in
            let sentence = text.sentence(at: range.lowerBound)
            let start = max(sentence.lowerBound, range.lowerBound - 60)
            guard let first = firstDay(text, in: start..<range.lowerBound),
                let end = self.year(text, before: range.lowerBound), end != first.year,
                end < first.year || end == first.year + 1, first.year == year || end == year,
                ownWords.contains(where: { text.contains($0, in: sentence) }),
                !otherWords.contains(where: { text.contains($0, in: sentence) })
            else { return nil }
            let other = end == year ? first.year : end
            return ReportPeriod(year: other, range: first.start..<range.upperBound)
        }.first
    }

    private static func firstDay(
        _ text: NarrativeText,
        in range: Range<Int>,
        _ days: [String] = firstDays
    ) -> (year: Int, start: Int)? {
        for start in range.reversed() {
            guard let year = text.year(at: start) else { continue }
            let after = text.stands("年", at: start + 4) ? start + 7 : start + 4
            if days.contains(where: { text.stands($0, at: after) }) { return (year, start) }
        }
        return nil
    }

    private static func year(_ text: NarrativeText, before end: Int) -> Int? {
        text.year(at: end - 7) ?? text.year(at: end - 4)
    }

    /// The year that a title names, or nil.
    static func year(inTitle title: String) -> Int? {
        let bytes = Array(title.utf8)
        return bytes.indices.lazy.compactMap {
            NarrativeText.year(bytes, at: $0) ?? ChineseYear.year(bytes, at: $0)?.year
        }
        .first
    }
}
