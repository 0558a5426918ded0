internal import Model

/// Finds, among the figures of a stretch, the growth figures that stand beside what they follow from.
struct GrowthFinder {
    let items: [ClaimItem]
    let claims: [Claim]

    func growths() -> [ClaimGrowth] {
        items.indices.compactMap { index in
            guard items[index].role == .growth else { return nil }
            switch items[index].numeral.unit {
            case .percent: return percentage(index)
            case .points: return points(index)
            default: return change(index)
            }
        }
    }

    /// How many figures before it a growth may speak of.
    private static let reach = 3
    private static let named = TermSet.nouns.union([.disclose, .publish, .post]).union(.media)

    /// 收到15件,比上年增加3件,增长25%; 由12件上升至15件,增长25%; 较上年的12件增长25%.
    private func percentage(_ index: Int) -> ClaimGrowth? {
        guard index > 0 else { return nil }
        guard items[index].percentage.isBeside else { return named(index) }
        let last = items[index - 1]
        var place = index - 1
        var change: Int?
        if last.role == .growth {
            guard last.numeral.unit != .percent, last.numeral.unit != .points, last.numeral.isExact,
                !isOfPart(index - 1)
            else { return nil }
            change = last.claim
            place -= 1
        }
        var (now, before) = levels(from: place, unit: last.numeral.unit, of: items[index])
        // 公开612条,其中文件47条、其他86条;信息总量较上年(510条)增长20%: of what the list is of.
        if !now.isEmpty {
            now += counts(before: place, in: items[place].sentence, last.numeral.unit).filter { !now.contains($0) }
        }
        if now.isEmpty, place > 0 {
            // 收到6件,已答复6件。同比2015年的8件减少25%.
            now = counts(before: place + 1, in: items[index].sentence - 1, last.numeral.unit)
            // 微博发布789条。主动公开信息数较上年增加56条,增幅21.2%: of what its own words name.
            if change != nil, last.words.meets(Self.named) {
                now.removeAll { Claim.growth + claims[$0].key != claims[last.claim].key }
            }
        }
        now += wholes(before: index, last.numeral.unit, besides: now)
        var former = before
        // 增加132条,增长13.3%,全年为1126条,2023年为994条.
        if now.isEmpty, former.isEmpty { (now, former) = levelsBehind(index, change == nil ? nil : last.numeral.unit) }
        if let next = formerBehind(index, last.numeral.unit) { former.insert(next, at: 0) }
        // 同比上升22.5%,较上年净增45件.
        if change == nil, former.isEmpty { change = changeBehind(index, unit: last.numeral.unit) }
        // 比2020年的64件增加7件,增幅10.9%: this year's is what they make.
        guard change != nil || !former.isEmpty, !now.isEmpty || change != nil && !former.isEmpty else { return nil }
        return ClaimGrowth(
            growth: items[index].claim,
            now: now,
            before: former,
            change: change,
            decimals: items[index].numeral.decimals
        )
    }

    /// 由28%提高到30%,提高2个百分点.
    private func points(_ index: Int) -> ClaimGrowth? {
        // 由2020年的28%提高到30%,较上年提高1个百分点: over another year.
        guard index > 1, items[index].percentage.isBeside, items[index].numeral.isExact,
            !items[index].ownWords.contains(.lastYear)
        else { return nil }
        let (now, before) = (items[index - 1], items[index - 2])
        guard
            [now, before].allSatisfy({
                $0.sentence == items[index].sentence && $0.depth == items[index].depth && $0.numeral.unit == .percent
                    && $0.role != .growth && $0.numeral.value != nil
            }), before.isOfOtherYears, !now.isOfOtherYears
        else { return nil }
        return ClaimGrowth(
            growth: items[index].claim,
            now: [now.claim],
            before: [before.claim],
            change: nil,
            decimals: items[index].numeral.decimals
        )
    }

    /// 新收申请同比增长22.2%(2023年为297件), where the number was said before.
    private func named(_ index: Int) -> ClaimGrowth? {
        guard let former = formerBehind(index, nil), claims[items[index].claim].key.hasPrefix(Claim.growth) else {
            return nil
        }
        let key = claims[items[index].claim].key.dropFirst(Claim.growth.count)
        let now = items[..<index].reversed().filter {
            claims[$0.claim].key == key && $0.role == .count && !$0.isOfOtherYears && $0.numeral.isExact
        }
        guard !now.isEmpty else { return nil }
        return ClaimGrowth(
            growth: items[index].claim,
            now: now.map(\.claim),
            before: [former],
            change: nil,
            decimals: items[index].numeral.decimals
        )
    }

