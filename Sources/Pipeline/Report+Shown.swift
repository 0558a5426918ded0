package import Model
package import Record

extension Report {
    /// The report that a record was written of, as people are shown it: with its findings, and in each cell what stands
    /// there.
    package init(shown record: ArchivedRecord) {
        self.init(record)
        findings = record.findings.map { Finding($0) }
        unverified = record.unverified.map { Unverified(rule: $0.rule, reason: $0.reason) }
        for table in tables.indices {
            for row in tables[table].rows.indices {
                for column in tables[table].rows[row].cells.indices {
                    guard let cell = tables[table].rows[row].cells[column], cell.text.isEmpty,
                        case .number(let number) = cell.content
                    else { continue }
                    tables[table].rows[row].cells[column]?.text = number.description
                }
            }
        }
    }
}

extension Finding {
    fileprivate init(_ record: ArchivedRecord.Finding) {
        self.init(
            rule: record.rule,
            severity: Severity(rawValue: record.severity) ?? .info,
            message: Message(zh: record.message.zh, en: record.message.en),
            places: record.where.map { place in
                Place(path: place.path, line: place.line ?? 0, inDocument: place.place?.inDocument, text: place.text)
            },
            expected: record.expected.flatMap { Fact($0) },
            actual: record.actual.flatMap { Fact($0) },
            basis: record.basis,
            repairs: (record.repairs ?? []).map { Repair($0) },
            fingerprint: record.fingerprint,
            group: record.group,
            accepted: record.accepted
        )
    }
}

extension Finding.Fact {
    fileprivate init?(_ record: ArchivedRecord.Finding.Fact) {
        switch record {
        case .number(let value):
            guard let quantity = Quantity(value) else { return nil }
            self = .number(quantity)
        case .words(let text): self = .words(text)
        }
    }
}

extension Finding.Repair {
    fileprivate init(_ record: ArchivedRecord.Finding.Repair) {
        self.init(
            changes: record.changes.compactMap { change in
                guard let to = Quantity(change.to) else { return nil }
                return Change(path: change.path, from: change.from.flatMap { Quantity($0) }, to: to)
            },
            cause: Finding.Message(joined: record.cause ?? "")
        )
    }
}

extension ArchivedRecord.Place {
    fileprivate var inDocument: DocumentPlace? {
        var cell: GridPlace?
        if let table, let row, let column { cell = GridPlace(table: table - 1, row: row - 1, column: column - 1) }
        return DocumentPlace(page: page, cell: cell)
    }
}
