import Forms
package import Model

/// How people and programs get a number of a table wrong.
package enum CellFault: String, Sendable, CaseIterable {
    case digitChanged = "digit-changed"
    case digitMissing = "digit-missing"
    case digitTooMany = "digit-too-many"
    case transposed
    case tenfold
    case offByOne = "off-by-one"
    /// Any other number.
    case random
    /// A number that was not filled in, and stands at 0.
    case zeroed
    /// A number that was not filled in, and is blank; never a total.
    case blanked
    /// A number in a cell where there is none.
    case invented
    /// A total that was left at 0.
    case uncarried
    /// A number of last year.
    case leftOver = "left-over"
    /// A number and the nothing beside it, exchanged: two cells.
    case moved
    /// Two neighbours of a row exchanged: two cells.
    case swapped
    /// The applicants' columns of a row slid by one to the right: as many cells as change.
    case shifted

    /// The faults that make one cell wrong.
    package static let single: [CellFault] = [
        .digitChanged, .digitMissing, .digitTooMany, .transposed, .tenfold, .offByOne, .random, .zeroed, .blanked,
        .invented, .uncarried, .leftOver,
    ]
}

/// A cell that was made wrong, and what belongs there.
package struct WrongCell: Sendable, Equatable {
    package var path: String
    package var truth: Quantity
}

extension ReportTruth {
    /// The report with a fault in the numbers of `table`, and the cells that are wrong; nil where the table has no cell
    /// that the fault could befall. Cells of `sparing` stay as they are.
    package func withCellFault(
        _ fault: CellFault,
        in table: String,
        seed: UInt64,
        lastYear: ReportTruth? = nil,
        sparing: Set<String> = []
    ) -> (report: ReportTruth, wrong: [WrongCell])? {
        guard let truth = self.table(table) else { return nil }
        var dice = SplitMix64(seed: seed)
        let injector = CellInjector(truth: truth, lastYear: lastYear?.table(table), sparing: sparing)
        guard let values = injector.values(fault, &dice), !values.isEmpty else { return nil }
        var report = self
        var wrong: [WrongCell] = []
        for (cell, value) in values {
            wrong.append(
                WrongCell(
                    path: "\(table).\(cell.row).\(cell.column)",
                    truth: truth[cell.row, cell.column] ?? Quantity(0)
                )
            )
            report.set(table, cell.row, cell.column, to: value.map { Quantity($0) })
        }
        return (report, wrong)
    }
}

/// Chooses the cells and the wrong numbers.
private struct CellInjector {
    struct Cell {
        var row: String
        var column: String
    }

    let truth: TableTruth
    let lastYear: TableTruth?
    let sparing: Set<String>

    private var cells: [Cell] {
        truth.form.rows.flatMap { row in truth.columns(of: row).map { Cell(row: row.id, column: $0) } }
            .filter { !sparing.contains("\(truth.form.id).\($0.row).\($0.column)") && truth[$0.row, $0.column] != nil }
    }

    private func value(_ cell: Cell) -> Int { truth.count(cell.row, cell.column) }

    private func isTotal(_ cell: Cell) -> Bool { cell.column == "total" || cell.row == "processed_total" }

    /// The new numbers, nil for a blank; nil where no cell will do.
    func values(_ fault: CellFault, _ dice: inout SplitMix64) -> [(Cell, Int?)]? {
        switch fault {
        case .moved: return exchange(&dice) { $0 != 0 && $1 == 0 || $0 == 0 && $1 != 0 }
        case .swapped: return exchange(&dice) { $0 != 0 && $1 != 0 && $0 != $1 }
        case .shifted: return shift(&dice)
        case .blanked:
            let candidates = cells.filter { value($0) != 0 && !isTotal($0) }
            return candidates.isEmpty ? nil : [(dice.pick(candidates), nil)]
        default:
            let pairs = cells.compactMap { cell in wrong(value(cell), cell, fault, &dice).map { (cell, $0) } }
            let candidates = pairs.filter { value($0.0) != $0.1 && $0.1 >= 0 }
            return candidates.isEmpty ? nil : [dice.pick(candidates)].map { ($0.0, Optional($0.1)) }
        }
    }

    /// What may stand in the place of a number; nil where the fault cannot befall it.
    private func wrong(_ value: Int, _ cell: Cell, _ fault: CellFault, _ dice: inout SplitMix64) -> Int? {
        let digits = Array(String(value))
        switch fault {
        case .digitChanged:
            guard value > 0 else { return nil }
            var digits = digits
            let place = dice.number(0...(digits.count - 1))
            digits[place] = dice.pick(Array("123456789").filter { $0 != digits[place] })
            return Int(String(digits))
        case .digitMissing:
            guard digits.count > 1 else { return nil }
            var digits = digits
            digits.remove(at: dice.number(0...(digits.count - 1)))
            return digits.first == "0" ? nil : Int(String(digits))
        case .digitTooMany:
            guard value > 0 else { return nil }
            let place = dice.number(0...(digits.count - 1))
            return Int(String(digits[...place] + [digits[place]] + digits[(place + 1)...]))
        case .transposed:
            guard digits.count > 1 else { return nil }
            var digits = digits
            let place = dice.number(0...(digits.count - 2))
            digits.swapAt(place, place + 1)
            return digits.first == "0" ? nil : Int(String(digits))
        case .tenfold: return value > 0 ? value * 10 : nil
        case .offByOne: return value > 0 ? value + (dice.chance(50) ? 1 : -1) : nil
        case .random: return dice.number(0...max(9, value * 3))
        case .zeroed: return value > 0 && !isTotal(cell) ? 0 : nil
        case .invented: return value == 0 ? dice.number(1...9) : nil
        case .uncarried: return value > 0 && isTotal(cell) ? 0 : nil
        case .leftOver: return lastYear.map { $0.count(cell.row, cell.column) }.flatMap { $0 == 0 ? nil : $0 }
        case .moved, .swapped, .shifted, .blanked: return nil
        }
    }

    /// Two neighbours of a row, totals apart, whose numbers stand in each other's place.
    private func exchange(_ dice: inout SplitMix64, _ fits: (Int, Int) -> Bool) -> [(Cell, Int?)]? {
        let pairs = zip(cells, cells.dropFirst()).filter { left, right in
            left.row == right.row && !isTotal(left) && !isTotal(right) && fits(value(left), value(right))
        }
        guard !pairs.isEmpty else { return nil }
        let (left, right) = dice.pick(Array(pairs))
        return [(left, value(right)), (right, value(left))]
    }

    private func shift(_ dice: inout SplitMix64) -> [(Cell, Int?)]? {
        let rows = truth.form.rows.map(\.id).filter { row in
            let leaves = truth.form.columns.map(\.id).filter { $0 != "total" }
            return row != "processed_total" && leaves.count { truth.count(row, $0) != 0 } > 1
                && leaves.last.map { truth.count(row, $0) == 0 } ?? false
        }
        guard !rows.isEmpty else { return nil }
        let row = dice.pick(rows)
        let leaves = truth.form.columns.map(\.id).filter { $0 != "total" }
        let slid = [0] + leaves.dropLast().map { truth.count(row, $0) }
        return zip(leaves, slid).filter { truth.count(row, $0) != $1 }.map { (Cell(row: row, column: $0), $1) }
    }
}
