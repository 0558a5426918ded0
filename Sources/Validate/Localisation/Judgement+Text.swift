internal import Forms
internal import Model

extension Judgement {
    /// Gives a contradiction between the text and one cell the repair that a slip of the pen suggests: digits transposed,
    /// yuan for ten thousand yuan. Only where no sum pins the cell; else the relations have spoken, and where no slip
    /// explains it, either may be wrong.
    mutating func repairByText(in subject: Subject) {
        for index in findings.indices {
            let finding = findings[index]
            guard finding.rule == ClaimContradictsTable.identifier, finding.cluster == nil, finding.repairs.isEmpty,
                let repair = Self.repair(finding, subject)
            else { continue }
            findings[index].repairs = [repair]
        }
    }

    private static func repair(_ finding: Finding, _ subject: Subject) -> Finding.Repair? {
        guard let claim = finding.places.lazy.compactMap({ subject.report.claim(at: $0.path) }).first,
            let value = value(of: claim), claim.readings.count == 1, claim.readings[0].count == 1,
            let address = CellAddress(path: claim.readings[0][0]),
            let number = subject.report.table(address.table)?.cell(address.row, address.column)?.number,
            number != value, !subject.relations.isPinned(address),
            let cause = slip(from: number, to: value)?.cause
        else { return nil }
        return Finding.Repair(
            changes: [Finding.Repair.Change(path: address.path, from: number, to: value)],
            cause: Finding.Message(
                zh: "如以正文第 \(claim.line) 行为准:\(cause.zh)",
                en: "if the text on line \(claim.line) is right: \(cause.en)"
            )
        )
    }

    /// The claim's number in the table's unit, where that is known.
    private static func value(of claim: Claim) -> Quantity? {
        guard claim.key != "proactive.procurement.amount" else { return nil }
        switch claim.unit {
        case "元": return claim.value?.shifted(by: -4)
        case "亿元": return claim.value?.shifted(by: 4)
        default: return claim.value
        }
    }

    /// The slip, where it is one that leaves its mark in the digits.
    private static func slip(from: Quantity, to: Quantity) -> Slip? {
        let scale = max(from.scale, to.scale)
        let slip = Slip(
            from: from.significand &* unit(scale - from.scale),
            to: to.significand &* unit(scale - to.scale),
            Slip.Context(scale: scale)
        )
        return slip.cost < Slip.leastWithoutMark ? slip : nil
    }

    private static func unit(_ decimals: Int) -> Int { (0..<decimals).reduce(1) { unit, _ in unit &* 10 } }
}

extension RelationEngine {
    /// Whether an equation that is judged has the cell among its terms.
    fileprivate func isPinned(_ address: CellAddress) -> Bool {
        guard let number = space.number(of: address) else { return false }
        return constraints.indices.contains { index in
            guard constraints[index].isEquation, outcomes[index] == .holds else { return false }
            return (constraints[index].left + constraints[index].right).contains { $0.variable == number }
        }
    }
}

extension Report {
    /// The figure of the text that a path names: `claims.3`.
    func claim(at path: String) -> Claim? {
        guard path.hasPrefix("claims."), let index = Int(path.dropFirst(7)), claims.indices.contains(index) else {
            return nil
        }
        return claims[index]
    }
}
