internal import Model

/// What the words of a sentence tell of the figures that follow.
extension StretchReader {
    mutating func observe(_ term: Term, at index: Int, _ range: Range<Int>) {
        observeTopic(term, at: index)
        let isNamed = Self.named.contains(term)
        if isNamed { remember(term) }
        observeTime(term, at: index, range)
        switch term {
        case .review, .litigation, .direct, .afterReview: observeDispute(term, at: index, range)
        case .wideScope, .ownScope, .onBehalf: observeScope(at: index, isWide: term == .wideScope)
        case .ownOffice:
            if !isOfOffice {
                observeScope(at: index, isWide: false)
                // 市政府办公室收到28件 in the report of one of its bureaus.
                scopeIsOther = !isOfArea
            }
        case .filler: observeOwner(at: index, range)
        case .not: deny(at: index, range)
        case .zero:
            if !denyBefore(index, range) { denyBehind(index, range) }
        case .upheld, .corrected, .otherResult, .pending: bareOutcome(term, at: index, range)
        case .granted:
            grantedAll(at: index, range)
            grantedEverything(at: index, range)
        case .all:
            denyOrganisations(at: index, range)
            denyOtherKind(at: index, range)
        case .allUpheld, .noLoss, .noFault: upheld(term, at: index, range)
        case .concluded: concludedAll(at: index, range)
        case .process: handledWithinYear(index, range)
        case .allHandled:
            if !handledWithinYear(index, range) {
                allHandled(at: index, range, doubt: isHandledWithinYear(index, range) ? nil : .wording)
            }
        default: if isNamed, TermSet.reasons.contains(term) { wholeGroup(at: index, range) }
        }
    }

    private static let named = TermSet.applicants.union(.outcomes)

    private mutating func remember(_ term: Term) {
        if TermSet.applicants.contains(term), !state.kinds.contains(term) { state.kinds.append(term) }
        if TermSet.outcomes.contains(term), !state.results.contains(term) { state.results.append(term) }
    }

    /// What the figures are of.
    private mutating func observeTopic(_ term: Term, at index: Int) {
        switch term {
        case .application, .applicationWork:
            state.topic = .application
            state.spokeOfApplications = true
        case .manner: if state.spokeOfApplications { state.topic = .application }
        case .plainApplication where state.section == "applications" && state.topic == .none: state.topic = .application
        case .carriedIn, .carriedOut:
            if state.isAboutApplications { state.topic = .application }
            state.applicationRow = term == .carriedIn ? "carried_in" : "carried_out"
        case .normative:
            state.topic = .normative
            state.isOfOthersDocuments = isOfOthersDocuments(index)
        case .regulation: state.topic = .regulation
        case .permit, .penalty, .coercive: state.topic = .decisions
        case .receive, .accept, .newly: state.applicationRow = "received"
        case .process:
            state.applicationRow = "processed_total"
            state.saysHandled = true
        case .handle: state.saysHandled = true
        case .decider:
            state.namesDecider = true
            // 作为复议机关没有受理复议: those that it decides.
            if flow.hasPrefix(Self.acting, at: tokens[index].start - Self.acting.count) { state.isOthersDispute = true }
        case .kind where flow.hasPrefix(Self.ofKind, at: tokens[index].start): state.kindStart = tokens[index].start
        case .shareOf: if isOfHandled(index) { state.applicationRow = "processed_total" }
        case .procurement: state.namesProcurement = true
        case .training: state.namesTraining = true
        case .ofMatter: state.namesMatter = true
        case .drafting: state.isForeignDeed = true
        case .register: state.namesRegister = true
        case .amongThem:
            state.isAmong = true
            state.isAmongApplications = state.countsApplications
        default: break
        }
    }

    private static let acting = Array("作为".utf8)
    private static let ofKind = Array("类申请".utf8)
    private static let handled = ["办结", "答复"].map { Array($0.utf8) }

    /// 办结件中,自然人322件.
    private func isOfHandled(_ index: Int) -> Bool {
        Self.handled.contains { flow.hasPrefix($0, at: tokens[index].start) }
    }

    mutating func observeScope(at index: Int, isWide: Bool) {
        // 其中县政府办32件、县直单位211件: bodies that the whole is broken down by.
        if state.isAmong {
            state.isOfPart = true
            return
        }
        state.scope = scanner.tokens[index].start
        scopeIsOwn = true
        scopeIsOther = false
        scopeIsWide = isWide && Self.wide.contains { flow.hasPrefix($0, at: tokens[index].start) }
    }

    private static let wide = ["全", "各级"].map { Array($0.utf8) }
    private static let own = ["我", "本"].map { Array($0.utf8) }

    /// 全县文旅系统受理26件,我局受理21件: what follows is the reporting body's own.
    private mutating func observeOwner(at index: Int, _ range: Range<Int>) {
        guard state.scope != nil, tokens[index].end - tokens[index].start > 3,
            Self.own.contains(where: { flow.hasPrefix($0, at: tokens[index].start) })
        else { return }
        if scopeIsOwn || isItself(at: index, range) { state.scope = nil }
    }

    /// 全市收到95件。我局收到9件: whether a later sentence says the body's own kind and what came in, with nothing about them.
    /// 我局系统, 由我局承办 and 我镇各村 are others', too; 我市 is the whole area as often as its government.
    private func isItself(at index: Int, _ range: Range<Int>) -> Bool {
        let token = tokens[index]
        let start = index == range.lowerBound ? sentenceStart ?? stretchStart : tokens[index - 1].end
        let begins =
            index == range.lowerBound || Self.breaks.contains(tokens[index - 1].kind) || isTime(tokens[index - 1])
        guard begins, start == token.start, isKind(flow.bytes[(token.start + 3)..<token.end]) else { return false }
        var end = token.end + (flow.hasPrefix(Self.because, at: token.end) ? Self.because.count : 0)
        for next in tokens[(index + 1)..<range.upperBound] {
            guard next.start == end else { return false }
            if let term = next.term, Self.comesIn.contains(term) { return true }
            guard isTime(next) || next.term == .total else { return false }
            end = next.end
        }
        return false
    }

    private static let breaks: [ClaimToken.Kind] = [.comma, .semicolon, .colon]
    private static let comesIn: TermSet = [
        .receive, .accept, .newly, .process, .issue, .repeal, .decide, .disclose, .occur, .matter, .ofMatter,
        .review, .litigation,
    ]

    func isTime(_ token: ClaimToken) -> Bool {
        if case .year = token.kind { return true }
        return token.term == .thisYear
    }

    /// Whether 局 of 我局 is what the agency is: a 水务局, and 镇 of a 镇人民政府.
    private func isKind(_ kind: ArraySlice<UInt8>) -> Bool {
        guard !Self.areas.contains(where: { $0.elementsEqual(kind) }) else { return false }
        let office = Self.offices.first { agency.suffix($0.count).elementsEqual($0) }
        return agency.dropLast(office?.count ?? 0).suffix(kind.count).elementsEqual(kind)
    }

    private static let areas = ["省", "市", "县", "区", "旗", "州", "盟"].map { Array($0.utf8) }
    private static let offices = ["人民政府", "办事处"].map { Array($0.utf8) }
}
