internal import Model

/// Lists that nothing announces but a total before them.
extension ListFinder {
    /// 共公开信息947条,工作动态602条,领导活动110条,通知文告170条: three and more of one unit, directly behind.
    mutating func findPlain(_ whole: Int) {
        guard isListed(items[whole]), items[whole].numeral.isExact, let total = items[whole].numeral.value else {
            return
        }
        let head = items[whole]
        let (parts, rest, isCutOff) = plainParts(of: whole, total)
        guard parts.count > 2 else { return }
        if head.words.meets(.media), parts.contains(where: { items[$0].words.meets(.media) }) { return }
        guard canHold(whole, items[parts[0]]), !areOfFirst(parts), !isFirstOfOthers(whole, parts) else { return }
        // 共发布272项办税指南,推出165项承诺清单,公告46项联办业务,修订133项规程: each counts what stands behind it.
        if head.marks.hasNounBehind, parts.allSatisfy({ items[$0].marks.hasNounBehind }) { return }
        // 答复15件,同意公开10件、部分公开1件、不予公开2件: by their outcomes, where nothing says that it is a total.
        // 公开信息320条,概况类12条,政策文件38条,其他96条.
        let last = items[parts[parts.count - 1]]
        let namesRest = last.ownWords.contains(.otherItem) && !parts.contains { items[$0].words.meets(.media) }
        guard
            head.words.contains(.total) || namesRest && !isCutOff
                || !isCutOff && parts.count(where: { items[$0].family == .outcome }) > 1
        else { return }
        append([whole], parts + (rest.map { [$0] } ?? []), parts.count, isRespective: false)
    }

    /// The figures directly behind the whole that may be its parts, what is said beside them to be left over, and whether
    /// what ends them may be a part as well.
    private func plainParts(of whole: Int, _ total: Quantity) -> (parts: [Int], rest: Int?, isCutOff: Bool) {
        let head = items[whole]
        var parts: [Int] = []
        var rest: Int?
        for index in (whole + 1)..<max(whole + 1, items.count) {
            let item = items[index]
            guard item.sentence == head.sentence, item.depth == head.depth else { break }
            if item.role == .share { continue }
            let last = parts.last.map { items[$0].clause }
            let isNext =
                item.clause == (last ?? head.clause) + 1 || item.clause == head.clause + parts.count + 1
                || item.clause == last
            // What is more than the whole may be its neighbour, where the whole is not of information in general.
            let isWithin = (item.numeral.low ?? total) <= total
            guard isListed(item), item.marker == nil, item.numeral.unit == head.numeral.unit,
                isNext || item.words.meets(.outcomes)
            else { return (parts, rest, true) }
            // 应办理183件:予以公开55件,…其他处理13件,结转下年度12件: that may be a part of it, too.
            if item.words.contains(.carriedOut), parts.count > 2 { rest = index }
            guard isPlainPart(item), isWithin || head.words.contains(.information) && !item.words.meets(.media)
            else { return (parts, rest, true) }
            parts.append(index)
        }
        return (parts, rest, false)
    }

    /// 发放问卷500份,收回480份,满意456份,基本满意19份,不满意5份: what follows the first of them breaks it down.
    private func areOfFirst(_ parts: [Int]) -> Bool {
        let rest = parts.dropFirst().reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        return rest == items[parts[0]].numeral.value
    }

    /// 网站发布信息95条,公开服务信息41条,旅游信息25条,公示信息13条,其他16条: the first of them is a part itself, of what stands before.
    private func isFirstOfOthers(_ whole: Int, _ parts: [Int]) -> Bool {
        let sum = ([whole] + parts).reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        return items[..<whole].contains { $0.sentence == items[whole].sentence && $0.numeral.value == sum }
    }

    private func isPlainPart(_ item: ClaimItem) -> Bool {
        (item.family == .outcome || !item.words.meets(item.family == .means ? Self.beginningsOfMeans : Self.beginnings))
            && (item.family == .other || item.family == .means || item.family == .applicant || item.family == .outcome)
    }

    /// 当面受理20件,信函受理9件.
    private static let beginningsOfMeans: TermSet = [
        .total, .newly, .carriedIn, .carriedOut, .publish, .disclose, .otherVerb, .consultation, .proposal, .amongThem,
    ]

    private static let beginnings: TermSet = [
        .total, .receive, .accept, .newly, .process, .handle, .due, .carriedIn, .carriedOut, .publish, .disclose,
        .otherVerb,
        .issue, .repeal, .decide, .consultation, .proposal, .amongThem,
    ]
}
