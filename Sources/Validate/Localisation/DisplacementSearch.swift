internal import Forms
internal import Model

/// Tries what a slip of the hand may have displaced: each row and each column that may have slid by one, and each two
/// rows that may have been exchanged.
///
/// None of these is found by looking for the fewest cells. What is tried is bounded by the table: a line slides from any
/// of its cells to one of few ends, and only lines whose relations reach all that does not hold are tried at all.
struct DisplacementSearch {
    private let component: Component
    private let engine: RelationEngine
    private let form: Form
    private let report: Report
    private let problem: RepairProblem
    /// The variable of each cell that has one.
    private let variables: [Int: Int]
    private let isAllowed: (RepairProblem.Change) -> Bool

    /// Looks in a component; `isAllowed` says whether a change that makes every equation hold breaks nothing else.
    init(
        _ component: Component,
        engine: RelationEngine,
        form: Form,
        report: Report,
        isAllowed: @escaping (RepairProblem.Change) -> Bool
    ) {
        self.component = component
        self.engine = engine
        self.form = form
        self.report = report
        self.isAllowed = isAllowed
        problem = component.problem
        variables = Dictionary(uniqueKeysWithValues: component.numbers.enumerated().map { ($1, $0) })
    }

    /// All displacements that would explain everything that does not hold in the component; of several with the same
    /// outcome the one that moves most.
    func all() -> [Displacement] {
        var known: Set<[Int: Int]> = []
        return tables.flatMap { table in slides(in: table) + exchanges(in: table) }
            .filter { known.insert($0.changes).inserted }
    }

    // MARK: Lines

    /// The cells of a table as the report prints them, row by row.
    private struct Grid {
        var form: TableForm
        var rows: [[Int]]
    }

    private var tables: [Grid] {
        form.tables.compactMap { table in
            guard table.columns.count != 2, let read = report.table(table.id) else { return nil }
            let rows = read.rows.compactMap { engine.space.numbers(ofRow: $0.id, in: table.id).map(Array.init) }
            guard rows.joined().contains(where: { variables[$0] != nil }) else { return nil }
            return Grid(form: table, rows: table.isOneLine ? [rows.flatMap { $0 }] : rows)
        }
    }

    private func slides(in grid: Grid) -> [Displacement] {
        let width = grid.form.columns.count
        if width == 1 {
            // Its sums are many and short: two that are wrong by themselves are soon explained by some slide.
            guard problem.broken.count > 2 else { return [] }
            // What is no number (money with decimals among counts) does not slide with them.
            let (stops, cells) = (stops(in: grid), grid.rows.map { $0[0] })
            return cells.indices.split { !isCertain(cells[$0]) }.flatMap { run in
                let ends = Set(stops.filter(run.contains) + [run.endIndex - 1]).map { $0 - run.startIndex }.sorted()
                return slides(of: Array(cells[run.startIndex..<run.endIndex]), ends) { .column(down: $0) }
            }
        }
        let across = grid.rows.flatMap { cells -> [Displacement] in
            let stops = grid.form.isOneLine ? [cells.count - 1] : [cells.count - 1, cells.count - 2]
            return slides(of: cells, stops) { .row(toTheRight: $0) }
        }
        guard !grid.form.isOneLine, grid.rows.count > 2 else { return across }
        let down = (0..<width).flatMap { column -> [Displacement] in
            let cells = grid.rows.map { $0[column] }
            return slides(of: cells, stops(in: grid)) { .column(down: $0) }
        }
        return across + down
    }

    /// Where a slide in a column may end: at its last row, and before or at a row that adds up others.
    private func stops(in grid: Grid) -> [Int] {
        let totals = form.relations.compactMap { relation -> String? in
            guard relation.table == grid.form.id, relation.comparison == .totalOfParts,
                case .eachColumn(_, let left, _) = relation.shape
            else { return nil }
            return left.first
        }
        let places = grid.rows.indices.filter { totals.contains(engine.space.address(of: grid.rows[$0][0]).row) }
        let last = grid.form.columns.count == 1 ? lastParts(in: grid) : []
        return Set([grid.rows.count - 1] + places.flatMap { [$0, $0 - 1] } + last).sorted()
    }

    /// The rows at which a sum of the one column ends.
    private func lastParts(in grid: Grid) -> [Int] {
        let places = Dictionary(uniqueKeysWithValues: grid.rows.enumerated().map { ($1[0], $0) })
        return problem.equations.compactMap { equation in
            equation.compactMap { places[component.numbers[$0.index]] }.max()
        }
    }

    private func slides(of cells: [Int], _ stops: [Int], _ kind: (Bool) -> Displacement.Kind) -> [Displacement] {
        guard cells.allSatisfy(isCertain), reachesAll(cells) else { return [] }
        let numbers = cells.map { engine.values.values[$0] }
        guard numbers.contains(where: { $0 != 0 }) else { return [] }
        return stops.filter { $0 > 0 }.flatMap { stop -> [Displacement] in
            // To the end a nothing was put in at one place, and the last number fell out; to the beginning one number
            // was left out, and a nothing came up at the end. Nothing slides also where the first one fell out.
            let ways = cells.indices.flatMap { start in
                [(start, stop, true), (stop, start, false), (start, 0, false)]
            }
            return ways.compactMap { from, to, isForward in
                guard isForward ? from < to - 1 : from > to + 1, numbers[from] == 0 else { return nil }
                return slide(cells, numbers, from: from, to: to, kind(isForward))
            }
        }
    }

