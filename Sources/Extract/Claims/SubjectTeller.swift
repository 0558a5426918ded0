internal import Forms
internal import Model

/// What is known of the sentence when a number comes.
struct SentenceState {
    /// The matter that the sentence, or the one before, was last about.
    enum Topic {
        case none, application, dispute, normative, regulation, decisions, publication
    }

    var topic: Topic = .none
    /// The topic of the sentence before.
    var topicBefore: Topic = .none
    /// The kinds of dispute named last.
    var dispute: [Term] = []
    /// The row that applicants are counted in.
    var applicationRow = "received"
    /// The figures behind are last year's, or those of another year.
    var isOtherYear = false
    /// … so long as a comparison lasts: 与2022年…相比.
    var isComparison = false
    /// The figures behind are those of several years.
    var isSince = false
    var isPlan = false
    /// Somebody else's deed: 起草省政府规章1件、省政府规范性文件2件.
    var isForeignDeed = false
    var scope: Int?
    /// The section in which the sentence stands.
    var section: String?
    /// How many groups of outcomes the sentence names.
    var outcomes = 0
    /// How often it names kinds of applicants.
    var applicants = 0
    var namesMatter = false
    /// How many bytes of unknown words the number has before it.
    var ownBytes = 0
    /// 其中 stands before, in this sentence.
    var isAmong = false
    /// … and behind it a body whose part the next figure is.
    var isOfPart = false
    /// The sentence has counted something else.
    var countsOthers = false
    /// The sentence says of documents whether they may be read: 主动公开12件、依申请公开3件、不予公开41件.
    var isOfAttributes = false
    /// Whether it speaks of what was disclosed unasked.
    var saysDisclosed = false
    /// Whether the sentence has named what the government bought.
    var namesProcurement = false
    /// Whether this sentence or one before it in this stretch was about applications.
    var spokeOfApplications = false
    /// Whether the sentence before did.
    var namedMatter = false
    /// The disputes of this sentence are those that the body decides: 共受理行政复议1起,行政诉讼5起.
    var isOthersDispute = false
    /// The sentence is about proposals or questions and not about applications.
    var isOfProposals = false
    /// The sentence speaks of a list of powers, of what was made public or handled online.
    var namesRegister = false
    /// The things before 分别 whose numbers are still to come.
    var respective: [SubjectTeller.Placed] = []

    var isAboutApplications: Bool { topic == .application || section == "applications" }
}

/// Tells what a number counts from the words before it, or behind it.
struct SubjectTeller {
    let paths: CellPaths

    /// What a number in `unit` counts, where `terms` are the words that tell, in their order, and `words` is all of them.
    func counted(_ terms: [Placed], _ words: TermSet, _ unit: CountUnit, _ state: SentenceState) -> Counted {
        if unit == .money { return money(words, state) }
        guard unit != .people || words.contains(.trainee) || words.meets(.statistics) else { return Counted() }
        if unit.countsCases {
            if let counted = outcome(terms, words, state) { return counted }
            if let counted = dispute(terms, words, state) { return counted }
            if let counted = application(terms, words, state) { return counted }
            if let counted = proactive(terms, words, unit, state) { return counted }
        }
        return disclosed(words, unit, state) ?? channel(words, unit, state) ?? statistic(terms, words, unit)
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
        guard isAbout || state.outcomes > 1 else { return nil }
        var first = last
        while first > 0, terms[first].isJoined, TermSet.outcomes.contains(terms[first - 1].term) { first -= 1 }
        var chain = terms[first...last].map(\.term)
        // 公开和部分公开27件.
        if chain.first == .partly, first > 0, terms[first].isJoined, terms[first - 1].term == .publish {
            chain.insert(.granted, at: 0)
        }
        let columns = columns(words)
        let cells = chain.map { paths.outcome($0, columns) }
        guard cells.allSatisfy({ !$0.isEmpty }) else { return Counted(family: .outcome) }
        var readings = [cells.flatMap(\.self)]
        // Where nothing is said of a part, 予以公开 may hold what was disclosed in part.
        if chain == [.granted] { readings.append(readings[0] + paths.outcome(.partly, columns)) }
        let group = terms[..<first].last { TermSet.outcomeGroups.contains($0.term) }
        if let group, !TermSet.outcomeGroups.contains(chain[0]) { readings.append(paths.outcome(group.term, columns)) }
        return Counted(
            key: chain.count == 1 && readings[0].count > 1 && columns == ["total"]
                ? Self.common(readings[0]) : readings[0].joined(separator: "+"),
            readings: readings,
            family: .outcome
        )
    }

