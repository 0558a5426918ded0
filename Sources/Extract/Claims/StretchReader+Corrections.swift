internal import Model

/// What applicants were asked to correct (补正), of which the form counts only those that were given up.
extension StretchReader {
    private static let correction = Array("补正".utf8)
    private static let givenUp = Array("不再处理".utf8)
    private static let outcomes = ["逾期不补正", "逾期未补正", "补正后", "经补正"].map { Array($0.utf8) }

    /// 补正申请22件, 对22件申请告知补正: whether the clause of a number speaks of that, and not of what came of it.
    func isOfCorrection(_ index: Int) -> Bool {
        let mark = tokens[..<index].lastIndex { $0.endsClause || $0.number != nil }
        let next = tokens[(index + 1)...].first { $0.endsClause || $0.number != nil }
        let clause = (mark.map { tokens[$0].end } ?? sentenceStart ?? stretchStart)..<(next?.start ?? stretchEnd)
        guard !clause.isEmpty, flow.holds(Self.correction, in: clause) else { return false }
        return !Self.outcomes.contains { flow.holds($0, in: clause) }
    }

    /// 补正申请22件,其中8件逾期不补正: those who were late, whatever was done with theirs.
    func isOutOfCorrections(_ figure: Figure) -> Bool {
        guard figure.marker?.term == .amongThem, figure.voice.words.contains(.noCorrection) else { return false }
        let behind = tokens[(figure.index + 1)...].first { $0.endsClause || $0.number != nil }
        let clause = start(of: figure.left)..<max(start(of: figure.left), behind?.start ?? stretchEnd)
        // 不再处理的1件: the form's own words.
        return !flow.holds(Self.givenUp, in: clause)
            && items.contains { $0.sentence == sentenceNumber && $0.isOfCorrection && $0.role == .count }
    }
}
