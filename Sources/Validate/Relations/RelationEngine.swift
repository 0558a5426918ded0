internal import Forms
internal import Model

/// Checks the arithmetic relations of a form, all by the same few steps.
///
/// A blank adds nothing to a sum. A blank total is not judged; where it is a part of another sum, it counts as nothing
/// if its own parts are nothing, else that sum is not judged either.
struct RelationEngine {
    let subject: Subject
    let rule: String

    func judgement() -> Judgement {
        var result = Judgement()
        for form in subject.form.tables {
            let relations = subject.form.relations.filter { $0.rule == rule && $0.table == form.id }
            guard !relations.isEmpty, let table = subject.report.table(form.id) else { continue }
            if table.state == .lost {
                let reason = "table \(form.id) is not in the source (line \(table.line)): an image or an attachment?"
                result.unverified.append(Unverified(rule: rule, reason: reason))
                continue
            }
            judge(relations, table, form, into: &result)
        }
        return result
    }

    private func judge(_ relations: [Relation], _ table: Table, _ form: TableForm, into result: inout Judgement) {
        var doubts: [String: [String]] = [:]
        for relation in relations {
            for instance in RelationInstance.all(of: relation, in: table, form: form) {
                switch outcome(of: instance, in: table) {
                case .holds: break
                case .broken(let left, let right):
                    let wording = RelationWording(instance: instance, table: table, form: form)
                    result.findings.append(wording.finding(left: left, right: right))
                case .unknown(let reason):
                    doubts[reason, default: []].append("\(form.id) \(instance.place)")
                }
            }
        }
        for (reason, places) in doubts.sorted(by: { $0.key < $1.key }) {
            let text = "\(reason): \(places.joined(separator: ", "))"
            result.unverified.append(Unverified(rule: rule, reason: text))
        }
    }

    private enum Outcome {
        case holds
        case broken(left: Quantity, right: Quantity)
        case unknown(String)
    }

    private func outcome(of instance: RelationInstance, in table: Table) -> Outcome {
        let relation = instance.relation
        if relation.comparison != .equalSums, let left = instance.left.first {
            if table.cell(left.row, left.column)?.content == .blank { return .unknown("the total is blank") }
        }
        var left: [Quantity] = []
        var right: [Quantity] = []
        for address in instance.left {
            guard let value = value(of: address, in: table, of: instance) else {
                return .unknown(doubt(address, table))
            }
            left.append(value)
        }
        for address in instance.right {
            guard let value = value(of: address, in: table, of: instance) else {
                return .unknown(doubt(address, table))
            }
            right.append(value)
        }
        let sides = RelationArithmetic.sides(relation.comparison, left: left, right: right)
        if !sides.holds, isUnfilled(instance.right, in: table) { return .unknown("all parts are blank") }
        return sides.holds ? .holds : .broken(left: sides.left, right: sides.right)
    }

    /// Whether no part was filled in: the total alone was reported, and there is nothing to compare it with.
    private func isUnfilled(_ parts: [CellAddress], in table: Table) -> Bool {
        parts.allSatisfy { table.cell($0.row, $0.column)?.content == .blank }
    }

    private func doubt(_ address: CellAddress, _ table: Table) -> String {
        guard let cell = table.cell(address.row, address.column) else { return "row \(address.row) was not found" }
        switch cell.content {
        case .ambiguous: return "a cell could not be read for certain"
        case .invalid: return "a cell is no number"
        case .blank, .mark, .number: return "a part is a total that is blank"
        }
    }

    /// What a cell adds, or nil where that is not known.
    private func value(of address: CellAddress, in table: Table, of instance: RelationInstance) -> Quantity? {
        guard let cell = table.cell(address.row, address.column), let addend = cell.addend else { return nil }
        guard cell.content == .blank else { return addend }
        return isNothing(address, in: table, besides: instance) ? addend : nil
    }

    /// Whether a blank cell stands for nothing: it is no total, or all its parts are nothing.
    private func isNothing(_ address: CellAddress, in table: Table, besides instance: RelationInstance) -> Bool {
        for relation in subject.form.relations where relation.table == address.table {
            guard relation.comparison == .totalOfParts, let parts = parts(of: address, relation) else { continue }
            // Its own relation was asked before: that a total is blank there says nothing of its parts here.
            let isZero = parts.allSatisfy { part in
                guard let cell = table.cell(part.row, part.column) else { return false }
                return cell.addend == Quantity(0)
            }
            if !isZero { return false }
        }
        return true
    }

    private func parts(of address: CellAddress, _ relation: Relation) -> [CellAddress]? {
        switch relation.shape {
        case .eachColumn(let columns, let left, let right):
            guard left == [address.row], columns.contains(address.column) else { return nil }
            return right.map { CellAddress(table: address.table, row: $0, column: address.column) }
        case .eachRow(let rows, let left, let right):
            guard left == [address.column], rows.contains(address.row) else { return nil }
            return right.map { CellAddress(table: address.table, row: address.row, column: $0) }
        }
    }
}
