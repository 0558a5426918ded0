internal import Model

/// Documents and decisions of which the sentence tells in parts: by whom they were issued, and what else was done to them.
extension StretchReader {
    mutating func limitDocuments(_ counted: inout Counted, _ figure: Figure) {
        guard figure.role == .count, let reading = counted.readings.first, reading.count == 1,
            reading[0].hasPrefix(Self.proactive)
        else { return }
        let isOfLast = items.last.map {
            $0.sentence == sentenceNumber && result.claims[$0.claim].readings.first == reading
        }
        if figure.marker?.term == .amongThem, isOfLast == true {
            // 制发规范性文件5件,其中县政府印发3件.
            counted.isPart = true
            counted.isWhole = false
            counted.key = nil
        } else if isWithOthers(reading[0], figure) || isOfOneBody(figure) || arePublished(reading[0], figure) {
            counted.doubt = .wording
        }
    }

    private static let proactive = "proactive."
    private static let revisions = phrases("修改 修订")
    private static let lapses = phrases("失效")

    /// In bytes: ,宣布失效的行政规范性文件.
    private static let longestDeed = 40

    /// 新制定5件、修改2件: some count the revised ones with those; 废止2件,宣布失效1件: and some those that ran out.
    private func isWithOthers(_ path: String, _ figure: Figure) -> Bool {
        guard let next = nextNumber(behind: figure) else { return false }
        let between = tokens[figure.index].end..<tokens[next].start
        if path.hasSuffix(".repealed") {
            return between.count <= Self.longestDeed && Self.lapses.contains { flow.holds($0, in: between) }
        }
        guard path.hasSuffix(".issued") || path.hasSuffix(".made") else { return false }
        return Self.revisions.contains { flow.hasPrefix($0, at: between.upperBound - $0.count) }
    }

    /// 县政府出台规范性文件3件,部门出台2件: the next number is told by the same deed, of another body.
    private func isOfOneBody(_ figure: Figure) -> Bool {
        guard let next = nextNumber(behind: figure), tokens[next - 1].end == tokens[next].start,
            let deed = tokens[next - 1].term, Self.deeds.contains(deed), figure.own.contains(deed)
        else { return false }
        let between = (figure.index + 1)..<(next - 1)
        let isNamed = between.contains { tokens[$0].term.map { $0 != .filler } ?? false }
        let bytes = unknown(between, before: tokens[next - 1].start, from: tokens[figure.index].end)
        return !words(between).meets(.nouns) && (isNamed || bytes > 0)
    }

    /// 行政处罚案件5件均及时公示: those that were published, which may be some of all that were decided.
    private func arePublished(_ path: String, _ figure: Figure) -> Bool {
        guard path.hasSuffix(".decisions"), !figure.own.contains(.decide) else { return false }
        return tokens[(figure.index + 1)..<figure.sentence.upperBound].prefix { !$0.endsClause && $0.number == nil }
            .contains { $0.term.map(Self.publications.contains) ?? false }
    }

    private static let publications: TermSet = [.publish, .disclose, .register]
    private static let deeds: TermSet = [.issue, .repeal, .decide, .newly]

    /// The next number of the sentence, where no more than a clause stands between.
    private func nextNumber(behind figure: Figure) -> Int? {
        let rest = (figure.index + 1)..<max(figure.index + 1, figure.sentence.upperBound)
        guard let next = rest.first(where: { tokens[$0].number != nil }), next - figure.index <= Self.nearby else {
            return nil
        }
        return next
    }

    private static let nearby = 8

    // MARK: Channels

    /// 网站发布信息8000条,其中主动公开4000条: not all that a site posts is disclosed by law.
    mutating func limitChannels(_ counted: inout Counted, _ figure: Figure) {
        guard !teller.paths.isRevised, figure.marker?.term == .amongThem, let last = items.last,
            last.sentence == sentenceNumber, isOfDisclosure(figure),
            !figure.own.meets(.media),
            result.claims[last.claim].readings.first?.first.map(Self.isOfChannel) == true
        else { return }
        result.claims[last.claim].doubt = .wording
        result.claims[last.claim].isWhole = false
        counted.doubt = .wording
        counted.isWhole = false
    }

    /// Whether the figure's own words speak of disclosure: 其中政府信息公开栏目4000条.
    private func isOfDisclosure(_ figure: Figure) -> Bool {
        guard let first = figure.left.first else { return false }
        return flow.holds(Self.disclosure, in: tokens[first].start..<tokens[figure.index].start)
    }

    private static let disclosure = Array("公开".utf8)

    /// Whether a cell counts what one channel published, or in the annex all that was.
    static func isOfChannel(_ path: String) -> Bool {
        path.hasPrefix("statistics.channel.") || path.hasPrefix("annex.disclosed.")
    }

    // MARK: Answers

    private static let answers = phrases("答复 办复 回复")

    /// 已答复9件: in the statistics of 2014 those that were answered have a row beside those that were closed.
    mutating func preferAnswered(_ counted: inout Counted, _ figure: Figure) {
        guard counted.readings == Self.closedOrAnswered,
            let verb = figure.voice.own.last(where: { tokens[$0].term == .process }),
            Self.answers.contains(where: { flow.holds($0, in: tokens[verb].start..<tokens[verb].end) })
        else { return }
        counted.readings = [Self.closedOrAnswered[1], Self.closedOrAnswered[0]]
        counted.key = counted.readings[0][0]
    }

    private static let closedOrAnswered = [["statistics.closed.count"], ["statistics.answered.count"]]

    // MARK: Disputes and outcomes

    private static let appeal = Array("申诉".utf8)

    /// 复议、诉讼和申诉共6件: the annex has a row for the last of them, too.
    func isWithAppeals(_ figure: Figure) -> Bool {
        guard case .annex = teller.paths.era, let first = figure.left.first else { return false }
        return flow.holds(Self.appeal, in: tokens[first].start..<tokens[figure.index].start)
    }

    /// 上年结转2件均已办结;本年新收54件,予以公开39件: of those that came in this year.
    func isOfNewAlone(_ figure: Figure) -> Bool {
        let before = figure.sentence.lowerBound..<figure.index
        guard let newly = before.last(where: { tokens[$0].term == .newly }),
            let carried = before.first(where: { tokens[$0].term == .carriedIn }), carried < newly
        else { return false }
        return words(carried..<newly).meets([.process, .allHandled])
    }
}
