internal import Forms
internal import Model

/// Outcomes of applications.
extension SubjectTeller {
    func outcome(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        if let granted = bareGranted(terms, words, state) { return granted }
        guard words.meets(.outcomes), !state.isOfProposals, !state.isOfAttributes,
            !words.meets([.proposal, .consultation])
        else { return nil }
        guard let last = terms.lastIndex(where: { TermSet.outcomes.contains($0.term) }), !isBeforeDispute(last, terms)
        else { return nil }
        guard isOfApplications(words, state) else { return nil }
        var (chain, first) = chain(upTo: last, terms, words)
        if isOfPapers(last, terms, words, state) { return Counted() }
        let columns = columns(terms)
        // 重复申请、不予处理1件: the reason, and its group.
        let groups = chain.filter { TermSet.outcomeGroups.contains($0) }
        if chain.count > groups.count, groups.count == 1, isReason(of: groups[0], chain, columns) {
            first += chain.count - 1
            chain = groups
        }
        if chain == [.nonexistent], paths.isRevised { return nonexistent(columns) }
        let cells = chain.map { paths.outcome($0, columns) }
        guard cells.allSatisfy({ !$0.isEmpty }) else { return Counted(family: .outcome) }
        if let narrowed = protected(terms[..<first], words, chain, columns) { return narrowed }
        if let sum = withPublic(chain, terms, words, cells) { return sum }
        var readings = [cells.flatMap(\.self)]
        // 因本机关不掌握等原因无法提供34件: of all reasons.
        let reasons = words.contains(.etCetera) ? [] : reasons(terms[..<first], of: chain, columns)
        if !reasons.isEmpty { readings.insert(reasons, at: 0) }
        // Where nothing is said of a part, 予以公开 may hold what was disclosed in part.
        if chain == [.granted], !state.namesPartly { readings.append(readings[0] + paths.outcome(.partly, columns)) }
        let group = terms[..<first].last { TermSet.outcomeGroups.contains($0.term) }
        if let group, !TermSet.outcomeGroups.contains(chain[0]) { readings.append(paths.outcome(group.term, columns)) }
        return Counted(
            key: chain.count == 1 && readings[0].count > 1 && columns == ["total"]
                ? Self.common(readings[0]) : readings[0].joined(separator: "+"),
            readings: readings,
            family: .outcome
        )
    }

    /// Whether the sentence speaks of applications, by its words or by those before it.
    private func isOfApplications(_ words: TermSet, _ state: SentenceState) -> Bool {
        let isAbout =
            state.isAboutApplications || words.contains(.application) || state.topicBefore == .application
            || state.spokeOfApplications && words.meets(.outcomeGroups)
        // 因本机关不掌握相关政府信息而无法提供: no other matter has such words.
        let isFormal = words.meets(.reasons) && words.meets(.outcomeGroups) && state.topic != .dispute
        return isAbout || isFormal || state.outcomes > 1 || state.reasons > 2
    }

    /// The outcomes that are counted together, up to the last one, and where the first of them stands.
    private func chain(upTo last: Int, _ terms: [Placed], _ words: TermSet) -> (outcomes: [Term], first: Int) {
        var first = last
        while first > 0, terms[first].isJoined, TermSet.outcomes.contains(terms[first - 1].term) { first -= 1 }
        var chain = terms[first...last].map(\.term)
        // 公开和部分公开27件.
        if chain.first == .partly, first > 0, terms[first].isJoined, terms[first - 1].term == .publish {
            chain.insert(.granted, at: 0)
        }
        // 予以公开(含部分公开)34件, 公开类答复(含部分公开)34件.
        let granted = terms[..<first].last { $0.term != .process && $0.term != .information }?.term
        if chain == [.partly], words.contains(.containing), granted == .granted || granted == .publish {
            chain.insert(.granted, at: 0)
        }
        return (chain, first)
    }

