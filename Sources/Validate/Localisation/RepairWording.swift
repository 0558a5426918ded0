internal import Forms
internal import Model

/// Ranks repairs by how likely they are, and says why.
struct RepairWording {
    let engine: RelationEngine
    let form: Form
    let previous: Report?
    let witnesses: Witnesses
    let displacements: [Displacement]
    /// Whether what does not hold is a bound: what is told is then the least change that meets it.
    var isBound = false

    /// One repair on the way to being one that people read.
    struct Candidate: Comparable {
        /// What each changed cell should hold, by number.
        var values: [Int: Int]
        /// The changed cells in the form's order.
        var cells: [Int]
        var cost: Int
        var causes: [Finding.Message]

        static func < (left: Candidate, right: Candidate) -> Bool {
            left.cost != right.cost ? left.cost < right.cost : left.cells.lexicographicallyPrecedes(right.cells)
        }
    }

    func candidate(_ change: RepairProblem.Change, _ component: Component) -> Candidate {
        var values: [Int: Int] = [:]
        for (variable, difference) in change {
            values[component.numbers[variable]] = component.problem.variables[variable].value + difference
        }
        let cells = values.keys.sorted()
        let slip = cells.count > 1 ? slip(of: cells, values) : slip(of: cells[0], values)
        let testimony = witnesses.testimony(on: values)
        return Candidate(
            values: values,
            cells: cells,
            cost: slip.cost + testimony.cost,
            causes: testimony.causes + (slip.cause.map { [$0] } ?? [])
        )
    }

    /// Blanks that should be numbers, as a repair.
    func candidate(_ filling: BlankFill.Filling) -> Candidate {
        let cells = filling.values.keys.sorted()
        var slip = slip(of: cells, filling.values)
        if let row = filling.blankRow {
            let name = CellName(form: form).row(of: row)
            // One row left out is one slip: likelier than several numbers that are wrong by just what is missing there.
            slip = Slip(
                cost: 12,
                cause: Finding.Message(zh: "“\(name.zh)”整行空白，应有数字", en: "the row \(name.en) was left blank")
            )
        }
        let testimony = witnesses.testimony(on: filling.values)
        return Candidate(
            values: filling.values,
            cells: cells,
            cost: slip.cost + testimony.cost,
            causes: testimony.causes + (slip.cause.map { [$0] } ?? [])
        )
    }

    /// The repair as people read it; `count` says how many there are in all.
    func repair(_ candidate: Candidate, of count: Int) -> Finding.Repair {
        let only = Finding.Message(zh: "唯一能使各项关系都成立的改动", en: "the only change that makes every relation hold")
        var causes = candidate.causes
        if isBound { causes.append(bound(candidate)) } else if count == 1 { causes.append(only) }
        if causes.isEmpty {
            causes.append(Finding.Message(zh: "\(count) 种可能之一", en: "one of \(count) possibilities"))
        }
        return Finding.Repair(
            changes: Self.changes(candidate.values, engine),
            cause: Finding.Message(
                zh: causes.map(\.zh).joined(separator: "；"),
                en: causes.map(\.en).joined(separator: "; ")
            )
        )
    }

    /// An exchange of two cells as people read it; `count` says how many there are in all.
    func repair(ofExchange values: [Int: Int], of count: Int) -> Finding.Repair {
        let cells = values.keys.sorted()
        let causes = [exchange(cells, values)?.cause].compactMap(\.self)
        return repair(Candidate(values: values, cells: cells, cost: 0, causes: causes), of: count)
    }

    /// How far the numbers may go on in the same direction.
    private func bound(_ candidate: Candidate) -> Finding.Message {
        guard let cell = candidate.cells.first, candidate.cells.count == 1, let value = candidate.values[cell] else {
            return Finding.Message(zh: "恰好满足规则的改动", en: "the least change that meets the rule")
        }
        let quantity = engine.values.quantity(value)
        return value < engine.values.values[cell]
            ? Finding.Message(zh: "至多 \(quantity) 才满足规则", en: "at most \(quantity) meets the rule")
            : Finding.Message(zh: "至少 \(quantity) 才满足规则", en: "at least \(quantity) meets the rule")
    }

    /// The changes that put `values` into their cells, in the form's order.
    static func changes(_ values: [Int: Int], _ engine: RelationEngine) -> [Finding.Repair.Change] {
        values.sorted { $0.key < $1.key }.map { cell, value in
            let isBlank = engine.values.states[cell] == .blank
            return Finding.Repair.Change(
                path: path(of: cell, engine),
                from: isBlank ? nil : engine.values.quantity(engine.values.values[cell]),
                to: engine.values.quantity(value)
            )
        }
    }

