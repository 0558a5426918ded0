internal import Model

/// Figures of which the text gives bounds alone: 近100件, 不足100件, 100余件.
extension ClaimDoubt {
    /// How far beyond the bounds of 近 and 约 a number must lie to be wrong, in percent of the bound, and at least.
    private static let slack = 10
    private static let least = Quantity(2)

    /// What the text says, in the units of the tables; of bounds the one that is printed.
    func stated(_ claim: Claim) -> Quantity? {
        if let value = index.cells.inTableUnits(claim) { return value }
        return index.cells.inTableUnits(claim, claim.isLoose ? claim.high ?? claim.low : claim.low ?? claim.high)
    }

    /// 办结8件,其中按时办结8件, where the table has 7 in time and 1 extended, in the form of 2014: what was extended lawfully may be in
    /// time, too. What the table has in time, where that is another number.
    func lateOnes(_ place: Int) -> Quantity? {
        let claim = index.claims[place]
        guard claim.readings.first == [Self.onTime], claim.text.contains("其中"),
            case .number(let value, isCertain: true) = index.cells.value(at: Self.onTime), claim.value != value
        else { return nil }
        return value
    }

    private static let onTime = "statistics.closed.on_time.count"

    /// Whether the table's number is not far from what 近 or 约 may be said of: 近100件 of 104, and not of 130.
    func isNearEnough(_ claim: Claim, _ value: Quantity) -> Bool {
        guard claim.isLoose, let low = index.cells.inTableUnits(claim, claim.low),
            let high = index.cells.inTableUnits(claim, claim.high)
        else { return false }
        let bound = value < low ? low : high
        let distance = value < low ? low - value : value - high
        return distance < Self.least || distance.hundredfold <= bound.times(Self.slack)
    }
}

extension Quantity {
    fileprivate var hundredfold: Quantity { times(100) }

    fileprivate func times(_ factor: Int) -> Quantity {
        Quantity(significand: significand &* factor, scale: scale)
    }
}
