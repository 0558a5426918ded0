internal import Model

/// What a number counts, from the words that speak of it.
extension StretchReader {
    func role(of numeral: Numeral, at index: Int, _ words: TermSet, _ left: Range<Int>) -> ClaimRole {
        if let last = left.last(where: { tokens[$0].term != nil && tokens[$0].term != .filler }),
            let term = tokens[last].term, term == .up || term == .down,
            numeral.start - tokens[last].end <= 3
        {
            return .growth
        }
        if isDifference(left) { return .growth }
        switch numeral.unit {
        case .points: return .growth
        case .percent where isBracketed(index) || isOfNamedWhole(left): return .share
        case .percent where isRateOfOutcome(left): return .share
        case .percent: return words.contains(.share) && unknown(left, before: tokens[index].start) <= 6 ? .share : .rate
        case .money: return .money
        default: return .count
        }
    }

    private static let rate = Array("率".utf8)

    /// 不予公开率为13%: the share of those with that outcome.
    private func isRateOfOutcome(_ left: Range<Int>) -> Bool {
        guard let last = left.last(where: { tokens[$0].term.map(TermSet.outcomeGroups.contains) ?? false }) else {
            return false
        }
        return flow.hasPrefix(Self.rate, at: tokens[last].end)
    }

    private static let differences = ["多", "少"].map { Array($0.utf8) }

    /// 较上年多办结10件: the verb stands between.
    private func isDifference(_ left: Range<Int>) -> Bool {
        guard let verb = left.last, verb > left.lowerBound, tokens[verb].start == tokens[verb - 1].end,
            let term = tokens[verb].term, TermSet.applicationVerbs.union([.publish, .disclose]).contains(term),
            tokens[verb - 1].term == .up || tokens[verb - 1].term == .down
        else { return false }
        return Self.differences.contains { flow.hasPrefix($0, at: tokens[verb].start - $0.count) }
    }

    /// 征收类(41件).
    func isAloneInBracket(_ index: Int) -> Bool {
        index > 0 && index + 1 < tokens.count && tokens[index - 1].kind == .open && tokens[index + 1].kind == .close
            && tokens[index - 1].end == tokens[index].start && tokens[index + 1].start == tokens[index].end
    }

    /// 占办结总数52件的42.3%.
    private func isOfNamedWhole(_ left: Range<Int>) -> Bool {
        guard let last = items.last, last.sentence == sentenceNumber, last.role == .count, last.words.contains(.share)
        else { return false }
        return left.count == 1 && tokens[left.lowerBound].term == .filler
    }

    /// 部分公开1件(6.7%): nothing but the bracket stands between.
    private func isBracketed(_ index: Int) -> Bool {
        index > 1 && index + 1 < tokens.count && tokens[index - 1].kind == .open && tokens[index - 2].number != nil
            && tokens[index - 1].start == tokens[index - 2].end && tokens[index + 1].kind == .close
    }

    /// The bytes of words that are not known between the last word that tells what is counted and its number.
    private func gap(_ voice: Voice, before index: Int) -> Int {
        guard !voice.isBehind,
            let last = voice.own.last(where: { tokens[$0].term.map(TermSet.telling.contains) ?? false })
        else { return 0 }
        return unknown(last..<index, before: numberStart(index))
    }

    /// 占予以公开件数的37.5%: of those, and not those.
    func isOfNamedOutcome(_ left: Range<Int>) -> Bool {
        guard let share = left.last(where: { tokens[$0].term == .share }) else { return false }
        let named = TermSet.outcomes.union(.disputeOutcomes).union(.applicants)
        return words((share + 1)..<left.upperBound).meets(named)
    }

