internal import Model

/// Shares whose total stands behind them.
extension ListFinder {
    /// 工作动态298条,占58.2%;通知公告130条,占25.4%;其他84条,占16.4%;共512条: the total behind the counts, if it is their sum and all
    /// of their shares but one are shares of it.
    func totalBehind(_ index: Int) -> Int? {
        let sentence = items[index].sentence
        var first = index
        while first > 0, items[first - 1].sentence == sentence { first -= 1 }
        var last = index
        while last + 1 < items.count, items[last + 1].sentence == sentence, last - first < Self.mostItems { last += 1 }
        guard (last - first) >= 6, (last - first) % 2 == 0, items[last].sum.isBareTotal, items[last].numeral.isExact,
            let total = items[last].numeral.value, total > Quantity(0)
        else { return nil }
        var sum = Quantity(0)
        var misses = 0
        for place in stride(from: first, to: last, by: 2) {
            let (count, share) = (items[place], items[place + 1])
            guard count.role == .count, share.role == .share, count.numeral.unit == items[last].numeral.unit,
                count.depth == items[last].depth, count.marker == nil, !count.isOfOtherYears,
                let value = count.numeral.value
            else { return nil }
            sum = sum + value
            if !isShare(share, value, of: total) { misses += 1 }
        }
        return sum == total && misses < 2 ? last : nil
    }

    func isShare(_ share: ClaimItem, _ part: Quantity, of whole: Quantity) -> Bool {
        let decimals = share.numeral.decimals
        guard let said = share.numeral.value, said <= Quantity(100), said.scale <= decimals, decimals < 5,
            let part = part.whole,
            let whole = whole.whole, max(part, whole, said.significand) < Self.most
        else { return false }
        let unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let units = (said.scale..<decimals).reduce(said.significand) { power, _ in power * 10 }
        let exact = 100 * unit * part
        return (units - 1) * whole <= exact && exact <= (units + 1) * whole
    }

    /// Larger numbers are told by nobody, and their products would not fit.
    private static let most = 1_000_000_000
    private static let mostItems = 60
}
