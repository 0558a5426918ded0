internal import Forms
internal import Model

/// Whether the rules of the configuration fit with each other and with the relations of the forms.
package enum OwnRuleCheck {
    /// Why `rule` cannot stand beside `others` and the catalogue; nil where it can.
    package static func objection(to rule: OwnRule, beside others: [OwnRule]) -> String? {
        if RuleCatalog.all.contains(where: { $0.identifier == rule.identifier }) {
            return "\(rule.identifier) is a rule of gouji itself; choose another id"
        }
        if let other = others.first(where: { $0.identifier == rule.identifier }) {
            return "\(rule.identifier) stands twice, also in \(other.source); rename or remove one"
        }
        for constraint in rule.constraints {
            guard let bound = Bound(constraint) else { continue }
            let known = builtIn(constraint.forms.first ?? "") + others.flatMap(\.constraints)
            for other in known where other.forms.isEmpty || other.forms == constraint.forms {
                guard let otherBound = Bound(other), otherBound.vector == bound.vector else { continue }
                if otherBound.low == bound.low, otherBound.high == bound.high {
                    return "it repeats \(other.rule); remove it, or change that rule's severity with [[rule]]"
                }
                if bound.excludes(otherBound) { return "it contradicts \(other.rule): no report could satisfy both" }
            }
        }
        return nil
    }

    private static func builtIn(_ form: String) -> [Constraint] {
        guard let form = FormCatalog.form(form) else { return [] }
        return CompiledForm(form) { $0.rows.map(\.id) }.constraints.map(\.source)
    }

    /// A relation as bounds of one weighted sum, so that equal sums can be compared.
    private struct Bound {
        var vector: [Constraint.Operand: Int]
        var low: Quantity?
        var high: Quantity?

        /// Nil for a relation that is no bound of one sum.
        init?(_ constraint: Constraint) {
            guard constraint.comparison != .atLeastEach else { return nil }
            var vector: [Constraint.Operand: Int] = [:]
            var constant = Quantity(0)
            for (side, sign) in [(constraint.left, 1), (constraint.right, -1)] {
                for term in side {
                    if case .constant(let value) = term.operand {
                        let part = value.significand * term.coefficient * sign
                        constant = constant - Quantity(significand: part, scale: value.scale)
                    } else {
                        vector[term.operand, default: 0] += term.coefficient * sign
                    }
                }
            }
            vector = vector.filter { $0.value != 0 }
            low = constraint.comparison == .atMost ? nil : constant
            high = constraint.comparison == .atLeast ? nil : constant
            self.vector = vector
            normalise()
        }

        /// Of a sum and its negative one stands for both: that whose first cell, by path, is counted upwards.
        private mutating func normalise() {
            let first = vector.min { String(describing: $0.key) < String(describing: $1.key) }
            guard let first, first.value < 0 else { return }
            vector = vector.mapValues { -$0 }
            (low, high) = (high.map { Quantity(0) - $0 }, low.map { Quantity(0) - $0 })
        }

        func excludes(_ other: Bound) -> Bool {
            if let high, let low = other.low, high < low { return true }
            if let low, let high = other.high, high < low { return true }
            return false
        }
    }
}
