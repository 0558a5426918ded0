internal import Model

/// A percentage of which the text does not say what it is of, held against the figures before it.
struct ShareGround {
    private let share: ClaimShare
    private let claims: [Claim]

    init(_ share: ClaimShare, _ claims: [Claim]) {
        self.share = share
        self.claims = claims
    }

    /// Whether a percentage that is that of none of the `wholes` can be right all the same.
    func isWrong(_ printed: Quantity, _ part: Quantity, _ wholes: [Quantity]) -> Bool {
        switch share.ground {
        case .told: true
        case .lone: !isOfAnother(printed, part, wholes)
        case .content: isTooSmall(printed, part, wholes) || isSlip(printed, part, wholes)
        }
    }

    /// 建议60件,提案15件,占20%: of both together; or of any figure that the text has elsewhere, since two decimals of two
    /// figures hardly agree by chance.
    private func isOfAnother(_ printed: Quantity, _ part: Quantity, _ wholes: [Quantity]) -> Bool {
        let unit = claims[share.part].unit
        let others = claims.lazy.filter { $0.unit == unit || $0.unit == nil }.compactMap(\.value)
        return wholes.contains { ClaimPercentage.follows(printed, share.decimals, part, $0 + part) }
            || others.contains { $0 >= part && ClaimPercentage.follows(printed, share.decimals, part, $0) }
    }

    /// Those who are nearly content may be counted among the content, and never make them fewer.
    private func isTooSmall(_ printed: Quantity, _ part: Quantity, _ wholes: [Quantity]) -> Bool {
        guard let largest = wholes.max() else { return false }
        return printed < ClaimPercentage.percentage(part, largest, decimals: share.decimals)
    }

    private func isSlip(_ printed: Quantity, _ part: Quantity, _ wholes: [Quantity]) -> Bool {
        wholes.contains { whole in
            let right = ClaimPercentage.percentage(part, whole, decimals: share.decimals)
            return Nearness.isSlipOfPen(printed, right, isRelated: true)
        }
    }
}
