internal import Forms
internal import Model

/// The relations between a report and that of the year before, in words and numbers.
struct YearSteps {
    private let subject: Subject

    init(_ subject: Subject) {
        self.subject = subject
    }

    /// What the rules on the years compare; nothing where the report of the year before is not at hand.
    var all: [RelationStep] { carryOver + inForce + items + cumulative }

    /// A cell of this year's table or of last year's, added or taken away.
    private struct Term {
        var row: String
        var column: String
        var isLastYears = false
        var factor = 1
    }

    private var carryOver: [RelationStep] {
        guard let pair = pair("applications") else { return [] }
        return pair.form.columns.map(\.id).map { column in
            step(
                HistoryCarryOver.identifier,
                pair,
                column: column,
                Term(row: "carried_in", column: column),
                [Term(row: "carried_out", column: column, isLastYears: true)]
            )
        }
    }

    private var inForce: [RelationStep] {
        guard bothHaveForm("2021"), let pair = pair("proactive") else { return [] }
        return ["regulations", "normative_documents"].map { row in
            step(
                HistoryInForce.identifier,
                pair,
                Term(row: row, column: "in_force"),
                [
                    Term(row: row, column: "in_force", isLastYears: true), Term(row: row, column: "issued"),
                    Term(row: row, column: "repealed", factor: -1),
                ]
            )
        }
    }

    private var items: [RelationStep] {
        guard bothHaveForm("2019"), let pair = pair("proactive") else { return [] }
        return rows(of: pair, with: "items_last_year").map { row in
            step(
                HistoryItems.identifier,
                pair,
                Term(row: row, column: "items_last_year"),
                [
                    Term(row: row, column: "items_last_year", isLastYears: true),
                    Term(row: row, column: "change", isLastYears: true),
                ]
            )
        }
    }

    private var cumulative: [RelationStep] {
        guard let pair = pair("annex") else { return [] }
        return rows(of: pair, with: "cumulative").map { row in
            step(
                HistoryCumulative.identifier,
                pair,
                Term(row: row, column: "cumulative"),
                [Term(row: row, column: "cumulative", isLastYears: true), Term(row: row, column: "year")]
            )
        }
    }

    // MARK: Steps

    private func pair(_ table: String) -> YearPair? {
        guard case .pair(let pair) = YearPair.of(table, in: subject) else { return nil }
        return pair
    }

    private func bothHaveForm(_ form: String) -> Bool {
        subject.form.identifier == form && subject.context.neighbours.previous?.identity.form == form
    }

    /// The rows that both years print with a cell in that column.
    private func rows(of pair: YearPair, with column: String) -> [String] {
        pair.now.rows.map(\.id).filter { pair.now.cell($0, column) != nil && pair.before.cell($0, column) != nil }
    }

    /// A relation of one row, or of one column where `column` names it.
    private func step(
        _ rule: String,
        _ pair: YearPair,
        column: String? = nil,
        _ left: Term,
        _ right: [Term]
    ) -> RelationStep {
        let cells = ([left] + right).map { cell($0, pair) }
        let place =
            column.map { Finding.Message(zh: pair.chinese(column: $0), en: pair.english(column: $0)) }
            ?? Finding.Message(zh: pair.chinese(row: left.row), en: pair.english(row: left.row))
        // A blank total says nothing; a blank beside it says that there were none.
        let mayBeBlank =
            column.map { column in
                column != "total"
                    && !([left] + right).contains { ($0.isLastYears ? pair.before : pair.now).isOpen($0.row, column) }
            } ?? false
        let doubt: String? =
            if cells.contains(where: { $0?.addend == nil }) {
                "a cell could not be read for certain"
            } else if !mayBeBlank,
                cells.contains(where: { $0?.content == .blank || column != nil && $0?.number == nil })
            { "a cell is blank" } else { nil }
        let sums = (sum([left], pair), sum(right, pair))
        return RelationStep(
            rule: rule,
            place: place,
            left: RelationStep.Side(sum: sums.0, addends: [addend(left, pair, isColumn: column != nil)]),
            right: RelationStep.Side(sum: sums.1, addends: right.map { addend($0, pair, isColumn: column != nil) }),
            comparison: "=",
            doubt: doubt,
            holds: doubt == nil && sums.0 == sums.1
        )
    }

    private func cell(_ term: Term, _ pair: YearPair) -> Cell? {
        (term.isLastYears ? pair.before : pair.now).cell(term.row, term.column)
    }

    private func sum(_ terms: [Term], _ pair: YearPair) -> Quantity? {
        var sum = Quantity(0)
        for term in terms {
            guard let addend = cell(term, pair)?.addend else { return nil }
            sum = term.factor < 0 ? sum - addend : sum + addend
        }
        return sum
    }

    private func addend(_ term: Term, _ pair: YearPair, isColumn: Bool) -> RelationStep.Addend {
        let cell = cell(term, pair)
        let zh = isColumn ? pair.chinese(row: term.row) : pair.chinese(column: term.column)
        let en = isColumn ? pair.english(row: term.row) : pair.english(column: term.column)
        return RelationStep.Addend(
            name: Finding.Message(
                zh: term.isLastYears ? "\(pair.year)年\(zh)" : zh,
                en: term.isLastYears ? "\(en) of \(pair.year)" : en
            ),
            factor: term.factor,
            text: cell.map { $0.content == .ambiguous ? "?" : $0.text } ?? "?",
            isZero: cell?.addend == Quantity(0)
        )
    }
}
