/// Finds all smallest sets of variables whose change makes every equation hold.
///
/// Fellegi and Holt's principle (1976), solved for whole numbers by conflicts: a set that does not do it names equations
/// that together say 0 = something else, and every repair with this set in it must change a variable of theirs. Only
/// these are tried next, which is complete.
struct RepairSearch {
    enum Outcome {
        /// All repairs of the smallest size.
        case repairs([RepairProblem.Change])
        /// None of at most three variables.
        case none
        /// Given up: too many sets would have to be tried.
        case limit
    }

    /// More cells than these are no explanation: of four, some can always be exchanged for others.
    static let largest = 3
    /// How much work is done before the search gives up: sets that are tried, and products of the elimination. A table
    /// of the forms needs some thousands.
    private static let budget = 60_000
    /// More repairs of one size than these are not gathered.
    private static let mostRepairs = 400

    private let problem: RepairProblem
    /// Whether a change that makes every equation hold breaks nothing else.
    private let isAllowed: (RepairProblem.Change) -> Bool
    private let broken: [Int]
    private let highestDegree: Int
    private var size = 0
    private var seen: Set<[Int]> = []
    private var found: [RepairProblem.Change] = []
    private var spent = 0

    init(_ problem: RepairProblem, isAllowed: @escaping (RepairProblem.Change) -> Bool = { _ in true }) {
        self.problem = problem
        self.isAllowed = isAllowed
        broken = problem.broken
        highestDegree = problem.variables.map(\.occurrences.count).max() ?? 0
    }

    mutating func outcome() -> Outcome {
        for size in 1...Self.largest {
            self.size = size
            seen.removeAll(keepingCapacity: true)
            extend([])
            if spent > Self.budget || found.count > Self.mostRepairs { return .limit }
            if !found.isEmpty { return .repairs(found) }
        }
        return .none
    }

    /// Tries all sets of the present size that hold `chosen`, in ascending order of its variables.
    private mutating func extend(_ chosen: [Int]) {
        guard spent <= Self.budget, found.count <= Self.mostRepairs, seen.insert(chosen).inserted else { return }
        spent += 1
        let untouched = broken.filter { equation in
            !chosen.contains { touches($0, equation) }
        }
        let left = size - chosen.count
        guard untouched.count <= left * highestDegree else { return }
        if let conflict = untouched.min(by: { problem.equations[$0].count < problem.equations[$1].count }) {
            branch(chosen, Set(problem.equations[conflict].map(\.index)), untouched)
        } else {
            solve(chosen)
        }
    }

    private func touches(_ variable: Int, _ equation: Int) -> Bool {
        problem.variables[variable].occurrences.contains { $0.index == equation }
    }

    private mutating func branch(_ chosen: [Int], _ candidates: Set<Int>, _ untouched: [Int]) {
        let left = size - chosen.count
        guard left > 0 else { return }
        for variable in candidates.sorted() where problem.variables[variable].isFree && !chosen.contains(variable) {
            if problem.variables[variable].isBlank, size > 1 { continue }
            // What the others can touch at most must cover what this one does not.
            let missed = untouched.count { !touches(variable, $0) }
            if missed <= (left - 1) * highestDegree { extend((chosen + [variable]).sorted()) }
        }
    }

    private mutating func solve(_ chosen: [Int]) {
        var equations: [Int] = []
        for variable in chosen {
            for term in problem.variables[variable].occurrences where !equations.contains(term.index) {
                equations.append(term.index)
            }
        }
        let rows = equations.map { equation in
            chosen.map { variable in
                problem.variables[variable].occurrences.first { $0.index == equation }?.coefficient ?? 0
            }
        }
        spent += rows.count * rows.count / 8
        switch LinearSolver.solve(rows, equations.map { -problem.residuals[$0] }) {
        case .undetermined: break
        case .solved(let differences):
            let change = zip(chosen, differences).map { (variable: $0, difference: $1) }
            // Solved with fewer variables than asked for, it was looked at before, and was not admissible.
            guard chosen.count == size, !differences.contains(0) else { return }
            let isAdmissible = change.allSatisfy { problem.isAdmissible($0.variable, $0.difference) }
            if isAdmissible, isAllowed(change) { found.append(change) }
        case .conflict(let factors):
            guard chosen.count < size else { return }
            branch(chosen, support(of: equations, factors), [])
        }
    }

    /// The variables that the equations, added up with these factors, depend on.
    private func support(of equations: [Int], _ factors: [Int]) -> Set<Int> {
        var sums: [Int: Int] = [:]
        for (equation, factor) in zip(equations, factors) where factor != 0 {
            for term in problem.equations[equation] { sums[term.index, default: 0] += term.coefficient * factor }
        }
        return Set(sums.filter { $0.value != 0 }.keys)
    }
}
