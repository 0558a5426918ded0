/// Solves a few linear equations in a few unknowns, exactly, in whole numbers.
enum LinearSolver {
    enum Result: Equatable {
        /// The one solution, in whole numbers.
        case solved([Int])
        /// No solution: the rows times these factors say 0 = something else.
        case conflict([Int])
        /// Solvable, but not in one way, not in whole numbers, or not without numbers that are too large.
        case undetermined
    }

    /// One equation while it is worked on: its coefficients, its right side, and which equations it was made of.
    private struct Row {
        var coefficients: [Int]
        var right: Int
        var factors: [Int]

        /// Takes away `other` as often as column `column` becomes 0; false where a number grows too large.
        mutating func eliminate(_ column: Int, by other: Row) -> Bool {
            let divisor = LinearSolver.greatestDivisor(coefficients[column], other.coefficients[column])
            let own = other.coefficients[column] / divisor
            let theirs = coefficients[column] / divisor
            var fits = true
            func combined(_ mine: Int, _ its: Int) -> Int {
                let first = mine.multipliedReportingOverflow(by: own)
                let second = its.multipliedReportingOverflow(by: theirs)
                let difference = first.partialValue.subtractingReportingOverflow(second.partialValue)
                if first.overflow || second.overflow || difference.overflow { fits = false }
                return difference.partialValue
            }
            for index in coefficients.indices {
                coefficients[index] = combined(coefficients[index], other.coefficients[index])
            }
            right = combined(right, other.right)
            for index in factors.indices { factors[index] = combined(factors[index], other.factors[index]) }
            return fits
        }
    }

    /// Solves equations given as rows of coefficients, all of the same length, and what each of them comes to.
    static func solve(_ equations: [[Int]], _ right: [Int]) -> Result {
        guard let width = equations.first?.count else { return .undetermined }
        var rows = equations.indices.map { index in
            var factors = Array(repeating: 0, count: equations.count)
            factors[index] = 1
            return Row(coefficients: equations[index], right: right[index], factors: factors)
        }
        var rank = 0
        for column in 0..<width {
            guard let pivot = rows.indices.first(where: { $0 >= rank && rows[$0].coefficients[column] != 0 }) else {
                continue
            }
            rows.swapAt(rank, pivot)
            for index in rows.indices where index != rank && rows[index].coefficients[column] != 0 {
                guard rows[index].eliminate(column, by: rows[rank]) else { return .undetermined }
            }
            rank += 1
        }
        let conflicts = rows[rank...].filter { $0.right != 0 }.map(\.factors)
        if let least = conflicts.min(by: { weight($0) < weight($1) }) { return .conflict(least) }
        guard rank == width else { return .undetermined }
        return solution(rows[..<rank])
    }

    private static func solution(_ rows: ArraySlice<Row>) -> Result {
        var solution: [Int] = []
        for (column, row) in rows.enumerated() {
            let (quotient, rest) = row.right.quotientAndRemainder(dividingBy: row.coefficients[column])
            guard rest == 0 else { return .undetermined }
            solution.append(quotient)
        }
        return .solved(solution)
    }

    private static func weight(_ factors: [Int]) -> Int { factors.count { $0 != 0 } }

    private static func greatestDivisor(_ left: Int, _ right: Int) -> Int {
        var (left, right) = (left.magnitude, right.magnitude)
        while right != 0 { (left, right) = (right, left % right) }
        return Int(max(1, left))
    }
}
