internal import Model

/// What the text says there was none of.
extension StretchReader {
    /// What turns a denial into another statement, or into none.
    static let denialTurners: TermSet = [
        .otherItem, .except, .late, .timely, .consultation, .proposal, .loss, .rate, .otherVerb, .plan, .condition,
        .share, .up, .down, .unhandled, .filing, .handOver, .quality,
    ]
    static let deniedDeeds: TermSet = [
        .process, .handle, .concluded, .upheld, .corrected, .otherResult, .pending, .allUpheld,
    ]
    static let tails: TermSet = [
        .tail, .filler, .etCetera, .occur, .plainApplication, .matter, .ofMatter, .affair,
    ]

    /// Reads 未收到…, 没有发生… from the negation at `index` to the end of its clause.
    mutating func deny(at index: Int, _ range: Range<Int>) {
        var end = index + 1
        while end < range.upperBound, !tokens[end].endsClause {
            if tokens[end].number != nil || end - index > Self.longestClause { return }
            end += 1
        }
        let behind = (index + 1)..<beforeComplaints(index + 1, end)
        let words = words(behind)
        guard !state.isOtherYear, !state.isPartOfYear, !state.isPlan else { return }
        let before = max(range.lowerBound, index - Self.longestClause)..<index
        if tokens[before].contains(where: { $0.term == .except || $0.term == .condition }) { return }
        if isDenialOfPart(index, range) || isDenialOfOthers(index, range) || isDenialOfDenial(index, behind)
            || isDenialForTheCase(behind) || behind.contains(where: { isRefusalToAccept($0) })
        {
            return
        }
        if words.contains(.consultation) || words.contains(.complaint) { denyComplaints(at: index, to: end) }
        if denyRow(at: index, to: end, range) { return }
        guard !words.meets(Self.denialTurners), !isRequestToPayLess(behind) else { return }
        if deniesAllApplications(index, behind, range) {
            denyAllApplications(index..<end)
        } else if words.contains(.processingFee) {
            appendZero(key: Claim.processingFee, readings: [], tokens: index..<end, isDenial: true)
        } else if words.contains(.charge) || !words.contains(.adminFee) && isOfFees(behind) {
            denyFees(index..<end)
        } else if words.meets(.disputes) {
            denyDisputes(index, behind, words)
        } else if words.contains(.carriedIn) || words.contains(.carriedOut) {
            denyCarriedOver(index, behind, words)
        } else if words.contains(.carry) {
            denyLeft(index, behind, range)
        } else if words.meets([.application, .plainApplication])
            || words.meets(.applicants) && state.isAboutApplications
        {
            denyApplications(index, behind, words)
        } else if words.meets(.outcomeGroups), !words.meets(.disputeOutcomes) {
            denyOutcomes(index, behind)
        } else {
            denyDecisions(index, behind, words)
        }
    }

    /// No clause that anybody wrote has so many words; each is looked through for each denial in it.
    static let longestClause = 200

    private static let notAccepted = Array("不予受理".utf8)

    /// 全部登记受理,无不予受理情形: all were taken in, whatever was not dealt with then.
    private func isRefusalToAccept(_ index: Int) -> Bool {
        tokens[index].term == .notProcessed && flow.hasPrefix(Self.notAccepted, at: tokens[index].start)
    }

    private static let take = Array("收取".utf8)
    private static let fee = Array("费".utf8)

    /// 未收取任何依申请公开政府信息费用: whatever the fees were for.
    private func isOfFees(_ behind: Range<Int>) -> Bool {
        let start = tokens[behind.lowerBound - 1].end
        let clause = start..<max(start, border(of: behind))
        guard let take = flow.firstIndex(of: Self.take, in: clause) else { return false }
        return flow.firstIndex(of: Self.fee, in: take..<clause.upperBound) != nil
    }

