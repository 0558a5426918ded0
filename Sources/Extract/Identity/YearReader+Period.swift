internal import Bytes

/// The period that is reported on, from 1 January to 31 December of one year.
extension YearReader {
    private static let dayMarks = ["1月1日", "01月01日"].map { Array($0.utf8) }
    private static let lastDay = Array("12月31日".utf8)
    /// 201911日起至20191231日止: a converter lost 年 and 月.
    private static let bareDays = ["11日", "0101日"].map { Array($0.utf8) }
    private static let bareLastDay = Array("1231日".utf8)
    /// 2023.1.1—2023.12.31, 2023-01-01至2023-12-31, 2023/1/1-12/31.
    private static let dividers = [".", "-", "/"]
    private static let dividedDays = dividers.flatMap { mark in
        ["\(mark)1\(mark)1", "\(mark)01\(mark)01"].map { Array($0.utf8) }
    }
    private static let dividedLastDays = dividers.map { Array("12\($0)31".utf8) } + [lastDay]
    private static let chineseDays = ["一月一日", "元月一日"].map { Array($0.utf8) }
    private static let chineseLastDay = Array("十二月三十一日".utf8)
    /// From the first day on, 12 Chinese characters.
    private static let reach = 36
    /// 起至二〇二三年十二月三十一日.
    private static let chineseReach = 60
    /// 二〇二三.
    private static let chineseYearLength = 12

    /// The year whose first and last day the text names as those of a period, also where 年 was lost beside the digits.
    func yearOfPeriod() -> Int? {
        for index in flow.years() where index + 8 < flow.bytes.count {
            guard let year = Self.year(flow.bytes, at: index), index == 0 || !ASCII.isDigit(flow.bytes[index - 1])
            else {
                continue
            }
            if isPeriod(year, at: index) || isBarePeriod(year, at: index) || isDividedPeriod(year, at: index),
                !isOfComparison(index)
            {
                return year
            }
        }
        return yearOfChinesePeriod()
    }

    private static let comparisons = ["同比", "环比", "对比", "对照", "同期", "上年", "上一年", "去年", "往年", "基期"].map {
        Array($0.utf8)
    }
    private static let marks = [",", ";", "(", "。"].map { Array($0.utf8) }
    /// Twelve Chinese characters.
    private static let longestName = 36

    /// 统计期限为2022年全年,同比数据为2021年1月1日至2021年12月31日: what the year is compared with.
    private func isOfComparison(_ index: Int) -> Bool {
        let start = max(0, index - Self.longestName)
        let mark = (start..<index).last { place in Self.marks.contains { flow.hasPrefix($0, at: place) } }
        let clause = (mark ?? start)..<index
        return Self.comparisons.contains { flow.firstIndex(of: $0, in: clause) != nil }
    }

    private func isPeriod(_ year: Int, at index: Int) -> Bool {
        var next = index + 4
        if flow.hasPrefix(Self.yearMark, at: next) { next += Self.yearMark.count }
        guard let day = Self.dayMarks.first(where: { flow.hasPrefix($0, at: next) }) else { return false }
        return ends([Self.lastDay], behind: next + day.count, year)
    }

    /// Whether the year's period begins at `index` without 年 and 月: its last day must name the same year.
    private func isBarePeriod(_ year: Int, at index: Int) -> Bool {
        guard let day = Self.bareDays.first(where: { flow.hasPrefix($0, at: index + 4) }) else { return false }
        let start = index + 4 + day.count
        let after = start..<min(flow.bytes.count, start + Self.reach)
        guard let last = flow.firstIndex(of: Self.bareLastDay, in: after), last - 4 >= start else { return false }
        return Self.year(flow.bytes, at: last - 4) == year
    }

    private func isDividedPeriod(_ year: Int, at index: Int) -> Bool {
        guard let day = Self.dividedDays.first(where: { flow.hasPrefix($0, at: index + 4) }) else { return false }
        let next = index + 4 + day.count
        // 2023.1.15 is another day.
        guard next < flow.bytes.count, !ASCII.isDigit(flow.bytes[next]) else { return false }
        return ends(Self.dividedLastDays, behind: next, year)
    }

    /// Whether one of `days` ends a period behind `start` and nothing before it names another year: 2008年1月1日至
    /// 2017年12月31日 is no report year.
    private func ends(_ days: [[UInt8]], behind start: Int, _ year: Int) -> Bool {
        let after = start..<min(flow.bytes.count, start + Self.reach)
        guard let stop = days.compactMap({ flow.firstIndex(of: $0, in: after) }).min() else { return false }
        // 202012月31日, whose 年 is lost, holds no 2012.
        let others = (start..<stop).lazy.filter { !ASCII.isDigit(flow.bytes[$0 - 1]) }
            .compactMap { Self.year(flow.bytes, at: $0) }
        return others.allSatisfy { $0 == year }
    }

    /// 自二〇二三年一月一日起至二〇二三年十二月三十一日止.
    private func yearOfChinesePeriod() -> Int? {
        for day in Self.chineseDays {
            guard let place = flow.firstIndex(of: day, in: flow.bytes.indices) else { continue }
            let start = place - Self.yearMark.count - Self.chineseYearLength
            guard start >= 0, let (year, end) = Self.chineseYear(flow.bytes, at: start),
                end + Self.yearMark.count == place
            else { continue }
            let after = (place + day.count)..<min(flow.bytes.count, place + day.count + Self.chineseReach)
            guard let stop = flow.firstIndex(of: Self.chineseLastDay, in: after) else { continue }
            let others = (after.lowerBound..<stop).compactMap { Self.chineseYear(flow.bytes, at: $0)?.year }
            if others.allSatisfy({ $0 == year }) { return year }
        }
        return nil
    }
}
