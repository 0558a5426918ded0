internal import Forms
internal import Model

extension SubjectTeller {
    // MARK: What was disclosed unasked

    func money(_ words: TermSet, _ state: SentenceState) -> Counted {
        if words.contains(.processingFee) { return Counted(key: Claim.processingFee, isWhole: true) }
        // 集中采购14项918.4万元.
        let isBare = state.ownBytes == 0 && !words.meets(.telling)
        let isPurchase = words.contains(.procurement) || (words.contains(.sum) || isBare) && state.namesProcurement
        if isPurchase, !words.meets(.foreign), case .revised(isLatest: false) = paths.era {
            let path = "proactive.procurement.amount"
            return Counted(key: path, readings: [[path]], isWhole: true)
        }
        if words.contains(.adminFee), !words.meets(.foreign), !words.contains(.subset) {
            if case .revised(isLatest: true) = paths.era {
                return Counted(key: "proactive.fees.amount", readings: [["proactive.fees.amount"]], isWhole: true)
            }
        }
        // 本年收费金额132.45万元, in the section of the table that has it.
        if state.section == "proactive", words.contains(.charge), words.contains(.sum), state.ownBytes == 0,
            !words.meets(.foreign), !words.meets([.information, .application, .matter]),
            case .revised(isLatest: true) = paths.era
        {
            return Counted(readings: [["proactive.fees.amount"]], doubt: .company)
        }
        if words.contains(.budget), case .statistics = paths.era {
            return Counted(readings: [["statistics.budget.count"]], doubt: .company)
        }
        return Counted()
    }

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
        let isOfDecisions = words.meets(Self.decisions) && !words.meets([.normative, .regulation])
        // 制定并公开规范性文件9件: those that were issued.
        let isIssued = words.contains(.issue) && terms.contains { $0.term == .publish && $0.isJoined }
        let isPublished =
            words.contains(.register) || words.contains(.publish) && !isIssued || unit == .items && state.isAmong
            || isOfDecisions && words.contains(.document)
        let names = words.meets([.normative, .regulation])
        // 集中公开专栏收录现行有效规章25件: all that are in force.
        // 公开文件27件(其中15件于2023年集中发布现行有效规范性文件): some of those.
        if !(names && words.contains(.inForce) && !words.contains(.register) && !state.isAmong),
            isPublished || state.namesRegister && isOfDecisions
        {
            return published(terms, words, unit)
        }
        if words.contains(.regulation) && !words.contains(.normative)
            || state.topic == .regulation && !names && words.meets([.repeal, .inForce, .newly])
        {
            return documents("regulations", terms, words, isLatest, state)
        }
        if words.contains(.normative)
            || state.topic == .normative
                && (words.meets([.repeal, .inForce, .kept, .newly]) || words.contains(.issue) && state.ownBytes == 0)
        {
            return documents("normative_documents", terms, words, isLatest, state)
        }
        // …规范性文件。2025年制发17件,废止4件: of what the sentence before was about, if the figures beside are.
        if state.topic == .none, state.topicBefore == .normative, state.ownBytes == 0,
            words.meets([.issue, .repeal, .inForce]),
            var counted = documents("normative_documents", terms, words, isLatest, state)
        {
            counted.doubt = counted.doubt ?? .company
            return counted
        }
        if words.meets([.otherServices, .procurement]), !isLatest { return earlier(words, unit) }
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
        let verbs: TermSet = [.issue, .newly, .repeal, .inForce, .kept]
        // 主动公开规章13件: the form of 2019 counts those, too.
        if !isLatest, words.contains(.disclose), !words.meets(verbs.union([.otherVerb])) {
            let columns = ["disclosed", "made", "disclosed_total"]
            return Counted(readings: columns.map { ["proactive.\(row).\($0)"] }, doubt: .company)
        }
        guard let verb = terms.last(where: { verbs.contains($0.term) })?.term else { return nil }
        // 制发的规章和文件44件: both together.
        if row == "regulations", words.contains(.document) { return nil }
        let columns: [String]
        switch verb {
        case .issue, .newly: columns = isLatest ? ["issued"] : ["made", "disclosed"]
        case .repeal: columns = isLatest ? ["repealed"] : []
        default: columns = isLatest ? ["in_force"] : ["disclosed_total"]
        }
        guard let first = columns.first, !words.contains(.otherVerb) else { return nil }
        // What a review keeps (清理70件，保留39件、修改23件、废止8件) is not all that is in force.
        let isDoubtful = verb == .kept || verb == .newly && state.namesDrafting
        // 新制定规章和行政规范性文件44件: both together.
        let areJoined = zip(terms, terms.dropFirst()).contains { one, next in
            one.term == .regulation && next.term == .normative && next.isJoined
        }
        if areJoined, row == "normative_documents" {
            let both = ["regulations", row].map { "proactive.\($0).\(first)" }
            return Counted(key: both.joined(separator: "+"), readings: [both, [both[1]]], doubt: .company)
        }
        return Counted(
            key: "proactive.\(row).\(first)",
            readings: columns.map { ["proactive.\(row).\($0)"] },
            doubt: isDoubtful ? .wording : nil,
            // 清理规范性文件170件,保留115件、废止和失效46件: what a review of all years repealed.
            isWhole: !(verb == .repeal && state.namesRegister)
        )
    }

    func disclosed(_ words: TermSet, _ unit: CountUnit, _ state: SentenceState) -> Counted? {
        guard words.contains(.disclose), words.meets([.information, .shareOf]), unit == .items || unit == .cases else {
            return nil
        }
        guard !words.meets(.foreign), !words.meets([.normative, .document, .application]) else { return nil }
        // 主动公开政府采购信息16条: of one kind.
        if state.isQualified, paths.isRevised { return Counted() }
        // 其中主动公开环境核查等信息9条;主动公开安全生产等信息14条: of some kinds.
        if state.isQualified, state.isAmong || state.isBehindSemicolon && words.contains(.etCetera) { return Counted() }
        // 制作信息3021条,其中主动公开1027条、依申请公开459条: of what was written, and not of all that was disclosed.
        guard !state.isOfAttributes else { return Counted() }
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
    func channel(_ words: TermSet, _ unit: CountUnit, _ state: SentenceState) -> Counted? {
        guard case .statistics = paths.era, unit == .items else { return nil }
        if words.contains(.otherWays), !words.meets(.foreign), !words.meets(TermSet.media.union([.otherVerb])) {
            return Counted(readings: [["statistics.channel.other.count"]], doubt: state.saysDisclosed ? nil : .company)
        }
        // 主动公开政府信息2486条:政府网站2310条、政务微博420条.
        guard words.contains(.publish) || state.saysDisclosed && state.ownBytes == 0 else { return nil }
        guard !words.meets(.foreign), !words.meets([.otherVerb, .otherMedia, .normative, .document]) else { return nil }
        let media = Self.media.filter { words.contains($0.term) }
        guard media.count == 1, let row = media.first?.row else { return nil }
        let path = "statistics.channel.\(row).count"
        guard state.saysDisclosed else { return Counted(readings: [[path]], doubt: .company) }
        return Counted(key: path, readings: [[path]])
    }

    private static let media: [(term: Term, row: String)] = [
        (.website, "website"), (.wechat, "wechat"), (.weibo, "weibo"), (.gazette, "gazette"),
    ]

    /// The rows of the statistics of 2014 that no other form has; the words of the text are seldom quite the table's.
    func statistic(_ terms: [Placed], _ words: TermSet, _ unit: CountUnit, _ state: SentenceState) -> Counted? {
        guard case .statistics = paths.era else { return nil }
        let isPost = words.contains(.publish) && words.contains(.information) && unit == .items
        if isPost, words.contains(.wechat) || words.contains(.weibo) {
            guard !words.meets(.foreign), !words.contains(.otherVerb), !words.contains(.otherMedia) else { return nil }
            let path = "statistics.channel.\(words.contains(.wechat) ? "wechat" : "weibo").count"
            return words.contains(.wechat) && words.contains(.weibo) ? nil : Counted(key: path, readings: [[path]])
        }
        if words.contains(.normative), words.contains(.disclose), !words.meets([.issue, .otherVerb]),
            !words.meets(.foreign), unit == .items || unit == .cases
        {
            return Counted(readings: [["statistics.disclosed.normative.count"]], doubt: .company)
        }
        if words.contains(.normative), words.contains(.issue), !words.meets(.foreign) {
            let path = "statistics.normative_issued.count"
            return Counted(key: path, readings: [[path]], isWhole: true)
        }
        guard let last = terms.last(where: { TermSet.statistics.contains($0.term) }), let row = Self.rows2014[last.term]
        else { return nil }
        let path = "statistics.\(row).count"
        // 专职2人, but not 专职信息员12名.
        let isWhole = last.end - last.start > 6 || state.ownBytes == 0
        let isCertain =
            isWhole && Self.plain[last.term] == unit && !words.meets([.wideScope, .about, .kind, .plan, .rate])
        return Counted(key: path, readings: [[path]], doubt: isCertain ? nil : .company)
    }

    /// The rows whose words are the table's own, with the unit that they are counted in.
    private static let plain: [Term: CountUnit] = [
        .article: .articles, .staffFull: .people, .staffPart: .people, .interview: .times,
        .responses: .times,
    ]

    private static let rows2014: [Term: String] = [
        .press: "responses.press", .interview: "responses.interview", .article: "responses.articles",
        .readingPoint: "reading_points", .office: "offices", .staffFull: "staff.full_time",
        .staffPart: "staff.part_time", .staff: "staff", .meeting: "meetings", .training: "trainings",
        .trainee: "trainees", .complaint: "complaints", .responses: "responses", .social: "responses.social",
    ]
}
