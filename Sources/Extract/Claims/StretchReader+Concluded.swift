internal import Model

/// What is said of the end of all disputes that the figures before count: 行政诉讼2件,均已审结.
extension StretchReader {
    private static let ends = ["均已审结", "均审结", "已全部审结", "全部审结", "均已结案", "已全部结案", "全部结案"].map { Array($0.utf8) }
    private static let narrower: TermSet = [
        .pending, .subset, .otherItem, .except, .amongThem, .withdrawn, .partOfYear, .carriedIn, .carriedOut, .carry,
        .until,
    ]
    private static let kinds: [Term] = [.review, .litigation, .direct, .afterReview]

    /// None of them is open: the clause says nothing else, and stands directly behind the number.
    mutating func concludedAll(at index: Int, _ range: Range<Int>) {
        guard teller.paths.isRevised, speaksOfWholeYear, state.namesMatter || state.section == "disputes",
            !words(range).meets(Self.narrower), endsHere(index, range),
            let comma = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause), comma > range.lowerBound,
            tokens[comma].kind == .comma, tokens[comma - 1].number != nil,
            Self.ends.contains(where: { flow.bytes[tokens[comma].end..<tokens[index].end].elementsEqual($0) })
        else { return }
        let cells = disputesBefore().flatMap { teller.paths.disputes($0, "pending") }
        guard let first = cells.first else { return }
        appendZero(key: first, readings: [cells], tokens: (comma + 1)..<(index + 1), isDenial: false)
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
            if !item.isBehindPause { return kinds }
        }
        return kinds
    }
}
