internal import Forms
internal import Model

extension RelationEngine {
    /// What one rule comes to: a finding for each relation that is broken, and what could not be judged.
    func judgement(of rule: String, in subject: Subject) -> Judgement {
        var result = Judgement()
        var doubts: [String: [String]] = [:]
        var lost: [Int] = []
        for (index, outcome) in outcomes.enumerated() where outcome != .holds {
            let constraint = constraints[index]
            guard constraint.source.rule == rule else { continue }
            switch outcome {
            case .holds, .unknown(.noTable): break
            case .broken(let left, let right):
                let explanation = subject.explanations[index]
                var finding = finding(constraint, left, right, subject)
                finding.repairs = explanation?.repairs ?? []
                finding.cluster = explanation?.cluster
                result.findings.append(finding)
                if let limit = explanation?.limit, !result.unverified.contains(where: { $0.reason == limit }) {
                    result.unverified.append(Unverified(rule: rule, reason: limit))
                }
            case .unknown(.unsatisfied):
                if let wording = wording(constraint, subject) { result.findings.append(wording.unsatisfied()) }
            case .unknown(.lostTable(let table)):
                if !lost.contains(table) { lost.append(table) }
            case .unknown(.noRow(let cell)) where isOfOneRow(constraint, space.address(of: cell).row):
                doubts["a row was not found", default: []].append(place(constraint))
            case .unknown(let doubt):
                doubts[reason(doubt), default: []].append(place(constraint))
            }
        }
        result.unverified += lost.map { unverified(lost: $0, rule, subject) }
        for (reason, places) in doubts.sorted(by: { $0.key < $1.key }) {
            result.unverified.append(Unverified(rule: rule, reason: "\(reason): \(places.joined(separator: ", "))"))
        }
        return result
    }

    private func finding(_ constraint: CompiledConstraint, _ left: Int, _ right: Int, _ subject: Subject) -> Finding {
        let (left, right) = (values.quantity(left), values.quantity(right))
        if let wording = wording(constraint, subject) { return wording.finding(left: left, right: right) }
        return ConstraintWording(constraint: constraint, values: values, subject: subject)
            .finding(left: left, right: right)
    }

    /// Nil for a rule of the configuration.
    private func wording(_ constraint: CompiledConstraint, _ subject: Subject) -> RelationWording? {
        guard let instance = constraint.instance, let table = subject.report.table(instance.relation.table),
            let form = subject.form.tables.first(where: { $0.id == table.id })
        else { return nil }
        return RelationWording(instance: instance, table: table, form: form)
    }

    private func unverified(lost table: Int, _ rule: String, _ subject: Subject) -> Unverified {
        let id = space.tables[table].id
        let line = subject.report.table(id)?.line ?? 0
        let reason = "table \(id) is not in the source (line \(line)): an image or an attachment?"
        return Unverified(rule: rule, reason: reason)
    }

    /// Whether a relation is one of a single row's cells: then its place names the row already.
    private func isOfOneRow(_ constraint: CompiledConstraint, _ row: String) -> Bool {
        constraint.instance.map { ($0.left + $0.right).allSatisfy { $0.row == row } } ?? false
    }

    /// Where a relation is checked, for people: `applications total`.
    private func place(_ constraint: CompiledConstraint) -> String {
        if let instance = constraint.instance { return "\(instance.relation.table) \(instance.place)" }
        let operands = (constraint.source.left + constraint.source.right).map(\.operand)
        // The figure that the text lacks, as the rule names it.
        for case .claim(let key) in operands where CellAddress(path: key) != nil { return key }
        guard let first = (constraint.left + constraint.right).first, first.variable < space.count else {
            return "the text"
        }
        return space.address(of: first.variable).path
    }

    /// Why a relation was not judged, for people.
    func reason(_ doubt: Doubt) -> String {
        switch doubt {
        case .noTable, .lostTable: "the table is not there"
        case .blankTotal: "the total is blank"
        case .blankPartTotal: "a part is a total that is blank"
        case .blankParts: "all parts are blank"
        case .noRow(let cell): "row \(space.address(of: cell).row) was not found"
        case .uncertain: "a cell could not be read for certain"
        case .unsatisfied: "digits ran together, and no way to cut them makes it hold"
        case .noNumber: "a cell is no number"
        case .noClaim: "the text does not state it"
        }
    }
}