    mutating func counted(_ voice: Voice, _ unit: CountUnit, at index: Int) -> Counted {
        guard !state.isPlan, !voice.words.contains(.condition), !countsParts(index), !countsKinds(unit, at: index)
        else {
            return Counted()
        }
        // 每百件引发行政诉讼21.7件, 87个预算单位新收申请206件.
        let isBody = unit == .things && voice.isBehind && !isDirectlyBehind(index)
        guard unit == .money || numeralIsWhole(index), !isBody, let (terms, words) = things(at: index, voice) else {
            return Counted()
        }
        state.gapBytes = gap(voice, before: index)
        var counted = teller.counted(terms, words, unit, state)
        // 向7家企业提供证明材料, 12家单位提出申请: no applications.
        if counted.family != .other, countsBodies(index) { counted = Counted(family: counted.family) }
        if let isOther = voice.isOfOtherYear { state.isOtherYear = isOther }
        let isShare = voice.words.contains(.share) && !isNamedWhole(voice)
        if state.isOtherYear || state.isPartOfYear || isOfTheRest(voice, at: index) || isShare {
            counted.readings = []
            counted.isWhole = false
            counted.key = nil
        }
        doubt(&counted, voice, unit, at: index)
        joinDisputes(&counted, voice, at: index)
        return counted
    }

    private func countsBodies(_ index: Int) -> Bool {
        tokens[index].number.map { scanner.numerals[$0].countsBodies } ?? false
    }

    /// 占新收98件的近六成: what stands behind 占 tells what the number is of.
    private func isNamedWhole(_ voice: Voice) -> Bool {
        guard state.topic != .dispute, !voice.isBehind,
            let share = voice.own.last(where: { tokens[$0].term == .share }),
            share + 1 < voice.own.upperBound, tokens[share + 1].start == tokens[share].end
        else { return false }
        return words((share + 1)..<voice.own.upperBound).meets(TermSet.applicationVerbs.union(.outcomeGroups))
    }

    /// 除3件结转下年外,均已答复; 另有3件尚在办理期限内: what is not dealt with is told behind the number alone.
    func leftForNextYear(_ figure: Figure) -> Counted? {
        guard teller.paths.isRevised, state.isAboutApplications, state.topic != .dispute, !state.isOfProposals,
            !state.isOtherYear, !state.isPlan, figure.numeral.unit.isListed, state.ownBytes == 0,
            figure.own.meets([.except, .otherItem]), figure.own.isWithin([.except, .otherItem, .filler])
        else { return nil }
        var end = figure.index + 1
        while end < figure.sentence.upperBound, tokens[end].number == nil, tokens[end].kind != .semicolon { end += 1 }
        let behind = words((figure.index + 1)..<end)
        let foreign = TermSet.foreign.union(.disputes).union([.subset, .except, .carriedIn])
        guard behind.meets([.carriedOut, .unhandled]), !behind.meets(foreign) else { return nil }
        let cells = teller.paths.applications("carried_out")
        let isPlain = figure.own.contains(.except) && behind.contains(.carriedOut)
        return Counted(key: cells[0], readings: [cells], family: .handling, doubt: isPlain ? nil : .company)
    }

    /// The words of what the number counts; nil where 分别 does not tell which of several things it is.
    private mutating func things(at index: Int, _ voice: Voice) -> (terms: [SubjectTeller.Placed], words: TermSet)? {
        if let thing = respective(at: index, voice) {
            guard let thing else {
                state.untold = numbers(from: index) - 1
                return nil
            }
            var words = TermSet(thing.term)
            if voice.words.contains(.matter) { words.insert(.matter) }
            return ([thing], words)
        }
        if voice.words.contains(.respectively), numbers(from: index) > 1 {
            // 其中维持的分别为2件、2件: each of another thing.
            state.untold = numbers(from: index) - 1
            return nil
        }
        if state.untold > 0 {
            state.untold -= 1
            if !self.words(voice.own).meets(.telling) { return nil }
            state.untold = 0
        }
        return (voice.terms, voice.words)
    }

