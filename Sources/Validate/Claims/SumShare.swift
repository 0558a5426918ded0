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
        var whole: Quantity
        var right: Quantity
    }

    /// How it is wrong, or nil where it may be right: where it is the share of some of the figures before it, or where the
    /// text does not say of how many and no slip of the pen leads to it.
    func slip(_ printed: Quantity, _ wholes: [Quantity]) -> Slip? {
        guard share.decimals > 0 else { return nil }
        let parts = parts
        var sum = Quantity(0)
        var found: Slip?
        for (offset, part) in parts.enumerated() {
            sum = sum + (claims[part].value ?? Quantity(0))
            for whole in wholes where sum <= whole && whole > Quantity(0) {
                if ClaimPercentage.follows(printed, share.decimals, sum, whole) { return nil }
                let right = ClaimPercentage.percentage(sum, whole, decimals: share.decimals)
                guard found == nil, offset > 0, count == offset + 1 || count == nil && isSlip(printed, right) else {
                    continue
                }
                found = Slip(parts: parts[...offset].reversed(), whole: whole, right: right)
            }
        }
        return found
    }

    /// Whether it is the share of two or more of the figures before it, though no word says so.
    func follows(_ printed: Quantity, _ wholes: [Quantity]) -> Bool {
        guard share.decimals > 0 else { return false }
        var sum = Quantity(0)
        for (offset, part) in parts.enumerated() {
            sum = sum + (claims[part].value ?? Quantity(0))
            let isOfSome = wholes.contains {
                $0 >= sum && $0 > Quantity(0) && ClaimPercentage.follows(printed, share.decimals, sum, $0)
            }
            if offset > 0, isOfSome { return true }
        }
        return false
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

    private func isSlip(_ printed: Quantity, _ right: Quantity) -> Bool {
        let said = Quantity(Int(clamping: printed.units(of: share.decimals)))
        switch Quantity(Int(clamping: right.units(of: share.decimals))).slip(to: said) {
        case .transposed: return true
        case .changed: return said >= Quantity(1000)
        case .added, .dropped, nil: return false
        }
    }
}
