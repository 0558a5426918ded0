internal import Forms
internal import Model

extension Judgement {
    /// Gives a contradiction between the text and the table the repairs that are left where no relation is broken.
    ///
    /// Where sums that hold pin the cells, it is the text that is wrong. Where nothing pins the one cell, either may be;
    /// then only a slip of the pen is a reason to name one: digits transposed, yuan for ten thousand yuan.
    mutating func repairByText(in subject: Subject) {
        for index in findings.indices {
            let finding = findings[index]
            guard finding.rule == ClaimContradictsTable.identifier, finding.cluster == nil, finding.repairs.isEmpty,
                let place = finding.places.first(where: { subject.report.claim(at: $0.path) != nil }),
                let contradiction = TextContradiction(at: place.path, in: subject)
            else { continue }
            findings[index].repairs = contradiction.repairs
        }
    }
}

/// A figure of the text that is not the table's.
private struct TextContradiction {
    /// The path of the claim.
    let path: String
    let claim: Claim
    /// The claim's number in the table's unit.
    let value: Quantity
    /// The cells of each reading.
    let readings: [[CellAddress]]
    let subject: Subject

    init?(at path: String, in subject: Subject) {
        guard let claim = subject.report.claim(at: path),
            let value = claim.value.map({ $0.shifted(by: -Self.shift(claim)) }),
            claim.key != "proactive.procurement.amount"
        else { return nil }
        self.path = path
        self.claim = claim
        self.value = value
        self.subject = subject
        readings = claim.readings.map { $0.compactMap { CellAddress(path: $0) } }
    }

    var repairs: [Finding.Repair] {
        if let cell = onlyCell, !isPinned(cell) { return repairs(of: cell) }
        guard readings.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isPinned) }) else { return [] }
        var known: Set<Quantity> = []
        let sums = readings.compactMap(sum).filter { $0 != value && known.insert($0).inserted }
        let isSound = readings.joined().allSatisfy { cell in
            number(at: cell).map { !subject.relations.isInBroken($0) } ?? true
        }
        let zh = isSound ? "表中各项关系都成立，应以表为准" : "表中有成立的关系印证此数，应以表为准"
        let en =
            isSound
            ? "the sums of the table hold, and so the table counts"
            : "a sum of the table that holds has this number, and so the table counts"
        return sums.map { sum in (sum, slip(from: value, to: sum)) }.sorted { $0.1.cost < $1.1.cost }.map { sum, slip in
            let why = slip.cost < Slip.leastWithoutMark ? slip.cause : nil
            return repairOfText(
                to: sum,
                Finding.Message(
                    zh: zh + (why.map { "：" + $0.zh } ?? ""),
                    en: en + (why.map { ": " + $0.en } ?? "")
                )
            )
        }
    }

    /// What a slip suggests where nothing but the text and the cell speak: either.
    private func repairs(of cell: CellAddress) -> [Finding.Repair] {
        guard let number = number(of: cell), number != value else { return [] }
        let slip = slip(from: number, to: value)
        guard slip.cost < Slip.leastWithoutMark, let cause = slip.cause else { return [] }
        let ofCell = Finding.Repair(
            changes: [Finding.Repair.Change(path: cell.path, from: number, to: value)],
            cause: Finding.Message(
                zh: "如以正文第 \(claim.line) 行为准：\(cause.zh)",
                en: "if the text on line \(claim.line) is right: \(cause.en)"
            )
        )
        // The text names its unit, and the table has it printed: what is wrong by just that is the table.
        if slip.isUnit { return [ofCell] }
        let back = self.slip(from: value, to: number).cause ?? cause
        let ofText = repairOfText(
            to: number,
            Finding.Message(zh: "如以表为准：\(back.zh)", en: "if the table is right: \(back.en)")
        )
        return isLastYears(cell) ? [ofText, ofCell] : [ofCell, ofText]
    }

    /// Whether the cell as it stands follows from last year's report.
    private func isLastYears(_ cell: CellAddress) -> Bool {
        guard let number = subject.relations.space.number(of: cell) else { return false }
        let expectations = Witnesses(subject).expectations
        return expectations.relations.contains { relation in
            relation.terms.contains { $0.cell == number } && expectations.lack(relation) == 0
        }
    }

    private func repairOfText(to sum: Quantity, _ cause: Finding.Message) -> Finding.Repair {
        let change = Finding.Repair.Change(path: path, from: claim.value, to: sum.shifted(by: Self.shift(claim)))
        return Finding.Repair(changes: [change], cause: cause)
    }

    private var onlyCell: CellAddress? { readings.count == 1 && readings[0].count == 1 ? readings[0][0] : nil }

    private func number(of cell: CellAddress) -> Quantity? {
        subject.report.table(cell.table)?.cell(cell.row, cell.column)?.number
    }

    private func sum(_ cells: [CellAddress]) -> Quantity? {
        var sum = Quantity(0)
        for cell in cells {
            guard let number = number(of: cell) else { return nil }
            sum = sum + number
        }
        return sum
    }

    private func number(at cell: CellAddress) -> Int? { subject.relations.space.number(of: cell) }

    private func isPinned(_ cell: CellAddress) -> Bool {
        subject.relations.space.number(of: cell).map(subject.relations.isPinned) ?? false
    }

    /// By how many digits the claim's unit is smaller than the table's, 万元.
    private static func shift(_ claim: Claim) -> Int {
        switch claim.unit {
        case "元": 4
        case "亿元": -4
        default: 0
        }
    }

    private func slip(from: Quantity, to: Quantity) -> Slip {
        let scale = max(from.scale, to.scale)
        return Slip(
            from: from.significand &* Self.unit(scale - from.scale),
            to: to.significand &* Self.unit(scale - to.scale),
            Slip.Context(scale: scale)
        )
    }

    private static func unit(_ decimals: Int) -> Int { (0..<decimals).reduce(1) { unit, _ in unit &* 10 } }
}

extension RelationEngine {
    /// Whether a relation that does not hold has the cell among its terms.
    func isInBroken(_ number: Int) -> Bool {
        constraints.indices.contains { index in
            guard case .broken = outcomes[index] else { return false }
            return (constraints[index].left + constraints[index].right).contains { $0.variable == number }
        }
    }

    /// Whether an equation that holds has the cell among its terms.
    func isPinned(_ number: Int) -> Bool {
        constraints.indices.contains { index in
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
