internal import Model

/// The shares that stand beside a count.
extension ListFinder {
    /// 征收33件、建设21件,分别占43.4%、27.6%: as many shares as counts before them.
    mutating func findParallelShares(_ index: Int) -> Int {
        let first = items[index]
        guard first.role != .count, first.numeral.unit == .percent, first.words.contains(.share) else { return 0 }
        var end = index + 1
        while end < items.count, items[end].sentence == first.sentence, items[end].numeral.unit == .percent,
            items[end].words.isWithin([.filler])
        {
            end += 1
        }
        let count = end - index
        guard count > 1, index >= count else { return 0 }
        let parts = items[(index - count)..<index]
        guard
            parts.allSatisfy({
                $0.sentence == first.sentence && isListed($0) && $0.numeral.unit == parts.first?.numeral.unit
            })
        else { return 0 }
        for place in index..<end { findShare(place, part: place - count) }
        return count
    }

    /// 三项执法信息中,许可占80.7%: how many kinds there are.
    private func isNumberOfKinds(_ item: ClaimItem) -> Bool {
        item.numeral.unit == .things && item.numeral.high.map { $0 <= Quantity(9) } ?? false
    }

    /// 自然人283件、商业企业38件,…自然人占82.7%: the figure of the sentence that counts the same applicants.
    func sameApplicant(_ index: Int) -> Int? {
        let named = TermSet.applicants.intersection(items[index].ownWords)
        // 占自然人申请的23.9%: of them, and not they.
        guard !named.isEmpty, !items[index].percentage.ofTable.isEmpty else { return nil }
        return items[..<index].lastIndex {
            $0.sentence == items[index].sentence && $0.family == .applicant
                && TermSet.applicants.intersection($0.ownWords) == named
        }
    }

    /// 权责清单675项、告知承诺清单26项、“最多跑一次”事项192项,占比87%: what stands in one breath with the figure, other things
    /// that are none of its whole.
    func siblings(before part: Int) -> Range<Int> {
        var first = part
        while first > 0, items[first].marks.isBehindPause, items[first].family == .other, items[first].marker == nil,
            items[first - 1].sentence == items[part].sentence, items[first - 1].family == .other
        {
            first -= 1
        }
        return first..<part
    }

    mutating func findShare(_ index: Int, part: Int) {
        guard part >= 0, items[part].role == .count, isListed(items[part]), items[part].numeral.isExact,
            !items[index].percentage.isOfThat, !isNumberOfKinds(items[part]), !areOfOwnSum(index, part)
        else { return }
        if let whole = wholeInBracket(behind: index, part) ?? totalBehind(index) {
            shares.append(
                ClaimShare(
                    percentage: items[index].claim,
                    part: items[part].claim,
                    wholes: [items[whole].claim],
                    readings: [],
                    decimals: items[index].numeral.decimals
                )
            )
            return
        }
        let counted = countedWholes(index, part)
        var readings = tableWholes(index, part)
        // 在已答复的9件申请中,予以公开7件,占总数的70%: of those, or of all that came in.
        let isKnown = counted.areKnown && !(items[index].percentage.isOfTotal && items[part].isLooselyMarked)
        let isOfTable = isKnown || !readings.isEmpty
        // 从申请内容看,涉及征收的46件,占45.1%: of the table's applications, if a share beside it is.
        if !isOfTable, counted.wholes.isEmpty, paths.isRevised, items[part].numeral.unit == .cases {
            readings = [paths.applications("received"), paths.applications("processed_total")]
        }
        guard isOfTable || !readings.isEmpty || !counted.wholes.isEmpty else { return }
        let isLone = !isOfTable && isLone(index, part: part)
        // 二者之和占办结总数(22件)的36.36%.
        let isOfNamed = index > 0 && items[index - 1].words.contains(.share) && items[index - 1].isOfSum
        shares.append(
            ClaimShare(
                percentage: items[index].claim,
                part: items[part].claim,
                wholes: counted.wholes,
                readings: readings,
                decimals: items[index].numeral.decimals,
                isKnown: isOfTable || isLone,
                isOfSum: items[index].isOfSum || isOfNamed
            )
        )
        if isLone { shares[shares.count - 1].ground = .lone }
    }

