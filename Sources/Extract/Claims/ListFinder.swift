internal import Model

/// Finds, among the figures of a stretch, the lists that break a figure down and the shares that stand beside a count.
struct ListFinder {
    let items: [ClaimItem]
    let paths: CellPaths
    var lists: [ClaimList] = []
    var shares: [ClaimShare] = []
    /// For each figure, whether it is a part of a list found before.
    var isPart: [Bool]

    init(items: [ClaimItem], paths: CellPaths) {
        self.items = items
        self.paths = paths
        isPart = Array(repeating: false, count: items.count)
    }

    mutating func find() {
        for index in items.indices {
            if items[index].marker != nil, beginsList(index) {
                findMarked(index)
            } else if items[index].words.contains(.total) || items[index].family == .handling
                || items[index].words.contains(.information) && items[index].words.meets([.publish, .disclose]),
                items[index].role == .count, !isPart[index]
            {
                findPlain(index)
            }
        }
        findBrackets()
        findTotalsBehind()
        findRests()
        findPeriods()
        findMeans()
        findBracketed()
        findColons()
        findAttributes()
        findRough()
        findShares()
    }

    private mutating func findShares() {
        var shared = 0
        for index in items.indices {
            let count = findParallelShares(index)
            if count > 0 { shared = index + count }
            guard index >= shared else { continue }
            switch items[index].role {
            case .share: findShare(index)
            case .rate:
                findRate(index)
                findFaultRate(index)
                findRateBefore(index)
                findRateAlone(index)
                findRateOfDisclosure(index)
                findContent(index)
            case .count, .growth, .money: break
            }
        }
    }

    private mutating func findShare(_ index: Int) {
        if index > 0, items[index - 1].words.contains(.share), items[index - 1].role == .count {
            findShareOfNamed(index)
        } else if items[index].percentage.isBeside {
            findShare(index, part: index - 1)
        } else if isFollowedByCount(index) {
            // 占67.3%(35件).
            findShare(index, part: index + 1)
        } else if let part = sameApplicant(index) {
            findShare(index, part: part)
        } else {
            findRateAlone(index)
        }
    }

    /// Whether the figure may stand in a list with another: people are added to people alone.
    func isListed(_ item: ClaimItem, like other: ClaimItem) -> Bool {
        switch other.numeral.unit {
        case .people: return item.role == .count && item.numeral.unit == .people && !item.isOfOtherYears
        case .money: return item.role == .money && !item.isOfOtherYears && item.numeral.value != nil
        case .times: return item.role == .count && item.numeral.unit == .times && !item.isOfOtherYears
        default: return isListed(item)
        }
    }

    func isListed(_ item: ClaimItem) -> Bool {
        item.role == .count && item.numeral.unit.isListed && !item.isOfOtherYears && !item.isBodies
    }

    /// Whether the marker belongs to this figure and not to the one before it.
    private func beginsList(_ index: Int) -> Bool { isListed(items[index], like: items[index]) }

    // MARK: Lists behind 其中, 分别, 包括

    private mutating func findMarked(_ first: Int) {
        // 未审结3件;其余8件中,维持7件: of the figure before the 中 alone.
        let wholes = wholes(before: first).filter { !items[first].isLooselyMarked || $0 == first - 1 }
        guard !wholes.isEmpty else { return }
        if areSiblings(first, of: wholes[0]) { return }
        let (parts, certain) = parts(from: first, of: wholes[0])
        if parts.count == 1 { return findExceeding(first, wholes) }
        guard parts.count > 1, isOfOneKind(parts), !isParallel(first, parts.count), !addsUp(wholes[0], parts) else {
            return
        }
        // 自然人申请49件,占85.96%。其中,予以公开23件,…: of all applications, or of theirs.
        if items[first].opensSentence, items[first].family == .outcome,
            wholes.allSatisfy({ items[$0].family == .applicant })
        {
            return
        }
        if isBehindList(first, wholes) || isBeside(first, wholes[0], parts) { return }
        let named = isOfNearest(first, wholes, parts, certain) ? Array(wholes.prefix(1)) : wholes
        append(named, parts, certain, isRespective: items[first].marker == .respectively)
        qualifyLast(parts, of: wholes[0])
        readLastByTable(first, parts, of: wholes[0])
    }

