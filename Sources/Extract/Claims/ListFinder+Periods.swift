internal import Model

/// Figures of the parts of a year, and the figure of all of it: 上半年4件,下半年2件,全年6件.
extension ListFinder {
    /// The quarters of a year, a bit each.
    private static let wholeYear: UInt8 = 0b1111

    mutating func findPeriods() {
        var index = 0
        while index < items.count {
            let parts = periods(from: index)
            index += max(1, parts.count)
            guard parts.count > 1, let last = parts.last, !parts.contains(where: { isPart[$0] }) else { continue }
            let whole = last + 1
            guard whole < items.count, isYear(whole, of: last), canHold(whole, items[last]),
                items[whole].sentence == items[parts[0]].sentence || isNear(whole, parts)
            else { continue }
            append([whole], parts, parts.count, isRespective: true)
        }
    }

    /// The figures from `first` on that are each of another part of the year, if together they are of all of it.
    private func periods(from first: Int) -> [Int] {
        var parts: [Int] = []
        var seen: UInt8 = 0
        for index in items[first...].indices {
            let item = items[index]
            guard item.quarters != 0, item.quarters & seen == 0, isListed(item), item.numeral.isExact,
                item.marker == nil,
                item.sentence - items[parts.last ?? first].sentence < 2, item.depth == items[first].depth,
                item.numeral.unit == items[first].numeral.unit, index == first || goesOn(item, items[first])
            else { break }
            parts.append(index)
            seen |= item.quarters
        }
        return seen == Self.wholeYear ? parts : []
    }

    /// Whether it counts what the first of them does, or does not say what it counts.
    private func goesOn(_ item: ClaimItem, _ first: ClaimItem) -> Bool {
        item.family == first.family || !item.words.meets(.telling)
    }

    private func isYear(_ whole: Int, of last: Int) -> Bool {
        let (item, part) = (items[whole], items[last])
        return item.quarters == 0 && isListed(item) && item.numeral.isExact && item.marker == nil
            && item.sentence - part.sentence < 2 && item.depth == part.depth && item.numeral.unit == part.numeral.unit
            && !item.marks.isBehindSemicolon && (item.clause > part.clause || item.sentence > part.sentence)
            && item.ownWords.isWithin(part.ownWords.union([.thisYear, .total, .filler]))
            && item.ownWords.meets([.thisYear, .total])
    }

    /// 上半年收到9件。下半年收到14件。全年共收到22件: over several sentences what is far from their sum may be of something else.
    private func isNear(_ whole: Int, _ parts: [Int]) -> Bool {
        let sum = parts.reduce(Quantity(0)) { $0 + (items[$1].numeral.value ?? Quantity(0)) }
        guard let value = items[whole].numeral.value else { return false }
        func times(_ value: Quantity, _ factor: Int) -> Quantity {
            Quantity(significand: value.significand &* factor, scale: value.scale)
        }
        return times(sum, 5) >= times(value, 4) && times(sum, 4) <= times(value, 5)
    }
}
