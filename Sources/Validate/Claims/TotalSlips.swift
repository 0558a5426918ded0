internal import Model

/// Totals behind what they are the sum of, which are one slip of the pen away from it: 网站9640条,新媒体5310条,两类渠道合计14590条.
struct TotalSlips {
    private let claims: [Claim]

    init(_ report: Report) {
        claims = report.claims
    }

    /// A total that should be another.
    struct Slip {
        var total: Int
        var parts: [Int]
        var right: Quantity
    }

    func slips() -> [Slip] {
        claims.indices.compactMap { index in
            guard let count = claims[index].total, let value = claims[index].value else { return nil }
            return slip(index, value, count)
        }
    }

    private func slip(_ index: Int, _ value: Quantity, _ count: Int) -> Slip? {
        let before = parts(before: index)
        guard before.count > 1 else { return nil }
        var sum = claims[before[0]].value ?? Quantity(0)
        var found: Slip?
        for (offset, part) in before.enumerated().dropFirst() {
            sum = sum + (claims[part].value ?? Quantity(0))
            if sum == value { return nil }
            let isSaid = count == offset + 1 && Nearness.isNear(sum, value)
            if found == nil, count == 0 || count == offset + 1, isSaid || Nearness.isSlipOfPen(value, sum) {
                found = Slip(total: index, parts: Array(before[...offset].reversed()), right: sum)
            }
        }
        return found
    }

    private static let reach = 8
    private static let fewest = Quantity(9)

    /// The exact figures directly before it in its sentence and its unit, the nearest first.
    private func parts(before index: Int) -> [Int] {
        var parts: [Int] = []
        for place in claims[..<index].indices.suffix(2 * Self.reach).reversed() {
            let claim = claims[place]
            guard claim.sentence == claims[index].sentence else { break }
            if claim.unit == "%" { continue }
            // 三个平台合计5359条: how many there are of them.
            if claim.unit != claims[index].unit, claim.value.map({ $0 <= Self.fewest }) ?? false { continue }
            guard claim.unit == claims[index].unit, claim.value != nil, !claim.key.hasPrefix(Claim.growth) else {
                break
            }
            parts.append(place)
        }
        return parts
    }
}
