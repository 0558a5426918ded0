internal import Forms
internal import Model

/// Numbers that are right, and stand in the wrong cells: one slip of the hand, though it makes many cells wrong.
struct Displacement: Sendable {
    enum Kind: Sendable, Equatable {
        /// A row whose numbers slid by one column.
        case row(toTheRight: Bool)
        /// A column whose numbers slid by one row.
        case column(down: Bool)
        /// Two rows that stand in each other's place.
        case exchange
    }

    var kind: Kind
    /// Between which cells it happened, by the engine's numbers in the table's order; of an exchange the first row's
    /// cells and then the second's.
    var cells: [Int]
    /// What should stand in the cells that are wrong, by the engine's numbers.
    var changes: [Int: Int]
}

/// Says what was displaced.
struct DisplacementWording {
    let engine: RelationEngine
    let form: Form

    /// Why the cells are wrong, in a clause.
    func cause(_ displacement: Displacement) -> Finding.Message {
        switch displacement.kind {
        case .row(let toTheRight):
            Finding.Message(
                zh: "该行数字\(toTheRight ? "右" : "左")移了一列",
                en: "the numbers of the row slid one column to the \(toTheRight ? "right" : "left")"
            )
        case .column(let down):
            Finding.Message(
                zh: "该列数字\(down ? "下" : "上")移了一行",
                en: "the numbers of the column slid one row \(down ? "down" : "up")"
            )
        case .exchange: Finding.Message(zh: "两行的数互换", en: "two rows exchanged")
        }
    }

    /// The displacement with all that should stand in its cells.
    func statement(_ displacement: Displacement) -> Finding.Message {
        let (first, last) = (address(displacement.cells.first), address(displacement.cells.last))
        let table = form.tables.first { $0.id == first.table }
        let names = CellName(form: form)
        let numbers = displacement.cells.map {
            engine.values.quantity(displacement.changes[$0] ?? engine.values.values[$0]).description
        }
        switch displacement.kind {
        case .row(let toTheRight):
            let isLine = table?.isOneLine ?? false
            let row = names.row(of: first)
            return Finding.Message(
                zh: "“\(isLine ? table?.title ?? "" : row.zh)”一行的数整体\(toTheRight ? "右" : "左")移了一列，应为 "
                    + numbers.joined(separator: "、"),
                en: "the numbers of \(isLine ? table?.english ?? "" : row.en) slid one column to the "
                    + "\(toTheRight ? "right" : "left") and should be " + numbers.joined(separator: ", ")
            )
        case .column(let down):
            let column = table?.columns.first { $0.id == first.column }
            let (from, to) = (names.row(of: first), names.row(of: last))
            return Finding.Message(
                zh: "“\(column?.label ?? first.column)”一列从“\(from.zh)”到“\(to.zh)”的数\(down ? "下" : "上")移了一行，应依次为 "
                    + numbers.joined(separator: "、"),
                en: "the numbers of column \(column?.english ?? first.column) from \(from.en) to \(to.en) slid one row "
                    + "\(down ? "down" : "up") and should be " + numbers.joined(separator: ", ")
            )
        case .exchange:
            let (one, other) = (names.row(of: first), names.row(of: last))
            return Finding.Message(
                zh: "“\(one.zh)”与“\(other.zh)”两行的数互换了",
                en: "the rows \(one.en) and \(other.en) stand in each other's place"
            )
        }
    }

    private func address(_ cell: Int?) -> CellAddress { engine.space.address(of: cell ?? 0) }
}
