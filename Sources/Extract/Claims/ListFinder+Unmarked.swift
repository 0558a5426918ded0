internal import Model

/// Lists that no 其中 announces, and the rates of two counts.
extension ListFinder {
    // MARK: 申请51件(商业企业41件、其他10件)

    private static let noParts: TermSet = [
        .containing, .carriedIn, .carriedOut, .carry, .lastYear, .compare, .total, .up, .down, .except,
    ]

    mutating func findBrackets() {
        var index = 1
        while index < items.count {
            let first = index
            index += 1
            guard items[first].depth > 0, items[first].marker == nil, !isPart[first],
                isListed(items[first], like: items[first]),
                let whole = whole(ofBracket: first)
            else { continue }
            let parts = parts(inBracket: first, of: whole)
            guard parts.count > 1, canHold(whole, items[first]) else { continue }
            append([whole], parts, parts.count, isRespective: false)
            index = parts[parts.count - 1] + 1
        }
    }

    /// The count directly before a bracket, its share apart.
    private func whole(ofBracket first: Int) -> Int? {
        var place = first - 1
        if items[place].role == .share, items[place].isBeside, place > 0 { place -= 1 }
        let head = items[place]
        guard head.sentence == items[first].sentence, head.depth == items[first].depth - 1,
            isListed(head, like: items[first]),
            head.numeral.isExact, head.numeral.unit == items[first].numeral.unit,
            items[first].clause == items[place].clause + 1 + (place < first - 1 ? 1 : 0)
        else { return nil }
        return place
    }

    private func parts(inBracket first: Int, of whole: Int) -> [Int] {
        var parts: [Int] = []
        for index in first..<items.count {
            let item = items[index]
            guard item.sentence == items[first].sentence, item.depth == items[first].depth else { break }
            if item.role == .share { continue }
            guard isListed(item, like: items[whole]), item.marker == nil,
                item.numeral.unit == items[whole].numeral.unit,
                !item.words.meets(Self.noParts) || item.words.contains(.carriedIn) && parts.count < 2
            else { return [] }
            parts.append(index)
        }
        // 74件(新收71件、上年结转3件), but no 74件(含上年结转3件、…).
        let isCarried = parts.contains { items[$0].words.contains(.carriedIn) }
        return isCarried && !(parts.count == 2 && items[parts[0]].words.contains(.newly)) ? [] : parts
    }

    // MARK: 建议8件、提案13件,共21件

    mutating func findTotalsBehind() {
        for index in items.indices.dropFirst(2) where isTotalBehind(index) {
            let all = figures(before: index)
            // It begins where its end already adds up.
            if all.indices.contains(where: { holdsSum(of: all[...$0], index) }) { continue }
            if items[..<index].contains(where: { $0.numeral.value == items[index].numeral.value }) { continue }
            let parts = beside(index, all)
            guard parts.count > 1, canHold(index, items[parts[0]]) else { continue }
            let isBare = !items[index].words.meets([.publish, .otherMedia])
            append([index], parts.reversed(), parts.count, isRespective: isBare)
        }
    }

    /// The figures of the sentence that a total may be the sum of, the nearest first.
    private func figures(before index: Int) -> [Int] {
        var parts: [Int] = []
        for place in items[..<index].indices.reversed() {
            let item = items[place]
            guard item.sentence == items[index].sentence else { break }
            if item.role != .count || item.depth > items[index].depth || item.isOfOtherYears { continue }
            guard isAlike(item, items[index]) else { continue }
            guard item.depth == items[index].depth, item.numeral.isExact else { break }
            parts.append(place)
        }
        // 许可5件;网站286条,公示栏162条,共412条: in its own unit, where that is not the only one.
        let own = parts.filter { items[$0].numeral.unit == items[index].numeral.unit }
        return own.count > 1 ? own : parts
    }

    /// Those of them behind the semicolon before the total, where there are several.
    private func beside(_ index: Int, _ parts: [Int]) -> [Int] {
        guard !items[index].isBehindSemicolon, let first = parts.firstIndex(where: { items[$0].isBehindSemicolon }),
            first > 0
        else { return parts }
        return Array(parts[...first])
    }

