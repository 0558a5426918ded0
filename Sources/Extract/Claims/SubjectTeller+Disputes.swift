internal import Forms
internal import Model

/// Reviews and lawsuits, and how they ended.
extension SubjectTeller {
    func dispute(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        let isNamed = words.meets(.disputes)
        let hasOutcome = words.meets(.disputeOutcomes)
        // 行政诉讼11件。判决维持6件、纠正1件: those of the sentence before, if it named one kind.
        let goesOn =
            (hasOutcome || words.contains(.concluded)) && state.topic == .none && state.topicBefore == .dispute
            && !words.meets(.outcomes)
        guard !isShareOfApplications(words), isNamed || goesOn || isOfTopic(words, state) else { return nil }
        // 撤销或责令重作等纠正1件: the outcome that the table has stands last.
        let foreign = hasOutcome ? TermSet.foreignToDisputes.without(.loss) : .foreignToDisputes
        guard !words.meets(foreign), !words.meets([.receive, .application]) || isNamed else { return nil }
        let family: ClaimFamily = hasOutcome ? .disputeOutcome : .dispute
        let isOfMatter = isOfMatter(words, state)
        guard isOfMatter || state.section == "problems", !isOfOthers(words, state), !state.namesUnrelated else {
            return Counted(family: family)
        }
        let hasBoth =
            state.disputes.contains(.direct) && state.disputes.contains(.afterReview)
            || state.disputes.contains(.litigation)
        // 直接起诉5件,维持1件;复议后起诉8件,维持4件: of each by itself.
        let isOfBoth = hasBoth && !state.tellsDirectOutcomes
        var counted = disputes(of: kinds(terms, words, state, goesOn: goesOn), terms, words, hasBoth: isOfBoth)
        // 答复不规范,3件行政复议中有2件被纠正: where the report tells its faults, of the matter if the figures beside it are.
        if !isOfMatter { counted.doubt = counted.doubt ?? .company }
        if hasOutcome, !isNamed, state.isJoint { addJoint(terms, to: &counted) }
        return counted
    }

    /// 争议17件,…占办结申请95件的17.9%.
    private func isShareOfApplications(_ words: TermSet) -> Bool {
        !words.meets(.disputes) && words.meets([.process, .finished])
            && words.meets([.application, .plainApplication, .shareOf])
    }

    /// Whether the words go on with the disputes that the sentence was about.
    private func isOfTopic(_ words: TermSet, _ state: SentenceState) -> Bool {
        guard state.topic == .dispute, !words.meets(.reasons) else { return false }
        // 复议案件12件,其中政府信息公开类3件.
        let isOfOurs = state.isAmong && words.meets([.matter, .ofMatter])
        return words.meets(.disputeOutcomes) || isOfOurs || words.meets([.concluded, .finished])
            || words.contains(.total) && !state.isQualified
    }

    /// 行政复议6宗、行政诉讼5宗,其中6宗维持: of the last of them, or of all.
    private func addJoint(_ terms: [Placed], to counted: inout Counted) {
        guard !counted.readings.isEmpty,
            let outcome = terms.last(where: { TermSet.disputeOutcomes.contains($0.term) })
        else { return }
        let column = CellPaths.column(outcome.term)
        counted.readings.append(paths.disputes(.review, column) + paths.disputes(.litigation, column))
    }

    private func isOfMatter(_ words: TermSet, _ state: SentenceState) -> Bool {
        if words.meets([.matter, .ofMatter]) || state.namesMatter || state.section == "disputes" { return true }
        if state.spokeOfApplications, words.contains(.occur) || !words.meets(Self.deedsOfOthers) { return true }
        return state.topicBefore == .dispute && state.namedMatter
            || state.countsDisputes && words.contains(.concluded)
    }

