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
            if hasYearsAlone(index) { menu.insert(index) }
            guard index + 1 < first.upperBound, masks[index] == masks[index + 1], years[index] != years[index + 1]
            else {
                continue
            }
            menu.formUnion([index, index + 1])
        }
        return menu.filter { index in period.map { !years[index].contains($0) } ?? true && !namesBody(index) }
    }

    private func namesBody(_ index: Int) -> Bool {
        let line = Array(flow.bytes[lines[index].bytes])
        return Self.title(line, written: "").flatMap { AgencyReader.agency(in: $0) } != nil
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
