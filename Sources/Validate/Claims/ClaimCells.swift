internal import Forms
internal import Model

/// What the tables say of the claims of a report.
struct ClaimCells {
    let report: Report

    /// What a claim comes to beside the tables.
    enum Outcome {
        /// One of its readings agrees.
        case agrees(reading: Int)
        /// None does; the value of the first, and whether it was told by the sums of its table alone.
        case differs(Quantity, isInferred: Bool)
        /// A cell could not be read, or nothing stands in it.
        case unknown(String)
        /// There is no such table, or nothing to compare.
        case silent
    }

    func outcome(of claim: Claim) -> Outcome {
        guard !claim.readings.isEmpty else { return .silent }
        var first: (value: Quantity, isInferred: Bool)?
        var doubt: String?
        var isSeen = false
        for (index, reading) in claim.readings.enumerated() {
            switch value(of: reading) {
            case .number(let value, let isCertain):
                isSeen = true
                if holds(claim, value) { return .agrees(reading: index) }
                if isCertain {
                    first = first ?? (value, false)
                } else if isInferred(reading) {
                    first = first ?? (value, true)
                } else {
                    doubt = doubt ?? "a cell of it is blank or inferred"
                }
            case .unread(let reason):
                isSeen = true
                doubt = doubt ?? reason
            case .absent: break
            }
        }
        guard isSeen else { return .silent }
        if let doubt { return .unknown(doubt) }
        return first.map { .differs($0.value, isInferred: $0.isInferred) } ?? .silent
    }

    /// Whether the claim's bounds hold a value of the tables.
    func holds(_ claim: Claim, _ value: Quantity) -> Bool {
        if claim.isPart { return claim.low.map { $0 <= value } ?? true }
        // No form names the unit of what was bought.
        if claim.key == "proactive.procurement.amount" {
            return [-8, -4, 0, 4].contains { isWithin(claim, value.shifted(by: $0)) }
        }
        return isWithin(claim, value.shifted(by: -power(of: claim)))
    }

    /// The tables print 万元; the text may say 元 or 亿元.
    private func power(of claim: Claim) -> Int { claim.unit == "元" ? -4 : claim.unit == "亿元" ? 4 : 0 }

    /// What the claim says, in the units of the tables.
    func inTableUnits(_ claim: Claim) -> Quantity? { inTableUnits(claim, claim.value) }

    /// The same of one of its bounds.
    func inTableUnits(_ claim: Claim, _ bound: Quantity?) -> Quantity? { bound?.shifted(by: power(of: claim)) }

    private func isWithin(_ claim: Claim, _ value: Quantity) -> Bool {
        if let low = claim.low, value < low { return false }
        if let high = claim.high, high < value { return false }
        return claim.low != nil || claim.high != nil
    }

    /// The value of the tables that a claim contradicts for certain, or nil.
    func contradicted(_ index: Int) -> Quantity? {
        let claim = report.claims[index]
        guard claim.doubt != .wording, claim.doubt != .company,
            case .differs(let value, isInferred: false) = outcome(of: claim)
        else {
            return nil
        }
        return value
    }

    enum Value {
        /// Uncertain where all of it is blank, or a part was told by the sums of its table alone.
        case number(Quantity, isCertain: Bool)
        case unread(String)
        case absent
    }

    /// Whether the cells of a reading are numbers that the sums of their table told.
    private func isInferred(_ reading: [String]) -> Bool {
        reading.allSatisfy { path in
            cell(path)?.number != nil
        }
    }

    /// The sum of the cells of a reading.
    func value(of reading: [String]) -> Value {
        var sum = Quantity(0)
        var isCertain = false
        var isInferred = false
        for path in reading {
            let cell = cell(path)
            switch value(of: cell, at: path) {
            case .number(let value, let certain):
                sum = sum + value
                isCertain = isCertain || certain
            case let other: return other
            }
            isInferred = isInferred || cell?.isInferred ?? false
        }
        return .number(sum, isCertain: isCertain && !isInferred)
    }

    /// The cell of a path; nil where the report has none.
    func cell(_ path: String) -> Cell? {
        guard let table = report.tableIndex(ofPath: path),
            let place = report.place(ofPath: path, inTable: table)
        else { return nil }
        return report.tables[table].rows[place.row].cells[place.column]
    }

    /// What one cell comes to; a blank total is what its row adds up to.
    func value(at path: String) -> Value { value(of: cell(path), at: path) }

    private func value(of cell: Cell?, at path: String) -> Value {
        guard let cell else { return unread(path) }
        switch cell.content {
        case .number(let value): return .number(value, isCertain: true)
        case .mark: return .number(Quantity(0), isCertain: true)
        case .blank: return blank(path)
        case .ambiguous: return .unread("a cell could not be read for certain: \(path)")
        case .invalid: return .unread("a cell is no number: \(path)")
        }
    }

    /// Why a path to one of the report's tables leads to no cell.
    private func unread(_ path: String) -> Value {
        guard let place = CellAddress(path: path), let table = report.table(place.table) else { return .absent }
        if table.state == .lost { return .unread("table \(table.id) is not in the source (line \(table.line))") }
        return .unread("row \(place.row) of table \(place.table) was not found")
    }

    /// A blank total is what its row adds up to; any other blank adds nothing.
    private func blank(_ path: String) -> Value {
        guard let index = report.tableIndex(ofPath: path),
            let place = report.place(ofPath: path, inTable: index)
        else { return .absent }
        let row = report.tables[index].rows[place.row]
        // Where rows could not be told apart, one without any number may have lost its own.
        if report.tables[index].state == .partial, row.cells.allSatisfy({ $0?.number == nil }) {
            let table = report.tables[index].id
            return .unread("row \(row.id) of table \(table) is blank, and the table could be read in part only")
        }
        return report.tables[index].columns[place.column] == "total"
            ? total(row, of: report.tables[index]) : .number(Quantity(0), isCertain: false)
    }

    /// What the cells of a row add up to.
    private func total(_ row: Row, of table: Table) -> Value {
        var sum = Quantity(0)
        var isCertain = false
        for (column, cell) in zip(table.columns, row.cells) where column != "total" {
            guard let cell else { continue }
            guard let addend = cell.addend else {
                return .unread("the total is blank: \(table.id).\(row.id).total")
            }
            if let number = cell.number, !cell.isInferred, number != Quantity(0) { isCertain = true }
            sum = sum + addend
        }
        return .number(sum, isCertain: isCertain)
    }
}

extension Quantity {
    /// The number × 10^`power`.
    func shifted(by power: Int) -> Quantity {
        guard power != 0 else { return self }
        if power < 0 { return Quantity(significand: significand, scale: scale - power) }
        var result = self
        for _ in 0..<power {
            result =
                result.scale > 0
                ? Quantity(significand: result.significand, scale: result.scale - 1)
                : Quantity(result.significand &* 10)
        }
        return result
    }
}
