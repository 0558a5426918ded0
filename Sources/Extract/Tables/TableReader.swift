internal import Forms
internal import Model

/// Reads the tables of a form out of a text.
struct TableReader {
    /// A table, and the bytes of the text that it takes.
    struct Found {
        var table: Table
        var region: Range<Int>
    }

    let flow: Flow
    let lexicon: Lexicon

    /// The tables that stand in the text, in the form's order.
    func tables() -> [Found] {
        let matches = lexicon.matcher.matches(in: flow.bytes)
        return lexicon.form.tables.indices.compactMap { index in
            let labels = lexicon.labels(of: index, in: matches, flow: flow)
            return best(of: labels, lexicon.form.tables[index])
        }
    }

    /// The fullest of the attempts from all anchors, the first of equals.
    private func best(of labels: [TableLabel], _ form: TableForm) -> Found? {
        var best: TableParse?
        var passed = 0
        for (index, label) in labels.enumerated() where label.start >= passed && beginsTable(index, labels) {
            var parse = TableParse(flow: flow, table: form, start: label.start)
            parse.read(labels[index...])
            guard parse.isTable else { continue }
            passed = parse.region.upperBound
            if parse.weight > best?.weight ?? 0 { best = parse }
        }
        return best.map { Found(table: $0.table(form), region: $0.region) }
    }

    /// Whether a label can be where the table begins: by itself, or with another one right behind it; not inside a
    /// sentence or a heading.
    private func beginsTable(_ index: Int, _ labels: [TableLabel]) -> Bool {
        guard labels[index].isAnchor else { return false }
        return labels[index].startsAligned || index + 1 < labels.count && labels[index + 1].start == labels[index].end
    }
}

extension TableParse {
    /// How much was read: what tells the table from a mention of its words.
    var weight: Int {
        rows.values.reduce(0) { $0 + 1 + $1.slots.count } + runs.reduce(0) { $0 + $1.count }
    }

    /// Whether what was read can be the table at all.
    var isTable: Bool {
        if table.isOneLine { return heads.count >= 3 && !valueRuns.isEmpty }
        let filled = rows.values.count { !$0.slots.isEmpty }
        return rows.count >= max(2, table.rows.count / 4) && filled > 0
    }

    func table(_ form: TableForm) -> Table {
        let rows = form.isOneLine ? OneLineRows.rows(of: self, form) : labelledRows(form)
        // A row that the report left out is the report's fault; many that are not there are the reader's doubt.
        let missing = form.rows.count - mergedAway(rows, form) - rows.count
        let isWhole = missing * 3 <= form.rows.count
        let isClear = rows.allSatisfy { row in row.cells.allSatisfy { $0?.content != .ambiguous } }
        return Table(
            id: form.id,
            state: isWhole && isClear ? .read : .partial,
            line: line,
            columns: form.columns.map(\.id),
            rows: rows
        )
    }

    /// How many rows of the form a merged row stands for.
    private func mergedAway(_ rows: [Row], _ form: TableForm) -> Int {
        form.mergedRows.filter { merged in rows.contains { $0.id == merged.row.id } }
            .reduce(0) { $0 + $1.replaces.count - 1 }
    }

    private func labelledRows(_ form: TableForm) -> [Row] {
        let merged = form.mergedRows.indices.filter { rows[form.rows.count + $0] != nil }
        let replaced = Set(merged.flatMap { form.mergedRows[$0].replaces })
        var result: [Row] = []
        for (index, rowForm) in form.rows.enumerated() {
            if let reading = rows[index] { result.append(row(reading, form)) }
            // A merged row stands where the first of its rows would.
            for position in merged where form.mergedRows[position].replaces.first == rowForm.id {
                if let reading = rows[form.rows.count + position] { result.append(row(reading, form)) }
            }
        }
        return result.filter { row in !replaced.contains(row.id) || row.cells.contains { $0?.number != nil } }
    }

    private func row(_ reading: RowReading, _ form: TableForm) -> Row {
        let columns = reading.form.columns ?? form.columns.map(\.id)
        let cells = cells(reading, form, count: columns.count)
        var aligned: [Cell?] = Array(repeating: nil, count: form.columns.count)
        for (index, column) in columns.enumerated() {
            guard let position = form.columns.firstIndex(where: { $0.id == column }) else { continue }
            let kind = reading.form.kind ?? form.columns[position].kind
            aligned[position] = CellReader.cell(cells[index], kind: kind)
        }
        return Row(id: reading.form.id, label: reading.label, line: reading.line, cells: aligned)
    }

    /// A row's slots, one a column; where they cannot be told apart, the whole text in each as a doubt.
    private func cells(_ reading: RowReading, _ form: TableForm, count: Int) -> [Slot] {
        if reading.slots.isEmpty {
            return Array(repeating: Slot(kind: .blank, text: [], line: reading.line, place: nil), count: count)
        }
        return SlotFitter.fit(reading.slots, to: count) ?? byHeads(reading, form)
            ?? SlotFitter.doubts(reading.slots, count: count)
    }

    /// The slots that stand under their columns' heads in the document's own table; nil where a head was not seen.
    private func byHeads(_ reading: RowReading, _ form: TableForm) -> [Slot]? {
        guard let home = reading.place else { return nil }
        let columns = reading.form.columns ?? form.columns.map(\.id)
        var slots: [Slot] = []
        for column in columns {
            guard let index = form.columns.firstIndex(where: { $0.id == column }), let head = reading.heads[index],
                head.table == home.table
            else { return nil }
            let slot = reading.slots.first { $0.place?.column == head.column }
            slots.append(slot ?? Slot(kind: .blank, text: [], line: reading.line, place: nil))
        }
        let used = slots.count { $0.kind != .blank }
        return used == reading.slots.count { $0.isCertain && $0.kind != .blank } ? slots : nil
    }
}

extension SlotFitter {
    /// `count` slots that say that they could not be told apart.
    static func doubts(_ slots: [Slot], count: Int) -> [Slot] {
        let text = Array(slots.map(\.text).filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: " ")]))
        let line = slots.first?.line ?? 0
        return Array(repeating: Slot(kind: .value(.ambiguous), text: text, line: line, place: nil), count: count)
    }
}
