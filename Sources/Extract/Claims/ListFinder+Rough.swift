internal import Model

/// Lists in 万, and rates of what was done in time.
extension ListFinder {
    private static let noParts: TermSet = [
        .total, .cumulative, .containing, .carriedIn, .carriedOut, .carry, .unhandled, .except, .quality, .lastYear,
        .up,
        .down, .etCetera, .mainly, .otherVerb, .process, .handle, .receive, .accept, .newly, .consultation, .proposal,
        .handOver, .filing, .adopted,
    ]
    private static let channels = TermSet.media.union([.publish, .disclose])

    // MARK: 公开信息5.94万条,其中网站4.98万条,新媒体3.56万条

    /// Rounded figures, which are no sum for certain, make too much where even their lower bounds do.
    mutating func findRough() {
        for first in items.indices.dropFirst() where items[first].marker == .amongThem && !items[first].opensSentence {
            let whole = first - 1
            guard isRough(whole), isRough(first), items[whole].sentence == items[first].sentence, !isPart[first],
                items[whole].marker == nil, !items[first].isLooselyMarked, !items[whole].words.meets(Self.noParts)
            else { continue }
            let parts = roughParts(from: first)
            // 网站4.98万条,评论3.56万条: what is not joined to the first must be published like it.
            let areAlike = parts.dropFirst().allSatisfy {
                items[$0].marks.isBehindPause || items[$0].ownWords.meets(Self.channels)
            }
            guard parts.count > 1, areAlike, items[parts[0]].family == .other, items[whole].family == .other else {
                continue
            }
            append([whole], parts, parts.count, isRespective: false)
            lists[lists.count - 1].isExhaustive = false
        }
    }

    private func isRough(_ index: Int) -> Bool {
        let numeral = items[index].numeral
        return isListed(items[index]) && !numeral.isExact && numeral.value != nil && numeral.low != nil
            && numeral.high != nil
    }

    /// The figures to the end of the sentence; none where something else stands among them.
    private func roughParts(from first: Int) -> [Int] {
        let head = items[first]
        var parts: [Int] = []
        for index in (first - 1)..<items.count {
            let item = items[index]
            guard item.sentence == head.sentence else { break }
            guard isRough(index), item.depth == head.depth, item.numeral.unit == head.numeral.unit, !isPart[index],
                index <= first || item.marker == nil, !item.marks.isBehindSemicolon,
                index < first || !item.words.meets(Self.noParts), !item.sum.isSubtotal, !item.sum.mayOverlap,
                !item.marks.isOutOfLast
            else { return [] }
            if index >= first { parts.append(index) }
        }
        return parts
    }

    // MARK: 受理111件,按时办结91件,按时办结率75.7%

    private static let otherMatters = TermSet.nouns.union([.late, .withdrawn])

    /// Those that were due are no more than those that came in, so that the rate is no less than their share.
    mutating func findRateInTime(_ index: Int, whole: ClaimItem, part: ClaimItem) {
        let rate = items[index]
        guard rate.ownWords.contains(.timely), part.ownWords.contains(.timely), part.ownWords.contains(.process),
            rate.ownWords.meets([.handlingRate, .answeringRate]), !rate.words.contains(.late),
            !part.words.meets(Self.otherMatters), isListed(part), isListed(whole), part.numeral.isExact,
            whole.numeral.isExact, whole.marker == nil, part.marker == nil, part.sentence == whole.sentence,
            part.depth == whole.depth, part.numeral.unit == whole.numeral.unit, whole.clause + 1 == part.clause,
            let printed = rate.numeral.high, let done = part.numeral.value, let all = whole.numeral.value, done <= all,
            all < Quantity(Self.most), printed <= Quantity(100),
            Self.product(printed, all) < Self.product(done, Quantity(100))
        else { return }
        shares.append(
            ClaimShare(
                percentage: rate.claim,
                part: part.claim,
                wholes: [whole.claim],
                readings: [],
                decimals: rate.numeral.decimals
            )
        )
    }

    /// So many of anything nobody counts.
    private static let most = 1_000_000_000

    private static func product(_ one: Quantity, _ other: Quantity) -> Quantity {
        Quantity(significand: one.significand &* other.significand, scale: one.scale + other.scale)
    }
}
