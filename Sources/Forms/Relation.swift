package import Model

/// An arithmetic relation of a form, as data: one engine checks them all.
///
/// It stands for as many instances as it has places to be checked at: one for each column, or one for each row.
package struct Relation: Sendable {
    /// The identifier of the rule in findings.
    package var rule: String
    /// A stable name of this relation among those of the same rule: `B03`.
    package var code: String
    package var table: String
    package var shape: Shape
    package var comparison: Comparison
    package var severity: Finding.Severity
    /// The severity where the parts fall short of their total, where that is another one.
    package var shortfallSeverity: Finding.Severity?
    package var basis: String

    package enum Shape: Sendable {
        /// For each of the columns: rows against rows.
        case eachColumn(columns: [String], left: [String], right: [String])
        /// For each of the rows: columns against columns.
        case eachRow(rows: [String], left: [String], right: [String])
    }

    package enum Comparison: Sendable {
        /// The left side is one total, and equals the sum of the right side, its parts.
        case totalOfParts
        /// Both sides are sums and are equal; neither is the other's total.
        case equalSums
        /// The sum of the left side is at most the sum of the right side.
        case atMost
        /// The sum of the left side is at least the first minus the others of the right side.
        case atLeastDifference
        /// The left side is at least the largest of the right side.
        case atLeastLargest
    }
}
