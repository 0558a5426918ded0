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

    mutating func add(
        _ numeral: Numeral,
        at index: Int,
        _ context: ClauseContext,
        right: Int,
        depth: Int,
        _ range: Range<Int>
    ) {
        let left = context.start..<index
        let own = words(left)
        let role = role(of: numeral, at: index, own, left)
        let ownMarker = marker(context.wider..<index)
        var marker = ownMarker ?? markerOfClause(context)
        state.ownBytes = ownBytes(left, before: tokens[index].start) + bracketed(before: left)
        let isFormer = isFormerLevel(index, range.upperBound)
        let voice = voice(left, context, at: index, right: right)
        var counted = Counted()
        switch role {
        case .growth: counted.key = growthKey(voice, numeral.unit)
        case .share: break
        case .rate: rate(numeral, own, at: index, range)
        case .count, .money:
            if let parallel = parallel(at: index, voice, numeral.unit) {
                counted = self.counted(parallel, numeral.unit, at: index)
                marker = nil
            } else {
                counted = self.counted(voice, numeral.unit, at: index)
                voices.append((voice, numeral.unit))
            }
        }
        if numeral.unit == .articles || numeral.unit == .items, let name = account(at: index, context, range) {
            counted = Counted(key: name, isWhole: true)
        } else if marker != nil || state.isSince || voice.isBehind && own.contains(.otherItem) || depth > 0 {
            counted.isWhole = false
        }
        // 自然人申请330件(含上年结转18件): those of its column.
        let isOfColumn = depth > 0 && own.contains(.containing) && items.last?.family == .applicant
        let isOfPart = state.isOfPart
        state.isOfPart = false
        if isFormer || isOfColumn || isOfPart
            || marker?.term == .amongThem && isPartlyHandled(own.union(voice.words.contains(.inYear) ? [.inYear] : []))
            || !voice.isBehind && isOfSome(left, own) || isOutOfNamed(left) && !voice.words.meets(.disputeOutcomes)
            || !own.meets(.telling) && counted.family != .dispute && !voice.words.meets(TermSet.outcomeGroups)
                && isOutOfNamedBefore(index, range)
        {
            counted.readings = []
            counted.isWhole = false
            counted.key = nil
        }
        joinDisputesOfMatter(marker?.term, own)
        if isOutOfOthers(left, own, marker?.term, isLoose: ownMarker == nil), !counted.readings.isEmpty {
            counted.readings = [teller.paths.applications("processed_total")]
            counted.key = nil
            counted.isWhole = false
            counted.isPart = true
        }
        if state.isSoFar { doubtAllYears(&counted, numeral) }
        if counted.family == .intake, isByWay(context) {
            counted.isPart = true
            counted.isWhole = false
        }
        let kinds = own.contains(.each) && role == .count ? separate(voice) : []
        let item = ClaimItem(
            numeral: numeral,
            role: role,
            family: counted.family,
            sentence: sentenceNumber,
            depth: depth,
            marker: marker?.term,
            opensSentence: marker.map { opens($0.index, range) } ?? false,
            words: wordsOfItem(context.wider..<index),
            isFollowedByOthers: isFollowedByOthers(index, range.upperBound),
            isBehindSemicolon: context.start > range.lowerBound && tokens[context.start - 1].kind == .semicolon,
            clause: context.clauses,
            isWithin: own.contains(.within) || voice.words.contains(.inYear),
            wholes: disputeWholes(counted),
            isTableRow: !counted.readings.isEmpty && counted.family == .other,
            isLooselyMarked: ownMarker == nil && marker != nil,
            isOfTotal: role == .share && left.contains { flow.hasPrefix(Self.ofTotal, at: tokens[$0].start) },
            isSubtotal: own.contains(.total) && !own.meets(.telling)
                && ownBytes(left, before: tokens[index].start) <= 12,
            isAloneInBracket: isAloneInBracket(index),
            isBareTotal: isBareTotal(left, own, at: index),
            ofTable: (role == .share || role == .rate) && !isOfNamedOutcome(left) ? readings(voice) : [],
            follows: items.last.flatMap { $0.sentence == sentenceNumber ? $0.family : nil } ?? .other,
            isOfApplications: state.isAboutApplications && !state.isOfProposals && !state.countsOthers
                && !state.isAmong && state.ownBytes == 0,
            isBeside: isBeside(index, role),
            isOfOtherYears: state.isOtherYear || state.isPlan || isFormer,
            claim: result.claims.count
        )
        if counted.family == .means, marker == nil { doubtWhole(beside: item) }
        items.append(item)
        if role == .count, counted.family == .other {
            state.countsOthers = true
            // 复议9件,审结8件;调解41件,审结39件: the last are of what was counted last.
            if state.topic == .dispute, numeral.unit == .cases,
                !voice.words.contains(.loss), voice.own.contains(where: isSubject) || state.ownBytes > 0
            {
                state.dispute = []
            }
        }
        if counted.family == .dispute, !counted.readings.isEmpty { state.countsDisputes = true }
        if role == .count { state.countsApplications = counted.family == .intake || counted.family == .handling }
        let clause = context.clause..<index
        if kinds.count > 1 {
            for kind in kinds { append(kind, numeral, clause: clause, role) }
        } else {
            append(counted, numeral, clause: clause, role)
        }
    }

    /// 新收的15件办结13件, 新收15件中,已办结13件: of those, and not of what came over from the year before.
    private func isOutOfOthers(_ left: Range<Int>, _ own: TermSet, _ marker: Term?, isLoose: Bool) -> Bool {
        guard teller.paths.isRevised, own.contains(.process), !own.meets([.carriedIn, .carry]), let last = items.last,
            last.family == .intake, last.sentence == sentenceNumber
        else { return false }
        let isDirect =
            state.namesCarriedIn && left.lowerBound > 0 && tokens[left.lowerBound - 1].number != nil
            && tokens[left.lowerBound].start == tokens[left.lowerBound - 1].end
        return isDirect || marker == .amongThem && isLoose && last.words.meets([.newly, .thisYear])
    }

    private static let by = Array("通过".utf8)

    /// 通过某平台收到申请6件: others may have come in by other ways.
    private func isByWay(_ context: ClauseContext) -> Bool {
        let start = context.clause > 0 ? tokens[context.clause - 1].end : sentenceStart ?? stretchStart
        return flow.hasPrefix(Self.by, at: start)
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

    /// 其余6件均已答复: what is left of those before, unless it is left for the next year.
    private func isOfTheRest(_ voice: Voice, at index: Int) -> Bool {
        let own = words(voice.own)
        return own.contains(.otherItem) && !own.meets(.telling) && !voice.own.contains(where: isAddition)
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

    /// 予以公开占66.7%, 复议纠错率14.3%: the cells of the outcome that a percentage is of.
    private func readings(_ voice: Voice) -> [[String]] {
        guard teller.paths.isRevised, !voice.isBehind, !voice.isVague, !state.isOtherYear, !state.isPlan,
            voice.words.meets(TermSet.outcomeGroups.union(.disputeOutcomes).union(.disputes).union(.applicants))
        else { return [] }
        let counted = teller.counted(voice.terms, voice.words, .cases, state)
        return counted.doubt == nil ? counted.readings : []
    }

    private static let ofTotal = Array("占总".utf8)

    // MARK: What it counts

    private func role(of numeral: Numeral, at index: Int, _ words: TermSet, _ left: Range<Int>) -> ClaimRole {
        if let last = left.last(where: { tokens[$0].term != nil && tokens[$0].term != .filler }),
            let term = tokens[last].term, term == .up || term == .down,
            numeral.start - tokens[last].end <= 3
        {
            return .growth
        }
        switch numeral.unit {
        case .points: return .growth
        case .percent where isBracketed(index) || isOfNamedWhole(left): return .share
        case .percent: return words.contains(.share) && unknown(left, before: tokens[index].start) <= 6 ? .share : .rate
        case .money: return .money
        default: return .count
        }
    }

    /// 征收类(41件).
    private func isAloneInBracket(_ index: Int) -> Bool {
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
        return unknown(last..<index, before: tokens[index].start)
    }

    /// 占予以公开件数的37.5%: of those, and not those.
    private func isOfNamedOutcome(_ left: Range<Int>) -> Bool {
        guard let share = left.last(where: { tokens[$0].term == .share }) else { return false }
        return words((share + 1)..<left.upperBound).meets(TermSet.outcomes.union(.disputeOutcomes))
    }

    private mutating func counted(_ voice: Voice, _ unit: CountUnit, at index: Int) -> Counted {
        guard !state.isPlan, !voice.words.contains(.condition), !countsParts(index) else { return Counted() }
        var terms = voice.terms
        var words = voice.words
        if let thing = respective(at: index, voice) {
            guard let thing else {
                state.untold = numbers(from: index) - 1
                return Counted()
            }
            terms = [thing]
            words = TermSet(thing.term)
            if voice.words.contains(.matter) { words.insert(.matter) }
        } else if voice.words.contains(.respectively), numbers(from: index) > 1 {
            // 其中维持的分别为2件、2件: each of another thing.
            state.untold = numbers(from: index) - 1
            return Counted()
        } else if state.untold > 0 {
            state.untold -= 1
            if !self.words(voice.own).meets(.telling) { return Counted() }
            state.untold = 0
        }
        state.gapBytes = gap(voice, before: index)
        var counted = teller.counted(terms, words, unit, state)
        if let isOther = voice.isOfOtherYear { state.isOtherYear = isOther }
        if state.isOtherYear || state.isPartOfYear || isOfTheRest(voice, at: index) || voice.words.contains(.share) {
            counted.readings = []
            counted.isWhole = false
            counted.key = nil
        }
        if state.isSince, !counted.readings.isEmpty {
            if case .annex = teller.paths.era {
                counted.readings = counted.readings.map { $0.map(Self.cumulative) }
                counted.key = counted.key.map(Self.cumulative)
            } else {
                counted.doubt = .wording
            }
        }
        // 有8件申请同一事项, 2件正在办理: they may be some of them.
        if voice.isBehind, !voice.hasVerb, counted.family == .intake || counted.family == .handling, !isJoined(index) {
            // 12件申请全部办结: those that the sentence told.
            let isAll = voice.words.contains(.all) && counted.family == .handling && voice.own.isEmpty
            if !voice.words.meets([.carriedIn, .carriedOut, .carry, .unhandled, .newly]) {
                counted.doubt = isAll ? .company : .wording
            }
        }
        // 收到2个自然人的申请: each may have made several.
        if voice.isVague || countsApplicants(index) { counted.doubt = .wording }
        joinDisputes(&counted, voice, at: index)
        return counted
    }

    private func countsApplicants(_ index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].start == tokens[index].end,
            let term = tokens[index + 1].term, TermSet.applicants.contains(term)
        else { return false }
        return Self.persons.contains { flow.hasPrefix($0, at: tokens[index].end - $0.count) }
    }

    private static let persons = ["个", "名", "位", "家"].map { Array($0.utf8) }
    private static let ofText = ["内容", "部分", "方面"].map { Array($0.utf8) }

    /// 行政复议、行政诉讼情况、存在的主要问题等6项内容: the parts of the report.
    private func countsParts(_ index: Int) -> Bool {
        Self.ofText.contains { flow.hasPrefix($0, at: tokens[index].end) }
    }

    /// 复议9件、诉讼6件,合计15件: those of both kinds.
    private func joinDisputes(_ counted: inout Counted, _ voice: Voice, at index: Int) {
        guard counted.family == .dispute, voice.words.contains(.total), !voice.isBehind,
            !words(voice.own).meets(TermSet.disputes)
        else { return }
        let cells = items.reversed().prefix { $0.sentence == sentenceNumber && $0.family == .dispute }
            .flatMap { result.claims[$0.claim].readings.first ?? [] }
        guard let reading = counted.readings.first, cells.count > reading.count else { return }
        counted.readings = [cells]
        counted.key = cells.joined(separator: "+")
        counted.isWhole = false
    }

    /// 2022年、2023年分别收到58件、70件: one of each year; nil where there are not as many years as numbers.
    private mutating func years(at index: Int, _ voice: Voice) -> [Voice]? {
        guard let reportYear else { return nil }
        var years: [Int] = []
        for token in tokens[..<index] {
            if case .year(let year) = token.kind { years.append(year) }
            if token.number != nil || token.kind == .semicolon { years.removeAll() }
        }
        guard years.count > 1, years.count == numbers(from: index) else { return nil }
        return years.map { year in
            var voice = voice
            voice.isOfOtherYear = year != reportYear
            voice.words.remove(.respectively)
            return voice
        }
    }

    /// 2021年收到118件、办结121件;2022年分别为137件、133件: what the counts before were of; nil where there are not as
    /// many of them as numbers.
    private mutating func parallel(at index: Int, _ voice: Voice, _ unit: CountUnit) -> Voice? {
        if voice.words.contains(.respectively) {
            parallels.removeAll(keepingCapacity: true)
            if let years = years(at: index, voice) {
                parallels = years
            }
            guard parallels.isEmpty else { return parallels.removeFirst() }
            guard !voice.words.meets(.nouns) else { return nil }
            let count = numbers(from: index)
            guard count > 1, voices.count >= count else { return nil }
            let before = voices.suffix(count)
            guard before.allSatisfy({ $0.unit == unit }) else { return nil }
            parallels = before.map(\.voice)
        } else if parallels.isEmpty || voice.words.meets(.telling) {
            parallels.removeAll(keepingCapacity: true)
            return nil
        }
        var parallel = parallels.removeFirst()
        // 2021年的数: the words before the number itself say of which year it is.
        if voice.words.contains(.matter) { parallel.words.insert(.matter) }
        return parallel
    }

    static func cumulative(_ path: String) -> String {
        path.hasSuffix(".year") ? path.dropLast(4) + "cumulative" : path
    }

    /// The thing before 分别 that the number counts: nil where there is no 分别, and no thing where there are not as
    /// many numbers as things.
    private mutating func respective(at index: Int, _ voice: Voice) -> SubjectTeller.Placed?? {
        if voice.words.contains(.respectively) {
            // 通过信函、网络收到申请分别为8件、6件: of the two ways, and not of the applications.
            let nouns = voice.words.meets(.means) ? TermSet.means : TermSet.nouns
            let things = voice.terms.filter { nouns.contains($0.term) }
            guard things.count > 1 else { return .none }
            state.respective = things.count == numbers(from: index) ? Array(things.dropFirst()) : []
            return .some(state.respective.isEmpty ? nil : things[0])
        }
        guard !state.respective.isEmpty else { return .none }
        guard !voice.words.meets(.telling) else {
            state.respective = []
            return .none
        }
        return .some(state.respective.removeFirst())
    }

    /// How many numbers stand one behind the other, with nothing between them but commas.
    private func numbers(from index: Int) -> Int {
        var count = 0
        var place = index
        while place < tokens.count {
            switch tokens[place].kind {
            case .number: count += 1
            case .comma, .pause: break
            case .term(.compare), .term(.filler): break
            default: return count
            }
            place += 1
        }
        return count
    }

    /// 行政复议、行政诉讼各1件: one figure for each.
    private func separate(_ voice: Voice) -> [Counted] {
        let kinds = voice.terms.filter { TermSet.disputes.contains($0.term) }
        guard kinds.count > 1 else { return [] }
        return kinds.map { teller.counted([$0], voice.words, .cases, state) }
    }
}
