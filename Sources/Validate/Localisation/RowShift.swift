internal import Forms
internal import Model

/// A row whose numbers all slid by one column: one slip of the hand, though it makes up to seven cells wrong.
///
/// It is not found by looking for the fewest cells; each row is tried.
struct RowShift {
    /// The cells of the row, by the engine's numbers, from left to right.
    var cells: [Int]
    /// What should stand in the cells that are wrong, by the engine's numbers.
    var changes: [Int: Int]
    /// Whether the numbers slid to the right.
    var isToTheRight: Bool

    /// All shifts that would explain everything that does not hold in a component.
    static func all(of component: Component, in engine: RelationEngine, form: Form) -> [RowShift] {
        lines(engine, form).flatMap { cells -> [RowShift] in
            let numbers = cells.map { engine.values.values[$0] }
            let isCertain = cells.allSatisfy {
                engine.values.states[$0] == .number || engine.values.states[$0] == .blank
            }
            guard isCertain, numbers.count(where: { $0 != 0 }) > 1 else { return [] }
            return [true, false].flatMap { shifts(of: cells, numbers, right: $0, component, engine) }
        }
    }

    /// The rows as they are printed: a table of one line is one row.
    private static func lines(_ engine: RelationEngine, _ form: Form) -> [[Int]] {
        engine.space.tables.flatMap { table -> [[Int]] in
            let width = table.columns.count
            let isOneLine = form.tables.first { $0.id == table.id }?.isOneLine ?? false
            guard width > 2 else { return [] }
            if isOneLine { return [Array(table.first..<(table.first + width * table.rows.count))] }
            return table.rows.indices.map { Array((table.first + $0 * width)..<(table.first + ($0 + 1) * width)) }
        }
    }

    /// The shifts of one row in one direction: from where a nothing was put in, to the end or to the column before the
    /// total. What fell out at the other end is told by the relations.
    private static func shifts(
        of cells: [Int],
        _ numbers: [Int],
        right: Bool,
        _ component: Component,
        _ engine: RelationEngine
    ) -> [RowShift] {
        let ends = right ? [cells.count - 1, cells.count - 2] : [0]
        let starts = Array(cells.indices)
        return ends.flatMap { end in
            starts.compactMap { start -> RowShift? in
                guard right ? start < end - 1 : start > end + 1, numbers[start] == 0 else { return nil }
                let step = right ? 1 : -1
                var changes: [Int: Int] = [:]
                for place in stride(from: start, to: end, by: step) where numbers[place] != numbers[place + step] {
                    changes[cells[place]] = numbers[place + step]
                }
                guard let lost = lostNumber(cells[end], after: changes, component, engine) else { return nil }
                if lost != numbers[end] { changes[cells[end]] = lost }
                return changes.count > 1 ? RowShift(cells: cells, changes: changes, isToTheRight: right) : nil
            }
        }
    }

    /// What must stand in `cell` so that all holds once `changes` are made; nil where nothing does it.
    private static func lostNumber(
        _ cell: Int,
        after changes: [Int: Int],
        _ component: Component,
        _ engine: RelationEngine
    ) -> Int? {
        var change: RepairProblem.Change = []
        for (number, value) in changes {
            guard let local = component.local(number) else { return nil }
            change.append((local, value - engine.values.values[number]))
        }
        guard let end = component.local(cell) else { return nil }
        let problem = component.problem
        guard let pin = problem.variables[end].occurrences.first else { return nil }
        var rest = problem.residuals[pin.index]
        for (variable, difference) in change {
            for term in problem.variables[variable].occurrences where term.index == pin.index {
                rest += term.coefficient * difference
            }
        }
        guard rest % pin.coefficient == 0 else { return nil }
        let difference = -rest / pin.coefficient
        if difference != 0 { change.append((end, difference)) }
        // A blank at the place of a number that slid is what the shift explains.
        return problem.isRepaired(by: change) ? engine.values.values[cell] + difference : nil
    }
}
