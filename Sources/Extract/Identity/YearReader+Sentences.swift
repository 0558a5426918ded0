internal import Bytes

/// The years that sentences begin with.
extension YearReader {
    private static let stop = Array("。".utf8)
    private static let counts = ["收到", "受理"].map { Array($0.utf8) }
    /// 2024年,我局将…: the year after the report's.
    private static let plans = ["将", "计划", "拟", "下一步"].map { Array($0.utf8) }
    private static let intentions = ["计划", "拟", "度计划", "工作计划"].map { Array($0.utf8) }
    /// 20 Chinese characters.
    private static let nearYear = 60

    private struct Told {
        var years: [Int] = []
        /// Whether one of them tells how many applications there were: 2023年度我镇未收到….
        var isOfCounts = false
        var isOfPlans = false
        /// The one year that all begin with.
        var only: Int? { years.first.flatMap { year in years.allSatisfy { $0 == year } ? year : nil } }
    }

    private func told() -> Told {
        let begins = Set(lines.map(\.bytes.lowerBound))
        var told = Told()
        for start in flow.years() where begins.contains(start) || flow.hasPrefix(Self.stop, at: start - Self.stop.count)
        {
            guard let year = Self.year(flow.bytes, at: start), flow.hasPrefix(Self.yearMark, at: start + 4) else {
                continue
            }
            let next = start + 4 + Self.yearMark.count
            // A digit goes on with a date.
            guard next < flow.bytes.count, !ASCII.isDigit(flow.bytes[next]) else { continue }
            // 2025年计划新增公开目录12项 tells nothing of that year.
            if !Self.intentions.contains(where: { flow.hasPrefix($0, at: next) }) { told.years.append(year) }
            told.isOfPlans = told.isOfPlans || sentence(next, holds: Self.plans)
            told.isOfCounts = told.isOfCounts || sentence(next, holds: Self.counts)
        }
        return told
    }

    /// The one year that sentences begin with (2023年,我局…), where the report was signed in the year after, or where it
    /// is said twice, or once of what the report counts, and the text knows no later year; or where it knows no other one
    /// but in the names of documents, or the page was posted in the year after.
    func yearOfSentences() -> Int? {
        let told = told()
        guard let year = told.only else { return nil }
        if let signedYear { return signedYear == year + 1 ? year : nil }
        let isAlone = years(isQuoted: false) == [year] || postedYear == year + 1
        let isTold = told.years.count >= 2 || told.isOfCounts || isAlone && !told.isOfPlans
        return isTold && years().max() == year ? year : nil
    }

    private var postedYear: Int? { DateReader(flow: flow, lines: lines).posted().flatMap { Int($0.prefix(4)) } }

    /// The year of a report that the text names, or the next one where its sentences begin with that one only and count its
    /// applications: 公开了…2022年度信息公开工作报告 is what the report on 2023 tells of the year before.
    func later(_ named: Int?) -> Int? {
        guard let named else { return nil }
        let told = told()
        return told.only == named + 1 && told.isOfCounts && !told.isOfPlans ? named + 1 : named
    }

    private static let lastDays = ["年12月31日", "年底", "年末"].map { Array($0.utf8) }
    private static let untils = ["截止", "截至", "截止到", "截至到"].map { Array($0.utf8) }

    /// The only year of a text that counts up to its end: 截至2023年12月31日,我局通过网站发布….
    func yearOfLastDay() -> Int? {
        let years = years()
        guard years.count == 1, let year = years.first else { return nil }
        let isTold = flow.years().contains { index in
            Self.untils.contains { flow.hasPrefix($0, at: index - $0.count) }
                && Self.lastDays.contains { flow.hasPrefix($0, at: index + 4) }
        }
        return isTold ? year : nil
    }

    /// Whether one of the words stands in what a sentence goes on with from its year.
    private func sentence(_ start: Int, holds words: [[UInt8]]) -> Bool {
        let room = start..<min(flow.bytes.count, start + Self.nearYear)
        let end = flow.firstIndex(of: Self.stop, in: room) ?? room.upperBound
        return words.contains { flow.firstIndex(of: $0, in: start..<end) != nil }
    }

    private static let opening = Array("《".utf8)
    private static let closing = Array("》".utf8)

    /// The years that the text names; those in the names of documents only where `isQuoted`.
    private func years(isQuoted: Bool = true) -> Set<Int> {
        let places = flow.years().filter { index in
            guard index > 0 else { return true }
            return !ASCII.isDigit(flow.bytes[index - 1]) && (isQuoted || !isWithinName(index)) && !isOfPage(index)
        }
        return Set(places.compactMap { Self.year(flow.bytes, at: $0) })
    }

    /// 发布时间:2024-01-30: when the page was posted, of which the text says nothing.
    private func isOfPage(_ index: Int) -> Bool {
        let room = max(0, index - Self.longestLabel)..<index
        return DateReader.words.contains { word in
            flow.lastIndex(of: word, in: room).map { place in
                flow.bytes[(place + word.count)..<index].allSatisfy { $0 == UInt8(ascii: ":") }
            } ?? false
        }
    }

    private static let longestLabel = 9
    /// 60 Chinese characters: the name of a document is no longer before its year.
    private static let longestName = 180

    private func isWithinName(_ index: Int) -> Bool {
        let room = max(0, index - Self.longestName)..<index
        guard let open = flow.lastIndex(of: Self.opening, in: room) else { return false }
        return flow.firstIndex(of: Self.closing, in: open..<index) == nil
    }
}
