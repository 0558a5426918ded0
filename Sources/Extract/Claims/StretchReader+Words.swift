internal import Model

/// Which words speak of a number, and how it hangs together with the one before.
extension StretchReader {
    // MARK: Words

    func words(_ range: Range<Int>) -> TermSet {
        var words = TermSet()
        for token in tokens[range] { if let term = token.term { words.insert(term) } }
        return words
    }

    /// The words of a figure, without a 含 that tells in a bracket what the thing counted is: 其他类信息(含人事、采购)6条.
    func wordsOfItem(_ range: Range<Int>) -> TermSet {
        var words = words(range)
        guard words.contains(.containing), let open = range.last(where: { tokens[$0].kind == .open }),
            let close = range.last(where: { tokens[$0].kind == .close }), close > open
        else { return words }
        let isOutside = range.contains { tokens[$0].term == .containing && !(open..<close).contains($0) }
        if !isOutside { words.remove(.containing) }
        return words
    }

    private static let quarters: [(name: [UInt8], bits: UInt8)] = [
        ("上半年", 0b0011), ("下半年", 0b1100), ("一季度", 0b0001), ("二季度", 0b0010), ("三季度", 0b0100), ("四季度", 0b1000),
        ("第一季度", 0b0001), ("第二季度", 0b0010), ("第三季度", 0b0100), ("第四季度", 0b1000), ("前三季度", 0b0111),
        ("前三个季度", 0b0111), ("一至三季度", 0b0111), ("前两个季度", 0b0011),
    ].map { (Array($0.utf8), $1) }

    /// The quarters of the year that are named, a bit each.
    func quarters(_ range: Range<Int>) -> UInt8 {
        range.reduce(0) { bits, index in
            guard tokens[index].term == .partOfYear else { return bits }
            let name = flow.bytes[tokens[index].start..<tokens[index].end]
            return bits | (Self.quarters.first { name.elementsEqual($0.name) }?.bits ?? 0)
        }
    }

    func placed(_ range: Range<Int>) -> [SubjectTeller.Placed] {
        range.compactMap { index in
            guard let term = tokens[index].term, Self.told.contains(term) else { return nil }
            return SubjectTeller.Placed(
                term: term,
                start: tokens[index].start,
                end: tokens[index].end,
                isJoined: isJoined(index),
                isLed: tokens[index].start > (index > 0 ? tokens[index - 1].end : sentenceStart ?? stretchStart)
            )
        }
    }

    private static let told = TermSet.telling

    /// All disputes of the kind of which the figure counts an outcome.
    func disputeWholes(_ counted: Counted) -> [String] {
        guard counted.family == .disputeOutcome, teller.paths.isRevised, let cells = counted.readings.first else {
            return []
        }
        return cells.compactMap { path in path.lastIndex(of: ".").map { path[..<$0] + ".total" } }
    }

    /// 共21件, behind a comma: what it counts was said before.
    func isBareTotal(_ left: Range<Int>, _ own: TermSet, at index: Int) -> Bool {
        guard own.contains(.total), ownBytes(left, before: tokens[index].start) == 0 else { return false }
        // 共3件未结: the word behind it says what it counts.
        if index + 1 < tokens.count, tokens[index + 1].start == tokens[index].end,
            let next = tokens[index + 1].term, TermSet.nouns.contains(next)
        {
            return false
        }
        // 累计 may be more than what stands before it.
        if left.contains(where: { flow.hasPrefix(Self.soFar, at: tokens[$0].start) }) { return false }
        // 总量63件: a level, and no sum of those before it.
        if left.contains(where: { token in Self.levels.contains { flow.hasPrefix($0, at: tokens[token].start) } }) {
            return false
        }
        let plain: TermSet = [.total, .filler, .wideScope]
        if left.allSatisfy({ tokens[$0].term.map(plain.contains) ?? false }) { return true }
        // 新媒体合计发布1938条: 合计 leaves out none of those before it.
        let publishes: TermSet = [.total, .filler, .publish, .otherMedia, .information]
        return left.allSatisfy { tokens[$0].term.map(publishes.contains) ?? false }
            && left.contains { token in
                // 四个领域共计公开49条.
                flow.hasPrefix(Self.inAll, at: tokens[token].start)
                    || tokens[token].term == .total && tokens[token].end - tokens[token].start > Self.inAll.count
            }
    }

