internal import Model

extension ClaimListSum {
    /// 公开信息4363条。其中公众号推送353条,微博3527条,短视频158条。此外,网站专栏公开325条: whether the figures of the sentences behind the
    /// list make up what it lacks.
    func isMadeUpBehind(_ list: ClaimList, _ sum: Quantity, _ whole: Quantity, _ claims: [Claim]) -> Bool {
        guard let last = list.parts.last, last + 1 < claims.count else { return false }
        var total = sum
        for claim in claims[(last + 1)...].prefix(Self.mostBehind) {
            guard claim.line == claims[last].line else { return false }
            guard claim.sentence != claims[last].sentence, claim.unit == claims[last].unit, let value = claim.value
            else { continue }
            total = total + value
            if total == whole { return true }
        }
        return false
    }

    private static let mostBehind = 8
}
