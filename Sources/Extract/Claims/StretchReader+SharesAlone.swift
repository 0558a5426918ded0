internal import Model

/// Percentages without a count beside them, which only the table can show to be wrong: 予以公开占32.2%, 复议纠错率14.3%.
extension StretchReader {
    private static let named = TermSet.outcomeGroups.union(.disputeOutcomes).union(.disputes).union(.applicants)
    private static let separable = TermSet.outcomeGroups.union(.applicants)

    /// Tells the cells that a percentage is the share of all of.
    mutating func tellShare(_ figure: inout Figure) {
        let voice = figure.voice
        guard teller.paths.isRevised, figure.numeral.unit == .percent, !isOfNamedOutcome(figure.left) else { return }
        if voice.words.contains(.respectively) || !state.respective.isEmpty {
            tellEach(&figure)
            return
        }
        guard !voice.isBehind, !voice.isVague, isOfAllThereWas(figure), voice.words.meets(Self.named) else { return }
        let counted = teller.counted(voice.terms, voice.words, .cases, state)
        figure.ofTable = counted.doubt == nil ? counted.readings : []
    }

    /// 予以公开、部分公开占比分别为41.07%、12.5%: each of another outcome.
    private mutating func tellEach(_ figure: inout Figure) {
        let isFirst = figure.voice.words.contains(.respectively)
        guard let told = respective(at: figure.index, figure.voice), let thing = told,
            Self.separable.contains(thing.term),
            isFirst ? isOfAllThereWas(figure) : items.last?.percentage.isOfEach ?? false
        else { return }
        let counted = teller.counted([thing], TermSet(thing.term), .cases, state)
        guard counted.doubt == nil, let first = counted.readings.first,
            first.allSatisfy({ $0.hasPrefix(Self.table) })
        else { return }
        figure.ofTable = counted.readings
        figure.isOfEach = true
    }

    private static let table = "applications."

    /// Whether nothing before it makes it a share of some of the year's applications or disputes alone: 征地类申请中,予以公开占65.2%;
    /// 自然人提出的申请,部分公开占15%.
    private func isOfAllThereWas(_ figure: Figure) -> Bool {
        guard !state.isOtherYear, !state.isPartOfYear, !state.isPlan, !state.isSince,
            state.scope == nil || scopeIsWide && isOfArea
        else { return false }
        let before = figure.sentence.lowerBound..<figure.index
        let first = tokens[before].lastIndex { $0.number != nil }.map { $0 + 1 } ?? before.lowerBound
        // 内容主要涉及征收、规划等,其中自然人申请占82.2%: of all, whatever they are about.
        let list = tokens[first..<max(first, figure.left.lowerBound)].lastIndex(where: \.endsClause).flatMap {
            $0 > first && tokens[$0 - 1].term == .etCetera ? $0 + 1 : nil
        }
        let clauses = (list ?? first)..<max(list ?? first, figure.left.lowerBound)
        let isOfSome =
            words(clauses.lowerBound..<figure.index).meets([.about, .kind])
            || words(clauses).meets(.applicants) && !figure.voice.words.meets(.applicants)
            || holdsUnknown(clauses, before: start(of: figure.left))
        // 涉及征收的申请,予以公开占60%,不予公开占40%: the second is of those, too.
        if isOfSome { state.isShareOfSome = true }
        return !state.isShareOfSome
    }

    private static let unasked = Array("主动".utf8)

    /// 办结申请171件,公开率41.5%: of those that the figure before counts, all that were dealt with; 主动公开率 is of other things.
    func isOfAnswers(_ figure: Figure) -> Bool {
        guard figure.role == .rate, figure.own.contains(.disclosureRate), state.ownBytes == 0,
            figure.own.isWithin([.disclosureRate, .filler]), let last = items.last, last.sentence == sentenceNumber,
            result.claims[last.claim].readings.first == teller.paths.applications("processed_total")
        else { return false }
        let rate = figure.left.first { tokens[$0].term == .disclosureRate }
        return rate.map { !flow.hasPrefix(Self.unasked, at: tokens[$0].start) } ?? false && isOfAllThereWas(figure)
    }

    private static let leads = [
        "看", "来看", "来", "从", "按", "结果", "办理", "类型", "分类", "情况", "方面", "统计", "划分", "区分", "类别", "方式", "角度", "主体", "占比",
        "比例",
        "上", "分", "里", "年度", "而", "居多", "者", "为主", "最多",
    ].map { Array($0.utf8) }

    /// Whether words that are not known stand in the clauses: a body's own name is known.
    private func holdsUnknown(_ clauses: Range<Int>, before end: Int) -> Bool {
        var place = clauses.lowerBound > 0 ? tokens[clauses.lowerBound - 1].end : sentenceStart ?? stretchStart
        for token in clauses {
            let gap = place..<max(place, tokens[token].start)
            if qualifies(gap, besides: Self.leads), !isOwn(gap) { return true }
            place = max(place, tokens[token].end)
        }
        let rest = place..<max(place, end)
        return qualifies(rest, besides: Self.leads) && !isOwn(rest)
    }
}
