internal import Forms
internal import Model

/// The relations of a report in words and numbers, in the order in which they are checked.
struct RelationSteps {
    private let subject: Subject

    init(_ subject: Subject) {
        self.subject = subject
    }

    /// Relations of tables that are not there at all are left out.
    var all: [RelationStep] {
        let engine = subject.relations
        return zip(engine.constraints, engine.outcomes).compactMap { constraint, outcome in
            outcome == .unknown(.noTable) ? nil : step(constraint, outcome)
        }
    }

    private func step(_ constraint: CompiledConstraint, _ outcome: RelationEngine.Outcome) -> RelationStep {
        let engine = subject.relations
        let instance = constraint.instance
        var doubt: String?
        if case .unknown(let reason) = outcome { doubt = engine.reason(reason) }
        var sums: (left: Quantity, right: Quantity)?
        if doubt == nil, let constant = engine.values.units(constraint.constant) {
            let sides = constraint.sides(engine.values.values, constant: constant)
            sums = (engine.values.quantity(sides.left), engine.values.quantity(sides.right))
        }
        return RelationStep(
            rule: constraint.source.rule,
            place: place(instance),
            left: side(constraint.source.left, instance, sums?.left),
            right: side(constraint.source.right, instance, sums?.right),
            comparison: constraint.source.comparison.rawValue,
            doubt: doubt,
            holds: outcome == .holds
        )
    }

    private func side(
        _ terms: [Constraint.Term],
        _ instance: RelationInstance?,
        _ sum: Quantity?
    ) -> RelationStep.Side {
        RelationStep.Side(
            sum: sum,
            addends: terms.map { term in
                let (text, isZero) = value(of: term.operand)
                return RelationStep.Addend(
                    name: name(of: term.operand, instance),
                    factor: term.coefficient,
                    text: text,
                    isZero: isZero
                )
            }
        )
    }

    private func value(of operand: Constraint.Operand) -> (text: String, isZero: Bool) {
        switch operand {
        case .constant(let value): return (value.description, false)
        case .claim(let key):
            let value = subject.report.claims.first { $0.key == key && $0.value != nil }?.value
            return (value?.description ?? "?", false)
        case .cell(let address):
            guard let cell = subject.report.table(address.table)?.cell(address.row, address.column) else {
                return ("?", false)
            }
            switch cell.content {
            case .number(let value): return (value.description, value == Quantity(0))
            case .blank, .mark: return (cell.text, true)
            case .invalid: return (cell.text, false)
            case .ambiguous: return ("?", false)
            }
        }
    }

    // MARK: Names

    private func isByColumn(_ instance: RelationInstance) -> Bool {
        if case .eachColumn = instance.relation.shape { return true }
        return false
    }

    private func table(_ id: String) -> TableForm? { subject.form.tables.first { $0.id == id } }

    private func columnName(_ table: String, _ id: String) -> Finding.Message {
        let column = self.table(table)?.columns.first { $0.id == id }
        return Finding.Message(zh: column?.label ?? id, en: column?.english ?? id)
    }

    private func place(_ instance: RelationInstance?) -> Finding.Message {
        guard let instance else { return Finding.Message(zh: "", en: "") }
        let id = instance.relation.table
        if isByColumn(instance) { return columnName(id, instance.place) }
        return CellName(form: subject.form).row(of: CellAddress(table: id, row: instance.place, column: ""))
    }

    private func name(of operand: Constraint.Operand, _ instance: RelationInstance?) -> Finding.Message {
        switch operand {
        case .constant: return Finding.Message(zh: "", en: "")
        case .claim(let key): return Finding.Message(zh: "正文“\(key)”", en: "the text's \(key)")
        case .cell(let address):
            let names = CellName(form: subject.form)
            guard let instance else { return names.name(of: address) }
            return isByColumn(instance) ? names.row(of: address) : columnName(address.table, address.column)
        }
    }
}
