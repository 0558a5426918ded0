internal import Forms
internal import Model

/// Says of the relations that do not hold which cells explain it.
struct Localiser {
    /// What explains a component.
    struct Explanation: Sendable {
        /// Counts the components from 0.
        var cluster: Int
        var repairs: [Finding.Repair]
        /// The new values of the likeliest repair, by number.
        var best: [Int: Int]
        /// Whether the note explains it, whatever else does: numbers in the wrong cells, a row left blank.
        var isTold = false
        /// What the likeliest displacement moved, where there are no repairs.
        var displaced: [Finding.Repair.Change] = []
        /// What is to be said beside the repairs.
        var note: Finding.Message?
        /// Why the search was given up.
        var limit: String?

        mutating func add(_ words: Finding.Message) {
            note = note.map { Finding.Message(zh: "\($0.zh)；\(words.zh)", en: "\($0.en); \(words.en)") } ?? words
        }
    }

    let engine: RelationEngine
    let form: Form
    let report: Report
    let previous: Report?

    /// More repairs than these are not listed.
    static let mostRepairs = 60

    /// The explanation of each constraint that does not hold, by its place in the engine.
    func explanations() -> [Int: Explanation] {
        var result: [Int: Explanation] = [:]
        guard engine.hasBroken else { return result }
        let components = engine.brokenComponents()
        let bounds = engine.brokenBounds()
        let witnesses = Witnesses(engine, report: report, form: form, previous: previous)
        var explanations = components.enumerated().map { explanation(of: $1, $0, witnesses) }
        noteDisplacements(over: components, &explanations)
        joinExchanges(&explanations, witnesses)
        for (component, explanation) in zip(components, explanations) {
            for constraint in component.broken { result[constraint] = explanation }
        }
        explainBounds(by: explanations, &result)
        explainShortfalls(from: components.count + bounds.count, witnesses, &result)
        for (index, component) in bounds.enumerated() where component.broken.allSatisfy({ result[$0] == nil }) {
            let explanation = explanation(of: component, components.count + index, witnesses, isBound: true)
            for constraint in component.broken { result[constraint] = explanation }
        }
        return result
    }

    /// Parts that fall short of a total though something may be left open: only digits that tell a slip say more.
    private func explainShortfalls(from first: Int, _ witnesses: Witnesses, _ result: inout [Int: Explanation]) {
        for (index, component) in engine.openShortfalls().enumerated()
        where component.broken.allSatisfy({ result[$0] == nil }) {
            var explanation = explanation(of: component, first + index, witnesses) {
                $0.cost < Slip.leastWithoutMark
            }
            explanation.note = nil
            guard !explanation.repairs.isEmpty else { continue }
            for constraint in component.broken { result[constraint] = explanation }
        }
    }

    /// A bound that is broken, and holds once the likeliest repair of the equations is made, is explained with them.
    private func explainBounds(by explanations: [Explanation], _ result: inout [Int: Explanation]) {
        for (index, constraint) in engine.constraints.enumerated() where !constraint.isEquation {
            guard case .broken = engine.outcomes[index] else { continue }
            result[index] = explanations.first { explanation in
                guard !explanation.best.isEmpty else { return false }
                var values = engine.values.values
                for (number, value) in explanation.best { values[number] = value }
                let constant = engine.values.units(constraint.constant) ?? 0
                return constraint.sides(values, constant: constant).holds
            }
        }
    }

    /// What explains a component; `isBound` where the equation that does not hold is a bound, which more or less would
    /// meet as well.
    private func explanation(
        of component: Component,
        _ cluster: Int,
        _ witnesses: Witnesses,
        isBound: Bool = false,
        where isLikely: (RepairWording.Candidate) -> Bool = { _ in true }
    ) -> Explanation {
        var result = Explanation(cluster: cluster, repairs: [], best: [:])
        // Where the relations had to tell a number, one of them alone cannot also say which is wrong.
        if component.isInferred, component.problem.broken.count < 2 { return result }
        let bounds = engine.constraints.indices.filter {
            !engine.constraints[$0].isEquation && engine.outcomes[$0] == .holds
        }
        let isAllowed = { (change: RepairProblem.Change) in !breaks(bounds, change, component) }
        let displacements = isBound ? [] : displacements(in: component, isAllowed)
        let wording = RepairWording(
            engine: engine,
            form: form,
            previous: previous,
            witnesses: witnesses,
            displacements: displacements,
            isBound: isBound
        )
        let blanks = BlankFill(component, engine: engine, form: form, isAllowed: isAllowed)
        let causes = isBound ? BlankFill.Causes() : blanks.causes()
        guard addRepairs(of: component, wording, isAllowed, causes, where: isLikely, to: &result) else {
            return result
        }
        tell(causes, blanks, in: &result)
        // A bound that a rule of one's own sets is not broken by a slip: that no few cells meet it says nothing.
        if isBound, result.repairs.isEmpty { result.note = nil }
        let known = Set(result.repairs.map { Set($0.changes.map(\.path)) })
        let others = displacements.filter { !known.contains(paths(of: $0)) }
        if !others.isEmpty {
            result.add(note(on: others, beside: result.repairs))
            result.isTold = true
            if result.repairs.isEmpty { result.displaced = RepairWording.changes(others[0].changes, engine) }
        }
        return result
    }

