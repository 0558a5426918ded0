internal import Model

/// The rates of two counts: 受理5632件,办结5601件,办结率99.4%.
extension ListFinder {
    private static let deeds: TermSet = [.process, .otherVerb, .adopted, .publish]
    private static let otherMatters = TermSet.nouns.union([.consultation, .proposal, .timely, .late])

    mutating func findRate(_ index: Int) {
        guard index > 1, items[index].percentage.isBeside else { return }
        findRate(index, whole: items[index - 2], part: items[index - 1])
        findRateInTime(index, whole: items[index - 2], part: items[index - 1])
        findRateOfTable(index)
    }

    /// 新收363件,结转20件,办结359件,办结率93.7%: of all that were to be dealt with, or of those received.
    private mutating func findRateOfTable(_ index: Int) {
        let rate = items[index]
        guard paths.isRevised, rate.words.contains(.handlingRate), !rate.words.meets([.timely, .late]),
            [.intake, .handling].contains(items[index - 1].family), items[index - 1].sentence == rate.sentence
        else { return }
        let sentence = items[..<index].filter { $0.sentence == rate.sentence && isListed($0) && $0.numeral.isExact }
        guard let part = sentence.last(where: { $0.family == .handling && $0.words.contains(.process) }) else { return }
        let received = paths.applications("received")
        shares.append(
            ClaimShare(
                percentage: rate.claim,
                part: part.claim,
                wholes: sentence.filter { $0.family == .intake }.map(\.claim),
                readings: [received + paths.applications("carried_in"), received],
                decimals: rate.numeral.decimals
            )
        )
    }

    /// 行政复议191件,其中被纠正31件,纠错率16.2%: of all of them, or of those that were decided.
    mutating func findFaultRate(_ index: Int) {
        let rate = items[index]
        let outcome: Term = rate.words.contains(.upheldRate) ? .upheld : .corrected
        guard rate.words.meets([.faultRate, .upheldRate, .lossRate]),
            let last = items[..<index].lastIndex(where: {
                $0.role == .count && ($0.family != .disputeOutcome || $0.words.contains(outcome))
            })
        else { return }
        let part = items[last]
        guard part.family == .disputeOutcome, part.sentence == rate.sentence, part.numeral.isExact,
            !part.wholes.isEmpty,
            part.ownWords.contains(outcome) && !part.marks.isToldBehind && !rate.ownWords.meets(.disputes)
                || outcome == .corrected && (last == index - 1 || part.depth > 0)
        else { return }
        let wholes = items[..<last].filter {
            $0.sentence == rate.sentence && $0.family == .dispute && isListed($0) && $0.numeral.isExact
        }
        shares.append(
            ClaimShare(
                percentage: rate.claim,
                part: part.claim,
                wholes: wholes.map(\.claim),
                readings: [part.wholes, decided(part)],
                decimals: rate.numeral.decimals
            )
        )
    }

    /// How those were decided of which the figure counts some: without what is still pending.
    func decided(_ part: ClaimItem) -> [String] {
        part.wholes.flatMap { path in
            ["upheld", "corrected", "other"].map { String(path.dropLast("total".count)) + $0 }
        }
    }

    /// 产生信息2864条,其中主动公开2410条,公开率84.2%: of what was named before it in the sentence.
    mutating func findRateOfDisclosure(_ index: Int) {
        let rate = items[index]
        guard rate.words.contains(.disclosureRate), let printed = rate.numeral.value, printed != Quantity(100) else {
            return
        }
        let before = items[..<index].indices.filter {
            items[$0].sentence == rate.sentence && items[$0].depth == rate.depth && isListed(items[$0])
                && items[$0].numeral.isExact
        }
        guard let part = before.last(where: { items[$0].words.meets([.disclose, .publish]) }) else { return }
        let wholes = before.filter { $0 < part && items[$0].numeral.unit == items[part].numeral.unit }
        // 全部公开2件、部分公开0件,共公开2件,公开率0.3%: the sum of those, which are none of its wholes.
        let sum = wholes.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        guard !wholes.isEmpty, wholes.count < 2 || sum != items[part].numeral.value else { return }
        shares.append(
            ClaimShare(
                percentage: rate.claim,
                part: items[part].claim,
                wholes: wholes.reversed().map { items[$0].claim },
                readings: [],
                decimals: rate.numeral.decimals
            )
        )
    }

