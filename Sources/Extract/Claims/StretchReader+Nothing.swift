internal import Model

/// What there was none of, in words that stand behind 零, or that name the matter as a whole: 零申请, 零复议、零诉讼, 没有依申请公开情况发生.
///
/// 零 is said of aims (推动零复议), of what there was none of among others (零复议纠错), and of some bodies (11个单位零申请): every byte
/// of its clause must be known.
extension StretchReader {
    private static let leads = phrases(
        "实现 实现了 保持 继续保持 持续保持 保持了 均为 均 为 仍为 政府信息公开工作 政府信息公开 信息公开工作 信息公开 政务公开工作 依申请公开工作 依申请公开 涉政府信息公开 "
            + "政府信息公开类 政府信息公开方面 信息公开方面 工作 连续三年 连续两年 连续多年 ,"
    )
    private static let matters: [(words: [[UInt8]], term: Term)] = [
        (phrases("行政复议 复议 行政复议案件 复议案件"), .review), (phrases("行政诉讼 诉讼 行政诉讼案件 诉讼案件"), .litigation),
        (phrases("申请 申请件 依申请 政府信息公开申请 信息公开申请 依申请公开"), .application),
        (phrases("举报投诉 投诉举报 举报、投诉 投诉、举报"), .complaint),
        (phrases("投诉 举报 信访 上访 败诉 纠错 被纠错 差错 逾期"), .otherItem),
    ]
    private static let none = Array("零".utf8)
    private static let joints = phrases("、 和 及 , \"")
    private static let known = leads + joints
    /// The length of sixty characters.
    private static let longestWithNone = 180
    private static let ends = phrases("、 。 , ; 案件 发生 的 和 及 且 \"")

    /// Reads 零复议, 零申请 at a 零 of which the noun stands behind.
    mutating func denyBehind(_ index: Int, _ range: Range<Int>) {
        guard speaksOfWholeYear, flow.hasPrefix(Self.none, at: tokens[index].start) else { return }
        let start = tokens[index].start + Self.none.count
        guard let (term, end) = matter(at: start), endsBehindNone(end), isToldOfAll(index, range) else { return }
        let cells: [String]
        switch term {
        case .review, .litigation: cells = isOfMatter(range) ? teller.paths.disputes(term, "total") : []
        case .application: cells = isOfMatter(range) || state.isAboutApplications ? receivedCells : []
        case .complaint: cells = isOfMatter(range) && state.section != "disputes" ? complaintCells : []
        default: cells = []
        }
        guard !cells.isEmpty else { return }
        var last = index + 1
        while last < range.upperBound, tokens[last].end <= end { last += 1 }
        appendZero(key: cells.joined(separator: "+"), readings: [cells], tokens: index..<last, isDenial: true)
    }

    private func matter(at place: Int) -> (term: Term, end: Int)? {
        var found: (term: Term, end: Int)?
        for (words, term) in Self.matters {
            let end = place + Self.length(of: words, in: flow, at: place)
            if end > found?.end ?? place { found = (term, end) }
        }
        return found
    }

    private var receivedCells: [String] {
        switch teller.paths.era {
        case .revised: teller.paths.applications("received")
        case .statistics: ["statistics.received.count"]
        case .annex: ["annex.received.year"]
        }
    }

    private var complaintCells: [String] {
        if case .statistics = teller.paths.era { return ["statistics.complaints.count"] }
        return []
    }

    private func isOfMatter(_ range: Range<Int>) -> Bool {
        state.section == "disputes" || words(range).meets([.matter, .ofMatter, .application, .applicationWork])
    }

    /// Whether the noun behind 零 ends where another begins or the clause ends: 零复议率 and 零诉讼目标 are something else.
    private func endsBehindNone(_ end: Int) -> Bool {
        guard end < stretchEnd else { return true }
        return flow.hasPrefix(Self.none, at: end) && matter(at: end + Self.none.count) != nil
            || Self.ends.contains { flow.hasPrefix($0, at: end) } && !isOfAim(end)
    }

    private static let aims = phrases("的目标 的要求 的承诺 案件率 发生率")

    private func isOfAim(_ end: Int) -> Bool { Self.aims.contains { flow.hasPrefix($0, at: end) } }

    /// Whether its clause says nothing besides the year, the body, its matter and what else there was none of.
    private func isToldOfAll(_ index: Int, _ range: Range<Int>) -> Bool {
        let mark = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause)
        let start = mark.map { tokens[$0].end } ?? sentenceStart ?? stretchStart
        guard tokens[index].start - start <= Self.longestWithNone,
            tokens[(mark.map { $0 + 1 } ?? range.lowerBound)..<index].allSatisfy({ $0.number == nil }),
            var place = opening(at: start)?.place
        else { return false }
        while place < tokens[index].start {
            var length = Self.length(of: Self.known, in: flow, at: place)
            if flow.hasPrefix(Self.none, at: place), let found = matter(at: place + Self.none.count) {
                length = found.end - place
            }
            guard length > 0 else { return false }
            place += length
        }
        return place == tokens[index].start
    }

    // MARK: 无申请, 没有依申请公开情况

    private static let situations = phrases("依申请公开情况 依申请公开的情况 申请公开情况 依申请情况")
    private static let comings = phrases("发生 出现 的发生")

    /// 2024年我局没有依申请公开情况发生, 本年度无申请: all that the sentence says of the year.
    func deniesAllApplications(_ index: Int, _ behind: Range<Int>, _ range: Range<Int>) -> Bool {
        guard speaksOfWholeYear, opening(at: sentenceStart ?? stretchStart)?.place == tokens[index].start else {
            return false
        }
        var place = tokens[index].end
        let situation = Self.length(of: Self.situations, in: flow, at: place)
        if situation > 0 {
            place += situation
            place += Self.length(of: Self.comings, in: flow, at: place)
        } else {
            guard state.section == "applications", let (term, end) = matter(at: place), term == .application else {
                return false
            }
            place = end
        }
        return place == border(of: behind)
    }

    mutating func denyAllApplications(_ range: Range<Int>) {
        let cells = receivedCells
        appendZero(key: cells.joined(separator: "+"), readings: [cells], tokens: range, isDenial: true)
    }
}
