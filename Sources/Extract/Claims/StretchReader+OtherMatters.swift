internal import Model

/// Figures of which their own words say that they count something else than their noun: acts on decisions, withdrawals,
/// rates, some of several, other registers.
extension StretchReader {
    /// Takes from the figure what it seems to count, or doubts it.
    func limitToMatter(_ counted: inout Counted, _ figure: Figure) {
        guard !counted.readings.isEmpty || counted.isWhole else { return }
        let isOther =
            isBareRate(figure) || isOfWithdrawn(figure) || isOutOfDocuments(figure) || isChargePerPiece(counted, figure)
        if isOther {
            counted.readings = []
            counted.isWhole = false
            counted.key = nil
        } else if isActOnDecisions(counted, figure) || isOfSomePayers(counted, figure) || isOfCodefendants(figure)
            || isOfPapers(counted, figure) || state.isOfOthersDocuments && isOfDocuments(counted.readings)
        {
            counted.doubt = .wording
            counted.isWhole = false
        } else if counted.doubt == nil,
            counted.family == .outcome && isOfOtherRegister(figure) || isPublishedBeside(counted, figure)
        {
            counted.doubt = .company
            counted.isWhole = false
        }
    }

    private static let rates: TermSet = [
        .faultRate, .upheldRate, .lossRate, .rate, .handlingRate, .answeringRate, .countRate, .disclosureRate,
    ]

    private static let rateOf = Array("率".utf8)

    /// 复议、诉讼败诉率为0: a number without a unit behind a rate.
    private func isBareRate(_ figure: Figure) -> Bool {
        guard figure.numeral.unit == .none else { return false }
        guard let last = figure.left.last(where: { tokens[$0].term != .filler }) else { return false }
        // 复议撤销率为0: a rate that has no word of its own.
        return tokens[last].term.map(Self.rates.contains) ?? false
            || flow.hasPrefix(Self.rateOf, at: tokens[last].end)
    }

    /// 收到申请撤回5件: what was taken back.
    private func isOfWithdrawn(_ figure: Figure) -> Bool {
        guard let last = figure.left.last(where: { tokens[$0].term != .filler }) else { return false }
        return tokens[last].term == .withdrawn
    }

    private static let decisions: TermSet = [.permit, .penalty, .coercive]
    private static let outOf = ["中的", "中有", "中", "里的", "里有"].map { Array($0.utf8) }

    /// 现行有效的规范性文件中的8件: some of what the noun names.
    private func isOutOfDocuments(_ figure: Figure) -> Bool {
        let nouns = Self.decisions.union([.normative, .regulation])
        guard let last = figure.left.last(where: { tokens[$0].term.map(TermSet.telling.contains) ?? false }),
            let term = tokens[last].term, nouns.contains(term)
        else { return false }
        return Self.outOf.contains { flow.hasPrefix($0, at: tokens[last].end) }
    }

    private static let acts = phrases(
        "撤销 撤回 变更 注销 吊销 废止 不予公开 不公开 不宜公开 暂缓公开 审核 审查 复核 评查 抽查 自查 核查 倒查 听证 执行 延续 补正 案件信息公开 决定信息公开 化解 督办 移送 纠正 立案"
    )
    private static let making = phrases("作出 做出 下达")

    /// 撤销行政处罚决定1件, 法制审核行政处罚案件26件、行政许可2件: what was done with decisions, and no decisions.
    private func isActOnDecisions(_ counted: Counted, _ figure: Figure) -> Bool {
        guard isOfDecisions(counted.readings) else { return false }
        let own = start(of: figure.left)..<numberStart(figure.index)
        let act = Self.acts.compactMap { flow.firstIndex(of: $0, in: own) }.max()
        // 经审核作出行政许可决定962件: what was made then.
        if let act { return !Self.making.contains { flow.holds($0, in: act..<own.upperBound) } }
        // The verb before the mark is that of both.
        guard let last = items.last, last.sentence == sentenceNumber, figure.left.lowerBound > 0,
            tokens[figure.left.lowerBound - 1].number != nil, tokens[figure.left.lowerBound].kind == .pause
        else { return false }
        let claim = result.claims[last.claim]
        return claim.doubt == .wording && isOfDecisions(claim.readings)
    }

