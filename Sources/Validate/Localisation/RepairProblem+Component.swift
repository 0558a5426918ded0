internal import Forms
internal import Model

/// The part of a report's relations that hangs together by shared cells and in which something does not hold.
struct Component: Sendable {
    var problem: RepairProblem
    /// The constraints of the engine that are the problem's equations.
    var constraints: [Int]
    /// The engine's number of each variable.
    var numbers: [Int]
    /// Whether a relation that does not hold rests on a number that the relations themselves had to tell.
    var isInferred: Bool

    /// The constraints that do not hold.
    var broken: [Int] { problem.broken.map { constraints[$0] } }

    func local(_ number: Int) -> Int? { numbers.firstIndex(of: number) }
}

extension RelationEngine {
    /// Whether any relation does not hold.
    var hasBroken: Bool { outcomes.indices.contains(where: isBroken) }

    /// The components in which an equation does not hold, in the order of their first one.
    func brokenComponents() -> [Component] {
        let equations = constraints.indices.filter(takesPart)
        let standing = standing(equations)
        var seen: Set<Int> = []
        return equations.filter(isBroken).compactMap { start in
            seen.contains(start) ? nil : component(from: start, standing, &seen)
        }
    }

    /// The rules of the configuration that are bounds and are broken, each as the equation that it is at its bound,
    /// with the equations that hang together with it. One whose cells do not fit for other reasons too is left out.
    func brokenBounds() -> [Component] {
        let bounds = constraints.indices.filter { index in
            let constraint = constraints[index]
            let isSum = constraint.source.comparison == .atMost || constraint.source.comparison == .atLeast
            return constraint.instance == nil && isSum && isBroken(index)
        }
        guard !bounds.isEmpty else { return [] }
        let standing = standing(constraints.indices.filter(takesPart))
        return bounds.compactMap { bound in
            var seen: Set<Int> = []
            let component = component(from: bound, standing, &seen)
            return component.broken == [bound] ? component : nil
        }
    }

    /// Sums whose parts fall short of the total where the form leaves room for it, each as the equation that it may be.
    func openShortfalls() -> [Component] {
        let open = constraints.indices.filter {
            isBroken($0) && constraints[$0].isEquation && constraints[$0].instance != nil && !takesPart($0)
        }
        guard !open.isEmpty else { return [] }
        let standing = standing(constraints.indices.filter(takesPart))
        return open.compactMap { start in
            var seen: Set<Int> = []
            let component = component(from: start, standing, &seen)
            return component.broken == [start] ? component : nil
        }
    }

    /// All equations of a table, whether they hang together or not.
    func component(ofTable table: Int) -> Component {
        let equations = constraints.indices.filter { takesPart($0) && constraints[$0].tables.contains(table) }
        let numbers = Set(equations.flatMap { (constraints[$0].left + constraints[$0].right).map(\.variable) })
        return component(equations, numbers.sorted())
    }

    /// The component of an equation that does not hold together with the relations of a blank total, as if it were 0
    /// there: a row that slid by one leaves its total blank (21 0 1 0 1 87 and nothing, for 64 21 0 1 0 1 87).
    ///
    /// Nil where another cell of these relations is not known.
    func component(_ component: Component, withBlankTotal total: Int) -> Component? {
        let own = constraints.indices.filter { index in
            let constraint = constraints[index]
            return constraint.isEquation && (constraint.left + constraint.right).contains { $0.variable == total }
        }
        for index in own {
            guard outcomes[index] == .unknown(.blankTotal) || outcomes[index] == .unknown(.blankPartTotal),
                (constraints[index].left + constraints[index].right)
                    .allSatisfy({ $0.variable == total || isSupplied($0.variable) })
            else { return nil }
        }
        let all = Set(component.constraints + own).sorted()
        let numbers = Set(all.flatMap { (constraints[$0].left + constraints[$0].right).map(\.variable) })
        return self.component(all, numbers.sorted(), isFree: [total])
    }

