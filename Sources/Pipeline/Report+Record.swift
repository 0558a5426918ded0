internal import Extract
internal import Forms
internal import Model
internal import Record

extension Report {
    /// The report that a record was written of, as far as the record keeps it: without the text and the findings.
    ///
    /// The rows and columns stand in the form's order again, which the record's sorted keys have lost.
    init(_ record: ArchivedRecord) {
        let form = FormCatalog.form(record.identity.form)
        self.init(
            id: record.id,
            received: record.received,
            source: Source(record.source),
            identity: Identity(
                agency: record.identity.agency,
                year: record.identity.year,
                title: record.identity.title,
                published: record.identity.published,
                form: record.identity.form,
                kind: Identity.Kind(rawValue: record.identity.kind) ?? .report
            ),
            sections: record.sections.map { Section(id: $0.id, heading: $0.heading, line: $0.line) },
            tables: form?.tables.compactMap { table in record.tables[table.id].map { Table($0, form: table) } } ?? [],
            claims: (record.claims ?? []).map { Claim($0) },
            beside: Beside(record.beside)
        )
    }
}

extension Table {
    fileprivate init(_ record: ArchivedRecord.Table, form: TableForm) {
        let columns = form.columns.map(\.id)
        let rows = (form.rows.map(\.id) + form.mergedRows.map(\.row.id)).compactMap { id in
            record.rows[id].map { row in
                Row(id: id, label: row.label, line: row.line, cells: columns.map { Cell(row, column: $0) })
            }
        }
        self.init(
            id: form.id,
            state: Table.State(rawValue: record.state) ?? .partial,
            line: record.line,
            columns: columns,
            rows: rows
        )
        unsatisfied = record.unsatisfied ?? []
        if state == .partial { doubtEmptyColumns() }
    }

    /// A column without anything in a table that was read in part may be one that it does not have: nothing is known of
    /// its cells, and they are no blanks that count as nothing.
    private mutating func doubtEmptyColumns() {
        for column in columns.indices
        where rows.allSatisfy({ $0.cells[column].map { $0.content == .blank } ?? true }) {
            for row in rows.indices where rows[row].cells[column] != nil {
                rows[row].cells[column]?.content = .ambiguous
            }
        }
    }
}

extension Cell {
    /// Nil where the row has no cell in the column.
    fileprivate init?(_ row: ArchivedRecord.Row, column: String) {
        guard let value = row.cells[column] else { return nil }
        let text = row.marks[column]
        if let value {
            self.init(Quantity(value).map { .number($0) } ?? .invalid, text: text ?? "", line: row.line)
            isInferred = row.inferred?.contains(column) ?? false
        } else if let text {
            // What is no mark was not read for certain, and says nothing.
            self.init(CellMark.isMark(text) ? .mark : .ambiguous, text: text, line: row.line)
        } else {
            self.init(.blank, line: row.line)
        }
    }
}

extension Claim {
    fileprivate init(_ record: ArchivedRecord.Claim) {
        self.init(
            key: record.key,
            value: record.value.flatMap { Quantity($0) },
            low: record.low.flatMap { Quantity($0) },
            high: record.high.flatMap { Quantity($0) },
            unit: record.unit,
            line: record.line,
            text: record.text
        )
    }
}

extension Quantity {
    /// The number that JSON printed; nil where it has more digits than a report's numbers have.
    init?(_ value: Double) {
        // The shortest text that gives the same number is what was printed: both have at most 15 digits.
        guard value.magnitude < 1e15 else { return nil }
        if value == value.rounded() {
            self.init(Int(value))
            return
        }
        let text = value.description
        let parts = text.split(separator: ".")
        guard parts.count == 2, parts[1].utf8.count <= 9, let digits = Int(parts[0] + parts[1]) else { return nil }
        self.init(significand: text.hasPrefix("-") && digits > 0 ? -digits : digits, scale: parts[1].utf8.count)
    }
}
