internal import Forms
internal import Model

/// Relations that are broken however digits that ran together are cut.
extension RowFitter {
    /// Blanks make many ways of one row; with more than these nothing is said.
    private static let waysOfOneRow = 10_000

    /// Those with a cell in doubt that every way breaks, of those that break the fewest relations. Where it would help
    /// that a blank cell left no trace, nothing is said: then the report may be right.
    func unsatisfied(
        _ inputs: [Input],
        _ cut: Cut,
        _ agreement: SplitSearch.Agreement,
        _ relations: [SplitSearch.IndexedRelation]
    ) -> [UnsatisfiedRelation] {
        guard !cut.allowsBlanks, !agreement.doubts.isEmpty, inputs.allSatisfy({ $0.places == nil }) else { return [] }
        let ways = cut.ways
        let asked = relations.filter { $0.cells.allSatisfy { !ways[$0.row].isEmpty } }
        let suspects = asked.indices.filter { index in
            asked[index].cells.contains { agreement.doubts.contains([$0.row, $0.column]) }
                && !asked[index].holds { agreement.rows[$0.row][$0.column] }
        }
        guard !suspects.isEmpty, let wide = waysWithBlanks(inputs, ways, asked) else { return [] }
        let broken = search(ways, asked).broken(among: suspects)
        return search(wide, asked).broken(among: broken).compactMap {
            asked[$0].instance.map { UnsatisfiedRelation($0) }
        }
    }

    /// The ways with blanks anywhere but in the total of what is not blank; nil where there are too many.
    private func waysWithBlanks(
        _ inputs: [Input],
        _ ways: [[CellSplitter.Way]],
        _ relations: [SplitSearch.IndexedRelation]
    ) -> [[CellSplitter.Way]]? {
        var wide = ways
        for (row, input) in inputs.enumerated() where input.fitted == nil && !ways[row].isEmpty {
            let tokens = input.slots.filter { !$0.text.isEmpty }.map(\.text)
            let splitter = CellSplitter(
                kinds: input.kinds,
                isSeparated: false,
                allowsBlanks: true,
                limit: Self.waysOfOneRow
            )
            guard let found = splitter.ways(tokens) else { return nil }
            let own = relations.filter { $0.isWithin(row) }
            wide[row] = found.filter { way in !own.contains { Self.lacksTotal(way, $0) } }
            guard !wide[row].isEmpty else { return nil }
        }
        return wide
    }
}

extension UnsatisfiedRelation {
    init(_ instance: RelationInstance) {
        self.init(rule: instance.relation.rule, cells: (instance.left + instance.right).map(\.path))
    }
}
