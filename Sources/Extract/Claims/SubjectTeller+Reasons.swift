internal import Forms
internal import Model

/// Outcomes whose reason is told in other words than the table's rows.
extension SubjectTeller {
    /// Whether the outcome is what a dispute is about: 针对不予公开答复提起行政复议2件.
    func isBeforeDispute(_ outcome: Int, _ terms: [Placed]) -> Bool {
        terms[outcome...].contains { TermSet.disputes.contains($0.term) }
    }

    private static let secrets: TermSet = [.tradeSecret, .privacy]
    private static let between: TermSet = [.information, .decide, .process, .publish]

    /// 因涉及商业秘密、个人隐私不予公开2件: of those that protect a third party, as the Regulation's article 15 has it; and
    /// 信息不存在无法提供3件 of those that the body does not hold.
    func protected(
        _ before: ArraySlice<Placed>,
        _ words: TermSet,
        _ chain: [Term],
        _ columns: [String]
    ) -> Counted? {
        let named = before.reversed().drop { Self.between.contains($0.term) }
            .prefix { TermSet.reasons.contains($0.term) || Self.secrets.contains($0.term) || $0.term == .nonexistent }
            .map(\.term)
        if paths.isRevised, chain == [.unavailable], named.first == .nonexistent {
            var counted = nonexistent(columns)
            counted.doubt = nil
            return counted
        }
        guard chain == [.refused], named.contains(where: Self.secrets.contains) else { return nil }
        var cells: [String] = []
        for term in named {
            let own = paths.outcome(paths.isRevised && Self.secrets.contains(term) ? .thirdParty : term, columns)
            cells += own.filter { !cells.contains($0) }
        }
        // 因商业秘密等原因: of whatever other reasons, too.
        if words.contains(.etCetera) { cells = paths.outcome(.refused, columns) }
        guard !cells.isEmpty else { return Counted(family: .outcome) }
        return Counted(readings: [cells], family: .outcome, doubt: .company, isPart: true)
    }

    /// 同意公开和已主动公开18件, in the statistics of 2014: of both rows.
    func withPublic(_ chain: [Term], _ terms: [Placed], _ words: TermSet, _ cells: [[String]]) -> Counted? {
        guard case .statistics = paths.era else { return nil }
        // 同意公开(含属于已主动公开范围)18件.
        if chain == [.alreadyPublic], words.contains(.containing), terms.contains(where: { $0.term == .granted }) {
            let both = paths.outcome(.granted) + paths.outcome(.alreadyPublic)
            return Counted(key: both.joined(separator: "+"), readings: [both], family: .outcome)
        }
        guard chain.contains(.granted), !chain.contains(.alreadyPublic),
            terms.contains(where: { $0.term == .disclose })
        else { return nil }
        let both = paths.outcome(.alreadyPublic) + cells.flatMap(\.self)
        return Counted(key: both.joined(separator: "+"), readings: [both], family: .outcome)
    }
}
