internal import Model

/// Where the parts of a list end.
extension ListFinder {
    /// The parts of a list, and how many of them are so for certain.
    func parts(from first: Int, of whole: Int) -> (parts: [Int], certain: Int) {
        let head = items[first]
        var parts: [Int] = []
        var certain = 0
        var isCertain = true
        var resumed = first
        let isInner = first > 0 && isPart[first - 1]
        // 无法提供85件,其中不掌握60件;不予处理34件,其中重复申请18件: the whole is one of several itself.
        let isOuter =
            head.family == .other
            && (head.opensSentence || first < 2 || items[first - 2].sentence != items[first - 1].sentence)
        gathering: for index in first..<items.count where index >= resumed {
            let item = items[index]
            guard item.sentence == head.sentence, item.depth >= head.depth else { break }
            // 机构类20条,其中领导10条、职能10条;工作类11条: the parts of a part end where the next part begins.
            if isInner, !parts.isEmpty, item.marks.isBehindSemicolon { break }
            if index > first, !isInner, isOuter, item.depth == head.depth, item.marker != nil {
                if let next = next(behind: index) {
                    resumed = next
                    continue
                }
                if resumed > first { break }
            }
            if item.marks.isBehindSemicolon, goesOn(item, behind: parts, head) { break }
            if index > first, isSibling(index, of: whole, behind: first) { break }
            // 其中网站1233条,含文件类2条,其他类1231条: those are parts of the part.
            if !parts.isEmpty, item.depth == head.depth, item.words.contains(.containing), !item.marks.isBehindSemicolon
            {
                isCertain = false
                if item.marker == nil { break }
            }
            // A list within the list: what follows may be its parts.
            if index > first, item.depth == head.depth, item.marker != nil { isCertain = false }
            guard item.depth == head.depth, isListed(item, like: head) else {
                // People and money are added only side by side.
                if item.depth == head.depth, item.role == .count, head.numeral.unit == .people { break }
                continue
            }
            switch index > first ? standing(of: index, behind: parts, head) : .part {
            case .aside: continue
            case .end: break gathering
            case .part: break
            }
            if index > first, endsList(item, head) { isCertain = false }
            parts.append(index)
            if item.isWithin { isCertain = false }
            if isCertain { certain += 1 }
        }
        return (parts, min(certain, self.certain(parts)))
    }

    /// What a figure is that stands among the parts of a list.
    private enum Standing {
        case part, aside, end
    }

    private func standing(of index: Int, behind parts: [Int], _ head: ClaimItem) -> Standing {
        let item = items[index]
        if isSubtotal(item, behind: parts) || isWholeOfShare(index) { return .aside }
        // 会议17次,其中公开议题的15次,邀请代表列席3次: the same once more; 集中授课2次、线上培训2次 are two kinds.
        if head.numeral.unit == .times, !item.marks.isBehindPause { return .end }
        // 最多的为18件,最少的为1件: those are among the others.
        if item.ownWords.contains(.quality) { return .aside }
        // 13个街道中,11个收到申请,共64件: of what they received, and no bodies.
        if head.numeral.unit == .things, item.numeral.unit == .cases { return .end }
        // 其余四个所共14件: bodies, among what they received.
        if item.numeral.unit == .things, head.numeral.unit == .cases { return .aside }
        // 惠农补贴87条,抽检49批次及结果49条: what the information is about.
        return item.numeral.countsBatches && head.numeral.unit.countsPapers ? .aside : .part
    }

    /// Whether behind a semicolon the sentence goes on to something else than the parts so far.
    private func goesOn(_ item: ClaimItem, behind parts: [Int], _ head: ClaimItem) -> Bool {
        // 维护13个专栏,其中新开2个;发布25篇: to other things.
        if !parts.isEmpty, item.numeral.unit != head.numeral.unit { return true }
        // 行政许可2040件,其中教师资格认定1876件;行政处罚23件: the table has a row for the next.
        if !parts.isEmpty, item.isTableRow, !head.isTableRow { return true }
        guard parts.count > 1 else { return false }
        if !items[parts[1]].marks.isBehindSemicolon, turnsToDeeds(item, behind: parts) { return true }
        // 其中本级142件,县区221件;结转20件: to another matter.
        if !items[parts[1]].marks.isBehindSemicolon, isOfOtherMatter(item, head) { return true }
        // 其中信函3件、网络10件;自然人7件、企业6件: to the same once more, told by something else.
        return item.family != head.family && Self.partitions.contains(item.family)
            && Self.partitions.contains(head.family)
    }

    /// 转办件233件,其中咨询99件、求助98件;延期办理6件: what became of them.
    func turnsToDeeds(_ item: ClaimItem, behind parts: [Int]) -> Bool {
        items[parts[0]].family == .other && item.words.contains(.late)
            && !parts.contains { items[$0].words.contains(.late) }
    }

    /// Where the next part stands, behind the parts of a part and a semicolon.
    private func next(behind index: Int) -> Int? {
        let next = items[index...].indices.first {
            items[$0].sentence != items[index].sentence || items[$0].marks.isBehindSemicolon
        }
        guard let next, items[next].sentence == items[index].sentence, items[next].depth == items[index].depth,
            items[next].marker == nil, isListed(items[next], like: items[index]),
            items[next].numeral.unit == items[index].numeral.unit
        else { return nil }
        return next
    }

    private static let partitions: [ClaimFamily] = [.means, .applicant, .outcome]

    private func isOfOtherMatter(_ item: ClaimItem, _ head: ClaimItem) -> Bool {
        let matters: [ClaimFamily] = [.intake, .handling, .dispute]
        return matters.contains(item.family) && item.family != head.family
    }

    /// How many parts there are before a semicolon that parts the list from what follows: where not all parts have one.
    private func certain(_ parts: [Int]) -> Int {
        let behind = parts.indices.dropFirst().filter { items[parts[$0]].marks.isBehindSemicolon }
        guard let first = behind.first, behind.count < parts.count - 1 else { return parts.count }
        return first
    }

    private static let verbs: [Term] = [.receive, .accept, .process, .handle, .due, .carriedIn, .carriedOut]

    /// Whether the figure may well be no part of the list any more.
    private func endsList(_ item: ClaimItem, _ head: ClaimItem) -> Bool {
        // 教师职称8件、校外培训4件: behind such a mark it is a noun.
        if item.words.contains(.otherVerb), !(item.marks.isBehindPause && item.numeral.unit == head.numeral.unit) {
            return true
        }
        if item.words.contains(.concluded), !head.words.contains(.concluded) { return true }
        if item.words.contains(.total) && item.family == head.family && item.family != .other { return true }
        // 其中上半年受理267件,答复263件: by another verb.
        let hasVerb = Self.verbs.contains { item.words.contains($0) && !head.words.contains($0) }
        switch head.family {
        case .intake: return item.family != .intake
        case .handling: return item.family != .handling
        case .dispute: return item.family != .dispute
        case .disputeOutcome: return item.family != .disputeOutcome
        case .outcome: return item.family != .outcome && item.family != .other
        case .other: return [.intake, .handling, .dispute, .disputeOutcome].contains(item.family) || hasVerb
        case .applicant, .means: return item.family != head.family && item.family != .other || hasVerb
        }
    }
}
