internal import Model

/// The parts of a list add up to the whole.
package struct ClaimListSum: Rule {
    package static let description = RuleDescription(
        "claim.list-sum",
        severity: Finding.Message(
            zh: "错误（各项之和超出总数，且超出部分不等于其中某一项）；否则为警告",
            en: "error where the parts exceed the whole by what is no part itself; else warning"
        ),
        statement: Finding.Message(
            zh: "“其中”“分别”“包括”之后所列各项之和等于总数；未列全的（“等”“主要”）可以少于总数；“合计”“共”等于前面各项之和",
            en: "a list after 其中, 分别, 包括 adds up to its whole; one that is not exhaustive may fall short; "
                + "a total behind figures is their sum"
        ),
        basis: "《中华人民共和国政府信息公开条例》第五十条"
    )
    private static let sound = Report.example()
        .saying((85, "件"), (77, "件"), (8, "件"))
    private static let short = Report.example().saying((85, "件"), (70, "件"), (8, "件"))
    private static let beyond = Report.example()
        .saying((323, "条"), (2, "条"), (10, "条"), (4, "条"), (310, "条"), (3, "条"))
    private static var behind: Report {
        var report = Report.example().saying((286, "条"), (126, "条"), (421, "条"))
        report.claims[2].total = 0
        return report
    }
    package static let examples = [
        RuleExample(zh: "分项之和等于总数", en: "parts that add up", sound.listing([0, 1, 2])),
        RuleExample(
            zh: "未列全的分项少于总数",
            en: "a list that is not exhaustive falls short",
            sound.listing([0, 1], isExhaustive: false)
        ),
        RuleExample(
            zh: "分项之和大于总数",
            en: "parts beyond the whole",
            beyond.listing([0, 1, 2, 3, 4, 5]),
            finds: ["claims.0"]
        ),
        RuleExample(
            zh: "已列全的分项少于总数",
            en: "an exhaustive list falls short",
            short.listing([0, 1, 2]),
            finds: ["claims.0"]
        ),
        RuleExample(zh: "总数两位数字颠倒", en: "a total with two digits exchanged", behind, finds: ["claims.2"]),
    ]

    package init() {}

    package func judgement(of subject: Subject) -> Judgement {
        var result = Judgement()
        let cells = ClaimCells(report: subject.report)
        for list in subject.report.claimLists {
            if let finding = list.wholes.isEmpty ? beyondTable(list, cells, subject) : finding(list, cells, subject) {
                result.findings.append(finding)
            }
        }
        let found = Set(result.findings.compactMap { $0.places.first?.path })
        for slip in TotalSlips(subject.report).slips() where !found.contains("claims.\(slip.total)") {
            // It is wrong beside the table, which is said already, or right.
            guard cells.contradicted(slip.total) == nil, !isTable(subject.report.claims[slip.total], cells) else {
                continue
            }
            result.findings.append(finding(slip, subject))
        }
        return result
    }

    private func finding(_ slip: TotalSlips.Slip, _ subject: Subject) -> Finding {
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(slip.total)
        let shown = wording.sum(slip.parts)
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "\(said.zh)，而前面所列各项之和为 \(shown) = \(slip.right)",
                en: "\(said.en), but the figures before it make \(shown) = \(slip.right)"
            ),
            places: ([slip.total] + slip.parts).map(wording.place),
            expected: subject.report.claims[slip.total].value.map(Finding.Fact.number),
            actual: .number(slip.right),
            basis: Self.description.basis
        )
    }

    /// The bounds of a sum.
    private struct Bounds {
        var low = Quantity(0)
        var high: Quantity? = Quantity(0)

        mutating func add(_ claim: Claim) {
            low = low + (claim.low ?? Quantity(0))
            high = high.flatMap { high in claim.high.map { high + $0 } }
        }

        func holds(_ value: Quantity) -> Bool { low <= value && high.map { value <= $0 } ?? true }
    }

    private func finding(_ list: ClaimList, _ cells: ClaimCells, _ subject: Subject) -> Finding? {
        let claims = subject.report.claims
        let wholes = list.wholes.compactMap { claims[$0].value }
        guard let whole = list.wholes.first, let nearest = wholes.first, hasOneMoney(list, claims),
            let largest = list.wholes.compactMap({ claims[$0].high ?? claims[$0].value }).max()
        else { return nil }
        var sum = Bounds()
        var certain = Bounds()
        for (position, part) in list.parts.enumerated() {
            sum.add(claims[part])
            if position < list.certain { certain = sum }
            // It ends where its beginning already adds up; what follows a part as large as the whole is some of that.
            let isOpen = position > 0 || list.parts.count > 1 && sum.low == sum.high
            if isOpen, wholes.contains(where: sum.holds), !isExceeded(list, behind: position, claims) { return nil }
        }
        guard list.certain > 1 || list.parts.count == 1, !isToldByTable(list, cells) else { return nil }
        // 新收23件,办结24件,结转3件: each is the table's, so that they are no parts of one whole.
        if isTable(claims[whole], cells), list.parts.allSatisfy({ isTable(claims[$0], cells) }) { return nil }
        // 上年结转4件,新收23件,其中24件已答复,3件结转: of both.
        // 机构类22条,机构概况1条、其中领导13条、内设机构8条: all of them are parts of the first.
        if let before = neighbour(before: whole, claims),
            sum.holds(before + nearest) || before > nearest && sum.holds(before - nearest)
        {
            return nil
        }
        // 予以公开9件、部分公开2件,两项合计11件;不予公开5件: of those before it, and not of those behind.
        if isSumBehind(whole, nearest, claims) { return nil }
        // It is all of what the table has, which the figures before it are no sum of.
        for reading in list.readings {
            guard case .number(let value, _) = cells.value(of: reading) else { continue }
            if sum.holds(value) || value > nearest && sum.holds(value - nearest) { return nil }
        }
        let isBeyond = certain.low > largest
        if isBeyond {
            if !isExceeded(list, behind: 0, claims), isFarBeyond(list, certain.low, claims) { return nil }
            let mayOverlap = list.mayOverlap && list.parts.allSatisfy { claims[$0].low.map { $0 <= largest } ?? false }
            return mayOverlap ? nil : finding(whole, list, certain, isBeyond: true, subject)
        }
        let smallest = list.wholes.compactMap { claims[$0].low ?? claims[$0].value }.min() ?? nearest
        guard list.isExhaustive, let high = sum.high, high < smallest else { return nil }
        if sum.low == high, isMadeUpBehind(list, high, nearest, claims) { return nil }
        // Each is the table's: the list leaves out what the table has beside them.
        if isTable(claims[whole], cells), isMostlyTable(list.parts.map { claims[$0] }, cells) { return nil }
        return finding(whole, list, sum, isBeyond: false, subject)
    }

    /// The figure before the whole in its sentence, in its unit.
    private func neighbour(before whole: Int, _ claims: [Claim]) -> Quantity? {
        guard whole > 0, claims[whole - 1].sentence == claims[whole].sentence,
            claims[whole - 1].unit == claims[whole].unit, !claims[whole - 1].isDenial
        else { return nil }
        return claims[whole - 1].value
    }

    /// Whether a figure is the sum of two or more that stand directly before it in its sentence, in whatever units.
    private func isSumBehind(_ place: Int, _ value: Quantity, _ claims: [Claim]) -> Bool {
        var sum = Quantity(0)
        var count = 0
        for claim in claims[max(0, place - Self.mostParts)..<place].reversed() where claim.unit != "%" {
            guard claim.sentence == claims[place].sentence, let addend = claim.value, sum < value else { return false }
            sum = sum + addend
            count += 1
            if count > 1, sum == value { return true }
        }
        return false
    }

    private static let mostParts = 20

    /// Whether the parts make twice the whole and more, and no slip in one of the figures explains it: then they are
    /// hardly parts of it. Nor are they where they are counted otherwise: 专栏39个,其中政策文件栏目356条.
    private func isFarBeyond(_ list: ClaimList, _ sum: Quantity, _ claims: [Claim]) -> Bool {
        let wholes = list.wholes.compactMap { claims[$0].value }
        let parts = list.parts.prefix(list.certain).compactMap { claims[$0].value }
        let isOfOtherUnit = list.parts.allSatisfy { part in
            !list.wholes.contains { claims[$0].unit == claims[part].unit }
        }
        guard parts.count == list.certain, !wholes.contains(where: { Nearness.isNear($0, sum) || sum <= $0 + $0 })
        else {
            return false
        }
        return isOfOtherUnit
            || !wholes.contains { whole in
                Nearness.isSlip(whole, sum)
                    || parts.contains { part in
                        let fitting = whole - (sum - part)
                        return fitting >= Quantity(0) && Nearness.isSlip(part, fitting)
                    }
            }
    }

    /// Whether most of the figures are those of a table, and none of them is wrong.
    private func isMostlyTable(_ parts: [Claim], _ cells: ClaimCells) -> Bool {
        let told = parts.filter { !$0.readings.isEmpty }
        return 2 * told.count > parts.count && told.allSatisfy { isTable($0, cells) }
    }

    /// Whether the figure is one that a table has, and right.
    private func isTable(_ claim: Claim, _ cells: ClaimCells) -> Bool {
        guard !claim.isPart, case .agrees = cells.outcome(of: claim) else { return false }
        return true
    }

    /// Sums of money are added only in one unit, 元 or 万元.
    private func hasOneMoney(_ list: ClaimList, _ claims: [Claim]) -> Bool {
        let units = Set((list.wholes.prefix(1) + list.parts).map { claims[$0].unit ?? "" })
        return units.count == 1 || !units.contains { $0.hasSuffix("元") }
    }

    /// Whether a single figure of the list is wrong beside the table, with whose number the list adds up.
    private func isToldByTable(_ list: ClaimList, _ cells: ClaimCells) -> Bool {
        let claims = cells.report.claims
        guard let whole = list.wholes.first else { return false }
        let wrong = ([whole] + list.parts).compactMap { index in cells.contradicted(index).map { (index, $0) } }
        guard wrong.count == 1, let (index, right) = wrong.first else { return false }
        func value(of claim: Int) -> Quantity? { claim == index ? right : claims[claim].value }
        var sum = Quantity(0)
        for part in list.parts {
            guard let addend = value(of: part) else { return false }
            sum = sum + addend
        }
        return sum == value(of: whole)
    }

    /// Of parts without a whole of their own: whether they make more than the table has.
    private func beyondTable(_ list: ClaimList, _ cells: ClaimCells, _ subject: Subject) -> Finding? {
        let claims = subject.report.claims
        let values = list.parts.compactMap { claims[$0].value }
        let sum = values.reduce(Quantity(0), +)
        guard values.count == list.parts.count, !list.parts.contains(where: { claims[$0].scope != nil }) else {
            return nil
        }
        var wholes: [Quantity] = []
        for reading in list.readings {
            guard case .number(let value, isCertain: true) = cells.value(of: reading) else { return nil }
            wholes.append(value)
        }
        guard let largest = wholes.max(), sum > largest, let reading = list.readings.first else { return nil }
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(list.parts[0])
        let table = wording.cells(reading)
        let shown = wording.sum(list.parts)
        return Finding(
            rule: Self.identifier,
            severity: .error,
            message: Finding.Message(
                zh: "\(said.zh)等各项之和为 \(shown) = \(sum)，超过\(table.zh)",
                en: "\(said.en) and what is listed with it make \(shown) = \(sum), more than \(table.en)"
            ),
            places: list.parts.map(wording.place) + wording.places(reading),
            expected: .number(largest),
            actual: .number(sum),
            basis: Self.description.basis
        )
    }

    private func finding(
        _ whole: Int,
        _ list: ClaimList,
        _ sum: Bounds,
        isBeyond: Bool,
        _ subject: Subject
    ) -> Finding {
        let claims = subject.report.claims
        let parts = isBeyond ? Array(list.parts.prefix(list.certain)) : list.parts
        // What exceeds by one of the parts may hold that part in another one; by how much an interval is exceeded, nobody
        // knows.
        let isPart = claims[whole].value.map { value in parts.contains { claims[$0].value == sum.low - value } } ?? true
        let hasOtherUnits = parts.contains { claims[$0].unit != claims[whole].unit }
        let isError = isBeyond && !isPart && !hasOtherUnits
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(whole)
        let shown = wording.sum(parts)
        // Of rounded figures only the least that they make is known: 4.98万条 is 49800, give or take 50.
        let isExact = sum.high == sum.low
        let total = Finding.Message(
            zh: isExact ? " = \(sum.low)" : "，至少 \(sum.low)",
            en: isExact ? " = \(sum.low)" : ", at least \(sum.low)"
        )
        return Finding(
            rule: Self.identifier,
            severity: isError ? .error : .warning,
            message: Finding.Message(
                zh: "\(said.zh)，而所列各项之和为 \(shown)\(total.zh)",
                en: "\(said.en), but the parts listed make \(shown)\(total.en)"
            ),
            places: [wording.place(whole)] + parts.map(wording.place),
            expected: claims[whole].value.map(Finding.Fact.number),
            actual: .number(sum.low),
            basis: Self.description.basis
        )
    }
}
