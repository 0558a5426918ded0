internal import Forms
internal import Model

/// Checks the arithmetic relations of a form and the rules of the configuration, all by the same few steps.
///
/// A blank adds nothing to a sum. A blank total is not judged; where it is a part of another sum, it counts as nothing
/// if its own parts are nothing, else that sum is not judged either.
struct RelationEngine: Sendable {
    let space: CellSpace
    let constraints: [CompiledConstraint]
    let values: CellValues
    private(set) var outcomes: [Outcome] = []
    /// For each cell the relations of which it is the total.
    let totals: [Int: [Int]]

    enum Outcome: Sendable, Equatable {
        case holds
        /// The sums of both sides, in the units of the values.
        case broken(left: Int, right: Int)
        case unknown(Doubt)
    }

    enum Doubt: Sendable, Equatable {
        /// The table is not there at all: nothing is said of it.
        case noTable
        case lostTable(Int)
        case blankTotal
        case blankPartTotal
        case blankParts
        case noRow(Int)
        case uncertain
        /// A cell could not be read for certain, and no way to read it satisfies the relation.
        case unsatisfied
        case noNumber
        case noClaim
    }

    /// What a rule asks for that is switched off is not asked here either, so that no repair follows from it.
    init(_ report: Report, form: Form, own: [Constraint], settings: RuleSettings = RuleSettings([], agency: nil)) {
        let compiled = CompiledForm.of(form, in: report)
        space = compiled.space
        totals = compiled.totals
        var isUsed = compiled.isUsed
        let own = own.filter { $0.forms.isEmpty || $0.forms.contains(form.identifier) }
        var decimals = 0
        for operand in own.flatMap({ $0.left + $0.right }).map(\.operand) {
            switch operand {
            case .cell(let address):
                if let number = compiled.space.number(of: address) { isUsed[number] = true }
            case .claim(let key):
                for claim in report.claims where claim.key == key { decimals = max(decimals, claim.value?.scale ?? 0) }
            case .constant(let value): decimals = max(decimals, value.scale)
            }
        }
        var values = CellValues(report, space: compiled.space, isUsed: isUsed, decimals: decimals)
        constraints =
            compiled.constraints + Self.compiled(own, report: report, space: compiled.space, values: &values)
        self.values = values
        let unsatisfied = report.tables.flatMap(\.unsatisfied)
        outcomes = constraints.map { constraint in
            guard !settings.isOff(constraint.source.rule) else { return .unknown(.noTable) }
            let outcome = outcome(of: constraint)
            guard outcome == .unknown(.uncertain), !unsatisfied.isEmpty, let instance = constraint.instance else {
                return outcome
            }
            return unsatisfied.contains { $0.isOf(instance) } ? .unknown(.unsatisfied) : outcome
        }
    }

    private static func compiled(
        _ own: [Constraint],
        report: Report,
        space: CellSpace,
        values: inout CellValues
    ) -> [CompiledConstraint] {
        var claims: [String: Int] = [:]
        return own.compactMap { constraint in
            CompiledConstraint(constraint, instance: nil, space: space) { operand in
                switch operand {
                case .cell(let address): return space.number(of: address)
                case .constant: return nil
                case .claim(let key):
                    if let known = claims[key] { return known }
                    let index = report.claims.firstIndex { $0.key == key && $0.value != nil }
                    let stated = Set(report.claims.filter { $0.key == key }.compactMap(\.value))
                    // Stated twice and differently, it is not known which holds.
                    let number = values.append(claim: index, value: stated.count == 1 ? stated.first : nil)
                    claims[key] = number
                    return number
                }
            }
        }
    }

    /// Whether a cell is what others add up to.
    func isTotal(_ cell: Int) -> Bool { totals[cell] != nil }

    /// Whether a cell takes part in a relation of error level, and all those of its table hold: a table of which digits
    /// were cut so that all of it agrees was cut right.
    func confirms(_ address: CellAddress) -> Bool {
        guard let number = space.number(of: address) else { return false }
        var takesPart = false
        for (index, constraint) in constraints.enumerated()
        where constraint.source.severity == .error && constraint.instance?.relation.table == address.table {
            guard outcomes[index] == .holds else { return false }
            takesPart = takesPart || (constraint.left + constraint.right).contains { $0.variable == number }
        }
        return takesPart
    }

    private func outcome(of constraint: CompiledConstraint) -> Outcome {
        for table in constraint.tables {
            guard let state = values.tables[table] else { return .unknown(.noTable) }
            if state == .lost { return .unknown(.lostTable(table)) }
        }
        if let total = constraint.total, values.states[total] == .blank { return .unknown(.blankTotal) }
        for term in constraint.left {
            if let doubt = doubt(of: term.variable) { return .unknown(doubt) }
        }
        for term in constraint.right {
            if let doubt = doubt(of: term.variable) { return .unknown(doubt) }
        }
        guard let constant = values.units(constraint.constant) else { return .unknown(.uncertain) }
        let sides = constraint.sides(values.values, constant: constant)
        if sides.holds { return .holds }
        // The total alone was reported, and there is nothing to compare it with.
        let isTotalRight = constraint.total != nil && constraint.right.first?.variable == constraint.total
        let parts = isTotalRight ? constraint.left : constraint.right
        if !parts.isEmpty, parts.allSatisfy({ values.states[$0.variable] == .blank }) { return .unknown(.blankParts) }
        return .broken(left: sides.left, right: sides.right)
    }

    /// Why it is not known what a number adds; nil where it is.
    private func doubt(of variable: Int) -> Doubt? {
        switch values.states[variable] {
        case .number, .mark: nil
        case .blank: isNothing(variable) ? nil : .blankPartTotal
        case .absent: variable < space.count ? .noRow(variable) : .noClaim
        case .ambiguous: .uncertain
        case .invalid: .noNumber
        }
    }

    /// Whether a blank cell stands for nothing: it is no total, or all its parts are nothing.
    private func isNothing(_ total: Int) -> Bool {
        guard let own = totals[total] else { return true }
        // Its own relation was asked before: that a total is blank there says nothing of its parts here.
        return own.allSatisfy { relation in
            constraints[relation].right.allSatisfy { values.isAddend($0.variable) && values.values[$0.variable] == 0 }
        }
    }
}

extension UnsatisfiedRelation {
    fileprivate func isOf(_ instance: RelationInstance) -> Bool {
        rule == instance.relation.rule && cells == (instance.left + instance.right).map(\.path)
    }
}