    private mutating func denyFees(_ range: Range<Int>) {
        let path = "statistics.fees_charged.count"
        if case .statistics = teller.paths.era {
            appendZero(key: path, readings: [[path]], tokens: range, isDenial: true)
        } else {
            appendZero(key: "fees_charged", readings: [], tokens: range, isDenial: true)
        }
    }

    private mutating func denyDisputes(_ index: Int, _ behind: Range<Int>, _ words: TermSet) {
        let isOfMatter =
            words.meets([.matter, .ofMatter, .information, .application]) || state.namesMatter
            || state.section == "disputes" || state.section == "applications" || state.topic == .application
        guard isOfMatter, !words.meets(Self.deniedDeeds), !words.meets([.granted, .refused]) else { return }
        // 无结转下年度的行政复议: of those alone.
        guard !words.meets([.carriedIn, .carriedOut, .carry]) else { return }
        if words.contains(.accept), !words.meets([.matter, .ofMatter]) || state.isOthersDispute { return }
        guard let last = behind.last(where: { isOf(.disputes, $0) }), endsPlainly(last, behind) else { return }
        guard let first = behind.first(where: { isOf(.disputes, $0) }) else { return }
        guard unknown((index + 1)..<first, before: tokens[first].start) <= 60 else { return }
        let doubt: Claim.Doubt? = isDenialOfDisputesOfKind(behind, last) ? .wording : nil
        var seen: [Term] = []
        for place in behind {
            guard let term = tokens[place].term, TermSet.disputes.contains(term), !seen.contains(term) else { continue }
            seen.append(term)
            let cells = teller.paths.disputes(term, "total")
            guard !cells.isEmpty else { continue }
            let key = cells.joined(separator: "+")
            appendZero(key: key, readings: [cells], tokens: index..<behind.upperBound, isDenial: true, doubt: doubt)
        }
    }

    private mutating func denyCarriedOver(_ index: Int, _ behind: Range<Int>, _ words: TermSet) {
        guard teller.paths.isRevised, state.isAboutApplications || words.contains(.application) else { return }
        let carried: TermSet = [.carriedIn, .carriedOut]
        guard let last = behind.last(where: { isOf(carried, $0) }) else { return }
        // 没有结转至2025年办理的申请.
        let next = last + 1
        let isHandled =
            next < behind.upperBound && tokens[next].term == .handle && tokens[next].start == tokens[last].end
        let end = isHandled ? next : last
        let deeds: TermSet = [.process, .handle, .receive]
        guard !self.words(behind.lowerBound..<last).meets(deeds), endsPlainly(end, behind, .application),
            !self.words((end + 1)..<behind.upperBound).meets(deeds)
        else { return }
        // 期限未届满转入2024年: it is the term that has not come.
        guard
            unknown((index + 1)..<(last + 1), before: tokens[last].start) + tokens[index + 1].start
                - tokens[index].end <= 3
        else { return }
        let row = tokens[last].term == .carriedIn ? "carried_in" : "carried_out"
        let cells = teller.paths.applications(row)
        appendZero(key: cells[0], readings: [cells], tokens: index..<behind.upperBound, isDenial: true)
    }