    /// 去年12件,今年15件,增加3件.
    private func change(_ index: Int) -> ClaimGrowth? {
        guard index > 0, items[index].percentage.isBeside, items[index].numeral.value != nil else { return nil }
        let last = items[index - 1]
        let isSum = last.role == .money && claims[last.claim].unit == claims[items[index].claim].unit
        guard last.role == .count || isSum, last.numeral.unit == items[index].numeral.unit else { return nil }
        var (now, before) = levels(from: index - 1, unit: last.numeral.unit, of: items[index])
        // 同比增加9件(2021年49件).
        if let next = formerBehind(index, last.numeral.unit),
            items[index + 1].depth > items[index].depth
        {
            before = [next]
        }
        // 比上年增加4件,同比增长22.22%(2023年为18件).
        if before.isEmpty, index + 1 < items.count, items[index + 1].role == .growth,
            items[index + 1].numeral.unit == .percent, items[index + 1].sentence == items[index].sentence,
            let next = formerBehind(index + 1, last.numeral.unit), items[index + 2].depth > items[index].depth
        {
            before = [next]
        }
        guard !now.isEmpty, !before.isEmpty else { return nil }
        now += wholes(before: index, last.numeral.unit, besides: now)
        return ClaimGrowth(growth: items[index].claim, now: now, before: before, change: nil, decimals: 0)
    }

    /// 收到85件。其中,当面36件,网上49件。比上年的84件增长1.2%: what the list is of, where the figures of this year are its parts.
    private func wholes(before index: Int, _ unit: CountUnit, besides now: [Int]) -> [Int] {
        guard let first = items[..<index].firstIndex(where: { now.contains($0.claim) }) else { return [] }
        let sentence = items[first].sentence
        let opens = items[..<index].contains { $0.sentence == sentence && $0.opensSentence && $0.marker == .amongThem }
        return opens ? counts(before: index, in: sentence - 1, unit).filter { !now.contains($0) } : []
    }

    /// The counts of this year and of the year before among the figures that end at `place`.
    ///
    /// What stands in a bracket breaks down what stands before it: 收到137件(当面21件,网上116件),比上年增加19件.
    private func levels(from place: Int, unit: CountUnit, of growth: ClaimItem) -> (now: [Int], before: [Int]) {
        var now: [Int] = []
        var before: [Int] = []
        var index = place
        var seen = 0
        while index >= 0, seen < Self.reach, items[index].sentence == growth.sentence {
            let item = items[index]
            index -= 1
            if item.depth > growth.depth, !item.isOfOtherYears { continue }
            seen += 1
            guard item.role == .count || item.role == .money, item.numeral.unit == unit, item.numeral.value != nil,
                unit != .money || claims[item.claim].unit == claims[items[place].claim].unit
            else { continue }
            if item.isOfOtherYears { before.append(item.claim) } else { now.append(item.claim) }
            // 行政处罚857件,上年为812件;行政强制49件,同比减少3件: each row for itself.
            if item.isTableRow, item.marks.isBehindSemicolon { break }
        }
        return (now, before)
    }

    /// The counts of this year in a sentence, so far as they stand before `place`.
    private func counts(before place: Int, in sentence: Int, _ unit: CountUnit) -> [Int] {
        items[..<place].filter {
            $0.sentence == sentence && $0.role == .count && $0.numeral.unit == unit && !$0.isOfOtherYears
                && $0.numeral.value != nil
        }.map(\.claim)
    }

    /// 同比增加41条,其中公告增加22条; 同比增长15%,网络申请增加3件: whether behind a growth another names what it is of.
    private func isOfPart(_ index: Int) -> Bool {
        guard index > 0, items[index - 1].role == .growth, items[index - 1].sentence == items[index].sentence else {
            return false
        }
        return items[index].marker != nil || items[index].percentage.namesOwn || items[index].ownWords.meets(Self.kinds)
            || claims[items[index].claim].key != claims[items[index - 1].claim].key
    }

    private static let kinds = TermSet.means.union(.applicants)

    private func changeBehind(_ index: Int, unit: CountUnit) -> Int? {
        guard index + 1 < items.count else { return nil }
        let next = items[index + 1]
        guard next.role == .growth, next.numeral.unit == unit, next.sentence == items[index].sentence,
            next.depth == items[index].depth, next.clause == items[index].clause + 1, next.numeral.isExact,
            !isOfPart(index + 1)
        else { return nil }
        return next.claim
    }

    /// The counts of this year and of another among the two figures behind a growth.
    private func levelsBehind(_ index: Int, _ unit: CountUnit?) -> (now: [Int], before: [Int]) {
        let behind = items[(index + 1)..<min(items.count, index + 3)].prefix {
            $0.sentence == items[index].sentence && $0.depth == items[index].depth && $0.role == .count
                && $0.numeral.value != nil && (unit == nil || $0.numeral.unit == unit)
        }
        guard behind.count == 2, behind.first?.numeral.unit == behind.last?.numeral.unit,
            behind.count(where: \.isOfOtherYears) == 1
        else { return ([], []) }
        return (behind.filter { !$0.isOfOtherYears }.map(\.claim), behind.filter(\.isOfOtherYears).map(\.claim))
    }

    /// 同比下降11.8%(上年17件).
    private func formerBehind(_ index: Int, _ unit: CountUnit?) -> Int? {
        guard index + 1 < items.count else { return nil }
        let next = items[index + 1]
        guard next.sentence == items[index].sentence, next.clause == items[index].clause + 1, next.isOfOtherYears,
            next.role == .count, unit == nil || next.numeral.unit == unit, next.numeral.isExact
        else { return nil }
        return next.claim
    }
}
