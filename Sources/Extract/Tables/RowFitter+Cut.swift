internal import Bytes
internal import Forms
internal import Model

extension RowFitter {
    /// The ways to cut the rows of a table.
    struct Cut {
        /// By row; none where nothing is asked of it.
        var ways: [[CellSplitter.Way]]
        /// Whether separators show in the table.
        var isSeparated: Bool
        /// Whether any cell may be a blank that left no trace.
        var allowsBlanks: Bool
        /// The rows of which only the ways are listed that add up, because there are too many.
        var partialRows: [Int] = []

        /// Asks nothing of those rows.
        mutating func leavePartialRows() {
            for row in partialRows { ways[row] = [] }
            partialRows = []
        }
    }

    /// So many ways in all are listed in a table where no blank can be: the few rows of a large body have many.
    private static let manyWays = 15_000

    func cut(_ inputs: [Input], _ relations: [SplitSearch.IndexedRelation]) -> Cut {
        let tokens = inputs.map { input in input.slots.filter { !$0.text.isEmpty }.map(\.text) }
        let isSeparated = tokens.contains { $0.count > 1 }
        let allowsBlanks =
            isSeparated
            || zip(inputs, tokens).contains { input, tokens in
                (input.fitted == nil || input.leftNoTrace) && CellSplitter.capacity(tokens) < input.columns.count
            }
        let hasTorn = inputs.contains(where: \.isTorn)
        var cut = Cut(ways: [], isSeparated: isSeparated, allowsBlanks: allowsBlanks)
        var allowance = allowsBlanks ? 0 : Self.manyWays
        for (row, (input, tokens)) in zip(inputs, tokens).enumerated() {
            if let fitted = input.fitted, !input.isTorn {
                cut.ways.append([fitted.enumerated().map { CellReader.cell($1, kind: input.kinds[$0]).number }])
            } else if isUnasked(input, tokens, besideTorn: hasTorn) {
                cut.ways.append([])
            } else {
                cut.ways.append(ways(input, tokens, cut, &allowance))
                let width = input.columns.count
                guard !allowsBlanks, cut.ways[row].isEmpty,
                    relations.contains(where: { $0.isTotal(ofRow: row, width: width) })
                else { continue }
                cut.ways[row] = summingWays(input, tokens)
                if !cut.ways[row].isEmpty { cut.partialRows.append(row) }
            }
        }
        return cut
    }

    /// Whether nothing is asked of a row that does not fit as it stands.
    private func isUnasked(_ input: Input, _ tokens: [[UInt8]], besideTorn hasTorn: Bool) -> Bool {
        // What was torn from one row may have come to another, unless its place on the line tells.
        if input.isTorn || input.isCutOff || hasTorn && input.places == nil { return true }
        // Nor is what stands in two pieces in a grid's only cell, 179 over 120, known to be one number.
        if input.columns.count == 1, input.slots.contains(where: { $0.holdsSeveral && $0.place != nil }) { return true }
        return input.isApart && tokens.count == 1 && !isBound && tokens[0].contains { $0 != ASCII.zero }
    }

    private func summingWays(_ input: Input, _ tokens: [[UInt8]]) -> [CellSplitter.Way] {
        let splitter = CellSplitter(kinds: input.kinds, isSeparated: false, allowsBlanks: false)
        return (SummingWays.all(tokens, splitter) ?? []).filter(input.agrees)
    }

    /// None: what stands there is more than numbers, or has too many ways; nothing is asked of this row.
    private func ways(_ input: Input, _ tokens: [[UInt8]], _ cut: Cut, _ allowance: inout Int) -> [CellSplitter.Way] {
        let splitter = CellSplitter(
            kinds: input.kinds,
            isSeparated: cut.isSeparated,
            allowsBlanks: cut.allowsBlanks,
            limit: max(CellSplitter.maximumWays, allowance / 3)
        )
        let found = splitter.ways(tokens)
        allowance -= found?.count ?? splitter.limit
        let own = cut.isSeparated && input.isDivided ? [] : (found ?? []).filter(input.agrees)
        guard !own.isEmpty, input.slots.contains(where: \.mayBeOthers) else { return own }
        // What may be another row's leaves this one blank, unless a sum wants it here.
        return own + [Array(repeating: nil, count: input.columns.count)]
    }
}
