internal import Model

/// What is left of a figure when another is taken from it.
extension ListFinder {
    /// 收到23件,办结20件,其余3件; 收到来信222封,答复74封,148封正在办理: where the sentence has no third count before them.
    mutating func findRests() {
        for index in items.indices.dropFirst(2) where isRest(index) || isLeft(index) {
            guard let (whole, part) = countsBefore(index),
                [whole, part].allSatisfy({ isLike($0, index) }), !isPart[part], canHold(whole, items[part]),
                !areBeside(whole, part),
                items[part].clause < items[index].clause, items[index].sum.isRest || items[part].words.meets(Self.done),
                (isOfDone(part, index) ? [part] : [part, index]).allSatisfy({
                    items[$0].numeral.low ?? Quantity(0) <= items[whole].numeral.value ?? Quantity(0)
                })
            else { continue }
            append([whole], [part, index], 2, isRespective: true)
            // 网站91件,邮寄61件,其余22件: or what is left of all that came in.
            let rows = ["received", "processed_total"].map { paths.applications($0) }
            if paths.isRevised { lists[lists.count - 1].readings = rows + [dueApplications] }
        }
    }

    /// 来信51件,办结47件,其余58件: what is left of those is no more than they are, whatever else it is.
    private func isOfDone(_ part: Int, _ rest: Int) -> Bool {
        items[rest].sum.isRest && items[part].words.meets(Self.done)
    }

    private static let done: TermSet = [.process, .handle, .adopted, .concluded]

    /// The two counts of its sentence before a figure; nil where there are more, or fewer.
    private func countsBefore(_ index: Int) -> (whole: Int, part: Int)? {
        let before = items[..<index].indices.reversed().prefix { items[$0].sentence == items[index].sentence }
            .filter { items[$0].numeral.unit != .percent }
        return before.count == 2 ? (before[1], before[0]) : nil
    }

    private func isRest(_ index: Int) -> Bool { items[index].sum.isRest && isRemainder(index) }

    /// 148封正在办理.
    private func isLeft(_ index: Int) -> Bool { items[index].sum.isLeft && isRemainder(index) }

    private func isRemainder(_ index: Int) -> Bool {
        let item = items[index]
        return isListed(item) && item.numeral.isExact && item.marker == nil && !isPart[index]
    }

    private func isLike(_ place: Int, _ index: Int) -> Bool {
        let (item, rest) = (items[place], items[index])
        return item.sentence == rest.sentence && item.depth == rest.depth && isListed(item) && item.numeral.isExact
            && item.numeral.unit == rest.numeral.unit && !item.words.meets([.otherItem, .carriedIn])
    }

    /// 公告1100条,专题信息累计1819条,其他439条; 目录中公告12条,动态53条,共发布65条: 累计 and 共 make a sum of what it is the sum of, and of
    /// nothing else that has a name.
    func isSubtotal(_ item: ClaimItem, behind parts: [Int]) -> Bool {
        guard !(item.sum.isSubtotal && item.sum.isPlainSubtotal) else { return true }
        guard item.sum.isSubtotal || item.ownWords.contains(.total) else { return false }
        var sum = Quantity(0)
        for (count, part) in parts.reversed().enumerated() {
            sum = sum + (items[part].numeral.value ?? Quantity(0))
            if count > 0, sum == item.numeral.value { return true }
        }
        return false
    }
}
