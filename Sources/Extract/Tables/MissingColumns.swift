internal import Forms
internal import Model

/// Columns that a table of the document does not have: neither their heads nor their cells. 自然人 | 商业企业 | 社会公益组织
/// has no 科研机构, and each of its rows has a cell less.
///
/// A head that was lost or misread leaves its cells; so it is asked that every row has its cells right below the heads that
/// are there, and no other.
enum MissingColumns {
    typealias Reading = TableParse.RowReading

    /// The rows, fitted to the columns that are there; nil where none is missing, or that is not certain.
    static func inputs(of parse: TableParse, _ readings: [Reading]) -> [RowFitter.Input]? {
        let missing = missing(in: parse)
        guard !missing.isEmpty, parse.codes == nil, !parse.isCoded, parse.strays == 0 else { return nil }
        return headedInputs(of: parse, readings, without: missing)
            ?? countedInputs(of: parse, readings, without: missing)
    }

    private static func headedInputs(
        of parse: TableParse,
        _ readings: [Reading],
        without missing: [Int]
    ) -> [RowFitter.Input]? {
        var filled = 0
        var inputs: [RowFitter.Input] = []
        for reading in readings {
            let own = reading.layout.columns
            let present = own.filter { !missing.contains($0) }
            // A row of another block: as many cells as columns, or nothing is said of any.
            guard !reading.isLost, !reading.isTorn, let slots = slots(of: reading, under: present, parse.flow) else {
                return nil
            }
            if present.count < own.count {
                guard present.count >= fewestPresent else { return nil }
                filled += slots.contains(where: \.isValue) ? 1 : 0
            }
            inputs.append(input(reading, parse, slots, present))
        }
        return filled >= fewestFilled ? inputs : nil
    }

    private static let fewestPresent = 2
    static let fewestFilled = 2

    /// The columns without a head, where they are a few of those that the table has.
    static func missing(in parse: TableParse) -> [Int] {
        let columns = parse.table.columns
        guard parse.heads.count < columns.count, !parse.heads.isEmpty else { return [] }
        let missing = columns.indices.filter { !parse.heads.contains($0) && !columns[$0].isOptional }
        return missing.count * 3 <= columns.count ? missing : []
    }

    /// The slots of a row where they stand below the heads of the columns in `present`, one each, and nothing else does.
    private static func slots(of reading: Reading, under present: [Int], _ flow: Flow) -> [Slot]? {
        guard let home = reading.place, !present.isEmpty else { return nil }
        var last = home.column
        var slots: [Slot] = []
        for column in present {
            guard let head = reading.heads[column], head.table == home.table, head.row < home.row, head.column > last
            else { return nil }
            last = head.column
            let own = reading.slots.filter { $0.place?.column == head.column }
            guard own.count == 1, own[0].kind != .value(.ambiguous), own[0].isCertain else { return nil }
            slots.append(own[0])
        }
        // The cells of a row that has fewer than the table are blank behind its own.
        let rest = reading.slots.filter { slot in !slots.contains { $0.place == slot.place } }
        guard rest.allSatisfy({ $0.kind == .blank }) else { return nil }
        let isNarrow = present.count == reading.layout.columns.count
        return isNarrow || rest.allSatisfy({ !isHeaded($0, reading, present, flow) }) ? slots : nil
    }

    /// Whether a blank cell may be one of the column whose head was not known. Those of a label that is merged over several
    /// columns stand before the first head, and those that fill a row up have nothing above them among the heads.
    private static func isHeaded(_ slot: Slot, _ reading: Reading, _ present: [Int], _ flow: Flow) -> Bool {
        let heads = present.compactMap { reading.heads[$0] }
        guard let place = slot.place, let first = heads.map(\.column).min(), let top = heads.map(\.row).min(),
            let bottom = heads.map(\.row).max()
        else { return true }
        if place.column < first { return false }
        return flow.pieces[..<reading.piece].reversed().lazy
            .prefix { $0.place.map { $0.table == place.table && $0.row >= top } ?? false }
            .contains { piece in
                guard piece.kind == .text, let head = piece.place, head.row <= bottom else { return false }
                return (head.column..<(head.column + max(1, head.width))).contains(place.column)
            }
    }

    /// Whether a row of a table that lacks a head has fewer numbers than columns, each below a head that is there, and would have
    /// one of them in another column than its head's.
    static func mayMove(_ input: RowFitter.Input, _ reading: Reading, without missing: [Int]) -> Bool {
        let values = reading.slots.filter(\.isValue)
        guard let home = reading.place, values.count < input.columns.count,
            input.columns.contains(where: missing.contains)
        else { return false }
        let heads = reading.heads.filter { $0.value.table == home.table && $0.value.row < home.row }
        let columns = Dictionary(heads.map { ($0.value.column, $0.key) }) { first, _ in first }
        guard !values.isEmpty, values.allSatisfy({ $0.place.flatMap { columns[$0.column] } != nil }) else {
            return false
        }
        guard let fitted = input.fitted else { return true }
        return zip(fitted, input.columns).contains { slot, column in
            slot.isValue && slot.place.map { columns[$0.column] != column } ?? false
        }
    }

    static func input(
        _ reading: Reading,
        _ parse: TableParse,
        _ slots: [Slot],
        _ present: [Int]
    ) -> RowFitter.Input {
        let kinds = present.map { reading.layout.kind ?? parse.table.columns[$0].kind }
        return RowFitter.Input(
            id: reading.layout.id,
            label: reading.label,
            slots: slots,
            columns: present,
            kinds: kinds,
            line: reading.line,
            inDocument: reading.inDocument,
            fitted: slots,
            missing: reading.layout.columns.filter { !present.contains($0) }
        )
    }

    /// The same of a table that prints its rows beside each other: the heads that are there stand once for each row, and as
    /// many cells below.
    static func lineInputs(of parse: TableParse, _ form: TableForm) -> [RowFitter.Input]? {
        let missing = missing(in: parse)
        guard !missing.isEmpty else { return nil }
        let present = form.columns.indices.filter { !missing.contains($0) }
        let runs = parse.valueRuns
        guard parse.headCells.map(\.column) == Array(repeating: present, count: form.rows.count).flatMap({ $0 }),
            runs.count == 1,
            runs[0].count == present.count * form.rows.count,
            runs[0].allSatisfy({ $0.place != nil && $0.isCertain && $0.kind != .value(.ambiguous) })
        else { return nil }
        return form.rows.indices.map { row in
            let slots = Array(runs[0][(row * present.count)..<((row + 1) * present.count)])
            return RowFitter.Input(
                id: form.rows[row].id,
                slots: slots,
                columns: present,
                kinds: present.map { form.rows[row].kind ?? form.columns[$0].kind },
                line: slots[0].line,
                fitted: slots,
                missing: missing
            )
        }
    }
}

extension Table {
    /// Leaves the columns out that the rows lack: nothing is known of their cells.
    mutating func leaveOutMissing(of inputs: [RowFitter.Input]) {
        guard inputs.contains(where: { !$0.missing.isEmpty }) else { return }
        missingColumns = columns.indices.filter { column in inputs.contains { $0.missing.contains(column) } }
            .map { columns[$0] }
        state = .partial
        for (row, input) in inputs.enumerated() {
            for column in input.missing {
                rows[row].cells[column] = Cell(.ambiguous, line: rows[row].line, inDocument: rows[row].inDocument)
            }
        }
    }
}
