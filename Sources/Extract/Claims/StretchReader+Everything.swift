internal import Model

/// What is said of all there was, without a number: 全部申请均予以公开, 全部办结,无结转事项, 全部胜诉.
extension StretchReader {
    private static let arrivals = ["收到的", "受理的", "办理的", "新收的", "本年新收的", "答复的"].map { Array($0.utf8) }
    private static let everything = ["全部", "所有"].map { Array($0.utf8) }
    private static let applications = ["政府信息公开申请", "信息公开申请", "依申请公开申请", "申请"].map { Array($0.utf8) }
    private static let evenly = ["均已", "全部", "均", "都", "已全部", "已"].map { Array($0.utf8) }
    private static let granted = ["予以公开", "依法予以公开"].map { Array($0.utf8) }

    /// 全部申请均予以公开: nothing was refused, nothing was unavailable and nothing was left unprocessed.
    mutating func grantedEverything(at index: Int, _ range: Range<Int>) {
        guard teller.paths.isRevised, index + 1 == range.upperBound, endsHere(index, range), speaksOfWholeYear,
            !state.isOfProposals, tokens[range].allSatisfy({ $0.number == nil }),
            let opening = opening(at: sentenceStart ?? stretchStart)
        else { return }
        var place = opening.place
        var saysAll = false
        for words in [Self.arrivals, Self.everything, Self.applications, Self.evenly] {
            let length = Self.length(of: words, in: flow, at: place)
            guard length > 0 || words != Self.applications else { return }
            if length > 0, words == Self.everything || words == Self.evenly { saysAll = true }
            place += length
        }
        let length = Self.length(of: Self.granted, in: flow, at: place)
        guard saysAll, length > 0, place + length == tokens[index].end else { return }
        let cells = ["refused", "unavailable", "not_processed"].flatMap { teller.paths.group($0) }
        appendZero(
            key: cells.joined(separator: "+"),
            readings: [cells],
            tokens: range.lowerBound..<(index + 1),
            isDenial: false
        )
    }

    private static let inYear = ["当年", "年内", "本年度", "全年"].map { Array($0.utf8) }
    private static let left: TermSet = [.carry, .affair, .tail, .filler, .application, .plainApplication]

    /// 收到的申请当年全部办结,无结转事项: nothing goes to the next year.
    mutating func denyLeft(_ index: Int, _ behind: Range<Int>, _ range: Range<Int>) {
        guard teller.paths.isRevised, !state.isOfProposals, speaksOfWholeYear, words(behind).isWithin(Self.left)
        else { return }
        let end = border(of: behind)
        guard unknown(behind, before: end, from: tokens[index].end) <= (endsInCases(end) ? Self.cases.count : 0) else {
            return
        }
        let out = teller.paths.applications("carried_out")
        if followsAllHandled(index, range) {
            appendZero(key: out[0], readings: [out], tokens: index..<behind.upperBound, isDenial: true)
        } else if saysOfAll(index, range) {
            // By itself it may be said of the year before: it is wrong where there was something either way.
            let readings = [out, teller.paths.applications("carried_in")]
            appendZero(key: out[0], readings: readings, tokens: index..<behind.upperBound, isDenial: true)
        }
    }

    private static let cases = Array("件".utf8)

    /// 无结转件.
    private func endsInCases(_ end: Int) -> Bool { flow.hasPrefix(Self.cases, at: end - Self.cases.count) }

    /// Behind 以上29件均已办结 it would be said of those alone.
    private func followsAllHandled(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound + 1,
            tokens[index - 1].kind == .comma, tokens[index - 1].end == tokens[index].start,
            tokens[index - 2].term == .allHandled, tokens[index - 2].end == tokens[index - 1].start,
            tokens[range].allSatisfy({ $0.number == nil }), let opening = opening(at: sentenceStart ?? stretchStart)
        else { return false }
        var place = opening.place
        for words in [Self.arrivals, Self.everything, Self.applications, Self.inYear] {
            let length = Self.length(of: words, in: flow, at: place)
            guard length > 0 || words != Self.applications else { return false }
            place += length
        }
        return place == tokens[index - 2].start
    }

    private static let ofSome = TermSet.outcomes.union(.applicants).union(.means).union(.disputes).union(.proactive)
        .union([
            .carriedIn, .subset, .about, .kind, .within, .consultation, .proposal, .otherItem, .except, .amongThem,
            .register, .handOver, .plan, .late, .timely,
        ])

    /// 全年无结转件; 收到申请174件,无结转: of all applications, and of nothing else that the sentence or the one before names.
    private func saysOfAll(_ index: Int, _ range: Range<Int>) -> Bool {
        guard state.isAboutApplications, !words(range).meets(Self.ofSome) else { return false }
        let first = sentenceStart ?? stretchStart
        if opening(at: first)?.place == tokens[index].start {
            return items.isEmpty || items.last.map { countsAll($0) } ?? false
        }
        let before = range.lowerBound..<index
        guard index > range.lowerBound, tokens[index - 1].kind == .comma, tokens[index - 1].end == tokens[index].start,
            tokens[before].contains(where: { $0.number != nil }), let last = items.last
        else { return false }
        return last.sentence == sentenceNumber && countsAll(last) && last.marker == nil
    }

    private func countsAll(_ item: ClaimItem) -> Bool {
        let claim = result.claims[item.claim]
        let rows = ["received", "processed_total"].map { teller.paths.applications($0) }
        return !claim.isPart && claim.doubt == nil && claim.readings.first.map(rows.contains) ?? false
    }

    private static let won = Array("胜诉".utf8)
    private static let happened = ["未发生", "未出现"].map { Array($0.utf8) }
    private static let of = Array("的".utf8)
    private static let narrower: TermSet = [
        .subset, .otherItem, .except, .withdrawn, .pending, .concluded, .amongThem, .partOfYear,
    ]

    /// 全部胜诉, 均胜诉.
    func isWon(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.end - token.start > Self.won.count && flow.hasPrefix(Self.won, at: token.end - Self.won.count)
    }

    /// Whether 全部胜诉, 未发生败诉 are said of the lawsuits that the number directly before counts, of them all and of nothing
    /// else: 一审全部胜诉, 其余均胜诉 and 行政应诉58件,全部胜诉 are not. Of 零败诉 nothing is asked.
    func isWonPlainly(at index: Int, _ range: Range<Int>) -> Bool {
        let token = tokens[index]
        guard isWon(index) || Self.happened.contains(where: { flow.hasPrefix($0, at: token.start) }) else {
            return true
        }
        guard !words(range.lowerBound..<range.upperBound).meets(Self.narrower), !flow.hasPrefix(Self.of, at: token.end),
            index > range.lowerBound + 1, tokens[index - 1].kind == .comma, tokens[index - 1].end == token.start,
            tokens[index - 2].number != nil, tokens[index - 2].end == tokens[index - 1].start,
            let last = items.last, last.sentence == sentenceNumber, last.family == .dispute, last.depth == 0
        else { return false }
        return result.claims[last.claim].readings.first == teller.paths.disputes(.litigation, "total")
    }
}