    /// Whether it is known what a number adds.
    private func isSupplied(_ number: Int) -> Bool {
        values.states[number] == .number || values.states[number] == .blank && totals[number] == nil
    }

    /// The equations in which each number stands.
    private func standing(_ equations: [Int]) -> [Int: [Int]] {
        var standing: [Int: [Int]] = [:]
        for index in equations {
            for term in constraints[index].left + constraints[index].right {
                standing[term.variable, default: []].append(index)
            }
        }
        return standing
    }

    private func isBroken(_ index: Int) -> Bool {
        if case .broken = outcomes[index] { true } else { false }
    }

    /// Whether a constraint is judged, and pins its cells: an inequality does not, and neither does a sum whose parts may
    /// fall short of their total.
    private func takesPart(_ index: Int) -> Bool {
        let constraint = constraints[index]
        guard constraint.isEquation else { return false }
        // A hint of one's own that does not hold is no fault, and takes no repair from one.
        if constraint.instance == nil, constraint.source.severity == .info, isBroken(index) { return false }
        switch outcomes[index] {
        case .holds: return true
        case .unknown: return false
        case .broken(let left, let right):
            let isOpen = constraint.source.shortfallSeverity != nil && constraint.source.shortfallSeverity != .error
            return !(isOpen && right < left)
        }
    }

    private func component(from start: Int, _ standing: [Int: [Int]], _ seen: inout Set<Int>) -> Component {
        var equations = [start]
        var numbers: Set<Int> = []
        var next = 0
        seen.insert(start)
        while next < equations.count {
            let constraint = constraints[equations[next]]
            next += 1
            for term in constraint.left + constraint.right where numbers.insert(term.variable).inserted {
                for other in standing[term.variable] ?? [] where seen.insert(other).inserted { equations.append(other) }
            }
        }
        return component(equations.sorted(), numbers.sorted())
    }

    /// `isFree` are blank totals that may be given a number.
    private func component(_ equations: [Int], _ numbers: [Int], isFree blanks: [Int] = []) -> Component {
        let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
        let terms = equations.map { index in
            var sums: [Int: Int] = [:]
            for term in constraints[index].left { sums[places[term.variable] ?? 0, default: 0] += term.coefficient }
            for term in constraints[index].right { sums[places[term.variable] ?? 0, default: 0] -= term.coefficient }
            return sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
                .map { RepairProblem.Term(index: $0.key, coefficient: $0.value) }
        }
        let residuals = equations.map { index -> Int in
            if case .broken(let left, let right) = outcomes[index] { return left - right }
            guard case .unknown = outcomes[index], let constant = values.units(constraints[index].constant) else {
                return 0
            }
            let sides = constraints[index].sides(values.values, constant: constant)
            return sides.left - sides.right
        }
        let isInferred = equations.indices.contains { equation in
            residuals[equation] != 0 && terms[equation].contains { values.isInferred[numbers[$0.index]] }
        }
        let variables = numbers.map { variable($0, isFree: isInferred || !values.isInferred[$0]) }
            .enumerated().map { index, variable in
                var variable = variable
                if blanks.contains(numbers[index]) { variable.isFree = true }
                return variable
            }
        var problem = RepairProblem(variables: variables, equations: terms)
        problem.residuals = residuals
        return Component(problem: problem, constraints: equations, numbers: numbers, isInferred: isInferred)
    }

    private func variable(_ number: Int, isFree: Bool) -> RepairProblem.Variable {
        let kind = number < space.count ? space.kinds[number] : .money(unit: nil)
        let state = values.states[number]
        // A blank total is not judged; that it stands for nothing was told by its parts, and it says nothing itself.
        let isBlank = state == .blank && totals[number] == nil
        let unit = (0..<values.scale).reduce(1) { unit, _ in unit * 10 }
        return RepairProblem.Variable(
            value: values.values[number],
            isFree: isFree && (state == .number || isBlank),
            isSigned: kind == .change,
            step: kind == .count || kind == .change ? unit : 1,
            isBlank: isBlank
        )
    }
}
