internal import Model

/// The same quantity stated twice is the same.
package struct ClaimRepeated: Rule {
    package static let description = RuleDescription(
        "claim.repeated",
        severity: .warning,
        statement: Finding.Message(
            zh: "同一数量在正文中出现两次时前后一致",
            en: "the same quantity stated twice in the text is the same"
        ),
        basis: "《中华人民共和国政府信息公开条例》第五十条"
    )
    package static let examples = [
        RuleExample(
            zh: "两处说法相同",
            en: "the same twice",
            .example().saying(1057, unit: "篇", key: "posts:青禾发布").saying(1057, unit: "篇", key: "posts:青禾发布")
        ),
        RuleExample(
            zh: "同一事项有两个总数",
            en: "two totals of one account",
            .example().saying(1057, unit: "篇", key: "posts:青禾发布").saying(1165, unit: "篇", key: "posts:青禾发布"),
            finds: ["claims.0"]
        ),
    ]

    package init() {}

    /// 去年12件,今年15件,增加5件: the growth is stated, and follows from the figures beside it.
    private func growths(_ subject: Subject) -> [Finding] {
        subject.report.claimGrowths.compactMap { growth in
            guard subject.report.claims[growth.growth].unit != "%", let now = growth.now.first,
                let before = growth.before.first, !GrowthCheck(subject.report).follows(growth)
            else { return nil }
            let wording = ClaimWording(report: subject.report, form: subject.form)
            let said = wording.quoted(growth.growth)
            let claims = subject.report.claims
            let change = (claims[now].value ?? Quantity(0)) - (claims[before].value ?? Quantity(0))
            return Finding(
                rule: Self.identifier,
                severity: .warning,
                message: Finding.Message(
                    zh: "\(said.zh)，而从“\(claims[before].text)”到“\(claims[now].text)”的变化为 \(change)",
                    en: "\(said.en), but from “\(claims[before].text)” to “\(claims[now].text)” it is \(change)"
                ),
                places: [growth.growth, now, before].map(wording.place),
                expected: .number(change),
                actual: claims[growth.growth].value.map(Finding.Fact.number),
                basis: Self.description.basis
            )
        }
    }

    package func judgement(of subject: Subject) -> Judgement {
        let report = subject.report
        let cells = ClaimCells(report: report)
        var result = Judgement(findings: growths(subject))
        var first: [String: Int] = [:]
        var reported: Set<String> = []
        let carried = Dictionary(grouping: report.claims.filter { $0.readings.first == [ClaimDoubt.carriedIn] }) {
            $0.sentence
        }.mapValues { Set($0.compactMap(\.value)) }
        for (index, claim) in report.claims.enumerated() where claim.isWhole && claim.scope == nil && claim.doubt == nil
        {
            let key = claim.key + (claim.readings.isEmpty ? "\n" + (claim.unit ?? "") : "")
            guard let other = first[key] else {
                first[key] = index
                continue
            }
            guard differ(report.claims[other], claim, cells), !agree(report.claims[other], claim, cells),
                !areFarApart(report.claims[other], claim)
            else { continue }
            // 1-6月收到6件,7-12月收到2件: in one breath they are hardly the same.
            if isOneSentence(report.claims[other], claim) { continue }
            if differByCarriedIn(report.claims[other], claim, carried) { continue }
            guard reported.insert(key).inserted else { continue }
            result.findings.append(finding(other, index, subject))
        }
        return result
    }

    /// Whether words that are not known stand with one of them and no slip makes the one of the other.
    private func areFarApart(_ one: Claim, _ other: Claim) -> Bool {
        guard one.isQualified || other.isQualified, let left = one.value, let right = other.value else { return false }
        if left == Quantity(0) || right == Quantity(0) { return true }
        return !Nearness.isSlip(left, right) && !Nearness.isNear(left, right)
    }

    private func isOneSentence(_ one: Claim, _ other: Claim) -> Bool {
        one.sentence == other.sentence && one.line == other.line && !one.key.hasPrefix("posts:")
    }

    /// 答复56件。…办结52件,上年结转4件全部办结: the one with what came over, the other without, in a sentence that says so.
    /// `carried` has what each sentence says came over.
    private func differByCarriedIn(_ one: Claim, _ other: Claim, _ carried: [Int: Set<Quantity>]) -> Bool {
        guard let left = one.value, let right = other.value else { return false }
        return carried[one.sentence]?.contains(right - left) == true
            || carried[other.sentence]?.contains(left - right) == true
    }

    private func differ(_ one: Claim, _ other: Claim, _ cells: ClaimCells) -> Bool {
        // 12.5万元, 125000元.
        if one.unit != other.unit, let amount = cells.inTableUnits(one), amount == cells.inTableUnits(other) {
            return false
        }
        if let low = one.low, let high = other.high, high < low { return true }
        if let low = other.low, let high = one.high, high < low { return true }
        return false
    }

    /// Whether both are the table's, each in its own reading: with and without what was carried in.
    private func agree(_ one: Claim, _ other: Claim, _ cells: ClaimCells) -> Bool {
        guard one.readings.count > 1 || other.readings.count > 1 else { return false }
        guard case .agrees = cells.outcome(of: one), case .agrees = cells.outcome(of: other) else {
            // The one is the table's with what was carried in, and the other is wrong beside the table.
            for claim in [one, other] {
                if case .agrees(reading: let reading) = cells.outcome(of: claim), reading > 0 { return true }
            }
            // Without a table nothing tells whether one of them holds what was carried in.
            switch cells.outcome(of: one) {
            case .silent, .unknown: return true
            case .agrees, .differs: return false
            }
        }
        return true
    }

    private func finding(_ first: Int, _ second: Int, _ subject: Subject) -> Finding {
        let wording = ClaimWording(report: subject.report, form: subject.form)
        let one = wording.quoted(first)
        let other = wording.quoted(second)
        let claims = subject.report.claims
        return Finding(
            rule: Self.identifier,
            severity: .warning,
            message: Finding.Message(zh: "\(one.zh)，而\(other.zh)", en: "\(one.en), but \(other.en)"),
            places: [wording.place(first), wording.place(second)],
            expected: claims[first].value.map(Finding.Fact.number),
            actual: claims[second].value.map(Finding.Fact.number),
            basis: Self.description.basis
        )
    }
}
