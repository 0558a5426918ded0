internal import Model

/// Figures of other things than they seem to be: of others, of a list, or of some by one way.
extension StretchReader {
    /// 收到取水许可审批申请17件,受理17件: of those, which are none of the matter.
    func followsOtherApplications(_ figure: Figure, _ family: ClaimFamily) -> Bool {
        guard family == .intake, !figure.own.meets([.application, .plainApplication]), let last = items.last,
            last.sentence == sentenceNumber, last.role == .count, last.family == .intake
        else { return false }
        return result.claims[last.claim].doubt != nil
    }

    private static let guidance = ["指导", "督促", "督导", "帮助", "协助", "协调", "辅导"].map { Array($0.utf8) }

    /// 指导镇街办理申请30件: those of others.
    func isForOthers(_ figure: Figure) -> Bool {
        guard let verb = figure.left.first(where: { tokens[$0].term.map(Self.dealings.contains) ?? false }) else {
            return false
        }
        let start = verb > figure.left.lowerBound ? tokens[verb - 1].end : start(of: figure.left)
        let words = start..<tokens[verb].start
        return words.count > Self.guidance[0].count
            && Self.guidance.contains { flow.hasPrefix($0, at: words.lowerBound) }
    }

    /// 行政许可事项45项全部公开: things of a list, and no applications.
    func isOfList(_ figure: Figure) -> Bool {
        figure.voice.isBehind && figure.own.meets([.register, .affair]) && !figure.own.contains(.application)
    }

    /// 新收的15件办结13件, 新收15件中,已办结13件: of those, and not of what came over from the year before.
    func isOutOfOthers(_ figure: Figure) -> Bool {
        let left = figure.left
        guard teller.paths.isRevised, figure.own.contains(.process), !figure.own.meets([.carriedIn, .carry]),
            let last = items.last, last.family == .intake, last.sentence == sentenceNumber
        else { return false }
        let isDirect =
            state.namesCarriedIn && left.lowerBound > 0 && tokens[left.lowerBound - 1].number != nil
            && tokens[left.lowerBound].start == tokens[left.lowerBound - 1].end
        return isDirect
            || figure.marker?.term == .amongThem && figure.isLooselyMarked && last.words.meets([.newly, .thisYear])
    }

    private static let by = Array("通过".utf8)

    /// 通过某平台收到申请6件: others may have come in by other ways.
    func isByWay(_ context: ClauseContext) -> Bool {
        let start = context.clause > 0 ? tokens[context.clause - 1].end : sentenceStart ?? stretchStart
        return flow.hasPrefix(Self.by, at: start)
    }
}
