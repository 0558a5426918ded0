internal import Model

/// What is told of all of them: 均为零, 均维持, 全部办结.
extension StretchReader {
    private static let of = Array("的".utf8)

    /// 行政复议、行政诉讼均为零; whether anything is denied so.
    mutating func denyBefore(_ index: Int, _ range: Range<Int>) -> Bool {
        var start = index
        while start > range.lowerBound, !tokens[start - 1].endsClause, tokens[start - 1].number == nil { start -= 1 }
        guard start < index, !state.isOtherYear, !state.isPlan, !isNoneOfOther(index) else { return false }
        // 收件为零的单位有14家.
        if flow.hasPrefix(Self.of, at: tokens[index].end) { return false }
        let words = words(start..<index)
        // 复议纠错率为零 denies no review, nor 分别为零件、零件和3件 all three.
        guard !words.contains(.respectively), !words.meets(Self.denialTurners),
            !words.meets([.faultRate, .upheldRate, .lossRate])
        else { return false }
        let terms = (start..<index).compactMap { place -> SubjectTeller.Placed? in
            guard let term = tokens[place].term, TermSet.telling.contains(term) else { return nil }
            return SubjectTeller.Placed(
                term: term,
                start: tokens[place].start,
                end: tokens[place].end,
                isJoined: place > start && isJoined(place)
            )
        }
        var counted = teller.counted(terms, words, .none, state)
        if state.isSince, !teller.paths.isRevised {
            counted.readings = counted.readings.map { $0.map(Self.cumulative) }
            counted.key = counted.key.map(Self.cumulative)
        }
        guard !counted.readings.isEmpty, let key = counted.key else { return false }
        // 行政复议案件被追责零起: of something that happened to them.
        let last = (start..<index).last { place in terms.contains { $0.start == tokens[place].start } }
        if let last, narrowsBehind(last, (last + 1)..<index, before: tokens[index].start) {
            counted.doubt = counted.doubt ?? .wording
        }
        // Of the readings only the first: nothing at all was received.
        appendZero(
            key: key,
            readings: [counted.readings[0]],
            tokens: start..<(index + 1),
            isDenial: true,
            doubt: counted.doubt
        )
        return true
    }

    /// 行政复议7件,诉讼9件,均获维持: nothing was corrected, and nothing is open.
    mutating func upheld(_ term: Term, at index: Int, _ range: Range<Int>) {
        guard !state.isOtherYear, !state.isPlan, !isAim(index, range) else { return }
        let isOfMatter = state.namesMatter || state.section == "disputes"
        var kinds: [Term] = []
        // Nobody loses a review.
        let named: TermSet = term == .noLoss ? [.litigation, .direct, .afterReview] : .disputes
        for place in range.lowerBound..<index {
            if let kind = tokens[place].term, named.contains(kind), !kinds.contains(kind) {
                kinds.append(kind)
            }
        }
        // 直接起诉4件,纠正2件;复议后起诉6件,没有被纠正的: of the last of them.
        if term == .noFault, kinds.count > 1, !isOfAll(index), let last = lastDispute(range.lowerBound..<index) {
            kinds = [last]
        }
        if kinds.isEmpty, term == .noLoss, state.section == "disputes" { kinds = [.litigation] }
        if kinds.isEmpty, term == .allUpheld { return upheldByDecider(at: index, range) }
        // 行政复议4件,全部维持: as many as there were, and none with another outcome.
        if kinds.count == 1, term == .allUpheld, bareOutcome(.upheld, at: index, range) { return }
        guard isOfMatter, !kinds.isEmpty, !followsOtherDisputes, !isOfSome(before: index, range) else { return }
        if term == .noLoss, !isWonPlainly(at: index, range) { return }
        // 2件已审结,均维持: those.
        let isOfClosed = words(range.lowerBound..<index).meets([.concluded, .pending])
        // 行政诉讼2件,全部胜诉: none of them is open, either.
        let saysEnd = term == .allUpheld && !isOfClosed || term == .noLoss && isWon(index)
        let columns = saysEnd ? ["corrected", "pending"] : ["corrected"]
        let cells = kinds.flatMap { kind in columns.flatMap { teller.paths.disputes(kind, $0) } }
        guard let first = cells.first else { return }
        appendZero(key: first, readings: [cells], tokens: index..<(index + 1), isDenial: false)
    }

    /// 其中3件均被维持, 除纠正1件外均维持: not of all of them.
    private func isOfSome(before index: Int, _ range: Range<Int>) -> Bool {
        if tokens[range.lowerBound..<index].contains(where: { $0.term == .except }) { return true }
        guard index > range.lowerBound, tokens[index - 1].number != nil, tokens[index - 1].end == tokens[index].start,
            let last = items.last
        else { return false }
        return last.marker != nil || !last.ownWords.meets(.disputes)
    }

    private static let none = ["无", "没有", "不存在"].map { Array($0.utf8) }

    /// 均未被纠正, 零纠错: of all that were named, as 没有被纠正 is not.
    private func isOfAll(_ index: Int) -> Bool {
        !Self.none.contains { flow.hasPrefix($0, at: tokens[index].start) }
    }

    private func lastDispute(_ range: Range<Int>) -> Term? {
        range.last { isOf(.disputes, $0) }.flatMap { tokens[$0].term }
    }

    /// Whether the figure before counts disputes that the table does not: 对投诉处理决定申请行政复议2件,均维持.
    private var followsOtherDisputes: Bool {
        guard let last = items.last, last.sentence == sentenceNumber, last.role == .count,
            last.words.meets(.disputes)
        else { return false }
        return result.claims[last.claim].readings.isEmpty
    }

    /// 年内已全部办结, where nothing came over from the year before.
    ///
    /// Else all of those that came in may be meant, and not those that came over; and 目前均已办结 is said when the report is
    /// written, and not of the year's end.
    func isHandledWithinYear(_ index: Int, _ range: Range<Int>) -> Bool {
        guard teller.paths.hasNoneCarriedIn else { return false }
        let clause = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause).map { $0 + 1 } ?? range.lowerBound
        return words(clause..<index).contains(.thisYear)
    }

    /// 办结率100%, 均已办结: nothing is left for the next year.
    mutating func allHandled(at index: Int, _ range: Range<Int>, doubt: Claim.Doubt? = nil) {
        guard teller.paths.isRevised, !state.isOtherYear, !state.isPlan else { return }
        guard state.topic == .application || state.topicBefore == .application else { return }
        // 上年结转61件已全部办结: those alone.
        if let last = items.last, last.sentence == sentenceNumber,
            result.claims[last.claim].readings.first == teller.paths.applications("carried_in")
        {
            return
        }
        let others: TermSet = [.timely, .late, .except, .carriedOut, .proposal, .consultation]
        guard !words(range).meets(others), !state.isOfProposals, !leavesOutOpen(index) else { return }
        let cells = teller.paths.applications("carried_out")
        appendZero(key: cells[0], readings: [cells], tokens: index..<(index + 1), isDenial: false, doubt: doubt)
    }
}
