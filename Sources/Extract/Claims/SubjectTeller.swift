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
        if unit.countsCases {
            if let counted = outcome(terms, words, state) { return counted }
            if let counted = dispute(terms, words, state) { return counted }
            if let counted = application(terms, words, state) { return counted }
            if let counted = proactive(terms, words, unit, state) { return counted }
        }
        return disclosed(words, unit, state) ?? channel(words, unit, state) ?? statistic(terms, words, unit, state)
            ?? Counted()
    }

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

    // MARK: Outcomes of applications

    private func outcome(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        if let granted = bareGranted(terms, words, state) { return granted }
        guard words.meets(.outcomes), !state.isOfProposals, !state.isOfAttributes,
            !words.meets([.proposal, .consultation])
        else { return nil }
        guard let last = terms.lastIndex(where: { TermSet.outcomes.contains($0.term) }) else { return nil }
        let isAbout =
            state.isAboutApplications || words.contains(.application) || state.topicBefore == .application
            || state.spokeOfApplications && words.meets(.outcomeGroups)
        guard isAbout || state.outcomes > 1 || state.reasons > 2 else { return nil }
        var first = last
        while first > 0, terms[first].isJoined, TermSet.outcomes.contains(terms[first - 1].term) { first -= 1 }
        var chain = terms[first...last].map(\.term)
        // 公开和部分公开27件.
        if chain.first == .partly, first > 0, terms[first].isJoined, terms[first - 1].term == .publish {
            chain.insert(.granted, at: 0)
        }
        // 予以公开(含部分公开)34件.
        if chain == [.partly], first > 0, words.contains(.containing), terms[first - 1].term == .granted {
            chain.insert(.granted, at: 0)
        }
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

    /// 属于行政查询事项不予公开1件: those of the group with the reason that stands before it.
    private func reasons(_ terms: ArraySlice<Placed>, of chain: [Term], _ columns: [String]) -> [String] {
        guard paths.isRevised, chain.count == 1, var first = terms.indices.last else { return [] }
        // 因信息不存在无法提供2件: the forms of 2019 and 2021 count those among what the body does not hold.
        if chain == [.unavailable], terms[first].term == .nonexistent { return paths.outcome(.notHeld, columns) }
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
    private func nonexistent(_ columns: [String]) -> Counted {
        let readings = [paths.outcome(.notHeld, columns), paths.outcome(.unavailable, columns)]
        return Counted(readings: readings, family: .outcome, doubt: .company)
    }

    private static let published: TermSet = [
        .information, .document, .normative, .post, .website, .wechat, .weibo, .gazette, .otherMedia, .disclose,
    ]

    /// 公开8件,部分公开2件,不予公开2件: the first of them.
    private func bareGranted(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        guard state.outcomes > 1 || state.isAmong && state.outcomes + state.reasons > 0, terms.last?.term == .publish,
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
    private func columns(_ terms: [Placed]) -> [String] {
        guard paths.isRevised, let last = terms.lastIndex(where: { TermSet.applicants.contains($0.term) }) else {
            return ["total"]
        }
        var first = last
        while first > 0, terms[first].isJoined, TermSet.applicants.contains(terms[first - 1].term) { first -= 1 }
        return terms[first...last].flatMap { CellPaths.columns($0.term) }
    }

    // MARK: Disputes

    private func dispute(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        let isNamed = words.meets(.disputes)
        let hasOutcome = words.meets(.disputeOutcomes)
        // 行政诉讼11件。判决维持6件、纠正1件: those of the sentence before, if it named one kind.
        let goesOn = hasOutcome && state.topic == .none && state.topicBefore == .dispute && !words.meets(.outcomes)
        // 复议案件12件,其中政府信息公开类3件.
        let isOfOurs = state.isAmong && words.meets([.matter, .ofMatter])
        guard
            isNamed || goesOn
                || state.topic == .dispute && (hasOutcome || isOfOurs || words.meets([.total, .concluded]))
        else {
            return nil
        }
        // 撤销或责令重作等纠正1件: the outcome that the table has stands last.
        let foreign = hasOutcome ? TermSet.foreignToDisputes.without(.loss) : .foreignToDisputes
        guard !words.meets(foreign), !words.meets([.receive, .application]) || isNamed else {
            return nil
        }
        let isOfMatter =
            words.meets([.matter, .ofMatter]) || state.namesMatter || state.section == "disputes"
            || state.spokeOfApplications && (words.contains(.occur) || !words.meets(Self.deedsOfOthers))
            || state.topicBefore == .dispute && state.namedMatter || state.countsDisputes && words.contains(.concluded)
        // A body that decides reviews counts those that it accepts.
        let isOthers =
            state.isOthersDispute || state.isOfOtherMatter
            || words.meets([.accept, .handle, .onBehalf]) && !words.meets([.matter, .ofMatter, .defendant])
        let family: ClaimFamily = hasOutcome ? .disputeOutcome : .dispute
        // 2022年结转的行政复议1件: some of them.
        let isSome =
            words.meets([.carriedIn, .carry, .carriedOut, .subset, .onBehalf])
            || words.contains(.newly) && state.namesCarriedIn
        guard isOfMatter, !isOthers, !isSome, !state.namesUnrelated else { return Counted(family: family) }
        var kinds = state.dispute
        if kinds.isEmpty, goesOn { kinds = Self.onlyKind(state.disputesBefore) }
        if isNamed, let last = terms.lastIndex(where: { TermSet.disputes.contains($0.term) }) {
            var first = last
            while first > 0, terms[first].isJoined, TermSet.disputes.contains(terms[first - 1].term) { first -= 1 }
            kinds = terms[first...last].map(\.term)
        }
        let outcome = terms.last { TermSet.disputeOutcomes.contains($0.term) }
        let column = outcome.map { CellPaths.column($0.term) } ?? "total"
        // What was decided: all but what is pending.
        let isClosed = outcome == nil && (words.meets([.finished, .concluded]))
        // 作为被申请人答复3件: all of them, or those that were decided.
        let verb = terms.lastIndex { $0.term == .process } ?? -1
        if outcome == nil, !isClosed, verb > (terms.lastIndex { TermSet.disputes.contains($0.term) } ?? -1) {
            return Counted(family: family)
        }
        let cells = kinds.map { isClosed ? paths.closedDisputes($0) : paths.disputes($0, column) }
        guard !cells.isEmpty, cells.allSatisfy({ !$0.isEmpty }) else { return Counted(family: family) }
        let all = cells.flatMap(\.self)
        var readings = [all]
        // 直接起诉4件、复议后起诉6件,维持5件: of the last of them, or of all.
        if hasOutcome, !isNamed, kinds == [.direct] || kinds == [.afterReview] {
            readings.append(paths.disputes(.litigation, column))
        }
        // 征收行政复议12件: words that are not known may tell of what matter they are.
        let isLed = terms.last { TermSet.disputes.contains($0.term) }?.isLed == true
        let isNamedMatter = words.meets([.matter, .ofMatter])
        return Counted(
            key: all.joined(separator: "+"),
            readings: readings,
            family: family,
            doubt: isLed && !isNamedMatter && !hasOutcome ? .company : nil,
            isWhole: !hasOutcome && !isClosed
        )
    }

    private static func onlyKind(_ named: TermSet) -> [Term] {
        let isOfCourts = named.meets([.litigation, .direct, .afterReview])
        guard named.contains(.review) != isOfCourts else { return [] }
        return isOfCourts ? [.litigation] : [.review]
    }

    /// What a body does that decides, or has other cases in mind.
    private static let deedsOfOthers: TermSet = [.accept, .handle, .receive, .process, .concluded, .otherVerb]

    // MARK: Applications

    private func application(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        let isAbout =
            words.contains(.application) || state.topic == .application
            || words.contains(.plainApplication)
                && (state.isAboutApplications || state.spokeOfApplications || words.meets([.matter, .information]))
            || state.applicants > 1 && words.meets(.applicants) && !words.contains(.organisations)
            || state.section == "applications" && words.meets([.carriedIn, .carriedOut, .carry])
            || state.spokeOfApplications && words.meets([.carriedIn, .carriedOut, .carry])
            || state.section == "applications" && words.meets(.means)
            || words.meets(.applicants) && state.ownBytes == 0 && !state.countsOthers && !state.isOfProposals
                && (state.section == "applications" || state.topicBefore == .application)
            || state.topicBefore == .application && !state.countsOthers && state.ownBytes == 0
                && words.contains(.process) && !words.meets(.foreign)
            || state.section == "applications" && !state.isOfProposals && !state.countsOthers
                && words.meets([.process, .newly, .unhandled])
        guard isAbout, !state.isOfAttributes, !words.meets(.disputes), !words.contains(.consultation),
            !words.contains(.proposal)
        else {
            return nil
        }
        if words.contains(.unhandled) { return open(words) }
        // 经检索没有所申请信息的4件.
        if words.contains(.not), !words.meets([.carriedIn, .carriedOut, .carry]) { return Counted(family: .means) }
        // 结转下年度继续办理: what is to be done with them then says nothing of this year.
        let verb =
            words.contains(.carriedOut)
            ? .carriedOut : words.contains(.carry) ? .carry : terms.last { Self.rows.contains($0.term) }?.term
        if words.contains(.carriedIn), verb == .process || verb == .handle {
            // 含上年结转在内共处理47件.
            guard paths.isRevised, words.contains(.containing), words.contains(.total) else {
                return Counted(family: .handling)
            }
            let all = [paths.applications("received") + paths.applications("carried_in")]
            let readings = all + [paths.applications("processed_total")]
            return Counted(key: "applications.received.total+carried_in.total", readings: readings, family: .handling)
        }
        if words.meets(.means) {
            let cells = terms.last { TermSet.means.contains($0.term) }.map { paths.received(by: $0.term) } ?? []
            let isReceived = verb == nil || verb == .receive || verb == .accept || verb == .newly
            if paths.isRevised, isReceived, !words.meets(.foreign), !state.isOfProposals {
                return Counted(readings: [Self.all(paths)], family: .means, isPart: true)
            }
            let hasReading = !cells.isEmpty && (verb == nil || verb == .receive || verb == .accept)
            return Counted(key: hasReading ? cells[0] : nil, readings: hasReading ? [cells] : [], family: .means)
        }
        if words.meets(.applicants) { return applicant(verb, terms, words, state) }
        guard words.contains(.application) || words.contains(.plainApplication) || verb != nil else { return nil }
        // A kind of application, and not all of them.
        if verb == nil, !words.contains(.application), terms.last?.isLed == true { return Counted(family: .means) }
        let family: ClaimFamily = verb.map(Self.isHandling) == true ? .handling : .intake
        // 其中县政府办32件、乡镇收到120件.
        // … nor, behind the number of all applications, 其中邮递的依申请公开1件.
        if state.isAmong, state.ownBytes > 0, verb == nil || verb == .receive || verb == .accept,
            !words.contains(.application) && verb != nil || state.isAmongApplications
        {
            return Counted(family: family)
        }
        // 经补正后答复3件: not all of them.
        let isNamed = words.meets([.application, .plainApplication]) || state.topic == .application
        if !isNamed, verb == .process, terms.last(where: { $0.term == .process })?.isLed == true {
            return Counted(family: family)
        }
        let isOther =
            words.meets(.foreign) || words.contains(.otherItem) && verb != .carriedOut && verb != .carriedIn
            || words.contains(.except)
        guard !isOther else { return Counted(family: family) }
        var counted = row(verb, words, family)
        if !counted.readings.isEmpty { counted.doubt = counted.doubt ?? doubt(verb, terms, words, state) }
        return counted
    }

    /// Whether some of them may be meant: 合并答复1件, 指导群众提交申请5件, 撤回1件,实际办理14件.
    private func doubt(_ verb: Term?, _ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Claim.Doubt? {
        if words.contains(.subset) || state.namesWithdrawn && (verb == .process || verb == .handle) { return .wording }
        if verb == .process { return terms.last(where: { $0.term == .process })?.isLed == true ? .company : nil }
        return verb == nil && (!words.contains(.application) && state.ownBytes > 9 || state.isAmong) ? .wording : nil
    }

    /// What is not dealt with when the year ends is left for the next.
    private func open(_ words: TermSet) -> Counted {
        guard paths.isRevised, !words.meets(.foreign), !words.meets([.carriedIn, .otherVerb]) else {
            return Counted(family: .handling)
        }
        let cells = paths.applications("carried_out")
        return Counted(key: cells[0], readings: [cells], family: .handling)
    }

    /// The length of 商业企业.
    private static let businessName = 12

    private static let rows: TermSet = [.receive, .accept, .newly, .process, .handle, .carriedIn, .carriedOut]

    private static func isHandling(_ term: Term) -> Bool { handling.contains(term) }

    private static func all(_ paths: CellPaths) -> [String] {
        paths.applications("received") + paths.applications("carried_in")
    }

    private static let handling: TermSet = [.process, .handle, .carriedOut, .carry]

    private func row(_ verb: Term?, _ words: TermSet, _ family: ClaimFamily) -> Counted {
        let readings: [[String]]
        switch paths.era {
        case .revised:
            // 按时办结21件, 当年办结21件: of all that were dealt with.
            if verb == .process,
                words.meets([.timely, .late, .within]) || words.contains(.inYear) && !paths.hasNoneCarriedIn
            {
                return Counted(readings: [paths.applications("processed_total")], family: family, isPart: true)
            }
            readings = revised(verb, words)
        case .statistics: readings = statistics(verb, words)
        case .annex:
            // The text may give the sum of all years; where it does, words often fail to say so.
            let row = verb == .process ? "answered" : "received"
            readings = [["annex.\(row).year"], ["annex.\(row).cumulative"]]
        }
        // Carried over, where the form has no such row.
        guard let first = readings.first else { return Counted(family: family) }
        let doubt = !paths.isRevised && verb == .handle
        return Counted(
            key: first[0],
            readings: readings,
            family: family,
            doubt: doubt ? .wording : nil,
            isWhole: verb != nil
        )
    }

    private func revised(_ verb: Term?, _ words: TermSet) -> [[String]] {
        let received = paths.applications("received")
        let carried = paths.applications("carried_in")
        let processed = paths.applications("processed_total")
        switch verb {
        case .newly: return [received]
        case .carriedIn: return words.contains(.receive) ? [received + carried, carried] : [carried]
        case .carriedOut: return [paths.applications("carried_out")]
        case .carry: return words.contains(.containing) ? [] : [paths.applications("carried_out"), carried]
        case .process:
            guard !words.meets([.timely, .late, .within]) else { return [] }
            if words.contains(.inYear) { return [processed] }
            let both = words.meets([.receive, .accept]) ? [received, received + carried] : []
            // 答复 may leave out what was not processed at all, and what there was nothing to say of.
            let told = ["granted", "partly_granted", "refused"].flatMap { paths.group($0) }
            let answered = told + paths.group("unavailable")
            let fewer = words.contains(.finished) ? [] : [answered, answered + paths.group("not_processed"), told]
            return [processed] + fewer + both
        case .handle, nil:
            guard !words.meets([.timely, .late, .within]) else { return [] }
            return [received, received + carried, processed]
        default: return [received, received + carried]
        }
    }

    private func statistics(_ verb: Term?, _ words: TermSet) -> [[String]] {
        switch verb {
        case .process:
            if words.contains(.late) { return [["statistics.closed.extended.count"]] }
            if words.contains(.timely) {
                return [
                    ["statistics.closed.on_time.count"], ["statistics.closed.count"], ["statistics.answered.count"],
                ]
            }
            return [["statistics.closed.count"], ["statistics.answered.count"]]
        case .handle:
            return [["statistics.received.count"], ["statistics.closed.count"], ["statistics.answered.count"]]
        case .carriedIn, .carriedOut, .carry: return []
        default: return [["statistics.received.count"]]
        }
    }

    private func applicant(_ verb: Term?, _ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted {
        guard paths.isRevised, !words.meets(.foreign), !words.meets([.carry, .carriedIn, .carriedOut]) else {
            return Counted(family: .applicant)
        }
        let columns = columns(terms)
        guard columns != ["total"] else { return Counted(family: .applicant) }
        let row = verb.map { Self.isHandling($0) ? "processed_total" : "received" } ?? state.applicationRow
        let cells = paths.applications(row, columns)
        var readings = [cells]
        if verb == nil {
            // 收到363件,办结359件,其中自然人312件: of either.
            let other = row == "received" ? "processed_total" : "received"
            readings.append(paths.applications(other, columns))
        }
        if row == "received" || verb == nil {
            readings.append(paths.applications("received", columns) + paths.applications("carried_in", columns))
        }
        // 公民提出的申请15件: of natural persons, or of the public.
        if columns == ["natural_person"], words.contains(.citizen), state.applicants == 1 {
            readings.append(paths.applications(row, ["total"]))
        }
        // 企业14件: the businesses, or all that are no natural persons.
        if let last = terms.last(where: { TermSet.applicants.contains($0.term) }), last.term == .business,
            last.end - last.start < Self.businessName
        {
            readings.append(paths.applications(row, CellPaths.organisations))
        }
        return Counted(key: cells.joined(separator: "+"), readings: readings, family: .applicant)
    }
}
