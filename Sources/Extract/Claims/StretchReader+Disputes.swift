internal import Model

/// Of what matter the disputes of a sentence are, and who decides them.
extension StretchReader {
    mutating func observeDispute(_ term: Term, at index: Int, _ range: Range<Int>) {
        let isJoined = index > range.lowerBound && isJoined(index)
        if !isJoined || state.topic != .dispute { state.dispute = [] }
        state.topic = .dispute
        state.disputes.insert(term)
        state.dispute.append(term)
        var start = index
        while start > range.lowerBound, !tokens[start - 1].endsClause { start -= 1 }
        let before = words(start..<index)
        if isBesideMatter(index, from: start) {
            state.isOfOtherMatter = true
        } else if before.meets(Self.matters) {
            state.isOfOtherMatter = false
        } else if before.meets(Self.otherMatters) || isOfUnknownMatter(index, from: start)
            || isOfUnknownCause(index, from: start) || isOfAllMatters(index)
            || flow.hasPrefix(Self.defence, at: tokens[index].start) || isTouched(index, from: start)
            || isAgainstOthers(index, from: start)
        {
            state.isOfOtherMatter = true
        }
        // 收到行政复议申请186件,受理152件: a body that decides.
        let decides = before.contains(.receive) && words(range).contains(.accept)
        // 办理因政府信息公开申请引发的行政复议: as the body that it is against.
        let isBroughtUp = before.contains(.application) && before.contains(.occur)
        if decides || before.meets([.accept, .handle]), !before.meets([.matter, .ofMatter, .defendant]), !isBroughtUp {
            state.isOthersDispute = true
        }
        // 行政复议机关收到信息公开类复议申请26件: those that it decides, whoever they are against.
        if before.contains(.decider) || state.namesDecider, before.meets([.receive, .accept, .handle]),
            !before.contains(.defendant)
        {
            state.isOthersDispute = true
        } else if state.isBehindSemicolon || before.contains(.occur), before.meets([.matter, .ofMatter]),
            !before.meets([.accept, .handle])
        {
            // 复议机关收到11件;因政府信息公开发生行政诉讼10件.
            // 办理复议答复案件9件,因政府信息公开引发的复议2件.
            state.isOthersDispute = false
        }
    }

    private static let matters: TermSet = [.matter, .ofMatter, .information, .application, .applicationWork, .not]
    private static let otherMatters: TermSet = [
        .otherItem, .permit, .penalty, .coercive, .consultation, .adminFee, .procurement, .kind,
    ]
    /// 行政应诉案件31件: of all matters.
    private static let defence = Array("行政应诉".utf8)
    private static let links = ["的", "类"].map { Array($0.utf8) }

    private static let overs = ["结转", "上年", "往年", "历年"].map { Array($0.utf8) }

    /// 行政诉讼28件(含上年结转10件): with those that the table of an earlier year has.
    func isWithEarlier(_ figure: Figure) -> Bool {
        let open = figure.index + 1
        guard open < figure.sentence.upperBound, tokens[open].kind == .open,
            let close = tokens[open..<figure.sentence.upperBound].firstIndex(where: { $0.kind == .close })
        else { return false }
        return holds(Self.overs, in: tokens[open].end..<tokens[close].start)
    }

    private static let every = ["各类", "各种", "全部类型"].map { Array($0.utf8) }

    /// 各类行政复议612件.
    private func isOfAllMatters(_ index: Int) -> Bool {
        Self.every.contains { flow.hasPrefix($0, at: tokens[index].start - $0.count) }
    }

    /// 旁听庭审2次,涉及行政诉讼案件2件: of whatever matter.
    private func isTouched(_ index: Int, from start: Int) -> Bool {
        guard index - 1 == start, tokens[start].term == .about, tokens[start].end == tokens[index].start,
            let last = items.last
        else { return false }
        return last.sentence == sentenceNumber && last.family == .other && last.numeral.unit == .times
    }

    private static let cause = Array("因".utf8)
    private static let complaints = ["不服", "不满", "异议", "答复"].map { Array($0.utf8) }

    /// 因拆违被复议61件: words that are not known tell what gave rise to it.
    private func isOfUnknownCause(_ index: Int, from start: Int) -> Bool {
        guard
            let cause = (start..<index).last(where: {
                tokens[$0].end - tokens[$0].start == Self.cause.count
                    && flow.hasPrefix(Self.cause, at: tokens[$0].start)
            })
        else { return false }
        let begin = tokens[cause].end
        return !holds(Self.complaints, in: begin..<tokens[index].start)
            && unknown((cause + 1)..<index, before: tokens[index].start)
                + (tokens[cause + 1].start - begin) >= 6
    }

    /// 涉及征迁的行政诉讼案件3件: words that are not known tell of what the dispute is.
    private func isOfUnknownMatter(_ index: Int, from start: Int) -> Bool {
        let begin = tokens[index].start
        guard let link = Self.links.first(where: { flow.hasPrefix($0, at: begin - $0.count) }) else { return false }
        // Between the word before and the 的, which may be a word of its own.
        var place = index - 1
        while place >= start, tokens[place].start >= begin - link.count { place -= 1 }
        let edge =
            place >= start ? tokens[place].end : start > 0 ? tokens[start - 1].end : sentenceStart ?? stretchStart
        return begin - link.count - edge >= 6
    }
}
