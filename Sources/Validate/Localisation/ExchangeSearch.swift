internal import Forms
internal import Model

/// Two neighbours of a table whose numbers stand in each other's place, where the one made the relations of one
/// component wrong and the other those of another: one slip, though nothing else connects the two.
struct ExchangeSearch {
    let engine: RelationEngine
    let form: Form

    /// The new values of the cells, by number, for each exchange that explains both.
    func exchanges(_ one: Localiser.Explanation, _ other: Localiser.Explanation) -> [[Int: Int]] {
        let (first, second) = (singles(of: one), singles(of: other))
        return first.flatMap { cell, value in
            second.compactMap { twin, worth -> [Int: Int]? in
                guard value == engine.values.values[twin], worth == engine.values.values[cell],
                    engine.values.states[cell] == .number, engine.values.states[twin] == .number,
                    areNeighbours(min(cell, twin), max(cell, twin))
                else { return nil }
                return [cell: value, twin: worth]
            }
        }
    }

    /// The repairs that change one cell.
    private func singles(of explanation: Localiser.Explanation) -> [(cell: Int, value: Int)] {
        explanation.repairs.compactMap { repair in
            guard repair.changes.count == 1, let address = CellAddress(path: repair.changes[0].path),
                let number = engine.space.number(of: address), let value = engine.values.units(repair.changes[0].to)
            else { return nil }
            return (number, value)
        }
    }

    private func areNeighbours(_ cell: Int, _ next: Int) -> Bool {
        let places = [engine.space.address(of: cell), engine.space.address(of: next)]
        guard places[0].table == places[1].table, let table = form.tables.first(where: { $0.id == places[0].table })
        else { return false }
        if next - cell == table.columns.count { return places[0].column == places[1].column && !table.isOneLine }
        return next - cell == 1 && (places[0].row == places[1].row || table.isOneLine)
    }
}

extension Localiser {
    /// Joins components that an exchange of two neighbours explains: it is the repair of both.
    func joinExchanges(_ explanations: inout [Explanation], _ witnesses: Witnesses) {
        guard explanations.count > 1 else { return }
        let search = ExchangeSearch(engine: engine, form: form)
        var joined: Set<Int> = []
        for one in explanations.indices where !joined.contains(one) {
            for other in explanations.indices where other > one && !joined.contains(other) {
                let exchanges = search.exchanges(explanations[one], explanations[other])
                guard let best = exchanges.first else { continue }
                let wording = RepairWording(
                    engine: engine,
                    form: form,
                    previous: previous,
                    witnesses: witnesses,
                    displacements: []
                )
                explanations[one].repairs = exchanges.map { wording.repair(ofExchange: $0, of: exchanges.count) }
                explanations[one].best = best
                explanations[other] = explanations[one]
                joined.formUnion([one, other])
                break
            }
        }
    }
}
