internal import Model

/// Figures that stand beside the whole of a list and are no parts of it.
extension ListFinder {
    private static let published: TermSet = [.publish, .disclose]

    /// 公众号发布213条,其中原创153条,头条号发布192条; 网站441条,其中政策40条;微信306条: the next figure is told as the whole is, by a verb or a
    /// channel that the first part does without.
    func isSibling(_ index: Int, of whole: Int, behind first: Int) -> Bool {
        guard index > first, items[first].marker == .amongThem, !items[first].opensSentence else { return false }
        let (one, next, part) = (items[whole], items[index], items[first])
        // 制作图解36条,其中一图读懂12条,制作短视频50条.
        if next.lead != 0, next.lead == one.lead, next.lead != part.lead, next.marker == nil { return true }
        // 公开1257条,其中向网站推送动态等379条,公众号发布878条: channels.
        guard !part.ownWords.meets(.media) else { return false }
        return one.words.meets(Self.published) && next.isPublished && !part.isPublished
            || one.words.meets(.media) && next.ownWords.meets(.media)
    }

    /// Whether what follows the parts may be one of them, though its words are those of the whole: 公开信息100条,其中公告50条,通知35条,村务公开15条.
    func isCutOff(behind parts: [Int], of whole: Int) -> Bool {
        guard let last = parts.last, last + 1 < items.count, items[last + 1].sentence == items[last].sentence,
            !items[last + 1].marks.isBehindSemicolon
        else { return false }
        return isSibling(last + 1, of: whole, behind: parts[0])
    }

    /// 网站发布817条,公众号、视频号分别发布630条、226条: one channel beside others.
    func areSiblings(_ first: Int, of whole: Int) -> Bool {
        let (head, one) = (items[first], items[whole])
        guard head.marker == .respectively, !head.words.contains(.amongThem), !one.isOfNewMedia else { return false }
        let channel = one.words.intersection(.media)
        let channels = head.ownWords.intersection(.media)
        guard !channel.isEmpty, !channels.isEmpty else { return false }
        return !channels.isWithin(channel) || channel.isWithin([.otherMedia])
    }

    /// 公开462件,其中341件同步在公众号推送,110件配发图解: what was done with some of them, of which each may have had several or none.
    func areTraits(_ parts: [Int], of whole: Int) -> Bool {
        guard items[whole].words.meets(Self.published) else { return false }
        return parts.allSatisfy {
            items[$0].marks.isBareBehindMark && items[$0].family == .other && !items[$0].isTableRow
        }
    }

    /// The whole and the part are told by the same kind of verb or channel: 网站公开1080条,公报公开3条,其余22条.
    func areBeside(_ one: Int, _ other: Int) -> Bool {
        items[one].words.meets(.media) && items[other].words.meets(.media)
    }

    /// 维持0件、占0.0%,纠正3件、占75.0%,尚未审结1件、占25.0%: each is its share of all of them, and the last of a hundred.
    func areOfOwnSum(_ index: Int, _ part: Int) -> Bool {
        guard index == part + 1 else { return false }
        var first = part
        while first > 1, part - first < Self.mostOfPairs, isPair(first - 2, like: part) { first -= 2 }
        var end = index + 1
        while end - first <= Self.mostOfPairs, isPair(end, like: part) { end += 2 }
        guard end - first > 2, end - first <= Self.mostOfPairs else { return false }
        let parts = stride(from: first, to: end, by: 2)
        let sum = parts.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        return sum > Quantity(0)
            && parts.allSatisfy { place in
                items[place].numeral.value.map { isShare(items[place + 1], $0, of: sum) } ?? false
            }
    }

    private static let mostOfPairs = 40

    /// Whether a count and its share stand there.
    private func isPair(_ place: Int, like part: Int) -> Bool {
        guard place >= 0, place + 1 < items.count else { return false }
        let (count, share) = (items[place], items[place + 1])
        return count.sentence == items[part].sentence && share.sentence == count.sentence && count.role == .count
            && count.numeral.unit == items[part].numeral.unit && share.role == .share && share.percentage.isBeside
    }
}
