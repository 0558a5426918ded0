internal import Model

/// What the sentence around a figure takes from what its words seem to count.
extension StretchReader {
    /// Takes from what the words seem to count whatever the sentence around them forbids.
    mutating func limit(_ counted: inout Counted, _ figure: Figure) {
        limitToSome(&counted, figure)
        joinDisputesOfMatter(figure.marker?.term, figure.own)
        leaveToOthers(figure)
        if !counted.readings.isEmpty, isOutOfOthers(figure) {
            counted.readings = [teller.paths.applications("processed_total")]
            counted.key = nil
            counted.isWhole = false
            counted.isPart = true
        }
        limitOutcome(&counted, figure)
        limitApplications(&counted, figure)
        if isOfThisYear(figure) { doubtLastAsSoFar() }
        addAllYears(&counted, figure)
        if state.isSoFar { doubtAllYears(&counted, figure.numeral) }
        let isOfAllWays = figure.own.contains(.etCetera) && figure.own.contains(.total)
        if counted.family == .intake, !isOfAllWays, isByWay(figure.context) {
            counted.isPart = true
            counted.isWhole = false
        }
        limitToMatter(&counted, figure)
        doubtOtherNoun(&counted, figure)
        limitToPortion(&counted, figure)
        preferAnswered(&counted, figure)
        limitDocuments(&counted, figure)
        limitChannels(&counted, figure)
        joinNouns(&counted, figure)
    }

    /// Where the figure is some of what its words name.
    private mutating func limitToSome(_ counted: inout Counted, _ figure: Figure) {
        let isOfPart = state.isOfPart
        // 其中局机关分别为3件、2件; 其中局机关复议3件、诉讼2件: both are that body's.
        let next = figure.index + 1
        let goesOn = !parallels.isEmpty || next < tokens.count && tokens[next].kind == .pause
        state.isOfPart = isOfPart && goesOn
        if isOfPart || isSome(figure, counted.family) {
            counted.readings = isOfPart ? [] : ofApplicant(counted, figure)
            if !counted.readings.isEmpty { counted.doubt = .company }
            counted.isWhole = false
            counted.key = nil
        }
        // 其中20个工作日内答复22件: some of all that were dealt with.
        if counted.readings.isEmpty, counted.family == .handling, isInTime(figure) {
            counted.readings = [teller.paths.applications("processed_total")]
            counted.isPart = true
        }
    }

    /// Outcomes and disputes of somebody, of a kind or of a case, and all that is told elsewhere.
    private func limitOutcome(_ counted: inout Counted, _ figure: Figure) {
        if counted.family == .outcome, isOfThirdParty(figure) || isOfList(figure) { counted.readings = [] }
        if counted.family == .outcome,
            isOfKind(figure) || isOfOnePerson(figure) || isOutOfCorrections(figure) || isOfNewAlone(figure)
        {
            counted.doubt = .wording
        }
        if state.namesElsewhere || isOfCase(figure), !counted.readings.isEmpty { counted.doubt = .wording }
        if counted.family == .dispute, isWithEarlier(figure) || isWithAppeals(figure) { counted.doubt = .wording }
    }

    /// Applications on something, of others, or before they are sorted.
    private func limitApplications(_ counted: inout Counted, _ figure: Figure) {
        // 答复申请7件涉及乡镇: those.
        if counted.family == .intake || counted.family == .handling, isAboutSome(figure) {
            counted.doubt = .wording
            counted.isWhole = false
        }
        if counted.family == .handling, isOfBothEnds(figure) { counted.doubt = .wording }
        if counted.family == .intake, leavesOutCarried(figure.index) {
            counted.readings.removeAll { $0.contains { $0.hasPrefix("applications.carried_in.") } }
        }
        if followsOtherApplications(figure, counted.family) {
            counted.doubt = .company
            counted.isWhole = false
        }
        if isForOthers(figure) || [.intake, .means].contains(counted.family) && isBeforeSorting(figure) {
            counted.doubt = .wording
            counted.isWhole = false
            counted.key = nil
        }
    }

    /// 4535件按时答复或转入下年办理: those that were dealt with and those that are left, together.
    private func isOfBothEnds(_ figure: Figure) -> Bool {
        let behind = tokens[(figure.index + 1)..<figure.sentence.upperBound].prefix {
            $0.number == nil && !$0.endsClause
        }
        let beside = figure.left.lowerBound..<(figure.index + 1 + behind.count)
        guard let left = beside.last(where: { isOf([.carriedOut, .carry], $0) }), isJoined(left) else { return false }
        return words(beside.lowerBound..<left).meets([.process, .handle])
    }

    /// Whether the figure is the level of the year before, or some of what its words name.
    private func isSome(_ figure: Figure, _ family: ClaimFamily) -> Bool {
        let (own, voice, left) = (figure.own, figure.voice, figure.left)
        // 自然人申请330件(含上年结转18件): those of its column.
        let isOfColumn = figure.depth > 0 && own.contains(.containing) && items.last?.family == .applicant
        if isOfOneApplicant(figure, family) { return true }
        // 其他处理的7件中,逾期不补正6件: the reasons of an outcome are its own.
        if family == .outcome || family == .applicant, let among = state.amongSome, among != family { return true }
        if figure.isFormer || isOfColumn { return true }
        let inYear: TermSet = voice.words.contains(.inYear) ? [.inYear] : []
        if figure.marker?.term == .amongThem, isPartlyHandled(own.union(inYear)) { return true }
        if isOfNewOnes(own) || !voice.isBehind && isOfSome(left, own) { return true }
        if isOutOfNamed(left), !voice.words.meets(.disputeOutcomes) { return true }
        return !own.meets(.telling) && family != .dispute && !voice.words.meets(TermSet.outcomeGroups)
            && isOutOfNamedBefore(figure.index, figure.sentence)
    }

    /// Whether the figure before counts some applications alone: those of some applicants, with one outcome, or carried over.
    var endsInSome: Bool {
        guard let last = items.last else { return false }
        if last.family == .outcome || last.family == .applicant { return true }
        return isCarried(result.claims[last.claim].readings)
    }

    /// Whether the figure before the bracket counts some applicants' applications.
    func isBehindApplicant(_ figure: Figure) -> Bool {
        let before = items.last { $0.sentence == sentenceNumber && $0.depth < figure.depth }
        return before?.family == .applicant
    }

    private func isInTime(_ figure: Figure) -> Bool {
        teller.paths.isRevised && figure.own.contains(.process) && !figure.isFormer && !state.isOtherYear
            && !state.isPartOfYear
            && (figure.own.contains(.within) || figure.voice.words.contains(.inYear))
    }

    /// 复议案件12件,其中政府信息公开类3件: the twelve are of all matters.
    private mutating func joinDisputesOfMatter(_ marker: Term?, _ own: TermSet) {
        guard marker == .amongThem, own.meets([.matter, .ofMatter]), let last = items.last,
            last.sentence == sentenceNumber, last.family == .dispute, last.role == .count,
            !last.words.meets([.matter, .ofMatter])
        else { return }
        result.claims[last.claim].readings = []
        result.claims[last.claim].isWhole = false
        state.isOfOtherMatter = true
    }

    /// 我市共收到申请3600件,其中我局47件: the whole is more than the body's own.
    private mutating func leaveToOthers(_ figure: Figure) {
        guard figure.marker?.term == .amongThem, let last = items.last, last.sentence == sentenceNumber,
            last.family == .intake || last.family == .handling, figure.left.contains(where: { isOneself($0) })
        else { return }
        result.claims[last.claim].readings = []
        result.claims[last.claim].isWhole = false
    }
}
