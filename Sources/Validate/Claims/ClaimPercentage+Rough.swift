internal import Model

/// Shares that are told roughly: 占近八成, 占80%以上.
extension ClaimPercentage {
    /// How many points such a share may be off: a share of 79.6% is called 八成以上.
    private static let slack = 1

    /// What is wrong with a share of which the text gives bounds, or nil where it lies within them for one of its wholes.
    func roughly(_ share: ClaimShare, _ part: Quantity, _ cells: ClaimCells, _ subject: Subject) -> Finding? {
        let claims = subject.report.claims
        let claim = claims[share.percentage]
        guard share.ground == .told, share.isKnown, !share.isOfSum, part > Quantity(0),
            claim.low != nil || claim.high != nil,
            cells.contradicted(share.part) == nil
        else { return nil }
        let wholes =
            wholes(of: share, claims, cells) + wholesOfApplicants(claims[share.part], cells).filter { $0 > part }
            + share.wholes.compactMap(cells.contradicted)
        guard let first = wholes.first, part <= first,
            !wholes.contains(where: { Self.isWithin(claim, part, $0) })
        else { return nil }
        let right = Self.percentage(part, first, decimals: 1)
        return finding(share, of: first, comesTo: right, actual: claim.low ?? claim.high, cells, subject)
    }

    private static func isWithin(_ claim: Claim, _ part: Quantity, _ whole: Quantity) -> Bool {
        guard whole >= part, whole > Quantity(0) else { return false }
        let share = percentage(part, whole, decimals: 1)
        if let low = claim.low, share + Quantity(slack) < low { return false }
        if let high = claim.high, high + Quantity(slack) < share { return false }
        return true
    }
}
