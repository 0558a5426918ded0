internal import Model

/// 不予处理的5件均为信访举报投诉类申请: a whole group of outcomes had one reason.
extension StretchReader {
    private static let all = Phrase("的? 申请? ,? 均|全部|都|全 是|为|属于|属|系|因|由于|以? ")
    private static let kind = Phrase("类? 的? 申请|情形|情况|信息|政府信息|事项|原因? ")

    private static let narrowing = TermSet.means.union(.applicants).union([.amongThem, .mainly, .etCetera, .carriedIn])

    /// As many had the reason as the figure before it says there were in the group.
    mutating func wholeGroup(at index: Int, _ range: Range<Int>) {
        guard teller.paths.isRevised, state.section == "applications", speaksOfWholeYear,
            let reason = tokens[index].term,
            let item = lastOfSentence, item.family == .outcome, item.role == .count, item.depth == 0,
            let value = item.numeral.value, value > Quantity(0), item.numeral.isExact,
            let number = (range.lowerBound..<index).last(where: { tokens[$0].number != nil }),
            Self.all.fills(tokens[number].end..<tokens[index].start, of: flow),
            let end = Self.kind.end(in: flow, at: tokens[index].end), endsClause(end, range),
            tokens.first(where: { $0.start >= end })?.kind != .pause,
            !words(range.lowerBound..<index).meets(Self.narrowing)
        else { return }
        let claim = result.claims[item.claim]
        let cells = teller.paths.outcome(reason)
        guard claim.doubt == nil, !claim.isPart, claim.scope == nil, let group = claim.readings.first, group.count > 1,
            cells.count == 1, group.contains(cells[0]), group == group.filter({ $0.hasSuffix(".total") })
        else { return }
        append(value, key: cells[0], readings: [cells], tokens: number..<(index + 1))
    }
}
