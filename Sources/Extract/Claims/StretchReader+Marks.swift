internal import Model

/// 其中 and its like, and what stands beside the number before.
extension StretchReader {
    func marker(_ range: Range<Int>) -> (term: Term, index: Int)? {
        for index in range.reversed() {
            guard let term = tokens[index].term, Self.markers.contains(term) else { continue }
            return (term, index)
        }
        return nil
    }

    static let among = Array("中".utf8)

    /// 在21件申请中,: as good as 其中.
    func markerOfClause(_ context: ClauseContext) -> (term: Term, index: Int)? {
        let mark = context.start - 1
        guard mark > 0, tokens[mark].kind == .comma, let last = items.last, last.sentence == sentenceNumber,
            last.clause == context.clauses - 1, last.role == .count,
            flow.hasPrefix(Self.among, at: tokens[mark].start - Self.among.count), !isOneOfTwo(mark)
        else { return nil }
        return (.amongThem, mark)
    }

    private static let informed: TermSet = [.information, .document]

    /// 在主动公开的信息中,规划类14条: of what the clause before names and does not count.
    func markerOfNamed(_ context: ClauseContext) -> (term: Term, index: Int)? {
        let mark = context.start - 1
        guard mark > 0, tokens[mark].kind == .comma, context.wider < mark,
            tokens[mark - 1].term.map(Self.informed.contains) ?? false,
            tokens[mark - 1].end + Self.among.count == tokens[mark].start,
            flow.hasPrefix(Self.among, at: tokens[mark - 1].end)
        else { return nil }
        return (.amongThem, mark)
    }

    /// 发布272项办税指南: what the number counts stands behind it.
    func hasNounBehind(_ index: Int) -> Bool {
        let behind = tokens[(index + 1)...].prefix { !$0.endsClause && $0.number == nil && $0.kind != .pause }
        let next = index + 1 + behind.count
        let end = next < tokens.count ? tokens[next].start : stretchEnd
        return end - tokens[index].end >= Self.shortestNoun && !behind.contains { $0.term == .share }
    }

    /// The length of two characters.
    private static let shortestNoun = 6

    /// 新收的137件和上年结转的7件中,: of both together, which no figure says.
    private func isOneOfTwo(_ mark: Int) -> Bool {
        var place = mark - 1
        while place > 0, tokens[place].number == nil { place -= 1 }
        var before = place - 1
        while before > 0, tokens[before].number == nil, !tokens[before].endsClause { before -= 1 }
        guard before >= 0, tokens[before].number != nil else { return false }
        return Self.conjunctions.contains { flow.hasPrefix($0, at: tokens[before].end) }
            || ((before + 1)..<place).contains(where: { isConjunction($0) })
    }

    static let markers: TermSet = [.amongThem, .respectively, .including]

    /// Whether no word of weight stands before the marker in its sentence.
    func opens(_ index: Int, _ range: Range<Int>) -> Bool {
        tokens[range.lowerBound..<index].allSatisfy { token in
            switch token.kind {
            case .quote, .close, .pause, .comma: true
            case .term(let term): term == .filler
            default: false
            }
        }
    }

    /// Whether 等 follows, behind what the number counts.
    func isFollowedByOthers(_ index: Int, _ end: Int) -> Bool {
        var place = index + 1
        while place < end, tokens[place].number == nil {
            if tokens[place].term == .etCetera { return true }
            if tokens[place].endsClause { return leavesRest(behind: place, end) }
            place += 1
        }
        return false
    }

    /// 人事2条,其余为图片新闻: what is left has no number.
    private func leavesRest(behind mark: Int, _ end: Int) -> Bool {
        guard mark + 1 < end, tokens[mark + 1].term == .otherItem else { return false }
        let clause = tokens[(mark + 1)..<end].prefix { !$0.endsClause }
        return clause.count <= Self.longestRest && !clause.contains { $0.number != nil }
    }

    private static let longestRest = 12

    private static let besideShares: TermSet = [
        .share, .shareOf, .filler, .total, .newly, .receive, .accept, .application, .plainApplication, .thisYear,
        .process,
        .allHandled, .review, .litigation, .permit, .penalty, .coercive,
        .all,
    ]
    private static let besideRates: TermSet = [
        .handlingRate, .answeringRate, .countRate, .faultRate, .lossRate, .timely, .filler,
    ]
    private static let besideGrowth: TermSet = [
        .up, .down, .compare, .compared, .lastYear, .thisYear, .filler, .etCetera,
    ]

    /// Whether nothing but a comma or a bracket and the words that belong to it parts a share, a rate or a growth from
    /// the number before it.
    func isBeside(_ index: Int, _ role: ClaimRole) -> Bool {
        switch role {
        case .share: !isOfOneself(index) && (isBeside(index, Self.besideShares) || isBehindTold(index))
        case .rate: isBeside(index, Self.besideRates)
        case .growth: isBeside(index, Self.besideGrowth)
        case .count, .money: false
        }
    }