    private mutating func denyApplications(_ index: Int, _ behind: Range<Int>, _ words: TermSet) {
        let nouns = TermSet.applicants.union([.application, .plainApplication])
        // 无制定依申请公开的文件: of what was written.
        guard !words.contains(.issue) else { return }
        guard !tellsDeed(behind), !words.meets(.outcomes), !words.meets(.means), !isOfSubject(behind) else { return }
        guard let last = behind.last(where: { isOf(nouns, $0) }), endsPlainly(last, behind) else { return }
        let isReceipt =
            words.meets([.receive, .accept, .newly, .occur]) || words.contains(.application)
            || state.section == "applications" && words.contains(.information)
            || state.isAboutApplications && words.meets(.applicants)
        let isNamed =
            words.contains(.application) || words.meets([.matter, .information])
            || state.isAboutApplications
        guard isReceipt, isNamed else { return }
        let applicant = behind.compactMap { tokens[$0].term }.first { TermSet.applicants.contains($0) }
        let columns = applicant.map(CellPaths.columns) ?? ["total"]
        guard !columns.isEmpty else { return }
        var cells: [String]
        switch teller.paths.era {
        case .revised: cells = teller.paths.applications("received", columns)
        case .statistics: cells = ["statistics.received.count"]
        case .annex: cells = ["annex.received.year"]
        }
        if !teller.paths.isRevised, applicant != nil { return }
        if state.isSince { cells = cells.map(Self.cumulative) }
        let isDoubtful = state.isSince && teller.paths.isRevised || isDenialOfKind(index, behind, last)
        let doubt: Claim.Doubt? = isDoubtful ? .wording : nil
        appendZero(
            key: cells.joined(separator: "+"),
            readings: [cells],
            tokens: index..<behind.upperBound,
            isDenial: true,
            doubt: doubt
        )
    }

    /// 没有收到涉及征地拆迁的政府信息公开申请: of those on a subject alone.
    private func isOfSubject(_ behind: Range<Int>) -> Bool {
        guard let about = behind.first(where: { tokens[$0].term == .about }),
            let noun = behind.first(where: { $0 > about && isOf([.application, .plainApplication], $0) })
        else { return false }
        return unknown((about + 1)..<noun, before: tokens[noun].start) + tokens[about + 1].start - tokens[about].end
            >= 6
    }

    private mutating func denyDecisions(_ index: Int, _ behind: Range<Int>, _ words: TermSet) {
        guard teller.paths.isRevised, !words.meets(.foreign), !words.meets(Self.deniedDeeds) else { return }
        guard !words.meets([.publish, .disclose, .accept, .receive]) else { return }
        let nouns: TermSet = [.normative, .regulation, .permit, .penalty, .coercive]
        if words.contains(.adminFee) { return denyCharges(index, behind, words) }
        guard let last = behind.last(where: { isOf(nouns, $0) }), endsPlainly(last, behind) else { return }
        let terms = behind.compactMap { place -> SubjectTeller.Placed? in
            guard let term = tokens[place].term, TermSet.telling.contains(term) else { return nil }
            return SubjectTeller.Placed(
                term: term,
                start: tokens[place].start,
                end: tokens[place].end,
                isJoined: false
            )
        }
        let counted = teller.counted(terms, words, .cases, state)
        guard !counted.readings.isEmpty, counted.doubt == nil, let key = counted.key else { return }
        let doubt: Claim.Doubt? = isDenialOfKind(index, behind, last) ? .wording : nil
        appendZero(
            key: key,
            readings: counted.readings,
            tokens: index..<behind.upperBound,
            isDenial: true,
            doubt: doubt
        )
    }

    func isOf(_ set: TermSet, _ index: Int) -> Bool { tokens[index].term.map(set.contains) ?? false }

    /// Whether behind the denied thing nothing follows that could be the denied thing itself: 复议被纠正, 申请未答复.
    func endsPlainly(_ last: Int, _ behind: Range<Int>, _ more: Term = .tail) -> Bool {
        let tail = (last + 1)..<behind.upperBound
        let isPlain = tail.allSatisfy { place in
            guard let term = tokens[place].term else { return tokens[place].kind == .pause }
            return Self.tails.contains(term) || term == more
        }
        guard isPlain else { return false }
        // The clause ends where the next mark stands, or the stretch does.
        let end = behind.upperBound < tokens.count ? tokens[behind.upperBound].start : stretchEnd
        return unknown(tail, before: end, from: tokens[last].end) <= 6
    }

    func unknown(_ range: Range<Int>, before end: Int, from start: Int) -> Int {
        var count = end - start
        for token in tokens[range] { count -= token.end - token.start }
        return max(0, count)
    }
}
