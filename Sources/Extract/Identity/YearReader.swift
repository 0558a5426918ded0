internal import Bytes

/// Tells the report year: from the title, the period that is reported on, or the text; never from the page's date.
struct YearReader {
    let flow: Flow
    /// The text without what the tables take.
    let lines: [TextLine]

    static let yearMark = Array("年".utf8)
    private static let tableYear = ["年度)", "年)"].map { Array($0.utf8) }

    /// The year of the period 1 January to 31 December, also where 年 was lost beside the digits; else the one that the
    /// text speaks of again and again. `titled` is the year of the title that a container gives.
    func yearOfText(titled: Int? = nil) -> Int? {
        yearOfTable() ?? corrected(yearOfPeriod(), titled) ?? unsigned(prevailingYear()) ?? presentedYear()
            ?? later(quotedYear() ?? announcedYear()) ?? yearOfSentences() ?? yearOfLastDay()
    }

    /// The year of the period, but where the text announces another year's report and speaks of that year: whoever
    /// wrote it took the sentence on the period from the year before.
    private func corrected(_ period: Int?, _ titled: Int?) -> Int? {
        guard let period, let announced = announcedYear() ?? titled, announced == period + 1 else { return period }
        // The title that a container gives is borne out by what the text calls itself, or by when it was signed.
        let isTold =
            yearOfSentences() == announced
            || announced == titled
                && (prevailingYear() == announced || announcedYear() == announced || signedYear == announced + 1)
        return isTold ? announced : period
    }

    private static let yearLabels = ["统计年度:", "报告年度:", "填报年度:"].map { Array($0.utf8) }

    /// The year in brackets under the title of a table, or behind the word for it: （2016年度）, 统计年度：2016年.
    private func yearOfTable() -> Int? {
        for line in lines where line.bytes.count <= 36 {
            let start = line.bytes.lowerBound
            if flow.bytes[start] == UInt8(ascii: "(") {
                guard let year = Self.year(flow.bytes, at: start + 1) else { continue }
                if Self.tableYear.contains(where: { flow.hasPrefix($0, at: start + 5) }) { return year }
            } else if let label = Self.yearLabels.first(where: { flow.hasPrefix($0, at: start) }),
                let year = Self.year(flow.bytes, at: start + label.count)
            {
                return year
            }
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
                flow.hasPrefix(Self.yearMark, at: index + 4), !isCompared(index)
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

    private static let comparisons = ["较", "比", "上一年度(", "上年度(", "上年(", "去年("].map { Array($0.utf8) }

    /// 较2022年增长17%, 上一年度(2022年)收到73件: the year before the report's, however often it is said.
    private func isCompared(_ index: Int) -> Bool {
        Self.comparisons.contains { flow.hasPrefix($0, at: index - $0.count) }
    }

    /// The year that a text has most often, or the one before, where the report was signed in that year and gives itself out
    /// as the one on the year before: links and the page's date say the later one again.
    private func unsigned(_ prevailing: Int?) -> Int? {
        guard let prevailing, signedYear == prevailing, presentedYear() == prevailing - 1 else { return prevailing }
        return prevailing - 1
    }

    var signedYear: Int? {
        DateReader(flow: flow, lines: lines).signed().flatMap { Int($0.prefix(4)) }
    }
}

extension Flow {
    /// Where a year of 2007…2099 is written, in order.
    func years() -> [Int] {
        var found: [Int] = []
        let bytes = bytes
        let span = bytes.span
        var next = ByteSearch.index(of: UInt8(ascii: "2"), in: span, from: 0, to: span.count)
        while let index = next {
            if YearReader.year(bytes, at: index) != nil { found.append(index) }
            next = ByteSearch.index(of: UInt8(ascii: "2"), in: span, from: index + 1, to: span.count)
        }
        return found
    }
}
