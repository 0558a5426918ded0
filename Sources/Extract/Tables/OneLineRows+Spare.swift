internal import Forms
internal import Model

/// The table of one line in a grid with a blank cell more than it has columns, of which nobody says which is none.
extension OneLineRows {
    /// The rows without another blank cell than the one at an end that is left out elsewhere, where that breaks a row's total and
    /// one other choice breaks none: 12, 8, 2, 22 | 7, 2, 3, 8, blank, 20 has one cell too many in the second row, and the blank
    /// before 12 is the first row's. In doubt where several choices break none; nil where `fitted` is as good as any.
    static func withoutSpareBlank(
        _ run: [Slot],
        _ fitted: [RowFitter.Input],
        _ form: TableForm,
        _ relations: [Relation],
        _ line: Int
    ) -> [RowFitter.Input]? {
        let certain = run.filter(\.isCertain)
        guard certain.count == form.rows.count * form.columns.count + 1, certain.allSatisfy({ $0.place != nil }),
            !holdsSums(fitted, form, relations)
        else { return nil }
        var found: [[RowFitter.Input]] = []
        for index in certain.indices where certain[index].kind == .blank {
            // Of blanks beside each other one is as good as another.
            if index > 0, certain[index - 1].kind == .blank { continue }
            var rest = certain
            rest.remove(at: index)
            let inputs = inputs(form, rest, line)
            if holdsSums(inputs, form, relations) { found.append(inputs) }
        }
        return found.count > 1 ? fitted.map(inDoubt) : found.first
    }

    /// The rows, in doubt where sums are broken and heads on one line of the grid stand above cells of other columns: 总计 above
    /// the fourth of the row's.
    static func besideHeads(
        _ slots: [Slot],
        _ inputs: [RowFitter.Input],
        _ parse: TableParse,
        _ form: TableForm,
        _ relations: [Relation]
    ) -> [RowFitter.Input] {
        guard let home = slots.first?.place, slots.allSatisfy({ $0.place?.row == home.row }),
            let line = parse.headCells.last?.place.row, line < home.row
        else { return inputs }
        let heads = parse.headCells.filter { $0.place.table == home.table && $0.place.row == line }
        guard heads.count >= fewestHeads, !holdsSums(inputs, form, relations) else { return inputs }
        let isBeside = heads.contains { head in
            guard let index = slots.firstIndex(where: { $0.place?.column == head.place.column }) else { return false }
            return index % form.columns.count != head.column
        }
        return isBeside ? inputs.map(inDoubt) : inputs
    }

    /// More than one row has.
    private static let fewestHeads = 6

    /// The slots without those that stand in a grid before the first head, where as many as the table has cells are left: a number
    /// there counts the lines of the grid, as where a table of data was printed.
    static func belowHeads(_ run: [Slot], _ count: Int, _ parse: TableParse) -> [Slot] {
        guard run.count > count, let home = run[0].place, run.allSatisfy({ $0.place?.row == home.row }) else {
            return run
        }
        let heads = parse.headCells.filter { $0.place.table == home.table && $0.place.row < home.row }
        guard heads.count >= fewestHeads, let first = heads.map(\.place.column).min(), home.column < first else {
            return run
        }
        let own = Array(run.drop { ($0.place?.column ?? first) < first })
        return own.count == count ? own : run
    }

    /// Whether no sum is broken, and none has a blank total beside parts that are not.
    private static func holdsSums(_ inputs: [RowFitter.Input], _ form: TableForm, _ relations: [Relation]) -> Bool {
        let rows = inputs.map { (id: $0.id, columns: $0.columns) }
        let values = inputs.map { input in
            input.fitted?.enumerated().map { CellReader.cell($1, kind: input.kinds[$0]).number } ?? []
        }
        return SplitSearch.IndexedRelation.all(of: relations, over: rows, in: form).allSatisfy { relation in
            guard relation.cells.allSatisfy({ $0.column < values[$0.row].count }) else { return false }
            let lacksTotal = relation.left.first.map { RowFitter.lacksTotal(values[$0.row], relation) } ?? false
            return !lacksTotal && relation.holds { values[$0.row][$0.column] }
        }
    }

    static func inDoubt(_ input: RowFitter.Input) -> RowFitter.Input {
        var torn = input
        torn.fitted = nil
        torn.isTorn = true
        return torn
    }
}
