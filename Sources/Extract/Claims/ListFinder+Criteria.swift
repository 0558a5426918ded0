internal import Model

/// Lists whose parts are told by more than one criterion, and lists that go on behind another.
extension ListFinder {
    /// 网络申请29件,信函申请12件,现场申请6件。其中,予以公开18件,…: of all that came in, and not of the last of them.
    func isBehindList(_ first: Int, _ wholes: [Int]) -> Bool {
        guard let nearest = wholes.first, nearest > 0,
            [.means, .applicant].contains(items[nearest].family), items[nearest].family != items[first].family
        else { return false }
        return wholes.allSatisfy { items[$0].family == items[nearest].family }
            && items[nearest - 1].sentence == items[nearest].sentence && items[nearest - 1].role == .count
            && items[nearest - 1].family == items[nearest].family
    }

    /// 其中主办20件,已公开29件; 专任教师3210人,女教师2108人: what is told by another criterion than the first may be among it; and 其中原创212条,
    /// 图文信息265条, but 图解5篇、专家解读7篇 are kinds of one thing.
    func crossesCriteria(_ parts: [Int]) -> Bool {
        guard let first = parts.first else { return false }
        let own = items[first].criterion
        return parts.dropFirst().contains { part in
            let criterion = items[part].criterion
            // 31件由同一申请人提出,22件涉及房屋征收: whoever asked, it was about something.
            if own == .raised, criterion != own, items[first].family == .other { return true }
            guard criterion != .none, criterion != own else { return false }
            return !criterion.isKind || own != .none && !items[part].marks.isBehindPause
        }
    }

    /// 无法提供12件,占26.1%,其中本机关不掌握9件,占75%: the figure that has a share of its own, of which the part is some.
    func outerWhole(of part: Int) -> Int? {
        guard items[part].marker == .amongThem, !items[part].opensSentence, part > 1, items[part - 1].role == .share,
            items[part - 1].percentage.isBeside
        else { return nil }
        let whole = items[part - 2]
        return isListed(whole) && whole.numeral.isExact && whole.sentence == items[part].sentence
            && whole.numeral.unit == items[part].numeral.unit ? part - 2 : nil
    }
}
