internal import Forms
internal import Model

/// Documents and decisions that the table of what is disclosed unasked has rows for.
extension SubjectTeller {
    func proactive(
        _ terms: [Placed],
        _ words: TermSet,
        _ unit: CountUnit,
        _ state: SentenceState
    ) -> Counted? {
        guard case .revised(let isLatest) = paths.era, !state.isForeignDeed else { return nil }
        guard !words.meets(Self.foreign), !words.contains(.accept) else { return nil }
        // 公示行政许可286件: those that were published, which may be all of them.
        // 采购信息801条,其中行政处罚决定1条: 条 counts what was written on them.
        // 公开行政许可决定635条,其他服务事项672条,行政处罚决定1条: so it does here.
        let isOfDecisions = words.meets(Self.decisions) && !words.meets([.normative, .regulation])
        // 制定并公开规范性文件9件: those that were issued.
        let isIssued = words.contains(.issue) && terms.contains { $0.term == .publish && $0.isJoined }
        let isPublished =
            words.contains(.register) || words.contains(.publish) && !isIssued || unit == .items && state.isAmong
            || isOfDecisions && (words.contains(.document) || unit == .items && state.namesPublishing)
        let names = words.meets([.normative, .regulation])
        // 集中公开专栏收录现行有效规章25件: all that are in force.
        // 公开文件27件(其中15件于2023年集中发布现行有效规范性文件): some of those.
        if !(names && words.contains(.inForce) && !words.contains(.register) && !state.isAmong),
            isPublished || state.namesRegister && isOfDecisions
        {
            return published(terms, words, unit)
        }
        if let row = rowOfDocuments(words, state) { return documents(row, terms, words, isLatest, state) }
        if let counted = documentsBefore(terms, words, isLatest, state) { return counted }
        if words.meets([.otherServices, .procurement]), !isLatest { return earlier(words, unit) }
        return decided(terms, words, unit, isLatest, state)
    }

    /// The row of the documents that the words name, or that the sentence spoke of.
    private func rowOfDocuments(_ words: TermSet, _ state: SentenceState) -> String? {
        let names = words.meets([.normative, .regulation])
        if words.contains(.regulation) && !words.contains(.normative)
            || state.topic == .regulation && !names && words.meets([.repeal, .inForce, .newly])
        {
            return "regulations"
        }
        let isGoingOn =
            state.topic == .normative
            && (words.meets([.repeal, .inForce, .kept, .newly]) || words.contains(.issue) && state.ownBytes == 0)
        return words.contains(.normative) || isGoingOn ? "normative_documents" : nil
    }

    /// …规范性文件。2025年制发17件,废止4件: of what the sentence before was about, if the figures beside are.
    private func documentsBefore(
        _ terms: [Placed],
        _ words: TermSet,
        _ isLatest: Bool,
        _ state: SentenceState
    ) -> Counted? {
        guard state.topic == .none, state.topicBefore == .normative, state.ownBytes == 0,
            words.meets([.issue, .repeal, .inForce]),
            var counted = documents("normative_documents", terms, words, isLatest, state)
        else { return nil }
        counted.doubt = counted.doubt ?? .company
        return counted
    }

    /// Permits, penalties and coercive measures that were decided on.
    private func decided(
        _ terms: [Placed],
        _ words: TermSet,
        _ unit: CountUnit,
        _ isLatest: Bool,
        _ state: SentenceState
    ) -> Counted? {
        guard let noun = terms.last(where: { Self.decisions.contains($0.term) }) else { return nil }
        // 公开行政许可、行政处罚、招投标等政府信息89条: one of the things that were written on.
        if words.contains(.etCetera) || terms.contains(where: { $0.term == .information && $0.start > noun.start }) {
            return nil
        }
        // 项: kinds of decisions, as lists of powers have them.
        guard unit != .things || isLatest else { return Counted() }
        let path = Self.decisions(noun.term)
        let chain = Self.chain(terms)
        if chain.count > 1 {
            return Counted(key: chain.joined(separator: "+"), readings: [chain], doubt: noun.isLed ? .company : nil)
        }
        // 行政许可决定43项.
        let isDecided = unit != .things || words.contains(.decide) || noun.end - noun.start > Self.bareNoun
        let doubt: Claim.Doubt? =
            words.meets([.otherVerb, .about]) || state.gapBytes > 0
            ? .wording : !isDecided || unit == .things || noun.isLed ? .company : nil
        return Counted(key: path, readings: [[path]], doubt: doubt, isWhole: true)
    }

