internal import Forms
internal import Model

/// Makes the linear relations out of a relation's text, one for each form that has its cells.
struct RelationCompiler {
    /// A relation of one form, with whole factors.
    struct Linear {
        var form: String
        var left: [Constraint.Term]
        var comparison: Constraint.Comparison
        var right: [Constraint.Term]
        var multiple = Constraint.Multiple()
    }

    private let text: RelationText

    init(_ text: RelationText) {
        self.text = text
    }

    /// One relation for each of the forms that were named, or that have the cells where none was.
    func relations(forms names: [String]?) throws(RelationError) -> [Linear] {
        let forms = FormCatalog.all.filter { names?.contains($0.identifier) ?? true }
        try checkClaims()
        var relations: [Linear] = []
        for form in forms {
            let paths = CellPaths(form)
            if let missing = missing(in: paths) {
                guard names != nil else { continue }
                throw RelationError(message: "form \(form.identifier) has no cell \(missing)\(hint(missing, [paths]))")
            }
            relations.append(try linear(form, paths))
        }
        if !relations.isEmpty { return relations }
        let all = forms.map(CellPaths.init)
        let unknown = operands.first { path in all.allSatisfy { $0.cells(at: path).isEmpty } }
        guard let unknown else { throw RelationError(message: "no form has all of its cells") }
        throw RelationError(message: "no form has a cell \(unknown)\(hint(unknown, all))")
    }

    /// The paths of cells, in their order.
    private var operands: [String] {
        (text.left + text.right).compactMap { if case .path(let path) = $0.operand { path } else { nil } }
    }

    private func missing(in paths: CellPaths) -> String? { operands.first { paths.cells(at: $0).isEmpty } }

    private func hint(_ path: String, _ forms: [CellPaths]) -> String {
        let nearest = forms.compactMap { $0.nearest(to: path) }.min { $0.distance < $1.distance }
        guard let nearest, nearest.distance <= 4 else { return "; gouji forms --cells lists them" }
        return "; did you mean \(nearest.path)?"
    }

    /// A claim is named by the path of the cell that it states, where it is not named by words.
    private func checkClaims() throws(RelationError) {
        for part in text.left + text.right {
            guard case .claim(let key) = part.operand, key.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            let all = FormCatalog.all.map(CellPaths.init)
            if all.allSatisfy({ $0.cells(at: key).isEmpty }) {
                throw RelationError(message: "claims.\(key) is no figure of a cell\(hint(key, all))")
            }
        }
    }

    // MARK: One form

    private struct Addend {
        var factor: Quantity
        var operand: Constraint.Operand?
    }

    private func linear(_ form: Form, _ paths: CellPaths) throws(RelationError) -> Linear {
        let sides = [text.left, text.right].map { expanded($0, paths) }
        try checkKinds(sides.flatMap(\.self), paths)
        try checkSense(sides)
        let scale = sides.flatMap(\.self).map(\.factor.scale).max() ?? 0
        let whole = try sides.map { side throws(RelationError) in try terms(side, scale) }
        let divisor = whole.flatMap(\.self).reduce(0) { Self.commonDivisor($0, Self.number(in: $1)) }
        return Linear(
            form: form.identifier,
            left: whole[0].map { Self.divided($0, by: max(1, divisor)) },
            comparison: Constraint.Comparison(rawValue: text.comparison.rawValue) ?? .equal,
            right: whole[1].map { Self.divided($0, by: max(1, divisor)) },
            multiple: Constraint.Multiple(decimals: scale, divisor: max(1, divisor))
        )
    }

    /// The factor of a term, or the number that it is.
    private static func number(in term: Constraint.Term) -> Int {
        if case .constant(let value) = term.operand { return value.significand }
        return term.coefficient
    }

    private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
        var (left, right) = (abs(left), abs(right))
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    private static func divided(_ term: Constraint.Term, by divisor: Int) -> Constraint.Term {
        if case .constant(let value) = term.operand {
            return Constraint.Term(.constant(Quantity(value.significand / divisor)))
        }
        return Constraint.Term(term.operand, times: term.coefficient / divisor)
    }

    /// Stars replaced by the cells that they stand for, and what stands twice on a side put together.
    private func expanded(_ side: [RelationText.Part], _ paths: CellPaths) -> [Addend] {
        var addends: [Addend] = []
        for part in side {
            let operands: [Constraint.Operand?] =
                switch part.operand {
                case .path(let path): paths.cells(at: path).map { .cell($0) }
                case .claim(let key): [.claim(key: key)]
                case nil: [nil]
                }
            for operand in operands {
                if let known = addends.firstIndex(where: { $0.operand == operand }) {
                    addends[known].factor = addends[known].factor + part.factor
                } else {
                    addends.append(Addend(factor: part.factor, operand: operand))
                }
            }
        }
        return addends.filter { $0.factor != Quantity(0) }
    }

    /// Factors made whole: where they have decimals, both sides are multiplied alike.
    private func terms(_ side: [Addend], _ scale: Int) throws(RelationError) -> [Constraint.Term] {
        let unit = (0..<scale).reduce(1) { product, _ in product * 10 }
        var terms: [Constraint.Term] = []
        for addend in side {
            guard let factor = addend.factor.times(Quantity(unit))?.whole else {
                throw RelationError(message: "a number of too many digits")
            }
            if let operand = addend.operand {
                terms.append(Constraint.Term(operand, times: factor))
            } else {
                terms.append(Constraint.Term(.constant(Quantity(factor))))
            }
        }
        return terms
    }

    /// Money and counts are added or compared only where a factor says how.
    private func checkKinds(_ addends: [Addend], _ paths: CellPaths) throws(RelationError) {
        var money: String?
        var count: String?
        for addend in addends {
            let isPlain = addend.factor == Quantity(1) || addend.factor == Quantity(-1)
            guard isPlain, case .cell(let cell) = addend.operand else { continue }
            switch paths.kind(of: cell) {
            case .money: money = money ?? cell.path
            case .count, .change: count = count ?? cell.path
            case nil: break
            }
        }
        if let money, let count {
            throw RelationError(message: "\(money) is money and \(count) a count; a factor must say how they fit")
        }
    }

    /// A relation that says nothing of a report, because nothing is left of it or it always holds, is a slip.
    private func checkSense(_ sides: [[Addend]]) throws(RelationError) {
        var balance: [Constraint.Operand: Quantity] = [:]
        for (side, sign) in zip(sides, [1, -1]) {
            for addend in side {
                guard let operand = addend.operand, let factor = addend.factor.times(Quantity(sign)) else { continue }
                balance[operand] = (balance[operand] ?? Quantity(0)) + factor
            }
        }
        if balance.values.allSatisfy({ $0 == Quantity(0) }) {
            throw RelationError(message: "it says nothing of a report: both sides have the same cells, or none")
        }
    }
}
