/// Equations of which some do not hold, over the cells that could be wrong: what a repair is looked for in.
///
/// Variables and equations are numbered by themselves; numbers are whole, in the report's smallest unit.
struct RepairProblem: Sendable {
    struct Term: Sendable, Equatable {
        /// A variable where it stands in an equation, an equation where it stands beside a variable.
        var index: Int
        var coefficient: Int
    }

    struct Variable: Sendable {
        var value: Int
        /// Whether it may be changed at all: it was read for certain.
        var isFree: Bool
        /// Whether it may fall below zero.
        var isSigned: Bool
        /// What its values are multiples of.
        var step: Int
        /// Whether nothing stands there: it may be given a number only where that alone is the whole repair.
        var isBlank: Bool
        /// The equations in which it stands.
        var occurrences: [Term] = []
    }

    var variables: [Variable]
    /// The terms of each equation, brought to one side …
    var equations: [[Term]]
    /// … and what they come to; 0 where the equation holds.
    var residuals: [Int]

    /// Some variables with what is added to each.
    typealias Change = [(variable: Int, difference: Int)]

    init(variables: [Variable], equations: [[Term]]) {
        self.variables = variables
        self.equations = equations
        residuals = []
        for (index, equation) in equations.enumerated() {
            for term in equation {
                self.variables[term.index].occurrences.append(Term(index: index, coefficient: term.coefficient))
            }
        }
    }

    /// The equations that do not hold.
    var broken: [Int] { residuals.indices.filter { residuals[$0] != 0 } }

    /// Whether all equations hold once the change is made, and every variable is what it may be.
    func isRepaired(by change: Change) -> Bool {
        var rest: [Int: Int] = [:]
        for (variable, difference) in change {
            guard isAdmissible(variable, difference) else { return false }
            for term in variables[variable].occurrences {
                rest[term.index, default: residuals[term.index]] += term.coefficient * difference
            }
        }
        return rest.values.allSatisfy { $0 == 0 } && broken.allSatisfy { rest[$0] != nil }
    }

    /// Whether a variable may hold what it would hold.
    func isAdmissible(_ variable: Int, _ difference: Int) -> Bool {
        let variable = variables[variable]
        let (sum, overflow) = variable.value.addingReportingOverflow(difference)
        return variable.isFree && !overflow && sum % variable.step == 0 && (variable.isSigned || sum >= 0)
    }
}
