internal import Forms
internal import Model

/// Tables with rows that have too many ways to list them all.
extension RowFitter {
    /// What all best choices agree on. Where of some rows only the ways are known that add up, and a choice among them breaks no
    /// sum over several rows, no other can be as good. Else nothing is asked of those rows, and what the others tell is held
    /// against them.
    func agreement(
        _ inputs: [Input],
        cut: inout Cut,
        _ relations: [SplitSearch.IndexedRelation]
    ) -> SplitSearch.Agreement {
        guard !cut.partialRows.isEmpty else { return agreement(inputs, cut, relations) }
        let search = search(cut.ways, relations.filter { $0.asks(onlyOf: cut.ways) })
        let known = search.agreement()
        if let known, !search.breaksShared(known.rows) { return known }
        let listed = cut
        cut.leavePartialRows()
        return checked(agreement(inputs, cut, relations), listed, relations, besides: known)
    }

    /// What each row tells by itself, held against the sums over several rows: `others` says what stands in the other rows, if
    /// that is known.
    func checked(
        _ agreement: SplitSearch.Agreement,
        _ cut: Cut,
        _ relations: [SplitSearch.IndexedRelation],
        besides others: SplitSearch.Agreement? = nil
    ) -> SplitSearch.Agreement {
        let best = search(cut.ways, relations.filter { $0.asks(onlyOf: cut.ways) }).ways
        let others = others ?? agreement
        let kept = best.indices.map { row in
            let own = others.rows[row]
            let isTold = !own.isEmpty && own.indices.allSatisfy { !others.doubts.contains(SplitSearch.Place(row, $0)) }
            return isTold ? [own] : best[row]
        }
        let rows = ContradictedRows(agreement, ways: cut.ways, kept: kept, relations: relations)
        return rows?.agreementWithDoubts() ?? agreement
    }
}
