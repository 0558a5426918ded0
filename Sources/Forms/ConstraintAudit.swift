import Model

/// Whether the relations of a form, and the rules of the configuration beside them, can stand together: no two may say
/// the same, and no two may leave no report that keeps both.
package enum ConstraintAudit {
    /// Two constraints that cannot stand together.
    package struct Clash: Sendable, Equatable {
        package var kind: Kind
        /// The identifiers of their rules, the earlier one first.
        package var first: String
        package var second: String
        /// The cells that they are about, by path.
        package var cells: [String]
    }

    package enum Kind: Sendable, Equatable {
        /// One says what the other says already.
        case repeats
        /// No numbers keep both, or only zeros do.
        case contradicts
    }

    /// Every clash among the relations of a form and `own`, in their order.
    package static func clashes(in form: Form, with own: [Constraint] = []) -> [Clash] {
        let space = CellSpace(form)
        let official = form.tables.flatMap { table in
            let rows = table.rows.map { Row(id: $0.id, label: "", line: 0, cells: []) }
            let stub = Table(id: table.id, state: .read, line: 0, columns: table.columns.map(\.id), rows: rows)
            return form.relations.filter { $0.table == table.id }
                .flatMap { RelationInstance.all(of: $0, in: stub, form: table).map(\.constraint) }
        }
        let mine = own.filter { $0.forms.isEmpty || $0.forms.contains(form.identifier) }
        let all = (official + mine).flatMap { constraint in bounds(constraint, space) }
        var clashes: [Clash] = []
        for (index, later) in all.enumerated() {
            for earlier in all[..<index] {
                guard let kind = kind(earlier, later) else { continue }
                clashes.append(
                    Clash(kind: kind, first: earlier.rule, second: later.rule, cells: later.cells(space))
                )
            }
        }
        return clashes
    }

    /// A constraint with all its terms on one side: `low` ≤ Σ coefficient · cell ≤ `high`.
    private struct Bound {
        var rule: String
        var coefficients: [Int: Int]
        var low: Quantity?
        var high: Quantity?

        var isEquation: Bool { low != nil && low == high }

        func cells(_ space: CellSpace) -> [String] { coefficients.keys.sorted().map { space.address(of: $0).path } }
    }

    /// Nil terms: a figure of the text is no cell, and nothing is known of it.
    private static func bounds(_ constraint: Constraint, _ space: CellSpace) -> [Bound] {
        if constraint.comparison == .atLeastEach {
            return constraint.right.flatMap { term in
                var single = constraint
                single.comparison = .atLeast
                single.right = [term]
                return bounds(single, space)
            }
        }
        var sums: [Int: Int] = [:]
        var constant = Quantity(0)
        for (side, sign) in [(constraint.left, 1), (constraint.right, -1)] {
            for term in side {
                switch term.operand {
                case .claim: return []
                case .constant(let value):
                    let product = value.significand * term.coefficient * -sign
                    constant = constant + Quantity(significand: product, scale: value.scale)
                case .cell(let address):
                    guard let number = space.number(of: address) else { return [] }
                    sums[number, default: 0] += term.coefficient * sign
                }
            }
        }
        sums = sums.filter { $0.value != 0 }
        // The first cell is counted positively, so that two spellings of one relation are one.
        let isNegative = sums.min { $0.key < $1.key }.map { $0.value < 0 } ?? false
        let minus = Quantity(0) - constant
        let value = isNegative ? minus : constant
        let isUpper = (constraint.comparison == .atMost) != isNegative
        return [
            Bound(
                rule: constraint.rule,
                coefficients: isNegative ? sums.mapValues { -$0 } : sums,
                low: constraint.comparison == .equal || !isUpper ? value : nil,
                high: constraint.comparison == .equal || isUpper ? value : nil
            )
        ]
    }

    private static func kind(_ first: Bound, _ second: Bound) -> Kind? {
        if first.coefficients == second.coefficients {
            let low = [first.low, second.low].compactMap(\.self).max()
            let high = [first.high, second.high].compactMap(\.self).min()
            if let low, let high, low > high { return .contradicts }
            // One of them says nothing that the other does not.
            let isTold = (low, high) == (first.low, first.high) || (low, high) == (second.low, second.high)
            return isTold ? .repeats : nil
        }
        guard first.isEquation, second.isEquation else { return nil }
        return isForcedToZero(first, second, 1) || isForcedToZero(first, second, -1) ? .contradicts : nil
    }

    /// Whether two equations, added or taken from each other, say that cells none of which can be negative make nothing.
    private static func isForcedToZero(_ first: Bound, _ second: Bound, _ sign: Int) -> Bool {
        guard Set(first.coefficients.keys).isDisjoint(with: second.coefficients.keys) == false else { return false }
        let sums = first.coefficients.merging(second.coefficients.mapValues { $0 * sign }, uniquingKeysWith: +)
            .filter { $0.value != 0 }
        let constant =
            sign > 0
            ? (first.low ?? Quantity(0)) + (second.low ?? Quantity(0))
            : (first.low ?? Quantity(0)) - (second.low ?? Quantity(0))
        guard constant == Quantity(0), !sums.isEmpty else { return false }
        return sums.values.allSatisfy { $0 > 0 } || sums.values.allSatisfy { $0 < 0 }
    }
}