    /// Adds the repairs of a component, the likeliest first, or why there is none.
    ///
    /// - Returns: false where nothing more can be said either: the numbers were themselves told by what is broken.
    private func addRepairs(
        of component: Component,
        _ wording: RepairWording,
        _ isAllowed: @escaping (RepairProblem.Change) -> Bool,
        _ blanks: BlankFill.Causes,
        where isLikely: (RepairWording.Candidate) -> Bool,
        to result: inout Explanation
    ) -> Bool {
        var search = RepairSearch(component.problem, isAllowed: isAllowed)
        var changes: [RepairProblem.Change] = []
        switch search.outcome() {
        case .limit: result.limit = "search limit: too many sets of cells would have to be tried"
        case .none: break
        case .repairs(let found) where component.isInferred && found.contains { $0.count > 1 }: return false
        case .repairs(let found): changes = preferred(found, component)
        }
        let size = changes.first?.count ?? blanks.fillings.map(\.values.count).min() ?? 0
        let listed = blanks.fillings.filter { $0.values.count == size && $0.isListed }
        let ranked = (changes.map { wording.candidate($0, component) } + listed.map(wording.candidate))
            .filter(isLikely).sorted(by: <)
        if ranked.isEmpty, result.limit == nil, changes.isEmpty {
            result.note = Finding.Message(
                zh: "没有三格以内的改动能使各项关系同时成立",
                en: "no change of up to three cells makes every relation hold"
            )
        }
        // Blanks that explain it as well, though with more cells, are told beside the repairs.
        let others = blanks.fillings.count - listed.count + blanks.rows.count
        result.repairs = ranked.prefix(Self.mostRepairs).map { wording.repair($0, of: ranked.count + others) }
        result.best = ranked.first?.values ?? [:]
        if ranked.count > Self.mostRepairs {
            result.limit = "search limit: \(ranked.count) sets of cells explain it; the likeliest are listed"
        }
        return true
    }

    /// What slid along a table that is one line or one column made several of its sums wrong, which hang together by nothing else.
    private func noteDisplacements(over components: [Component], _ explanations: inout [Explanation]) {
        for (table, place) in engine.space.tables.enumerated()
        where form.tables.contains(where: { $0.id == place.id && ($0.isOneLine || $0.columns.count == 1) }) {
            let broken = components.indices.filter { index in
                components[index].constraints.contains { engine.constraints[$0].tables.contains(table) }
            }
            guard broken.count > 1, let first = broken.first else { continue }
            let displacements = displacements(in: engine.component(ofTable: table)) { _ in true }
            guard !displacements.isEmpty else { continue }
            explanations[first].note = note(on: displacements, beside: explanations[first].repairs)
            explanations[first].isTold = true
            guard explanations[first].repairs.isEmpty else { continue }
            explanations[first].displaced = RepairWording.changes(displacements[0].changes, engine)
        }
    }

    /// Those of the changes that also mend a bound that is broken, where some do: every relation is to hold.
    private func preferred(_ changes: [RepairProblem.Change], _ component: Component) -> [RepairProblem.Change] {
        let broken = engine.constraints.indices.filter { index in
            guard !engine.constraints[index].isEquation, case .broken = engine.outcomes[index] else { return false }
            return true
        }
        guard !broken.isEmpty else { return changes }
        let mending = changes.map { change in broken.count { mends($0, change, component) } }
        guard let most = mending.max(), most > 0 else { return changes }
        return zip(changes, mending).filter { $1 == most }.map(\.0)
    }

    private func mends(_ bound: Int, _ change: RepairProblem.Change, _ component: Component) -> Bool {
        var values = engine.values.values
        for (variable, difference) in change { values[component.numbers[variable]] += difference }
        let constant = engine.values.units(engine.constraints[bound].constant) ?? 0
        return engine.constraints[bound].sides(values, constant: constant).holds
    }

    private func displacements(
        in component: Component,
        _ isAllowed: @escaping (RepairProblem.Change) -> Bool
    ) -> [Displacement] {
        let all = DisplacementSearch(component, engine: engine, form: form, report: report, isAllowed: isAllowed).all()
        return all.isEmpty ? displacementsToBlankTotals(in: component) : all
    }

    /// Whether a change would break one of the bounds that hold.
    private func breaks(_ bounds: [Int], _ change: RepairProblem.Change, _ component: Component) -> Bool {
        let changes = Dictionary(
            uniqueKeysWithValues: change.map { (component.numbers[$0.variable], $0.difference) }
        )
        let touched = bounds.filter { bound in
            (engine.constraints[bound].left + engine.constraints[bound].right).contains { changes[$0.variable] != nil }
        }
        guard !touched.isEmpty else { return false }
        var values = engine.values.values
        for (number, difference) in changes { values[number] += difference }
        return touched.contains { bound in
            let constant = engine.values.units(engine.constraints[bound].constant) ?? 0
            return !engine.constraints[bound].sides(values, constant: constant).holds
        }
    }

    private func paths(of displacement: Displacement) -> Set<String> {
        Set(displacement.changes.keys.map { engine.space.address(of: $0).path })
    }

    /// No more displacements than these are told.
    private static let mostDisplacements = 3

    private func note(on displacements: [Displacement], beside repairs: [Finding.Repair]) -> Finding.Message {
        let wording = DisplacementWording(engine: engine, form: form)
        let told = displacements.prefix(Self.mostDisplacements).map(wording.statement)
        let left = displacements.count - told.count
        let isAlone = repairs.isEmpty && displacements.count == 1
        return Finding.Message(
            zh: (isAlone ? "很可能是" : "也可能是") + told.map(\.zh).joined(separator: "，或")
                + (left > 0 ? "，或另外 \(left) 种移位" : ""),
            en: (isAlone ? "most likely " : repairs.isEmpty ? "it may be that " : "or ")
                + told.map(\.en).joined(separator: ", or ") + (left > 0 ? ", or \(left) other displacements" : "")
        )
    }
}
