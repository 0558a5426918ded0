internal import Model

/// What a number of a sentence counts, and what it says of it.
extension StretchReader {
    /// The words that speak of a number.
    struct Voice {
        var terms: [SubjectTeller.Placed] = []
        var words = TermSet()
        /// Whether the words behind the number tell what it counts.
        var isBehind = false
        /// Whether a verb stands before the number.
        var hasVerb = false
        /// Words that are not known stand between what is counted and its number.
        var isVague = false
        /// Of several years named in one breath, whether it is of another than the report's; nil where one is named.
        var isOfOtherYear: Bool?
        /// The words of the number's own clause.
        var own = 0..<0
    }

    /// A number of the sentence and what speaks of it.
    struct Figure {
        var numeral: Numeral
        /// The index of its token.
        var index: Int
        var context: ClauseContext
        /// The tokens of its sentence.
        var sentence: Range<Int>
        /// How many brackets are open.
        var depth: Int
        /// Its own words, behind the mark or the number before it.
        var left: Range<Int>
        var own: TermSet
        var role: ClaimRole
        /// 其中 or the like, in its own words or those of the clause before.
        var marker: (term: Term, index: Int)?
        /// Whether the clause before has it: 在21件申请中.
        var isLooselyMarked: Bool
        var voice = Voice()
        /// The level of the year before: 由12件上升至15件.
        var isFormer: Bool
        /// Of a percentage: the cells that it says it is the share of all of.
        var ofTable: [[String]] = []
        /// Whether 分别 gives it to one of several: 予以公开、部分公开占比分别为32.2%、9.4%.
        var isOfEach = false
    }

    mutating func add(
        _ numeral: Numeral,
        at index: Int,
        _ context: ClauseContext,
        right: Int,
        depth: Int,
        _ range: Range<Int>
    ) {
        var figure = figure(numeral, at: index, context, depth: depth, range)
        figure.voice = voice(figure.left, context, at: index, right: right)
        var counted = tell(&figure)
        limit(&counted, figure)
        let kinds = figure.role == .count && isOfEach(figure) ? separate(figure.voice) : []
        // 17位自然人各提出1件: of each, however many there are.
        if kinds.count < 2, figure.own.contains(.each) { counted.doubt = .wording }
        widen(&counted, figure)
        if kinds.count < 2, let said = said(figure, besides: counted) { counted = said }
        let all = kinds.count > 1 ? kinds.map { widened($0, figure) } : [counted]
        var item = item(figure, counted)
        item.claims = max(1, kinds.count)
        takeFromBodies(&item)
        if kinds.count < 2, figure.own.contains(.each) { item.marks.isFollowedByOthers = true }
        if counted.family == .means, figure.marker == nil { doubtWhole(beside: item) }
        tellSoFarApart(figure, counted)
        items.append(item)
        remember(figure, counted)
        for counted in all { append(counted, numeral, clause: context.clause..<index, figure.role) }
        if figure.role == .count || figure.role == .money, figure.own.contains(.total) {
            result.claims[result.claims.count - 1].total = total(figure.left, before: index)
        }
    }

    private mutating func figure(
        _ numeral: Numeral,
        at index: Int,
        _ context: ClauseContext,
        depth: Int,
        _ range: Range<Int>
    ) -> Figure {
        let left = context.start..<index
        let own = words(left)
        let ownMarker = marker(context.wider..<index)
        let clauseMarker = ownMarker ?? markerOfClause(context)
        let marker = clauseMarker ?? markerOfNamed(context)
        observeAmong(ownMarker, clauseMarker)
        observeScopes(in: left, numeral.unit)
        if state.saysUnrelated { state.namesUnrelated = isUnrelated(left, in: range) }
        state.ownBytes = ownBytes(left, before: numeral.start) + bracketed(before: left)
        state.isQualified =
            (state.ownBytes > 0 || left.lowerBound == 0) && isQualified(left, before: index)
            || leavesOut(behind: tokens[index].end)
        // 增幅由17.97%收窄至15.23%.
        let isFormer = isFormerLevel(index, range.upperBound)
        let role = role(of: numeral, at: index, own, left)
        return Figure(
            numeral: numeral,
            index: index,
            context: context,
            sentence: range,
            depth: depth,
            left: left,
            own: own,
            role: isFormer && role == .growth ? .rate : role,
            marker: marker,
            isLooselyMarked: ownMarker == nil,
            isFormer: isFormer
        )
    }

    /// Of what the figures behind 其中 are parts, where that is not all of what was counted.
    private mutating func observeAmong(_ ownMarker: (term: Term, index: Int)?, _ marker: (term: Term, index: Int)?) {
        if ownMarker == nil, marker != nil, endsInSome {
            state.amongSome = items.last?.family
            state.amongReadings = items.last.map { result.claims[$0.claim].readings } ?? []
        } else if ownMarker?.term == .amongThem, !teller.paths.isRevised, let last = items.last,
            last.sentence == sentenceNumber, last.family == .means || last.family == .applicant
        {
            // 网络申请7件,其中同意公开5件: of those.
            state.amongSome = last.family
        }
    }

