internal import Forms
internal import Model

/// What last year's report lets expect of this year's cells: sums of them that come to a number of last year's.
///
/// None pins a cell: a year may be reorganised, and last year's report may be the wrong one. They rank repairs, and
/// suggest some where nothing else tells.
struct YearExpectations {
    struct Relation {
        /// The rule that judges it.
        var rule: String
        /// The cells, by number, and whether each is added (1) or taken away (−1); the one that follows is the first.
        var terms: [(cell: Int, sign: Int)]
        /// What they come to, in units of the values.
        var sum: Int
    }

    let relations: [Relation]
    private let values: CellValues

    /// None where the archive has no report of the year before.
    init(_ engine: RelationEngine, form: Form, previous: Report?) {
        values = engine.values
        guard let previous else {
            relations = []
            return
        }
        let builder = Builder(engine: engine, previous: previous)
        let isSameForm = previous.identity.form == form.identifier
        relations = form.tables.flatMap { table -> [Relation] in
            switch table.id {
            case "applications": table.columns.compactMap { builder.carryOver($0.id) }
            case "annex": table.rows.compactMap { builder.cumulative($0.id) }
            // Between forms its columns changed their meaning.
            case "proactive" where isSameForm: table.rows.compactMap { builder.inForce($0.id) ?? builder.items($0.id) }
            default: []
            }
        }
    }

    /// What the terms lack to their sum, once the changes are made.
    func lack(_ relation: Relation, _ changes: [Int: Int] = [:]) -> Int {
        relation.terms.reduce(relation.sum) { $0 &- $1.sign &* (changes[$1.cell] ?? values.values[$1.cell]) }
    }

    /// The relation that a finding is about: its rule, and the cell that it names first.
    func relation(of finding: Finding, _ space: CellSpace) -> Relation? {
        guard let path = finding.places.first?.path, let address = CellAddress(path: path),
            let cell = space.number(of: address)
        else { return nil }
        return relations.first { $0.rule == finding.rule && $0.terms.first?.cell == cell }
    }

    private struct Builder {
        let engine: RelationEngine
        let previous: Report

        func carryOver(_ column: String) -> Relation? {
            relation(HistoryCarryOver.identifier, "applications", [("carried_in", column, 1)]) {
                $0.cell("carried_out", column)?.number
            }
        }

        func cumulative(_ row: String) -> Relation? {
            relation(HistoryCumulative.identifier, "annex", [(row, "cumulative", 1), (row, "year", -1)]) {
                $0.cell(row, "cumulative")?.number
            }
        }

        func inForce(_ row: String) -> Relation? {
            let terms = [(row, "in_force", 1), (row, "issued", -1), (row, "repealed", 1)]
            return relation(HistoryInForce.identifier, "proactive", terms) { $0.cell(row, "in_force")?.addend }
        }

        func items(_ row: String) -> Relation? {
            relation(HistoryItems.identifier, "proactive", [(row, "items_last_year", 1)]) { table in
                guard let items = table.cell(row, "items_last_year")?.number,
                    let change = table.cell(row, "change")?.number
                else { return nil }
                return items + change
            }
        }

        private func relation(
            _ rule: String,
            _ table: String,
            _ terms: [(row: String, column: String, sign: Int)],
            _ sum: (Table) -> Quantity?
        ) -> Relation? {
            guard let sum = previous.table(table).flatMap(sum).flatMap(engine.values.units) else { return nil }
            var cells: [(cell: Int, sign: Int)] = []
            for term in terms {
                let address = CellAddress(table: table, row: term.row, column: term.column)
                guard let number = engine.space.number(of: address), engine.values.isAddend(number) else { return nil }
                cells.append((number, term.sign))
            }
            return Relation(rule: rule, terms: cells, sum: sum)
        }
    }
}
