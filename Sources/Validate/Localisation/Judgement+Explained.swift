internal import Forms
internal import Model

extension Judgement {
    /// Joins what the likeliest repair explains beside the relations: a figure of the text, or last year's report, that
    /// disagrees with the cell as it stands and agrees with what the repair puts there; a number that can be none. Then
    /// says of each group what is to be said once.
    mutating func gatherExplained(in subject: Subject) {
        guard !subject.explanations.isEmpty else { return }
        let explanations = Set(subject.explanations.values.map(\.cluster)).sorted().compactMap { cluster in
            subject.explanations.values.first { $0.cluster == cluster }
        }
        join(explanations, subject)
        for explanation in explanations {
            // What nothing explains is not explained together.
            defer {
                if explanation.repairs.isEmpty, !explanation.isTold { separate(explanation.cluster) }
            }
            guard let note = explanation.note,
                let first = findings.firstIndex(where: { $0.cluster == explanation.cluster })
            else { continue }
            findings[first].displaced = explanation.displaced
            findings[first].message.zh += ";\(note.zh)"
            findings[first].message.en += "; \(note.en)"
        }
    }

    private mutating func separate(_ cluster: Int) {
        for index in findings.indices where findings[index].cluster == cluster { findings[index].cluster = nil }
    }

    private mutating func join(_ explanations: [Localiser.Explanation], _ subject: Subject) {
        let witnesses = Witnesses(subject)
        for index in findings.indices where findings[index].cluster == nil {
            let finding = findings[index]
            let explanation = explanations.first { explanation in
                isClaimExplained(finding, explanation, subject.report, witnesses)
                    || isCellExplained(finding, explanation, subject.relations)
                    || isYearExplained(finding, explanation, subject, witnesses.expectations)
            }
            guard let explanation else { continue }
            findings[index].cluster = explanation.cluster
            findings[index].repairs = explanation.repairs
        }
    }

    private func isClaimExplained(
        _ finding: Finding,
        _ explanation: Localiser.Explanation,
        _ report: Report,
        _ witnesses: Witnesses
    ) -> Bool {
        guard finding.rule.hasPrefix("claim.") else { return false }
        let claims = finding.places.compactMap { report.claim(at: $0.path) }
        return !claims.isEmpty && claims.allSatisfy { witnesses.isExplained($0, by: explanation.best) }
    }

    /// Whether the repair puts into the finding's own cell what the finding expects there, or any number where it holds
    /// one that cannot be.
    private func isCellExplained(
        _ finding: Finding,
        _ explanation: Localiser.Explanation,
        _ relations: RelationEngine
    ) -> Bool {
        guard let path = finding.places.first?.path, let address = CellAddress(path: path),
            let cell = relations.space.number(of: address), let value = explanation.best[cell]
        else { return false }
        return finding.rule == "number.invalid" || finding.expected == .number(relations.values.quantity(value))
    }

    /// Whether this year's cells follow from last year's once the repair is made.
    private func isYearExplained(
        _ finding: Finding,
        _ explanation: Localiser.Explanation,
        _ subject: Subject,
        _ expectations: YearExpectations
    ) -> Bool {
        guard finding.rule.hasPrefix("history."),
            let relation = expectations.relation(of: finding, subject.relations.space)
        else { return false }
        return expectations.lack(relation) != 0 && expectations.lack(relation, explanation.best) == 0
    }
}
