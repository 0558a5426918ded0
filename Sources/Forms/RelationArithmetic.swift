package import Model

/// The two sides of a relation, and whether they agree.
package enum RelationArithmetic {
    /// The sums of both sides, and whether the comparison holds.
    package static func sides(
        _ comparison: Relation.Comparison,
        left: [Quantity],
        right: [Quantity]
    ) -> (left: Quantity, right: Quantity, holds: Bool) {
        let sum = left.reduce(Quantity(0), +)
        let parts = right.reduce(Quantity(0), +)
        switch comparison {
        case .totalOfParts, .equalSums: return (sum, parts, sum == parts)
        case .atMost: return (sum, parts, sum <= parts)
        case .atLeastDifference:
            let difference = right.dropFirst().reduce(right.first ?? Quantity(0), -)
            return (sum, difference, sum >= difference)
        case .atLeastLargest:
            let largest = right.max() ?? Quantity(0)
            return (sum, largest, sum >= largest)
        }
    }
}
