internal import Model

/// What is said of a percentage that does not follow from the numbers beside it.
extension ClaimPercentage {
    func finding(_ slip: PercentageSlips.Slip, _ subject: Subject) -> Finding {
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(slip.percentage)
        let claims = subject.report.claims
        let shown = "“\(claims[slip.part].text)”、“\(claims[slip.whole].text)”"
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "\(said.zh)，而由\(shown)算得 \(slip.right)%，疑为笔误",
                en: "\(said.en), but from \(shown) it comes to \(slip.right)%: a slip of the pen?"
            ),
            places: [slip.percentage, slip.part, slip.whole].map(wording.place),
            expected: .number(slip.right),
            actual: claims[slip.percentage].value.map(Finding.Fact.number),
            basis: Self.description.basis
        )
    }

    /// The share that is printed beside what it comes to.
    func finding(
        _ share: ClaimShare,
        of whole: Quantity,
        comesTo right: Quantity,
        actual: Quantity?,
        _ cells: ClaimCells,
        _ subject: Subject
    ) -> Finding {
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(share.percentage)
        let shown = subject.report.claims[share.part].text
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "\(said.zh)，而“\(shown)”占 \(whole) 的比例为 \(right)%",
                en: "\(said.en), but “\(shown)” is \(right)% of \(whole)"
            ),
            places: [wording.place(share.percentage), wording.place(share.part)] + places(share, cells, wording),
            expected: .number(right),
            actual: actual.map(Finding.Fact.number),
            basis: Self.description.basis
        )
    }

    func finding(_ slip: SumShare.Slip, _ share: ClaimShare, _ subject: Subject) -> Finding {
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(share.percentage)
        let shown = wording.sum(slip.parts)
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "\(said.zh)，而 \(shown) 占 \(slip.whole) 的比例为 \(slip.right)%",
                en: "\(said.en), but \(shown) is \(slip.right)% of \(slip.whole)"
            ),
            places: ([share.percentage] + slip.parts).map(wording.place),
            expected: .number(slip.right),
            actual: subject.report.claims[share.percentage].value.map(Finding.Fact.number),
            basis: Self.description.basis
        )
    }

    func finding(_ growth: ClaimGrowth, _ right: Quantity, _ subject: Subject) -> Finding {
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(growth.growth)
        let claims = subject.report.claims
        let level = growth.now.isEmpty ? growth.before.prefix(1) : growth.now.prefix(1)
        let beside = level + (growth.change.map { [$0] } ?? Array(growth.before.prefix(1)))
        let shown = beside.map { "“\(claims[$0].text)”" }.joined(separator: "、")
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "\(said.zh)，而由\(shown)算得的增减为 \(right)%",
                en: "\(said.en), but from \(shown) the growth is \(right)%"
            ),
            places: [wording.place(growth.growth)] + beside.map(wording.place),
            expected: .number(right),
            actual: (claims[growth.growth].value ?? claims[growth.growth].low).map(Finding.Fact.number),
            basis: Self.description.basis
        )
    }

    /// The cells that the part itself states.
    func places(_ share: ClaimShare, _ cells: ClaimCells, _ wording: ClaimWording) -> [Finding.Place] {
        let whole = share.wholes.first.map { [wording.place($0)] } ?? []
        let readings = cells.report.claims[share.part].readings
        return whole + (readings.first.map { wording.places($0) } ?? [])
    }
}
