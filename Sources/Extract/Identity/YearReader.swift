internal import Bytes

/// Tells the report year: from the title, the period that is reported on, or the text; never from the page's date.
struct YearReader {
    let flow: Flow
    /// The text without what the tables take.
    let lines: [TextLine]

    static let yearMark = Array("年".utf8)
    private static let stop = Array("。".utf8)
    private static let tableYear = ["年度)", "年)"].map { Array($0.utf8) }

    /// The year of the period 1 January to 31 December, also where 年 was lost beside the digits; else the one that the
    /// text speaks of again and again. `titled` is the year of the title that a container gives.
    func yearOfText(titled: Int? = nil) -> Int? {
        yearOfTable() ?? corrected(yearOfPeriod(), titled) ?? prevailingYear() ?? quotedYear() ?? announcedYear()
            ?? yearOfSentences()
    }

    /// The year of the period, but where the text announces another year's report and speaks of that year: whoever
    /// wrote it took the sentence on the period from the year before.
    private func corrected(_ period: Int?, _ titled: Int?) -> Int? {
        guard let period, let announced = announcedYear() ?? titled, announced == period + 1 else { return period }
        let isTold = yearOfSentences() == announced || announced == titled && prevailingYear() == announced
        return isTold ? announced : period
    }

    /// The one year for which the text names a report, with a body's name: 2023年某县信息公开年度报告.
    private func announcedYear() -> Int? {
        let places = Announcement.all(in: flow).map(\.year).filter { !isLinked($0) }
        let years = Set(places.compactMap { Self.year(flow.bytes, at: $0) })
        return years.count == 1 ? years.first : nil
    }

    private static let yearWords = ["年度", "年"].map { Array($0.utf8) }
    private static let subjects = ["政府信息公开", "政务公开", "信息公开"].map { Array($0.utf8) }
    private static let owners = ["我", "本"].map { Array($0.utf8) }
    /// 本机关 and the like, 4 Chinese characters.
    private static let longestOwner = 12
    /// What stands before the titles of other pages.
    private static let links = ["上一篇", "下一篇", "上一条", "下一条", "相关链接", "附件"].map { Array($0.utf8) }

    /// Whether the year at `index` is that of a report on information disclosure: 2023年政府信息公开…, and
    /// 2015年度我厅信息公开….
    private func isOfReport(_ index: Int) -> Bool {
        guard let word = Self.yearWords.first(where: { flow.hasPrefix($0, at: index + 4) }) else { return false }
        var next = index + 4 + word.count
        if Self.owners.contains(where: { flow.hasPrefix($0, at: next) }) {
            let room = next..<min(flow.bytes.count, next + Self.longestOwner + (Self.subjects.first?.count ?? 0))
            next = Self.subjects.compactMap { flow.firstIndex(of: $0, in: room) }.min() ?? next
        }
        let isNamed = Self.subjects.contains { flow.hasPrefix($0, at: next) }
        guard isNamed || word == Self.yearWords[0] && isAnnounced(index) else { return false }
        return !isLinked(index)
    }

    private static let announcements = ["公布", "发布", "报告"].map { Array($0.utf8) }

    /// 现向社会公布2021年度工作情况.
    private func isAnnounced(_ index: Int) -> Bool {
        Self.announcements.contains { flow.hasPrefix($0, at: index - $0.count) }
    }

    /// Whether the words before a year on its line make it part of another page's title.
    private func isLinked(_ index: Int) -> Bool {
        guard let line = lines.lastIndex(startingBefore: index + 1).map({ lines[$0].bytes }) else { return false }
        let before = max(line.lowerBound, index - 120)..<index
        return Self.links.contains { flow.firstIndex(of: $0, in: before) != nil }
    }

    /// The one year for which the text names a report on information disclosure.
    private func quotedYear() -> Int? {
        var years: Set<Int> = []
        for index in flow.years() {
            guard index == 0 || !ASCII.isDigit(flow.bytes[index - 1]), let year = Self.year(flow.bytes, at: index)
            else {
                continue
            }
            if isOfReport(index) { years.insert(year) }
        }
        return years.count == 1 ? years.first : nil
    }

    /// The year in brackets under the title of a table: （2016年度）.
    private func yearOfTable() -> Int? {
        for line in lines where line.bytes.count <= 24 && flow.bytes[line.bytes.lowerBound] == UInt8(ascii: "(") {
            let start = line.bytes.lowerBound + 1
            guard let year = Self.year(flow.bytes, at: start) else { continue }
            if Self.tableYear.contains(where: { flow.hasPrefix($0, at: start + 4) }) { return year }
        }
        return yearBehindTitle()
    }

