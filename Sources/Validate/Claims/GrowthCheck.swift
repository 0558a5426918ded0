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
        if isExplained(growth) { return true }
        // The figure itself is wrong beside the table, from whose number the growth follows: that is said already.
        return growth.now.contains { index in
            guard let now = cells.contradicted(index) else { return false }
            return growth.before.contains { claims[$0].value.map { follows(growth, from: $0, to: now) } ?? false }
                || growth.change.flatMap { claims[$0].value }.map { follows(growth, from: now - $0, to: now) } ?? false
        }
    }

    /// Whether the growth is that of another figure that the text told before, or of what the table says came in or was
    /// dealt with: 新收1460件,…办结1443件,2021年新收1315件,同比增长11.03%.
    private func isExplained(_ growth: ClaimGrowth) -> Bool {
        guard claims[growth.growth].unit == "%" else { return isDifference(growth) }
        let before = growth.before.compactMap { claims[$0].value }
        let change = growth.change.flatMap { claims[$0].value }
        // 上年15件,本年增加3件,增长20%.
        if let change,
            before.contains(where: { $0 + change > Quantity(0) && follows(growth, from: $0, to: $0 + change) })
        {
            return true
        }
        let totals = Self.totals.compactMap { path -> Quantity? in
            guard case .number(let value, _) = cells.value(at: path) else { return nil }
            return value
        }
        if let change, totals.contains(where: { change < $0 && follows(growth, from: $0 - change, to: $0) }) {
            return true
        }
        let figures = claims[max(0, growth.growth - Self.reach)..<growth.growth].filter { $0.unit != "%" }
        let told = growth.decimals > 1 ? figures.compactMap(\.value) : []
        return (totals + told).contains { now in before.contains { follows(growth, from: $0, to: now) } }
    }

    /// Whether two figures of its sentence differ by it: 共3件,已审结2件,1件未审结;较2020年的5件减少2件.
    private func isDifference(_ growth: ClaimGrowth) -> Bool {
        let own = claims[growth.growth]
        let beside = claims[max(0, growth.growth - Self.reach)..<growth.growth].filter {
            $0.sentence == own.sentence && $0.unit == own.unit && $0.value != nil
        }
        return growth.before.contains { place in
            guard let before = claims[place].value else { return false }
            return beside.contains { follows(growth, from: before, to: $0.value ?? before) }
        }
    }

    private static let totals = ["applications.received.total", "applications.processed_total.total"]
    /// How many figures before it a growth may be of.
    private static let reach = 12

    /// What the growth comes to between the nearest two figures, with as many decimals as are printed.
    func right(_ growth: ClaimGrowth) -> Quantity? {
        guard let pair = pairs(growth).first, let (now, before) = Self.units(pair.now, pair.before), before > 0 else {
            return nil
        }
        let decimals = min(growth.decimals, 6)
        let doubled = 200 * Quantity.power(decimals) * (now - before)
        let units = (doubled + (doubled < 0 ? -before : before)) / (2 * before)
        return Int(exactly: units).map { Quantity(significand: $0, scale: decimals) }
    }

    private func pairs(_ growth: ClaimGrowth) -> [(now: Quantity, before: Quantity)] {
        // 新收的申请比上年的64件增加7件,增幅10.9%: this year's is not said.
        if growth.now.isEmpty, let change = growth.change.flatMap({ claims[$0].value }) {
            return growth.before.compactMap { claims[$0].value.map { ($0 + change, $0) } }
        }
        return growth.now.flatMap { now -> [(now: Quantity, before: Quantity)] in
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
        guard let (now, before) = Self.units(now, before), before > 0 else { return true }
        // Within one unit of the last digit, because many cut where they should round.
        let decimals = min(growth.decimals, 6)
        let exact = 100 * Quantity.power(decimals) * (now - before)
        if let low = claim.low, (low.units(of: decimals) - 1) * before > exact { return false }
        if let high = claim.high, (high.units(of: decimals) + 1) * before < exact { return false }
        return true
    }

    /// Two levels in units of the last digit that either is printed with; nil where they are too large to reckon with.
    private static func units(_ now: Quantity, _ before: Quantity) -> (now: Int128, before: Int128)? {
        let scale = max(now.scale, before.scale)
        guard scale <= 6 else { return nil }
        let (now, before) = (now.units(of: scale), before.units(of: scale))
        let limit = Int128(1_000_000_000) * Quantity.power(scale)
        return now < limit && before < limit ? (now, before) : nil
    }
}
