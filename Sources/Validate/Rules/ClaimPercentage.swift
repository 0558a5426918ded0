internal import Model

/// A percentage follows from the numbers beside it.
package struct ClaimPercentage: Rule {
    package static let description = RuleDescription(
        "claim.percentage",
        severity: .warning,
        statement: Finding.Message(
            zh: "百分比与相邻数字相符（允许四舍五入误差）；不指明所占为何的，只报疑似笔误",
            en:
                "a percentage follows from the numbers beside it, within rounding; where the text does not say of what it "
                + "is, only what looks like a slip of the pen is found"
        ),
        basis: "《中华人民共和国政府信息公开条例》第五十条"
    )
    package static let examples = [
        RuleExample(
            zh: "44 件中的 39 件，四舍五入",
            en: "39 of 44, rounded",
            share(39, of: 44, printed: Quantity(significand: 886, scale: 1))
        ),
        RuleExample(
            zh: "不是 44 件中的 39 件",
            en: "not 39 of 44",
            share(39, of: 44, printed: Quantity(significand: 868, scale: 1)),
            finds: ["claims.2"]
        ),
    ]

    private static func share(_ part: Int, of whole: Int, printed: Quantity) -> Report {
        var report = Report.example().saying((whole, "件"), (part, "件"))
        report.claims.append(
            Claim(key: "占", value: printed, low: printed, high: printed, unit: "%", line: 9, text: "占\(printed)%")
        )
        report.claimShares = [ClaimShare(percentage: 2, part: 1, wholes: [0], readings: [], decimals: printed.scale)]
        return report
    }

    package init() {}

    package func judgement(of subject: Subject) -> Judgement {
        var result = Judgement()
        let cells = ClaimCells(report: subject.report)
        for (index, share) in subject.report.claimShares.enumerated() {
            let share =
                share.isKnown ? share : shown(by: subject.report.claimShares, index, subject.report.claims, cells)
            let finding =
                share.partReadings.isEmpty ? finding(share, cells, subject) : rateAlone(share, cells, subject)
            guard let finding else { continue }
            if let doubt = unread(share, cells) {
                result.unverified.append(doubt)
            } else {
                result.findings.append(finding)
            }
        }
        result.findings += beyondAll(subject, besides: result.findings)
        let growths = GrowthCheck(subject.report)
        for growth in subject.report.claimGrowths where subject.report.claims[growth.growth].unit == "%" {
            if !growths.follows(growth), let right = growths.right(growth) {
                result.findings.append(finding(growth, right, subject))
            }
        }
        let found = Set(result.findings.compactMap { $0.places.first?.path })
        for slip in PercentageSlips(subject.report).slips() where !found.contains("claims.\(slip.percentage)") {
            result.findings.append(finding(slip, subject))
        }
        return result
    }

    /// What of the tables a share may be of and could not be read: none of the figures beside it need be its whole then.
    private func unread(_ share: ClaimShare, _ cells: ClaimCells) -> Unverified? {
        let reasons = share.readings.compactMap { reading -> String? in
            guard case .unread(let reason) = cells.value(of: reading) else { return nil }
            return reason
        }
        guard let reason = reasons.first else { return nil }
        let line = cells.report.claims[share.percentage].line
        return Unverified(rule: Self.identifier, reason: "\(reason): claims.\(share.percentage) (line \(line))")
    }

    private func finding(_ share: ClaimShare, _ cells: ClaimCells, _ subject: Subject) -> Finding? {
        let claims = subject.report.claims
        guard let part = claims[share.part].value else { return nil }
        guard let printed = claims[share.percentage].value else { return roughly(share, part, cells, subject) }
        var wholes = wholes(of: share, claims, cells)
        wholes += wholesOfApplicants(claims[share.part], cells)
        // A whole that is wrong beside the table: that is said already.
        wholes += share.wholes.compactMap(cells.contradicted)
        let largest = wholes.max()
        wholes = wholes.filter { $0 >= part && $0 > Quantity(0) }
        // 收到44件,其中网络申请93件,占88.6%: more than all that there is, of which it cannot be that share.
        let isBeyond =
            wholes.isEmpty && share.isKnown && !share.wholes.isEmpty && !share.readings.isEmpty
            && printed < Quantity(100)
            && cells.contradicted(share.part) == nil
        guard let first = wholes.first ?? (isBeyond ? largest : nil), first > Quantity(0) else { return nil }
        if wholes.contains(where: { Self.follows(printed, share.decimals, part, $0) }) { return nil }
        if !ShareGround(share, claims).isWrong(printed, part, wholes) { return nil }
        if share.isOfSum {
            return SumShare(share, claims).slip(printed, wholes).map { finding($0, share, subject) }
        }
        if SumShare(share, claims).follows(printed, wholes) || isExplained(share, printed, wholes, cells) { return nil }
        // The part itself is wrong beside the table, whose number the percentage follows from: that is said already.
        if let value = cells.contradicted(share.part),
            wholes.contains(where: { Self.follows(printed, share.decimals, value, $0) })
        {
            return nil
        }
        let right = Self.percentage(part, first, decimals: share.decimals)
        return finding(share, of: first, comesTo: right, actual: printed, cells, subject)
    }

    /// 自然人申请办结322件。予以公开110件,占34.2%: all applications of the applicants whose the part is.
    func wholesOfApplicants(_ part: Claim, _ cells: ClaimCells) -> [Quantity] {
        guard case .agrees(let reading) = cells.outcome(of: part) else { return [] }
        let paths = part.readings[reading]
        guard paths.allSatisfy({ $0.hasPrefix("applications.") && !$0.hasSuffix(".total") }) else { return [] }
        let columns = Set(paths.compactMap { $0.split(separator: ".").last }).sorted()
        return ["processed_total", "received"].compactMap { row in
            guard case .number(let value, _) = cells.value(of: columns.map { "applications.\(row).\($0)" }) else {
                return nil
            }
            return value
        }
    }

    /// Whether the percentage is that of other figures of the text, or of the tables: two decimals hardly agree by chance.
    private func isExplained(
        _ share: ClaimShare,
        _ printed: Quantity,
        _ wholes: [Quantity],
        _ cells: ClaimCells
    ) -> Bool {
        // 占办结总数1443件的13.86%: the text says of what.
        guard share.decimals > 1, share.wholes.count + share.readings.count > 1 else { return false }
        let claims = cells.report.claims
        let beside = claims[max(0, share.percentage - Self.reach)..<share.percentage].filter {
            $0.sentence == claims[share.percentage].sentence && $0.unit != "%"
        }
        let parts = beside.compactMap(\.value)
        var all = wholes + parts
        for row in ["received", "processed_total"] {
            if case .number(let value, _) = cells.value(at: "applications.\(row).total") { all.append(value) }
        }
        return parts.contains { part in
            part > Quantity(0) && all.contains { $0 >= part && Self.follows(printed, share.decimals, part, $0) }
        }
    }

    /// How many figures before it a percentage may be of.
    private static let reach = 8

    /// A rate without a count beside it, against the tables alone.
    private func rateAlone(_ share: ClaimShare, _ cells: ClaimCells, _ subject: Subject) -> Finding? {
        let claim = subject.report.claims[share.percentage]
        guard claim.scope == nil, let printed = claim.value, let parts = values(share.partReadings, cells),
            let wholes = values(share.readings, cells), let part = parts.first, let whole = wholes.first,
            part > Quantity(0), part <= whole
        else { return nil }
        let isRight = parts.contains { part in
            wholes.contains { Self.follows(printed, share.decimals, part, $0) }
        }
        guard !isRight else { return nil }
        let right = Self.percentage(part, whole, decimals: share.decimals)
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let said = wording.quoted(share.percentage)
        let table = wording.cells(share.partReadings[0])
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(
                zh: "\(said.zh)，而\(table.zh)占 \(whole) 的比例为 \(right)%",
                en: "\(said.en), but \(table.en) is \(right)% of \(whole)"
            ),
            places: [wording.place(share.percentage)] + wording.places(share.partReadings[0]),
            expected: .number(right),
            actual: .number(printed),
            basis: Self.description.basis
        )
    }

    /// What readings come to; nil where one is not known for certain.
    private func values(_ readings: [[String]], _ cells: ClaimCells) -> [Quantity]? {
        var values: [Quantity] = []
        for reading in readings {
            guard case .number(let value, isCertain: true) = cells.value(of: reading) else { return nil }
            values.append(value)
        }
        return values
    }

    /// A share that does not say of what, with those figures alone of which a share beside it is one for certain.
    private func shown(
        by shares: [ClaimShare],
        _ index: Int,
        _ claims: [Claim],
        _ cells: ClaimCells
    ) -> ClaimShare {
        var share = shares[index]
        if isRight(share, claims, cells) { return share }
        let others = shares[max(0, index - 3)..<min(shares.count, index + 4)]
        share.readings = share.readings.filter { reading in
            guard case .number(let value, isCertain: true) = cells.value(of: reading) else { return false }
            return others.contains { other in
                guard other.part != share.part, other.decimals > 0, other.readings.contains(reading),
                    let part = claims[other.part].value, let printed = claims[other.percentage].value, value > part
                else { return false }
                return Self.follows(printed, other.decimals, part, value)
            }
        }
        share.wholes = share.wholes.filter { whole in
            // 信息320条,其中政策类38条(占11.9%)。省级媒体发稿12篇,占8%: of what was sent to the media.
            if claims[whole].sentence != claims[share.part].sentence, claims[whole].unit != claims[share.part].unit {
                return false
            }
            return others.contains { other in
                guard other.part != share.part, other.wholes.contains(whole), let part = claims[other.part].value,
                    let of = claims[whole].value, let printed = claims[other.percentage].value, of > part
                else { return false }
                return Self.follows(printed, other.decimals, part, of)
            }
        }
        return share
    }

    /// Whether the percentage is that of one of the figures that it may be of.
    private func isRight(_ share: ClaimShare, _ claims: [Claim], _ cells: ClaimCells) -> Bool {
        guard let part = claims[share.part].value, let printed = claims[share.percentage].value else { return false }
        return wholes(of: share, claims, cells).contains {
            $0 >= part && Self.follows(printed, share.decimals, part, $0)
        }
    }

    /// The figures of the text, and of the tables, that a share may be of.
    func wholes(of share: ClaimShare, _ claims: [Claim], _ cells: ClaimCells) -> [Quantity] {
        share.wholes.compactMap { claims[$0].value }
            + share.readings.compactMap { reading in
                guard case .number(let value, _) = cells.value(of: reading) else { return nil }
                return value
            }
    }
}
