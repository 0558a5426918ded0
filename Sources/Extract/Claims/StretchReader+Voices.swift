internal import Model

/// Which words speak of a number.
extension StretchReader {
    func voice(_ left: Range<Int>, _ context: ClauseContext, at index: Int, right: Int) -> Voice {
        let start = tokens[index].start
        var range = left
        var isOfClauseBefore = false
        let own = words(left)
        if belongsToLast(left, index) || isToldBefore(left, index) {
            range = index..<index
        } else if own.contains(.reach), !own.meets(.telling) {
            range = context.clause..<index
        } else if !own.meets(.telling), ownBytes(left, before: start) <= 3,
            !tellsBehind(own, index, right), !isOfUnknown(index), !beginsClause(left, index, right),
            !isBeforeNoun(left, index, right)
        {
            // 没有结转下年件,当年22件: what was denied is not counted.
            if !words(context.wider..<left.lowerBound).contains(.not) { range = context.wider..<index }
            isOfClauseBefore = isSomeBehind(index, right)
        }
        var voice = Voice(terms: placed(range), words: words(range), own: left)
        if let first = range.first(where: { tokens[$0].term.map(TermSet.telling.contains) ?? false }) {
            voice.isVague = isOfClauseBefore || unknown(first..<index, before: start) > 36
        }
        voice.hasVerb = voice.words.meets(.applicationVerbs)
        tellHandling(&voice)
        tellInForce(&voice, at: index, right)
        tellFate(&voice, at: index, right)
        inheritVerb(&voice, left)
        inheritOutcome(&voice, left)
        takeKindBehind(&voice, index)
        if !voice.words.meets(.nouns), right > index + 1, !belongsToNext(index, right, own),
            !(voice.hasVerb && isVerbOfNext(index, right)), !isBeforeCarried(voice, index, right)
        {
            // 新收的25件申请共涉及61项: what follows the noun speaks of something else.
            let isNoun =
                voice.hasVerb && tokens[index + 1].start == tokens[index].end
                && [.application, .plainApplication].contains(tokens[index + 1].term)
            let end = isNoun ? index + 2 : amongEnd(index + 1, joinedEnd(right))
            // 这4起事项均未引发行政复议: what did not come up is none of them.
            let behind = (index + 1)..<((index + 1)..<end).prefix { tokens[$0].term != .not }.endIndex
            voice.terms += placed(behind)
            voice.words.formUnion(words(behind))
            voice.isBehind = true
            if isOfSeveral(right) || isOfUnknownReason(index, behind) { voice.isVague = true }
        }
        return voice
    }

    /// 本年新收98件和上年结转4件: the words behind are the next number's.
    private func isBeforeCarried(_ voice: Voice, _ index: Int, _ right: Int) -> Bool {
        voice.words.contains(.newly) && right < tokens.count && tokens[right].number != nil
            && words((index + 1)..<right).contains(.carriedIn)
    }

    /// 2件因第三方不同意且公开会损害其权益不予公开: words that are not known say which of them.
    private func isOfUnknownReason(_ index: Int, _ behind: Range<Int>) -> Bool {
        guard let outcome = behind.first(where: { tokens[$0].term.map(TermSet.outcomeGroups.contains) ?? false }) else {
            return false
        }
        var words = tokens[outcome].start - tokens[index].end
        for token in tokens[(index + 1)..<outcome] { words -= token.end - token.start }
        return words > 9
    }

    /// 22件申请中自然人17件: what stands behind the 中 is of the next number.
    private func amongEnd(_ first: Int, _ end: Int) -> Int {
        if flow.hasPrefix(Self.among, at: tokens[first - 1].end) { return first }
        let last = (first..<end).first { flow.hasPrefix(Self.among, at: tokens[$0].end) }
        return last.map { $0 + 1 } ?? end
    }

    /// 29件复议、诉讼案件: the kinds behind the mark are joined to that before it.
    private func joinedEnd(_ right: Int) -> Int {
        var end = right
        while end > 0, end + 1 < tokens.count, tokens[end].kind == .pause,
            [end - 1, end + 1].allSatisfy({ tokens[$0].term.map(TermSet.disputes.contains) ?? false })
        {
            end += 2
        }
        return end
    }

    /// 规范性文件14件现行有效: the verb stands behind the number.
    private func tellInForce(_ voice: inout Voice, at index: Int, _ right: Int) {
        guard voice.words.meets([.normative, .regulation]),
            !voice.words.meets([.issue, .repeal, .inForce, .kept])
        else { return }
        let behind = placed((index + 1)..<right)
        guard behind.contains(where: { $0.term == .inForce }) else { return }
        voice.terms += behind
        voice.words.insert(.inForce)
    }

    /// 答复不规范,有1件答复被复议机关纠正: what stands behind says that it is some of them.
    private func isSomeBehind(_ index: Int, _ right: Int) -> Bool {
        index + 1 < right && tokens[index + 1].start == tokens[index].end
            && tokens[index + 1].term.map(TermSet.telling.contains) ?? false
            && flow.hasPrefix(Self.some, at: tokens[index].start - Self.some.count)
    }

    /// 另外10件为部分公开、不予公开、不予处理: of all that are named, which no number parts.
    private func isOfSeveral(_ right: Int) -> Bool {
        var place = right
        guard place + 1 < tokens.count, tokens[place].kind == .pause,
            tokens[place + 1].term.map(TermSet.outcomes.contains) ?? false
        else { return false }
        while place < tokens.count, tokens[place].number == nil {
            if tokens[place].endsClause { return true }
            place += 1
        }
        return place >= tokens.count
    }

