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
        let marker = ownMarker ?? markerOfClause(context)
        state.ownBytes = ownBytes(left, before: tokens[index].start) + bracketed(before: left)
        let isFormer = isFormerLevel(index, range.upperBound)
        let voice = voice(left, context, at: index, right: right)
        var counted = Counted()
        switch role {
        case .growth: counted.key = growthKey(voice, numeral.unit)
        case .share: break
        case .rate: rate(numeral, own, at: index, range)
        case .count, .money: counted = self.counted(voice, numeral.unit, at: index, marker: marker?.term)
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
        if isFormer || isOfColumn || isOfPart || marker?.term == .amongThem && isPartlyHandled(own)
            || !voice.isBehind && isOfSome(left, own)
        {
            counted.readings = []
            counted.isWhole = false
            counted.key = nil
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
            words: words(context.wider..<index),
            isFollowedByOthers: isFollowedByOthers(index, range.upperBound),
            isBehindSemicolon: context.start > range.lowerBound && tokens[context.start - 1].kind == .semicolon,
            clause: context.clauses,
            isWithin: own.contains(.within),
            wholes: disputeWholes(counted),
            isTableRow: !counted.readings.isEmpty && counted.family == .other,
            isLooselyMarked: ownMarker == nil && marker != nil,
            isSubtotal: own.contains(.total) && !own.meets(.telling)
                && ownBytes(left, before: tokens[index].start) <= 12,
            isAloneInBracket: isAloneInBracket(index),
            isBareTotal: isBareTotal(left, own, at: index),
            isBeside: isBeside(index, role),
            isOfOtherYears: state.isOtherYear || state.isPlan || isFormer,
            claim: result.claims.count
        )
        items.append(item)
        if role == .count, counted.family == .other { state.countsOthers = true }
        let clause = context.clause..<index
        if kinds.count > 1 {
            for kind in kinds { append(kind, numeral, clause: clause, role) }
        } else {
            append(counted, numeral, clause: clause, role)
        }
    }

    // MARK: Words

    func words(_ range: Range<Int>) -> TermSet {
        var words = TermSet()
        for token in tokens[range] { if let term = token.term { words.insert(term) } }
        return words
    }

    private func placed(_ range: Range<Int>) -> [SubjectTeller.Placed] {
        range.compactMap { index in
            guard let term = tokens[index].term, Self.told.contains(term) else { return nil }
            return SubjectTeller.Placed(
                term: term,
                start: tokens[index].start,
                end: tokens[index].end,
                isJoined: isJoined(index),
                isLed: tokens[index].start > (index > 0 ? tokens[index - 1].end : sentenceStart ?? stretchStart)
            )
        }
    }

    private static let told = TermSet.telling

    /// All disputes of the kind of which the figure counts an outcome.
    private func disputeWholes(_ counted: Counted) -> [String] {
        guard counted.family == .disputeOutcome, teller.paths.isRevised, let cells = counted.readings.first else {
            return []
        }
        return cells.compactMap { path in path.lastIndex(of: ".").map { path[..<$0] + ".total" } }
    }

    /// 共21件, behind a comma: what it counts was said before.
    private func isBareTotal(_ left: Range<Int>, _ own: TermSet, at index: Int) -> Bool {
        own.contains(.total) && left.allSatisfy { tokens[$0].term == .total || tokens[$0].term == .filler }
            && unknown(left, before: tokens[index].start) == 0
    }

    /// Whether 上升至 and the level of this year follow: 由12件上升至15件.
    private func isFormerLevel(_ index: Int, _ end: Int) -> Bool {
        index + 1 < end && tokens[index + 1].term == .reach && tokens[index + 1].start == tokens[index].end
    }

    private static let some = Array("有".utf8)

    /// 收到的申请中,有8件申请同一事项: some of what was named in the clause before.
    private func isOfSome(_ left: Range<Int>, _ own: TermSet) -> Bool {
        guard let first = left.first, tokens[first].term == .filler, !own.meets(.telling) else { return false }
        return first > 0 && tokens[first - 1].kind == .comma && flow.hasPrefix(Self.some, at: tokens[first].start)
    }

    /// 其中当年收到当年办结13件: of those received this year, or dealt with in time, and not of all.
    private func isPartlyHandled(_ words: TermSet) -> Bool {
        words.contains(.within) || words.contains(.process) && words.meets([.receive, .newly, .thisYear])
    }

    private func voice(_ left: Range<Int>, _ context: ClauseContext, at index: Int, right: Int) -> Voice {
        let start = tokens[index].start
        var range = left
        let own = words(left)
        if belongsToLast(left, index) {
            range = index..<index
        } else if own.contains(.reach), !own.meets(.telling) {
            range = context.clause..<index
        } else if !own.meets(.telling), ownBytes(left, before: start) <= 3,
            !tellsBehind(own, index, right), !isOfUnknown(index)
        {
            range = context.wider..<index
        }
        var voice = Voice(terms: placed(range), words: words(range))
        if let first = range.first(where: { tokens[$0].term.map(TermSet.telling.contains) ?? false }) {
            voice.isVague = unknown(first..<index, before: start) > 36
        }
        voice.hasVerb = voice.words.meets(.applicationVerbs)
        let documents: TermSet = [.normative, .regulation]
        if voice.words.meets(documents), !voice.words.meets([.issue, .repeal, .inForce, .kept]) {
            // 规范性文件14件现行有效.
            let behind = placed((index + 1)..<right)
            if behind.contains(where: { $0.term == .inForce }) {
                voice.terms += behind
                voice.words.insert(.inForce)
            }
        }
        if !voice.words.meets(.nouns), right > index + 1, !belongsToNext(index, right, own) {
            voice.terms += placed((index + 1)..<right)
            voice.words.formUnion(words((index + 1)..<right))
            voice.isBehind = true
        }
        return voice
    }

    /// The bytes of the words in a bracket directly before the number's own words: 县(市、区)收到162件.
    private func bracketed(before left: Range<Int>) -> Int {
        let close = left.lowerBound - 1
        guard close > 0, tokens[close].kind == .close, tokens[close - 1].number == nil else { return 0 }
        return tokens[close].start - tokens[close - 1].end
    }

    /// 房屋征收(41件): the bracket is that of words that are not known.
    private func isOfUnknown(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].kind == .open && index > 1 && tokens[index - 2].end != tokens[index - 1].start
    }

    /// 2件维持、1件纠正: the word before the mark is that of the number before it.
    private func belongsToLast(_ left: Range<Int>, _ index: Int) -> Bool {
        left.count > 1 && left.lowerBound > 0 && tokens[left.lowerBound - 1].number != nil
            && tokens[index - 1].kind == .pause && tokens[index - 1].end == tokens[index].start
    }

    /// The bytes of the number's own words that no token covers, from the mark or the number before them on.
    private func ownBytes(_ left: Range<Int>, before end: Int) -> Int {
        let lead = left.lowerBound > 0 ? tokens[left.lowerBound - 1].end : left.first.map { tokens[$0].start } ?? end
        return unknown(left, before: end) + max(0, (left.first.map { tokens[$0].start } ?? end) - lead)
    }

    /// 其中1件通过网络提交: what stands before 其中 tells of the whole.
    private func tellsBehind(_ own: TermSet, _ index: Int, _ right: Int) -> Bool {
        own.contains(.amongThem) && words((index + 1)..<right).meets(.nouns)
    }

    /// 其余6件为不予公开1件、无法提供4件: the word behind is that of the next number.
    private func belongsToNext(_ index: Int, _ right: Int, _ own: TermSet) -> Bool {
        own.contains(.otherItem) && right < tokens.count && tokens[right].number != nil
            && words((index + 1)..<right).meets(.outcomes.union(.disputeOutcomes))
    }

    private func marker(_ range: Range<Int>) -> (term: Term, index: Int)? {
        for index in range.reversed() {
            guard let term = tokens[index].term, Self.markers.contains(term) else { continue }
            return (term, index)
        }
        return nil
    }

    private static let among = Array("中".utf8)

    /// 在21件申请中,: as good as 其中.
    private func markerOfClause(_ context: ClauseContext) -> (term: Term, index: Int)? {
        let mark = context.start - 1
        guard mark > 0, tokens[mark].kind == .comma, let last = items.last, last.sentence == sentenceNumber,
            last.clause == context.clauses - 1, last.role == .count,
            flow.hasPrefix(Self.among, at: tokens[mark].start - Self.among.count)
        else { return nil }
        return (.amongThem, mark)
    }

    private static let markers: TermSet = [.amongThem, .respectively, .including]

    /// Whether no word of weight stands before the marker in its sentence.
    private func opens(_ index: Int, _ range: Range<Int>) -> Bool {
        tokens[range.lowerBound..<index].allSatisfy { token in
            switch token.kind {
            case .quote, .close, .pause, .comma: true
            case .term(let term): term == .filler
            default: false
            }
        }
    }

    /// Whether 等 follows, behind what the number counts.
    private func isFollowedByOthers(_ index: Int, _ end: Int) -> Bool {
        var place = index + 1
        while place < end, tokens[place].number == nil {
            if tokens[place].term == .etCetera { return true }
            if tokens[place].endsClause { return false }
            place += 1
        }
        return false
    }

    private static let besideShares: TermSet = [.share, .shareOf, .filler, .total]
    private static let besideRates: TermSet = [.handlingRate, .answeringRate, .countRate, .filler]
    private static let besideGrowth: TermSet = [
        .up, .down, .compare, .compared, .lastYear, .thisYear, .filler, .etCetera,
    ]

    /// Whether nothing but a comma or a bracket and the words that belong to it parts a share, a rate or a growth from
    /// the number before it.
    private func isBeside(_ index: Int, _ role: ClaimRole) -> Bool {
        switch role {
        case .share: isBeside(index, Self.besideShares)
        case .rate: isBeside(index, Self.besideRates)
        case .growth: isBeside(index, Self.besideGrowth)
        case .count, .money: false
        }
    }

    private func isBeside(_ index: Int, _ terms: TermSet) -> Bool {
        var place = index - 1
        while place >= 0, tokens[place].number == nil {
            switch tokens[place].kind {
            case .comma, .open, .year: break
            case .close where terms.contains(.up): break
            case .term(let term) where terms.contains(term): break
            default: return false
            }
            place -= 1
        }
        guard place >= 0 else { return false }
        let gap = (place + 1)..<index
        guard unknown(gap, before: tokens[index].start) <= 3 else { return false }
        guard let first = gap.first, tokens[first].start == tokens[place].end else { return false }
        // Two lines that a reader of pages put together say nothing of each other.
        if tokens[first].kind == .comma || tokens[first].kind == .open { return true }
        return flow.pieces[flow.piece(at: tokens[first].start)].gap < .line
            || flow.piece(at: tokens[first].start) == flow.piece(at: tokens[place].start)
    }

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

    private mutating func counted(_ voice: Voice, _ unit: CountUnit, at index: Int, marker: Term?) -> Counted {
        guard !state.isPlan, !voice.words.contains(.condition) else { return Counted() }
        var terms = voice.terms
        var words = voice.words
        if let thing = respective(at: index, voice) {
            guard let thing else { return Counted() }
            terms = [thing]
            words = TermSet(thing.term)
            if voice.words.contains(.matter) { words.insert(.matter) }
        }
        var counted = teller.counted(terms, words, unit, state)
        if state.isOtherYear {
            counted.readings = []
            counted.isWhole = false
            counted.key = nil
        }
        if state.isSince, !counted.readings.isEmpty {
            if case .annex = teller.paths.era {
                counted.readings = counted.readings.map { $0.map(Self.cumulative) }
                counted.key = counted.key.map(Self.cumulative)
            } else {
                counted.doubt = true
            }
        }
        // 有8件申请同一事项, 2件正在办理: they may be some of them.
        if voice.isBehind, !voice.hasVerb, counted.family == .intake || counted.family == .handling, !isJoined(index) {
            counted.doubt = counted.doubt || !voice.words.meets([.carriedIn, .carriedOut, .carry, .unhandled])
        }
        if voice.isVague { counted.doubt = true }
        return counted
    }

    static func cumulative(_ path: String) -> String {
        path.hasSuffix(".year") ? path.dropLast(4) + "cumulative" : path
    }

    /// The thing before 分别 that the number counts: nil where there is no 分别, and no thing where there are not as
    /// many numbers as things.
    private mutating func respective(at index: Int, _ voice: Voice) -> SubjectTeller.Placed?? {
        if voice.words.contains(.respectively) {
            let things = voice.terms.filter { TermSet.nouns.contains($0.term) }
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

    private func growthKey(_ voice: Voice, _ unit: CountUnit) -> String? {
        let named = voice.words.meets(.nouns) ? teller.counted(voice.terms, voice.words, .cases, state).key : nil
        let last = items.last { $0.role == .count && $0.sentence == sentenceNumber }
        guard let key = named ?? last.map({ result.claims[$0.claim].key }) else { return nil }
        return Claim.growth + key
    }

    private mutating func rate(_ numeral: Numeral, _ words: TermSet, at index: Int, _ range: Range<Int>) {
        guard words.contains(.handlingRate), numeral.value == Quantity(100) else { return }
        allHandled(at: index, range)
    }

    /// The name of the account that publishes, where the words between say nothing of what: `posts:青禾发布`.
    private func account(at index: Int, _ context: ClauseContext, _ range: Range<Int>) -> String? {
        guard !state.isOtherYear, !state.isPlan else { return nil }
        guard let verb = (context.start..<index).last(where: { tokens[$0].term == .publish }) else { return nil }
        let between = (verb + 1)..<index
        let plain: TermSet = [.information, .filler, .total, .post, .matter]
        let isPlain = between.allSatisfy { tokens[$0].term.map(plain.contains) ?? false }
        guard isPlain, unknown(verb..<index, before: tokens[index].start) == 0 else { return nil }
        let quotes = (context.start..<verb).filter { tokens[$0].kind == .quote }
        guard quotes.count == 2 else { return nil }
        let name = tokens[quotes[0]].end..<tokens[quotes[1]].start
        guard name.count > 3, name.count < 45 else { return nil }
        let media = words(context.start..<index)
        let others: TermSet = [.website, .weibo, .gazette, .otherMedia]
        // An account and a site of one name are two; an account without its kind is that of WeChat.
        guard !media.meets(others), !media.contains(.quality) else { return nil }
        return "posts:" + flow.string(name)
    }
}