    /// The slide that put a nothing at `from`; what fell out at `to` the relations tell.
    private func slide(
        _ cells: [Int],
        _ numbers: [Int],
        from: Int,
        to: Int,
        _ kind: Displacement.Kind
    ) -> Displacement? {
        let step = from < to ? 1 : -1
        var changes: [Int: Int] = [:]
        for place in stride(from: from, to: to, by: step) where numbers[place] != numbers[place + step] {
            changes[cells[place]] = numbers[place + step]
        }
        guard changes.count > 1 else { return nil }
        if isLoose(cells[to]) {
            // What fell out there nothing tells, and nothing asks for.
            guard let change = change(changes), isExplained(by: change) else { return nil }
        } else {
            guard let lost = lostNumber(cells[to], after: changes), confirms(changes, beside: cells[to]) else {
                return nil
            }
            if lost != numbers[to] { changes[cells[to]] = lost }
        }
        return Displacement(kind: kind, cells: Array(cells[min(from, to)...max(from, to)]), changes: changes)
    }

    /// What must stand in `cell` so that all holds once `changes` are made; nil where nothing does it.
    private func lostNumber(_ cell: Int, after changes: [Int: Int]) -> Int? {
        guard var change = change(changes), let end = variables[cell],
            let pin = problem.variables[end].occurrences.first
        else { return nil }
        var rest = problem.residuals[pin.index]
        for (variable, difference) in change {
            for term in problem.variables[variable].occurrences where term.index == pin.index {
                rest += term.coefficient * difference
            }
        }
        guard rest % pin.coefficient == 0 else { return nil }
        let difference = -rest / pin.coefficient
        if difference != 0 { change.append((end, difference)) }
        return isExplained(by: change) ? engine.values.values[cell] + difference : nil
    }

    /// Whether more speaks for a slide than the one relation that tells what fell out: a total that only its own row
    /// adds up is made up by it, whatever slid. 1, 87 before a lost total would always come to 184 or so.
    private func confirms(_ changes: [Int: Int], beside end: Int) -> Bool {
        guard let end = variables[end], engine.isTotal(component.numbers[end]),
            problem.variables[end].occurrences.count == 1, let pin = problem.variables[end].occurrences.first
        else { return true }
        return problem.broken.contains { equation in
            equation != pin.index
                && changes.keys.contains { cell in
                    variables[cell].map { problem.variables[$0].occurrences.contains { $0.index == equation } } ?? false
                }
        }
    }

    // MARK: Rows

    private func exchanges(in grid: Grid) -> [Displacement] {
        guard !grid.form.isOneLine, grid.form.columns.count > 1, let broken = problem.broken.first else { return [] }
        let factors = Dictionary(
            problem.equations[broken].map { (component.numbers[$0.index], $0.coefficient) },
            uniquingKeysWith: +
        )
        let rows = grid.rows.filter { $0.allSatisfy(isCertain) }
        return rows.indices.flatMap { first in
            rows[(first + 1)...].compactMap { exchange(rows[first], $0, factors, -problem.residuals[broken]) }
        }
    }

    /// Two rows exchanged; `factors` of one equation that does not hold, and what it lacks, rule most pairs out at once.
    private func exchange(_ one: [Int], _ other: [Int], _ factors: [Int: Int], _ lack: Int) -> Displacement? {
        var sum = 0
        var changes: [Int: Int] = [:]
        for (left, right) in zip(one, other) {
            let difference = engine.values.values[right] - engine.values.values[left]
            guard difference != 0 else { continue }
            sum += difference * ((factors[left] ?? 0) - (factors[right] ?? 0))
            changes[left] = engine.values.values[right]
            changes[right] = engine.values.values[left]
        }
        guard sum == lack, let change = change(changes), isExplained(by: change) else { return nil }
        return Displacement(kind: .exchange, cells: one + other, changes: changes)
    }

    // MARK: Tests

    private func isCertain(_ cell: Int) -> Bool {
        engine.values.states[cell] == .number || engine.values.states[cell] == .blank
    }

    /// Whether each relation that does not hold has one of the cells.
    private func reachesAll(_ cells: [Int]) -> Bool {
        let reached = Set(
            cells.flatMap { cell in variables[cell].map { problem.variables[$0].occurrences.map(\.index) } ?? [] }
        )
        return problem.broken.allSatisfy(reached.contains)
    }

    /// Whether a cell of a table of one column stands in no relation: what slides along the column passes through it.
    private func isLoose(_ cell: Int) -> Bool {
        guard variables[cell] == nil else { return false }
        let table = engine.space.tables.last { $0.first <= cell }
        return table?.columns.count == 1
    }

    /// Nil where a cell stands in no relation that is judged: nothing tells what belongs there.
    private func change(_ values: [Int: Int]) -> RepairProblem.Change? {
        var change: RepairProblem.Change = []
        for (number, value) in values where !isLoose(number) {
            guard let variable = variables[number] else { return nil }
            change.append((variable, value - engine.values.values[number]))
        }
        return change
    }

    private func isExplained(by change: RepairProblem.Change) -> Bool {
        problem.isRepaired(by: change) && isAllowed(change)
    }
}
