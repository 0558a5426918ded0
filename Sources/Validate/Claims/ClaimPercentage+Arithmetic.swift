internal import Model

/// Percentages as reports round them.
extension ClaimPercentage {
    /// Whether the percentage is within one and a half units of its last digit: half a unit for rounding, one more
    /// where the shares were made to add up to a hundred.
    static func follows(_ printed: Quantity, _ decimals: Int, _ part: Quantity, _ whole: Quantity) -> Bool {
        // |printed − 100·part/whole| ≤ 1.5·10^−decimals, without division.
        guard let part = part.whole, let whole = whole.whole, whole < 1_000_000_000, printed <= Quantity(1000) else {
            return true
        }
        let places = min(decimals, 6)
        let difference = printed.units(of: places) * Int128(whole) - 100 * Quantity.power(places) * Int128(part)
        return 2 * difference.magnitude <= 3 * Int128(whole).magnitude
    }

    static func percentage(_ part: Quantity, _ whole: Quantity, decimals: Int) -> Quantity {
        let places = min(decimals, 6)
        let divisor = Int128(max(1, whole.whole ?? 1))
        let units = (200 * Quantity.power(places) * Int128(part.whole ?? 0) + divisor) / (2 * divisor)
        return Quantity(significand: Int(clamping: units), scale: places)
    }
}
