internal import Model

/// Joins tokens that say one thing together.
extension StretchReader {
    private static let joined: TermSet = [.carry, .shift, .plainApplication]

    /// 结转 beside a year becomes what was carried in or out; 收到申请 becomes an application where no other is named.
    mutating func joinTokens() {
        guard tokens.contains(where: { $0.term.map(Self.joined.contains) ?? false }) else { return }
        var index = 0
        while index < tokens.count {
            switch tokens[index].term {
            case .carry, .shift: index = joinCarried(index)
            case .plainApplication: if isOfDisclosure(index) { scanner.tokens[index].kind = .term(.application) }
            default: break
            }
            index += 1
        }
    }

    /// 结转至2024年, 顺延到2024年, 2022年结转: gives where the joined token stands.
    private mutating func joinCarried(_ index: Int) -> Int {
        guard let reportYear else { return index }
        if index + 1 < tokens.count, case .year(let year) = tokens[index + 1].kind,
            tokens[index + 1].start - tokens[index].end <= 3
        {
            scanner.tokens[index].kind = .term(year > reportYear ? .carriedOut : .carriedIn)
            scanner.tokens[index].end = tokens[index + 1].end
            scanner.tokens.remove(at: index + 1)
            return index
        }
        guard tokens[index].term == .carry, index > 0, case .year(let year) = tokens[index - 1].kind,
            year < reportYear, tokens[index].start - tokens[index - 1].end <= 12
        else { return index }
        scanner.tokens[index].kind = .term(.carriedIn)
        scanner.tokens[index].start = tokens[index - 1].start
        scanner.tokens.remove(at: index - 1)
        return index - 1
    }

    private static let receipts: TermSet = [.receive, .newly, .process]
    private static let dealings: TermSet = [.accept, .handle]
    /// What says that applications of another kind are meant.
    private static let otherKinds: TermSet = TermSet.disputes.union(TermSet.proactive).union([
        .consultation, .proposal, .register, .filing, .affair, .complaint,
    ])

    /// Whether 申请 stands beside its verb, and no other matter was named: 收到申请15件, 收到的15件申请.
    private func isOfDisclosure(_ index: Int) -> Bool {
        guard index > 0, tokens[index - 1].end == tokens[index].start else { return false }
        var verb = index - 1
        while verb > 0, isLeading(tokens[verb]), tokens[verb - 1].end == tokens[verb].start { verb -= 1 }
        guard let term = tokens[verb].term else { return false }
        let speaks = state.topic == .application || state.spokeOfApplications || state.section == "applications"
        guard Self.receipts.contains(term) || speaks && Self.dealings.contains(term) else { return false }
        return !tokens[..<index].contains { $0.term.map(Self.otherKinds.contains) ?? false }
    }

    /// Whether the sentence says of documents which may be read: 主动公开12件、依申请公开3件、不予公开41件.
    func saysAttributes(_ range: Range<Int>) -> Bool {
        guard let unasked = range.first(where: { tokens[$0].term == .disclose }), unasked + 1 < range.upperBound,
            tokens[unasked + 1].number != nil, tokens[unasked + 1].start == tokens[unasked].end
        else { return false }
        return range.dropLast().contains { index in
            tokens[index].term == .application && tokens[index].end - tokens[index].start == Self.onRequest
                && tokens[index + 1].number != nil && tokens[index + 1].start == tokens[index].end
                && (index == range.lowerBound || tokens[index - 1].kind == .pause || tokens[index - 1].kind == .comma)
        }
    }

    private static let carried: TermSet = [.carriedIn, .carriedOut, .carry]

    /// Whether a sentence speaks of what came in, was dealt with and is carried over: 新收96件,办结92件,结转10件.
    func tellsOfApplications(_ range: Range<Int>) -> Bool {
        let words = words(range)
        return (words.meets([.newly, .receive]) || state.spokeOfApplications) && words.contains(.process)
            && words.meets(Self.carried)
            && !words.meets(Self.otherKinds)
    }

    /// The length of 依申请公开.
    private static let onRequest = 15

    private func isLeading(_ token: ClaimToken) -> Bool {
        token.number != nil || token.term == .filler || token.term == .each
    }
}
