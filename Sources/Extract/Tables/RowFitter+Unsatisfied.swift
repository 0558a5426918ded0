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
        let asked = relations.filter { $0.asks(onlyOf: ways) }
        let suspects = asked.indices.filter { index in
            asked[index].cells.contains { agreement.doubts.contains(SplitSearch.Place($0.row, $0.column)) }
                && !asked[index].holds { agreement.rows[$0.row][$0.column] }
        }
        let own = suspects.filter { isBroken(asked[$0], inputs, ways, asked) }
        let broken = own + sharedlyBroken(suspects.filter { !own.contains($0) }, inputs, ways, asked)
        return broken.sorted().compactMap { asked[$0].instance.map { UnsatisfiedRelation($0) } }
    }

    /// Whether every way of one row breaks a relation, whatever stands in the others.
    private func isBroken(
        _ relation: SplitSearch.IndexedRelation,
        _ inputs: [Input],
        _ ways: [[CellSplitter.Way]],
        _ relations: [SplitSearch.IndexedRelation]
    ) -> Bool {
        guard let row = relation.left.first?.row, relation.isWithin(row), inputs[row].fitted == nil,
            let wide = waysWithBlanks(row, inputs[row], relations)
        else { return false }
        return (ways[row] + wide).allSatisfy { way in !relation.holds { way[$0.column] } }
    }

    /// Those of the suspects that all choices among the ways of all rows break.
    private func sharedlyBroken(
        _ suspects: [Int],
        _ inputs: [Input],
        _ ways: [[CellSplitter.Way]],
        _ asked: [SplitSearch.IndexedRelation]
    ) -> [Int] {
        guard !suspects.isEmpty, let wide = waysWithBlanks(inputs, ways, asked) else { return [] }
        let broken = search(ways, asked).broken(among: suspects)
        return search(wide, asked).broken(among: broken)
    }

    /// The ways with blanks anywhere but in the total of what is not blank; nil where there are too many.
    private func waysWithBlanks(
        _ inputs: [Input],
        _ ways: [[CellSplitter.Way]],
        _ relations: [SplitSearch.IndexedRelation]
    ) -> [[CellSplitter.Way]]? {
        var wide = ways
        for (row, input) in inputs.enumerated() where input.fitted == nil && !ways[row].isEmpty {
            guard let found = waysWithBlanks(row, input, relations) else { return nil }
            wide[row] = found
        }
        return wide
    }

    private func waysWithBlanks(
        _ row: Int,
        _ input: Input,
        _ relations: [SplitSearch.IndexedRelation]
    ) -> [CellSplitter.Way]? {
        let tokens = input.slots.filter { !$0.text.isEmpty }.map(\.text)
        let splitter = CellSplitter(
            kinds: input.kinds,
            isSeparated: false,
            allowsBlanks: true,
            limit: Self.waysOfOneRow
        )
        let own = relations.filter { $0.isWithin(row) }
        let ways = splitter.ways(tokens)?.filter { way in !own.contains { Self.lacksTotal(way, $0) } }
        return ways.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension UnsatisfiedRelation {
    init(_ instance: RelationInstance) {
        self.init(rule: instance.relation.rule, cells: (instance.left + instance.right).map(\.path))
    }
}
