internal import Forms
internal import Model

/// Applications that came in, were dealt with or left for the next year.
extension SubjectTeller {
    func application(_ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted? {
        guard isAboutApplications(words, state), !state.isOfAttributes, !words.meets(.disputes),
            !words.contains(.consultation), !words.contains(.proposal)
        else { return nil }
        // 处理的以本局为被申请人的信息公开案3件.
        if isOfPapers(terms) || words.contains(.defendant) { return Counted() }
        // 1件答复被复议机关纠正.
        if words.meets([.upheld, .corrected]) { return Counted(family: .disputeOutcome) }
        if words.contains(.unhandled) { return open(words) }
        // 经检索没有所申请信息的4件.
        if words.contains(.not), !words.meets([.carriedIn, .carriedOut, .carry]) { return Counted(family: .means) }
        let verb = verb(terms, words)
        // 申请人主动撤回申请8件.
        if words.contains(.withdrawn), !words.meets([.receive, .newly, .accept]) { return Counted(family: .other) }
        if verb == .process, isOfPublicKind(terms) { return Counted(family: .outcome) }
        if verb == .carriedIn, let counted = countedWithCarried(terms, words) { return counted }
        if verb == .due, !words.meets(.foreign) { return due(words, isTold: state.namesCarriedIn) }
        if words.contains(.carriedIn), verb == .process || verb == .handle { return handledWithCarried(words) }
        // 按提交方式分,网站提交12件: the way, where the sentence tells the ways.
        if words.meets(.means) || state.namesManner && words.contains(.website) {
            return means(verb, terms, words, state)
        }
        if words.meets(.applicants) { return applicant(verb, terms, words, state) }
        guard words.contains(.application) || words.contains(.plainApplication) || verb != nil else { return nil }
        // A kind of application, and not all of them.
        if verb == nil, !words.contains(.application), terms.last?.isLed == true { return Counted(family: .means) }
        let family: ClaimFamily = verb.map(Self.isHandling) == true ? .handling : .intake
        guard !isSome(verb, terms, words, state) else { return Counted(family: family) }
        var counted = row(verb, words, family)
        // 收到164件,结转上年2件;办理85件: what was done with those that the sentence counted.
        if verb == .handle, state.countsApplications, !words.meets([.application, .plainApplication]) {
            counted.lead(with: paths.applications("processed_total"))
        }
        if !counted.readings.isEmpty { counted.doubt = counted.doubt ?? doubt(verb, terms, words, state) }
        return counted
    }

    /// 制作依申请公开类文件41件, 发布依申请公开信息28条: no applications.
    private func isOfPapers(_ terms: [Placed]) -> Bool {
        terms.last?.term == .document
            || zip(terms, terms.dropFirst()).contains { first, next in
                first.term == .publish && next.term == .application && next.start == first.end
            }
    }

    /// 公开类答复8件: those that were disclosed, whole or in part.
    private func isOfPublicKind(_ terms: [Placed]) -> Bool {
        zip(terms, terms.dropFirst()).contains { first, next in
            first.term == .publish && next.term == .process && next.start - first.end == Self.kind
        }
    }

    /// What counts both what came in and what was carried over, where 结转 is the last of its words.
    private func countedWithCarried(_ terms: [Placed], _ words: TermSet) -> Counted? {
        guard paths.isRevised, let carried = terms.lastIndex(where: { $0.term == .carriedIn }) else { return nil }
        // 办结(含上年结转)95件.
        if words.contains(.containing), terms[...carried].contains(where: { $0.term == .process }) {
            let cells = paths.applications("processed_total")
            return Counted(key: cells[0], readings: [cells, Self.all(paths)], family: .handling)
        }
        // 新收和上年结转的183件申请.
        guard carried > 0, terms[carried].isJoined, [Term.newly, .receive].contains(terms[carried - 1].term) else {
            return nil
        }
        return Counted(readings: [Self.all(paths)], family: .intake)
    }

    private func isAboutApplications(_ words: TermSet, _ state: SentenceState) -> Bool {
        if words.contains(.application) || state.topic == .application { return true }
        let isInSection = state.section == "applications"
        let isAlone = !state.countsOthers && !state.isOfProposals
        if words.contains(.plainApplication),
            state.isAboutApplications || state.spokeOfApplications || words.meets([.matter, .information])
        {
            return true
        }
        if words.meets(.applicants) {
            if state.applicants > 1, !words.contains(.organisations) { return true }
            if state.ownBytes == 0, isAlone, isInSection || state.topicBefore == .application { return true }
        }
        // 受理信访事项88件,…,3件结转下年办理: of those.
        if isInSection || state.spokeOfApplications, words.meets([.carriedIn, .carriedOut, .carry]),
            !state.isOfProposals
        {
            return true
        }
        // 行政复议6件(已办结5件): of the reviews.
        let isFree = isAlone && state.topic != .dispute
        // 受理65件,办结56件.
        let comesIn = isFree && state.ownBytes == 0 && !words.meets(.foreign) && words.meets([.receive, .accept])
        if isInSection, comesIn || words.meets(.means) || isFree && words.meets([.process, .newly, .unhandled]) {
            return true
        }
        return state.topicBefore == .application && !state.countsOthers && state.ownBytes == 0
            && words.contains(.process) && !words.meets(.foreign)
    }

    /// What was done with them: 结转下年度继续办理, where what is to be done then says nothing of this year.
    private func verb(_ terms: [Placed], _ words: TermSet) -> Term? {
        if words.contains(.carriedOut) { return .carriedOut }
        return words.contains(.carry) ? .carry : terms.last { Self.rows.contains($0.term) }?.term
    }

    /// 含上年结转在内共处理47件.
    private func handledWithCarried(_ words: TermSet) -> Counted {
        guard paths.isRevised, words.contains(.containing), words.contains(.total) else {
            return Counted(family: .handling)
        }
        let readings = [Self.all(paths), paths.applications("processed_total")]
        return Counted(key: "applications.received.total+carried_in.total", readings: readings, family: .handling)
    }

    /// 应办397件: what came in with what came over from the year before, or what some body takes for it.
    private func due(_ words: TermSet, isTold: Bool) -> Counted {
        guard paths.isRevised, !words.meets([.timely, .late]) else { return Counted(family: .intake) }
        // Where what came over is told, too, it is both together.
        let others = isTold ? [] : ["received", "processed_total"].map { paths.applications($0) }
        return Counted(
            key: "applications.received.total+carried_in.total",
            readings: [Self.all(paths)] + others,
            family: .intake
        )
    }

    /// 通过网络收到申请14件: the forms of 2019 and 2021 have no such row; there it is some of all that came in.
    private func means(_ verb: Term?, _ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Counted {
        let cells = terms.last { TermSet.means.contains($0.term) }.map { paths.received(by: $0.term) } ?? []
        let isReceived = verb == nil || verb == .receive || verb == .accept
        let isIntake = isReceived || verb == .newly || verb == .handle && words.contains(.application)
        // 通过网络、信函等渠道共收到申请59件: by all of them.
        let isOfAll = words.contains(.etCetera) && words.contains(.total) && words.contains(.application)
        if paths.isRevised, isOfAll, verb == .receive || verb == .accept, !words.meets(.foreign), !state.isAmong {
            return row(verb, words, .intake)
        }
        if paths.isRevised, isIntake, !words.meets(.foreign), !state.isOfProposals {
            return Counted(readings: [Self.all(paths)], family: .means, isPart: true)
        }
        let hasReading = !cells.isEmpty && isReceived
        return Counted(key: hasReading ? cells[0] : nil, readings: hasReading ? [cells] : [], family: .means)
    }

    /// Whether not all of them are meant.
    private func isSome(_ verb: Term?, _ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Bool {
        // 其中县政府办32件、乡镇收到120件.
        // … nor, behind the number of all applications, 其中邮递的依申请公开1件.
        if state.isAmong, state.ownBytes > 0, verb == nil || verb == .receive || verb == .accept,
            !words.contains(.application) && verb != nil || state.isAmongApplications
        {
            return true
        }
        // 收到系统推送提醒21次, 收到上级转来线索3件: of what the words before the number say.
        if Self.intake.contains(verb ?? .process), state.ownBytes > Self.longestName, state.isQualified,
            !words.meets([.application, .plainApplication, .matter])
        {
            return true
        }
        // 经补正后答复3件: not all of them.
        let isNamed = words.meets([.application, .plainApplication]) || state.topic == .application
        if !isNamed, verb == .process, terms.last(where: { $0.term == .process })?.isLed == true { return true }
        return words.meets(.foreign) || words.contains(.otherItem) && verb != .carriedOut && verb != .carriedIn
            || words.contains(.except)
    }

    /// Whether some of them may be meant: 合并答复1件, 指导群众提交申请5件, 撤回1件,实际办理14件.
    private func doubt(_ verb: Term?, _ terms: [Placed], _ words: TermSet, _ state: SentenceState) -> Claim.Doubt? {
        if words.contains(.subset) || state.namesWithdrawn && (verb == .process || verb == .handle) { return .wording }
        // 发放申请表40份.
        if verb == nil, words.contains(.otherVerb) { return .wording }
        // 资格证书补发申请全年收到31件: applications for something else.
        // 收到取水许可审批申请17件.
        if let noun = terms.firstIndex(where: { $0.term == .plainApplication }), terms[noun].isLed,
            !words.meets([.application, .matter, .information]),
            state.isQualified || terms[noun...].contains(where: { $0.term == verb })
        {
            return .company
        }
        if verb == .process { return terms.last(where: { $0.term == .process })?.isLed == true ? .company : nil }
        return verb == nil && (!words.contains(.application) && state.ownBytes > 9 || state.isAmong) ? .wording : nil
    }

    /// What is not dealt with when the year ends is left for the next.
    private func open(_ words: TermSet) -> Counted {
        // 待答复总量27件: all that there was to answer.
        guard paths.isRevised, !words.meets(.foreign), !words.meets([.carriedIn, .otherVerb, .total]) else {
            return Counted(family: .handling)
        }
        let cells = paths.applications("carried_out")
        return Counted(key: cells[0], readings: [cells], family: .handling)
    }

    private static let intake: TermSet = [.receive, .accept, .newly]
    /// The length of three characters: what came in has a longer name where it is another matter.
    private static let longestName = 9
    /// The length of 类.
    private static let kind = 3

    private static let rows: TermSet = [.receive, .accept, .newly, .process, .handle, .due, .carriedIn, .carriedOut]

    static func isHandling(_ term: Term) -> Bool { handling.contains(term) }

    static func all(_ paths: CellPaths) -> [String] {
        paths.applications("received") + paths.applications("carried_in")
    }

    private static let handling: TermSet = [.process, .handle, .carriedOut, .carry]
}

extension Counted {
    /// Takes the reading for the first, if it is one of them.
    fileprivate mutating func lead(with reading: [String]) {
        guard let place = readings.firstIndex(of: reading) else { return }
        readings.swapAt(0, place)
        key = reading[0]
    }
}
