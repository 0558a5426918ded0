internal import Forms
internal import Model

/// Tells what a number counts from the words before it, or behind it.
struct SubjectTeller {
    let paths: CellPaths

    /// What a number in `unit` counts, where `terms` are the words that tell, in their order, and `words` is all of them.
    func counted(_ terms: [Placed], _ words: TermSet, _ unit: CountUnit, _ state: SentenceState) -> Counted {
        if unit == .money { return money(words, state) }
        if unit == .people, state.namesTraining, case .statistics = paths.era, words.contains(.otherVerb) {
            return Counted(readings: [["statistics.trainees.count"]], doubt: .company)
        }
        guard unit != .people || words.contains(.trainee) || words.meets(.statistics) else { return Counted() }
        // 第三方同意公开2次: how often, and not of how many.
        if unit == .times, words.meets(.outcomes) { return Counted() }
        // 依申请政务服务事项全部公开,共120项.
        if unit == .things, words.meets(.outcomes), words.meets([.affair, .register]) { return Counted() }
        // 受理电话接听118次, 答复63项信息需求: applications are no times and no things, unless they are named.
        let namesApplications = words.meets([.application, .plainApplication]) || words.meets(.applicants)
        if !namesApplications,
            unit == .times && words.meets(Self.comings) || unit == .things && words.contains(.process)
        {
            return Counted()
        }
        if unit.countsCases {
            if let counted = outcome(terms, words, state) { return counted }
            if let counted = dispute(terms, words, state) { return counted }
            if let counted = application(terms, words, state) { return counted }
            if let counted = proactive(terms, words, unit, state) { return counted }
        }
        return disclosed(words, unit, state) ?? channel(words, unit, state) ?? statistic(terms, words, unit, state)
            ?? Counted()
    }

    private static let comings = TermSet.applicationVerbs.union(.means)

    /// A telling word and where it stands.
    struct Placed {
        var term: Term
        var start: Int
        var end: Int
        /// Whether the word before it is joined to it by 、 or 及.
        var isJoined: Bool
        /// Whether words that are not known lead up to it: 来人申请.
        var isLed = false
    }
}
