internal import Model

/// Kinds of outcomes, of applicants and of charges that the text says there were none of.
extension StretchReader {
    /// 无不予公开情况, where the sentence is about applications and denies nothing but outcomes.
    mutating func denyOutcomes(_ index: Int, _ behind: Range<Int>) {
        guard teller.paths.isRevised, state.isAboutApplications, !state.isAmong, items.last?.family != .applicant,
            let first = behind.first, isOf(.outcomeGroups, first), tokens[first].start == tokens[index].end,
            let last = behind.last(where: { isOf(.outcomeGroups, $0) }), endsPlainly(last, behind)
        else { return }
        for place in first...last {
            guard let term = tokens[place].term, TermSet.outcomeGroups.contains(term) else { continue }
            let counted = teller.counted(placed(place..<(place + 1)), TermSet(term), .cases, state)
            // Of the readings only the first: 部分公开 is another outcome than the one denied.
            guard let key = counted.key, let cells = counted.readings.first else { continue }
            appendZero(key: key, readings: [cells], tokens: index..<behind.upperBound, isDenial: true)
        }
    }

    /// 申请人均为自然人: no organisation was one.
    mutating func denyOrganisations(at index: Int, _ range: Range<Int>) {
        var last = index + 1
        while last < range.upperBound, tokens[last].term == .filler { last += 1 }
        guard last < range.upperBound, tokens[last].term == .naturalPerson,
            last + 1 >= range.upperBound || tokens[last + 1].endsClause || isOf(Self.tails, last + 1),
            teller.paths.isRevised, state.isAboutApplications, !state.isAmong, !state.isOtherYear, !state.isPlan,
            isOfApplicants(before: index, range)
        else { return }
        let counts: [ClaimFamily] = [.intake, .handling]
        let cells = teller.paths.applications("received", CellPaths.organisations)
        appendZero(
            key: cells.joined(separator: "+"),
            readings: [cells],
            tokens: index..<(last + 1),
            isDenial: false,
            doubt: items.last.map { $0.sentence == sentenceNumber && !counts.contains($0.family) } ?? false
                ? .wording : nil
        )
    }

    /// 行政诉讼2件,均为复议后起诉: none of the other kind.
    mutating func denyOtherKind(at index: Int, _ range: Range<Int>) {
        var last = index + 1
        while last < range.upperBound, tokens[last].term == .filler { last += 1 }
        guard last < range.upperBound, let kind = tokens[last].term, kind == .direct || kind == .afterReview,
            last + 1 >= range.upperBound || tokens[last + 1].endsClause || isOf(Self.tails, last + 1),
            let item = items.last, item.sentence == sentenceNumber, item.family == .dispute, item.role == .count
        else { return }
        let lawsuits = teller.paths.disputes(.litigation, "total")
        let claim = result.claims[item.claim]
        let cells = teller.paths.disputes(kind == .direct ? .afterReview : .direct, "total")
        guard lawsuits.count > 1, claim.readings == [lawsuits], claim.doubt == nil, let first = cells.first else {
            return
        }
        appendZero(key: first, readings: [cells], tokens: index..<(last + 1), isDenial: false)
    }

    private static let applicant = Array("申请".utf8)

    /// Whether 申请人 and no more stands before it in its clause, in a sentence on all applications.
    private func isOfApplicants(before index: Int, _ range: Range<Int>) -> Bool {
        let clause = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause).map { tokens[$0].end }
        let start = clause ?? sentenceStart ?? stretchStart
        // Four characters: 申请主体.
        return tokens[index].start - start <= 12 && flow.hasPrefix(Self.applicant, at: start)
            && !words(range.lowerBound..<index).meets(TermSet.outcomes.union([.carriedIn, .carriedOut, .carry]))
    }

    /// 无行政事业性收费, where nothing says that it is the fees for information that were not taken.
    mutating func denyCharges(_ index: Int, _ behind: Range<Int>, _ words: TermSet) {
        guard case .revised(isLatest: true) = teller.paths.era, !state.spokeOfApplications, !state.isAboutApplications,
            state.section == "proactive" || state.section == "overview", !words.meets([.matter, .information]),
            let last = behind.last(where: { tokens[$0].term == .adminFee }), endsPlainly(last, behind)
        else { return }
        let path = "proactive.fees.amount"
        let doubt: Claim.Doubt? = isDenialOfKind(index, behind, last) ? .wording : nil
        appendZero(key: path, readings: [[path]], tokens: index..<behind.upperBound, isDenial: true, doubt: doubt)
    }
}