    /// 公开行政许可324条、行政处罚809条: the verb before the mark is that of both, and what was published may be more than what was
    /// decided.
    private func isPublishedBeside(_ counted: Counted, _ figure: Figure) -> Bool {
        guard isOfDecisions(counted.readings), isBehindPause(figure), let last = items.last,
            last.sentence == sentenceNumber, last.numeral.unit == figure.numeral.unit, last.numeral.unit != .cases,
            last.words.meets([.publish, .disclose, .register])
        else { return false }
        let claim = result.claims[last.claim]
        return claim.doubt == .company && isOfDecisions(claim.readings)
    }

    private static let party = phrases("党组 党内 党委 党的 党员 县委 市委 区委 省委")
    private static let governments = phrases("县政府 市政府 区政府 省政府 人民政府")

    /// 党组规范性文件24件; 对县政府规范性文件开展清理, in a bureau's report.
    func isOfOthersDocuments(_ index: Int) -> Bool {
        let start = tokens[index].start
        func stands(_ word: [UInt8]) -> Bool {
            start >= stretchStart + word.count && flow.hasPrefix(word, at: start - word.count)
        }
        if Self.party.contains(where: stands) { return true }
        return !agency.isEmpty && !isOfOffice && !agency.suffix(Self.government.count).elementsEqual(Self.government)
            && Self.governments.contains(where: stands)
    }

    private static let government = Array("政府".utf8)

    private func isOfDocuments(_ readings: [[String]]) -> Bool {
        readings.first?.first.map { $0.hasPrefix("proactive.normative") } ?? false
    }

    private func isOfDecisions(_ readings: [[String]]) -> Bool {
        readings.first?.first.map { $0.hasPrefix("proactive.") && $0.hasSuffix(".decisions") } ?? false
    }

    private static let fees = "proactive.fees.amount"
    private static let pieces = phrases("标准 目录 每 单价")
    private static let each = UInt8(ascii: "/")

    /// 行政事业性收费标准20元/本: what one piece costs.
    private func isChargePerPiece(_ counted: Counted, _ figure: Figure) -> Bool {
        guard counted.readings.first == [Self.fees] else { return false }
        let end = tokens[figure.index].end
        if end < stretchEnd, flow.bytes[end] == Self.each { return true }
        let own = start(of: figure.left)..<numberStart(figure.index)
        return Self.pieces.contains { flow.holds($0, in: own) }
    }

    private static let reductions = phrases("取消 停征 退 降 让利")
    private static let areas = phrases("省 市 县 区 旗 州 镇 乡")

    /// 涉企行政事业性收费12.5万元, 取消行政事业性收费2万元: of those whom the words before the noun name.
    private func isOfSomePayers(_ counted: Counted, _ figure: Figure) -> Bool {
        guard counted.readings.first == [Self.fees],
            let noun = figure.left.first(where: { tokens[$0].term == .adminFee })
        else { return false }
        let gap = start(of: figure.left)..<tokens[noun].start
        if Self.reductions.contains(where: { flow.holds($0, in: gap) }) { return true }
        return noun == figure.left.lowerBound && qualifies(gap) && !endsInBody(gap)
            && !Self.areas.contains { flow.hasPrefix($0, at: gap.upperBound - $0.count) }
    }

    private static let papers = phrases("书 答辩状 裁定 意见 笔录")

    /// 行政复议答复书5件, 行政诉讼上诉案件3件: what was written in the cases, or some of them.
    private func isOfPapers(_ counted: Counted, _ figure: Figure) -> Bool {
        guard counted.family == .dispute, !figure.voice.isBehind,
            let noun = figure.left.last(where: { isOf(.disputes, $0) })
        else { return false }
        let behind = tokens[noun].end..<max(tokens[noun].end, numberStart(figure.index))
        return Self.papers.contains { flow.holds($0, in: behind) }
            || narrowsBehind(noun, (noun + 1)..<figure.index, before: numberStart(figure.index))
    }

    private static let together = phrases("共同被告 共同被申请人 共同应诉")

    /// 作为共同被告参加诉讼3件: those are counted by the body whose act it was.
    private func isOfCodefendants(_ figure: Figure) -> Bool {
        guard state.topic == .dispute else { return false }
        let own = start(of: figure.left)..<numberStart(figure.index)
        return Self.together.contains { flow.holds($0, in: own) }
    }