    private static let tableTitle = Array("统计表(".utf8)

    /// The same in a text without line ends: 政府信息公开情况统计表（2016年度）填报单位….
    private func yearBehindTitle() -> Int? {
        guard let place = flow.firstIndex(of: Self.tableTitle, in: flow.bytes.indices) else { return nil }
        let start = place + Self.tableTitle.count
        guard let year = Self.year(flow.bytes, at: start),
            Self.tableYear.contains(where: { flow.hasPrefix($0, at: start + 4) })
        else { return nil }
        return year
    }

    private func prevailingYear() -> Int? {
        var counts: [Int: Int] = [:]
        for index in flow.years() {
            guard index == 0 || !ASCII.isDigit(flow.bytes[index - 1]), let year = Self.year(flow.bytes, at: index),
                flow.hasPrefix(Self.yearMark, at: index + 4)
            else { continue }
            counts[year, default: 0] += 1
        }
        let ranked = counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        guard let first = ranked.first else { return nil }
        let second = ranked.dropFirst().first?.value ?? 0
        if first.value >= 3, first.value >= 2 * second { return first.key }
        // A report that was signed in the year after is of the year that it speaks of most.
        return first.value >= 2 && first.value > second && signedYear == first.key + 1 ? first.key : nil
    }

    private var signedYear: Int? {
        DateReader(flow: flow, lines: lines).signed().flatMap { Int($0.prefix(4)) }
    }

    /// The one year that sentences begin with (2023年,我局…), where the report was signed in the year after, or where it
    /// is said twice, or once of what the report counts, and the text knows no later year; or where it knows no other one.
    private func yearOfSentences() -> Int? {
        let begins = Set(lines.map(\.bytes.lowerBound))
        var years: [Int] = []
        var isOfCounts = false
        var isOfPlans = false
        for start in flow.years() where begins.contains(start) || flow.hasPrefix(Self.stop, at: start - Self.stop.count)
        {
            guard let year = Self.year(flow.bytes, at: start), flow.hasPrefix(Self.yearMark, at: start + 4) else {
                continue
            }
            let next = start + 4 + Self.yearMark.count
            // A digit goes on with a date.
            guard next < flow.bytes.count, !ASCII.isDigit(flow.bytes[next]) else { continue }
            years.append(year)
            isOfPlans = isOfPlans || sentence(next, holds: Self.plans)
            // 2023年度我镇未收到…: how many applications there were.
            isOfCounts = isOfCounts || sentence(next, holds: Self.counts)
        }
        guard let year = years.first, years.allSatisfy({ $0 == year }) else { return nil }
        if let signedYear { return signedYear == year + 1 ? year : nil }
        let named = namedYears
        let isTold = years.count >= 2 || isOfCounts || named == [year] && !isOfPlans
        return isTold && named.max() == year ? year : nil
    }

    private static let counts = ["收到", "受理"].map { Array($0.utf8) }
    /// 2024年,我局将…: the year after the report's.
    private static let plans = ["将", "计划", "拟", "下一步"].map { Array($0.utf8) }
    /// 20 Chinese characters.
    private static let nearYear = 60

    /// Whether one of the words stands in what a sentence goes on with from its year.
    private func sentence(_ start: Int, holds words: [[UInt8]]) -> Bool {
        let room = start..<min(flow.bytes.count, start + Self.nearYear)
        let end = flow.firstIndex(of: Self.stop, in: room) ?? room.upperBound
        return words.contains { flow.firstIndex(of: $0, in: start..<end) != nil }
    }

    /// The years that the text names.
    private var namedYears: Set<Int> {
        Set(
            flow.years().compactMap { index in
                index == 0 || !ASCII.isDigit(flow.bytes[index - 1]) ? Self.year(flow.bytes, at: index) : nil
            }
        )
    }
}

extension Flow {
    /// Where a year of 2007…2099 is written, in order.
    func years() -> [Int] {
        var found: [Int] = []
        let span = bytes.span
        var next = ByteSearch.index(of: UInt8(ascii: "2"), in: span, from: 0, to: span.count)
        while let index = next {
            if YearReader.year(bytes, at: index) != nil { found.append(index) }
            next = ByteSearch.index(of: UInt8(ascii: "2"), in: span, from: index + 1, to: span.count)
        }
        return found
    }
}
