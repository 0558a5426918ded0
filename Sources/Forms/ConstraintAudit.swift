import Model

/// Whether relations can stand together: no two may say the same, and no two may leave no report that keeps both.
package enum ConstraintAudit {
    /// Two constraints that cannot stand together.
    package struct Clash: Sendable, Equatable {
        package var kind: Kind
        /// The identifiers of their rules, the earlier one first.
        package var first: String
        package var second: String
        /// The cells that the second is about, by path.
        package var cells: [String]
    }

    package enum Kind: Sendable, Equatable {
        /// One says what the other says.
        case repeats
        /// No numbers keep both; of relations of a form, only zeros do.
        case contradicts
    }

    /// Every clash among the relations of a form, in their order.
    package static func clashes(in form: Form) -> [Clash] {
        let constraints = form.tables.flatMap { table in
            let rows = table.rows.map { Row(id: $0.id, label: "", line: 0, cells: []) }
            let stub = Table(id: table.id, state: .read, line: 0, columns: table.columns.map(\.id), rows: rows)
            return form.relations.filter { $0.table == table.id }
                .flatMap { RelationInstance.all(of: $0, in: stub, form: table).map(\.constraint) }
        }
        return clashes(among: constraints)
    }

    /// Every clash among constraints over cells that are never negative, in their order.
    package static func clashes(among constraints: [Constraint]) -> [Clash] {
        let all = constraints.flatMap { constraint in Bound.all(of: constraint).map { (constraint.rule, $0) } }
        var clashes: [Clash] = []
        for (index, (later, bound)) in all.enumerated() {
            for (earlier, other) in all[..<index] {
                guard let kind = other.clash(with: bound) ?? (other.leavesOnlyZeros(beside: bound) ? .contradicts : nil)
                else { continue }
                clashes.append(Clash(kind: kind, first: earlier, second: later, cells: bound.cells))
            }
        }
        return clashes
    }

    /// What keeps two constraints from standing together; nil where nothing does.
    package static func clash(between first: Constraint, and second: Constraint) -> Kind? {
        for bound in Bound.all(of: first) {
            for other in Bound.all(of: second) {
                if let kind = bound.clash(with: other) { return kind }
            }
        }
        return nil
    }

    /// A constraint with all its terms on one side: `low` ≤ Σ coefficient · operand ≤ `high`.
    private struct Bound {
        var coefficients: [Constraint.Operand: Int] = [:]
        var low: Quantity?
        var high: Quantity?

        /// One bound, or one a term where each term bounds by itself.
        static func all(of constraint: Constraint) -> [Bound] {
            guard constraint.comparison == .atLeastEach else { return [Bound(constraint)] }
            return constraint.right.map { term in
                var single = constraint
                single.comparison = .atLeast
                single.right = [term]
                return Bound(single)
            }
        }

        private init(_ constraint: Constraint) {
            var constant = Quantity(0)
            for (side, sign) in [(constraint.left, 1), (constraint.right, -1)] {
                for term in side {
                    if case .constant(let value) = term.operand {
                        let part = value.significand * term.coefficient * sign
                        constant = constant - Quantity(significand: part, scale: value.scale)
                    } else {
                        coefficients[term.operand, default: 0] += term.coefficient * sign
                    }
                }
            }
            coefficients = coefficients.filter { $0.value != 0 }
            low = constraint.comparison == .atMost ? nil : constant
            high = constraint.comparison == .atLeast ? nil : constant
            // Of a sum and its negative one stands for both: that whose first operand is counted upwards.
            let first = coefficients.min { Self.name($0.key) < Self.name($1.key) }
            guard let first, first.value < 0 else { return }
            coefficients = coefficients.mapValues { -$0 }
            (low, high) = (high.map { Quantity(0) - $0 }, low.map { Quantity(0) - $0 })
        }

        private static func name(_ operand: Constraint.Operand) -> String {
            switch operand {
            case .cell(let address): address.path
            case .claim(let key): "claims " + key
            case .constant: ""
            }
        }

        var cells: [String] { coefficients.keys.map(Self.name).sorted() }

        func clash(with other: Bound) -> Kind? {
            guard coefficients == other.coefficients else { return nil }
            if low == other.low, high == other.high { return .repeats }
            let highest = [high, other.high].compactMap(\.self).min()
            let lowest = [low, other.low].compactMap(\.self).max()
            if let lowest, let highest, highest < lowest { return .contradicts }
            return nil
        }

        /// Whether the two, added or taken from each other, say that numbers none of which can be negative make nothing.
        func leavesOnlyZeros(beside other: Bound) -> Bool {
            guard let value = low, value == high, let otherValue = other.low, otherValue == other.high else {
                return false
            }
            guard !Set(coefficients.keys).isDisjoint(with: other.coefficients.keys) else { return false }
            return [1, -1].contains { sign in
                let sums = coefficients.merging(other.coefficients.mapValues { $0 * sign }, uniquingKeysWith: +)
                    .filter { $0.value != 0 }
                let rest = sign > 0 ? value + otherValue : value - otherValue
                guard rest == Quantity(0), !sums.isEmpty else { return false }
                return sums.values.allSatisfy { $0 > 0 } || sums.values.allSatisfy { $0 < 0 }
            }
        }
    }
}