    /// Doubts what the words leave open.
    private func doubt(_ counted: inout Counted, _ voice: Voice, _ unit: CountUnit, at index: Int) {
        // 行政复议典型案例7个, 行政诉讼证据梳理9次: no form counts cases so.
        let isOfDisputes = counted.family == .dispute || counted.family == .disputeOutcome
        if unit == .things || unit == .times, isOfDisputes { counted.doubt = .wording }
        if state.isSince, !counted.readings.isEmpty {
            if case .annex = teller.paths.era {
                counted.readings = counted.readings.map { $0.map(Self.cumulative) }
                counted.key = counted.key.map(Self.cumulative)
            } else {
                counted.doubt = .wording
            }
        }
        // 有8件申请同一事项, 2件正在办理: they may be some of them.
        if voice.isBehind, !voice.hasVerb, counted.family == .intake || counted.family == .handling, !isJoined(index),
            !voice.words.meets([.carriedIn, .carriedOut, .carry, .unhandled, .newly])
        {
            // 12件申请全部办结: those that the sentence told.
            let isAll = voice.words.contains(.all) && counted.family == .handling && voice.own.isEmpty
            counted.doubt = isAll ? .company : .wording
            // 受理34件,其中20件为申请公开招生信息: some of those.
            if state.isAmong, counted.family == .intake {
                counted.readings = []
                counted.key = nil
            }
        }
        // 被纠正5件,3件为直接起诉: of those five.
        if voice.isBehind, counted.family == .dispute, let last = items.last, last.sentence == sentenceNumber,
            last.family == .disputeOutcome || last.words.contains(.loss)
                || last.family == .dispute && last.marks.isToldBehind && result.claims[last.claim].doubt == .wording
        {
            counted.doubt = .wording
        }
        // 收到2个自然人的申请: each may have made several.
        if voice.isVague || countsApplicants(index) { counted.doubt = .wording }
    }

    /// Whether what the number counts stands directly behind it: 3个申请.
    private func isDirectlyBehind(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].term != nil && tokens[index + 1].start == tokens[index].end
    }

    /// Whether the number is one that things are counted by, or has an interval: 1.2万条, but no 21.7件.
    private func numeralIsWhole(_ index: Int) -> Bool {
        guard let number = tokens[index].number, let value = scanner.numerals[number].value else { return true }
        return value.scale == 0
    }

    private func countsApplicants(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].start == tokens[index].end,
            let term = tokens[index + 1].term, TermSet.applicants.contains(term)
        else { return false }
        return Self.persons.contains { flow.hasPrefix($0, at: tokens[index].end - $0.count) }
    }

    /// 保护第三方合法权益等两项: kinds and no cases, which are written in digits.
    private func countsKinds(_ unit: CountUnit, at index: Int) -> Bool {
        unit == .things && flow.bytes[tokens[index].start] >= 0x80
    }

    private static let persons = ["个", "名", "位", "家"].map { Array($0.utf8) }
    private static let ofText = ["内容", "部分", "方面"].map { Array($0.utf8) }

    /// 行政复议、行政诉讼情况、存在的主要问题等6项内容: the parts of the report.
    private func countsParts(_ index: Int) -> Bool {
        Self.ofText.contains { flow.hasPrefix($0, at: tokens[index].end) }
    }

    /// 复议9件、诉讼6件,合计15件: those of both kinds.
    private func joinDisputes(_ counted: inout Counted, _ voice: Voice, at index: Int) {
        let last = tokens[..<index].lastIndex { $0.number != nil } ?? -1
        guard counted.family == .dispute, voice.words.contains(.total), !voice.isBehind,
            !words((last + 1)..<index).meets(TermSet.disputes)
        else { return }
        // 复议纠正36件、诉讼纠正47件,合计83件: of those that ended so.
        let depth = depth(of: index)
        let before = items.reversed().filter { $0.sentence == sentenceNumber && $0.depth <= depth }
        let family = before.first?.family == .disputeOutcome ? ClaimFamily.disputeOutcome : .dispute
        let cells = before.prefix { $0.family == family }
            .flatMap { result.claims[$0.claim].readings.first ?? [] }
        guard let reading = counted.readings.first, cells.count > (family == .dispute ? reading.count : 1) else {
            return
        }
        counted.readings = [cells]
        counted.key = cells.joined(separator: "+")
        counted.isWhole = false
    }

    /// How many brackets are open at a token.
    private func depth(of index: Int) -> Int {
        tokens[..<index].reduce(0) { depth, token in
            token.kind == .open ? depth + 1 : token.kind == .close ? max(0, depth - 1) : depth
        }
    }
}
