internal import Forms
internal import Model

/// Tables whose blank cells left no trace.
extension RowFitter {
    /// So many rows show that a table prints the totals of its rows.
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
        if printsTotals(inputs, relations) {
            for relation in relations where relation.rows.count == 1 && relation.comparison == .totalOfParts {
                guard let total = relation.left.first, !ways[total.row].isEmpty else { continue }
                ways[total.row].removeAll { Self.lacksTotal($0, relation) }
                guard !ways[total.row].isEmpty else { return nil }
            }
        } else if inputs.allSatisfy({ $0.places == nil }) {
            return nil
        }
        return ConsistentSearch(ways: ways, relations: relations)?.agreement()
    }

    /// Whether a row's total is blank in a way, and its parts are not.
    static func lacksTotal(_ way: CellSplitter.Way, _ relation: SplitSearch.IndexedRelation) -> Bool {
        guard let total = relation.left.first, relation.left.count == 1, way[total.column] == nil else { return false }
        return relation.right.contains { way[$0.column].map { $0 != Quantity(0) } ?? false }
    }

    /// Whether the rows show that each of them has its total.
    private func printsTotals(_ inputs: [Input], _ relations: [SplitSearch.IndexedRelation]) -> Bool {
        var printed = 0
        var others = 0
        for relation in relations where relation.rows.count == 1 && relation.comparison == .totalOfParts {
            guard let total = relation.left.first, total.column == inputs[total.row].columns.count - 1 else { continue }
            let input = inputs[total.row]
            var numbers = (input.fitted ?? input.slots).enumerated().map {
                CellReader.cell($1, kind: input.kinds[min($0, input.kinds.count - 1)]).number
            }
            guard let last = numbers.popLast() else { continue }
            let parts = numbers.compactMap { $0 }.filter { $0 != Quantity(0) }
            guard let last, last != Quantity(0) || parts.isEmpty, last == parts.reduce(Quantity(0), +) else {
                others += 1
                continue
            }
            if parts.count > 1 || last >= Quantity(Self.telling) { printed += 1 }
        }
        return printed >= Self.showing && others * Self.faultless <= printed
    }
}

extension RowFitter.Input {
    /// Whether white space divides what stands in one of its cells.
    var isDivided: Bool { slots.contains(where: \.isDivided) }

    /// Whether a way has each number in a column in which it can stand.
    func agrees(_ way: CellSplitter.Way) -> Bool {
        guard let places else { return true }
        let filled = way.indices.filter { way[$0] != nil }
        return filled.count != places.count || zip(filled, places).allSatisfy { $1.contains($0) }
    }
}
