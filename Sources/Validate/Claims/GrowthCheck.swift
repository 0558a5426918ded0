internal import Model

/// Whether growth figures of the text follow from the figures beside them.
struct GrowthCheck {
    private let claims: [Claim]
    private let cells: ClaimCells

    init(_ report: Report) {
        claims = report.claims
        cells = ClaimCells(report: report)
    }

    /// Whether the growth is that between some two of the figures that it may be of.
    func follows(_ growth: ClaimGrowth) -> Bool {
        let pairs = pairs(growth)
        guard !pairs.isEmpty else { return true }
        if pairs.contains(where: { follows(growth, from: $0.before, to: $0.now) }) { return true }
        // The figure itself is wrong beside the table, from whose number the growth follows: that is said already.
        return growth.now.contains { index in
            guard let now = cells.contradicted(index) else { return false }
            return growth.before.contains { claims[$0].value.map { follows(growth, from: $0, to: now) } ?? false }
                || growth.change.flatMap { claims[$0].value }.map { follows(growth, from: now - $0, to: now) } ?? false
        }
    }

    /// What the growth comes to between the nearest two figures, with as many decimals as are printed.
    func right(_ growth: ClaimGrowth) -> Quantity? {
        guard let pair = pairs(growth).first, let now = pair.now.whole, let before = pair.before.whole, before > 0
        else {
            return nil
        }
        let decimals = min(growth.decimals, 6)
        let power = (0..<decimals).reduce(100) { power, _ in power * 10 }
        let doubled = 2 * power * (now - before)
        let units = (doubled + (doubled < 0 ? -before : before)) / (2 * before)
        return Quantity(significand: units, scale: decimals)
    }

    private func pairs(_ growth: ClaimGrowth) -> [(now: Quantity, before: Quantity)] {
        growth.now.flatMap { now -> [(now: Quantity, before: Quantity)] in
            guard let now = claims[now].value else { return [] }
            var pairs = growth.before.compactMap { claims[$0].value.map { (now, $0) } }
            if let change = growth.change.flatMap({ claims[$0].value }), change <= now {
                pairs.insert((now, now - change), at: 0)
            }
            return pairs
        }
    }

    private func follows(_ growth: ClaimGrowth, from before: Quantity, to now: Quantity) -> Bool {
        let claim = claims[growth.growth]
        guard claim.unit == "%" else {
            let change = now - before
            return (claim.low.map { $0 <= change } ?? true) && (claim.high.map { change <= $0 } ?? true)
        }
        guard let now = now.whole, let before = before.whole, before > 0, before < 1_000_000_000, now < 1_000_000_000
        else { return true }
        // Within one unit of the last digit, because many cut where they should round.
        let decimals = min(growth.decimals, 6)
        let power = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let exact = 100 * power * (now - before)
        if let low = claim.low, (low.shifted(by: decimals).significandAtUnits - 1) * before > exact { return false }
        if let high = claim.high, (high.shifted(by: decimals).significandAtUnits + 1) * before < exact { return false }
        return true
    }
}

extension Quantity {
    /// The number without what stands behind its point.
    fileprivate var significandAtUnits: Int {
        scale > 0 ? (0..<scale).reduce(significand) { value, _ in value / 10 } : significand
    }
}
