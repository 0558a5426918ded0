internal import Bytes
internal import Forms
internal import Model

/// The rows of a table before and after their slots are fitted to its columns.
struct RowFitter {
    /// One row: what stands in it, and the columns that it has.
    struct Input {
        var id: String
        /// As printed, where it is.
        var label: String?
        var slots: [Slot]
        /// The indices of its columns in the table.
        var columns: [Int]
        var kinds: [ValueKind]
        var line: Int
        /// Where in the document its label stands.
        var inDocument: DocumentPlace?
        /// What fits without a doubt, if anything does.
        var fitted: [Slot]?
        /// Whether what stands in it may belong to another row.
        var isTorn = false
        /// Whether some of its values may be among those that stand behind it and belong to no row.
        var isCutOff = false
        /// Whether white space divides what stands in it from its label, so that its cells would be divided as well.
        var isApart = false
        /// Whether its cells are blank and nothing at all stands where they were.
        var leftNoTrace = false
        /// The columns of its form that the table does not have.
        var missing: [Int] = []
        /// For each of its slots the columns in which its place on the line lets it stand, where that is known.
        var places: [ClosedRange<Int>]?
        /// The relations within it that no way to cut its digits satisfies.
        var unsatisfied: [UnsatisfiedRelation] = []
    }

    /// The rows as they were fitted.
    struct Fit {
        /// The cells of each row, one for each column of the table; nil in those that the row does not have.
        var cells: [[Cell?]]
        /// The relations that no way to cut digits that ran together satisfies.
        var unsatisfied: [UnsatisfiedRelation]
    }

    let form: TableForm
    let relations: [Relation]

    func fit(_ inputs: [Input]) -> Fit {
        var result = inputs.indices.map { cells(of: inputs[$0]) }
        let known = inputs.flatMap(\.unsatisfied)
        guard inputs.contains(where: { $0.fitted == nil && !$0.isTorn }) else {
            return Fit(cells: result, unsatisfied: known)
        }
        // A damaged cell counts as nothing in a sum: no relation can be trusted to tell other cells by it.
        let isDamaged = inputs.contains { $0.slots.contains { CellReader.isDamaged($0.text) } }
        guard !isDamaged else { return Fit(cells: result, unsatisfied: known) }
        let relations = relations(over: inputs)
        var cut = cut(inputs, relations)
        let agreement = agreement(inputs, cut: &cut, relations)
        for (row, input) in inputs.enumerated()
        where input.fitted == nil && !agreement.rows[row].isEmpty && !hasGuessedTotal(agreement, row, relations) {
            for column in input.columns.indices where !agreement.doubts.contains(SplitSearch.Place(row, column)) {
                let value = agreement.rows[row][column]
                let cell = value.map { number($0, input) } ?? nothing(input, agreement.rows[row], cut)
                result[row][input.columns[column]] = cell
            }
        }
        return Fit(cells: result, unsatisfied: known + unsatisfied(inputs, cut, agreement, relations))
    }

    private func cells(of input: Input) -> [Cell?] {
        let slots = input.fitted ?? SlotFitter.doubts(input.slots, count: input.columns.count, line: input.line)
        // Most rows have all the columns of the table, in its order.
        if slots.count == form.columns.count {
            return slots.indices.map { .some(CellReader.cell(slots[$0], kind: input.kinds[$0])) }
        }
        var aligned: [Cell?] = Array(repeating: nil, count: form.columns.count)
        for (index, column) in input.columns.enumerated() {
            aligned[column] = CellReader.cell(slots[index], kind: input.kinds[index])
        }
        return aligned
    }

    /// Whether a row was cut so that its total is blank beside parts that are not: nothing then confirms the cut, which
    /// is left over only because every other one breaks the row's sum.
    private func hasGuessedTotal(
        _ agreement: SplitSearch.Agreement,
        _ row: Int,
        _ relations: [SplitSearch.IndexedRelation]
    ) -> Bool {
        relations.contains { $0.isWithin(row) && Self.lacksTotal(agreement.rows[row], $0) }
    }

    private func number(_ value: Quantity, _ input: Input) -> Cell {
        let line = input.slots.first?.line ?? input.line
        let place = input.slots.first?.inDocument ?? input.inDocument
        return Cell(.number(value), text: value.description, line: line, inDocument: place, isInferred: true)
    }

    /// A cell without a number: a blank one, or where none can be, a mark.
    private func nothing(_ input: Input, _ way: CellSplitter.Way, _ cut: Cut) -> Cell {
        let line = input.slots.first?.line ?? input.line
        let place = input.slots.first?.inDocument ?? input.inDocument
        let marks = way.count { $0 == nil }
        let shown = cut.allowsBlanks ? [] : GluedMark.shown(in: input.slots.flatMap(\.text), cells: marks)
        guard !shown.isEmpty else { return Cell(.blank, line: line, inDocument: place, isInferred: true) }
        let text = String(decoding: shown, as: UTF8.self)
        return Cell(.mark, text: text, line: line, inDocument: place, isInferred: true)
    }

    func agreement(
        _ inputs: [Input],
        _ cut: Cut,
        _ relations: [SplitSearch.IndexedRelation]
    ) -> SplitSearch.Agreement {
        // Of rows of which nothing is asked nothing can be told.
        let asked = relations.filter { $0.asks(onlyOf: cut.ways) }
        if inputs.contains(where: { $0.places != nil }) {
            if let agreement = consistentAgreement(inputs, cut.ways, asked) { return agreement }
            // Places that no way agrees with are those of other columns.
            var others = inputs
            for index in others.indices { others[index].places = nil }
            return agreement(others, self.cut(others, []), relations)
        }
        let search = search(cut.ways, asked)
        if let agreement = search.agreement() {
            guard search.breaksShared(agreement.rows) else { return agreement }
            // A row that does not add up may be what makes the columns add up.
            let all = SplitSearch(ways: cut.ways, relations: asked)
            return all.agreement(atMost: agreement.broken) ?? all.agreementOfRows()
        }
        return (cut.isSeparated ? consistentAgreement(inputs, cut.ways, asked) : nil)
            ?? checked(search.agreementOfRows(), cut, relations)
    }

    /// The search through the ways of each row that break the fewest of the relations inside it.
    func search(_ ways: [[CellSplitter.Way]], _ relations: [SplitSearch.IndexedRelation]) -> SplitSearch {
        SplitSearch(ways: ways.indices.map { best(of: ways[$0], $0, relations) }, relations: relations)
    }

    /// Whether relations confirm how rows are cut.
    var isBound: Bool { relations.contains { $0.severity == .error } }

    /// The relations of error level over rows that are there.
    private func relations(over inputs: [Input]) -> [SplitSearch.IndexedRelation] {
        let rows = inputs.map { (id: $0.id, columns: $0.columns) }
        return SplitSearch.IndexedRelation.all(of: relations, over: rows, in: form)
    }

    /// The ways that break the fewest of the relations inside the row.
    private func best(
        of ways: [CellSplitter.Way],
        _ row: Int,
        _ relations: [SplitSearch.IndexedRelation]
    ) -> [CellSplitter.Way] {
        let own = relations.filter { $0.isWithin(row) }
        guard ways.count > 1, !own.isEmpty else { return ways }
        let costs = ways.map { way in own.count { !$0.holds { way[$0.column] } } }
        let least = costs.min() ?? 0
        return ways.indices.filter { costs[$0] == least }.map { ways[$0] }
    }
}
