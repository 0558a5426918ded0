internal import Forms
internal import Model

/// Tables whose blank cells left no trace.
extension RowFitter {
    /// Whether a table prints the totals of its rows.
    private enum Totals {
        case printed
        case leftOut
        case unknown
    }

    /// So many rows show that totals are printed, or that they are not.
    private static let showing = 3
    /// One row in so many that does not add up may be wrong instead.
    private static let faultless = 5
    /// A number that stands twice in a row by itself is its total, where it is at least this.
    private static let telling = 5

    /// What all ways agree on that break no relation; nil where that cannot be told.
    func consistentAgreement(
        _ inputs: [Input],
        _ ways: [[CellSplitter.Way]],
        _ relations: [SplitSearch.IndexedRelation]
    ) -> SplitSearch.Agreement? {
        var ways = ways
        var asked = relations
        let totals = totals(inputs, relations)
        switch totals {
        case .unknown: guard inputs.contains(where: { $0.places != nil }) else { return nil }
        case .leftOut: asked.removeAll { isOverTotals($0, relations) }
        case .printed:
            for relation in relations where relation.rows.count == 1 && relation.comparison == .totalOfParts {
                guard let total = relation.left.first, !ways[total.row].isEmpty else { continue }
                ways[total.row].removeAll { Self.lacksTotal($0, relation) }
                guard !ways[total.row].isEmpty else { return nil }
            }
        }
        var agreement = ConsistentSearch(ways: ways, relations: asked)?.agreement()
        if totals == .leftOut { agreement?.leavesTotalsOut = true }
        return agreement
    }

    /// Whether a relation's parts are the totals of their rows, which are not there.
    private func isOverTotals(
        _ relation: SplitSearch.IndexedRelation,
        _ relations: [SplitSearch.IndexedRelation]
    ) -> Bool {
        guard relation.rows.count > 1, relation.comparison == .totalOfParts else { return false }
        return relations.contains { own in
            own.rows.count == 1 && own.comparison == .totalOfParts
                && own.left.contains { total in relation.right.contains { $0 == total } }
        }
    }

    /// Whether a row's total is blank in a way, and its parts are not.
    static func lacksTotal(_ way: CellSplitter.Way, _ relation: SplitSearch.IndexedRelation) -> Bool {
        guard let total = relation.left.first, relation.left.count == 1, way[total.column] == nil else { return false }
        return relation.right.contains { way[$0.column].map { $0 != Quantity(0) } ?? false }
    }

    private func totals(_ inputs: [Input], _ relations: [SplitSearch.IndexedRelation]) -> Totals {
        var printed = 0
        var leftOut = 0
        for relation in relations where relation.rows.count == 1 && relation.comparison == .totalOfParts {
            guard let total = relation.left.first, total.column == inputs[total.row].columns.count - 1 else { continue }
            let input = inputs[total.row]
            var numbers = (input.fitted ?? input.slots).enumerated().map {
                CellReader.cell($1, kind: input.kinds[min($0, input.kinds.count - 1)]).number
            }
            guard let last = numbers.popLast() else { continue }
            let parts = numbers.compactMap { $0 }.filter { $0 != Quantity(0) }
            guard let last, last != Quantity(0) || parts.isEmpty, last == parts.reduce(Quantity(0), +) else {
                leftOut += 1
                continue
            }
            if parts.count > 1 || last >= Quantity(Self.telling) { printed += 1 }
        }
        if printed >= Self.showing, leftOut * Self.faultless <= printed { return .printed }
        return leftOut >= Self.showing ? .leftOut : .unknown
    }
}

extension RowFitter.Input {
    /// Whether a way has each number in a column in which it can stand.
    func agrees(_ way: CellSplitter.Way) -> Bool {
        guard let places else { return true }
        let filled = way.indices.filter { way[$0] != nil }
        return filled.count != places.count || zip(filled, places).allSatisfy { $1.contains($0) }
    }
}
