internal import Forms
internal import Model

/// A constraint over cells by their numbers.
final class CompiledConstraint: Sendable {
    struct Term: Sendable {
        var variable: Int
        var coefficient: Int
    }

    let source: Constraint
    let isEquation: Bool
    /// The relation of the form that it comes of; nil for a user's own rule.
    let instance: RelationInstance?
    let left: [Term]
    let right: [Term]
    /// What the right side has beside its terms.
    let constant: Quantity
    /// The cell that the others add up to.
    let total: Int?
    /// The numbers of the tables whose cells take part.
    let tables: [Int]

    /// Nil where the form lacks one of its cells; `number` gives the variable that an operand stands for.
    init?(_ source: Constraint, instance: RelationInstance?, space: CellSpace, number: (Constraint.Operand) -> Int?) {
        var constant = Quantity(0)
        var tables: [Int] = []
        func terms(_ side: [Constraint.Term], _ sign: Int) -> [Term]? {
            var terms: [Term] = []
            for term in side {
                if case .constant(let value) = term.operand {
                    let product = Quantity(significand: value.significand * term.coefficient * sign, scale: value.scale)
                    constant = constant + product
                    continue
                }
                guard let variable = number(term.operand) else { return nil }
                if let table = space.tables.lastIndex(where: { $0.first <= variable }), variable < space.count,
                    !tables.contains(table)
                {
                    tables.append(table)
                }
                terms.append(Term(variable: variable, coefficient: term.coefficient))
            }
            return terms
        }
        guard let left = terms(source.left, -1), let right = terms(source.right, 1) else { return nil }
        self.source = source
        isEquation = source.comparison == .equal
        self.instance = instance
        self.left = left
        self.right = right
        self.constant = constant
        self.tables = tables
        // Of two sums neither is the other's total, and a difference has none.
        if let instance, instance.relation.comparison == .equalSums {
            total = nil
        } else {
            total = source.total.flatMap { number(.cell($0)) }
        }
    }

    /// The sums of both sides in the units of `values`, and whether they agree; nil where a number grows too large.
    func sides(_ values: [Int], constant: Int) -> (left: Int, right: Int, holds: Bool) {
        var sum = 0
        for term in left { sum &+= values[term.variable] &* term.coefficient }
        if source.comparison == .atLeastEach {
            let largest = right.map { values[$0.variable] &* $0.coefficient }.max() ?? 0
            return (sum, largest &+ constant, sum >= largest &+ constant)
        }
        var other = constant
        for term in right { other &+= values[term.variable] &* term.coefficient }
        switch source.comparison {
        case .equal: return (sum, other, sum == other)
        case .atMost: return (sum, other, sum <= other)
        case .atLeast, .atLeastEach: return (sum, other, sum >= other)
        }
    }
}

/// The relations of a form, made ready once.
struct CompiledForm: Sendable {
    let space: CellSpace
    let constraints: [CompiledConstraint]
    /// For each cell the relations of which it is the total.
    let totals: [Int: [Int]]
    /// The cells in which a relation is interested.
    let isUsed: [Bool]

    /// `rows` gives the rows of a table that are there: a merged one among them takes the place of several.
    init(_ form: Form, rows: (TableForm) -> [String]) {
        let space = CellSpace(form)
        var constraints: [CompiledConstraint] = []
        for table in form.tables {
            let stub = Table(
                id: table.id,
                state: .read,
                line: 0,
                columns: table.columns.map(\.id),
                rows: rows(table).map { Row(id: $0, label: "", line: 0, cells: []) }
            )
            for relation in form.relations where relation.table == table.id {
                constraints += RelationInstance.all(of: relation, in: stub, form: table).compactMap { instance in
                    CompiledConstraint(instance.constraint, instance: instance, space: space) { operand in
                        guard case .cell(let address) = operand else { return nil }
                        return space.number(of: address)
                    }
                }
            }
        }
        var totals: [Int: [Int]] = [:]
        var isUsed = Array(repeating: false, count: space.count)
        for (index, constraint) in constraints.enumerated() {
            for term in constraint.left + constraint.right { isUsed[term.variable] = true }
            if constraint.instance?.relation.comparison == .totalOfParts, let total = constraint.total {
                totals[total, default: []].append(index)
            }
        }
        self.space = space
        self.constraints = constraints
        self.totals = totals
        self.isUsed = isUsed
    }

    /// The relations as the rows of this report ask for them.
    static func of(_ form: Form, in report: Report) -> CompiledForm {
        var (merges, isWhole) = (false, true)
        for table in form.tables where !table.mergedRows.isEmpty {
            let read = report.table(table.id)
            for merged in table.mergedRows {
                let isMerged = read?.row(merged.row.id) != nil
                merges = merges || isMerged
                isWhole = isWhole && isMerged && merged.replaces.allSatisfy { read?.row($0) == nil }
            }
        }
        if !merges, let ready = plain[form.identifier] { return ready }
        if isWhole, let ready = merged[form.identifier] { return ready }
        return CompiledForm(form) { table in report.table(table.id)?.rows.map(\.id) ?? table.rows.map(\.id) }
    }

    /// Without any merged rows.
    private static let plain = ready(FormCatalog.all) { $0.rows.map(\.id) }

    /// With all merged rows in the place of those that they stand for.
    private static let merged = ready(
        FormCatalog.all.filter { form in form.tables.contains { !$0.mergedRows.isEmpty } }
    ) { table in
        let replaced = table.mergedRows.flatMap(\.replaces)
        return table.rows.map(\.id).filter { !replaced.contains($0) } + table.mergedRows.map(\.row.id)
    }

    private static func ready(_ forms: [Form], _ rows: (TableForm) -> [String]) -> [String: CompiledForm] {
        Dictionary(uniqueKeysWithValues: forms.map { ($0.identifier, CompiledForm($0, rows: rows)) })
    }
}