    /// Whether the figures stand beside the one before them, and are no parts of it.
    private func isBeside(_ first: Int, _ whole: Int, _ parts: [Int]) -> Bool {
        let (head, before) = (items[first], items[whole])
        // 现行有效49件,其中制发27件,废止5件: what was repealed is none of it.
        let namesRepealed = parts.contains { items[$0].ownWords.contains(.repeal) }
        if namesRepealed, before.words.meets([.inForce, .kept]) { return true }
        // 6家单位分别收到…: as many bodies as parts.
        if before.numeral.unit == .things, head.numeral.unit != .things,
            before.numeral.value == Quantity(parts.count)
        {
            return true
        }
        guard head.marker == .respectively else { return false }
        // 制发文件12件;网站、微博公开信息分别为2310条、420条: of nothing that was counted before.
        // 网站2563条;公众号、微博分别发布687条、512条: of what they are is told behind the semicolon.
        if before.numeral.unit != head.numeral.unit || head.marks.isBehindSemicolon { return true }
        // 法律服务机构55件;科研机构、社会公益组织分别为13件、11件: beside one another.
        return before.family == .applicant && head.words.meets(.applicants)
            || before.family == .means && head.words.meets(.means)
    }

    /// Whether the list found last may be more, or fewer, than its whole.
    private mutating func qualifyLast(_ parts: [Int], of whole: Int) {
        let overlaps = areTraits(parts, of: whole) || crossesCriteria(parts)
        if overlaps { lists[lists.count - 1].mayOverlap = true }
        if overlaps || isCutOff(behind: parts, of: whole) { lists[lists.count - 1].isExhaustive = false }
    }

    /// Which cells the list found last breaks down, where its own words do not name them.
    private mutating func readLastByTable(_ first: Int, _ parts: [Int], of whole: Int) {
        guard paths.isRevised else { return }
        if items[first].family == .outcome, items[whole].family != .outcome {
            // 申请量升至47件。其中,予以公开18件,…: of those dealt with in the year.
            lists[lists.count - 1].readings = [paths.applications("processed_total")]
        }
        // 办理324件(新收292件,结转32件)。其中网络提交146件、邮寄105件、当面41件: of those that came in.
        let isOfIntake = parts.allSatisfy { [.means, .applicant].contains(items[$0].family) }
        if isOfIntake || items[first].opensSentence && parts.contains(where: { items[$0].family == .means }) {
            let received = paths.applications("received")
            lists[lists.count - 1].readings = [received, received + paths.applications("carried_in")]
        }
    }

    /// 收到23件,其中通过网络申请27件: a part that is more than its whole.
    private mutating func findExceeding(_ part: Int, _ wholes: [Int]) {
        let item = items[part]
        guard item.marker == .amongThem, !item.isLooselyMarked, !item.opensSentence, let value = item.numeral.value,
            item.numeral.isExact, wholes[0] == part - 1, !item.words.meets([.total, .cumulative, .quality]),
            wholes.allSatisfy({ items[$0].numeral.isExact && items[$0].numeral.unit == item.numeral.unit })
        else { return }
        // 收到23件,上年结转4件,其中自然人25件: of both.
        let all = wholes.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        guard value > all else { return }
        append(wholes, [part], 1, isRespective: false)
    }

    /// 复议、诉讼分别为3件、3件,其中维持的分别为2件、2件: each is of another whole.
    private func isParallel(_ first: Int, _ count: Int) -> Bool {
        items[first].marker == .respectively && first >= count && items[first - count].marker == .respectively
            && items[first - count].sentence == items[first].sentence
    }

