internal import Forms
internal import Model

/// Finds the blanks that, had they been filled in, would make every relation of a component hold.
///
/// A row that nobody filled in (四、结转下年度继续办理, wholly blank) counts as nothing in the sums, and then the sums
/// accuse the cells of other rows. Whoever reads of those must also read of the blanks.
struct BlankFill {
    /// What should stand in blanks of one row, or in a few blanks that a search found.
    struct Filling: Sendable {
        /// By the engine's numbers.
        var values: [Int: Int]
        /// The row where all its cells are blank.
        var blankRow: CellAddress?
        /// Whether one of the cells has a mark (/), which is no blank and is never given a number.
        var hasMark = false

        /// Whether it is a repair as the record lists them.
        var isListed: Bool { !hasMark && values.count <= RepairSearch.largest }
    }

    /// All that blanks may have to do with what does not hold.
    struct Causes: Sendable {
        var fillings: [Filling] = []
        /// Where no filling was found: rows left blank that may nevertheless be why.
        var rows: [CellAddress] = []
    }

    let engine: RelationEngine
    let form: Form
    let component: Component
    /// Whether a change that makes every equation hold breaks nothing else.
    let isAllowed: (RepairProblem.Change) -> Bool
    private let variables: [Int: Int]

    init(
        _ component: Component,
        engine: RelationEngine,
        form: Form,
        isAllowed: @escaping (RepairProblem.Change) -> Bool
    ) {
        self.component = component
        self.engine = engine
        self.form = form
        self.isAllowed = isAllowed
        variables = Dictionary(uniqueKeysWithValues: component.numbers.enumerated().map { ($1, $0) })
    }

    func causes() -> Causes {
        guard component.numbers.contains(where: isOpen) else { return Causes() }
        let fillings = fillings()
        return Causes(fillings: fillings, rows: fillings.isEmpty ? blankRowsThatReachAll() : [])
    }

    /// Each filling of more than one cell; that of one cell the search for repairs finds.
    private func fillings() -> [Filling] {
        var fillings = openRows.compactMap(filling)
        for values in fewBlanks() where !fillings.contains(where: { $0.values == values }) {
            fillings.append(Filling(values: values))
        }
        return fillings.filter { $0.values.count > 1 || $0.hasMark }
    }

    /// The rows without any number that together reach every relation which does not hold, where numbers in them could
    /// make up for what it lacks; none where they cannot.
    private func blankRowsThatReachAll() -> [CellAddress] {
        let rows = openRows.filter { $0.allSatisfy { engine.values.states[$0] == .blank } }
        let reaching = rows.filter { cells in component.problem.broken.contains { supplies(cells, $0) } }
        guard component.problem.broken.allSatisfy({ broken in reaching.contains { supplies($0, broken) } }) else {
            return []
        }
        return reaching.map { engine.space.address(of: $0[0]) }
    }

    // MARK: Rows

    /// The rows of more than one cell that have a blank or a mark, as the cells' numbers.
    private var openRows: [[Int]] {
        form.tables.flatMap { table -> [[Int]] in
            guard table.columns.count > 1 else { return [] }
            let rows = table.rows + table.mergedRows.map(\.row)
            return rows.compactMap { row in
                let cells = table.columns.compactMap {
                    engine.space.number(of: CellAddress(table: table.id, row: row.id, column: $0.id))
                }
                return cells.contains { isOpen($0) && variables[$0] != nil } ? cells : nil
            }
        }
    }

    /// What the relations ask for in the blanks of a row; nil where that does not make all of them hold.
    private func filling(of row: [Int]) -> Filling? {
        let open = row.filter(isOpen)
        var values: [Int: Int] = [:]
        for cell in open where engine.totals[cell] == nil || isMark(cell) {
            guard let value = demanded(of: cell, beside: open) else { return nil }
            if value != 0 { values[cell] = value }
        }
        // A blank total is what its parts come to: its own relation was not judged.
        for cell in open where engine.totals[cell] != nil && !isMark(cell) {
            guard let sum = sum(of: cell, values) else { return nil }
            if sum != 0 { values[cell] = sum }
        }
        guard !values.isEmpty, isExplained(by: values) else { return nil }
        let isWhole = open.count == row.count
        return Filling(
            values: values,
            blankRow: isWhole ? engine.space.address(of: row[0]) : nil,
            hasMark: values.keys.contains(where: isMark)
        )
    }

