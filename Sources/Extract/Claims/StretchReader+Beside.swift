internal import Model

/// Disputes that are named beside those of the matter: 除政府信息公开外的其他行政诉讼, 不涉及政府信息公开的行政复议、行政诉讼.
extension StretchReader {
    private static let matter = phrases("信息公开 政务公开")
    private static let kinds = phrases("工作 类案件 类 案件 申请 事项 的")
    private static let outside = phrases("以外 之外 外")

    /// Whether 除…外 stands around the matter in the words before the dispute.
    func isBesideMatter(_ index: Int, from first: Int) -> Bool {
        let end = tokens[index].start
        let begin = max(first > 0 ? tokens[first - 1].end : sentenceStart ?? stretchStart, end - Self.longestLead)
        guard begin < end else { return false }
        return Self.matter.contains { word in
            guard let found = flow.firstIndex(of: word, in: begin..<end) else { return false }
            var place = found + word.count
            while case let length = Self.length(of: Self.kinds, in: flow, at: place), length > 0 { place += length }
            let length = Self.length(of: Self.outside, in: flow, at: place)
            return length > 0 && place + length <= end
        }
    }

    private static let plain: TermSet = TermSet.disputes.union([.filler, .total, .respectively])

    /// 与政府信息公开无关的行政复议4件、行政诉讼4件: what was said of the figure before, with no other matter named since.
    func continuesUnrelated(_ left: Range<Int>) -> Bool {
        guard state.namesUnrelated, !left.isEmpty, words(left).isWithin(Self.plain), let last = items.last,
            last.sentence == sentenceNumber, last.family == .dispute
        else { return false }
        let before = tokens[left.lowerBound - 1]
        return before.number != nil
            || before.kind == .comma && left.lowerBound > 1 && tokens[left.lowerBound - 2].number != nil
    }
}