    /// 16件获得“部分公开”答复,占9.4%: what the figure counts stands between, and one comma.
    private func isBehindTold(_ index: Int) -> Bool {
        guard let last = items.last, last.sentence == sentenceNumber,
            let comma = tokens[..<index].lastIndex(where: \.endsClause), tokens[comma].kind == .comma,
            let number = tokens[..<comma].lastIndex(where: { $0.number != nil || $0.endsClause }),
            tokens[number].number != nil, unknown((comma + 1)..<index, before: tokens[index].start) <= 3,
            last.marks.isToldBehind || tellsOutcome(number, comma)
        else { return false }
        return tokens[(comma + 1)..<index].allSatisfy { $0.term.map(Self.besideShares.contains) ?? false }
    }

    /// 中有5件被纠正,: nothing but how they ended stands between the number and the comma.
    private func tellsOutcome(_ number: Int, _ comma: Int) -> Bool {
        let between = (number + 1)..<comma
        let outcomes = TermSet.outcomes.union(.disputeOutcomes)
        return words(between).meets(outcomes)
            && between.allSatisfy { tokens[$0].term.map(outcomes.union([.filler]).contains) ?? false }
    }

    func isBeside(_ index: Int, _ terms: TermSet) -> Bool {
        var place = index - 1
        while place >= 0, tokens[place].number == nil {
            switch tokens[place].kind {
            case .comma, .open, .year: break
            // 予以公开24件、占26.4%.
            case .pause where terms.contains(.shareOf): break
            case .close where terms.contains(.up): break
            // 增加16件、增长5.3%.
            case .pause where terms.contains(.up): break
            case .term(let term) where terms.contains(term): break
            default: return false
            }
            place -= 1
        }
        guard place >= 0 else { return false }
        let gap = (place + 1)..<index
        let frame = terms.contains(.shareOf) && isFramed(gap) ? 6 : 3
        guard unknown(gap, before: tokens[index].start) <= frame else { return false }
        guard let first = gap.first, tokens[first].start == tokens[place].end else { return false }
        // Two lines that a reader of pages put together say nothing of each other.
        if [.comma, .open, .pause].contains(tokens[first].kind) { return true }
        return flow.pieces[flow.piece(at: tokens[first].start)].gap < .line
            || flow.piece(at: tokens[first].start) == flow.piece(at: tokens[place].start)
    }

    private static let within = Array("在".utf8)
    private static let frameEnds = ["中", "里"].map { Array($0.utf8) }

    /// 不予公开21件,在全部办结件中所占比例为12.3%: what the share is of stands between 在 and 中.
    private func isFramed(_ gap: Range<Int>) -> Bool {
        guard let first = gap.first, let share = gap.last(where: { tokens[$0].term == .share }) else { return false }
        return flow.hasPrefix(Self.within, at: tokens[first].end)
            && Self.frameEnds.contains { flow.hasPrefix($0, at: tokens[share].start - $0.count) }
    }

    private static let overlaps = ["交叉", "重叠", "重复", "同时", "多类", "多个", "多种", "兼"].map { Array($0.utf8) }

    /// The length of a hundred characters.
    private static let reachOfOverlap = 300

    /// 部分建议涉及多类: what the list counts it may count twice.
    func saysOverlap(behind figure: Figure) -> Bool {
        let end = figure.sentence.upperBound < tokens.count ? tokens[figure.sentence.upperBound].start : stretchEnd
        let begin = tokens[figure.index].end
        let rest = begin..<max(begin, min(end, begin + Self.reachOfOverlap))
        return Self.overlaps.contains { flow.holds($0, in: rest) }
    }

    private static let countedTwice = [
        "均参加", "部分人员", "部分信息", "不同渠道", "相同信息", "同一信息", "同一条信息", "同条信息", "计1条", "计一条", "重复统计", "重复计算", "重复计入", "含重复",
        "兼有", "多家媒体", "存在交叉", "有交叉", "有重叠", "存在重叠",
    ].map { Array($0.utf8) }

    /// 公开607条(不同渠道公开相同信息计1条),其中网站561条、微信388条; 第一期213人、第二期239人,部分人员两期均参加.
    func isSaidToOverlap(_ figure: Figure) -> Bool {
        let start = max(sentenceStart ?? stretchStart, tokens[figure.index].start - Self.reachOfOverlap)
        let last = figure.sentence.upperBound < tokens.count ? tokens[figure.sentence.upperBound].start : stretchEnd
        let end = min(last, tokens[figure.index].end + Self.reachOfOverlap)
        return start < end && Self.countedTwice.contains { flow.holds($0, in: start..<end) }
    }

    /// 共286条信息:文字类265条.
    func followsColon(_ left: Range<Int>) -> Bool {
        left.lowerBound > 0 && tokens[left.lowerBound - 1].kind == .colon
    }

    /// 公开信息261条:网站139条.
    func isBehindColon(_ left: Range<Int>) -> Bool {
        let colon = left.lowerBound - 1
        return colon > 0 && tokens[colon].kind == .colon && tokens[colon - 1].number != nil
            && tokens[colon - 1].end == tokens[colon].start
    }
}
