internal import Model

/// Figures whose clause says in plain words which cell they state, though the noun stands elsewhere: in the clause or the
/// sentence before (行政强制方面,实施15件), in the year before (由40件升至74件), or in a whole that is larger than the table's
/// (全县共收到312件,其中我局74件).
///
/// Every byte between is known; where one is not, the figure stays what its own words make of it.
extension StretchReader {
    /// What the figure states, or nil where no such words stand around it; `counted` is what its own words make of it.
    mutating func said(_ figure: Figure, besides counted: Counted) -> Counted? {
        guard figure.depth == 0, figure.numeral.isExact, figure.role == .count || figure.role == .growth else {
            return nil
        }
        let said: Counted?
        switch teller.paths.era {
        case .revised(let isLatest):
            said =
                toldAgain(figure) ?? saidOfApplications(figure)
                ?? (counted.readings.isEmpty ? saidBehindMatter(figure) : nil) ?? saidOfReviews(figure)
                ?? (isLatest ? nil : saidOfItems(figure))
        case .statistics: said = saidOfStatistics(figure)
        case .annex: said = saidOfAnnex(figure)
        }
        if said != nil { state.isQualified = false }
        return said
    }

    /// Where the sentence begins.
    var sentenceBegin: Int { sentenceStart ?? stretchStart }

    /// Where the clause of a figure begins: behind the mark or the number before it.
    func ownStart(_ figure: Figure) -> Int { start(of: figure.left) }

    /// Where what the figure belongs to begins: behind the semicolon before it.
    func segmentStart(_ figure: Figure) -> Int {
        let before = tokens[figure.sentence.lowerBound..<figure.index].last { $0.kind == .semicolon }
        return before?.end ?? sentenceBegin
    }

    /// The figure directly before, if it is of the same sentence.
    var lastOfSentence: ClaimItem? { items.last.flatMap { $0.sentence == sentenceNumber ? $0 : nil } }

    /// Where the number of the figure directly before ends.
    func endOfNumber(before figure: Figure) -> Int? {
        tokens[figure.sentence.lowerBound..<figure.index].last { $0.number != nil }?.end
    }
}
