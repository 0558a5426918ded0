internal import Model

/// What is said of the end of all disputes that the figures before count: 行政诉讼2件,均已审结.
extension StretchReader {
    private static let ends = ["均已审结", "均审结", "已全部审结", "全部审结", "均已结案", "已全部结案", "全部结案"].map { Array($0.utf8) }
    private static let narrower: TermSet = [
        .pending, .subset, .otherItem, .except, .amongThem, .withdrawn, .partOfYear, .carriedIn, .carriedOut, .carry,
        .until,
    ]
    private static let kinds: [Term] = [.review, .litigation, .direct, .afterReview]

    /// None of them is open: the clause says nothing else, and stands directly behind the number or the names of them all.
    mutating func concludedAll(at index: Int, _ range: Range<Int>) {
        guard teller.paths.isRevised, speaksOfWholeYear, state.namesMatter || state.section == "disputes",
            !words(range).meets(Self.narrower), endsHere(index, range),
            let (first, kinds) = endedByNumber(index, range) ?? endedByName(index, range)
        else { return }
        let cells = kinds.flatMap { teller.paths.disputes($0, "pending") }
        guard let key = cells.first else { return }
        appendZero(key: key, readings: [cells], tokens: first..<(index + 1), isDenial: false)
    }

    private func endedByNumber(_ index: Int, _ range: Range<Int>) -> (first: Int, kinds: [Term])? {
        guard let comma = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause), comma > range.lowerBound,
            tokens[comma].kind == .comma, tokens[comma - 1].number != nil,
            Self.ends.contains(where: { flow.bytes[tokens[comma].end..<tokens[index].end].elementsEqual($0) })
        else { return nil }
        return (comma + 1, disputesBefore())
    }

    private static let ofNames: TermSet = [
        .review, .litigation, .matter, .ofMatter, .filler, .all, .thisYear, .information, .occur,
    ]
    /// 已.
    private static let shortestWord = 3

    /// 政府信息公开行政复议、行政诉讼案件均已审结: the sentence has no number and names nothing else.
    private func endedByName(_ index: Int, _ range: Range<Int>) -> (first: Int, kinds: [Term])? {
        let before = range.lowerBound..<index
        guard Self.ends.contains(where: { flow.hasPrefix($0, at: tokens[index].end - $0.count) }),
            words(before).isWithin(Self.ofNames), tokens[before].allSatisfy({ $0.number == nil }),
            unknown(before, before: tokens[index].start, from: sentenceBegin) <= Self.shortestWord
        else { return nil }
        let kinds = Self.kinds.filter(words(before).contains)
        return kinds.isEmpty ? nil : (range.lowerBound, kinds)
    }

    /// The kinds that the last figures of the sentence count, joined by 、; none where one of them may count something else.
    private func disputesBefore() -> [Term] {
        var kinds: [Term] = []
        for item in items.reversed() {
            let claim = result.claims[item.claim]
            guard item.sentence == sentenceNumber, item.family == .dispute, item.role == .count, item.depth == 0,
                item.marker == nil, claim.doubt == nil, !claim.isPart,
                let kind = Self.kinds.first(where: { claim.readings.first == teller.paths.disputes($0, "total") })
            else { return [] }
            kinds.append(kind)
            if !item.marks.isBehindPause { return kinds }
        }
        return kinds
    }
}