    /// 印发文件60件,主动公开15件,占25%; 公开信息242条,网站占82.6%(200条): nothing else in the sentence has a number.
    private func isLone(_ index: Int, part: Int) -> Bool {
        let (share, counted) = (items[index], items[part])
        let others = items.filter { $0.sentence == share.sentence }
        guard others.count == 3, others[0].role == .count, part > 0, others[1].sentence == share.sentence,
            share.numeral.decimals > 0, !share.percentage.isOfTotal, !share.isOfSum
        else { return false }
        let whole = others[0]
        let isBehind = share.numeral.start > counted.numeral.start
        return whole.numeral.start < counted.numeral.start && whole.numeral.isExact && whole.numeral.unit.countsPapers
            && whole.numeral.unit == counted.numeral.unit && whole.family == .other && counted.family == .other
            && !whole.isOfOtherYears && !counted.isOfOtherYears && !share.isOfOtherYears
            && whole.marker == nil && counted.marker == nil && !counted.sum.isSubtotal && !counted.marks.isBehindPause
            && !counted.words.meets([.total, .cumulative, .quality, .up, .down])
            && share.ownWords.isWithin(isBehind ? Self.ofShare : Self.ofShare.union(.media))
            && whole.clause + 1 == min(share.clause, counted.clause)
    }

    private static let ofShare: TermSet = [.share, .filler]

    /// 回访94名,60名表示满意,满意率63.8%.
    mutating func findContent(_ index: Int) {
        guard items[index].percentage.isOfContent, index > 1 else { return }
        let part = items[index - 1]
        let wholes = items[..<(index - 1)].filter {
            $0.sentence == part.sentence && $0.role == .count && $0.numeral.isExact
                && $0.numeral.unit == part.numeral.unit && !$0.isOfOtherYears
        }
        guard !wholes.isEmpty else { return }
        var share = ClaimShare(
            percentage: items[index].claim,
            part: part.claim,
            wholes: wholes.reversed().map(\.claim),
            readings: [],
            decimals: items[index].numeral.decimals
        )
        share.ground = .content
        shares.append(share)
    }

    /// 予以公开22件,占办结总数52件的42.3%.
    mutating func findShareOfNamed(_ index: Int) {
        guard index > 1, items[index - 1].words.contains(.share), items[index - 1].role == .count,
            items[index - 2].role == .count, items[index - 2].sentence == items[index].sentence,
            items[index - 1].sentence == items[index].sentence, items[index - 2].numeral.isExact,
            items[index - 2].numeral.unit == items[index - 1].numeral.unit,
            !isBehindList(index - 2) || namesWholeAgain(index - 1)
        else { return }
        shares.append(
            ClaimShare(
                percentage: items[index].claim,
                part: items[index - 2].claim,
                wholes: [items[index - 1].claim],
                readings: [],
                decimals: items[index].numeral.decimals,
                isOfSum: items[index - 1].isOfSum
            )
        )
    }

    /// 其中信函27件,占总申请量46件的58.7%,网络14件: the whole of which the share behind it is, and no part.
    func isWholeOfShare(_ index: Int) -> Bool {
        index + 1 < items.count && items[index].ownWords.contains(.share) && items[index + 1].numeral.unit == .percent
            && items[index + 1].sentence == items[index].sentence
            && items[index + 1].clause == items[index].clause
    }

    /// 收到46件,其中信函27件,占总申请量46件的58.7%: the list's whole is named once more, so that the share is the part's.
    private func namesWholeAgain(_ index: Int) -> Bool {
        guard index > 1, items[index - 1].marker == .amongThem else { return false }
        // 收到46件。其中信函27件,占申请总数46件的58.7%.
        let sentence = items[index].sentence - (items[index - 1].opensSentence ? 1 : 0)
        return items[index - 2].role == .count && items[index - 2].sentence == sentence
            && items[index - 2].numeral.value == items[index].numeral.value
    }

    /// 复议19件,其中维持10件、未审结3件,占复议总数412件的4.6%: the share may be that of the whole.
    private func isBehindList(_ index: Int) -> Bool {
        items[...index].contains { $0.sentence == items[index].sentence && $0.marker != nil }
    }

    /// 占67.3%(35件): the count stands in a bracket directly behind.
    func isFollowedByCount(_ index: Int) -> Bool {
        guard index + 1 < items.count else { return false }
        let next = items[index + 1]
        return next.marks.isAloneInBracket && next.role == .count && next.sentence == items[index].sentence
            && next.depth == items[index].depth + 1 && next.clause == items[index].clause + 1
    }

    func hasShare(_ index: Int) -> Bool {
        index + 1 < items.count && items[index + 1].role == .share && items[index + 1].percentage.isBeside
    }

    static let ofApplications: [ClaimFamily] = [.outcome, .applicant, .means, .handling, .intake]
}