    /// 行政复议9件,行政诉讼8件。其中复议维持5件、诉讼维持5件: those are parts of two wholes.
    private func isOfOneKind(_ parts: [Int]) -> Bool {
        let wholes = parts.compactMap { items[$0].wholes.isEmpty ? nil : items[$0].wholes }
        return wholes.allSatisfy { $0 == wholes[0] }
    }

    /// 信息126条,其中文件124条、2021年决算2条: whether the parts are all of it with those that a year seems to take away.
    private func addsUp(_ whole: Int, _ parts: [Int]) -> Bool {
        let head = items[parts[0]]
        let others = (parts[0]..<items.count).prefix { items[$0].sentence == head.sentence }.filter { index in
            let item = items[index]
            return item.isOfOtherYears && item.role == .count && item.depth == head.depth
                && item.numeral.unit == head.numeral.unit
        }
        guard !others.isEmpty else { return false }
        let sum = (parts + others).reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        return sum == items[whole].numeral.value
    }

    /// What the parts from `first` on may add up to, the nearest first.
    private func wholes(before first: Int) -> [Int] {
        let part = items[first]
        let sentence = part.opensSentence ? part.sentence - 1 : part.sentence
        var wholes: [Int] = []
        var index = first - 1
        while index >= 0, items[index].sentence >= sentence {
            let item = items[index]
            // 8个村,公开信息400余条,其中52条: the parts are those of the figure that is no exact one.
            if wholes.isEmpty, item.role == .count, !item.numeral.isExact, item.sentence == part.sentence,
                item.numeral.unit == part.numeral.unit, item.depth <= part.depth, !item.isOfOtherYears
            {
                return []
            }
            if item.sentence == sentence || part.opensSentence, isListed(item, like: part), item.depth <= part.depth,
                item.numeral.isExact || item.role == .money
            {
                // A part can be a whole of its own only where the marker follows it at once.
                if !isPart[index] || index == first - 1 { wholes.append(index) }
            }
            index -= 1
        }
        wholes = wholes.filter { canHold($0, part) && !items[$0].words.contains(.quality) }
        if part.opensSentence, areSiblings(wholes) { return [] }
        // Directly behind a figure in its own unit, the parts are not those of one in another.
        guard let nearest = wholes.first, items[nearest].numeral.unit == part.numeral.unit else { return wholes }
        // 其余6件分别为不予公开3件、不予处理2件、其他处理1件.
        let isRest = part.marker == .respectively && items[nearest].words.contains(.otherItem)
        if nearest == first - 1, items[nearest].depth < part.depth || isRest { return [nearest] }
        return wholes.filter { index in
            items[index].numeral.unit == part.numeral.unit && (index == nearest || !items[index].isTableRow)
        }
    }

    /// 网站公开754条,新媒体公开2808条,其他公开54条。其中,…: what the list is of may be any of them, or all together.
    private func areSiblings(_ wholes: [Int]) -> Bool {
        wholes.count > 1
            && wholes.contains { items[$0].words.meets([.publish, .disclose]) }
            && wholes.allSatisfy { index in
                let item = items[index]
                return item.family == .other && !item.isTableRow && !item.words.contains(.total)
            }
    }

    /// Disputes are no part of applications, nor the other way round.
    func canHold(_ whole: Int, _ part: ClaimItem) -> Bool {
        let isOfDisputes = Self.isOfDisputes(items[whole].family)
        // 争议12起,其中行政复议6起、行政诉讼5起.
        let isOfAll = items[whole].family == .other && items[whole].words.contains(.anyDispute)
        return isOfDisputes == Self.isOfDisputes(part.family) || part.family == .other || isOfAll
    }

    private static func isOfDisputes(_ family: ClaimFamily) -> Bool { family == .dispute || family == .disputeOutcome }
}
