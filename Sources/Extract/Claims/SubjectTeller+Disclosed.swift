internal import Forms
internal import Model

/// Information that was disclosed unasked, and by what channels.
extension SubjectTeller {
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

    /// The cell of a row of the statistics of 2014.
    static func statistic(_ term: Term) -> String? { rows2014[term].map { "statistics.\($0).count" } }

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