    /// What a blank must hold for the relations in which it is the row's only blank; 0 where they ask for nothing, nil
    /// where they disagree or what they ask for is no count.
    private func demanded(of cell: Int, beside open: [Int]) -> Int? {
        guard let variable = variables[cell] else { return 0 }
        var demanded: Int?
        for term in component.problem.variables[variable].occurrences {
            let others = component.problem.equations[term.index].filter { $0.index != variable }
            if others.contains(where: { open.contains(component.numbers[$0.index]) }) { continue }
            let rest = -component.problem.residuals[term.index]
            guard rest % term.coefficient == 0, demanded == nil || demanded == rest / term.coefficient else {
                return nil
            }
            demanded = rest / term.coefficient
        }
        let value = demanded ?? 0
        return value < 0 || value % component.problem.variables[variable].step != 0 ? nil : value
    }

    /// What the parts of a blank total come to; nil where its relations disagree.
    private func sum(of total: Int, _ values: [Int: Int]) -> Int? {
        let sums = Set(
            (engine.totals[total] ?? []).map { relation in
                engine.constraints[relation].right.reduce(0) { sum, term in
                    sum &+ (values[term.variable] ?? engine.values.values[term.variable]) &* term.coefficient
                }
            }
        )
        return sums.count == 1 ? sums.first : nil
    }

    // MARK: A few blanks

    /// The smallest sets of blank parts anywhere in the component, of at most three.
    private func fewBlanks() -> [[Int: Int]] {
        var problem = component.problem
        var blanks = 0
        for index in problem.variables.indices {
            problem.variables[index].isFree = problem.variables[index].isFree && problem.variables[index].isBlank
            problem.variables[index].isBlank = false
            if problem.variables[index].isFree { blanks += 1 }
        }
        guard blanks > 1 else { return [] }
        var search = RepairSearch(problem, isAllowed: isAllowed)
        guard case .repairs(let changes) = search.outcome() else { return [] }
        return changes.map { change in
            Dictionary(uniqueKeysWithValues: change.map { (component.numbers[$0.variable], $0.difference) })
        }
    }

    // MARK: Tests

    private func isOpen(_ cell: Int) -> Bool { engine.values.states[cell] == .blank || isMark(cell) }

    private func isMark(_ cell: Int) -> Bool { engine.values.states[cell] == .mark }

    /// Whether a number in one of the cells would bring the equation nearer to holding.
    private func supplies(_ cells: [Int], _ equation: Int) -> Bool {
        component.problem.equations[equation].contains { term in
            cells.contains(component.numbers[term.index])
                && (component.problem.residuals[equation] < 0) == (term.coefficient > 0)
        }
    }

    private func isExplained(by values: [Int: Int]) -> Bool {
        var rest: [Int: Int] = [:]
        var change: RepairProblem.Change = []
        for (cell, value) in values {
            guard let variable = variables[cell] else { continue }
            change.append((variable, value))
            for term in component.problem.variables[variable].occurrences {
                rest[term.index, default: component.problem.residuals[term.index]] += term.coefficient * value
            }
        }
        return rest.values.allSatisfy { $0 == 0 } && component.problem.broken.allSatisfy { rest[$0] != nil }
            && isAllowed(change)
    }
}

extension BlankFill {
    /// What is to be said of blanks that no repair lists: more than three cells, or a row of marks.
    func note(on fillings: [Filling], beside rows: [CellAddress]) -> Finding.Message? {
        let names = CellName(form: form)
        if let filling = fillings.first {
            let cells = filling.values.sorted { $0.key < $1.key }
            let told = cells.map { cell, value in (names.name(of: engine.space.address(of: cell)), value) }
            let state = filling.hasMark ? ("填有“/”等符号的格", "cells with a mark") : ("空白处", "blanks")
            return Finding.Message(
                zh: "\(state.0)如应填数，各项关系也都成立："
                    + told.map { "\($0.zh)填 \(engine.values.quantity($1))" }.joined(separator: "，"),
                en: "numbers in the \(state.1) would make every relation hold as well: "
                    + told.map { "\($0.en) \(engine.values.quantity($1))" }.joined(separator: ", ")
            )
        }
        guard !rows.isEmpty else { return nil }
        let labels = rows.map(names.row)
        return Finding.Message(
            zh: labels.map { "“\($0.zh)”" }.joined(separator: "、") + "整行空白，如应有数字，也可能是各项关系不成立的原因",
            en: "the row\(labels.count > 1 ? "s" : "") " + labels.map(\.en).joined(separator: ", ")
                + " \(labels.count > 1 ? "are" : "is") wholly blank: numbers missing there may be why the relations do not hold"
        )
    }
}
