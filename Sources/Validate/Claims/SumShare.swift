internal import Model

/// The share of several figures taken together: 予以公开4件、部分公开4件,二者合计占36.4%.
struct SumShare {
    private let share: ClaimShare
    private let claims: [Claim]

    init(_ share: ClaimShare, _ claims: [Claim]) {
        self.share = share
        self.claims = claims
    }

    /// What the share should be, of which figures.
    struct Slip {
        var parts: [Int]
        var sum: Quantity
        var whole: Quantity
        var right: Quantity
    }

    /// How it is wrong, or nil where it may be right: where it is the share of some of the figures before it, or where the
    /// text does not say of how many and no slip of the pen leads to it.
    func slip(_ printed: Quantity, _ wholes: [Quantity]) -> Slip? {
        guard share.decimals > 0 else { return nil }
        let slips = slips(wholes)
        if slips.contains(where: { ClaimPercentage.follows(printed, share.decimals, $0.sum, $0.whole) }) { return nil }
        return slips.first { slip in
            guard slip.parts.count > 1 else { return false }
            return count.map { $0 == slip.parts.count }
                ?? Nearness.isSlipOfPen(printed, slip.right, isRelated: true)
        }
    }

    /// Whether it is the share of two or more of the figures before it, though no word says so.
    func follows(_ printed: Quantity, _ wholes: [Quantity]) -> Bool {
        share.decimals > 0
            && slips(wholes).contains {
                $0.parts.count > 1 && ClaimPercentage.follows(printed, share.decimals, $0.sum, $0.whole)
            }
    }

    /// The shares of the last figure, the last two and so on in each of the wholes that can hold them.
    private func slips(_ wholes: [Quantity]) -> [Slip] {
        let parts = parts
        var sum = Quantity(0)
        return parts.indices.flatMap { offset -> [Slip] in
            sum = sum + (claims[parts[offset]].value ?? Quantity(0))
            return wholes.filter { sum <= $0 && $0 > Quantity(0) }.map { whole in
                Slip(
                    parts: parts[...offset].reversed(),
                    sum: sum,
                    whole: whole,
                    right: ClaimPercentage.percentage(sum, whole, decimals: share.decimals)
                )
            }
        }
    }

    private static let reach = 8

    /// The figures that it may be of, the nearest first.
    private var parts: [Int] {
        let last = claims[share.part]
        let before = claims[...share.part].indices.suffix(2 * Self.reach).reversed()
        let beside = before.filter { claims[$0].unit != "%" }.prefix {
            claims[$0].sentence == last.sentence && claims[$0].unit == last.unit && claims[$0].value != nil
        }
        return Array(beside.prefix(Self.reach))
    }

    /// Of how many the words say that it is the share.
    private var count: Int? {
        let text = claims[share.percentage].text
        if ["二者", "两者", "两项", "两类"].contains(where: text.contains) { return 2 }
        return ["三者", "三项", "三类"].contains(where: text.contains) ? 3 : nil
    }
}