    /// 不予公开信息有10条: what was not made public at all, where the sentence speaks of no application.
    private func isOfPapers(_ last: Int, _ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Bool {
        guard !paths.isRevised, terms[last].term == .refused, last + 1 < terms.count else { return false }
        // 编制不予公开信息目录15条.
        if words.contains(.register), terms[last + 1].term == .information { return true }
        return terms[last + 1].term == .information && terms[last + 1].start == terms[last].end
            && state.topic != .application && !words.meets([.application, .plainApplication, .process])
    }

    /// 属于行政查询事项不予公开1件: those of the group with the reason that stands before it.
    private func reasons(_ terms: ArraySlice<Placed>, of chain: [Term], _ columns: [String]) -> [String] {
        // 不掌握相关信息无法提供3件: 信息 says nothing of its own.
        // 因不掌握作出无法提供答复30件: nor does 作出.
        let terms = terms[
            ..<((terms.lastIndex { $0.term != .information && $0.term != .decide } ?? terms.startIndex - 1) + 1)
        ]
        guard paths.isRevised, chain.count == 1, var first = terms.indices.last else { return [] }
        guard TermSet.reasons.contains(terms[first].term) else { return [] }
        let group = paths.outcome(chain[0], columns)
        while first > terms.startIndex, terms[first].isJoined, TermSet.reasons.contains(terms[first - 1].term) {
            first -= 1
        }
        let cells = terms[first...].flatMap { paths.outcome($0.term, columns) }
        return cells.allSatisfy(group.contains) ? cells : []
    }

    private func isReason(of group: Term, _ chain: [Term], _ columns: [String]) -> Bool {
        let cells = paths.outcome(group, columns)
        return chain.last == group
            && chain.dropLast().allSatisfy { term in
                let own = paths.outcome(term, columns)
                return !own.isEmpty && own.allSatisfy(cells.contains)
            }
    }

    /// 信息不存在3件, which the forms of 2019 and 2021 count among those that the body does not hold.
    func nonexistent(_ columns: [String]) -> Counted {
        let readings = [paths.outcome(.notHeld, columns), paths.outcome(.unavailable, columns)]
        return Counted(readings: readings, family: .outcome, doubt: .company, isPart: true)
    }

    private static let published: TermSet = [
        .information, .document, .normative, .post, .website, .wechat, .weibo, .gazette, .otherMedia, .disclose,
    ]

    /// 公开8件,部分公开2件,不予公开2件: the first of them.
    private func bareGranted(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        guard state.outcomes > 1 || state.namesPartly || state.isAmong && state.outcomes + state.reasons > 0,
            terms.last?.term == .publish,
            terms.count(where: { $0.term == .publish }) == 1,
            state.ownBytes == 0, !words.meets(.outcomes), !words.meets(Self.published), !words.meets(.foreign),
            !state.isOfAttributes, state.spokeOfApplications || state.isAboutApplications
        else { return nil }
        let cells = paths.outcome(.granted)
        guard !cells.isEmpty else { return nil }
        return Counted(
            key: cells.joined(separator: "+"),
            readings: [cells, cells + paths.outcome(.partly)],
            family: .outcome
        )
    }

    /// What the paths of a group's rows have in common: `applications.unavailable`.
    private static func common(_ paths: [String]) -> String {
        guard let first = paths.first, let end = first.split(separator: ".").dropFirst(2).first else { return "" }
        return String(first.prefix(upTo: end.startIndex).dropLast())
    }

    /// The columns of the applicants named last, and of those joined to them: 自然人和法人或其他组织.
    func columns(_ terms: [Placed]) -> [String] {
        guard paths.isRevised, let last = terms.lastIndex(where: { TermSet.applicants.contains($0.term) }) else {
            return ["total"]
        }
        var first = last
        while first > 0, terms[first].isJoined, TermSet.applicants.contains(terms[first - 1].term) { first -= 1 }
        // 企业和各类组织: the former are among the latter.
        var columns: [String] = []
        for column in terms[first...last].flatMap({ CellPaths.columns($0.term) }) where !columns.contains(column) {
            columns.append(column)
        }
        return columns
    }
}