    /// Whether they are not those of the table, or only some of them.
    private func isOfOthers(_ words: TermSet, _ state: SentenceState) -> Bool {
        if state.isOthersDispute || state.isOfOtherMatter { return true }
        // A body that decides reviews counts those that it accepts.
        let isBroughtUp = words.contains(.application) && words.contains(.occur) && !words.contains(.onBehalf)
        if words.meets([.accept, .handle, .onBehalf]), !words.meets([.matter, .ofMatter, .defendant]), !isBroughtUp {
            return true
        }
        // 2022年结转的行政复议1件: some of them.
        return words.meets([.carriedIn, .carry, .carriedOut, .subset, .onBehalf])
            || words.contains(.newly) && state.namesCarriedIn
    }

    /// The kinds of dispute that are counted: those named last, or those of the sentence before.
    private func kinds(_ terms: [Placed], _ words: TermSet, _ state: SentenceState, goesOn: Bool) -> [Term] {
        guard words.meets(.disputes), let last = terms.lastIndex(where: { TermSet.disputes.contains($0.term) }) else {
            return state.dispute.isEmpty && goesOn ? Self.onlyKind(state.disputesBefore) : state.dispute
        }
        var first = last
        while first > 0, terms[first].isJoined, TermSet.disputes.contains(terms[first - 1].term) { first -= 1 }
        return terms[first...last].map(\.term)
    }

    private func disputes(of kinds: [Term], _ terms: [Placed], _ words: TermSet, hasBoth: Bool) -> Counted {
        let hasOutcome = words.meets(.disputeOutcomes)
        let family: ClaimFamily = hasOutcome ? .disputeOutcome : .dispute
        let noun = terms.lastIndex { TermSet.disputes.contains($0.term) }
        let outcome = terms.last { TermSet.disputeOutcomes.contains($0.term) }
        // What was decided: all but what is pending.
        let isClosed = outcome == nil && words.meets([.finished, .concluded])
        // 作为被申请人答复3件: all of them, or those that were decided.
        if outcome == nil, !isClosed, (terms.lastIndex { $0.term == .process } ?? -1) > (noun ?? -1) {
            return Counted(family: family)
        }
        let column = outcome.map { CellPaths.column($0.term) } ?? "total"
        let cells = kinds.map { isClosed ? paths.closedDisputes($0) : paths.disputes($0, column) }
        guard !cells.isEmpty, cells.allSatisfy({ !$0.isEmpty }) else { return Counted(family: family) }
        let all = cells.flatMap(\.self)
        var readings = [all]
        // 直接起诉4件、复议后起诉6件,维持5件: of the last of them, or of all.
        if hasOutcome, noun == nil, hasBoth, kinds == [.direct] || kinds == [.afterReview] {
            readings.append(paths.disputes(.litigation, column))
        }
        // 复议6件,诉讼5件,结案的9件: of the last of them, or of both.
        if isClosed, noun == nil {
            let lawsuits = paths.closedDisputes(.litigation)
            readings += [paths.closedDisputes(.review) + lawsuits, lawsuits].filter { !readings.contains($0) }
        }
        // 征收行政复议12件: words that are not known may tell of what matter they are.
        let isLed = noun.map { terms[$0].isLed } == true
        return Counted(
            key: all.joined(separator: "+"),
            readings: readings,
            family: family,
            doubt: isLed && !hasOutcome && !words.meets([.matter, .ofMatter]) ? .company : nil,
            isWhole: !hasOutcome && !isClosed
        )
    }

    private static func onlyKind(_ named: TermSet) -> [Term] {
        // 直接起诉118件,维持67件。还有12件正在审理.
        for kind in [Term.direct, .afterReview] where TermSet(kind) == named { return [kind] }
        let isOfCourts = named.meets([.litigation, .direct, .afterReview])
        guard named.contains(.review) != isOfCourts else { return [] }
        return isOfCourts ? [.litigation] : [.review]
    }

    /// What a body does that decides, or has other cases in mind.
    private static let deedsOfOthers: TermSet = [.accept, .handle, .receive, .process, .concluded, .otherVerb]
}
