/// A word, a number or a mark of the narrative.
struct ClaimToken: Sendable {
    enum Kind: Sendable, Equatable {
        case term(Term)
        /// A number, by its index among the scanner's numerals.
        case number(Int)
        /// A year with its 年.
        case year(Int)
        case comma
        case semicolon
        case colon
        case open
        case close
        /// 、, which separates the items of a list.
        case pause
        case quote
        case stop
    }

    var kind: Kind
    var start: Int
    var end: Int

    var term: Term? {
        guard case .term(let term) = kind else { return nil }
        return term
    }

    var number: Int? {
        guard case .number(let index) = kind else { return nil }
        return index
    }

    /// Whether a clause ends here.
    var endsClause: Bool {
        switch kind {
        case .comma, .semicolon, .colon, .open, .close, .stop: true
        case .term, .number, .year, .pause, .quote: false
        }
    }
}