    private static func path(of cell: Int, _ engine: RelationEngine) -> String {
        guard cell >= engine.space.count else { return engine.space.address(of: cell).path }
        return "claims.\(engine.values.claims[cell - engine.space.count])"
    }

    // MARK: Slips

    private func slip(of cell: Int, _ values: [Int: Int]) -> Slip {
        let address = cell < engine.space.count ? engine.space.address(of: cell) : nil
        let old = address.flatMap { previous?.table($0.table)?.cell($0.row, $0.column)?.number }
        return Slip(
            from: engine.values.values[cell],
            to: values[cell] ?? 0,
            Slip.Context(
                isBlank: engine.values.states[cell] == .blank,
                isTotal: engine.isTotal(cell),
                lastYear: old.flatMap(engine.values.units),
                scale: engine.values.scale
            )
        )
    }

    /// What made several cells wrong at once, or else each by itself.
    private func slip(of cells: [Int], _ values: [Int: Int]) -> Slip {
        if let displacement = displacements.first(where: { $0.changes == values }) {
            return Slip(cost: 14, cause: DisplacementWording(engine: engine, form: form).cause(displacement))
        }
        if let exchange = exchange(cells, values) { return exchange }
        let slips = cells.map { slip(of: $0, values) }
        if let carried = notCarried(cells, values, slips) { return carried }
        let causes = zip(cells, slips).compactMap { cell, slip in
            slip.cause.map { cause in
                let name = name(of: cell)
                return Finding.Message(zh: "\(name.zh)\(cause.zh)", en: "\(name.en): \(cause.en)")
            }
        }
        let all = Finding.Message(
            zh: "\(cells.count) 处各自出错" + (causes.isEmpty ? "" : "：") + causes.map(\.zh).joined(separator: "，"),
            en: "\(cells.count) separate faults" + (causes.isEmpty ? "" : ": ")
                + causes.map(\.en).joined(separator: ", ")
        )
        return Slip(cost: slips.reduce(5) { $0 + $1.cost }, cause: all)
    }

    private func name(of cell: Int) -> Finding.Message {
        guard cell < engine.space.count else { return Finding.Message(zh: "正文", en: "the text") }
        return CellName(form: form).name(of: engine.space.address(of: cell))
    }

    /// Two cells of a row or a column whose numbers stand in each other's place.
    private func exchange(_ cells: [Int], _ values: [Int: Int]) -> Slip? {
        guard cells.count == 2, cells.allSatisfy({ $0 < engine.space.count }) else { return nil }
        let old = cells.map { engine.values.values[$0] }
        guard values[cells[0]] == old[1], values[cells[1]] == old[0] else { return nil }
        let places = cells.map(engine.space.address)
        guard places[0].table == places[1].table else { return nil }
        let isSameRow = places[0].row == places[1].row
        let isSameColumn = places[0].column == places[1].column
        let isOneLine = form.tables.contains { $0.id == places[0].table && $0.isOneLine }
        guard isSameRow || isSameColumn || isOneLine else { return nil }
        let width = engine.space.tables.first { $0.id == places[0].table }?.columns.count ?? 1
        let isNext = cells[1] - cells[0] == (isSameRow || isOneLine ? 1 : width)
        let cause =
            old.contains(0)
            ? Finding.Message(
                zh: isSameRow || isOneLine ? "数填到了同一行的另一列" : "数填到了同一列的另一行",
                en: "a number put in the wrong \(isSameRow || isOneLine ? "column" : "row")"
            )
            : Finding.Message(zh: "两格的数互换", en: "two numbers exchanged")
        return Slip(cost: isNext ? 12 : 18, cause: cause)
    }

    /// One figure that is wrong in a part and in its total alike, but no further.
    private func notCarried(_ cells: [Int], _ values: [Int: Int], _ slips: [Slip]) -> Slip? {
        let differences = Set(cells.map { (values[$0] ?? 0) - engine.values.values[$0] })
        guard differences.count == 1, let difference = differences.first, cells.contains(where: engine.isTotal) else {
            return nil
        }
        guard cells.allSatisfy({ $0 < engine.space.count }) else { return nil }
        let places = cells.map(engine.space.address)
        guard Set(places.map(\.row)).count == 1 || Set(places.map(\.column)).count == 1 else { return nil }
        let size = engine.values.quantity(abs(difference))
        let worst = slips.map(\.cost).max() ?? 0
        return Slip(
            cost: worst + 3,
            cause: Finding.Message(
                zh: "同一笔数在分项与合计中都\(difference > 0 ? "少" : "多")计 \(size)，没有结转到其他各行",
                en:
                    "one figure, \(size) too \(difference > 0 ? "low" : "high") in a part and its total, not carried through"
            )
        )
    }
}
