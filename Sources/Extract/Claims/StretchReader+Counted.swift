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
                || last.family == .dispute && last.isToldBehind && result.claims[last.claim].doubt == .wording
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
    mutating func parallel(at index: Int, _ voice: Voice, _ unit: CountUnit) -> Voice? {
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
            // 157件,…;对应数字分别是90件、14件: of which they are is not told where they were of different kinds.
            let outcomes = before.count { $0.voice.words.meets(.disputeOutcomes) }
            parallels = before.map { outcomes == 0 || outcomes == count ? $0.voice : Voice() }
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
    mutating func respective(at index: Int, _ voice: Voice) -> SubjectTeller.Placed?? {
        if voice.words.contains(.respectively) {
            // 通过信函、网络收到申请分别为8件、6件: of the two ways, and not of the applications.
            let nouns = voice.words.meets(.means) ? TermSet.means : TermSet.nouns
            let named = voice.terms.filter { nouns.contains($0.term) }
            let things = withoutGroup(named, numbers(from: index))
            // Only 而 is not known: …而无法提供的.
            if things.count < named.count, state.ownBytes <= 6 { state.isQualified = false }
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

    private static let groups: TermSet = [.refused, .unavailable, .notProcessed, .otherProcessing]

    /// 因不掌握、需另行制作而无法提供的分别为2件、3件: the group behind its reasons is what each of them is, and has no number.
    private func withoutGroup(_ things: [SubjectTeller.Placed], _ count: Int) -> [SubjectTeller.Placed] {
        guard things.count == count + 1, let last = things.last, Self.groups.contains(last.term) else { return things }
        let reasons = things.dropLast()
        let areReasons = reasons.indices.allSatisfy { place in
            TermSet.reasons.contains(reasons[place].term)
                && !reasons[..<place].contains { $0.term == reasons[place].term }
        }
        return areReasons && reasons.dropFirst().allSatisfy(\.isJoined) ? Array(reasons) : things
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

    /// 行政复议、行政诉讼各1件, 执法案卷、查询事项各8件: one figure for each.
    func separate(_ voice: Voice) -> [Counted] {
        guard let last = voice.terms.lastIndex(where: { Self.separable.contains($0.term) }),
            let kinds = Self.kinds.first(where: { $0.contains(voice.terms[last].term) })
        else { return [] }
        var first = last
        while first > 0, voice.terms[first].isJoined, kinds.contains(voice.terms[first - 1].term) { first -= 1 }
        // 涉行政复议的、涉行政诉讼的各1件.
        let isOfDisputes = kinds.contains(.review)
        let chain = isOfDisputes ? voice.terms.filter { kinds.contains($0.term) } : Array(voice.terms[first...last])
        guard chain.count > 1 else { return [] }
        let outcomes = TermSet.disputeOutcomes.union([.concluded])
        let others = voice.terms.filter { isOfDisputes ? outcomes.contains($0.term) : !kinds.contains($0.term) }
        return chain.map { kind in
            var words = voice.words
            for other in chain where other.term != kind.term && !isOfDisputes { words.remove(other.term) }
            return teller.counted(others + [kind], words, .cases, state)
        }
    }

    /// 各1件, 均为1件.
    func isOfEach(_ figure: Figure) -> Bool {
        if figure.own.contains(.each) { return true }
        // 科研机构等其余四类均为29件.
        if figure.voice.words.meets([.etCetera, .otherItem]) { return false }
        var last = figure.index - 1
        while last >= figure.left.lowerBound, tokens[last].term == .filler, tokens[last].end == tokens[last + 1].start {
            last -= 1
        }
        return last >= figure.left.lowerBound && last < figure.index - 1 && tokens[last].term == .all
            && tokens[last].end == tokens[last + 1].start
    }

    private static let kinds: [TermSet] = [
        .disputes, .outcomes, .disputeOutcomes, .applicants, [.permit, .penalty, .coercive],
    ]
    private static let separable = kinds.reduce(TermSet()) { $0.union($1) }
}
