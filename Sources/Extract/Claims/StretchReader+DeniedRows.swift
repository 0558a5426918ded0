internal import Model

/// What the text says there was none of in one row of a table: 没有信访举报投诉类申请, 未办理行政许可.
extension StretchReader {
    private static let happened = Phrase("收到|接到|受理|出现|发生|存在|有? 过? 任何? 一件? ")
    private static let outcomes: TermSet = [
        .petition, .repeated, .publication, .excessive, .reconfirmation, .unavailable, .notProcessed, .refused,
    ]
    private static let endOfOutcome = Phrase("政府信息|信息? 的? 类? 申请|情形|情况|事项? 发生? ")
    private static let dealtWith = Phrase("办理|开展|实施 过? 任何? ")
    private static let decisions: TermSet = [.permit, .penalty, .coercive]
    private static let endOfDecision = Phrase("事项|决定|案件|业务? ")
    private static let prolonged = Phrase("延期 办理|办结|答复? 的? 件|情况|情形|申请? ")
    private static let narrower = TermSet.means.union(.applicants).union([
        .amongThem, .about, .kind, .carriedIn, .carry,
    ])

    /// Reads such a denial from the negation at `index` to the end of its clause, of which every word is known.
    mutating func denyRow(at index: Int, to end: Int, _ range: Range<Int>) -> Bool {
        guard speaksOfWholeYear, !words(range.lowerBound..<index).meets(Self.narrower) else { return false }
        let border = end < tokens.count ? tokens[end].start : stretchEnd
        let behind = tokens[index].end..<max(tokens[index].end, border)
        guard behind.count < 120, let cells = deniedCells(at: index, behind, range) else { return false }
        // 无法提供的情形未出现: with the words before it, where what is denied stands there.
        let isBehind = words((index + 1)..<end).meets(Self.outcomes.union(Self.decisions).union([.late]))
        let mark = tokens[range.lowerBound..<index].lastIndex(where: \.endsClause)
        let first = isBehind ? index : mark.map { $0 + 1 } ?? range.lowerBound
        appendZero(key: cells.joined(separator: "+"), readings: [cells], tokens: first..<end, isDenial: true)
        return true
    }

    private func deniedCells(at index: Int, _ behind: Range<Int>, _ range: Range<Int>) -> [String]? {
        if case .statistics = teller.paths.era {
            return deniedDelay(behind) ?? (subject(at: index, range) == tokens[index].start ? deniedMeans(behind) : nil)
        }
        guard teller.paths.isRevised, let subject = subject(at: index, range) else { return nil }
        if state.section == "applications", state.topic != .dispute, !state.isOfProposals {
            if subject == tokens[index].start {
                return denied(behind, Self.happened, Self.outcomes, Self.endOfOutcome)
            }
            // 无法提供的情形未出现.
            guard let noun = tokens[range].first(where: { $0.start == subject }), let term = noun.term,
                Self.outcomes.contains(term), let end = Self.endOfOutcome.end(in: flow, at: noun.end), end > noun.end,
                end == tokens[index].start, Self.happened.fills(behind, of: flow), !behind.isEmpty
            else { return nil }
            return nonEmpty(teller.paths.outcome(term))
        }
        guard state.section == "proactive" || state.section == "overview", subject == tokens[index].start else {
            return nil
        }
        return denied(behind, Self.dealtWith, Self.decisions, Self.endOfDecision)
    }

    /// Where the words behind the year and the body begin in the clause of the negation.
    private func subject(at index: Int, _ range: Range<Int>) -> Int? {
        let mark = tokens[range.lowerBound..<index].last { $0.endsClause }
        return opening(at: mark?.end ?? sentenceBegin)?.place
    }

    private func denied(_ behind: Range<Int>, _ verb: Phrase, _ nouns: TermSet, _ tail: Phrase) -> [String]? {
        guard let place = verb.end(in: flow, at: behind.lowerBound),
            let noun = tokens.first(where: { $0.start >= place }), noun.start == place, let term = noun.term,
            nouns.contains(term), tail.end(in: flow, at: noun.end) == behind.upperBound
        else { return nil }
        if !Self.decisions.contains(term) { return nonEmpty(teller.paths.outcome(term)) }
        // 未实施行政处罚 is told elsewhere.
        guard place > behind.lowerBound else { return nil }
        let row = term == .permit ? "permits" : term == .penalty ? "penalties" : "coercive_measures"
        return ["proactive.\(row).decisions"]
    }

    private func nonEmpty(_ cells: [String]) -> [String]? { cells.isEmpty ? nil : cells }

    /// 收到申请32件,均在法定期限内办结,无延期: none of those was dealt with late.
    private func deniedDelay(_ behind: Range<Int>) -> [String]? {
        guard Self.prolonged.fills(behind, of: flow), let last = lastOfSentence, last.marker == nil,
            items.count(where: { $0.sentence == sentenceNumber }) == 1,
            [["statistics.received.count"], ["statistics.closed.count"]].contains(
                result.claims[last.claim].readings.first
            )
        else { return nil }
        return ["statistics.closed.extended.count"]
    }

    private static let means = [
        ("in_person", Phrase("收到|接到|受理 过? 当面 提交|提出? 的? 政府信息公开|信息公开? 申请")),
        ("fax", Phrase("收到|接到|受理 过? 传真 提交|提出? 的? 政府信息公开|信息公开? 申请")),
        ("online", Phrase("收到|接到|受理 过? 网络|网上 提交|提出? 的? 政府信息公开|信息公开? 申请")),
        ("letter", Phrase("收到|接到|受理 过? 信函 提交|提出? 的? 政府信息公开|信息公开? 申请")),
    ]

    /// 没有收到当面申请: the form of 2014 has a row for each way. The text of a county may tell of its own offices alone.
    private func deniedMeans(_ behind: Range<Int>) -> [String]? {
        guard state.section == "applications", !isOfArea,
            let row = Self.means.first(where: { $0.1.fills(behind, of: flow) })?.0
        else { return nil }
        return ["statistics.received.\(row).count"]
    }
}