    private static let soFar = Array("累计".utf8)
    private static let levels = ["总量", "总数"].map { Array($0.utf8) }
    private static let inAll = Array("合计".utf8)

    /// Whether 上升至 and the level of this year follow: 由12件上升至15件.
    func isFormerLevel(_ index: Int, _ end: Int) -> Bool {
        index + 1 < end && tokens[index + 1].term == .reach && tokens[index + 1].start == tokens[index].end
    }

    static let some = Array("有".utf8)
    private static let centre = Array("中心".utf8)

    /// 收到的58件申请中有1件: some of what the word before 中 names.
    func isOutOfNamed(_ left: Range<Int>) -> Bool {
        let named: TermSet = [.application, .plainApplication, .review, .litigation]
        // 主动公开的政府信息中便民服务类6条; 信息中心 is a body.
        let isOfInformation = left.dropLast().contains { token in
            tokens[token].term == .information && flow.hasPrefix(Self.among, at: tokens[token].end)
                && !flow.hasPrefix(Self.centre, at: tokens[token].end)
        }
        if isOfInformation { return true }
        guard let last = left.last(where: { tokens[$0].term.map(named.contains) ?? false }) else { return false }
        return tokens[last].end + Self.among.count <= stretchEnd && flow.hasPrefix(Self.among, at: tokens[last].end)
    }

    /// 依申请公开事项中,1件提请协调,3件自行答复: the clause before names what they are some of, and counts nothing.
    func isOutOfNamedBefore(_ index: Int, _ range: Range<Int>) -> Bool {
        guard let comma = tokens[range.lowerBound..<index].firstIndex(where: { $0.kind == .comma }),
            !tokens[range.lowerBound..<comma].contains(where: { $0.number != nil })
        else { return false }
        return flow.hasPrefix(Self.among, at: tokens[comma].start - Self.among.count)
    }

    /// 收到的申请中,有8件申请同一事项: some of what was named in the clause before.
    func isOfSome(_ left: Range<Int>, _ own: TermSet) -> Bool {
        guard let first = left.first, tokens[first].term == .filler, !own.meets(.telling) else { return false }
        return first > 0 && tokens[first - 1].kind == .comma && flow.hasPrefix(Self.some, at: tokens[first].start)
    }

    /// 其中当年收到当年办结13件: of those received this year, or dealt with in time, and not of all.
    func isPartlyHandled(_ words: TermSet) -> Bool {
        words.meets([.within, .inYear]) || words.contains(.process) && words.meets([.receive, .newly, .thisYear])
    }

    /// 其中上年结转办结3件,本年新收办结43件: of those received this year alone, where the others are told, too.
    func isOfNewOnes(_ own: TermSet) -> Bool {
        state.namesCarriedIn && own.contains(.newly) && own.contains(.process) && !own.meets([.carriedIn, .carry])
    }

    /// The bytes of the words in a bracket directly before the number's own words: 县(市、区)收到162件.
    func bracketed(before left: Range<Int>) -> Int {
        let close = left.lowerBound - 1
        guard close > 0, tokens[close].kind == .close, tokens[close - 1].number == nil else { return 0 }
        // 公开46件(含企业申请)、…: it is that of the number before.
        if let open = tokens[..<close].lastIndex(where: { $0.kind == .open }), open > 0, tokens[open - 1].number != nil
        {
            return 0
        }
        return tokens[close].start - tokens[close - 1].end
    }