    /// Whether the two are counted in one unit, or both in those of papers: 条 and 篇.
    private func isAlike(_ item: ClaimItem, _ other: ClaimItem) -> Bool {
        item.numeral.unit == other.numeral.unit || item.numeral.unit.countsPapers && other.numeral.unit.countsPapers
    }

    private func holdsSum(of parts: ArraySlice<Int>, _ whole: Int) -> Bool {
        parts.count > 1
            && parts.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) } == items[whole].numeral.value
    }

    /// Whether nothing but 共 or 合计 tells what it counts.
    private func isTotalBehind(_ index: Int) -> Bool {
        let item = items[index]
        return item.isBareTotal && item.role == .count && !item.isOfOtherYears && item.numeral.isExact
            && item.marker == nil && !isPart[index]
            && items[index - 1].sentence == item.sentence && items[index - 1].clause + 1 == item.clause
    }

    // MARK: 收到23件,办结20件,其余3件

    /// What is left of a figure when another is taken from it, where the sentence has no third before them.
    mutating func findRests() {
        for index in items.indices.dropFirst(2) where isRest(index) {
            let (whole, part) = (index - 2, index - 1)
            guard index == 2 || items[index - 3].sentence != items[index].sentence,
                [whole, part].allSatisfy({ isLike($0, index) }), !isPart[part], canHold(whole, items[part])
            else { continue }
            append([whole], [part, index], 2, isRespective: true)
        }
    }

    private func isRest(_ index: Int) -> Bool {
        let item = items[index]
        return item.isRest && isListed(item) && item.numeral.isExact && item.marker == nil && !isPart[index]
            && items[index - 1].clause < item.clause
    }

    private func isLike(_ place: Int, _ index: Int) -> Bool {
        let (item, rest) = (items[place], items[index])
        return item.sentence == rest.sentence && item.depth == rest.depth && isListed(item) && item.numeral.isExact
            && item.numeral.unit == rest.numeral.unit && !item.words.meets([.otherItem, .carriedIn])
    }

    // MARK: 网络申请9件、信函申请4件、当面申请2件

    /// Where the text names no whole, what came by all means is no more than the table has.
    mutating func findMeans() {
        guard paths.isRevised else { return }
        let received = paths.applications("received")
        var index = 0
        while index < items.count {
            var end = index
            var parts: [Int] = []
            while end < items.count, items[end].sentence == items[index].sentence {
                if isMeans(end, like: index) {
                    parts.append(end)
                } else if end == index || items[end].role != .share || !items[end].isBeside {
                    break
                }
                end += 1
            }
            if !(isPartition(parts) && appendPartition(parts)), parts.count > 1 {
                var list = ClaimList(
                    wholes: [],
                    parts: parts.map { items[$0].claim },
                    certain: parts.count,
                    isExhaustive: false
                )
                list.readings = [received] + (namesCarriedIn ? [dueApplications] : [])
                lists.append(list)
            }
            index = max(end, index + 1)
        }
    }

    /// 从申请方式看,网络申请9件、信函申请4件: all of them.
    ///
    /// 网络6件、信函2件、其他方式1件: what is left stands last.
    private func isPartition(_ parts: [Int]) -> Bool {
        let isTold =
            parts.count > 1 && items[parts[0]].words.contains(.manner)
            || parts.count > 2 && items[parts[parts.count - 1]].isOfOtherMeans
        return isTold && parts.allSatisfy { items[$0].numeral.isExact }
            && !parts.contains { items[$0].isFollowedByOthers || items[$0].words.meets([.mainly, .etCetera]) }
    }

    private func isMeans(_ index: Int, like first: Int) -> Bool {
        items[index].family == .means && isListed(items[index]) && !isPart[index]
            && items[index].depth == items[first].depth && !items[index].words.meets(Self.replies)
    }

    /// They make up what the sentences before say came in, or was dealt with.
    private mutating func appendPartition(_ parts: [Int]) -> Bool {
        let first = parts[0]
        let wholes = items[..<first].indices.reversed().filter { place in
            let item = items[place]
            return items[first].sentence - item.sentence <= 2 && isListed(item) && item.numeral.isExact
                && item.depth <= items[first].depth && (item.family == .intake || item.family == .handling)
        }
        guard !wholes.isEmpty else { return false }
        append(wholes, parts, parts.count, isRespective: true)
        let received = paths.applications("received")
        lists[lists.count - 1].readings =
            [received, paths.applications("processed_total")] + (namesCarriedIn ? [dueApplications] : [])
        return true
    }

    // MARK: 征收(41件)、许可(28件)、其他(27件)

    /// Kinds with their numbers in brackets, against what was counted before them.
    mutating func findBracketed() {
        var index = 0
        while index < items.count {
            var end = index
            while end < items.count, items[end].isAloneInBracket, isListed(items[end]), !isPart[end],
                items[end].numeral.unit == items[index].numeral.unit, items[end].sentence == items[index].sentence
            {
                end += 1
            }
            if end > index + 2 {
                let wholes = items[..<index].indices.reversed().filter { place in
                    let item = items[place]
                    return items[index].sentence - item.sentence <= 1 && isListed(item) && item.numeral.isExact
                        && item.numeral.unit == items[index].numeral.unit
                        && (item.family == .intake || item.family == .handling || item.words.contains(.total))
                        && !item.words.meets([.carriedIn, .carriedOut, .carry, .unhandled])
                }
                if !wholes.isEmpty { append(wholes, Array(index..<end), end - index, isRespective: false) }
            }
            index = max(end, index + 1)
        }
    }

    private static let replies: TermSet = [.process, .handle, .otherVerb]

    // MARK: 受理5632件,办结5601件,办结率99.4%

    private static let deeds: TermSet = [.process, .otherVerb, .adopted, .publish]
    private static let otherMatters = TermSet.nouns.union([.consultation, .proposal, .timely, .late])

    mutating func findRate(_ index: Int) {
        guard index > 1, items[index].isBeside else { return }
        findRate(index, whole: items[index - 2], part: items[index - 1])
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
            outcome == .upheld
                ? part.ownWords.contains(.upheld) && !part.isToldBehind : last == index - 1 || part.depth > 0
        else { return }
        let closed = part.wholes.flatMap { path in
            ["upheld", "corrected", "other"].map { String(path.dropLast("total".count)) + $0 }
        }
        let wholes = items[..<last].filter {
            $0.sentence == rate.sentence && $0.family == .dispute && isListed($0) && $0.numeral.isExact
        }
        shares.append(
            ClaimShare(
                percentage: rate.claim,
                part: part.claim,
                wholes: wholes.map(\.claim),
                readings: [part.wholes, closed],
                decimals: rate.numeral.decimals
            )
        )
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
        guard !wholes.isEmpty else { return }
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
        guard let (part, wholes) = tableRate(rate) else { return }
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

    private func tableRate(_ rate: ClaimItem) -> (part: [[String]], wholes: [[String]])? {
        let received = paths.applications("received")
        let all = received + paths.applications("carried_in")
        let processed = paths.applications("processed_total")
        if rate.words.contains(.handlingRate) {
            let isOfMatter = rate.words.contains(.application) || rate.isOfApplications
            return isOfMatter && !rate.words.meets([.wideScope, .ownScope]) ? ([processed], [all, received]) : nil
        }
        if rate.words.contains(.disclosureRate), rate.follows == .outcome {
            let granted = paths.group("granted")
            return ([granted + paths.group("partly_granted"), granted], [processed, received, all])
        }
        guard let part = rate.ofTable.first else { return nil }
        if rate.words.meets(.outcomeGroups), rate.role == .share || rate.words.contains(.share) {
            return (rate.ofTable, [processed, received, all])
        }
        // 自然人占72.1%.
        if rate.words.meets(.applicants), rate.words.contains(.share),
            part.allSatisfy({ $0.hasPrefix("applications.") })
        {
            return (rate.ofTable, [received, all, processed])
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

    private var namesCarriedIn: Bool { items.contains { $0.words.meets([.carriedIn, .carry]) } }

    /// All that there was to deal with in the year.
    private var dueApplications: [String] { paths.applications("received") + paths.applications("carried_in") }
}
