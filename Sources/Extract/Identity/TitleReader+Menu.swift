internal import Bytes

/// Lists of years and of reports that pages print above a title which names no year: 2024年, 2015年.
extension TitleReader {
    private static let yearWords = ["年度", "年"].map { Array($0.utf8) }

    /// The lines among the first ones that are entries of a menu: the next one differs by its digits alone, or it has
    /// several years and nothing else. One of the period's year, or with a body's name, may be the title all the same.
    func menuLines(_ count: Int) -> Set<Int> {
        let first = lines.indices.prefix(count)
        let years = first.map { flow.years(in: lines[$0].bytes) }
        let masks = first.map { years[$0].isEmpty ? [] : masked($0) }
        var menu: Set<Int> = []
        for index in first where !masks[index].isEmpty {
            guard index + 1 < first.upperBound, masks[index] == masks[index + 1], years[index] != years[index + 1]
            else {
                continue
            }
            menu.formUnion([index, index + 1])
        }
        let entries = menu.filter { index in period.map { !years[index].contains($0) } ?? true && !namesBody(index) }
        return entries.union(first.filter(hasYearsAlone)).union(listedReports(first, masks))
    }

    /// The lines that list the body's reports of several other years than the one that the text reports on, above a title
    /// that names no year or that one, or with a gap for it: X局2025年…报告, X局2023年…报告, X局2022年…报告 beside a report on 2024;
    /// or above the title that the page is called by.
    private func listedReports(_ first: Range<Int>, _ masks: [[UInt8]]) -> Set<Int> {
        var listed: Set<Int> = []
        var told: Int?
        var next = first.lowerBound
        while let index = (next..<first.upperBound).first(where: { !masks[$0].isEmpty }) {
            var group = entries(from: index, first)
            next = (group.last ?? index) + 1
            guard group.count > 1 else { continue }
            // What the page is called is below the list, also where it has the same words.
            let apart = ownTitle?.year
            if let apart, let last = group.last,
                title(ofLine: last).flatMap({ YearReader.year(inTitle: $0.bytes) }) == apart
            {
                group.removeLast()
            }
            let years = Set(group.compactMap { title(ofLine: $0).flatMap { YearReader.year(inTitle: $0.bytes) } })
            guard years.count > 1, let least = years.min(), let most = years.max() else { continue }
            let below = yearsOfTitles(below: group.last ?? index)
            if let apart, !years.contains(apart), below.contains(apart) {
                listed.formUnion(group)
                continue
            }
            told = told ?? toldYear
            guard let own = told ?? below.compactMap({ $0 }).first, !years.contains(own) else { continue }
            let hasGap = told != nil && years.count > 2 && (least...most).contains(own)
            if hasGap || below.contains(nil) || below.contains(own) { listed.formUnion(group) }
        }
        return listed
    }

    /// The titles from `start` on that differ by their digits alone, each perhaps with a day behind or below it.
    private func entries(from start: Int, _ first: Range<Int>) -> [Int] {
        guard let words = title(ofLine: start).map({ $0.bytes.filter { !ASCII.isDigit($0) } }) else { return [] }
        var group: [Int] = []
        for index in start..<first.upperBound where flow.bytes[lines[index].bytes].contains(where: { $0 >= 0x80 }) {
            guard let other = title(ofLine: index), words == other.bytes.filter({ !ASCII.isDigit($0) }) else { break }
            group.append(index)
        }
        return group
    }

    private func title(ofLine index: Int) -> Title? {
        let line = lines[index].bytes
        return line.count <= Self.longest ? Self.title(Array(flow.bytes[line]), written: "") : nil
    }

    /// The years of the titles that stand below a line and above the text; nil for one that names none.
    private func yearsOfTitles(below index: Int) -> [Int?] {
        lines.indices[(index + 1)...].prefix(Self.nearTitle).filter {
            lines[$0].bytes.upperBound <= end && lines[$0].bytes.count <= Self.longest
        }.compactMap { below in
            title(ofLine: below).map { YearReader.year(inTitle: $0.bytes) }
        }
    }

    private static let nearTitle = 30

    /// The year that the text says it reports on, or that before the one in which it was signed.
    private var toldYear: Int? {
        let years = YearReader(flow: flow, lines: lines)
        return period ?? years.presentedYear() ?? years.signedYear.map { $0 - 1 }
    }

    private func namesBody(_ index: Int) -> Bool {
        title(ofLine: index).flatMap { AgencyReader.agency(in: $0) } != nil
    }

    /// The text of a line without its digits.
    private func masked(_ index: Int) -> [UInt8] { flow.bytes[lines[index].bytes].filter { !ASCII.isDigit($0) } }

    /// Whether a line is several years and nothing else: 2024年2023年.
    private func hasYearsAlone(_ index: Int) -> Bool {
        let line = lines[index].bytes
        var count = 0
        var place = line.lowerBound
        while place < line.upperBound {
            guard YearReader.year(flow.bytes, at: place) != nil,
                let word = Self.yearWords.first(where: { flow.hasPrefix($0, at: place + 4) })
            else { return false }
            count += 1
            place += 4 + word.count
        }
        return count > 1
    }
}

extension Flow {
    /// The years that are written in a range, which is no longer than a title.
    fileprivate func years(in range: Range<Int>) -> [Int] {
        guard (4...TitleReader.longest).contains(range.count) else { return [] }
        return (range.lowerBound...(range.upperBound - 4)).compactMap { YearReader.year(bytes, at: $0) }
    }
}