    /// 房屋征收(41件): the bracket is that of words that are not known.
    func isOfUnknown(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].kind == .open && index > 1 && tokens[index - 2].end != tokens[index - 1].start
    }

    /// 2件维持、1件纠正: the word before the mark is that of the number before it.
    func belongsToLast(_ left: Range<Int>, _ index: Int) -> Bool {
        left.count > 1 && left.lowerBound > 0 && tokens[left.lowerBound - 1].number != nil
            && tokens[index - 1].kind == .pause && tokens[index - 1].end == tokens[index].start
    }

    /// The bytes of the number's own words that no token covers, from the mark or the number before them on.
    func ownBytes(_ left: Range<Int>, before end: Int) -> Int {
        let lead = left.lowerBound > 0 ? tokens[left.lowerBound - 1].end : left.first.map { tokens[$0].start } ?? end
        return unknown(left, before: end) + max(0, (left.first.map { tokens[$0].start } ?? end) - lead)
    }

    /// 其中1件通过网络提交: what stands before 其中 tells of the whole.
    func tellsBehind(_ own: TermSet, _ index: Int, _ right: Int) -> Bool {
        own.contains(.amongThem) && words((index + 1)..<right).meets(.nouns)
    }

    /// 12件新收申请和1件结转申请: the words before the 和 are those of the number before it.
    func isToldBefore(_ left: Range<Int>, _ index: Int) -> Bool {
        guard left.count > 1, left.lowerBound > 0, tokens[left.lowerBound - 1].number != nil,
            tokens[left.lowerBound].start == tokens[left.lowerBound - 1].end, let last = voices.last?.voice,
            last.isBehind,
            isConjunction(index - 1), tokens[index - 1].end == tokens[index].start
        else { return false }
        return words(left.lowerBound..<(index - 1)).meets(.nouns)
    }

    func isConjunction(_ index: Int) -> Bool {
        Self.conjunctions.contains {
            tokens[index].end - tokens[index].start == $0.count && flow.hasPrefix($0, at: tokens[index].start)
        }
    }

    /// 答复质量不高,全年11件行政复议案件中有1件被纠正: the noun stands directly behind it.
    func isBeforeNoun(_ left: Range<Int>, _ index: Int, _ right: Int) -> Bool {
        // 答复不够精准,全年有21件因补正后仍不明确无法提供.
        if let first = left.first, first > 0, tokens[first - 1].kind == .comma, index + 1 < right,
            left.contains(where: { tokens[$0].term == .thisYear }), words((index + 1)..<right).meets(.outcomes)
        {
            return true
        }
        guard index + 1 < right, tokens[index + 1].start - tokens[index].end <= 24,
            tokens[index + 1].term.map(TermSet.disputes.union([.matter, .ofMatter]).contains) ?? false
        else { return false }
        return words((index + 1)..<right).meets(.disputes)
    }

    /// 涉信息公开复议中,5件维持、1件纠正: a number that begins its clause, with its outcome directly behind it.
    func beginsClause(_ left: Range<Int>, _ index: Int, _ right: Int) -> Bool {
        guard left.isEmpty, index > 0, tokens[index - 1].kind == .comma, index + 1 < right else { return false }
        // 一件为信访举报投诉类.
        var next = index + 1
        while next + 1 < right, tokens[next].term == .filler, tokens[next].start == tokens[next - 1].end { next += 1 }
        guard tokens[next].start == tokens[next - 1].end, let term = tokens[next].term else { return false }
        // 均按流程答复,1件结转至下年办理.
        return next == index + 1
            && (TermSet.disputeOutcomes.contains(term) || term == .concluded || term == .carriedOut)
            || TermSet.outcomes.contains(term)
    }

    /// 新收的15件办结13件: the verb between them is that of the second.
    func isVerbOfNext(_ index: Int, _ right: Int) -> Bool {
        right < tokens.count && tokens[right].number != nil && words((index + 1)..<right).meets(.applicationVerbs)
    }

    /// 其余6件为不予公开1件、无法提供4件: the word behind is that of the next number.
    func belongsToNext(_ index: Int, _ right: Int, _ own: TermSet) -> Bool {
        own.contains(.otherItem) && right < tokens.count && tokens[right].number != nil
            && words((index + 1)..<right).meets(.outcomes.union(.disputeOutcomes))
    }
}
