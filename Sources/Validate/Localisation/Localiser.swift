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
        /// Whether a row that slid explains it, whatever else does.
        var isShift = false
        /// What is to be said beside the repairs.
        var note: Finding.Message?
        /// Why the search was given up.
        var limit: String?
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
        let components = engine.brokenComponents()
        guard !components.isEmpty else { return result }
        let witnesses = Witnesses(engine, report: report, previous: previous)
        for (cluster, component) in components.enumerated() {
            let explanation = explanation(of: component, cluster, witnesses)
            for constraint in component.broken { result[constraint] = explanation }
        }
        return result
    }

    private func explanation(of component: Component, _ cluster: Int, _ witnesses: Witnesses) -> Explanation {
        var result = Explanation(cluster: cluster, repairs: [], best: [:])
        // Where the relations had to tell a number, they cannot also say which is wrong.
        if component.isInferred { return result }
        let shifts = RowShift.all(of: component, in: engine, form: form)
        let bounds = engine.constraints.indices.filter {
            !engine.constraints[$0].isEquation && engine.outcomes[$0] == .holds
        }
        var search = RepairSearch(component.problem) { !breaks(bounds, $0, component) }
        switch search.outcome() {
        case .limit: result.limit = "search limit: too many sets of cells would have to be tried"
        case .none:
            result.note = Finding.Message(
                zh: "没有三格以内的改动能使各项关系同时成立",
                en: "no change of up to three cells makes every relation hold"
            )
        case .repairs(let changes):
            let wording = RepairWording(
                engine: engine,
                form: form,
                previous: previous,
                witnesses: witnesses,
                shifts: shifts
            )
            let ranked = changes.map { wording.candidate($0, component) }.sorted(by: <)
            result.repairs = ranked.prefix(Self.mostRepairs).map { wording.repair($0, of: ranked.count) }
            result.best = ranked.first?.values ?? [:]
            if ranked.count > Self.mostRepairs {
                result.limit = "search limit: \(ranked.count) sets of cells explain it; the likeliest are listed"
            }
        }
        let known = Set(result.repairs.map { Set($0.changes.map(\.path)) })
        if let shift = shifts.first(where: { !known.contains(paths(of: $0)) }) {
            result.note = note(on: shift)
            result.isShift = true
        }
        return result
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

    private func paths(of shift: RowShift) -> Set<String> {
        Set(shift.changes.keys.map { engine.space.address(of: $0).path })
    }

    private func note(on shift: RowShift) -> Finding.Message {
        let first = engine.space.address(of: shift.cells[0])
        let table = form.tables.first { $0.id == first.table }
        let name = CellName(form: form).row(of: first)
        let isLine = table?.isOneLine ?? false
        let numbers = shift.cells.map {
            engine.values.quantity(shift.changes[$0] ?? engine.values.values[$0]).description
        }
        return Finding.Message(
            zh: "也可能是“\(isLine ? table?.title ?? "" : name.zh)”一行的数整体\(shift.isToTheRight ? "右" : "左")移了一列,应为 "
                + numbers.joined(separator: "、"),
            en: "or the numbers of \(isLine ? table?.english ?? "" : name.en) slid one column to the "
                + "\(shift.isToTheRight ? "right" : "left") and should be " + numbers.joined(separator: ", ")
        )
    }
}
