internal import Model

/// Words that tell of applications as the year goes by: what came in, was dealt with and is carried over.
extension StretchReader {
    /// 结转至2024年, 顺延到2024年, 2022年结转: gives where the joined token stands.
    mutating func joinCarried(_ index: Int) -> Int {
        guard let reportYear else { return index }
        if joinNoneCarried(index) { return index }
        if tokens[index].term == .unhandled {
            // 2022年度未办结申请3件.
            let isOfBefore =
                flow.hasPrefix(Self.notDone, at: tokens[index].start) && earlierYear(index, reportYear) == 0
            return isOfBefore ? joinYearBefore(index) : index
        }
        if index + 1 < tokens.count, case .year(let year) = tokens[index + 1].kind,
            tokens[index + 1].start - tokens[index].end <= 3
        {
            return joinYearBehind(index, year, reportYear)
        }
        // 2024年转入8件.
        let isShifted =
            flow.hasPrefix(Self.shiftedIn, at: tokens[index].start) && index + 1 < tokens.count
            && tokens[index + 1].number != nil && tokens[index + 1].start == tokens[index].end
        guard tokens[index].term == .carry || isShifted, let gap = earlierYear(index, reportYear),
            gap <= (isShifted ? 0 : 12)
        else { return index }
        return joinYearBefore(index)
    }

    /// 上年无结转: what follows is not that year's.
    private mutating func joinNoneCarried(_ index: Int) -> Bool {
        guard tokens[index].term == .carry, index > 1, tokens[index - 1].term == .not,
            tokens[index - 2].term == .lastYear, tokens[index - 2].end == tokens[index - 1].start,
            tokens[index - 1].end == tokens[index].start
        else { return false }
        scanner.tokens[index].kind = .term(.carriedIn)
        scanner.tokens[index - 2].kind = .term(.filler)
        return true
    }

    /// How many bytes stand between the word and the year before it, where that is one before the report's.
    private func earlierYear(_ index: Int, _ reportYear: Int) -> Int? {
        guard index > 0, case .year(let year) = tokens[index - 1].kind, year < reportYear else { return nil }
        return tokens[index].start - tokens[index - 1].end
    }

    private mutating func joinYearBefore(_ index: Int) -> Int {
        scanner.tokens[index].kind = .term(.carriedIn)
        scanner.tokens[index].start = tokens[index - 1].start
        scanner.tokens.remove(at: index - 1)
        return index - 1
    }

    private mutating func joinYearBehind(_ index: Int, _ year: Int, _ reportYear: Int) -> Int {
        scanner.tokens[index].kind = .term(year > reportYear ? .carriedOut : .carriedIn)
        scanner.tokens[index].end = tokens[index + 1].end
        scanner.tokens.remove(at: index + 1)
        // 2022年度结转2023年度办理9件: the year before it is none of the figure's.
        guard year <= reportYear, index > 0, case .year(let former) = tokens[index - 1].kind, former < year,
            tokens[index].start - tokens[index - 1].end <= 3
        else { return index }
        scanner.tokens[index].start = tokens[index - 1].start
        scanner.tokens.remove(at: index - 1)
        return index - 1
    }

    private static let shiftedIn = Array("转入".utf8)
    private static let notDone = Array("未办结".utf8)

    private static let receipts: TermSet = [.receive, .newly, .process]
    static let dealings: TermSet = [.accept, .handle, .due]
    /// What says that applications of another kind are meant.
    static let otherKinds: TermSet = TermSet.disputes.union(TermSet.proactive).union([
        .consultation, .proposal, .register, .filing, .affair, .complaint,
    ])

    /// Whether 申请 stands beside its verb, and no other matter was named: 收到申请15件, 收到的15件申请.
    func isOfDisclosure(_ index: Int) -> Bool {
        guard index > 0, tokens[index - 1].end == tokens[index].start else { return false }
        var verb = index - 1
        while verb > 0, isLeading(tokens[verb]), tokens[verb - 1].end == tokens[verb].start { verb -= 1 }
        guard let term = tokens[verb].term else { return false }
        let speaks = state.topic == .application || state.spokeOfApplications || state.section == "applications"
        guard Self.receipts.contains(term) || speaks && Self.dealings.contains(term) else { return false }
        return !tokens[..<index].contains { $0.term.map(Self.otherKinds.contains) ?? false }
    }

    private static let carried: TermSet = [.carriedIn, .carriedOut, .carry]

    /// Whether a sentence speaks of what came in, was dealt with and is carried over: 新收96件,办结92件,结转10件.
    func tellsOfApplications(_ words: TermSet) -> Bool {
        guard words.contains(.process) || words.contains(.newly) || words.contains(.accept) else { return false }
        if state.spokeOfApplications, words.contains(.due), words.contains(.process), !words.meets(Self.otherKinds) {
            return true
        }
        // 上年结转4件,新收98件.
        if words.contains(.newly), words.contains(.carriedIn), !words.meets(Self.otherKinds) { return true }
        // 受理申请98件,上年结转4件.
        if words.contains(.accept), words.contains(.plainApplication), words.contains(.carriedIn),
            !words.meets(Self.otherKinds)
        {
            return true
        }
        return (words.meets([.newly, .receive]) || state.spokeOfApplications) && words.contains(.process)
            && (words.meets(Self.carried) || words.contains(.newly) && words.meets(.outcomeGroups))
            && !words.meets(Self.otherKinds)
    }

    private func isLeading(_ token: ClaimToken) -> Bool {
        token.number != nil || token.term == .filler || token.term == .each
    }
}