    /// 依申请公开办结率92.4%, 予以公开占44.6%, with no count beside it: what the table has of all of its kind.
    mutating func findRateAlone(_ index: Int) {
        let rate = items[index]
        guard paths.isRevised, !rate.words.meets([.timely, .late]), !rate.isOfOtherYears, rate.numeral.unit == .percent,
            let printed = rate.numeral.value, printed != Quantity(100),
            !shares.contains(where: { $0.percentage == rate.claim })
        else { return }
        guard !isOfNamedFigure(index), let (part, wholes) = tableRate(rate) else { return }
        shares.append(
            ClaimShare(
                percentage: rate.claim,
                part: rate.claim,
                wholes: [],
                readings: wholes,
                decimals: rate.numeral.decimals,
                partReadings: part
            )
        )
    }

    /// 在予以公开的38件中,商业企业占18.4%,自然人占60.5%: of those, and not of all that came in.
    private func isOfNamedFigure(_ index: Int) -> Bool {
        guard let whole = items[..<index].lastIndex(where: { $0.role == .count }), whole + 1 < items.count,
            items[whole].sentence == items[index].sentence
        else { return false }
        return items[whole + 1].isLooselyMarked && items[whole].family != .intake && items[whole].family != .handling
    }

    private func tableRate(_ rate: ClaimItem) -> (part: [[String]], wholes: [[String]])? {
        let received = paths.applications("received")
        let all = received + paths.applications("carried_in")
        let processed = paths.applications("processed_total")
        if rate.words.contains(.handlingRate) {
            let isOfMatter = rate.words.contains(.application) || rate.percentage.isOfApplications
            return isOfMatter && !rate.words.meets([.wideScope, .ownScope]) ? ([processed], [all, received]) : nil
        }
        if rate.words.contains(.disclosureRate), rate.follows == .outcome || rate.percentage.isOfAnswers {
            // 法律服务机构55件,…公开率41.8%: of theirs.
            guard !rate.namesKinds else { return nil }
            let granted = paths.group("granted")
            return ([granted + paths.group("partly_granted"), granted], [processed, received, all])
        }
        guard let part = rate.percentage.ofTable.first else { return nil }
        if rate.percentage.isOfEach {
            let isOfOutcome = part.allSatisfy { $0.hasSuffix(".total") }
            return (rate.percentage.ofTable, isOfOutcome ? [processed, received, all] : [received, all, processed])
        }
        if rate.words.meets(.outcomeGroups), rate.role == .share || rate.words.contains(.share) {
            return (rate.percentage.ofTable, [processed, received, all])
        }
        // 自然人占72.1%.
        if rate.words.meets(.applicants), rate.words.contains(.share),
            part.allSatisfy({ $0.hasPrefix("applications.") })
        {
            return (rate.percentage.ofTable, [received, all, processed])
        }
        guard rate.words.contains(.faultRate), part.allSatisfy({ $0.hasPrefix("disputes.") && $0.hasSuffix(".total") })
        else { return nil }
        func column(_ name: String) -> [String] { part.map { $0.dropLast("total".count) + name } }
        return ([column("corrected")], [part, column("upheld") + column("corrected") + column("other")])
    }

    /// 办结率98.6%(受理426件,办结420件).
    mutating func findRateBefore(_ index: Int) {
        guard index + 2 < items.count, items[index + 1].depth == items[index].depth + 1,
            items[index + 1].clause == items[index].clause + 1
        else { return }
        findRate(index, whole: items[index + 1], part: items[index + 2])
    }

    private mutating func findRate(_ index: Int, whole: ClaimItem, part: ClaimItem) {
        guard items[index].words.meets([.handlingRate, .answeringRate, .countRate, .faultRate]),
            !items[index].words.meets([.timely, .late])
        else {
            return
        }
        guard isListed(part), isListed(whole), part.numeral.isExact, whole.numeral.isExact,
            part.sentence == whole.sentence, part.depth == whole.depth, part.numeral.unit == whole.numeral.unit,
            part.marker == nil, part.words.meets(Self.deeds), !part.words.meets(Self.otherMatters),
            whole.clause + 1 == part.clause
        else { return }
        shares.append(
            ClaimShare(
                percentage: items[index].claim,
                part: part.claim,
                wholes: [whole.claim],
                readings: part.family == .handling && paths.isRevised ? [dueApplications] : [],
                decimals: items[index].numeral.decimals
            )
        )
    }
}
