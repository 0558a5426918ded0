internal import Model

/// Of which of several figures before it a list is.
extension ListFinder {
    /// 受理热线工单531件,网上公开答复59件,其中咨询类18件、投诉类5件、建议类63件: of the figure before the 其中, where the list comes
    /// nowhere near to those farther off.
    ///
    /// 收到来信531件,答复459件,其中咨询类218件、投诉类205件、建议类63件 may leave some of the 531 out, and 网站发布1200条,公众号推送350条,
    /// 其中政策类120条、动态210条、通知90条 may be of both.
    func isOfNearest(_ first: Int, _ wholes: [Int], _ parts: [Int], _ certain: Int) -> Bool {
        let head = items[first]
        if wholes.count > 1, wholes[0] == first - 1, isWithinList(first) { return true }
        guard wholes.count > 1, wholes[0] == first - 1, head.marker == .amongThem, !head.isLooselyMarked,
            !head.opensSentence, certain == parts.count, certain > 2, head.family == .other, !head.sum.mayOverlap
        else { return false }
        let nearest = items[first - 1]
        guard nearest.depth == head.depth, nearest.clause + 1 == head.clause, nearest.numeral.isExact,
            nearest.marker == nil, !nearest.words.meets([.total, .otherItem]), !nearest.sum.isSubtotal,
            parts.allSatisfy({ items[$0].family == .other && items[$0].numeral.isExact }),
            !wholes.contains(where: { items[$0].marks.isBehindPause })
        else { return false }
        let sum = parts.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        return wholes.dropFirst().allSatisfy { far in
            guard let value = items[far].numeral.value else { return false }
            let areSiblings =
                nearest.words.meets([.publish, .disclose]) && items[far].words.meets([.publish, .disclose])
                || nearest.words.meets(.media) && items[far].words.meets(.media)
            return !areSiblings && items[far].sentence == head.sentence && sum + sum < value
        }
    }

    /// 共352条,其中:政策类207条,包含救灾类11条、安全类95条、其他类101条;动态145条: parts of a part, behind which the list goes on.
    private func isWithinList(_ first: Int) -> Bool {
        guard isPart[first - 1] else { return false }
        let (whole, part) = (items[first - 1].claim, items[first].claim)
        return lists.contains { list in
            list.parts.contains(whole) && !list.parts.contains(part) && list.parts.last.map { $0 > part } ?? false
        }
    }
}
