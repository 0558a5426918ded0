internal import Bytes
internal import Model

/// Percentages of which the text does not say for certain what they are of, but which are one slip of the pen away from
/// that of two figures beside them: 行政许可5647件、…总计6093件,其中行政许可占96.28%, where it is 92.68%.
///
/// A percentage that has nothing to do with the figures beside it is hardly so near to one that has.
struct PercentageSlips {
    private let claims: [Claim]
    /// The percentages that are held to what they are of.
    private let told: Set<Int>

    init(_ report: Report) {
        claims = report.claims
        told = Set(report.claimShares.filter(\.isKnown).map(\.percentage) + report.claimGrowths.map(\.growth))
    }

    /// A percentage that should be another.
    struct Slip {
        var percentage: Int
        var part: Int
        var whole: Int
        var right: Quantity
    }

    func slips() -> [Slip] {
        claims.indices.compactMap { index in
            guard claims[index].unit == "%", !told.contains(index), let printed = claims[index].value,
                printed.scale > 0,
                printed.scale < 4, printed < Quantity(100)
            else { return nil }
            return slip(index, printed)
        }
    }

    /// How many figures beside a percentage it may be of.
    private static let reach = 6
    /// Of fewer, too many percentages are alike.
    private static let least = Quantity(10)

    private func slip(_ index: Int, _ printed: Quantity) -> Slip? {
        let beside = figures(beside: index)
        guard beside.count > 1 else { return nil }
        let scale = printed.scale
        let said = Int(clamping: printed.units(of: scale))
        let isGrowth = claims[index].key.hasPrefix(Claim.growth)
        var found: Slip?
        for part in beside {
            for whole in beside where whole != part && claims[whole].unit == claims[part].unit {
                if areSiblings(part, whole, index) { continue }
                guard let right = percentage(part, whole, scale, isGrowth) else { continue }
                if abs(right - said) < 2 { return nil }
                // 两项合计的占比: of those two together.
                if let both = percentage(part, whole, scale, !isGrowth), abs(both - said) < 2 { return nil }
                let isNext = beside.first == part || beside.first == whole
                let exact = Quantity(significand: right, scale: scale)
                if found == nil, isNext, Nearness.isSlipOfPen(printed, exact) {
                    found = Slip(percentage: index, part: part, whole: whole, right: exact)
                }
            }
        }
        guard !isOfSums(beside, said, scale) else { return nil }
        return found
    }

    /// 涉及征收的458件,占13.8%,涉及审批的1441件,占43.3%: each of them has its own share, and neither is the other's whole.
    private func areSiblings(_ part: Int, _ whole: Int, _ index: Int) -> Bool {
        part + 1 == index && hasShare(whole) || whole + 1 == index && hasShare(part)
    }

    private func hasShare(_ place: Int) -> Bool {
        place + 1 < claims.count && claims[place + 1].unit == "%"
            && claims[place + 1].sentence == claims[place].sentence
            && (claims[place + 1].text.contains("占") || claims[place + 1].text.utf8.first.map(ASCII.isDigit) ?? false)
    }

    /// The exact counts of its sentence before it and directly behind it, the nearest first.
    private func figures(beside index: Int) -> [Int] {
        let before = claims[..<index].indices.suffix(2 * Self.reach).reversed()
        let behind = claims[(index + 1)...].indices.prefix(2)
        let all = Array(before) + Array(behind)
        return Array(
            all.filter {
                claims[$0].sentence == claims[index].sentence && claims[$0].unit != "%" && !claims[$0].isDenial
                    && claims[$0].value.map { $0 >= Quantity(1) } ?? false
            }.prefix(Self.reach)
        )
    }

    /// The share of one figure in another, or its growth from the other, in units of the last digit.
    private func percentage(_ part: Int, _ whole: Int, _ scale: Int, _ isGrowth: Bool) -> Int? {
        guard let part = claims[part].value, let whole = claims[whole].value, whole >= Self.least else { return nil }
        return Self.percentage(isGrowth ? part - whole : part, whole, scale)
    }

    private static func percentage(_ part: Quantity, _ whole: Quantity, _ scale: Int) -> Int? {
        let places = max(part.scale, whole.scale)
        guard places <= 4, part >= Quantity(0), part <= whole else { return nil }
        let (part, whole) = (part.units(of: places), whole.units(of: places))
        guard whole > 0, whole < 1_000_000_000_000 else { return nil }
        return Int(exactly: (200 * Quantity.power(scale) * part + whole) / (2 * whole))
    }

    /// Whether it is the share of several of the figures together, or of what they leave.
    private func isOfSums(_ beside: [Int], _ said: Int, _ scale: Int) -> Bool {
        let values = beside.compactMap { claims[$0].value }
        for first in values.indices {
            var sum = values[first]
            for next in values[(first + 1)...] {
                sum = sum + next
                for whole in values where whole >= Self.least {
                    let shares = [
                        Self.percentage(sum, whole, scale), Self.percentage(whole, sum, scale),
                        Self.percentage(whole - values[first], whole, scale),
                        Self.percentage(values[first], sum, scale),
                    ]
                    if shares.contains(where: { $0.map { abs($0 - said) < 2 } ?? false }) { return true }
                }
            }
        }
        return false
    }
}
