import TestSupport
import Testing

@testable import Validate

/// The search against trying everything.
struct RepairSearchTests {
    /// A table of rows and columns, each with its total, filled from `dice`, and the corner that both add up to.
    private static func grid(_ rows: Int, _ columns: Int, _ dice: inout SplitMix64) -> RepairProblem {
        var values = Array(repeating: Array(repeating: 0, count: columns + 1), count: rows + 1)
        for row in 0..<rows {
            for column in 0..<columns {
                let value = dice.number(0...4)
                for (y, x) in [(row, column), (rows, column), (row, columns), (rows, columns)] { values[y][x] += value }
            }
        }
        let place = { (row: Int, column: Int) in row * (columns + 1) + column }
        let across = (0...rows).map { row in
            (0...columns).map {
                RepairProblem.Term(index: place(row, $0), coefficient: $0 == columns ? 1 : -1)
            }
        }
        let down = (0...columns).map { column in
            (0...rows).map { RepairProblem.Term(index: place($0, column), coefficient: $0 == rows ? 1 : -1) }
        }
        return RepairProblem(
            variables: values.flatMap { $0 }.map {
                RepairProblem.Variable(value: $0, isFree: true, isSigned: false, step: 1, isBlank: false)
            },
            equations: across + down
        )
    }

    /// All sets of `size` variables with numbers of 0 to 20 that make every equation hold, by brute force.
    private static func all(_ problem: RepairProblem, size: Int) -> Set<[Int]> {
        var found: Set<[Int]> = []
        func extend(_ change: RepairProblem.Change, from next: Int) {
            if change.count == size {
                if problem.isRepaired(by: change) { found.insert(change.flatMap { [$0.variable, $0.difference] }) }
                return
            }
            for variable in next..<problem.variables.count {
                for value in 0...20 where value != problem.variables[variable].value {
                    extend(change + [(variable, value - problem.variables[variable].value)], from: variable + 1)
                }
            }
        }
        extend([], from: 0)
        return found
    }

    private static func falsify(_ problem: inout RepairProblem, _ cells: Int, _ dice: inout SplitMix64) {
        for _ in 0..<cells {
            let variable = dice.number(0...(problem.variables.count - 1))
            problem.variables[variable].value = dice.number(0...9)
        }
        problem.residuals = problem.equations.map { equation in
            equation.reduce(0) { $0 + $1.coefficient * problem.variables[$1.index].value }
        }
    }

    @Test(arguments: [UInt64](1...20)) func findsWhatTryingEverythingFinds(_ seed: UInt64) {
        var dice = SplitMix64(seed: seed)
        var problem = Self.grid(2, 2, &dice)
        Self.falsify(&problem, Int(seed % 2) + 1, &dice)
        guard !problem.broken.isEmpty else { return }
        var search = RepairSearch(problem)
        guard case .repairs(let repairs) = search.outcome() else {
            #expect(Self.all(problem, size: 1).isEmpty && Self.all(problem, size: 2).isEmpty)
            return
        }
        let size = repairs[0].count
        if size == 2 { #expect(Self.all(problem, size: 1).isEmpty) }
        guard size < 3 else { return }
        let expected = Self.all(problem, size: size)
        #expect(Set(repairs.map { $0.flatMap { [$0.variable, $0.difference] } }) == expected)
    }

    @Test(arguments: [UInt64](1...60)) func threeWrongCellsAreAmongTheRepairsOrFewerDo(_ seed: UInt64) {
        var dice = SplitMix64(seed: seed)
        var problem = Self.grid(9, 6, &dice)
        let before = problem.variables.map(\.value)
        Self.falsify(&problem, 3, &dice)
        let truth = before.indices.filter { before[$0] != problem.variables[$0].value }
            .flatMap { [$0, before[$0] - problem.variables[$0].value] }
        guard !problem.broken.isEmpty else { return }
        var search = RepairSearch(problem)
        guard case .repairs(let repairs) = search.outcome() else {
            Issue.record("nothing was found for \(truth)")
            return
        }
        for repair in repairs { #expect(problem.isRepaired(by: repair)) }
        let sets = repairs.map { $0.flatMap { [$0.variable, $0.difference] } }
        #expect(sets.contains(truth) || sets[0].count < truth.count)
    }

    @Test func aSearchThatGrowsTooLargeIsGivenUp() {
        // Sixty sums that share all their cells, and nothing of three cells that could explain them.
        let equations = (0..<60).map { equation in
            (0..<60).map {
                RepairProblem.Term(index: $0, coefficient: ($0 * $0 * 7 + equation * $0 * 13 + equation) % 11 + 1)
            }
        }
        let variable = RepairProblem.Variable(value: 1, isFree: true, isSigned: false, step: 1, isBlank: false)
        var problem = RepairProblem(variables: Array(repeating: variable, count: 60), equations: equations)
        problem.residuals = (0..<60).map { $0 * $0 % 17 + 1 }
        var search = RepairSearch(problem)
        guard case .limit = search.outcome() else {
            Issue.record("the search was not given up")
            return
        }
    }

    @Test func solvesOrNamesTheEquationsThatContradict() {
        #expect(LinearSolver.solve([[1, 1], [1, -1]], [5, 1]) == .solved([3, 2]))
        #expect(LinearSolver.solve([[1], [1]], [5, 4]) == .conflict([-1, 1]))
        #expect(LinearSolver.solve([[1, 1]], [5]) == .undetermined)
        #expect(LinearSolver.solve([[2]], [5]) == .undetermined)
    }
}
