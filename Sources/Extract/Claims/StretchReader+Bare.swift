internal import Model

/// What is said of all that was just counted: 均被维持, 均予以公开.
extension StretchReader {
    /// 行政复议1件,结果为维持; 诉讼1件(尚未审结): the one case there was ended so.
    @discardableResult
    mutating func bareOutcome(_ term: Term, at index: Int, _ range: Range<Int>) -> Bool {
        guard let item = items.last, item.sentence == sentenceNumber, item.family == .dispute, item.role == .count,
            !item.isOfOtherYears, !state.isOtherYear, !state.isPlan,
            let value = item.numeral.value, value > Quantity(0), !result.claims[item.claim].readings.isEmpty,
            let clause = bareClause(around: index, range), let number = numberBefore(clause.lowerBound, range)
        else { return false }
        let words = bareWords(clause, of: item)
        guard value == Quantity(1) || words.meets([.all, .allUpheld]), !words.meets(Self.notBare) else { return false }
        guard unknown(clause, before: tokens[index].start, from: tokens[clause.lowerBound].start) <= 24,
            clause.upperBound == index + 1 || isPlainTail((index + 1)..<clause.upperBound)
        else { return false }
        let cells = state.dispute.flatMap { teller.paths.disputes($0, CellPaths.column(term)) }
        guard !cells.isEmpty else { return false }
        append(value, key: cells.joined(separator: "+"), readings: [cells], tokens: number..<(index + 1))
        return true
    }

    private static let notBare: TermSet = [
        .not, .loss, .condition, .noFault, .review, .litigation, .direct, .afterReview, .zero, .otherVerb, .plan,
    ]

    private static let body = Array("机关".utf8)

    /// 均被复议机关维持: the body that decides, where the cases are those that it decided.
    private func bareWords(_ clause: Range<Int>, of item: ClaimItem) -> TermSet {
        let isOfReviews = result.claims[item.claim].readings == [teller.paths.disputes(.review, "total")]
        var words = TermSet()
        for token in tokens[clause] {
            guard let term = token.term, !(isOfReviews && isDecider(token)) else { continue }
            words.insert(term)
        }
        return words
    }

    private func isDecider(_ token: ClaimToken) -> Bool {
        token.term == .review && flow.hasPrefix(Self.body, at: token.end)
    }

    private func isPlainTail(_ range: Range<Int>) -> Bool {
        range.allSatisfy { tokens[$0].term.map(Self.tailOfOutcome.contains) ?? false }
    }

    /// 维持原答复, 维持我局作出的答复.
    private static let tailOfOutcome: TermSet = [.tail, .filler, .quality, .process, .decide]

    /// The clause of a word, where it has no number.
    private func bareClause(around index: Int, _ range: Range<Int>) -> Range<Int>? {
        var start = index
        while start > range.lowerBound, !tokens[start - 1].endsClause { start -= 1 }
        var end = index + 1
        while end < range.upperBound, !tokens[end].endsClause { end += 1 }
        guard !(start..<end).contains(where: { tokens[$0].number != nil }) else { return nil }
        return start..<end
    }

    /// The number that ends the clause before the one that begins at `start`.
    private func numberBefore(_ start: Int, _ range: Range<Int>) -> Int? {
        guard start > range.lowerBound + 1, tokens[start - 1].kind == .comma || tokens[start - 1].kind == .open else {
            return nil
        }
        return tokens[start - 2].number != nil ? start - 2 : nil
    }

    /// 复议机关均维持原答复, with no number in the sentence: none of those that were counted before was corrected.
    mutating func upheldByDecider(at index: Int, _ range: Range<Int>) {
        guard state.section == "disputes", teller.paths.isRevised,
            (range.lowerBound..<index).contains(where: { tokens[$0].term == .decider || isDecider(tokens[$0]) }),
            tokens[range].allSatisfy({ $0.number == nil }),
            words(range).isWithin([.decider, .allUpheld, .filler, .process, .decide, .thisYear, .review]),
            unknown(range, before: tokens[range.upperBound - 1].end) <= 12,
            items.allSatisfy({ $0.family == .dispute && $0.marker == nil }), items.count < 3
        else { return }
        let cells = teller.paths.disputes(.review, "corrected")
        guard let first = cells.first else { return }
        appendZero(key: first, readings: [cells], tokens: index..<(index + 1), isDenial: false)
    }

    // MARK: 办理申请12件,均予以公开

    private static let everything = Array("全部".utf8)
    private static let notAll: TermSet = [
        .except, .condition, .partly, .refused, .unavailable, .notProcessed, .otherProcessing, .otherItem, .carriedOut,
        .carriedIn, .carry, .unhandled, .proposal, .consultation, .withdrawn, .petition, .repeated, .amongThem,
        .not, .share, .information, .elsewhere,
    ]

    /// As many were granted, or granted in part, as the number before it says there were.
    mutating func grantedAll(at index: Int, _ range: Range<Int>) {
        guard teller.paths.isRevised, !state.isOtherYear, !state.isPlan, !state.isPartOfYear, !state.isSince,
            let item = items.last, item.sentence == sentenceNumber, item.role == .count, item.depth == 0,
            item.family == .intake || item.family == .handling, item.marker == nil, item.numeral.isExact,
            item.numeral.unit == .cases, let value = item.numeral.value, value > Quantity(0),
            isOfAll(result.claims[item.claim]), endsHere(index, range), let number = numberOfAll(before: index, range),
            !words(range).meets(Self.notAll)
        else { return }
        let granted = teller.paths.group("granted")
        let partly = teller.paths.group("partly_granted")
        append(value, key: granted[0], readings: [granted, granted + partly], tokens: number..<(index + 1))
    }

    /// Whether it counts all applications: those that came in, with those from the year before, or that were dealt with.
    private func isOfAll(_ claim: Claim) -> Bool {
        guard !claim.isPart, claim.doubt == nil, let cells = claim.readings.first else { return false }
        let rows = ["received", "processed_total"].map { teller.paths.applications($0) }
        return rows.contains(cells) || cells == rows[0] + teller.paths.applications("carried_in")
    }

    func endsHere(_ index: Int, _ range: Range<Int>) -> Bool {
        let next = index + 1
        guard next < range.upperBound else {
            return next >= tokens.count || tokens[next].start == tokens[index].end || tokens[index].end == stretchEnd
        }
        return tokens[next].endsClause && tokens[next].start == tokens[index].end
    }

    /// The number that stands before 均予以公开, with nothing but a comma between; nil where it says that not of all of them.
    private func numberOfAll(before index: Int, _ range: Range<Int>) -> Int? {
        var place = index
        var saysAll = flow.hasPrefix(Self.everything, at: tokens[index].start)
        while place > range.lowerBound, tokens[place - 1].end == tokens[place].start {
            place -= 1
            if tokens[place].term == .all { saysAll = true }
            if tokens[place].kind == .comma {
                guard place > range.lowerBound, tokens[place - 1].end == tokens[place].start,
                    tokens[place - 1].number != nil
                else { return nil }
                return saysAll ? place - 1 : nil
            }
            if tokens[place].number != nil { return saysAll ? place : nil }
            guard tokens[place].term == .all || tokens[place].term == .filler else { return nil }
        }
        return nil
    }
}
