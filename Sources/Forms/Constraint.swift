package import Model

/// A linear relation between the numbers of one report: what the relations of the forms come to at each of their
/// places, and what a user's own rule states.
///
/// The sum of the left side is compared with the sum of the right side. A blank adds nothing; where the total is blank
/// the constraint is not judged.
package struct Constraint: Sendable {
    /// The identifier of the rule in findings.
    package var rule: String
    package var severity: Finding.Severity
    /// The severity where the parts fall short of their total, where that is another one.
    package var shortfallSeverity: Finding.Severity?
    package var basis: String
    package var left: [Term]
    package var right: [Term]
    package var comparison: Comparison
    /// What a user's rule says where it is broken; the relations of the forms word themselves.
    package var statement: Finding.Message?
    /// The forms that it applies to, by identifier; empty: all that have its cells.
    package var forms: [String]
    /// By what both sides were multiplied so that all factors are whole: 10 where the user wrote 0.9.
    package var multiple = Multiple()

    package init(
        rule: String,
        severity: Finding.Severity,
        shortfallSeverity: Finding.Severity? = nil,
        basis: String = "",
        left: [Term],
        comparison: Comparison,
        right: [Term],
        statement: Finding.Message? = nil,
        forms: [String] = []
    ) {
        self.rule = rule
        self.severity = severity
        self.shortfallSeverity = shortfallSeverity
        self.basis = basis
        self.left = left
        self.comparison = comparison
        self.right = right
        self.statement = statement
        self.forms = forms
    }

    /// A factor of both sides: 10^`decimals` / `divisor`.
    package struct Multiple: Sendable, Hashable {
        package var decimals = 0
        package var divisor = 1

        package init(decimals: Int = 0, divisor: Int = 1) {
            self.decimals = decimals
            self.divisor = divisor
        }

        /// A number of a side as it was before, without needless zeros behind the point.
        package func undone(_ value: Quantity) -> Quantity {
            var (digits, scale) = (value.significand, value.scale + decimals)
            let (product, overflow) = digits.multipliedReportingOverflow(by: divisor)
            guard !overflow else { return value }
            digits = product
            while scale > 0, digits % 10 == 0 { (digits, scale) = (digits / 10, scale - 1) }
            return Quantity(significand: digits, scale: scale)
        }
    }

    package enum Comparison: String, Sendable {
        case equal = "="
        case atMost = "<="
        case atLeast = ">="
        /// The left side is at least each term of the right side by itself.
        case atLeastEach = ">= each"
    }

    /// A number with a factor.
    package struct Term: Sendable, Hashable {
        package var coefficient: Int
        package var operand: Operand

        package init(_ operand: Operand, times coefficient: Int = 1) {
            self.operand = operand
            self.coefficient = coefficient
        }
    }

    package enum Operand: Sendable, Hashable {
        case cell(CellAddress)
        /// The value of the text's figure with this key.
        case claim(key: String)
        case constant(Quantity)
    }

    /// The cell that the others add up to: the one that stands alone on a side of an equation, the left one first.
    package var total: CellAddress? { Self.lone(left) ?? (comparison == .equal ? Self.lone(right) : nil) }

    private static func lone(_ side: [Term]) -> CellAddress? {
        guard side.count == 1, side[0].coefficient == 1, case .cell(let address) = side[0].operand else { return nil }
        return address
    }
}

extension CellAddress {
    /// The cell of a path as the record writes it: `<table>.<row>.<column>`, where the row may hold dots; nil where it
    /// has fewer than three parts.
    package init?(path: String) {
        let dot = UInt8(ascii: ".")
        let bytes = path.utf8.span
        var first: Int?
        var last = 0
        var hasEmptyPart = false
        for index in bytes.indices where bytes[index] == dot {
            // A dot at the beginning, or beside another.
            if index == (first == nil ? 0 : last + 1) { hasEmptyPart = true }
            first = first ?? index
            last = index
        }
        guard let first, first < last, !hasEmptyPart, last + 1 < bytes.count else { return nil }
        let start = path.startIndex
        let ends = (path.utf8.index(start, offsetBy: first), path.utf8.index(start, offsetBy: last))
        self.init(
            table: String(path[..<ends.0]),
            row: String(path[path.utf8.index(after: ends.0)..<ends.1]),
            column: String(path[path.utf8.index(after: ends.1)...])
        )
    }
}

extension RelationInstance {
    /// The relation at this place as a constraint over cells.
    package var constraint: Constraint {
        let terms = { (cells: [CellAddress]) in cells.map { Constraint.Term(.cell($0)) } }
        let minus = right.dropFirst().map { Constraint.Term(.cell($0), times: -1) }
        let (comparison, right): (Constraint.Comparison, [Constraint.Term]) =
            switch relation.comparison {
            case .totalOfParts, .equalSums: (.equal, terms(right))
            case .atMost: (.atMost, terms(right))
            case .atLeastDifference: (.atLeast, terms(Array(self.right.prefix(1))) + minus)
            case .atLeastLargest: (.atLeastEach, terms(right))
            }
        return Constraint(
            rule: relation.rule,
            severity: relation.severity,
            shortfallSeverity: relation.shortfallSeverity,
            basis: relation.basis,
            left: terms(left),
            comparison: comparison,
            right: right
        )
    }
}
