internal import Bytes
internal import Model

/// What the words before a share or a total say of what it is of.
extension StretchReader {
    private static let together = ["合计", "总计", "共计", "总共", "之和", "二者", "两者", "三者", "两项", "三项", "两类", "三类"]
        .map { Array($0.utf8) }
    /// Only directly before 占, because they begin or end other words: 公共, 共享, 合同.
    private static let directly = ["共", "合", "共约", "合约"].map { Array($0.utf8) }

    /// 共占18.77%, 二者占办结95件的41.05%: words stand before 占 that take several figures together.
    func isOfSum(_ left: Range<Int>, before index: Int) -> Bool {
        guard let share = left.last(where: { tokens[$0].term == .share }) else { return false }
        let end = tokens[share].start
        return Self.directly.contains { flow.hasPrefix($0, at: end - $0.count) }
            || holds(Self.together, in: wordsStart(left)..<end)
    }

    /// Where the words of a figure begin: behind the token before them.
    private func wordsStart(_ left: Range<Int>) -> Int {
        left.lowerBound > 0 ? tokens[left.lowerBound - 1].end : tokens[left.lowerBound].start
    }

    /// Whether one of the words begins in a range of the flow.
    func holds(_ words: [[UInt8]], in range: Range<Int>) -> Bool {
        words.contains { word in
            let end = min(flow.bytes.count, range.upperBound + word.count - 1)
            return flow.holds(word, in: range.lowerBound..<max(range.lowerBound, end))
        }
    }

    private static let applications = ["办结", "答复", "申请", "新收", "全部办结", "处理总"].map { Array($0.utf8) }

    /// 占办结总数的6.3%, 占新收申请的81.7%: the whole is named, and no outcome or applicant.
    func isOfAllApplications(_ left: Range<Int>) -> Bool {
        guard var share = left.last(where: { tokens[$0].term == .share }), !isOfNamedOutcome(left) else { return false }
        while share + 1 < left.upperBound, tokens[share + 1].start == tokens[share].end {
            share += 1
            if Self.applications.contains(where: { flow.hasPrefix($0, at: tokens[share].start) }) { return true }
            guard tokens[share].term == .all || tokens[share].term == .thisYear else { return false }
        }
        return false
    }

    private static let thirdParty = Array("第三方".utf8)
    private static let agrees = ["同意", "不同意"].map { Array($0.utf8) }

    /// 征求第三方意见61件,其中第三方同意公开19件、不同意公开42件: what others said, and not what came of it.
    func isOfThirdParty(_ figure: Figure) -> Bool {
        guard
            figure.left.contains(where: { token in Self.agrees.contains { flow.hasPrefix($0, at: tokens[token].start) }
            })
        else { return false }
        // 征求第三方意见6件,不同意公开2件。对不同意公开的2件,…: or in the sentence before.
        let start = max(stretchStart, (sentenceStart ?? stretchStart) - Self.sentence)
        return holds([Self.thirdParty], in: start..<tokens[figure.index].start)
    }

    private static let numbers: [(word: [UInt8], count: Int)] = [
        ("两", 2), ("二者", 2), ("三者", 3), ("三项", 3), ("三类", 3), ("三种", 3), ("四项", 4), ("四类", 4),
    ].map { (Array($0.utf8), $1) }
    private static let sums = ["合计", "共", "总计", "累计", "之和"].map { Array($0.utf8) }
    private static let others = ["前", "后"].map { Array($0.utf8) }

    /// 两项合计11件: of how many before it; nil where 前两项之和 says that others lie between.
    func total(_ left: Range<Int>, before index: Int) -> Int? {
        let words = wordsStart(left)..<tokens[index].start
        guard holds(Self.sums, in: words), !holds(Self.others, in: words), !goesOnBehindParts() else { return nil }
        return Self.numbers.first { holds([$0.word], in: words) }?.count ?? 0
    }

    private static let otherWays = ["其他", "其它"].map { Array($0.utf8) }

    func isOfOtherWays(_ token: Int) -> Bool {
        Self.otherWays.contains { flow.hasPrefix($0, at: tokens[token].start) }
    }

    private static let those = ["该", "其", "此类", "这类", "这一"].map { Array($0.utf8) }

    /// 占该类的71.1%.
    func isOfThat(_ left: Range<Int>) -> Bool {
        guard let share = left.last(where: { tokens[$0].term == .share }) else { return false }
        return Self.those.contains { flow.hasPrefix($0, at: tokens[share].end) }
    }

    /// The length of a sentence of eighty characters.
    private static let sentence = 240

    /// 征地批复类申请全部办结,其中公开21件: of that kind, which a clause before names and no figure counts.
    func isOfKind(_ figure: Figure) -> Bool {
        guard let start = state.kindStart, let kind = tokens.firstIndex(where: { $0.start == start }),
            kind < figure.index
        else { return false }
        let between = tokens[kind..<figure.index]
        return between.contains(where: \.endsClause)
            && !tokens[figure.sentence.lowerBound..<kind].contains { $0.number != nil }
    }

    private static let persons = ["该申请人", "同一申请人", "某申请人", "同一人"].map { Array($0.utf8) }

    /// 该申请人的申请中,3件不予公开: of one person's.
    func isOfOnePerson(_ figure: Figure) -> Bool {
        let end = tokens[figure.index].start
        let start = max(sentenceStart ?? stretchStart, end - Self.longestReach)
        return start < end && Self.persons.contains { flow.holds($0, in: start..<end) }
    }

    /// The length of two hundred characters: no sentence goes back further to whose applications they are.
    private static let longestReach = 600

    /// 本年度收到的申请减少了22件,共54件: of what the growth is of.
    func totalBehindGrowth(_ figure: Figure) -> Counted? {
        guard teller.paths.isRevised, figure.own.contains(.total), figure.own.isWithin([.total, .filler]),
            state.ownBytes == 0, figure.depth == 0, let last = items.last, last.sentence == sentenceNumber,
            last.role == .growth, last.numeral.unit == figure.numeral.unit, !state.isOtherYear, !state.isPartOfYear,
            last.words.contains(.application), last.words.meets([.receive, .newly, .accept]),
            !last.words.meets(TermSet.foreign.union(.applicants).union(.means))
        else { return nil }
        let received = teller.paths.applications("received")
        return Counted(
            key: received[0],
            readings: [received, received + teller.paths.applications("carried_in")],
            family: .intake,
            isWhole: true
        )
    }

    /// 全系统收到265件,我局占17.7%: the share of the body's own number, which is not the one before it.
    func isOfOneself(_ share: Int) -> Bool {
        tokens[..<share].indices.reversed().prefix { tokens[$0].number == nil }.contains(where: { isOneself($0) })
    }
}
