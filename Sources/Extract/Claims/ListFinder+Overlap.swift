internal import Model

/// What shows that the figures of a list are no partition of its whole.
extension ListFinder {
    /// Whether every part has its own share beside it, which is right: 46件,其中信函27件,占58.7%,网络14件,占30.4%. No figure of such
    /// a list is a slip, whatever the list leaves out.
    func haveRightShares(_ parts: [Int], of wholes: [Int]) -> Bool {
        wholes.contains { whole in
            guard items[whole].numeral.isExact, let total = items[whole].numeral.value, total > Quantity(0) else {
                return false
            }
            return parts.allSatisfy { part in
                guard let value = items[part].numeral.value, let share = ownShare(of: part) else { return false }
                return isShare(items[share], value, of: total)
            }
        }
    }

    /// The percentage behind a figure, with nothing between them but what it is a share of or who asked: 占总申请量46件的58.7%,
    /// 31件由4名群众提出,占67.4%.
    private func ownShare(of part: Int) -> Int? {
        var next = part + 1
        if next < items.count, isWholeOfShare(next) || isOfPeopleBehind(next) { next += 1 }
        guard next < items.count, items[next].sentence == items[part].sentence,
            items[next].numeral.unit == .percent, items[next].role == .share, items[next].depth >= items[part].depth
        else { return nil }
        return next
    }

    private func isOfPeopleBehind(_ index: Int) -> Bool {
        items[index].numeral.unit == .people && items[index].clause == items[index - 1].clause
            && items[index - 1].numeral.unit != .people
    }

    /// Whether things told by their traits may have several of them: 其中政策文件19条,全文电子化286条 of 286; 46件申请中,18件涉及同一小区,占39.1%,
    /// 31件为重复提出,占67.4%. What came by a way or from an applicant, and how it ended, has one alone.
    func sharesTraits(_ parts: [Int], of wholes: [Int], areRight: Bool) -> Bool {
        guard parts.count > 1, parts.allSatisfy({ items[$0].family == .other && !items[$0].ownWords.meets(.means) })
        else { return false }
        let holdsAll = parts.dropFirst().contains { part in
            wholes.contains { items[$0].numeral.isExact && items[$0].numeral.value == items[part].numeral.value }
        }
        // 46件申请中,18件涉及同一小区,4名群众提出31件: the one says behind its number what it is, and the other before it.
        let isLoose =
            parts.count == 2 && items[parts[0]].isLooselyMarked
            && items[parts[0]].marks.isToldBehind != items[parts[1]].marks.isToldBehind
        return areRight || holdsAll || isLoose
    }
}