    private static let fates: TermSet = [.upheld, .corrected, .otherResult, .pending]

    /// 行政复议有1件被纠正: how it ended stands behind the number.
    private func tellFate(_ voice: inout Voice, at index: Int, _ right: Int) {
        guard voice.words.meets(.disputes), !voice.words.meets(.disputeOutcomes), index + 1 < right,
            let fate = tokens[index + 1].term, Self.fates.contains(fate), tokens[index + 1].start == tokens[index].end,
            flow.hasPrefix(Self.some, at: tokens[index].start - Self.some.count)
        else { return }
        voice.terms += placed((index + 1)..<(index + 2))
        voice.words.insert(fate)
    }

    /// 现行有效规章18件、行政规范性文件367件: the verb is said of both.
    private func inheritVerb(_ voice: inout Voice, _ left: Range<Int>) {
        let documents: TermSet = [.normative, .regulation]
        let verbs: TermSet = [.issue, .repeal, .inForce, .kept]
        guard voice.words.meets(documents), !voice.words.meets(verbs), !voice.words.contains(.disclose),
            let first = left.first, first > 0, tokens[first].kind == .pause, tokens[first - 1].number != nil,
            let last = voices.last?.voice, last.words.meets(documents), !last.isBehind
        else { return }
        let inherited = last.terms.filter { verbs.contains($0.term) }
        voice.terms += inherited
        for word in inherited { voice.words.insert(word.term) }
    }

    /// 未审结的行政复议1件、行政诉讼1件: the outcome is said of both.
    private func inheritOutcome(_ voice: inout Voice, _ left: Range<Int>) {
        let outcomes = TermSet.disputeOutcomes.union([.concluded])
        if voice.words.meets(.disputes), !voice.words.meets(outcomes), let outcome = outcomeBrokenDown(left) {
            voice.terms.insert(outcome, at: 0)
            voice.words.insert(outcome.term)
        }
        guard voice.words.meets(.disputes), !voice.words.meets(outcomes), let first = left.first, first > 0,
            tokens[first].kind == .pause, tokens[first - 1].number != nil, let last = voices.last?.voice,
            !last.isBehind,
            let noun = last.terms.firstIndex(where: { TermSet.disputes.contains($0.term) }),
            let outcome = last.terms[..<noun].last, outcomes.contains(outcome.term)
        else { return }
        voice.terms.insert(outcome, at: 0)
        voice.words.insert(outcome.term)
    }

    /// 被纠正的2件复议案件: the outcome stands before the number, and the kind of dispute behind it.
    private func takeKindBehind(_ voice: inout Voice, _ index: Int) {
        guard voice.words.meets(.disputeOutcomes), !voice.words.meets(.disputes), index + 1 < tokens.count,
            tokens[index + 1].start == tokens[index].end, let term = tokens[index + 1].term,
            TermSet.disputes.contains(term)
        else { return }
        let kind = SubjectTeller.Placed(
            term: term,
            start: tokens[index + 1].start,
            end: tokens[index + 1].end,
            isJoined: false
        )
        voice.terms.insert(kind, at: 0)
        voice.words.insert(term)
    }

    /// 6件被纠正(复议1件、诉讼5件), 被纠正的6件,其中复议1件: the outcome that is broken down by kinds of disputes.
    private func outcomeBrokenDown(_ left: Range<Int>) -> SubjectTeller.Placed? {
        let begin = tokens[..<left.lowerBound].lastIndex {
            $0.kind == .open || $0.kind == .close || $0.term == .amongThem || $0.kind == .semicolon
        }
        let own = left.first { tokens[$0].term == .amongThem }
        // 尚未审结的3件中,直接起诉1件.
        let comma = left.lowerBound - 1
        let isAmong =
            comma > 0 && tokens[comma].kind == .comma
            && flow.hasPrefix(Self.among, at: tokens[comma].start - Self.among.count)
        guard let start = isAmong ? comma : own ?? begin, start > 0,
            isAmong || tokens[start].kind == .open || tokens[start].term == .amongThem,
            let number = tokens[..<start].lastIndex(where: { $0.number != nil }),
            let last = items.last(where: { $0.sentence == sentenceNumber && $0.numeral.start == tokens[number].start }),
            last.family == .disputeOutcome || last.ownWords.meets(.disputeOutcomes)
        else { return nil }
        let outcome = (0..<start).last { tokens[$0].term.map(TermSet.disputeOutcomes.contains) ?? false }
        guard let outcome, let term = tokens[outcome].term else { return nil }
        return SubjectTeller.Placed(term: term, start: tokens[outcome].start, end: tokens[outcome].end, isJoined: false)
    }

    private static let citizen = Array("公民".utf8)
    private static let finished = Array("办结".utf8)
    private static let inYear = ["当年", "年内"].map { Array($0.utf8) }

    /// 办结 says more than 答复, and 当年办结 less than either.
    private func tellHandling(_ voice: inout Voice) {
        for word in voice.terms where word.term == .naturalPerson && flow.hasPrefix(Self.citizen, at: word.start) {
            voice.words.insert(.citizen)
        }
        for word in voice.terms where word.term == .process {
            if Self.inYear.contains(where: { flow.hasPrefix($0, at: word.start) }) { voice.words.insert(.inYear) }
            if word.end - word.start >= Self.finished.count,
                flow.hasPrefix(Self.finished, at: word.end - Self.finished.count)
            {
                voice.words.insert(.finished)
            }
        }
    }
}
