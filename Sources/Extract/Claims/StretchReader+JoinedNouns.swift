internal import Model

/// Figures of several things named in one breath, of which a row counts one alone: 专职和兼职人员85人,
/// 规范性文件、工作方案等25件.
///
/// Outcomes, decisions and disputes are added up where their words are read.
extension StretchReader {
    mutating func joinNouns(_ counted: inout Counted, _ figure: Figure) {
        guard figure.role == .count, counted.doubt != .wording, let reading = counted.readings.first,
            reading.count == 1,
            !figure.own.contains(.respectively), let nouns = Self.nouns(of: reading[0]),
            let noun = figure.left.last(where: { isOf(nouns, $0) })
        else { return }
        let first = firstJoined(noun, nouns)
        // 工作会议或专题会议5次: one row for both.
        let areSeveral = (first...noun).contains { isOf(nouns, $0) && tokens[$0].term != tokens[noun].term }
        let isOpen = isJoined(first) || isJoinedToUnknown(first) || goesOnBehind(noun, figure.index)
        if areSeveral, !isOpen, let cells = cells(of: first...noun, nouns) {
            counted.readings = [cells]
            counted.key = cells.joined(separator: "+")
            counted.isWhole = false
        } else if areSeveral || isOpen || isInBracket(noun, figure.left) {
            counted.doubt = .wording
            counted.isWhole = false
            counted.key = nil
        }
    }

    /// The words that name the row of a cell, and the rows beside it.
    private static func nouns(of path: String) -> TermSet? {
        if path.hasPrefix("proactive.") { return .proactive }
        if isOfChannel(path) { return .media }
        if path.hasPrefix("statistics.received.") || path.hasPrefix("annex.received.") { return .means }
        if path.hasPrefix("statistics.closed.") { return [.timely, .late] }
        return path.hasPrefix("statistics.") ? .statistics : nil
    }

    /// What may stand between two of them: 按时办结和延期办结, 专职和兼职.
    private static let between: TermSet = [.filler, .compare, .process, .application, .plainApplication]

    private static func isLinking(_ token: ClaimToken) -> Bool { token.term.map(between.contains) ?? false }

    /// Where the words begin that are joined to the noun and name rows beside its own.
    private func firstJoined(_ noun: Int, _ nouns: TermSet) -> Int {
        var first = noun
        while first > 0, isJoined(first), let before = (0..<first).last(where: { isOf(nouns, $0) }),
            tokens[(before + 1)..<first].allSatisfy({ $0.kind == .pause || Self.isLinking($0) })
        {
            first = before
        }
        return first
    }

    /// The cells of several ways by which applications came in, or of all who work on disclosure; what several channels
    /// published may be the same.
    private func cells(of range: ClosedRange<Int>, _ nouns: TermSet) -> [String]? {
        let terms = range.compactMap { tokens[$0].term }.filter(nouns.contains)
        if terms == [.staffFull, .staffPart] { return terms.map { SubjectTeller.statistic($0) }.compactMap(\.self) }
        if terms == [.timely, .late] {
            return ["statistics.closed.on_time.count", "statistics.closed.extended.count"]
        }
        guard nouns.isWithin(.means) else { return nil }
        let cells = terms.map { teller.paths.received(by: $0) }
        return cells.allSatisfy { $0.count == 1 } && Set(cells).count == cells.count ? cells.flatMap(\.self) : nil
    }

    /// 查处违法案件、行政处罚120件: joined to words that are not known.
    private func isJoinedToUnknown(_ noun: Int) -> Bool {
        let start = tokens[noun].start
        let joint = Self.conjunctions.first { start >= $0.count && flow.hasPrefix($0, at: start - $0.count) }
        let isPaused = noun > 0 && tokens[noun - 1].kind == .pause && tokens[noun - 1].end == start
        guard joint != nil || isPaused else { return false }
        let end = start - (joint?.count ?? tokens[max(0, noun - 1)].end - tokens[max(0, noun - 1)].start)
        let isWord = end >= 3 && flow.bytes[end - 3] >= 0xE4 && flow.bytes[end - 3] <= 0xE9
        return isWord && !tokens[..<noun].contains { $0.end == end }
    }

    /// 规范性文件和人事任免文件25件, 规范性文件等政策文件12件, 政府网站、查阅场所公开的.
    private func goesOnBehind(_ noun: Int, _ number: Int) -> Bool {
        let end = tokens[noun].end
        guard end < tokens[number].start else { return false }
        if Self.conjunctions.contains(where: { flow.hasPrefix($0, at: end) }) { return true }
        guard noun + 1 < number, tokens[noun + 1].start == end else { return false }
        return tokens[noun + 1].kind == .pause || tokens[noun + 1].term == .etCetera
    }

    /// 信函(含传真)申请2件: with what stands in the bracket.
    private func isInBracket(_ noun: Int, _ left: Range<Int>) -> Bool {
        guard noun > left.lowerBound, isOf([.containing, .including], noun - 1) else { return false }
        return noun > left.lowerBound + 1 && tokens[noun - 2].kind == .open
    }
}