    /// Whose figures they are, as the figure's own words have it.
    private mutating func observeScopes(in left: Range<Int>, _ unit: CountUnit) {
        if let body = otherBody(in: left) {
            observeScope(at: body, isWide: false)
            scopeIsOther = state.scope != nil
        }
        if let area = namedArea(in: left) { observeScope(at: area, isWide: false) }
        if let bodies = severalBodies(before: left) {
            observeScope(at: bodies, isWide: false)
            leaveBodies(to: unit)
        }
    }

    /// What the figure counts, as its words have it.
    private mutating func tell(_ figure: inout Figure) -> Counted {
        let (numeral, index, voice) = (figure.numeral, figure.index, figure.voice)
        var counted = Counted()
        switch figure.role {
        case .growth: counted.key = growthKey(voice, numeral.unit)
        case .share: tellShare(&figure)
        case .rate:
            rate(numeral, figure.own, at: index, figure.sentence)
            tellShare(&figure)
        case .count, .money: counted = tellCount(&figure)
        }
        if numeral.unit == .articles || numeral.unit == .items,
            let name = account(at: index, figure.context, figure.sentence)
        {
            return Counted(key: name, isWhole: true)
        }
        if figure.marker != nil || state.isSince || voice.isBehind && figure.own.contains(.otherItem)
            || figure.depth > 0
        {
            counted.isWhole = false
        }
        if let row = labelled(figure) {
            // No word of the clause is unknown: 其中主要负责同志参加6次.
            state.isQualified = false
            return row
        }
        if counted.readings.isEmpty, !counted.isWhole, let key = statedKey(figure) {
            counted.key = key
            counted.isWhole = true
        }
        return counted
    }

    private mutating func tellCount(_ figure: inout Figure) -> Counted {
        let (unit, index, voice) = (figure.numeral.unit, figure.index, figure.voice)
        var counted: Counted
        if let parallel = parallel(at: index, voice, unit) {
            counted = self.counted(parallel, unit, at: index)
            figure.marker = nil
        } else {
            counted = self.counted(voice, unit, at: index)
            voices.append((voice, unit))
        }
        if counted.readings.isEmpty,
            let left = leftForNextYear(figure) ?? totalBehindGrowth(figure) ?? sinceTheBeginning(figure)
        {
            counted = left
        }
        return counted
    }

    /// What the figures that follow in the sentence need to know of this one.
    private mutating func remember(_ figure: Figure, _ counted: Counted) {
        // 办理“互联网+督查”转办件3件,办结3件.
        if figure.role == .count, counted.readings.isEmpty, figure.own.meets(.foreign) { state.countsOthers = true }
        if figure.role == .count, counted.family == .other {
            state.countsOthers = true
            // 复议9件,审结8件;调解41件,审结39件: the last are of what was counted last.
            if state.topic == .dispute, figure.numeral.unit == .cases, !figure.voice.words.contains(.loss),
                figure.voice.own.contains(where: { isSubject($0) }) || state.ownBytes > 0
            {
                state.dispute = []
            }
        }
        // 企业申请增长明显,全年新收申请19件,办结19件: of all applications again.
        if counted.family == .intake, figure.own.meets([.receive, .newly, .accept]), !figure.own.meets(.applicants) {
            state.isOfApplicant = false
        }
        if counted.family == .disputeOutcome, state.dispute == [.direct] { state.tellsDirectOutcomes = true }
        if counted.family == .dispute {
            if !counted.readings.isEmpty { state.countsDisputes = true }
            let isNext = figure.left.first.map { tokens[$0].kind == .pause } ?? false
            state.isJoint = state.countedDispute && figure.depth == 0 && isNext
        }
        // 其中复议结果维持7件、纠正1件: of the kind that was named last.
        if counted.family == .disputeOutcome, figure.own.meets(.disputes) { state.isJoint = false }
        state.countedDispute = counted.family == .dispute
        if figure.role == .count {
            state.countsApplications = counted.family == .intake || counted.family == .handling
        }
    }

    private static let oneself = ["我局", "本局", "本机关", "我委", "我厅", "我办", "本单位", "本部门"].map { Array($0.utf8) }

    func isOneself(_ index: Int) -> Bool {
        tokens[index].term == .filler && Self.oneself.contains { flow.hasPrefix($0, at: tokens[index].start) }
    }

    /// 其余6件均已答复: what is left of those before, unless it is left for the next year.
    func isOfTheRest(_ voice: Voice, at index: Int) -> Bool {
        let own = words(voice.own)
        return own.contains(.otherItem) && !own.meets(.telling) && !voice.own.contains(where: { isAddition($0) })
            && !voice.words.meets([.carriedIn, .carriedOut, .carry, .unhandled])
    }

    private static let addition = Array("另".utf8)

    /// 另有3件正在审理: beside those before, and none of them.
    private func isAddition(_ index: Int) -> Bool { flow.hasPrefix(Self.addition, at: tokens[index].start) }

    /// 通过网站办理申请3件、纸质申请36件: the first of them came by the one way, as the next did by another.
    private mutating func doubtWhole(beside item: ClaimItem) {
        guard let last = items.last, last.sentence == item.sentence, last.words.contains(.website),
            last.family == .intake || last.family == .handling
        else { return }
        result.claims[last.claim].doubt = .wording
    }

    private func isSubject(_ index: Int) -> Bool {
        guard let term = tokens[index].term else { return false }
        return term != .filler && term != .total
    }
}