    private static let published: TermSet = [
        .information, .document, .normative, .post, .website, .wechat, .weibo, .gazette, .otherMedia, .disclose,
    ]

    /// 公开8件,部分公开2件,不予公开2件: the first of them.
    private func bareGranted(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        guard state.outcomes > 1, terms.last?.term == .publish, terms.count(where: { $0.term == .publish }) == 1,
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

    private func columns(_ words: TermSet) -> [String] {
        guard paths.isRevised else { return ["total"] }
        for term in [Term.naturalPerson, .organisations, .business, .research, .charity, .legalService]
        where words.contains(term) {
            return CellPaths.columns(term)
        }
        return ["total"]
    }

    // MARK: Disputes

    private func dispute(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        let isNamed = words.meets(.disputes)
        let hasOutcome = words.meets(.disputeOutcomes)
        guard isNamed || state.topic == .dispute && (hasOutcome || words.meets([.total, .concluded])) else {
            return nil
        }
        guard !words.meets(.foreignToDisputes), !words.meets([.receive, .application]) || isNamed else {
            return nil
        }
        let isOfMatter =
            words.meets([.matter, .ofMatter]) || state.namesMatter || state.section == "disputes"
            || state.spokeOfApplications && (words.contains(.occur) || !words.meets(Self.deedsOfOthers))
            || state.topicBefore == .dispute && state.namedMatter
        // A body that decides reviews counts those that it accepts.
        let isOthers =
            state.isOthersDispute || words.meets([.accept, .handle, .onBehalf]) && !words.meets([.matter, .ofMatter])
        let family: ClaimFamily = hasOutcome ? .disputeOutcome : .dispute
        guard isOfMatter, !isOthers else { return Counted(family: family) }
        var kinds = state.dispute
        if isNamed, let last = terms.lastIndex(where: { TermSet.disputes.contains($0.term) }) {
            var first = last
            while first > 0, terms[first].isJoined, TermSet.disputes.contains(terms[first - 1].term) { first -= 1 }
            kinds = terms[first...last].map(\.term)
        }
        let outcome = terms.last { TermSet.disputeOutcomes.contains($0.term) }
        let column = outcome.map { CellPaths.column($0.term) } ?? "total"
        // What was decided: all but what is pending.
        let isClosed = outcome == nil && words.meets([.process, .concluded])
        let cells = kinds.map { isClosed ? paths.closedDisputes($0) : paths.disputes($0, column) }
        guard !cells.isEmpty, cells.allSatisfy({ !$0.isEmpty }) else { return Counted(family: family) }
        let all = cells.flatMap(\.self)
        return Counted(
            key: all.joined(separator: "+"),
            readings: [all],
            family: family,
            isWhole: !hasOutcome && !isClosed
        )
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
        // 结转下年度继续办理: what is to be done with them then says nothing of this year.
        let verb =
            words.contains(.carriedOut)
            ? .carriedOut : words.contains(.carry) ? .carry : terms.last { Self.rows.contains($0.term) }?.term
        if words.contains(.carriedIn), verb == .process || verb == .handle { return Counted(family: .handling) }
        if words.meets(.means) {
            let cells = terms.last { TermSet.means.contains($0.term) }.map { paths.received(by: $0.term) } ?? []
            let hasReading = !cells.isEmpty && (verb == nil || verb == .receive || verb == .accept)
            return Counted(key: hasReading ? cells[0] : nil, readings: hasReading ? [cells] : [], family: .means)
        }
        if words.meets(.applicants), !words.contains(.otherOrganisation) { return applicant(verb, words, state) }
        guard words.contains(.application) || words.contains(.plainApplication) || verb != nil else { return nil }
        // A kind of application, and not all of them.
        if verb == nil, !words.contains(.application), terms.last?.isLed == true { return Counted(family: .means) }
        let family: ClaimFamily = verb.map(Self.isHandling) == true ? .handling : .intake
        // 其中县政府办32件、乡镇收到120件.
        if state.isAmong, state.ownBytes > 0, !words.contains(.application), verb == .receive || verb == .accept {
            return Counted(family: family)
        }
        // 经补正后答复3件: not all of them.
        let isNamed = words.meets([.application, .plainApplication]) || state.topic == .application
        if !isNamed, verb == .process, terms.last(where: { $0.term == .process })?.isLed == true {
            return Counted(family: family)
        }
        let isOther =
            words.meets(.foreign) || words.contains(.otherItem) && verb != .carriedOut || words.contains(.except)
        guard !isOther else { return Counted(family: family) }
        return row(verb, words, family)
    }

    /// What is not dealt with when the year ends is left for the next.
    private func open(_ words: TermSet) -> Counted {
        guard paths.isRevised, !words.meets(.foreign), !words.meets([.carriedIn, .otherVerb]) else {
            return Counted(family: .handling)
        }
        let cells = paths.applications("carried_out")
        return Counted(key: cells[0], readings: [cells], family: .handling)
    }

    private static let rows: TermSet = [.receive, .accept, .newly, .process, .handle, .carriedIn, .carriedOut]

    private static func isHandling(_ term: Term) -> Bool { handling.contains(term) }

    private static let handling: TermSet = [.process, .handle, .carriedOut, .carry]

    private func row(_ verb: Term?, _ words: TermSet, _ family: ClaimFamily) -> Counted {
        let readings: [[String]]
        switch paths.era {
        case .revised: readings = revised(verb, words)
        case .statistics: readings = statistics(verb, words)
        case .annex:
            // The text may give the sum of all years; where it does, words often fail to say so.
            let row = verb == .process ? "answered" : "received"
            readings = [["annex.\(row).year"], ["annex.\(row).cumulative"]]
        }
        // Carried over, where the form has no such row.
        guard let first = readings.first else { return Counted(family: family) }
        let doubt = !paths.isRevised && verb == .handle
        return Counted(key: first[0], readings: readings, family: family, doubt: doubt, isWhole: verb != nil)
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
            let both = words.meets([.receive, .accept]) ? [received, received + carried] : []
            // 答复 may leave out what was not processed at all.
            let answered = ["granted", "partly_granted", "refused", "unavailable"].flatMap { paths.group($0) }
            return [processed, answered, answered + paths.group("not_processed")] + both
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

    private func applicant(_ verb: Term?, _ words: TermSet, _ state: SentenceState) -> Counted {
        guard paths.isRevised, !words.meets(.foreign), !words.meets([.carry, .carriedIn, .carriedOut]) else {
            return Counted(family: .applicant)
        }
        let columns = columns(words)
        guard columns != ["total"] else { return Counted(family: .applicant) }
        let row = verb.map { Self.isHandling($0) ? "processed_total" : "received" } ?? state.applicationRow
        let cells = paths.applications(row, columns)
        var readings = [cells]
        if row == "received" { readings.append(cells + paths.applications("carried_in", columns)) }
        return Counted(key: cells.joined(separator: "+"), readings: readings, family: .applicant)
    }
}

extension SubjectTeller {
    // MARK: What was disclosed unasked

    private func money(_ words: TermSet, _ state: SentenceState) -> Counted {
        if words.contains(.processingFee) { return Counted(key: Claim.processingFee, isWhole: true) }
        let isPurchase = words.contains(.procurement) || words.contains(.sum) && state.namesProcurement
        if isPurchase, !words.meets(.foreign), case .revised(isLatest: false) = paths.era {
            let path = "proactive.procurement.amount"
            return Counted(key: path, readings: [[path]], isWhole: true)
        }
        if words.contains(.adminFee), !words.meets(.foreign) {
            if case .revised(isLatest: true) = paths.era {
                return Counted(key: "proactive.fees.amount", readings: [["proactive.fees.amount"]], isWhole: true)
            }
        }
        return Counted()
    }

    private func proactive(
        _ terms: [Placed],
        _ words: TermSet,
        _ unit: CountUnit,
        _ state: SentenceState
    ) -> Counted? {
        guard case .revised(let isLatest) = paths.era, !state.isForeignDeed else { return nil }
        guard !words.meets(.foreign), !words.contains(.publish), !words.contains(.accept) else { return nil }
        let names = words.meets([.normative, .regulation])
        if words.contains(.regulation) && !words.contains(.normative)
            || state.topic == .regulation && !names && words.meets([.repeal, .inForce, .newly])
        {
            return documents("regulations", terms, words, isLatest)
        }
        if words.contains(.normative)
            || state.topic == .normative
                && (words.meets([.repeal, .inForce, .newly]) || words.contains(.issue) && state.ownBytes == 0)
        {
            return documents("normative_documents", terms, words, isLatest)
        }
        if words.meets([.otherServices, .procurement]), !isLatest { return earlier(words, unit) }
        guard !state.namesRegister, let noun = terms.last(where: { Self.decisions.contains($0.term) }) else {
            return nil
        }
        // 项: kinds of decisions, as lists of powers have them.
        guard unit != .things || isLatest else { return Counted() }
        let row = noun.term == .permit ? "permits" : noun.term == .penalty ? "penalties" : "coercive_measures"
        let path = "proactive.\(row).decisions"
        let doubt = words.meets([.otherVerb, .about]) || unit == .things
        return Counted(key: path, readings: [[path]], doubt: doubt, isWhole: true)
    }

    /// Rows of the form of 2019 alone.
    private func earlier(_ words: TermSet, _ unit: CountUnit) -> Counted? {
        let isPurchase = words.contains(.procurement)
        guard isPurchase ? unit == .things : unit == .cases, !words.contains(.otherVerb) else { return Counted() }
        let path = isPurchase ? "proactive.procurement.items" : "proactive.other_services.decisions"
        return Counted(key: path, readings: [[path]], isWhole: true)
    }

    private static let decisions: TermSet = [.permit, .penalty, .coercive]

    private func documents(_ row: String, _ terms: [Placed], _ words: TermSet, _ isLatest: Bool) -> Counted? {
        let verbs: TermSet = [.issue, .newly, .repeal, .inForce, .kept]
        guard let verb = terms.last(where: { verbs.contains($0.term) })?.term else { return nil }
        let columns: [String]
        switch verb {
        case .issue, .newly: columns = isLatest ? ["issued"] : ["made", "disclosed"]
        case .repeal: columns = isLatest ? ["repealed"] : []
        default: columns = isLatest ? ["in_force"] : ["disclosed_total"]
        }
        guard let first = columns.first, !words.contains(.otherVerb) else { return nil }
        return Counted(
            key: "proactive.\(row).\(first)",
            readings: columns.map { ["proactive.\(row).\($0)"] },
            doubt: verb == .kept,
            isWhole: true
        )
    }

    private func disclosed(_ words: TermSet, _ unit: CountUnit, _ state: SentenceState) -> Counted? {
        guard words.contains(.disclose), words.contains(.information), unit == .items || unit == .cases else {
            return nil
        }
        guard !words.meets(.foreign), !words.meets([.normative, .document, .application]) else { return nil }
        let media = Self.media.filter { words.contains($0.term) }
        guard media.count <= 1, !words.contains(.otherMedia) else { return Counted() }
        let channel = media.first.map { "." + $0.row }
        switch paths.era {
        case .revised: return Counted(key: "disclosed" + (channel ?? ""), isWhole: true)
        case .statistics:
            let path = "statistics.\(channel.map { "channel" + $0 } ?? "disclosed").count"
            var readings = [[path]]
            if channel == nil || channel == ".website" {
                readings.append(["statistics.disclosed.count"])
                readings.append(
                    ["gazette", "website", "weibo", "wechat", "other"].map { "statistics.channel.\($0).count" }
                )
            }
            return Counted(key: path, readings: readings, isWhole: true)
        case .annex:
            guard channel == nil || channel == ".website" || channel == ".gazette" else { return Counted() }
            let column = words.contains(.cumulative) ? "cumulative" : "year"
            let path = "annex.disclosed\(channel ?? "").\(column)"
            var readings = [[path]]
            if channel == ".website" { readings.append(["annex.disclosed.\(column)"]) }
            if words.contains(.total) { readings.append(["annex.disclosed\(channel ?? "").cumulative"]) }
            return Counted(key: path, readings: readings, isWhole: true)
        }
    }

    /// 主动公开政府信息2486条,其中政府网站公开2310条: the channels of the statistics of 2014.
    private func channel(_ words: TermSet, _ unit: CountUnit, _ state: SentenceState) -> Counted? {
        guard case .statistics = paths.era, unit == .items, state.saysDisclosed, words.contains(.publish) else {
            return nil
        }
        guard !words.meets(.foreign), !words.meets([.otherVerb, .otherMedia, .normative, .document]) else { return nil }
        let media = Self.media.filter { words.contains($0.term) }
        guard media.count == 1, let row = media.first?.row else { return nil }
        let path = "statistics.channel.\(row).count"
        return Counted(key: path, readings: [[path]])
    }

    private static let media: [(term: Term, row: String)] = [
        (.website, "website"), (.wechat, "wechat"), (.weibo, "weibo"), (.gazette, "gazette"),
    ]

    /// The rows of the statistics of 2014 that no other form has; the words of the text are seldom quite the table's.
    private func statistic(_ terms: [Placed], _ words: TermSet, _ unit: CountUnit) -> Counted? {
        guard case .statistics = paths.era else { return nil }
        let isPost = words.contains(.publish) && words.contains(.information) && unit == .items
        if isPost, words.contains(.wechat) || words.contains(.weibo) {
            guard !words.meets(.foreign), !words.contains(.otherVerb), !words.contains(.otherMedia) else { return nil }
            let path = "statistics.channel.\(words.contains(.wechat) ? "wechat" : "weibo").count"
            return words.contains(.wechat) && words.contains(.weibo) ? nil : Counted(key: path, readings: [[path]])
        }
        if words.contains(.normative), words.contains(.issue), !words.meets(.foreign) {
            let path = "statistics.normative_issued.count"
            return Counted(key: path, readings: [[path]], isWhole: true)
        }
        guard let last = terms.last(where: { TermSet.statistics.contains($0.term) }), let row = Self.rows2014[last.term]
        else { return nil }
        let path = "statistics.\(row).count"
        let isCertain = Self.plain[last.term] == unit && !words.meets([.wideScope, .about, .kind, .plan, .rate])
        return Counted(key: path, readings: [[path]], doubt: !isCertain)
    }

    /// The rows whose words are the table's own, with the unit that they are counted in.
    private static let plain: [Term: CountUnit] = [
        .article: .articles, .staffFull: .people, .staffPart: .people, .interview: .times,
    ]

    private static let rows2014: [Term: String] = [
        .press: "responses.press", .interview: "responses.interview", .article: "responses.articles",
        .readingPoint: "reading_points", .office: "offices", .staffFull: "staff.full_time",
        .staffPart: "staff.part_time", .staff: "staff", .meeting: "meetings", .training: "trainings",
        .trainee: "trainees", .complaint: "complaints",
    ]
}
