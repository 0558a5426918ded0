internal import Forms
internal import Model

extension Judgement {
    /// Joins what the likeliest repair explains beside the relations: a figure of the text that disagrees with the cell
    /// as it stands and agrees with what the repair puts there. Then says of each group what is to be said once.
    mutating func gatherExplained(in subject: Subject) {
        guard !subject.explanations.isEmpty else { return }
        let explanations = Set(subject.explanations.values.map(\.cluster)).sorted().compactMap { cluster in
            subject.explanations.values.first { $0.cluster == cluster }
        }
        joinClaims(explanations, subject)
        for explanation in explanations {
            // What nothing explains is not explained together.
            defer {
                if explanation.repairs.isEmpty, !explanation.isShift { separate(explanation.cluster) }
            }
            guard let note = explanation.note,
                let first = findings.firstIndex(where: { $0.cluster == explanation.cluster })
            else { continue }
            findings[first].message.zh += ";\(note.zh)"
            findings[first].message.en += "; \(note.en)"
        }
    }

    private mutating func separate(_ cluster: Int) {
        for index in findings.indices where findings[index].cluster == cluster { findings[index].cluster = nil }
    }

    private mutating func joinClaims(_ explanations: [Localiser.Explanation], _ subject: Subject) {
        let report = subject.report
        guard findings.contains(where: { $0.rule.hasPrefix("claim.") }) else { return }
        let previous = subject.context.neighbours.previous
        let witnesses = Witnesses(subject.relations, report: report, previous: previous)
        for index in findings.indices where findings[index].cluster == nil {
            let claims = findings[index].places.compactMap { claim(at: $0.path, in: report) }
            guard findings[index].rule.hasPrefix("claim."), !claims.isEmpty else { continue }
            for explanation in explanations where claims.allSatisfy({ witnesses.isExplained($0, by: explanation.best) })
            {
                findings[index].cluster = explanation.cluster
                findings[index].repairs = explanation.repairs
                break
            }
        }
    }

    private func claim(at path: String, in report: Report) -> Claim? {
        guard path.hasPrefix("claims."), let index = Int(path.dropFirst(7)), report.claims.indices.contains(index)
        else {
            return nil
        }
        return report.claims[index]
    }
}
