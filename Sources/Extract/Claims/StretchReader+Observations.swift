internal import Model

/// What the words of a sentence tell of the figures that follow.
extension StretchReader {
    mutating func observe(_ term: Term, at index: Int, _ range: Range<Int>) {
        observeTopic(term)
        observeTime(term, at: index, range)
        switch term {
        case .review, .litigation, .direct, .afterReview: observeDispute(term, at: index, range)
        case .wideScope, .ownScope, .onBehalf: observeScope(at: index, isWide: term == .wideScope)
        case .ownOffice: if !isOfOffice { observeScope(at: index, isWide: false) }
        case .filler: observeOwner(at: index)
        case .not: deny(at: index, range)
        case .zero: denyBefore(index, range)
        case .upheld, .corrected, .otherResult, .pending: bareOutcome(term, at: index, range)
        case .allUpheld, .noLoss, .noFault: upheld(term, at: index, range)
        // All of those that came in may be meant, and not those that came over from the year before.
        case .allHandled: allHandled(at: index, range, doubt: .wording)
        default: break
        }
    }

    /// What the figures are of.
    private mutating func observeTopic(_ term: Term) {
        switch term {
        case .application, .applicationWork:
            state.topic = .application
            state.spokeOfApplications = true
        case .manner: if state.spokeOfApplications { state.topic = .application }
        case .plainApplication where state.section == "applications" && state.topic == .none: state.topic = .application
        case .carriedIn, .carriedOut: if state.isAboutApplications { state.topic = .application }
        case .normative: state.topic = .normative
        case .regulation: state.topic = .regulation
        case .permit, .penalty, .coercive: state.topic = .decisions
        case .receive, .accept, .newly: state.applicationRow = "received"
        case .process: state.applicationRow = "processed_total"
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

    mutating func observeScope(at index: Int, isWide: Bool) {
        // 其中县政府办32件、县直单位211件: bodies that the whole is broken down by.
        if state.isAmong {
            state.isOfPart = true
            return
        }
        state.scope = scanner.tokens[index].start
        scopeIsOwn = true
        scopeIsWide = isWide && Self.wide.contains { flow.hasPrefix($0, at: tokens[index].start) }
    }

    private static let wide = ["全", "各级"].map { Array($0.utf8) }
    private static let own = ["我", "本"].map { Array($0.utf8) }

    /// 全县文旅系统受理26件,我局受理21件: what follows is the reporting body's own. So it is in a sentence of its own, but
    /// for 我市 and its like, which are the whole area as often as its government.
    private mutating func observeOwner(at index: Int) {
        let token = tokens[index]
        guard state.scope != nil, token.end - token.start > 3 else { return }
        guard Self.own.contains(where: { flow.hasPrefix($0, at: token.start) }) else { return }
        if scopeIsOwn || agencyEnds(with: flow.bytes[(token.start + 3)..<token.end]) { state.scope = nil }
    }

    private func agencyEnds(with kind: ArraySlice<UInt8>) -> Bool {
        let endings = Self.governments.contains(Array(kind)) ? [Array("人民政府".utf8), Array("办事处".utf8)] : []
        return ([[]] + endings).contains {
            agency.count > kind.count && agency.suffix(kind.count + $0.count) == kind + $0
        }
    }

    /// Governments without a part of the area that they do not answer for.
    private static let governments = ["镇", "乡", "街道"].map { Array($0.utf8) }
}
