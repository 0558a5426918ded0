internal import Forms
internal import Model

extension Localiser {
    /// Says of blanks that would explain a component what no repair says of them.
    func tell(_ causes: BlankFill.Causes, _ blanks: BlankFill, in result: inout Explanation) {
        let paths = Set(result.repairs.map { Set($0.changes.map(\.path)) })
        let untold = causes.fillings.filter { filling in
            !paths.contains(Set(filling.values.keys.map { engine.space.address(of: $0).path }))
        }
        guard let note = blanks.note(on: untold, beside: causes.rows) else { return }
        result.add(note)
        result.isTold = true
    }

    /// The rows that slid by one so that their total was left blank.
    func displacementsToBlankTotals(in component: Component) -> [Displacement] {
        let broken = Set(component.problem.broken)
        return blankTotals.flatMap { total, row -> [Displacement] in
            // The numbers of the row must be among those of what does not hold.
            let isBroken = row.contains { cell in
                component.local(cell).map { local in
                    component.problem.variables[local].occurrences.contains { broken.contains($0.index) }
                } ?? false
            }
            guard isBroken, let extended = engine.component(component, withBlankTotal: total) else { return [] }
            let search = DisplacementSearch(extended, engine: engine, form: form, report: report) { change in
                change.contains { extended.numbers[$0.variable] == total }
            }
            return search.all()
        }
    }

    /// The blank totals at the end of rows that are not blank otherwise, each with the row's cells.
    private var blankTotals: [(total: Int, row: [Int])] {
        form.tables.flatMap { table -> [(total: Int, row: [Int])] in
            guard table.columns.count > 2, !table.isOneLine, let read = report.table(table.id) else { return [] }
            return read.rows.compactMap { row in
                guard let cells = engine.space.numbers(ofRow: row.id, in: table.id), let total = cells.last,
                    engine.isTotal(total), engine.values.states[total] == .blank,
                    cells.contains(where: { engine.values.values[$0] != 0 })
                else { return nil }
                return (total, Array(cells))
            }
        }
    }
}
