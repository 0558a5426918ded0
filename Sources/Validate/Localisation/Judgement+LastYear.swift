internal import Forms
internal import Model

extension Judgement {
    /// Gives what does not follow from last year's report the repairs that are left where no relation within the year
    /// is broken: each of its cells that nothing else pins.
    ///
    /// What the report itself explains, by a reorganisation or documents that expired, has no repair.
    mutating func repairByLastYear(in subject: Subject) {
        guard findings.contains(where: Self.isOpen) else { return }
        let wording = YearRepairs(subject)
        for index in findings.indices where Self.isOpen(findings[index]) {
            findings[index].repairs = wording.repairs(of: findings[index])
        }
    }

    private static func isOpen(_ finding: Finding) -> Bool {
        finding.rule.hasPrefix("history.") && finding.severity > .info && finding.cluster == nil
            && finding.repairs.isEmpty
    }
}

private struct YearRepairs {
    let engine: RelationEngine
    let previous: Report?
    let witnesses: Witnesses

    init(_ subject: Subject) {
        engine = subject.relations
        previous = subject.context.neighbours.previous
        witnesses = Witnesses(subject)
    }

    private struct Candidate {
        var cell: Int
        var value: Int
        var slip: Slip
        var cost: Int

        /// Whether the digits speak for it.
        var hasMark: Bool { slip.cost < Slip.leastWithoutMark && slip.cause != nil }
    }

    func repairs(of finding: Finding) -> [Finding.Repair] {
        let expectations = witnesses.expectations
        guard let relation = expectations.relation(of: finding, engine.space) else { return [] }
        let lack = expectations.lack(relation)
        let candidates = relation.terms.compactMap { candidate($0.cell, adding: lack * $0.sign) }
            // A sum over the years that falls was more likely begun anew than mistyped, unless the digits tell.
            .filter { finding.severity == .error || finding.rule != HistoryCumulative.identifier || $0.hasMark }
            .sorted { $0.cost < $1.cost }
        return candidates.map { repair($0, of: candidates.count) }
    }

    private func candidate(_ cell: Int, adding difference: Int) -> Candidate? {
        let value = engine.values.values[cell] + difference
        guard difference != 0, value >= 0, engine.values.states[cell] == .number, !engine.values.isInferred[cell],
            !engine.isPinned(cell), !engine.breaksBound(cell, value)
        else { return nil }
        let address = engine.space.address(of: cell)
        let old = previous?.table(address.table)?.cell(address.row, address.column)?.number
        var context = Slip.Context(scale: engine.values.scale)
        context.lastYear = old.flatMap(engine.values.units)
        let slip = Slip(from: engine.values.values[cell], to: value, context)
        // What follows follows for all of them: only the text can speak for one.
        return Candidate(
            cell: cell,
            value: value,
            slip: slip,
            cost: slip.cost + witnesses.testimony(on: [cell: value]).cost
        )
    }

    private func repair(_ candidate: Candidate, of count: Int) -> Finding.Repair {
        let cause = candidate.hasMark ? candidate.slip.cause : nil
        let other =
            count == 1
            ? Finding.Message(zh: "本年各数中只有此格可改", en: "no other cell of this year could be changed")
            : Finding.Message(zh: "\(count) 种可能之一", en: "one of \(count) possibilities")
        return Finding.Repair(
            changes: [
                Finding.Repair.Change(
                    path: engine.space.address(of: candidate.cell).path,
                    from: engine.values.quantity(engine.values.values[candidate.cell]),
                    to: engine.values.quantity(candidate.value)
                )
            ],
            cause: Finding.Message(
                zh: "如上年报告无误：" + (cause ?? other).zh,
                en: "if last year's report is right: " + (cause ?? other).en
            )
        )
    }
}

extension RelationEngine {
    /// Whether a bound that holds would be broken by another number in a cell.
    fileprivate func breaksBound(_ cell: Int, _ value: Int) -> Bool {
        var changed = values.values
        changed[cell] = value
        return constraints.indices.contains { index in
            let constraint = constraints[index]
            guard !constraint.isEquation, outcomes[index] == .holds else { return false }
            return !constraint.sides(changed, constant: values.units(constraint.constant) ?? 0).holds
        }
    }
}
