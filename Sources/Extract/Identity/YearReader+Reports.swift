internal import Bytes

/// The reports on information disclosure that a text names, and their years.
extension YearReader {
    private static let yearWords = ["年度", "年"].map { Array($0.utf8) }
    private static let subjects = ["政府信息公开", "政务公开", "信息公开"].map { Array($0.utf8) }
    private static let owners = ["我", "本"].map { Array($0.utf8) }
    /// 本机关 and the like, 4 Chinese characters.
    private static let longestOwner = 12
    /// What stands before the titles of other pages.
    private static let links = ["上一篇", "下一篇", "上一条", "下一条", "相关链接", "附件"].map { Array($0.utf8) }

    /// The one year for which the text names a report, with a body's name: 2023年某县信息公开年度报告.
    func announcedYear() -> Int? { onlyYear(of: announcements) }

    /// The one year of the reports that the text gives out as itself: 现将2023年度某局信息公开工作报告如下. Reports of other
    /// years that it names beside, 撰写了《2022年…年度报告》, are among what it tells.
    func presentedYear() -> Int? { onlyYear(of: announcements.filter(isPresented)) }

    private var announcements: [Int] { Announcement.all(in: flow).map(\.year).filter { !isLinked($0) } }

    private func onlyYear(of places: [Int]) -> Int? {
        let years = Set(places.compactMap { Self.year(flow.bytes, at: $0) })
        return years.count == 1 ? years.first : nil
    }

    private static let presentations = [
        "现将", "现就", "现公布", "现发布", "现公开", "现编制", "特公布", "特发布", "特编制", "向社会公布", "向社会公开",
    ].map { Array($0.utf8) }
    private static let endings = ["。", ";"].map { Array($0.utf8) }
    /// 30 Chinese characters.
    private static let nearReport = 90

    /// Whether the words before a year give out the report that it is the year of.
    private func isPresented(_ index: Int) -> Bool {
        let line = lines.lastIndex(startingBefore: index + 1).map { lines[$0].bytes.lowerBound } ?? 0
        let room = max(line, index - Self.nearReport)..<index
        guard let word = Self.presentations.compactMap({ flow.lastIndex(of: $0, in: room) }).max() else { return false }
        return !Self.endings.contains { flow.firstIndex(of: $0, in: word..<index) != nil }
    }

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

    private static let announcing = ["公布", "发布", "报告"].map { Array($0.utf8) }

    /// 现向社会公布2021年度工作情况.
    private func isAnnounced(_ index: Int) -> Bool {
        Self.announcing.contains { flow.hasPrefix($0, at: index - $0.count) }
    }

    /// Whether the words before a year on its line, or a line of such words above, make it part of another page's title.
    func isLinked(_ index: Int) -> Bool {
        guard let number = lines.lastIndex(startingBefore: index + 1) else { return false }
        let before = max(lines[number].bytes.lowerBound, index - 120)..<index
        if Self.links.contains(where: { flow.firstIndex(of: $0, in: before) != nil }) { return true }
        guard number > 0 else { return false }
        let above = flow.bytes[lines[number - 1].bytes]
        let label = above.last == UInt8(ascii: ":") ? above.dropLast() : above
        return Self.links.contains { label.elementsEqual($0) }
    }

    /// The one year for which the text names a report on information disclosure.
    func quotedYear() -> Int? {
        onlyYear(
            of: flow.years().filter { index in
                (index == 0 || !ASCII.isDigit(flow.bytes[index - 1])) && isOfReport(index)
            }
        )
    }
}
