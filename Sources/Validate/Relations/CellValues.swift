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
    /// The cells that hold no number though they should, or one that is negative or has decimals.
    private(set) var suspects: [Int] = []
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
        scale = decimals
        // Counts have no decimals: a second pass is the exception.
        while let finer = fill(report, space: space, isUsed: isUsed) {
            scale = finer
            suspects = []
        }
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
        // Sums of as many as a form has cells stay far from what overflows.
        return digits.magnitude <= Self.largest ? digits : nil
    }

    private static let largest: UInt = 1_000_000_000_000_000

    func quantity(_ units: Int) -> Quantity { Quantity(significand: units, scale: scale) }

    /// The number or nothing: what a blank or a mark adds.
    func isAddend(_ number: Int) -> Bool {
        switch states[number] {
        case .number, .blank, .mark: true
        case .absent, .invalid, .ambiguous: false
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

    /// Takes in every cell; returns the scale that a cell asks for where it is finer than this one.
    ///
    /// The rows of a report stand in the form's order, so that each is found where the one before ended.
    private mutating func fill(_ report: Report, space: CellSpace, isUsed: [Bool]) -> Int? {
        for place in space.tables {
            guard let table = report.tables.firstIndex(where: { $0.id == place.id }) else { continue }
            let width = place.columns.count
            // A table whose columns are not the form's is none of ours.
            guard report.tables[table].columns == place.columns else { continue }
            var next = 0
            for row in report.tables[table].rows.indices {
                guard let found = Self.index(of: report.tables[table].rows[row].id, in: place.rows, from: next) else {
                    continue
                }
                next = found + 1
                let first = place.first + found * width
                let finer = fill(report.tables[table].rows[row].cells, from: first, isUsed: isUsed)
                if let finer { return finer }
            }
        }
        return nil
    }

    private mutating func fill(_ cells: [Cell?], from first: Int, isUsed: [Bool]) -> Int? {
        for column in cells.indices {
            guard let content = cells[column]?.content else { continue }
            let number = first + column
            isInferred[number] = cells[column]?.isInferred ?? false
            switch content {
            case .number(let value):
                if isUsed[number], value.scale > scale { return value.scale }
                if value.scale > 0 || value.significand < 0 { suspects.append(number) }
                put(number, value)
            case .blank: states[number] = .blank
            case .mark: states[number] = .mark
            case .ambiguous: states[number] = .ambiguous
            case .invalid:
                states[number] = .invalid
                suspects.append(number)
            }
        }
        return nil
    }

    private static func index(of row: String, in rows: [String], from start: Int) -> Int? {
        rows[min(start, rows.count)...].firstIndex(of: row) ?? rows.firstIndex(of: row)
    }
}
