internal import Forms
internal import Model

/// What stands in the cells of one report, by the numbers of its form's cells and, behind them, the figures of the text
/// that some rule asks for. Numbers are whole, in units of 10^−`scale`, so that sums are exact and cheap.
struct CellValues: Sendable {
    enum State: UInt8, Sendable {
        /// The row was not found, or the table was not.
        case absent
        case number
        case blank
        case mark
        case invalid
        case ambiguous
    }

    private(set) var states: [State]
    private(set) var values: [Int]
    /// Whether the number was told from its neighbours only by the relations of the table.
    private(set) var isInferred: [Bool]
    private(set) var scale = 0
    /// The state of each table of the form, nil where it is not there.
    private(set) var tables: [Table.State?]
    /// The figure of the text that stands at each number behind the cells.
    private(set) var claims: [Int] = []

    /// - Parameters:
    ///   - report: the report that was read.
    ///   - space: the cells of its form.
    ///   - isUsed: the cells in which a relation is interested; no others need a common unit.
    ///   - decimals: how many decimals the unit must have at least.
    init(_ report: Report, space: CellSpace, isUsed: [Bool], decimals: Int) {
        states = Array(repeating: .absent, count: space.count)
        values = Array(repeating: 0, count: space.count)
        isInferred = Array(repeating: false, count: space.count)
        tables = space.tables.map { report.table($0.id)?.state }
        scale = max(decimals, Self.scale(of: report, space: space, isUsed: isUsed))
        Self.forEachCell(of: report, space: space) { number, cell in set(number, cell) }
    }

    /// Takes in a figure of the text, and returns its number. One without a value, or nil, is a doubt.
    mutating func append(claim index: Int?, value: Quantity?) -> Int {
        states.append(index == nil ? .absent : .ambiguous)
        values.append(0)
        isInferred.append(false)
        claims.append(index ?? -1)
        if let value { put(states.count - 1, value) }
        return states.count - 1
    }

    /// In units of this report, or nil where it has more decimals or too many digits.
    func units(_ value: Quantity) -> Int? {
        guard value.scale <= scale else { return nil }
        var digits = value.significand
        for _ in value.scale..<scale {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            digits = product
        }
        return digits
    }

    func quantity(_ units: Int) -> Quantity { Quantity(significand: units, scale: scale) }

    /// The number or nothing: what a blank or a mark adds.
    func isAddend(_ number: Int) -> Bool {
        switch states[number] {
        case .number, .blank, .mark: true
        case .absent, .invalid, .ambiguous: false
        }
    }

    private mutating func set(_ number: Int, _ cell: Cell) {
        isInferred[number] = cell.isInferred
        switch cell.content {
        case .number(let value): put(number, value)
        case .blank: states[number] = .blank
        case .mark: states[number] = .mark
        case .invalid: states[number] = .invalid
        case .ambiguous: states[number] = .ambiguous
        }
    }

    private mutating func put(_ number: Int, _ value: Quantity) {
        guard let units = units(value) else {
            states[number] = .ambiguous
            return
        }
        states[number] = .number
        values[number] = units
    }

    private static func scale(of report: Report, space: CellSpace, isUsed: [Bool]) -> Int {
        var scale = 0
        forEachCell(of: report, space: space) { number, cell in
            if isUsed[number], let value = cell.number, value.scale > scale { scale = value.scale }
        }
        return scale
    }

    /// The rows of a report stand in the form's order, so that each is found where the one before ended.
    private static func forEachCell(of report: Report, space: CellSpace, _ body: (Int, Cell) -> Void) {
        for place in space.tables {
            guard let table = report.table(place.id) else { continue }
            let width = place.columns.count
            let isAligned = table.columns == place.columns
            var next = 0
            for row in table.rows {
                guard let found = index(of: row.id, in: place.rows, from: next) else { continue }
                next = found + 1
                for (column, cell) in row.cells.enumerated() {
                    guard let cell else { continue }
                    let at = isAligned ? column : place.columns.firstIndex(of: table.columns[column])
                    if let at, at < width { body(place.first + found * width + at, cell) }
                }
            }
        }
    }

    private static func index(of row: String, in rows: [String], from start: Int) -> Int? {
        rows[min(start, rows.count)...].firstIndex(of: row) ?? rows.firstIndex(of: row)
    }
}
