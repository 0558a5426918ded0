internal import Model

/// Products of printed numbers, which 64 bits need not hold.
extension Quantity {
    /// 10^`exponent`; `exponent` is at most 15.
    static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    /// The number in units of 10^−`decimals`, without what is smaller; `decimals` is at most 15.
    func units(of decimals: Int) -> Int128 {
        let digits = Int128(significand)
        return decimals >= scale
            ? digits * Self.power(decimals - scale) : digits / Self.power(min(scale - decimals, 18))
    }
}
