/// An exact decimal number: `significand` × 10^−`scale`, in lowest terms, so that equal numbers are equal values.
///
/// Counts have scale 0; amounts of money keep the decimals that were printed.
package struct Quantity: Sendable, Hashable, Comparable {
    /// The digits without the decimal point, with the sign.
    package let significand: Int
    /// How many of the digits are decimals.
    package let scale: Int

    /// The largest number of digits that a quantity may have; a longer run of digits is no number of a report.
    package static let maximumDigits = 15

    package init(_ value: Int) {
        significand = value
        scale = 0
    }

    /// - Parameters:
    ///   - significand: the digits without the point; at most `maximumDigits` of them.
    ///   - scale: how many of them are decimals, not negative.
    package init(significand: Int, scale: Int) {
        var digits = significand
        var places = scale
        while places > 0, digits % 10 == 0 {
            digits /= 10
            places -= 1
        }
        self.significand = digits
        self.scale = places
    }

    /// The whole number that this is, or nil where it has decimals.
    package var whole: Int? { scale == 0 ? significand : nil }

    package static func + (left: Self, right: Self) -> Self {
        let scale = max(left.scale, right.scale)
        return Self(significand: left.significand(at: scale) &+ right.significand(at: scale), scale: scale)
    }

    package static func - (left: Self, right: Self) -> Self {
        left + Self(significand: 0 &- right.significand, scale: right.scale)
    }

    package static func < (left: Self, right: Self) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.significand(at: scale) < right.significand(at: scale)
    }

    /// The digits with so many decimals, or with its own where it has more. Wraps on overflow, as sums do: only numbers
    /// beyond all that a report can count come there, and must not trap.
    package func significand(at other: Int) -> Int {
        var digits = significand
        for _ in scale..<max(other, scale) { digits = digits &* 10 }
        return digits
    }
}

extension Quantity: CustomStringConvertible {
    /// The number as JSON and people write it: `6`, `-11`, `4068.208`.
    package var description: String {
        guard scale > 0 else { return String(significand) }
        let digits = String(significand.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        let split = padded.index(padded.endIndex, offsetBy: -scale)
        return (significand < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
    }
}