    private static let foreign: TermSet = [
        .filing, .drafting, .consultation, .proposal, .handOver, .about, .kind, .quality, .loss, .plan, .rate, .affair,
    ]

    /// Decisions that were made public, which may be those of the table; nothing of documents that were.
    private func published(_ terms: [Placed], _ words: TermSet, _ unit: CountUnit) -> Counted? {
        guard let noun = terms.last(where: { Self.decisions.contains($0.term) }), unit == .cases || unit == .items,
            !words.meets([.otherVerb, .etCetera]),
            !terms.contains(where: { $0.term == .information && $0.start > noun.start })
        else { return nil }
        return Counted(readings: [Self.chain(terms)], doubt: .company)
    }

    /// 行政许可、行政处罚、行政强制6093件: those that are joined to the last of them.
    private static func chain(_ terms: [Placed]) -> [String] {
        guard let last = terms.lastIndex(where: { decisions.contains($0.term) }) else { return [] }
        var first = last
        while first > 0, terms[first].isJoined, decisions.contains(terms[first - 1].term) { first -= 1 }
        return terms[first...last].map { decisions($0.term) }
    }

    private static func decisions(_ term: Term) -> String {
        let row = term == .permit ? "permits" : term == .penalty ? "penalties" : "coercive_measures"
        return "proactive.\(row).decisions"
    }

    /// Rows of the form of 2019 alone.
    private func earlier(_ words: TermSet, _ unit: CountUnit) -> Counted? {
        let isPurchase = words.contains(.procurement)
        guard isPurchase ? unit == .things : unit == .cases, !words.contains(.otherVerb) else { return Counted() }
        let path = isPurchase ? "proactive.procurement.items" : "proactive.other_services.decisions"
        return Counted(key: path, readings: [[path]], isWhole: true)
    }

    /// The length of 行政许可.
    private static let bareNoun = 12

    private static let decisions: TermSet = [.permit, .penalty, .coercive]

    private func documents(
        _ row: String,
        _ terms: [Placed],
        _ words: TermSet,
        _ isLatest: Bool,
        _ state: SentenceState
    ) -> Counted? {
        // 主动公开规章13件: the form of 2019 counts those, too.
        if !isLatest, words.contains(.disclose), !words.meets(Self.deeds.union([.otherVerb])) {
            let columns = ["disclosed", "made", "disclosed_total"]
            return Counted(readings: columns.map { ["proactive.\(row).\($0)"] }, doubt: .company)
        }
        guard let verb = terms.last(where: { Self.deeds.contains($0.term) })?.term else { return nil }
        // 制发的规章和文件44件: both together.
        if row == "regulations", words.contains(.document) { return nil }
        let columns = Self.columns(of: verb, isLatest)
        guard let first = columns.first, !words.contains(.otherVerb) else { return nil }
        if row == "normative_documents", areJoined(terms) {
            let both = ["regulations", row].map { "proactive.\($0).\(first)" }
            return Counted(key: both.joined(separator: "+"), readings: [both, [both[1]]], doubt: .company)
        }
        // What a review keeps (清理70件，保留39件、修改23件、废止8件) is not all that is in force.
        let isDoubtful = verb == .kept || verb == .newly && state.namesDrafting
        return Counted(
            key: "proactive.\(row).\(first)",
            readings: columns.map { ["proactive.\(row).\($0)"] },
            doubt: isDoubtful ? .wording : nil,
            // 清理规范性文件170件,保留115件、废止和失效46件: what a review of all years repealed.
            isWhole: !(verb == .repeal && state.namesRegister)
        )
    }

    private static let deeds: TermSet = [.issue, .newly, .repeal, .inForce, .kept]

    /// The columns that may count what was done to the documents, the likeliest first.
    private static func columns(of deed: Term, _ isLatest: Bool) -> [String] {
        switch deed {
        case .issue, .newly: isLatest ? ["issued"] : ["made", "disclosed"]
        case .repeal: isLatest ? ["repealed"] : []
        default: isLatest ? ["in_force"] : ["disclosed_total"]
        }
    }

    /// 新制定规章和行政规范性文件44件: both together.
    private func areJoined(_ terms: [Placed]) -> Bool {
        zip(terms, terms.dropFirst()).contains { one, next in
            one.term == .regulation && next.term == .normative && next.isJoined
        }
    }
}