    private static let ofApplications = TermSet.applicationVerbs.union([.application, .plainApplication, .total])

    /// 办理信访事项36件,不予受理2件; 抽查答复文书15件,其中不予公开类5件: outcomes of what the sentence began with, which is no
    /// application.
    private func isOfOtherRegister(_ figure: Figure) -> Bool {
        // 发出补正通知书19份,补正后仍不明确的7件: no other matter has such words.
        let formal = TermSet.reasons.union([.application, .plainApplication])
        guard state.topic != .application, !figure.own.union(figure.voice.words).meets(formal)
        else { return false }
        let first = items.first { $0.sentence == sentenceNumber && $0.role == .count }
        guard let first, first.family == .other, first.numeral.unit == figure.numeral.unit,
            first.numeral.unit.countsPapers, first.depth <= figure.depth
        else { return false }
        return result.claims[first.claim].readings.isEmpty
            && !first.words.meets(Self.ofApplications) || first.words.meets([.consultation, .proposal, .document])
    }

    // MARK: Disputes

    private static let decision = Array("复议决定".utf8)
    private static let objection = Array("不服".utf8)
    private static let alternatives = phrases("或 及 和 、")
    /// The length of thirty characters.
    private static let objectionLength = 90

    /// 对行政复议决定不服提起的行政诉讼: a lawsuit after a review.
    func isAgainstReview(_ index: Int) -> Bool {
        var first = index
        while first > 0, !tokens[first - 1].endsClause { first -= 1 }
        let begin = first > 0 ? tokens[first - 1].end : sentenceStart ?? stretchStart
        let clause = max(begin, tokens[index].start - Self.objectionLength)..<tokens[index].start
        guard !clause.isEmpty, let decision = flow.firstIndex(of: Self.decision, in: clause),
            flow.holds(Self.objection, in: clause)
        else { return false }
        // 对行政行为或复议决定不服: of either.
        let words = clause.lowerBound..<(decision + Self.decision.count)
        return !Self.alternatives.contains { flow.holds($0, in: words) }
    }

    private static let others = phrases("乡镇 街道 镇街 街镇 下级 部门 单位 区县 县区 所属 下属 派出所 分局")
    private static let ourselves = phrases("本部门 我部门 本单位 我单位 本街道 我街道")

    /// 乡镇作为被申请人的行政复议30件: those against others.
    func isAgainstOthers(_ index: Int, from start: Int) -> Bool {
        guard let defendant = (start..<index).first(where: { tokens[$0].term == .defendant }) else { return false }
        let end = tokens[defendant].start
        let begin = defendant > 0 ? tokens[defendant - 1].end : sentenceStart ?? stretchStart
        let name = min(begin, end)..<end
        guard name.count < Self.objectionLength else { return false }
        return Self.others.contains { name.count >= $0.count && flow.hasPrefix($0, at: end - $0.count) }
            && !Self.ourselves.contains { flow.hasPrefix($0, at: end - $0.count) }
            && !(name.count > Self.shortest && isOwn(name))
    }

    /// 乡镇, 街道: no name of one's own is so short.
    private static let shortest = 6

    // MARK: Bodies counted

    /// 其余10个镇2080条: the number of bodies is none of the list that the number behind it is of.
    mutating func leaveBodies(to unit: CountUnit) {
        guard unit.countsPapers, let last = items.indices.last, items[last].sentence == sentenceNumber,
            items[last].numeral.unit == .things
        else { return }
        items[last].isBodies = true
    }

    /// 其中12个乡镇500条: what stands before the bodies tells of that number.
    func takeFromBodies(_ item: inout ClaimItem) {
        guard let last = items.last, last.isBodies, last.sentence == item.sentence else { return }
        if item.marker == nil {
            item.marker = last.marker
            item.opensSentence = last.opensSentence
            item.isLooselyMarked = last.isLooselyMarked
        }
        item.words.formUnion(last.words)
        item.ownWords.formUnion(last.ownWords)
        item.marks.isBehindPause = last.marks.isBehindPause
        item.marks.isBehindSemicolon = item.marks.isBehindSemicolon || last.marks.isBehindSemicolon
        // 其余10个镇共2080条: of those ten.
        item.sum.isSubtotal = false
        item.sum.isBareTotal = false
    }
}
