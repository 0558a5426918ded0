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
        if items[place].role == .share, items[place].percentage.isBeside, place > 0 { place -= 1 }
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
            // 义务教育39条,其中招生3条;医疗卫生67条;社会保障104条,三项合计210条: without the parts of the parts.
            let outer = all.filter { items[$0].marker == nil && !isPart[$0] }
            if outer.indices.contains(where: { holdsSum(of: outer[...$0], index) }) { continue }
            if items[..<index].contains(where: { $0.numeral.value == items[index].numeral.value }) { continue }
            let parts = beside(index, all)
            // 每个街道1名,每个社区1名,共137名.
            guard !parts.contains(where: { items[$0].words.contains(.quality) }) else { continue }
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
        guard !items[index].marks.isBehindSemicolon,
            let first = parts.firstIndex(where: { items[$0].marks.isBehindSemicolon }),
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
        return item.sum.isBareTotal && item.role == .count && !item.isOfOtherYears && item.numeral.isExact
            && item.marker == nil && !isPart[index]
            && items[index - 1].sentence == item.sentence && items[index - 1].clause + 1 == item.clause
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
                } else if end == index || items[end].role != .share || !items[end].percentage.isBeside {
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
            && !parts.contains { items[$0].marks.isFollowedByOthers || items[$0].words.meets([.mainly, .etCetera]) }
    }

    private func isMeans(_ index: Int, like first: Int) -> Bool {
        // 受理电话2部、邮箱1个: no papers that came in by them.
        items[index].family == .means && items[index].numeral.unit.countsPapers && isListed(items[index])
            && !isPart[index]
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
            while end < items.count, items[end].marks.isAloneInBracket, isListed(items[end]), !isPart[end],
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
                if !wholes.isEmpty {
                    append(wholes, Array(index..<end), end - index, isRespective: false)
                    let received = paths.applications("received")
                    if paths.isRevised { lists[lists.count - 1].readings = [received, dueApplications] }
                }
            }
            index = max(end, index + 1)
        }
    }

    private static let replies: TermSet = [.process, .handle, .otherVerb]

    private var namesCarriedIn: Bool { items.contains { $0.words.meets([.carriedIn, .carry]) } }

    /// All that there was to deal with in the year.
    var dueApplications: [String] { paths.applications("received") + paths.applications("carried_in") }
}
